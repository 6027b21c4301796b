import type { Day } from '../../facts/days.js';
import type { WhichOmbudsman } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, unless, written } from '../objections.js';
import { hasTheirCase, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface EndOmbudsmanCaseRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly text: string;
}

/** It goes no further there: settled early, sent back to us, or not that Ombudsman's to look at. */
export function mayEndOmbudsmanCase(c: Case, request: EndOmbudsmanCaseRequest, context: Context): Decision {
  const { on, ombudsman, text } = request;
  const known = theirCase(c, ombudsman);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      hasTheirCase(c, ombudsman),
      known?.ended ? no('ended-already', 'That has ended already.', { field: 'ombudsman' }) : null,
      known?.orders.some((order) => order.binding && order.outstanding)
        ? no('orders-open', 'An order of it is still to be complied with, or its proof to be sent. Do that first.', {
            field: 'ombudsman',
          })
        : null,
      written('text', text, 'Say why it goes no further there.'),
    ],
    () => allow([{ what: { type: 'OmbudsmanCaseEnded', ombudsman, words: context.keep(text) }, on }]),
  );
}
