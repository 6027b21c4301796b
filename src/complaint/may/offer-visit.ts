import { type Day, inWords } from '../../facts/days.js';
import type { AccessOutcome, PromiseId, Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { promiseIsOpen } from './move-promise.js';

export interface OfferVisitRequest {
  readonly on: Day;
  readonly promise: PromiseId;
  readonly visitOn: Day;
  /** Null when a repairs system tells of it. */
  readonly how: Sending | null;
  readonly cameOf: AccessOutcome;
  readonly text: string | null;
}

/** A visit that the resident was offered and that did not happen: on three such days hangs that there was no access. */
export function mayOfferVisit(c: Case, request: OfferVisitRequest, context: Context): Decision {
  const { on, promise: id, visitOn, how, cameOf, text } = request;
  const promise = c.promises.find((p) => p.id === id);
  return unless(
    [
      dayOfAct(c, on, context),
      promiseIsOpen(c, id, on),
      dayOfAct(c, visitOn, context, 'visitOn'),
      promise !== undefined && visitOn < promise.promisedOn
        ? no('before-promised', `It was promised on ${inWords(promise.promisedOn)}. Check the day of the visit.`, {
            field: 'visitOn',
          })
        : null,
      promise?.visits.some((one) => one.visitOn === visitOn)
        ? no('same-visit', `The visit of ${inWords(visitOn)} is on record already.`, { field: 'visitOn' })
        : null,
    ],
    () =>
      allow([{ what: { type: 'AccessOffered', promise: id, visitOn, how, cameOf, words: kept(context, text) }, on }]),
  );
}
