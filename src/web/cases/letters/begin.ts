/** Beginning a letter: its entry in the history and its draft, in one transaction. */
import type { Case } from '../../../complaint/case.js';
import { mayDraftLetter } from '../../../complaint/may/draft-letter.js';
import type { Context, Decision } from '../../../complaint/refusals.js';
import { stageOfLetter } from '../../../complaint/with-letter.js';
import type { LetterId } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import type { Extras } from '../../../store/act.js';
import { beginDraft } from '../../../store/letters.js';
import { optionalChoice } from '../../ui/fields.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';
import { recipients } from './letter-work.js';

/** Whether the act could be done comes first: nobody writes a letter that can't go out. */
export function mayBeginLetter(c: Case, matter: Matter, couldBeDone: Decision | null, context: Context): Decision {
  if (couldBeDone !== null && !couldBeDone.ok) return couldBeDone;
  return mayDraftLetter(
    c,
    { on: context.today, letter: context.newId<LetterId>(), kind: matter.kind, stage: stageOfLetter(matter) },
    context,
  );
}

/** The draft of the letter that was begun last. */
export function draftToo(matter: Matter, to: string | null, visit: Visit, shown: CaseShown): Extras {
  const among = recipients(shown, visit.today);
  const chosen = among.find((one) => one.person === to) ?? among[0];
  return {
    also: async (trx, done) => {
      await beginDraft(trx, {
        letter: lastBegun(done.case),
        caseId: done.caseId,
        matter,
        to: chosen?.person ?? shown.case.person,
        as: chosen?.as ?? 'resident',
        by: visit.staff.id,
        now: new Date(visit.now),
      });
    },
  };
}

export function lastBegun(c: Case): LetterId {
  const entry = c.history.findLast(({ what }) => what.type === 'LetterDrafted');
  if (entry?.what.type !== 'LetterDrafted') throw new Error('no letter has been begun');
  return entry.what.letter;
}

/** Where its writing goes on. */
export function toTheLetter(outcome: { readonly case: Case }): string {
  return `/letters/${lastBegun(outcome.case)}`;
}

/** Whom it is for; asked only when there are several. */
export const toField = (shown: CaseShown, visit: Visit) =>
  optionalChoice(recipients(shown, visit.today).map((one) => one.person as string));
