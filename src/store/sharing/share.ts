/** Tells others what was learned: the log, and the history of every case behind it, in one transaction. */
import { allow } from '../../complaint/refusals.js';
import type { Day } from '../../facts/days.js';
import { sharedWith, type Way } from '../../reports/sharing/audiences.js';
import { actWithin, type Who } from '../act.js';
import type { Trx } from '../database.js';
import { casesBehindText } from './sources.js';
import { logShared, type SharedItem, type SharedText } from './texts.js';

export interface Telling {
  readonly way: Way;
  readonly place: string;
  readonly on: Day;
  readonly now: Date;
}

/** How many cases now say that what they taught was shared. */
export async function shareText(
  trx: Trx,
  who: Who & { readonly staff: NonNullable<Who['staff']> },
  text: SharedText & { readonly items: readonly SharedItem[] },
  { way, place, on, now }: Telling,
): Promise<number> {
  await logShared(trx, text, { way, place, on, by: who.staff });
  let told = 0;
  for (const caseId of await casesBehindText(trx, text.id)) {
    const outcome = await actWithin(trx, who, { ref: caseId, expectedVersion: null, now }, (file) =>
      on < file.case.receivedOn || file.case.importTakenBack
        ? allow([])
        : allow([
            { on, what: { type: 'LearningShared', with: sharedWith(text.audience, way), where: way, words: null } },
          ]),
    );
    if (outcome.is === 'done') told += 1;
  }
  return told;
}
