/**
 * The one door to PostgreSQL. Nothing is read or written outside a transaction, and a landlord's rows only inside a
 * transaction that says which landlord: row-level security does the rest.
 */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/types.js';
import { GatheringSocket } from './gathering-socket.js';

declare const landlordBrand: unique symbol;
export type LandlordId = string & { readonly [landlordBrand]: 'LandlordId' };

/** owner runs migrations and restores; app is web, worker handlers and command line; jobs owns the job runner's schema. */
export type DatabaseRole = 'owner' | 'app' | 'jobs';

export interface Database {
  readonly pool: pg.Pool;
  readonly role: DatabaseRole;
  /** Whether statements are sent without waiting for the answer to the one before. */
  readonly together: boolean;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connections?: number;
  /** No statement runs longer. 0 for none: backups, rebuilds and migrations. */
  readonly statementTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  /** Whole tables are copied through it, as the owner always may: then its statements wait for each other. */
  readonly copies?: boolean;
}

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, dates: 1182, timestamptzs: 1185 } as const;

/**
 * Days and instants stay text: the driver's Date would move a day over midnight and cut microseconds, so that a change
 * there would escape `verify`.
 */
function typeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  switch (type) {
    case oid.date:
    case oid.timestamp:
    case oid.timestamptz:
      return (value) => value;
    case oid.dates:
    case oid.timestamptzs:
      return (value) => (value === '{}' ? [] : value.slice(1, -1).replaceAll('"', '').split(','));
    case oid.int8:
      return (value) => {
        const n = Number(value);
        return Number.isSafeInteger(n) ? n : value;
      };
    default:
      return pg.types.getTypeParser(type, format ?? 'text') as (value: string) => unknown;
  }
}

/**
 * A pool for one role. The address may sign in as that role itself (best), or as a member of it: then every connection
 * takes the role as it opens.
 */
export function openDatabase(url: string, role: DatabaseRole, options: DatabaseOptions = {}): Database {
  const copies = options.copies ?? role === 'owner';
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: options.statementTimeoutMs === 0 ? 0 : 60_000,
    application_name: `putright ${role}`,
    // Statements that do not wait for each other travel together; a copy of a table can't travel with others.
    pipeline: !copies,
    ...(copies ? {} : { stream: () => new GatheringSocket() }),
    options: `-c timezone=UTC -c datestyle=ISO -c jit=off${signsInAs(url, role) ? '' : ` -c role=putright_${role}`}`,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  });
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return { pool, role, together: !copies, close: () => pool.end() };
}

function signsInAs(url: string, role: DatabaseRole): boolean {
  return new RegExp(`^[a-z]+://putright_${role}(:[^@]*)?@`).test(url);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** A transaction: what runs inside takes it as its first parameter. Queries are Kysely's, or its `sql` template. */
export class Trx extends Kysely<DB> {
  constructor(
    readonly client: pg.PoolClient,
    readonly landlordId: LandlordId,
  ) {
    super({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => driverOf(client),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    });
  }
}

function driverOf(client: pg.PoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query({ ...named(query.sql), values: [...query.parameters] });
      return {
        rows: result.rows as R[],
        ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
      };
    },
    // biome-ignore lint/correctness/useYield: Kysely asks for a generator; streams go through cursors of our own
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('not streamed through Kysely');
    },
  };
  const no = async (): Promise<void> => {
    throw new Error('a transaction is opened by inLandlord or acrossLandlords alone');
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: no,
    commitTransaction: no,
    rollbackTransaction: no,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}

const statementNames = new Map<string, string>();
const mostNames = 400;

/** A statement that has a name is read and planned once on each connection. Lists' filters could make any number of them. */
function named(text: string): { text: string; name?: string } {
  const known = statementNames.get(text);
  if (known !== undefined) return { text, name: known };
  if (statementNames.size >= mostNames) return { text };
  const name = `s${statementNames.size}`;
  statementNames.set(text, name);
  return { text, name };
}

/**
 * Reads of one transaction that do not wait for each other: they travel to PostgreSQL and back in one go. All of them
 * have ended when this answers or throws, so none outlives its transaction.
 */
export async function together<T extends readonly unknown[]>(
  ...reads: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ended = await Promise.allSettled(reads);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return Promise.all(reads);
}

export interface TransactionOptions {
  /** One picture of the whole database for as long as it lasts: backups, verify, exports. */
  readonly snapshot?: boolean;
  /** Refuses to write, and gives PostgreSQL leave to do less. */
  readonly readOnly?: boolean;
  /** Replaces the pool's limit; 0 for none. */
  readonly statementTimeoutMs?: number;
}

/** Opens a transaction in which exactly this landlord's rows exist. Commits when the work returns, else rolls back. */
export async function inLandlord<T>(
  db: Database,
  landlordId: LandlordId | string,
  work: (trx: Trx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!isUuid(landlordId)) throw new Error('a landlord is named by its id');
  return transact(db, landlordId as LandlordId, work, options);
}

/** A transaction outside any landlord: only the tables that belong to none (landlord, migrations) have rows in it. */
export async function acrossLandlords<T>(
  db: Database,
  work: (trx: Trx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return transact(db, '' as LandlordId, work, options);
}

/** Moves a transaction to another landlord. For backup and verify, which see all landlords in one picture. */
export async function enterLandlord(trx: Trx, landlordId: LandlordId | string): Promise<Trx> {
  if (!isUuid(landlordId)) throw new Error('a landlord is named by its id');
  await trx.client.query(`select set_config('putright.landlord', $1, true)`, [landlordId]);
  return new Trx(trx.client, landlordId as LandlordId);
}

async function transact<T>(
  db: Database,
  landlordId: LandlordId,
  work: (trx: Trx) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two statements says so here; the next statement then fails and is reported.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    // The landlord is a checked uuid (or nothing), so it can stand in the text. The first statement does not wait for it.
    const begun = client.query(
      `begin${options.snapshot ? ' isolation level repeatable read' : ''}${options.readOnly ? ' read only' : ''};` +
        `select set_config('putright.landlord', '${landlordId}', true);` +
        (options.statementTimeoutMs === undefined
          ? ''
          : `set local statement_timeout = ${Math.trunc(options.statementTimeoutMs)};` +
            (options.statementTimeoutMs === 0 ? 'set local idle_in_transaction_session_timeout = 0;' : '')),
    );
    begun.catch(lost);
    if (!db.together) await begun;
    const answer = await work(new Trx(client, landlordId));
    await begun;
    const end = await client.query('commit');
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: an act must never vanish so.
    if (end.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
    return answer;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}
