import type { Day } from '../../facts/days.js';
import type { File, RemedyId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { isPaid } from '../compensation.js';
import { kept } from '../kept.js';
import { dayOfAct, no, tells, unless } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { remedyIsOpen } from './answer-remedy.js';

export interface CompleteRemedyRequest {
  readonly on: Day;
  readonly remedy: RemedyId;
  readonly proof: string | null;
  readonly files: readonly File[];
}

/** 7.3: what was offered is carried through, with proof; also long after the stage has ended. */
export function mayCompleteRemedy(c: Case, request: CompleteRemedyRequest, context: Context): Decision {
  const { on, remedy, proof, files } = request;
  const words = kept(context, proof);
  return unless(
    [
      dayOfAct(c, on, context),
      remedyIsOpen(c, remedy, on),
      isPaid(c, remedy)
        ? no('paid-instead', 'This is money. Record its payment instead, with the day and the reference.', {
            field: 'remedy',
          })
        : null,
      !tells(proof) && files.length === 0
        ? no('proof-missing', 'Say what shows that it was done, or add a file that does.', {
            field: 'proof',
            provision: provisionFor(c.edition, 'promise'),
          })
        : null,
    ],
    () => allow([{ what: { type: 'RemedyDone', remedy, proof: words, files }, on }]),
  );
}
