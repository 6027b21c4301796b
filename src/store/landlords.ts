/** The landlords of this installation, each with a life of its own. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { acrossLandlords, type Database, inLandlord, type LandlordId, type Trx } from './database.js';
import { noteRegisterShape } from './register-shape.js';

export interface Landlord {
  readonly id: LandlordId;
  readonly name: string;
  readonly demonstration: boolean;
  readonly madeAt: string;
}

/** Every landlord of this installation. */
export async function listLandlords(trx: Trx): Promise<Landlord[]> {
  const found = await sql<Landlord>`
    select id, name, demonstration, made_at as "madeAt" from landlord order by made_at, id`.execute(trx);
  return found.rows;
}

export async function allLandlords(db: Database): Promise<Landlord[]> {
  return acrossLandlords(db, listLandlords);
}

/** Makes a landlord with nothing in it, and gives its id. */
export async function makeLandlord(
  db: Database,
  about: { readonly name: string; readonly demonstration?: boolean; readonly id?: string },
): Promise<LandlordId> {
  const id = (about.id ?? randomUUID()) as LandlordId;
  await acrossLandlords(db, (trx) =>
    sql`insert into landlord (id, name, demonstration)
      values (${id}, ${about.name}, ${about.demonstration ?? false})`.execute(trx),
  );
  await inLandlord(db, id, noteRegisterShape);
  return id;
}

/** The one that a command means: the one named, or the only one. A sentence when that cannot be told. */
export async function chooseLandlord(
  db: Database,
  name: string | undefined,
): Promise<{ ok: true; landlord: Landlord } | { ok: false; why: string }> {
  const all = await allLandlords(db);
  const names = all.map((landlord) => landlord.name).join(', ');
  if (name !== undefined) {
    const landlord = all.find((one) => one.name.toLowerCase() === name.toLowerCase() || one.id === name);
    if (landlord !== undefined) return { ok: true, landlord };
    return { ok: false, why: `There is no landlord called ${name}. There is: ${names || 'none yet'}.` };
  }
  const [only, another] = all;
  if (only === undefined) return { ok: false, why: 'There is no landlord in this database yet.' };
  if (another !== undefined)
    return { ok: false, why: `There are several landlords: say --landlord NAME, one of ${names}.` };
  return { ok: true, landlord: only };
}

/**
 * Takes a demonstration landlord away with everything that belongs to it, so that a fresh one can be loaded. Any other
 * landlord's history stands: it is refused. Needs the owner, the only role that can lift the locks from the history.
 */
export async function removeDemonstration(owner: Database, landlordId: LandlordId): Promise<void> {
  await acrossLandlords(
    owner,
    async (trx) => {
      await sql`select set_config('putright.landlord', ${landlordId}, true)`.execute(trx);
      const found = await sql<{ demonstration: boolean }>`
        select demonstration from landlord where id = ${landlordId} for update`.execute(trx);
      if (found.rows[0]?.demonstration !== true) throw new Error('only a demonstration can be removed');
      const locked = ['case_event', 'anchor', 'anchor_head'];
      for (const table of locked) await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx);
      for (const table of await landlordTables(trx)) {
        await sql`delete from ${sql.table(table)} where landlord_id = ${landlordId}`.execute(trx);
      }
      for (const table of locked) await sql`alter table ${sql.table(table)} enable trigger user`.execute(trx);
      // No landlord is removed under its row security: only here is there one that may be.
      await sql`alter table landlord no force row level security`.execute(trx);
      await sql`delete from landlord where id = ${landlordId}`.execute(trx);
      await sql`alter table landlord force row level security`.execute(trx);
    },
    { statementTimeoutMs: 0 },
  );
}

/** Belonging that is asked once for each statement and not by a key (0025_imports_in_fewer_steps). */
const belongsTo: readonly { readonly from: string; readonly to: string }[] = [
  { from: 'case_event', to: 'case_head' },
  { from: 'words', to: 'case_head' },
  ...['stage', 'point', 'clock', 'counted_stage', 'shown', 'party'].map((from) => ({ from, to: 'complaint' })),
  { from: 'complaint', to: 'case_head' },
];

/** Every table with a landlord's rows, those that point to others before those they point to. */
export async function landlordTables(trx: Trx): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'landlord_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by 1`.execute(trx);
  const keys = await sql<{ from: string; to: string }>`
    select distinct f.relname as from, t.relname as to
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid
    join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.relnamespace = 'public'::regnamespace and f.oid <> t.oid`.execute(trx);
  const left = new Set(tables.rows.map((row) => row.name));
  const ordered: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (name) => ![...keys.rows, ...belongsTo].some((key) => key.to === name && left.has(key.from)),
    );
    if (free.length === 0) throw new Error(`tables that point to each other: ${[...left].join(', ')}`);
    for (const name of free) {
      left.delete(name);
      ordered.push(name);
    }
  }
  return ordered;
}
