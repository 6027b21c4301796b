/** Tells others what was learned: the log, and the history of every case behind it, in one transaction. */
import { sql } from 'kysely';
import { mayShareLearning } from '../../complaint/may/share-learning.js';
import type { Refusal } from '../../complaint/refusals.js';
import { sharedWith } from '../../reports/sharing/audiences.js';
import { objectionsToTelling, type ToTell } from '../../reports/sharing/telling.js';
import { actWithin } from '../act.js';
import type { Trx } from '../database.js';
import type { StaffWho } from '../improve.js';
import { londonDay } from '../today.js';
import { checkText } from './check.js';
import { casesBehindText } from './sources.js';
import { findText, logShared } from './texts.js';

export interface Telling extends ToTell {
  readonly text: string;
  readonly place: string;
  readonly now: Date;
}

export type Told =
  /** How many cases now say that what they taught was shared. */
  { readonly is: 'told'; readonly cases: number } | { readonly is: 'refused'; readonly refusals: readonly Refusal[] };

/** The text as it stands now, checked now: what was looked at before may have been changed. */
export async function shareText(trx: Trx, who: StaffWho, telling: Telling): Promise<Told> {
  const { way, place, on, now } = telling;
  await sql`select from shared_text where landlord_id = ${trx.landlordId} and id = ${telling.text} for update`.execute(
    trx,
  );
  const text = await findText(trx, telling.text);
  if (text === null) throw new Error('there is no such text');
  const today = londonDay(now);
  const behind = await casesBehindText(trx, text.id);
  const found = await checkText(trx, text, today, behind);
  const refusals = objectionsToTelling(text, telling, { found, today, roles: who.roles });
  if (refusals.length > 0) return { is: 'refused', refusals };
  await logShared(trx, text, { way, place, on, by: who.staff });
  let cases = 0;
  for (const caseId of behind) {
    const outcome = await actWithin(trx, who, { ref: caseId, expectedVersion: null, now }, (file, context) =>
      mayShareLearning(file.case, { on, with: sharedWith(text.audience, way), where: way }, context),
    );
    // A case that came after that day, or whose import was taken back, says nothing of it; the others do.
    if (outcome.is === 'done') cases += 1;
  }
  return { is: 'told', cases };
}
