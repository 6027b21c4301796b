/** The mailboxes that a landlord has us read: their settings, and the secrets by which we sign in to them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { Trx } from './database.js';
import { dropSecret, readSecret, type SecretState, secretState } from './landlord-secrets.js';

export const securities = ['tls', 'starttls', 'none'] as const;
export type Security = (typeof securities)[number];
export const signIns = ['password', 'oauth-client', 'oauth-refresh'] as const;
export type SignIn = (typeof signIns)[number];

export interface MailboxSettings {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly folder: string;
  readonly userName: string;
  readonly signIn: SignIn;
  readonly tokenUrl: string | null;
  readonly clientId: string | null;
  readonly scope: string | null;
  readonly authservId: string | null;
  readonly replyAddress: string | null;
  readonly fromTheBeginning: boolean;
  readonly pollSeconds: number;
  readonly reads: boolean;
}

export interface Mailbox extends MailboxSettings {
  readonly id: string;
  /** Moves with each change, so that whoever reads it begins anew. */
  readonly version: number;
  /** The day on which reading it was begun. */
  readonly begunOn: Day;
}

const columns = sql`
  b.id, b.name, b.host, b.port, b.security, b.folder, b.user_name as "userName", b.sign_in as "signIn",
  b.token_url as "tokenUrl", b.client_id as "clientId", b.scope, b.authserv_id as "authservId",
  b.reply_address as "replyAddress", b.from_the_beginning as "fromTheBeginning", b.poll_seconds as "pollSeconds",
  b.reads, b.version, b.begun_on as "begunOn"`;

/** Every mailbox of the landlord, by name. */
export async function listMailboxes(trx: Trx): Promise<Mailbox[]> {
  const { rows } = await sql<Mailbox>`
    select ${columns} from mailbox b where b.landlord_id = ${trx.landlordId} order by b.name, b.id`.execute(trx);
  return rows;
}

/** One mailbox; null when there is none of that id. */
export async function readMailbox(trx: Trx, id: string): Promise<Mailbox | null> {
  const { rows } = await sql<Mailbox>`
    select ${columns} from mailbox b where b.landlord_id = ${trx.landlordId} and b.id = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** Writes a mailbox's settings and gives its id; a new one without an id. */
export async function saveMailbox(trx: Trx, id: string | null, m: MailboxSettings): Promise<string> {
  const key = id ?? randomUUID();
  await sql`
    insert into mailbox (landlord_id, id, name, host, port, security, folder, user_name, sign_in, token_url, client_id,
      scope, authserv_id, reply_address, from_the_beginning, poll_seconds, reads)
    values (${trx.landlordId}, ${key}, ${m.name}, ${m.host}, ${m.port}, ${m.security}, ${m.folder}, ${m.userName},
      ${m.signIn}, ${m.tokenUrl}, ${m.clientId}, ${m.scope}, ${m.authservId}, ${m.replyAddress},
      ${m.fromTheBeginning}, ${m.pollSeconds}, ${m.reads})
    on conflict (landlord_id, id) do update set name = excluded.name, host = excluded.host, port = excluded.port,
      security = excluded.security, folder = excluded.folder, user_name = excluded.user_name,
      sign_in = excluded.sign_in, token_url = excluded.token_url, client_id = excluded.client_id,
      scope = excluded.scope, authserv_id = excluded.authserv_id, reply_address = excluded.reply_address,
      from_the_beginning = excluded.from_the_beginning, poll_seconds = excluded.poll_seconds, reads = excluded.reads,
      version = mailbox.version + 1`.execute(trx);
  // Another folder or another account is another mailbox: what was read of the old one says nothing about it.
  await sql`
    insert into mailbox_reading (landlord_id, mailbox_id) values (${trx.landlordId}, ${key})
    on conflict (landlord_id, mailbox_id) do nothing`.execute(trx);
  return key;
}

/** Begins a mailbox anew: as if it had never been read. What was taken in before is known again by its keys. */
export async function beginAnew(trx: Trx, id: string): Promise<void> {
  await sql`
    update mailbox_reading set uid_validity = null, last_uid = 0, waiting = 0
    where landlord_id = ${trx.landlordId} and mailbox_id = ${id}`.execute(trx);
  await sql`delete from mailbox_left where landlord_id = ${trx.landlordId} and mailbox_id = ${id}`.execute(trx);
}

/** Forgets a mailbox with its secrets. What was taken in from it stays. */
export async function removeMailbox(trx: Trx, id: string): Promise<void> {
  for (const name of secretNames) await dropSecret(trx, secretOf(id, name));
  await sql`delete from mailbox where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

export const secretNames = ['password', 'client secret', 'refresh token'] as const;
export type MailboxSecret = (typeof secretNames)[number];

/** Under which name a mailbox's secret is kept. */
export function secretOf(id: string, name: MailboxSecret): string {
  return `mailbox ${id} ${name}`;
}

export type MailboxSecrets = Readonly<Record<MailboxSecret, string | null>>;

/** What we sign in with. */
export async function secretsOf(trx: Trx, id: string): Promise<MailboxSecrets> {
  return {
    password: await readSecret(trx, secretOf(id, 'password')),
    'client secret': await readSecret(trx, secretOf(id, 'client secret')),
    'refresh token': await readSecret(trx, secretOf(id, 'refresh token')),
  };
}

/** What the screen says of each secret. */
export async function secretStates(trx: Trx, id: string): Promise<Readonly<Record<MailboxSecret, SecretState>>> {
  return {
    password: await secretState(trx, secretOf(id, 'password')),
    'client secret': await secretState(trx, secretOf(id, 'client secret')),
    'refresh token': await secretState(trx, secretOf(id, 'refresh token')),
  };
}
