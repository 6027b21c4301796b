/** What is on record of imports: the registers, the maps that were confirmed, each import and how far it is, each row. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RegisterMap } from '../complaint/register/fields.js';
import { plain } from '../complaint/register/fields.js';
import type { Trx } from './database.js';
import type { ImportedRow, ImportRecord, RowsRequest } from './import-shapes.js';

import { notAmong } from './staff-concerned.js';
import { isoInstant } from './today.js';

const columns = sql`i.id, s.name as source, i.file_name as "fileName", encode(i.file_digest, 'hex') as "fileDigest",
  i.kept_file as "keptFile", i.map, i.mode, i.state, i.line, i.rows_in_file as "rowsInFile", i.rows, i.taken, i.already,
  i.changed, i.refused, i.warned, i.cases, i.taken_back as "takenBack", i.kept_cases as "keptCases", t.name as by,
  i.begun_at as "begunAt", i.ended_at as "endedAt", i.notes`;

const from = sql`register_import i
  join register_source s on s.landlord_id = i.landlord_id and s.id = i.source_id
  left join staff t on t.landlord_id = i.landlord_id and t.id = i.by_staff_id`;

/** One import; null when this landlord has none of that id. */
export async function readRecord(trx: Trx, id: string): Promise<ImportRecord | null> {
  const { rows } = await sql<ImportRecord>`
    select ${columns} from ${from}
    where i.landlord_id = ${trx.landlordId} and i.id::text = ${id}`.execute(trx);
  return rows[0] === undefined ? null : tidy(rows[0]);
}

/** The newest first. */
export async function listRecords(trx: Trx, most: number): Promise<ImportRecord[]> {
  const { rows } = await sql<ImportRecord>`
    select ${columns} from ${from}
    where i.landlord_id = ${trx.landlordId}
    order by i.begun_at desc, i.id
    limit ${most}`.execute(trx);
  return rows.map(tidy);
}

function tidy(record: ImportRecord): ImportRecord {
  return {
    ...record,
    begunAt: isoInstant(record.begunAt),
    endedAt: record.endedAt === null ? null : isoInstant(record.endedAt),
  };
}

/** What became of the rows, in the order of their lines. */
export async function readRows(trx: Trx, request: RowsRequest): Promise<ImportedRow[]> {
  const { importId, which, afterLine = 0, most = 100, hidden = [] } = request;
  const wanted =
    which === 'all'
      ? sql`true`
      : which === 'warned'
        ? sql`r.problems is not null and r.became <> 'refused'`
        : sql`r.became = ${which}`;
  const { rows } = await sql<Omit<ImportedRow, 'problems'> & { problems: [string | null, string][] | null }>`
    select r.line, case when r.key like '#%' then null else r.key end as reference, r.became, r.case_id as "caseId",
      h.reference as "caseReference", r.problems
    from register_row r
    left join case_head h on h.landlord_id = r.landlord_id and h.case_id = r.case_id
    where r.landlord_id = ${trx.landlordId} and r.import_id::text = ${importId} and r.line > ${afterLine} and ${wanted}
      and (r.case_id is null or ${notAmong('r.case_id', hidden)})
    order by r.line
    limit ${most}`.execute(trx);
  return rows.map(({ problems, ...row }) => ({
    ...row,
    problems: (problems ?? []).map(([column, reason]) => ({ column, reason })),
  }));
}

/** The map that was confirmed for these headings; null when there was none. */
export async function rememberedMap(trx: Trx, headings: readonly string[]): Promise<RegisterMap | null> {
  const { rows } = await sql<{ map: RegisterMap }>`
    select map from register_map
    where landlord_id = ${trx.landlordId} and headings = ${signatureOf(headings)}`.execute(trx);
  return rows[0]?.map ?? null;
}

export async function rememberMap(trx: Trx, headings: readonly string[], map: RegisterMap, now: Date): Promise<void> {
  await sql`
    insert into register_map (landlord_id, headings, map, used_at)
    values (${trx.landlordId}, ${signatureOf(headings)}, ${JSON.stringify(map)}::jsonb, ${now.toISOString()})
    on conflict (landlord_id, headings) do update set map = excluded.map, used_at = excluded.used_at`.execute(trx);
}

function signatureOf(headings: readonly string[]): Buffer {
  const text = headings
    .map(plain)
    .filter((heading) => heading !== '')
    .join('\u001f');
  return createHash('sha256').update(text).digest();
}

export interface Source {
  readonly id: string;
  /** Hex. */
  readonly salt: string;
}

/** The register of that name, made when it is new. */
export async function sourceCalled(trx: Trx, name: string): Promise<Source> {
  await sql`
    insert into register_source (landlord_id, id, name, salt)
    values (${trx.landlordId}, ${randomUUID()}, ${name}, ${randomBytes(16)})
    on conflict (landlord_id, name) do nothing`.execute(trx);
  const found = await findSource(trx, name);
  if (found === null) throw new Error('a register that was just named is not there');
  return found;
}

/** Null when nothing of that name was ever brought in. */
export async function findSource(trx: Trx, name: string): Promise<Source | null> {
  const { rows } = await sql<Source>`
    select id, encode(salt, 'hex') as salt from register_source
    where landlord_id = ${trx.landlordId} and name = ${name}`.execute(trx);
  return rows[0] ?? null;
}

/** Holds a register until the transaction ends: two imports of it go one after the other, batch by batch. */
export async function holdSource(trx: Trx, sourceId: string): Promise<void> {
  await sql`
    select 1 from register_source
    where landlord_id = ${trx.landlordId} and id = ${sourceId} for update`.execute(trx);
}
