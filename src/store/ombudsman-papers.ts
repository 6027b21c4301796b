/** What an Ombudsman wrote about the landlord as a whole, and what it published where. Nothing here is a case's words. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isFailure, objectionsToFollowing, objectionsToPaper, type PaperKind } from '../complaint/ombudsman-paper.js';
import type { Refusal } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId, WhichOmbudsman } from '../facts/happened.js';
import type { Item } from '../reports/annual/data.js';
import type { Period } from '../reports/measured.js';
import type { Trx } from './database.js';
import { readRules } from './rules.js';
import { notAmong } from './staff-concerned.js';

export interface PaperTold {
  readonly ombudsman: WhichOmbudsman;
  readonly kind: PaperKind;
  readonly failureKind: string | null;
  readonly caseId: CaseId | null;
  readonly title: string;
  readonly receivedOn: Day;
  readonly asks: string | null;
  readonly dueOn: Day | null;
  readonly owner: StaffId | null;
  readonly publishedOn: Day | null;
  readonly publishedWhere: string | null;
}

export interface Paper extends PaperTold {
  readonly id: string;
  readonly reference: string | null;
  readonly doneOn: Day | null;
  readonly doneWords: string | null;
}

/** Puts it on the list; or what speaks against it. */
export async function addPaper(
  trx: Trx,
  paper: PaperTold,
  by: StaffId,
  today: Day,
): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly refusals: readonly Refusal[] }> {
  const refusals = objectionsToPaper(paper, { today, rules: await readRules(trx) });
  if (refusals.length > 0) return { ok: false, refusals };
  const id = randomUUID();
  const { ombudsman, kind, failureKind, caseId, title, receivedOn, asks, dueOn, owner, publishedOn, publishedWhere } =
    paper;
  await sql`
    insert into ombudsman_paper (landlord_id, id, ombudsman, kind, failure_kind, case_id, title, received_on, asks, due_on,
      owner_id, published_on, published_where, added_by)
    values (${trx.landlordId}, ${id}, ${ombudsman}, ${kind}, ${isFailure(kind) ? failureKind : null}, ${caseId}, ${title}, ${receivedOn}, ${asks},
      ${dueOn}, ${owner}, ${publishedOn}, ${publishedWhere}, ${by})`.execute(trx);
  return { ok: true, id };
}

/** The newest first; with an id, that one alone. A case that is hidden from who looks is not named. */
export async function listPapers(
  trx: Trx,
  id: string | null = null,
  hidden: readonly CaseId[] = [],
): Promise<readonly Paper[]> {
  const { rows } = await sql<Paper>`
    select p.id, p.ombudsman, p.kind, p.failure_kind as "failureKind", p.case_id as "caseId", c.reference, p.title,
      p.received_on as "receivedOn", p.asks, p.due_on as "dueOn", p.owner_id as owner, p.done_on as "doneOn",
      p.done_words as "doneWords", p.published_on as "publishedOn", p.published_where as "publishedWhere"
    from ombudsman_paper p
    left join complaint c on c.landlord_id = p.landlord_id and c.case_id = p.case_id
      and ${notAmong('c.case_id', hidden)}
    where p.landlord_id = ${trx.landlordId} and p.removed_at is null and (${id}::text is null or p.id::text = ${id})
    order by p.received_on desc, p.id
    limit 500`.execute(trx);
  return rows;
}

export type PaperFollowed = Pick<
  Paper,
  'asks' | 'dueOn' | 'owner' | 'doneOn' | 'doneWords' | 'publishedOn' | 'publishedWhere'
>;

/** What became of it since; what speaks against that, and null when it is gone. */
export async function followPaper(
  trx: Trx,
  id: string,
  to: PaperFollowed,
  today: Day,
): Promise<readonly Refusal[] | null> {
  const { rows: known } = await sql<Pick<Paper, 'receivedOn'>>`
    select received_on as "receivedOn" from ombudsman_paper
    where landlord_id = ${trx.landlordId} and id::text = ${id} and removed_at is null`.execute(trx);
  const [paper] = known;
  if (paper === undefined) return null;
  const refusals = objectionsToFollowing({ ...to, ...paper }, { today, rules: await readRules(trx) });
  if (refusals.length > 0) return refusals;
  const { rows } = await sql`
    update ombudsman_paper set asks = ${to.asks}, due_on = ${to.dueOn}, owner_id = ${to.owner}, done_on = ${to.doneOn},
      done_words = ${to.doneWords}, published_on = ${to.publishedOn}, published_where = ${to.publishedWhere}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and removed_at is null
    returning id`.execute(trx);
  return rows.length > 0 ? [] : null;
}

/** Off the list; the row stays, with who took it off. */
export async function removePaper(trx: Trx, id: string, by: StaffId): Promise<void> {
  await sql`
    update ombudsman_paper set removed_at = now(), removed_by = ${by}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and removed_at is null`.execute(trx);
}

/** How many ask for something by a day up to this one, and it is not done; with an owner, theirs alone. */
export async function papersDue(trx: Trx, until: Day, owner: StaffId | null = null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ombudsman_paper
    where landlord_id = ${trx.landlordId} and removed_at is null and done_on is null and due_on <= ${until}
      and (${owner}::uuid is null or owner_id = ${owner}::uuid)`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** Of these, what the annual report of a year tells: its report on our performance (e), and everything else (f). */
export async function papersOfYear(
  trx: Trx,
  year: Period,
): Promise<{ readonly items: readonly Item[]; readonly notices: readonly { on: Day; kind: string }[] }> {
  const { rows } = await sql<Paper>`
    select p.kind, p.failure_kind as "failureKind", p.title, p.received_on as "receivedOn", p.asks,
      p.done_words as "doneWords", p.published_where as "publishedWhere"
    from ombudsman_paper p
    where p.landlord_id = ${trx.landlordId} and p.removed_at is null
      and p.received_on between ${year.from} and ${year.until}
    order by p.received_on, p.id`.execute(trx);
  const items = rows
    .filter(({ kind }) => !isFailure(kind))
    .map((one) => ({
      part: one.kind === 'performance-report' ? ('e' as const) : ('f' as const),
      title: one.title,
      address: one.publishedWhere ?? '',
      on: one.receivedOn,
      words: [one.asks, one.doneWords].filter((text) => text !== null && text !== '').join(' ') || one.title,
    }));
  const notices = rows.flatMap(({ kind, failureKind, receivedOn }) =>
    isFailure(kind) ? [{ on: receivedOn, kind: failureKind ?? kind }] : [],
  );
  return { items, notices };
}
