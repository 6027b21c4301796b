/** What is typed into the form of a sum of compensation, and the heads that it makes. */
import { z } from 'zod';
import { headWords, penceOf } from '../../../complaint/compensation.js';
import type { HeadWorkedOut } from '../../../complaint/may/work-out-compensation.js';
import type { SetOffAsked } from '../../../complaint/setting-off.js';
import type { CompensationHead, RemedyId, TeamId } from '../../../facts/happened.js';
import { penceTyped } from '../../../facts/money.js';
import {
  optionalChoice,
  optionalDay,
  optionalId,
  optionalPounds,
  optionalText,
  optionalWholeNumber,
  requiredText,
  tick,
} from '../../ui/fields.js';
import type { Visit } from '../../visit.js';
import { dayItHappened } from '../act-fields.js';
import { whichPoints, whichStage } from './which.js';

const note = () => optionalText(5_000);
const times = () => optionalWholeNumber({ min: 1, max: 1_000 });

/** Heads that are weighed: an amount, how many times, and why. */
export const weighed = [
  { head: 'time-and-trouble', name: 'trouble' },
  { head: 'distress', name: 'distress' },
  { head: 'delay-handling', name: 'handling' },
] as const satisfies readonly { head: CompensationHead; name: string }[];

/** An amount at the end of a line, after a space or a pound sign: 'Carpet 120.00'. */
const receiptLine = /(?:^|[\s£])([\d,]+(?:\.\d+)?)$/;

/** A minus before the amount, a space for its thousands, several of one price: what is meant is for a person to say. */
const unclearAmount = /[-−–—‒]\s*£?\s*[\d,.]+$|\d\s\d{3}(\.\d{2})?$|(\d\s*[x×*@]|\bat|\beach)\s*£?\s*[\d,.]+$/i;

/** 'Bus 2026' is more likely a year than a fare. */
const maybeYear = /[^£](19|20)\d\d$/;

function receiptOf(line: string): number | null {
  if (unclearAmount.test(line) || maybeYear.test(line)) return null;
  const found = receiptLine.exec(line);
  return found === null ? null : penceTyped(found[1] ?? '');
}

/** The amounts in pence, a line each; null where one of them can’t be read. */
export function receiptsIn(text: string): readonly number[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const amounts = lines.flatMap((line) => receiptOf(line.trim()) ?? []);
  return amounts.length === lines.length ? amounts : null;
}

/** What the sum is made of, which can be worked out before the rest of the form is filled in. */
export function headsSchema() {
  return z.object({
    repairDays: optionalWholeNumber({ min: 0, max: 10_000 }),
    statutoryPence: optionalPounds(),
    statutoryNote: note(),
    receipts: optionalText(5_000).refine((text) => text === null || receiptsIn(text) !== null, {
      error:
        'End each line with its amount, like: Carpet 120.00. Write 1,200.00 without a minus or a space, £120.00 after a number, and several of one price as what they came to together',
    }),
    rentPence: optionalPounds(),
    rentEvery: optionalChoice(['week', 'month']),
    rentPercent: optionalWholeNumber({ min: 1, max: 100 }),
    rentFrom: optionalDay('the first day'),
    rentUntil: optionalDay('the last day'),
    rentNote: note(),
    troublePence: optionalPounds(),
    troubleTimes: times(),
    troubleNote: note(),
    distressPence: optionalPounds(),
    distressTimes: times(),
    distressNote: note(),
    handlingPence: optionalPounds(),
    handlingTimes: times(),
    handlingNote: note(),
  });
}

export function compensationSchema(visit: Pick<Visit, 'today'>) {
  return headsSchema().extend({
    remedy: optionalId().transform((id) => id as RemedyId | null),
    text: requiredText('Write down what it meant for the resident', 20_000),
    points: whichPoints(),
    stage: whichStage(),
    borneBy: z
      .union([z.literal('landlord'), z.uuid()], { error: 'Choose who bears it' })
      .transform((id) => id as TeamId),
    dueOn: optionalDay('the day by which it will be paid'),
    setOff: tick(),
    setOffPence: optionalPounds(),
    setOffDisputed: optionalChoice(['yes', 'no']),
    setOffOrdered: optionalChoice(['yes', 'no']),
    setOffOrderSays: tick(),
    setOffNotOrdered: note(),
    setOffReason: note(),
    setOffImpact: note(),
    setOffConsent: note(),
    on: dayItHappened(visit, 'the day it was worked out'),
  });
}

type HeadsTyped = z.output<ReturnType<typeof headsSchema>>;
export type CompensationTyped = z.output<ReturnType<typeof compensationSchema>>;

