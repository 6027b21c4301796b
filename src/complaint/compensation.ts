/** What a sum of compensation is for, and how it was worked out: exact in pence, with the sum as a person would write it. */

import { dayNumber, inShortWords } from '../facts/days.js';
import {
  type CompensationHead,
  compensationHeads,
  type Payment,
  type RemedyId,
  type RemedyKind,
  type StaffId,
  type Working,
} from '../facts/happened.js';
import { pounds } from '../facts/money.js';
import { type LandlordKind, rightToRepair } from '../law/statutory-payments.js';
import type { Case, Remedy, Worksheet } from './case.js';
import { no, type Objection } from './objections.js';
import type { Role } from './refusals.js';

/** As staff read it. */
export const headWords: Readonly<Record<CompensationHead, string>> = {
  statutory: 'A payment that the law sets',
  loss: 'Money lost or spent',
  'loss-of-use': 'Loss of use of the home or part of it',
  'time-and-trouble': 'Time and trouble',
  distress: 'Distress and inconvenience',
  'delay-handling': 'Delay and poor handling of the complaint',
};

/** As a letter says it to the resident: '£150 for …'. */
const toResident: Readonly<Record<CompensationHead, string>> = {
  statutory: 'as the law sets it',
  loss: 'for the money you lost or had to spend',
  'loss-of-use': 'because you could not fully use your home',
  'time-and-trouble': 'for your time and trouble',
  distress: 'for the distress and inconvenience this caused you',
  'delay-handling': 'for our delay and how we handled your complaint',
};

/** Whether a name is one of the heads of today. */
function isHead(head: string): head is CompensationHead {
  return compensationHeads.some((one) => one === head);
}

/** A head in words; one that a newer release knows stands under its own name. */
export function headInWords(head: string): string {
  return isHead(head) ? headWords[head] : head;
}

