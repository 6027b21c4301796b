import type { Day } from '../../facts/days.js';
import type { Happened } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { atLeastOne, dayOfAct, goesOn, no, unless } from '../objections.js';
import { openedFrom } from '../opening.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface DivideContactRequest {
  readonly on: Day;
  /** The matters that go on by themselves; what is left stays here. */
  readonly others: readonly { readonly text: string }[];
}

/** One message of several matters becomes linked cases of the same day of receipt, before any of them is logged. */
export function mayDivideContact(c: Case, request: DivideContactRequest, context: Context): Decision {
  const { on, others } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.loggedOn === null
        ? null
        : no('already-logged', 'This has been logged already. Split a point off into a case of its own instead.', {
            provision: c.kind === 'complaint' ? provisionFor(c.edition, 'further-points') : null,
          }),
      atLeastOne('others', others, 'Write down each matter that becomes a case of its own.'),
      others.some((part) => part.text.trim() === '')
        ? no('others-empty', 'Write each matter in words, or remove it.', { field: 'others' })
        : null,
    ],
    () => {
      const { channel, firstHeardBy, files, receivedOn } = c;
      const opens = others.map((part) =>
        openedFrom(
          c,
          { on: receivedOn, channel, firstHeardBy, words: context.keep(part.text), files, relation: 'split-from' },
          context,
        ),
      );
      const links = opens.map(
        ({ id }): Happened => ({ what: { type: 'CaseLinked', to: id, relation: 'split-from', reason: null }, on }),
      );
      return allow(links, { opens });
    },
  );
}
