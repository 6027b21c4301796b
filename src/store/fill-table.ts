/** A table filled from a backup. One of an earlier release may have columns that are gone, or worked out by now. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import type { ArchiveEntry, Manifest } from './archive.js';
import type { Trx } from './database.js';
import { codeOf, Stop } from './stop.js';

type Table = Manifest['tables'][number];

/** Takes the rows of one piece of the archive; how many. */
export async function fillTable(trx: Trx, table: Table, entry: ArchiveEntry): Promise<number> {
  const kept = await columnsKept(trx, table);
  try {
    return await (kept.length === table.columns.length
      ? copyInto(trx, table.name, table.columns, entry)
      : copyPartOf(trx, table, kept, entry));
  } catch (error) {
    // What the database cannot take as data, as a key or as a column: the checksums at the end would say the same.
    if (/^(22|23|42)/.test(codeOf(error) ?? '')) throw new Stop(`The archive is damaged at ${entry.name}.`);
    throw error;
  }
}

/** Of the columns that the archive has, those that are still there to be filled. */
async function columnsKept(trx: Trx, { name, columns }: Table): Promise<readonly string[]> {
  const { rows } = await sql<{ column: string }>`
    select attname as "column" from pg_attribute
    where attrelid = to_regclass(quote_ident(${name})) and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
    trx,
  );
  const here = new Set(rows.map(({ column }) => column));
  return columns.filter((column) => here.has(column));
}

/** By way of a table of its own: what is gone is read as text, and let go. */
async function copyPartOf(trx: Trx, table: Table, kept: readonly string[], entry: ArchiveEntry): Promise<number> {
  const gone = table.columns.filter((column) => !kept.includes(column));
  const list = sql.join(kept.map((column) => sql.ref(column)));
  await sql`create temp table brought as select ${list} from ${sql.table(table.name)} with no data`.execute(trx);
  for (const column of gone) await sql`alter table brought add column ${sql.ref(column)} text`.execute(trx);
  const rows = await copyInto(trx, 'brought', table.columns, entry);
  await sql`insert into ${sql.table(table.name)} (${list}) select ${list} from brought`.execute(trx);
  await sql`drop table brought`.execute(trx);
  return rows;
}

async function copyInto(trx: Trx, table: string, columns: readonly string[], entry: ArchiveEntry): Promise<number> {
  const list = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
  const copying = trx.client.query(copyFrom(`copy "${table}" (${list}) from stdin`));
  await pipeline(Readable.from(entry.pieces), copying);
  return copying.rowCount;
}
