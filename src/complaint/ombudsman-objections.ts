/** What commonly speaks against recording something of an Ombudsman: no such case with it, no such order, a day out of place. */
import { type Day, inWords } from '../facts/days.js';
import type { OrderId, WhichOmbudsman } from '../facts/happened.js';
import { ombudsmanNames } from '../law/ombudsman-words.js';
import type { Case } from './case.js';
import { dayOfAct, no, notTakenBack, type Objection, withinTheCalendar } from './objections.js';
import {
  type EvidenceRequest,
  evidenceWaiting,
  type OmbudsmanCase,
  type Order,
  ombudsmanCasesOf,
  ordersOf,
} from './ombudsman-case.js';
import type { Context } from './refusals.js';

/** An Ombudsman may write about any contact, also one that was refused or withdrawn; never about an import taken back. */
export function ombudsmanMayWrite(c: Case, on: Day, context: Context): readonly Objection[] {
  return [notTakenBack(c), dayOfAct(c, on, context)];
}

/** Its case about ours; null when nothing of it has been recorded. */
export function theirCase(c: Case, ombudsman: WhichOmbudsman): OmbudsmanCase | null {
  return ombudsmanCasesOf(c).find((one) => one.ombudsman === ombudsman) ?? null;
}

/** That Ombudsman has a case about ours. */
export function hasTheirCase(c: Case, ombudsman: WhichOmbudsman): Objection {
  return theirCase(c, ombudsman) === null
    ? no(
        'no-ombudsman-case',
        `Nothing of the ${ombudsmanNames[ombudsman]} is recorded on this case yet. Record first what it asked.`,
        { field: 'ombudsman' },
      )
    : null;
}

/** The requests for evidence that are named and wait; with none named, the only one that does. */
export function evidenceNamed(c: Case, named: readonly number[]): readonly EvidenceRequest[] {
  const waiting = evidenceWaiting(c);
  return named.length === 0 && waiting.length === 1 ? waiting : waiting.filter(({ seq }) => named.includes(seq));
}

/** Evidence waits, and it is said which where there is more than one request. */
export function evidenceChosen(c: Case, named: readonly number[], field: string): Objection {
  const waiting = evidenceWaiting(c);
  if (waiting.length === 0)
    return no('no-evidence-asked', 'No Ombudsman waits for evidence on this case. Record first what it asked for.');
  if (!named.every((one) => waiting.some(({ seq }) => seq === one)))
    return no('request-answered', 'That request for evidence does not wait any more. Choose one that does.', { field });
  return named.length === 0 && waiting.length > 1
    ? no('request-missing', 'More than one request for evidence waits. Choose which it is about.', { field })
    : null;
}

/** A number as Ombudsmen give them; it stands in the history for ever, so nothing else may come in by it. */
export function numberIsOne(caseNumber: string | null): Objection {
  return caseNumber === null || /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./-]{0,29}$/.test(caseNumber)
    ? null
    : no(
        'case-number-unreadable',
        'Enter the Ombudsman’s number of the case as it stands in its letter, digits and letters alone.',
        {
          field: 'caseNumber',
        },
      );
}

/** A day by which something is due is not before the day on which it was asked or ordered, nor past the calendar. */
export function dueWithin(
  due: Day | null,
  on: Day,
  field: string,
  what: string,
  context: Pick<Context, 'rules'>,
): Objection {
  return due !== null && due < on
    ? no('due-before', `The date is before ${what}, ${inWords(on)}. Check both.`, { field })
    : withinTheCalendar(field, due, context);
}

/** The order or recommendation of that id. */
export function orderOf(c: Case, id: OrderId): Order | null {
  return ordersOf(c).find((one) => one.id === id) ?? null;
}

/** It is an order of this case, and `on` is not before it was made. */
export function orderStands(c: Case, id: OrderId, on: Day): Objection {
  const order = orderOf(c, id);
  if (order === null)
    return no('no-such-order', 'That order is not one of this case. Choose another.', { field: 'order' });
  return on < order.madeOn
    ? no('before-the-order', `The order was made on ${inWords(order.madeOn)}, after that day. Check the day.`, {
        field: 'on',
      })
    : null;
}
