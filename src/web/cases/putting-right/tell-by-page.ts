/**
 * The resident is told of a change to a promise by a message on their own page; they hear that it is there by the way agreed
 * with them. Whom nothing that we send may reach is put before a person.
 */
import { accessTo } from '../../../complaint/access.js';
import { peopleToAsk } from '../../../complaint/asking/whom.js';
import type { Case, PromiseMade } from '../../../complaint/case.js';
import { mayWriteToResident } from '../../../complaint/may/write-to-resident.js';
import { type Context, type Decision, refuse } from '../../../complaint/refusals.js';
import { type Day, inWords } from '../../../facts/days.js';
import type { Done, Extras } from '../../../store/act.js';
import type { Trx } from '../../../store/database.js';
import { queueMessage } from '../../../store/outbox.js';
import type { Visit } from '../../visit.js';

/** What they read: what was promised, what becomes of it, and why. */
export function changeText(
  promise: Pick<PromiseMade, 'dueOn'>,
  say: { readonly promised: string; readonly reason: string; readonly newDate: Day | null },
): string {
  const { promised, reason, newDate } = say;
  return [
    `We promised you this: ${promised}`,
    newDate === null
      ? 'We will not do it any more.'
      : `It was to be done by ${inWords(promise.dueOn)}. It will now be done by ${inWords(newDate)}.`,
    `Why: ${reason}`,
  ].join('\n\n');
}

/** Writes it today to whoever acts for the resident, or the resident, and each of a group; `field` is where it was asked for. */
export function writeOnPage(c: Case, text: string, context: Context, field: string): Decision {
  const on = context.today;
  const to = peopleToAsk(c, on).filter((person) => accessTo(c, person, on) !== null);
  return to.length === 0
    ? refuse('nobody-to-write-to', 'Nobody of this case can read it on a page of theirs. Tell them another way.', {
        field,
      })
    : mayWriteToResident(c, { on, to, text, files: [], field }, context);
}

/** Tells them that it is there, when something was written. */
export function thenSay(visit: Visit, wrote: boolean): Extras {
  return {
    also: async (trx: Trx, done: Done) => {
      const { what } = done.case.entries.at(-1) ?? {};
      if (!wrote || what?.type !== 'MessageSent') return;
      for (const person of what.to)
        await queueMessage(trx, {
          key: `written:${done.caseId}:${done.version}:${person}`,
          purpose: 'update',
          caseId: done.caseId,
          to: { person },
          subject: `A message about ${done.reference}`,
          body: `${visit.landlord.name} has written to you about something that was promised to you (${done.reference}).\n\nRead it here: {link}\n\nThe link works for 14 days and only for you. Please do not pass it on.`,
          link: { purpose: 'follow', person, about: null, forDays: 14 },
          now: new Date(visit.now),
        });
    },
  };
}
