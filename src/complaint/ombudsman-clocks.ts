/** By when an Ombudsman waits for something: evidence, and orders with their proof. The dates are theirs, as told. */
import type { Day } from '../facts/days.js';
import { ombudsmanNames } from '../law/ombudsman-words.js';
import { type BesideClock, besideClock } from './beside-clock.js';
import type { Case } from './case.js';
import { inFull } from './clock-words.js';
import type { ClockRules } from './clocks.js';
import {
  type EvidenceRequest,
  type ExtensionAsked,
  evidenceIsOpen,
  type OmbudsmanCase,
  type Order,
  ombudsmanCasesOf,
} from './ombudsman-case.js';

/** Every date that an Ombudsman set, met or not; an order without a date has none until one was asked for. */
export function ombudsmanClocks(
  c: Pick<Case, 'history' | 'importTakenBack'>,
  rules: Pick<ClockRules, 'calendar'>,
  today: Day,
): readonly BesideClock[] {
  if (c.importTakenBack) return [];
  return ombudsmanCasesOf(c).flatMap((one) => [
    ...one.evidence.map((request) => evidenceClock(one, request, rules, today)),
    ...one.orders.flatMap((order) => (order.dueOn === null ? [] : [orderClock(one, order, order.dueOn, rules, today)])),
  ]);
}

function evidenceClock(
  one: OmbudsmanCase,
  request: EvidenceRequest,
  rules: Pick<ClockRules, 'calendar'>,
  today: Day,
): BesideClock {
  const { seq, askedOn, firstDueOn, dueOn, sentOn, replacedOn } = request;
  const who = ombudsmanNames[one.ombudsman];
  return besideClock(
    {
      key: `evidence ${one.ombudsman} ${seq}`,
      what: `Send the evidence: ${who}`,
      rests: null,
      from: askedOn,
      due: dueOn,
      doneOn: sentOn,
      endedOn: sentOn === null ? (replacedOn ?? one.ended?.on ?? null) : null,
    },
    [
      `On ${inFull(askedOn)} it was asked for by ${inFull(firstDueOn)}. That day is the Ombudsman’s, and is not counted by us.`,
      ...request.extensions.map(extensionWords),
      ...(replacedOn !== null ? [`It was asked for anew on ${inFull(replacedOn)}.`] : []),
      ...(evidenceIsOpen(request) && one.ended !== null
        ? [`The Ombudsman’s case ended on ${inFull(one.ended.on)}.`]
        : []),
    ],
    rules,
    today,
  );
}

function extensionWords({ askedOn, to, answer, answeredOn, newDate }: ExtensionAsked): string {
  const asked =
    askedOn === null || to === null ? 'We had more time' : `On ${inFull(askedOn)} we asked for until ${inFull(to)}`;
  if (answer === 'agreed' && newDate !== null)
    return `${asked}: ${answeredOn === null ? 'agreed' : `agreed on ${inFull(answeredOn)}`}, so it is due on ${inFull(newDate)}.`;
  if (answer === 'refused') return `${asked}: refused, so the date stands.`;
  return `${asked}: not answered yet, so the date stands.`;
}

function orderClock(
  one: OmbudsmanCase,
  order: Order,
  dueOn: Day,
  rules: Pick<ClockRules, 'calendar'>,
  today: Day,
): BesideClock {
  const { binding, madeOn, statedDueOn, compliedOn, proofSentOn, accepted, outstanding } = order;
  const who = ombudsmanNames[one.ombudsman];
  return besideClock(
    {
      key: `order ${order.id}`,
      what: binding ? `Comply with an order, and send proof: ${who}` : `See to a recommendation: ${who}`,
      rests: null,
      from: madeOn,
      due: dueOn,
      doneOn: outstanding ? null : binding ? (proofSentOn ?? compliedOn) : compliedOn,
      endedOn: outstanding ? (one.ended?.on ?? null) : null,
    },
    [
      statedDueOn === null
        ? `It was made on ${inFull(madeOn)} and stated no date.`
        : `It was made on ${inFull(madeOn)}, and states ${inFull(statedDueOn)}.`,
      ...order.dated.map(({ on, dueOn: told, because }) =>
        because === 'told'
          ? `On ${inFull(on)} the Ombudsman told us the date ${inFull(told)}.`
          : `On ${inFull(on)} the Ombudsman agreed to ${inFull(told)}.`,
      ),
      ...(compliedOn === null
        ? []
        : [`We did it on ${inFull(compliedOn)}${binding && outstanding ? '; the proof is still to be sent' : ''}.`]),
      ...(accepted === false && compliedOn === null ? ['The Ombudsman was not satisfied with what was done.'] : []),
      ...(outstanding && one.ended !== null ? [`The Ombudsman’s case ended on ${inFull(one.ended.on)}.`] : []),
    ],
    rules,
    today,
  );
}