/** The exact fraction, half up to a whole penny. */
function rounded(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

function daysIn(working: Extract<Working, { is: 'share-of-rent' }>): number {
  return dayNumber(working.until) - dayNumber(working.from) + 1;
}

/** Above it a sum is a slip of the finger. */
export const mostPence = 10_000_000;

/** Whole pence, above nothing and no more than so many. */
export function isAmountUpTo(most: number, pence: number): boolean {
  return Number.isSafeInteger(pence) && pence > 0 && pence <= most;
}

/** Whole pence, above nothing, that can be meant as compensation. */
export function isAmount(pence: number): boolean {
  return isAmountUpTo(mostPence, pence);
}

/** What is to be entered where an amount can’t be meant. */
export const anAmount = `an amount above nothing and up to ${pounds(mostPence)}, in pounds and pence`;

/** What speaks against the amount of an offer: money has one that can be meant, and nothing else has any. */
export function amountFits(kind: RemedyKind, pence: number | null): Objection {
  const about = { field: 'pence' };
  if (kind !== 'financial')
    return pence === null
      ? null
      : no(
          'pence-not-financial',
          'Only a financial remedy has an amount. Take the amount out, or choose that kind.',
          about,
        );
  if (pence === null) return no('pence-missing', 'Enter the amount, in pounds and pence.', about);
  return isAmount(pence) ? null : no('amount-absurd', `Enter ${anAmount}.`, about);
}

/** What the numbers come to, in whole pence. */
export function penceOf(working: Working): number {
  switch (working.is) {
    case 'sum':
      return working.pence;
    case 'times':
      return working.pence * working.times;
    case 'receipts':
      return working.pence.reduce((sum, one) => sum + one, 0);
    case 'share-of-rent': {
      const days = daysIn(working);
      // A month is a twelfth of a year of 365 days.
      return working.every === 'week'
        ? rounded(working.rentPence * working.percent * days, 700)
        : rounded(working.rentPence * 12 * working.percent * days, 36_500);
    }
    case 'right-to-repair':
      return Math.min(rightToRepair.first + rightToRepair.eachDay * working.days, rightToRepair.most);
    default:
      return working satisfies never;
  }
}

/** The law gives it to secure and introductory tenants of councils; others have it only where their tenancy says so. */
export function rightToRepairDoubt(c: Pick<Case, 'tenure'>, landlord: LandlordKind | null): readonly string[] {
  if (landlord === 'council' && c.tenure === 'LCRA') return [];
  const whose =
    landlord === 'other'
      ? 'Right to repair is for tenants of councils.'
      : c.tenure !== 'LCRA'
        ? 'Right to repair is for secure and introductory tenants, and this home is not recorded as rented from us.'
        : 'Right to repair is for tenants of councils, and nobody has set what kind of landlord we are.';
  return [`${whose} Check that the tenancy agreement gives it.`];
}

/** The sum as a person would write it: '£112.34 a week × 25% × 45 days ÷ 7 = £180.55'. */
export function sumInWords(working: Working): string {
  const comesTo = pounds(penceOf(working));
  switch (working.is) {
    case 'sum':
      return comesTo;
    case 'times':
      return `${working.times} × ${pounds(working.pence)} = ${comesTo}`;
    case 'receipts':
      return working.pence.length === 1 ? comesTo : `${working.pence.map(pounds).join(' + ')} = ${comesTo}`;
    case 'share-of-rent': {
      const days = daysIn(working);
      const count = `${days} ${days === 1 ? 'day' : 'days'}, from ${inShortWords(working.from)} to ${inShortWords(working.until)}`;
      return working.every === 'week'
        ? `${pounds(working.rentPence)} a week ÷ 7 × ${working.percent}% × ${count} = ${comesTo}`
        : `${pounds(working.rentPence)} a month × 12 ÷ 365 × ${working.percent}% × ${count} = ${comesTo}`;
    }
    case 'right-to-repair':
      return `${pounds(rightToRepair.first)} + ${working.days} ${working.days === 1 ? 'day' : 'days'} × ${pounds(rightToRepair.eachDay)}, at most ${pounds(rightToRepair.most)} = ${comesTo}`;
    default:
      return working satisfies never;
  }
}

type Part<H extends string = string> = { readonly head: H; readonly pence: number };

/** Two amounts for the same thing are one to the resident. */
export function partsTogether(heads: readonly Part[]): readonly Part<CompensationHead>[] {
  const together = new Map<CompensationHead, number>();
  for (const { head, pence } of heads) if (isHead(head)) together.set(head, (together.get(head) ?? 0) + pence);
  return [...together].map(([head, pence]) => ({ head, pence }));
}

/** '£200 for the distress and inconvenience this caused you, and £100 for your time and trouble'. */
export function headsForLetter(heads: readonly Part[]): string {
  const parts = partsTogether(heads).map(({ head, pence }) => `${pounds(pence)} ${toResident[head]}`);
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** What a role may approve, in pence; null: without limit; absent: nothing. */
export type ApprovalLimits = Readonly<Partial<Record<Role, number | null>>>;

/** The most that somebody with these roles may approve; null: without limit. */
export function limitFor(roles: readonly Role[], limits: ApprovalLimits): number | null {
  const theirs = roles.flatMap((role) => {
    const limit = limits[role];
    return limit === undefined ? [] : [limit];
  });
  return theirs.includes(null) ? null : Math.max(0, ...theirs.map((limit) => limit ?? 0));
}

/** The sum that was worked out for a remedy; null when none was. */
export function worksheetOf(c: Case, remedy: string | null): Worksheet | null {
  return c.worksheets.find((one) => one.remedy === remedy) ?? null;
}

/** Money that was offered without a sum by head, in any state: one person saw it, within the landlord’s limit. */
export function moneyOfferedAlone(c: Case): readonly (Remedy & { readonly pence: number })[] {
  return c.remedies.flatMap((remedy) =>
    remedy.kind === 'financial' && remedy.pence !== null && worksheetOf(c, remedy.id) === null
      ? [{ ...remedy, pence: remedy.pence }]
      : [],
  );
}

/**
 * Whole pence offered in this case, beside one offer, that no second person has seen. What was declined counts, since it
 * can still be accepted; so does what has a sum that waits or went back.
 */
export function penceOfferedAlone(c: Case, beside: RemedyId | null): number {
  return c.remedies
    .filter(({ id, kind }) => kind === 'financial' && id !== beside && !seenByTwo(worksheetOf(c, id)))
    .reduce((sum, { pence }) => sum + (pence ?? 0), 0);
}

function seenByTwo(worksheet: Worksheet | null): boolean {
  return worksheet !== null && (worksheet.approved !== null || worksheet.approvedBefore !== null);
}

/** Whether the resident has declined what was offered: nothing of it is paid until they accept. */
export function isDeclined(c: Case, remedy: RemedyId): boolean {
  return c.remedies.some(({ id, state }) => id === remedy && state === 'declined');
}

/** Whether what was offered is carried through by paying it, and not by saying that it is done. */
export function isPaid(c: Case, remedy: RemedyId): boolean {
  return worksheetOf(c, remedy) !== null || moneyOfferedAlone(c).some(({ id }) => id === remedy);
}

/** Whether a person worked out this sum, in any of its versions: somebody else has to approve it. */
export function workedOn(worksheet: Worksheet, staff: StaffId): boolean {
  return worksheet.workedOutBy.includes(staff);
}

export const paymentWords: Readonly<Record<Payment, string>> = {
  'bank-transfer': 'Into their bank account',
  cheque: 'By cheque',
  voucher: 'As a voucher',
  'rent-account': 'Partly against what they owe, as agreed; the rest to them',
  other: 'Another way',
};
