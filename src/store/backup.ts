/**
 * Everything into one archive: the tables by COPY in one picture of the database, landlord after landlord (row security
 * lets even the owner see no more at a time), and the files that their rows name.
 *
 * Left out: what can be made again (search), what must not come back (sessions, one-time links, what somebody has begun to
 * tell and not sent), and jobs that wait:
 * a restored installation writes to nobody by itself.
 */
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { to as copyTo } from 'pg-copy-streams';
import { type ArchiveWriter, type Manifest, writeArchive } from './archive.js';
import { type Database, enterLandlord, inLandlord, type Trx } from './database.js';
import { pathOf } from './documents.js';
import { landlordTables, listLandlords } from './landlords.js';
import { Stop } from './stop.js';

export const leftOut: ReadonlySet<string> = new Set([
  'migration',
  'staff_session',
  'staff_link',
  'first_link',
  'sign_in_attempt',
  'resident_session',
  'resident_link',
  'one_time_code',
  'guess_count',
  'complaint_draft',
  'complaint_draft_file',
]);

/** What somebody began and has not sent is nobody's but theirs: its files stay out with it. */
const ofNoDraft = `not exists (
  select from complaint_draft_file d where d.landlord_id = file.landlord_id and d.file = file.digest)`;

const chunkSize = 4 * 1024 * 1024;

export interface BackedUp {
  readonly landlords: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Files that the tables name and the disk has not; `verify` says of which case. */
  readonly missing: readonly string[];
}

/** `db` is the owner's or the application's connection; `files` the folder of all landlords' files. */
export async function backupTo(path: string, db: Database, files: string, now: Date): Promise<BackedUp> {
  const target = resolve(path);
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  ) {
    throw new Stop(`There is a file ${target} already: choose another name for the backup.`);
  }
  const sum = { landlords: 0, tables: 0, rows: 0, files: 0, missing: [] as string[] };
  await inLandlord(
    db,
    '00000000-0000-0000-0000-000000000000',
    async (trx) => {
      const landlords = await listLandlords(trx);
      const tables = await tablesToKeep(trx);
      const manifest: Manifest = {
        format: 'putright-backup',
        version: 1,
        madeAt: now.toISOString(),
        migrations: await migrationsRun(trx),
        landlords: landlords.map(({ id, name }) => ({ id, name })),
        tables: tables.map(({ name, columns }) => ({ name, columns })),
      };
      sum.landlords = landlords.length;
      sum.tables = tables.length;
      await writeArchive(target, async (archive) => {
        await archive.put('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
        for (const table of tables.filter((one) => !one.ofLandlords)) {
          sum.rows += await copyOut(trx, archive, table, 'all', '');
        }
        for (const { id } of landlords) {
          const inside = await enterLandlord(trx, id);
          for (const table of tables.filter((one) => one.ofLandlords)) {
            sum.rows += await copyOut(inside, archive, table, id, ` where landlord_id = '${id}'${ofDrafts(table)}`);
          }
          for (const content of await contentsOf(inside)) {
            if (await archive.putFile(`files/${id}/${content}`, pathOf(files, id, content))) sum.files += 1;
            else sum.missing.push(content);
          }
        }
      });
    },
    { snapshot: true, readOnly: true, statementTimeoutMs: 0 },
  );
  return sum;
}

interface Table {
  readonly name: string;
  readonly columns: string[];
  readonly ofLandlords: boolean;
}

/** Every table that is kept, those that others point to first, so that they can be filled in this order. */
export async function tablesToKeep(trx: Trx): Promise<Table[]> {
  const found = await sql<{ name: string; columns: string[]; derived: boolean }>`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
      coalesce(obj_description(c.oid, 'pg_class') like 'derived%', false) as derived
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.oid, c.relname`.execute(trx);
  const tables = new Map(
    found.rows.filter((row) => !row.derived && !leftOut.has(row.name)).map((row) => [row.name, row.columns]),
  );
  const ofLandlords = (await landlordTables(trx)).reverse();
  const first = [...tables.keys()].filter((name) => !ofLandlords.includes(name)).sort();
  return [...first, ...ofLandlords].flatMap((name) => {
    const columns = tables.get(name);
    return columns === undefined ? [] : [{ name, columns, ofLandlords: ofLandlords.includes(name) }];
  });
}

export async function migrationsRun(trx: Trx): Promise<string[]> {
  const found = await sql<{ name: string }>`select name from migration where number > 0 order by number`.execute(trx);
  return found.rows.map((row) => row.name);
}

async function copyOut(trx: Trx, archive: ArchiveWriter, table: Table, place: string, where: string): Promise<number> {
  const columns = table.columns.map((name) => `"${name}"`).join(', ');
  const stream = trx.client.query(copyTo(`copy (select ${columns} from "${table.name}"${where}) to stdout`));
  let parts: Buffer[] = [];
  let size = 0;
  let chunk = 0;
  let rows = 0;
  const put = async (bytes: Buffer) => {
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1;
    chunk += 1;
    await archive.put(`tables/${place}/${table.name}/${String(chunk).padStart(6, '0')}.copy`, bytes);
  };
  for await (const piece of stream) {
    parts.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size < chunkSize) continue;
    // A line break stands only at the end of a row: those inside a value are written as \n.
    const all = Buffer.concat(parts);
    const end = all.lastIndexOf(10) + 1;
    if (end === 0) continue;
    await put(all.subarray(0, end));
    parts = [all.subarray(end)];
    size = all.length - end;
  }
  if (size > 0) await put(Buffer.concat(parts));
  return rows;
}

function ofDrafts({ name }: Table): string {
  return name === 'file' ? ` and ${ofNoDraft}` : '';
}

async function contentsOf(trx: Trx): Promise<string[]> {
  const found = await sql<{ content: string }>`
    select distinct encode(content, 'hex') as content from file
    where landlord_id = ${trx.landlordId} and ${sql.raw(ofNoDraft)} order by 1`.execute(trx);
  return found.rows.map((row) => row.content);
}