/** The heads that something was typed for, in the order of the form. Nothing half filled in is lost: it is refused. */
export function headsOf(typed: HeadsTyped): readonly HeadWorkedOut[] {
  const heads: HeadWorkedOut[] = [];
  if (typed.repairDays !== null)
    heads.push({ head: 'statutory', working: { is: 'right-to-repair', days: typed.repairDays }, note: null });
  if (typed.statutoryPence !== null)
    heads.push({
      head: 'statutory',
      working: { is: 'sum', pence: typed.statutoryPence },
      note: typed.statutoryNote,
    });
  if (typed.receipts !== null)
    heads.push({
      head: 'loss',
      working: { is: 'receipts', pence: receiptsIn(typed.receipts) ?? [] },
      note: typed.receipts,
    });
  if (typed.rentPence !== null && typed.rentFrom !== null && typed.rentUntil !== null && typed.rentPercent !== null)
    heads.push({
      head: 'loss-of-use',
      working: {
        is: 'share-of-rent',
        rentPence: typed.rentPence,
        every: typed.rentEvery ?? 'week',
        percent: typed.rentPercent,
        from: typed.rentFrom,
        until: typed.rentUntil,
      },
      note: typed.rentNote,
    });
  for (const { head, name } of weighed) {
    const pence = typed[`${name}Pence`];
    if (pence === null) continue;
    const n = typed[`${name}Times`] ?? 1;
    heads.push({
      head,
      working: n === 1 ? { is: 'sum', pence } : { is: 'times', pence, times: n },
      note: typed[`${name}Note`],
    });
  }
  return heads;
}

interface HalfFilled {
  readonly field: string;
  readonly words: string;
}

/** What was begun and not finished: the field to look at and what to do, or null. */
export function halfFilled(typed: CompensationTyped): HalfFilled | null {
  const { setOffPence, setOffReason, setOffImpact, setOffConsent } = typed;
  const heads = headsHalfFilled(typed);
  if (heads !== null || typed.setOff) return heads;
  return [setOffPence, setOffReason, setOffImpact, setOffConsent].some((one) => one !== null)
    ? {
        field: 'setOff',
        words: 'Tick that some of it goes against what the resident owes, or take out what you wrote about it.',
      }
    : null;
}

/** The same, of the heads alone. */
export function headsHalfFilled(typed: HeadsTyped): HalfFilled | null {
  const rent = rentHalfFilled(typed);
  if (rent !== null)
    return {
      field: rent,
      words: `${headWords['loss-of-use']}: enter the rent, the share, the first day and the last day, or leave all of it empty.`,
    };
  if (typed.statutoryPence === null && typed.statutoryNote !== null)
    return {
      field: 'statutoryPence',
      words: `${headWords.statutory}: enter the amount, or take out what you wrote beside it.`,
    };
  for (const { head, name } of weighed)
    if (typed[`${name}Pence`] === null && (typed[`${name}Note`] !== null || typed[`${name}Times`] !== null))
      return {
        field: `${name}Pence`,
        words: `${headWords[head]}: enter the amount, or take out what you wrote beside it.`,
      };
  return null;
}

/** What was begun of the share of rent and not finished: the field to look at, or null. */
function rentHalfFilled(typed: HeadsTyped): string | null {
  const asked = {
    rentPence: typed.rentPence,
    rentPercent: typed.rentPercent,
    rentFrom: typed.rentFrom,
    rentUntil: typed.rentUntil,
  };
  const missing = Object.entries(asked).filter(([, value]) => value === null);
  if (missing.length === Object.keys(asked).length) return typed.rentNote === null ? null : 'rentPence';
  return missing[0]?.[0] ?? null;
}

function yesOrNo(said: 'yes' | 'no' | null): boolean | null {
  return said === null ? null : said === 'yes';
}

export function setOffOf(typed: CompensationTyped): SetOffAsked | null {
  if (!typed.setOff) return null;
  return {
    pence: typed.setOffPence ?? 0,
    disputed: yesOrNo(typed.setOffDisputed),
    ordered: yesOrNo(typed.setOffOrdered),
    orderSaysSo: typed.setOffOrderSays,
    notOrdered: typed.setOffNotOrdered,
    reason: typed.setOffReason,
    impact: typed.setOffImpact,
    consent: typed.setOffConsent,
  };
}

export function totalOf(heads: readonly HeadWorkedOut[]): number {
  return heads.reduce((sum, { working }) => sum + penceOf(working), 0);
}
