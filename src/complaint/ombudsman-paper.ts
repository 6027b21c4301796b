/** What an Ombudsman wrote about the landlord as a whole: what has to be known of it before it stands on the list. */
import type { Day } from '../facts/days.js';
import { no, type Objection } from './objections.js';
import type { Refusal } from './refusals.js';

export const paperKinds = [
  'special-report',
  'wider-investigation',
  'failure-order',
  'failure-notice',
  'decision',
  'performance-report',
  'other',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** An order or a notice about how complaints are handled: each has a kind of its own. */
export function isFailure(kind: PaperKind): boolean {
  return kind === 'failure-order' || kind === 'failure-notice';
}

interface Published {
  readonly publishedOn: Day | null;
  readonly publishedWhere: string | null;
}

function given(objections: readonly Objection[]): readonly Refusal[] {
  return objections.filter((one) => one !== null);
}

/** Where and when belong together. */
function publication({ publishedOn, publishedWhere }: Published, today: Day): Objection {
  if (publishedOn !== null && publishedOn > today)
    return no('published-in-the-future', 'The day is in the future. Enter the day it was published.', {
      field: 'publishedOn',
    });
  if ((publishedOn === null) === (publishedWhere === null)) return null;
  return publishedOn === null
    ? no('published-when-missing', 'Enter the day it was published, or take away where', { field: 'publishedOn' })
    : no('published-where-missing', 'Enter where it was published, or take away the day', { field: 'publishedWhere' });
}

/** What speaks against putting it on the list; nothing, where the list is empty. */
export function objectionsToPaper(
  paper: Published & { readonly kind: PaperKind; readonly failureKind: string | null; readonly receivedOn: Day },
  today: Day,
): readonly Refusal[] {
  return given([
    isFailure(paper.kind) && paper.failureKind === null
      ? no('failure-kind-missing', 'Choose which kind of order or notice it is', { field: 'failureKind' })
      : null,
    paper.receivedOn > today
      ? no('in-the-future', 'The day is in the future. Enter the day it reached us.', { field: 'receivedOn' })
      : null,
    publication(paper, today),
  ]);
}

/** What speaks against what became of it since. */
export function objectionsToFollowing(
  paper: Published & { readonly doneOn: Day | null },
  today: Day,
): readonly Refusal[] {
  return given([
    paper.doneOn !== null && paper.doneOn > today
      ? no('done-in-the-future', 'The day is in the future. Enter the day it was done.', { field: 'doneOn' })
      : null,
    publication(paper, today),
  ]);
}
