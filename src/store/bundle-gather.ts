/** Gathers the papers of a bundle: everything that the record holds, each once; what came since joins when asked again. */
import { sql } from 'kysely';
import type { BundleKind, PieceStanding } from '../complaint/bundle/kinds.js';
import { papersOf } from '../complaint/bundle/papers.js';
import type { Day } from '../facts/days.js';
import type { CaseId, File, PersonId } from '../facts/happened.js';
import { type Bundle, type Piece, raiseVersion } from './bundles.js';
import { type CaseFile, openFiles, readHistories } from './case-file.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';

/** Puts in what is not in yet. Gives how many papers are new. */
export async function gatherPapers(
  trx: Trx,
  bundle: Pick<Bundle, 'id' | 'audience' | 'caseId' | 'person'>,
): Promise<number> {
  const cases = bundle.caseId === null ? await casesOf(trx, bundle.person) : [bundle.caseId];
  const pieces: NewPiece[] = [];
  if (bundle.person !== null)
    pieces.push({
      ...alone,
      key: `record:${bundle.person}`,
      kind: 'other',
      source: 'record',
      title: 'What we hold about the person beside cases',
    });
  for (const file of await openFiles(trx, await readHistories(trx, cases))) {
    pieces.push(...papersOfCase(file));
    if (bundle.audience === 'ombudsman') pieces.push(...(await policiesOf(trx, file)));
  }
  return addPieces(trx, bundle.id, pieces);
}

const alone = { caseId: null, seq: null, file: null, on: null, standing: 'in' } as const;

/** The chronology and every paper of one case. */
function papersOfCase(file: CaseFile): readonly NewPiece[] {
  const { case: c, say, documents } = file;
  const papers = papersOf(c, { say, nameOf: (one) => documents.get(one)?.name ?? null });
  return [
    {
      ...alone,
      key: `${c.id}:chronology`,
      kind: 'chronology',
      source: 'chronology',
      caseId: c.id,
      title: `Chronology of ${c.reference}`,
    },
    ...papers.map(({ key, kind, source, seq, on, file: one, title }) => ({
      key,
      kind,
      source,
      caseId: c.id,
      seq,
      file: one,
      title: title.slice(0, 500),
      on,
      standing: 'in' as const,
    })),
  ];
}

/** The policy as it was published on the day of receipt; where none was yet, the first there is, saying when it came. */
async function policiesOf(trx: Trx, { case: c }: CaseFile): Promise<readonly NewPiece[]> {
  const { rows } = await sql<{ page: string; version: number; title: string; publishedOn: Day }>`
    select distinct on (page) page, version, title, published_on as "publishedOn" from policy_page
    where landlord_id = ${trx.landlordId}
    order by page, (published_on <= ${c.receivedOn}) desc,
      case when published_on <= ${c.receivedOn} then version end desc, version`.execute(trx);
  return rows.map(({ page, version, title, publishedOn }) => ({
    ...alone,
    key: `policy:${page}:${version}`,
    kind: 'policy',
    source: 'policy',
    title: publishedOn > c.receivedOn ? `${title} (published later)` : title,
    on: publishedOn,
  }));
}

/** Every case that names a person: as its resident, one of a group, or somebody who speaks for them. */
async function casesOf(trx: Trx, person: PersonId | null): Promise<CaseId[]> {
  if (person === null) return [];
  return [...((await casesNaming(trx, [person])).get(person) ?? [])];
}

/** Every case that names one of these people, by person. */
export async function casesNaming(
  trx: Trx,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly CaseId[]>> {
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ person: PersonId; cases: CaseId[] }>`
    select p.person_id as person, array_agg(distinct p.case_id::text order by p.case_id::text) as cases from party p
    join complaint c on c.landlord_id = p.landlord_id and c.case_id = p.case_id
    where p.landlord_id = ${trx.landlordId} and p.person_id = any (${[...people]}::uuid[])
      and ${notTakenBack}
    group by p.person_id`.execute(trx);
  return new Map(rows.map(({ person, cases }) => [person, cases]));
}

/** The parts that a person has in cases. */
export async function partsOf(
  trx: Trx,
  person: PersonId,
): Promise<
  readonly {
    readonly reference: string;
    readonly receivedOn: Day;
    readonly part: string;
    readonly home: string | null;
  }[]
> {
  const { rows } = await sql<{ reference: string; receivedOn: Day; part: string; home: string | null }>`
    select c.reference, c.received_on as "receivedOn", p.part,
      case when p.part = 'resident' then concat_ws(', ', h.address, h.postcode) end as home
    from party p join complaint c on c.landlord_id = p.landlord_id and c.case_id = p.case_id
    left join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
    where p.landlord_id = ${trx.landlordId} and p.person_id = ${person} and ${notTakenBack}
    order by c.received_on, c.reference, p.part`.execute(trx);
  return rows;
}

/** A page of the policy as it was published; null when there is none of that number. */
export async function policyVersion(
  trx: Trx,
  page: string,
  version: number,
): Promise<{ title: string; body: string; publishedOn: Day; version: number } | null> {
  const { rows } = await sql<{ title: string; body: string; publishedOn: Day; version: number }>`
    select title, body, published_on as "publishedOn", version from policy_page
    where landlord_id = ${trx.landlordId} and page = ${page} and version = ${version}`.execute(trx);
  return rows[0] ?? null;
}

export interface NewPiece {
  readonly key: string;
  readonly kind: BundleKind;
  readonly source: Piece['source'];
  readonly caseId: CaseId | null;
  readonly seq: number | null;
  readonly file: File | null;
  readonly title: string;
  readonly on: Day | null;
  readonly standing: PieceStanding;
}

/** Puts papers into a bundle, each once. Gives how many are new. */
export async function addPieces(trx: Trx, bundle: string, pieces: readonly NewPiece[]): Promise<number> {
  if (pieces.length === 0) return 0;
  const done = await sql`
    insert into bundle_piece (landlord_id, bundle_id, key, kind, source, case_id, seq, file, title, on_day, standing)
    select ${trx.landlordId}::uuid, ${bundle}::uuid, p.key, p.kind, p.source, p."caseId", p.seq, decode(p.file, 'hex'), p.title,
      p."on", p.standing
    from jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb) as p(key text, kind text, source text, "caseId" uuid, seq integer,
      file text, title text, "on" date, standing text)
    on conflict (landlord_id, bundle_id, key) do nothing`.execute(trx);
  const added = Number(done.numAffectedRows ?? 0n);
  if (added > 0) await raiseVersion(trx, bundle);
  return added;
}
