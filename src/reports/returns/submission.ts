/**
 * What a landlord sends the Ombudsman each year, by when, and what must be on its website: the annual complaints performance
 * and service improvement report, the self-assessment, the governing body's response and the complaints policy (8.1 to 8.3).
 */
import { addDays, type Day, day } from '../../facts/days.js';
import type { Period } from '../measured.js';

/** From this many homes a landlord is large: its date is 30 September. */
const largeFrom = 1000;

export interface SubmissionDue {
  readonly size: 'large' | 'small' | 'unknown';
  readonly on: Day;
  readonly because: string;
}

/** By when. `homes` at the end of the year; null when nobody has entered it: the earlier date then holds. */
export function submissionDue(year: Period, homes: number | null): SubmissionDue {
  const ends = Number(year.until.slice(0, 4));
  const september = day(`${ends}-09-30`);
  const sixMonths = sixMonthsAfter(year.until);
  if (homes === null)
    return {
      size: 'unknown',
      on: september < sixMonths ? september : sixMonths,
      because: 'The number of homes is not entered, so the earlier date is shown.',
    };
  return homes >= largeFrom
    ? { size: 'large', on: september, because: `With ${largeFrom} homes or more: 30 September.` }
    : {
        size: 'small',
        on: sixMonths,
        because: `With fewer than ${largeFrom} homes: six months after the end of the year.`,
      };
}

/** The last day of the sixth calendar month after the one in which the year ends. */
function sixMonthsAfter(until: Day): Day {
  const month = Number(until.slice(5, 7)) - 1 + 7;
  const year = Number(until.slice(0, 4)) + Math.floor(month / 12);
  return addDays(day(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`), -1);
}

export const submissionItems = [
  'annual-report',
  'self-assessment',
  'governing-body-response',
  'complaints-policy',
  'evidence-of-publication',
  'submitted',
] as const;
export type SubmissionItem = (typeof submissionItems)[number];

export interface ItemWords {
  readonly title: string;
  readonly asks: string;
  /** Whether it stands on the landlord's website, so that its address is asked. */
  readonly published: boolean;
}

export const itemWords: Readonly<Record<SubmissionItem, ItemWords>> = {
  'annual-report': {
    title: 'Annual complaints performance and service improvement report',
    asks: 'Frozen, and on the part of the website where residents read about complaints (8.1, 8.2).',
    published: true,
  },
  'self-assessment': {
    title: 'Self-assessment against the Code',
    asks: 'Approved by the governing body and published with the report (8.1a).',
    published: true,
  },
  'governing-body-response': {
    title: 'The governing body’s response to the report',
    asks: 'Published beside the report (8.2).',
    published: true,
  },
  'complaints-policy': {
    title: 'Complaints policy',
    asks: 'The version in force, on the website.',
    published: true,
  },
  'evidence-of-publication': {
    title: 'Evidence that it is published',
    asks: 'A note of when and where each was seen on the website, and by whom.',
    published: false,
  },
  submitted: {
    title: 'Sent to the Ombudsman',
    asks: 'By its form on the web. Note the day and the reference that it gave.',
    published: false,
  },
};

export interface StepEntered {
  readonly doneOn: Day | null;
  readonly address: string | null;
}

/** Why a step can't stand as it was entered, by its field, in words; null when it can. */
export function wrongWithStep(
  item: SubmissionItem,
  { doneOn, address }: StepEntered,
): { readonly field: 'address'; readonly words: string } | null {
  if (address !== null && !/^https?:\/\/[^\s.]+\.\S+$/i.test(address))
    return {
      field: 'address',
      words: 'Enter the whole address of the page, like https://www.example.org/complaints',
    };
  if (doneOn !== null && itemWords[item].published && address === null)
    return { field: 'address', words: 'Enter the address at which it is published, or leave the day empty' };
  return null;
}
