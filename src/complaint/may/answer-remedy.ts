import type { Day } from '../../facts/days.js';
import type { RemedyId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, type Objection, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AnswerRemedyRequest {
  readonly on: Day;
  readonly remedy: RemedyId;
  readonly answer: 'accepted' | 'declined';
  readonly note: string | null;
}

/** 7.1: the resident takes what is offered, or does not; either way they may still ask for stage 2 or the Ombudsman. */
export function mayAnswerRemedy(c: Case, request: AnswerRemedyRequest, context: Context): Decision {
  const { on, remedy, answer, note } = request;
  return unless([dayOfAct(c, on, context), remedyIsOpen(c, remedy, on)], () =>
    allow([
      {
        what: { type: answer === 'accepted' ? 'RemedyAccepted' : 'RemedyDeclined', remedy, note: kept(context, note) },
        on,
      },
    ]),
  );
}

/** The remedy was offered by that day and is not done yet; a declined one may still be accepted. */
export function remedyIsOpen(c: Case, id: RemedyId, on: Day): Objection {
  const remedy = c.remedies.find((r) => r.id === id);
  if (remedy === undefined)
    return no('no-such-remedy', 'No such remedy was offered. Choose one that was.', { field: 'remedy' });
  if (remedy.state === 'done') return no('already-done', 'This remedy is done already.', { field: 'remedy' });
  if (on < remedy.offeredOn)
    return no('before-offered', 'It was offered after that day. Check the day.', { field: 'on' });
  return null;
}
