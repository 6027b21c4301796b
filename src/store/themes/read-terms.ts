/**
 * Reads the words in which residents told of their complaints, for themes. A case waits to be read until this has come to
 * it, and again when something was added; what is erased is forgotten at once (forget-terms.ts).
 */
import { sql } from 'kysely';
import type { Case } from '../../complaint/case.js';
import type { CaseId, Words } from '../../facts/happened.js';
import { termsOf } from '../../reports/themes/terms.js';
import { caseOf, type History, HistoryUnreadable, readHistories } from '../case-file.js';
import { takeHeads } from '../case-store.js';
import { type Database, inLandlord, type LandlordId, type Trx } from '../database.js';
import { readWords } from '../words.js';
import { dropUntold } from './forget-terms.js';

const atOnce = 250;

/** What the residents of a case said or wrote themselves, corrections in their place. */
function residentsWords(c: Case): readonly Words[] {
  return c.history.flatMap(({ what }): (Words | null)[] => {
    switch (what.type) {
      case 'Received':
      case 'MessageReceived':
      case 'PointRaised':
      case 'EscalationRequested':
      case 'EscalationWidened':
      case 'ResidentSaidDone':
      case 'ResidentSaidNotDone':
      case 'SurveyAnswered':
        return [what.words];
      case 'PositionHeard':
      case 'CommentsMade':
        return 'person' in what.from ? [what.words] : [];
      default:
        return [];
    }
  }) as Words[];
}

export interface TermsRead {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly version: number;
  readonly terms: readonly string[];
}

/** What each of these cases tells, as its history and what is left of its words say. */
export async function termsToldBy(trx: Trx, histories: readonly History[]): Promise<TermsRead[]> {
  const cases = histories.flatMap((history) => {
    try {
      return [caseOf(history)];
    } catch (error) {
      if (error instanceof HistoryUnreadable) return [];
      throw error;
    }
  });
  const words = new Map(cases.map((c) => [c.id, residentsWords(c).filter((one) => one !== null)]));
  const texts = await readWords(trx, [...words.values()].flat());
  return cases.map((c) => ({
    caseId: c.id,
    reference: c.reference,
    version: c.version,
    terms: [...termsOf((words.get(c.id) ?? []).flatMap((digest) => texts.get(digest) ?? []))].sort(),
  }));
}

/** Puts down what cases tell, in the place of what they told before. */
export async function putTerms(trx: Trx, read: readonly TermsRead[]): Promise<void> {
  if (read.length === 0) return;
  const terms = [...new Set(read.flatMap((one) => one.terms))];
  // In one order whoever writes them: two that read other cases at the same time wait for each other, and never in a ring.
  await sql`
    insert into theme_term (landlord_id, term)
    select ${trx.landlordId}::uuid, told.term from unnest(${terms}::text[]) told (term)
    where not exists (
      select from theme_term k where k.landlord_id = ${trx.landlordId}::uuid and k.term = told.term collate "C")
    order by told.term collate "C"
    on conflict do nothing`.execute(trx);
  const rows = JSON.stringify(read.map(({ caseId, version, terms }) => ({ case_id: caseId, version, terms })));
  await sql`
    with told as materialized (
      select r.case_id, r.version, r.terms
      from jsonb_to_recordset(${rows}::jsonb) as r (case_id uuid, version integer, terms text[])),
    -- Joined once for all cases: looked up case by case, each would run through every term there is.
    known as (
      select told.case_id, array_agg(k.id order by k.id) as ids
      from told
      cross join unnest(told.terms) u (term)
      join theme_term k on k.landlord_id = ${trx.landlordId}::uuid and k.term = u.term collate "C"
      group by told.case_id)
    insert into theme_case (landlord_id, case_id, version, terms)
    select ${trx.landlordId}::uuid, told.case_id, told.version, coalesce(known.ids, '{}')
    from told
    left join known on known.case_id = told.case_id
    on conflict (landlord_id, case_id) do update set version = excluded.version, terms = excluded.terms`.execute(trx);
}

/** Complaints whose words wait to be read: new ones, and those to which something was added. */
const waiting = sql.raw(`c.kind = 'complaint' and t.version is distinct from c.version`);

export async function countToRead(trx: Trx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from complaint c
    left join theme_case t on t.landlord_id = c.landlord_id and t.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and ${waiting}`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** Reads some of the cases that wait, and says how many they were. Nobody erases their words meanwhile: their heads are held. */
async function readSomeTerms(trx: Trx, most = atOnce, after: CaseId | null = null): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ case_id: CaseId }>`
    select c.case_id from complaint c
    left join theme_case t on t.landlord_id = c.landlord_id and t.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and ${waiting} and (${after}::uuid is null or c.case_id > ${after}::uuid)
    order by c.case_id
    limit ${most}`.execute(trx);
  const ids = rows.map((row) => row.case_id);
  if (ids.length === 0) return ids;
  await takeHeads(trx, ids);
  await putTerms(trx, await termsToldBy(trx, await readHistories(trx, ids)));
  return ids;
}

/** Reads all that wait, some at a time: others work meanwhile. Words that nobody tells any more go. */
export async function readTerms(db: Database, landlordId: LandlordId): Promise<number> {
  let [read, after] = [0, null as CaseId | null];
  for (;;) {
    const ids = await inLandlord(db, landlordId, (trx) => readSomeTerms(trx, atOnce, after), { statementTimeoutMs: 0 });
    if (ids.length === 0) break;
    read += ids.length;
    after = ids.at(-1) ?? null;
  }
  if (read > 0) await inLandlord(db, landlordId, (trx) => dropUntold(trx), { statementTimeoutMs: 0 });
  return read;
}
