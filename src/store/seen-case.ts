/**
 * A case as one of its people sees it, with the words and names that this view holds and no others: read in two goes, the
 * history first, then what the view names.
 */

import { sql } from 'kysely';
import type { ArrivalKind } from '../complaint/arriving.js';
import type { Case } from '../complaint/case.js';
import type { ClockRules } from '../complaint/clocks.js';
import { type SeenCase, seenByResident } from '../complaint/following/seen-by-resident.js';
import { withoutUnsent } from '../complaint/sending.js';
import type { Day } from '../facts/days.js';
import type { CaseId, File, PersonId, StaffId, Words } from '../facts/happened.js';
import { type RestrictionRow, restrictionsOn } from './behaviour.js';
import { caseOf, type DocumentRow, readDocuments, readHistories, readHistory } from './case-file.js';
import { mentionsIn } from './chain.js';
import { type Trx, together } from './database.js';
import { unsentAmong, unsentOf } from './letter-sendings.js';
import { readWords } from './words.js';

export interface SeenFile {
  readonly case: Case;
  readonly seen: SeenCase;
  /** The words behind a digest of the view; null when they were erased. */
  readonly text: (words: Words | null) => string | null;
  readonly documents: ReadonlyMap<File, DocumentRow>;
  readonly staff: ReadonlyMap<StaffId, string>;
  /** What they asked for that an officer has not seen yet. */
  readonly waiting: readonly { readonly kind: ArrivalKind; readonly arrivedOn: Day }[];
}

export interface WhoSees {
  readonly caseId: CaseId;
  readonly person: PersonId;
  readonly rules: ClockRules;
  readonly today: Day;
}

/** Null when the case is not theirs to see. `part` says of which part of the view the words are wanted. */
export async function readSeen(
  trx: Trx,
  { caseId, person, rules, today }: WhoSees,
  part: (seen: SeenCase) => unknown = (seen) => seen,
): Promise<SeenFile | null> {
  const history = await readHistory(trx, caseId);
  if (history === null) return null;
  // A letter that has not left is not theirs to read yet, nor what it does.
  const c = withoutUnsent(caseOf(history), await unsentOf(trx, caseId));
  const seen = seenByResident(c, person, rules, today);
  if (seen === null) return null;
  const wanted = part(seen);
  const mentions = mentionsIn('', wanted);
  const [texts, documents, staff, waiting] = await together(
    readWords(trx, [...mentions.words]),
    readDocuments(trx, [...mentions.files]),
    namesOf(trx, [
      seen.handler,
      ...seen.messages.map((one) => one.staff),
      ...seen.restrictions.map((one) => one.contact),
    ]),
    waitingOf(trx, caseId, person),
  );
  return {
    case: c,
    seen,
    text: (words) => (words === null ? null : (texts.get(words) ?? null)),
    documents,
    staff,
    waiting,
  };
}

/** What restricts this person's own contact on a day, as they know it: a letter that has not left restricts nobody yet. */
export async function restrictionsKnownTo(trx: Trx, person: PersonId, today: Day): Promise<readonly RestrictionRow[]> {
  const holding = await restrictionsOn(trx, [person], today);
  const ids = [...new Set(holding.map(({ caseId }) => caseId))];
  if (ids.length === 0) return [];
  const [histories, unsent] = await together(readHistories(trx, ids), unsentAmong(trx, ids));
  const known = new Set(
    histories
      .map(caseOf)
      .flatMap((c) => withoutUnsent(c, unsent.get(c.id) ?? []).history)
      .flatMap(({ what }) => (what.type === 'ContactRestricted' ? [what.restriction] : [])),
  );
  return holding.filter(({ id }) => known.has(id));
}

async function namesOf(trx: Trx, ids: readonly (StaffId | null)[]): Promise<ReadonlyMap<StaffId, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ id: StaffId; name: string }>`
    select id, name from staff where landlord_id = ${trx.landlordId} and id = any (${wanted}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function waitingOf(trx: Trx, caseId: CaseId, person: PersonId): Promise<SeenFile['waiting']> {
  const { rows } = await sql<{ kind: ArrivalKind; arrivedOn: Day }>`
    select kind, arrived_on as "arrivedOn" from arrival
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id = ${person} and settled_at is null
    order by noted_at`.execute(trx);
  return rows;
}

/** Whether this was taken already: a form that is sent twice is one arrival. */
export async function isArrived(trx: Trx, key: string): Promise<boolean> {
  const { rows } = await sql`select 1 from arrival where landlord_id = ${trx.landlordId} and key = ${key}`.execute(trx);
  return rows.length > 0;
}
