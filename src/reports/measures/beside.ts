/** What stands beside the stages: extensions, compensation, promises, restrictions. */
import { headWords } from '../../complaint/compensation.js';
import { extensionReasonWords, remedyKindWords } from '../../complaint/standing-words.js';
import { compensationHeads, extensionReasons, remedyKinds } from '../../facts/happened.js';
import { entry, type LibraryMeasure, notRecorded } from './shape.js';

const stages = {
  parts: 'the stage',
  fixedParts: ['stage1', 'stage2'],
  partWords: { stage1: 'Stage 1', stage2: 'Stage 2' },
};

export const extensions: readonly LibraryMeasure[] = [
  entry({
    id: 'extensions',
    words: 'Extensions',
    definition:
      'New dates that residents were told in the period, whether or not they count. A complaint that was extended twice has two.',
    source: 'Code 2024, 6.4 and 6.15',
    unit: 'count',
    numerator: 'Extensions told in the period',
    ...stages,
  }),
  entry({
    id: 'extensions.reason',
    words: 'Extensions by reason',
    definition: 'New dates that residents were told in the period, by why the answer took longer.',
    unit: 'count',
    numerator: 'Extensions told in the period for that reason',
    parts: 'the reason',
    fixedParts: extensionReasons,
    partWords: { ...extensionReasonWords, [notRecorded]: 'No reason chosen' },
  }),
  entry({
    id: 'extensions.length',
    words: 'Extensions by length',
    definition:
      'New dates that residents were told in the period, by the working days of them that count. One that was told late, not in writing or without the Ombudsman’s details does not count.',
    unit: 'count',
    numerator: 'Extensions of that length told in the period',
    parts: 'working days',
    fixedParts: ['1-5', '6-10', '11-20', 'over-20', 'does-not-count'],
    partWords: {
      '1-5': '1 to 5 working days',
      '6-10': '6 to 10 working days',
      '11-20': '11 to 20 working days',
      'over-20': 'More than 20 working days',
      'does-not-count': 'Does not count',
      [notRecorded]: 'No Code in force, so no date to extend',
    },
  }),
];

const money = {
  parts: 'offered or paid',
  fixedParts: ['offered', 'paid'],
  partWords: { offered: 'Offered', paid: 'Paid' },
};

export const compensation: readonly LibraryMeasure[] = [
  entry({
    id: 'compensation',
    words: 'Compensation',
    definition:
      'Money offered to residents in the period, by the day of the offer, and money paid, by the day of payment. Money that was offered and carried through counts as paid as offered, unless a payment was recorded apart. What was paid in the period may have been offered before it.',
    unit: 'pence',
    numerator: 'Pence offered, and pence paid',
    ...money,
  }),
  entry({
    id: 'compensation.cases',
    words: 'Offers and payments of compensation',
    definition: 'How many offers of money were made in the period, and how many payments.',
    unit: 'count',
    numerator: 'Offers made, and payments made',
    ...money,
  }),
];

/** Sums that were worked out by head, by the day of their approval. */
export const compensationByHead: readonly LibraryMeasure[] = [
  entry({
    id: 'remedies.beyond-stage-1',
    words: 'Remedies that stage 1 had not offered',
    definition:
      'Remedies offered at stage 2 in the period that stage 1 had not offered for the same points, that answer a point in which stage 1 found nothing wrong, or that are more money: what stage 1 missed.',
    source: 'Code 2024, 5.13 and 7.1',
    unit: 'count',
    numerator: 'Remedies offered at stage 2 that stage 1 had not offered',
    parts: 'the kind of remedy',
    fixedParts: remedyKinds,
    partWords: remedyKindWords,
  }),
  entry({
    id: 'compensation.heads',
    words: 'Compensation by what it was for',
    definition:
      'Sums of compensation that were worked out by head and approved in the period, by what each part of them was for. Money that was offered without such a sum is not in it.',
    source: 'Code 2024, 7.1 and 7.4',
    unit: 'pence',
    numerator: 'Pence approved for that head',
    parts: 'what it was for',
    fixedParts: compensationHeads,
    partWords: headWords,
  }),
  entry({
    id: 'compensation.areas',
    words: 'Compensation by area',
    definition:
      'Sums of compensation that were worked out by head and approved in the period, by the area of the case.',
    source: 'Code 2024, 7.1 and 7.4',
    unit: 'pence',
    numerator: 'Pence approved in that area',
    parts: 'the area',
    partWords: { [notRecorded]: 'No area recorded' },
  }),
];

export const promises: readonly LibraryMeasure[] = [
  entry({
    id: 'promises',
    words: 'Promises kept',
    definition:
      'Actions promised to residents whose first date fell in the period: done by that first date, done after it, still open past it, or ended with a reason. A promise whose date was moved is not kept in time by its new date. What is open and not yet due stands apart.',
    source: 'Code 2024, 6.6 and 6.17',
    unit: 'proportion',
    numerator: 'Promises with that end',
    denominator: 'Promises due in the period',
    parts: 'what became of it',
    fixedParts: ['on-time', 'late', 'open', 'ended'],
    partWords: {
      'on-time': 'Done in time',
      late: 'Done late',
      open: 'Not done, past its date',
      ended: 'Ended with a reason',
    },
  }),
  entry({
    id: 'promises.moved',
    words: 'Promises whose date was moved',
    definition: 'Of the promises whose first date fell in the period: the share whose date was moved at least once.',
    unit: 'proportion',
    numerator: 'Promises moved at least once',
    denominator: 'Promises whose first date fell in the period',
  }),
  entry({
    id: 'promises.resident',
    words: 'Promises that residents say were kept',
    definition:
      'Of the promises whose first date fell in the period and about which the resident has answered: the share that the resident says was done.',
    unit: 'proportion',
    numerator: 'The resident says that it was done',
    denominator: 'The resident has answered',
  }),
];

export const restrictions: readonly LibraryMeasure[] = [
  entry({
    id: 'restrictions',
    words: 'Restrictions of contact',
    definition:
      'Decisions in the period to restrict how somebody may contact the landlord, and restrictions lifted in it.',
    source: 'Code 2024, 5.14 and 5.15',
    unit: 'count',
    numerator: 'Restrictions decided, and lifted',
    parts: 'decided or lifted',
    fixedParts: ['decided', 'lifted'],
    partWords: { decided: 'Decided', lifted: 'Lifted' },
  }),
  entry({
    id: 'behaviour',
    words: 'Steps about behaviour',
    definition:
      'What was recorded in the period of behaviour that was not acceptable: incidents, warnings, restrictions that were proposed and not agreed, appeals and reviews.',
    source: 'Code 2024, 5.14 and 5.15',
    unit: 'count',
    numerator: 'Steps, each on the day it happened',
    parts: 'what the step was',
    fixedParts: ['incident', 'warned', 'not-agreed', 'appealed', 'reviewed'],
    partWords: {
      incident: 'Incidents recorded',
      warned: 'Warnings given',
      'not-agreed': 'Proposed and not agreed',
      appealed: 'Appeals',
      reviewed: 'Reviews',
    },
  }),
  entry({
    id: 'restrictions.reviewed-in-time',
    words: 'Restrictions reviewed by their day',
    definition: 'Of the reviews of restrictions that fell due in the period: the share that was done by its day.',
    source: 'Code 2024, 5.14',
    unit: 'proportion',
    numerator: 'Reviewed on or before the day',
    denominator: 'Reviews that fell due in the period',
  }),
];
