/** What is changed because of complaints: who sees to it, by when, its proof, its reviews, and the cases it came from. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ImprovementState } from '../complaint/improvements.js';
import type { Day } from '../facts/days.js';
import type { CaseId, ImprovementId, StaffId } from '../facts/happened.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import type { Aimed } from './improvement-effect.js';

export const improvementKinds = ['corrective', 'preventive'] as const;
export type ImprovementKind = (typeof improvementKinds)[number];

export interface ImprovementWritten {
  readonly kind: ImprovementKind;
  readonly title: string;
  readonly aim: string;
  readonly owner: StaffId;
  readonly dueOn: Day;
  readonly aimed: Aimed;
  readonly weeks: number;
}

export interface Improvement extends ImprovementWritten {
  readonly id: ImprovementId;
  readonly ownerName: string;
  readonly openedOn: Day;
  readonly openedByName: string;
  readonly state: ImprovementState;
  readonly doneOn: Day | null;
  /** Who recorded it as done; null while it is not, or where nobody was named. */
  readonly doneBy: StaffId | null;
  readonly proof: string | null;
  readonly proofPiece: string | null;
  /** When it is time to look whether the complaints stopped. */
  readonly reviewOn: Day | null;
  readonly worked: boolean | null;
  readonly closedOn: Day | null;
  readonly closedWords: string | null;
  readonly cases: number;
  readonly version: number;
}

const columns = sql`i.id, i.kind, i.title, i.aim, i.owner_id as owner, o.name as "ownerName", i.due_on as "dueOn",
  i.opened_on as "openedOn", b.name as "openedByName", i.state, i.weeks, i.done_on as "doneOn",
  i.done_by as "doneBy", i.proof,
  i.proof_piece as "proofPiece", i.review_on as "reviewOn", i.closed_on as "closedOn",
  i.closed_words as "closedWords", i.version,
  json_build_object('cause', i.about_cause, 'category', i.about_category, 'area', i.about_area, 'block', i.about_block)
    as aimed,
  (select r.worked from improvement_review r where r.landlord_id = i.landlord_id and r.improvement_id = i.id
    order by r.n desc limit 1) as worked,
  (select count(*)::int from improvement m
    join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id and ${notTakenBack}
    where m.landlord_id = i.landlord_id and m.improvement_id = i.id::text) as cases`;
const from = sql.raw(`improvement_plan i
  join staff o on o.landlord_id = i.landlord_id and o.id = i.owner_id
  join staff b on b.landlord_id = i.landlord_id and b.id = i.opened_by`);

export const improvementShows = ['running', 'late', 'to-review', 'closed', 'all'] as const;
export type ImprovementShow = (typeof improvementShows)[number];

/** What is late comes first, then by its day. */
export async function listImprovements(
  trx: Trx,
  {
    show,
    owner = null,
    today,
  }: { readonly show: ImprovementShow; readonly owner?: string | null; readonly today: Day },
): Promise<Improvement[]> {
  const which = {
    running: sql`i.state <> 'closed'`,
    late: sql`i.state = 'open' and i.due_on < ${today}`,
    'to-review': sql`i.state = 'done' and i.review_on <= ${today}`,
    closed: sql`i.state = 'closed'`,
    all: sql`true`,
  }[show];
  const { rows } = await sql<Improvement>`
    select ${columns} from ${from}
    where i.landlord_id = ${trx.landlordId} and ${which} and (${owner}::text is null or i.owner_id::text = ${owner})
    order by i.state = 'closed', case i.state when 'open' then i.due_on when 'done' then i.review_on end nulls last,
      i.closed_on desc, i.id
    limit 500`.execute(trx);
  return rows;
}

export async function findImprovement(trx: Trx, id: string): Promise<Improvement | null> {
  const { rows } = await sql<Improvement>`
    select ${columns} from ${from} where i.landlord_id = ${trx.landlordId} and i.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

export interface OwnersLoad {
  readonly owner: StaffId;
  readonly name: string;
  readonly open: number;
  readonly late: number;
  readonly toReview: number;
}

/** How much each owner has, whoever has most that is late first. */
export async function improvementsByOwner(trx: Trx, today: Day): Promise<OwnersLoad[]> {
  const { rows } = await sql<OwnersLoad>`
    select i.owner_id as owner, o.name,
      count(*) filter (where i.state = 'open')::int as open,
      count(*) filter (where i.state = 'open' and i.due_on < ${today})::int as late,
      count(*) filter (where i.state = 'done' and i.review_on <= ${today})::int as "toReview"
    from improvement_plan i join staff o on o.landlord_id = i.landlord_id and o.id = i.owner_id
    where i.landlord_id = ${trx.landlordId} and i.state <> 'closed'
    group by i.owner_id, o.name
    order by late desc, "toReview" desc, open desc, o.name`.execute(trx);
  return rows;
}

export interface CaseOfImprovement {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly receivedOn: Day;
  readonly category: string | null;
  readonly area: string | null;
  readonly openedOn: Day;
}

/** The cases it came from, as their histories tell. */
export async function casesOfImprovement(trx: Trx, id: string): Promise<CaseOfImprovement[]> {
  const { rows } = await sql<CaseOfImprovement>`
    select c.case_id as "caseId", c.reference, c.received_on as "receivedOn", c.category, c.area, m.opened_on as "openedOn"
    from improvement m
    join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id and ${notTakenBack}
    where m.landlord_id = ${trx.landlordId} and m.improvement_id = ${id}
    order by c.received_on desc, c.reference`.execute(trx);
  return rows;
}

export async function caseIdsBehind(trx: Trx, id: string): Promise<CaseId[]> {
  return (await casesOfImprovement(trx, id)).map(({ caseId }) => caseId);
}

export async function improvementsOfCase(trx: Trx, caseId: CaseId): Promise<Improvement[]> {
  const { rows } = await sql<Improvement>`
    select ${columns} from ${from}
    where i.landlord_id = ${trx.landlordId} and i.id::text in (
      select m.improvement_id from improvement m where m.landlord_id = ${trx.landlordId} and m.case_id = ${caseId})
    order by i.opened_on, i.id`.execute(trx);
  return rows;
}

export async function noteImprovement(
  trx: Trx,
  id: string,
  words: string,
  { by, at }: { readonly by: StaffId | null; readonly at: Date },
): Promise<void> {
  await sql`
    insert into improvement_change (landlord_id, improvement_id, by_staff_id, words, at)
    values (${trx.landlordId}, ${id}, ${by}, ${words}, ${at.toISOString()})`.execute(trx);
}

/** Writes the improvement itself; the cases tell of it in the same transaction. */
export async function addImprovement(
  trx: Trx,
  written: ImprovementWritten,
  {
    id = randomUUID() as ImprovementId,
    by,
    on,
    at,
  }: { readonly id?: ImprovementId; readonly by: StaffId; readonly on: Day; readonly at: Date },
): Promise<ImprovementId> {
  const { kind, title, aim, owner, dueOn, aimed, weeks } = written;
  await sql`
    insert into improvement_plan (landlord_id, id, kind, title, aim, owner_id, due_on, opened_on, opened_by,
      about_cause, about_category, about_area, about_block, weeks)
    values (${trx.landlordId}, ${id}, ${kind}, ${title}, ${aim}, ${owner}, ${dueOn}, ${on}, ${by},
      ${aimed.cause}, ${aimed.category}, ${aimed.area}, ${aimed.block}, ${weeks})`.execute(trx);
  await noteImprovement(trx, id, 'Opened', { by, at });
  return id;
}
