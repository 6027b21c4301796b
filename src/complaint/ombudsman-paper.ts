/** What an Ombudsman wrote about the landlord as a whole: what has to be known of it before it stands on the list. */
import type { Day } from '../facts/days.js';
import { failureKindOn } from '../law/ombudsman-words.js';
import { given, no, type Objection } from './objections.js';
import { dueWithin } from './ombudsman-objections.js';
import type { Context, Refusal } from './refusals.js';

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

/** Papers that ask for what has to be done by a day; of the others a text is only what they say. */
export const askingKinds: readonly PaperKind[] = ['special-report', 'wider-investigation', 'failure-order'];

/** An order or a notice about how complaints are handled: each has a kind of its own. */
export function isFailure(kind: PaperKind): boolean {
  return kind === 'failure-order' || kind === 'failure-notice';
}

type Now = Pick<Context, 'today' | 'rules'>;

interface Followed {
  /** When it reached us. */
  readonly receivedOn: Day;
  readonly dueOn: Day | null;
  readonly publishedOn: Day | null;
  readonly publishedWhere: string | null;
}

/** What it asks is due no earlier than it reached us, on a day that the calendar knows. */
function due({ dueOn, receivedOn }: Followed, now: Now): Objection {
  return dueWithin(dueOn, receivedOn, 'dueOn', 'the day it reached us', now);
}

/** An order is of a kind of order, a notice of a kind of notice that was in use then; what is neither has none. */
function failureKindFits(kind: PaperKind, failureKind: string | null, on: Day): Objection {
  if (!isFailure(kind)) return null;
  const known = failureKindOn(failureKind, on);
  if (failureKind === null)
    return no('failure-kind-missing', 'Choose which kind of order or notice it is', { field: 'failureKind' });
  return known === null || kind !== `failure-${known.is}`
    ? no(
        'failure-kind-other',
        'That is a kind of the other: an order has a kind of order, a notice one of a notice, and notices came into use later.',
        { field: 'failureKind' },
      )
    : null;
}

/** Where and when belong together. */
function publication({ publishedOn, publishedWhere }: Followed, { today }: Now): Objection {
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
  paper: Followed & { readonly kind: PaperKind; readonly failureKind: string | null },
  now: Now,
): readonly Refusal[] {
  return given([
    failureKindFits(paper.kind, paper.failureKind, paper.receivedOn),
    paper.receivedOn > now.today
      ? no('in-the-future', 'The day is in the future. Enter the day it reached us.', { field: 'receivedOn' })
      : null,
    due(paper, now),
    publication(paper, now),
  ]);
}

/** What speaks against what became of it since. */
export function objectionsToFollowing(paper: Followed & { readonly doneOn: Day | null }, now: Now): readonly Refusal[] {
  return given([
    paper.doneOn !== null && paper.doneOn > now.today
      ? no('done-in-the-future', 'The day is in the future. Enter the day it was done.', { field: 'doneOn' })
      : null,
    due(paper, now),
    publication(paper, now),
  ]);
}
