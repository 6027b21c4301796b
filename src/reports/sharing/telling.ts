/** What has to be so before a text is told to others: who tells it, where and when, and that nothing in it is left unanswered. */
import { given, no, written } from '../../complaint/objections.js';
import type { Refusal, Role } from '../../complaint/refusals.js';
import type { Day } from '../../facts/days.js';
import { type Audience, type Way, ways } from './audiences.js';
import type { Finding } from './identifies.js';

/** Who tells it; whoever works with cases may write it. */
export const sharingTellers = ['manager'] as const satisfies readonly Role[];

/** The site is for residents; a text for others never stands there. */
export function waysFor(audience: Audience): readonly Way[] {
  return ways.filter((way) => way !== 'site' || audience === 'residents');
}

interface ToldText {
  readonly audience: Audience;
  readonly version: number;
  readonly items: readonly unknown[];
}

export interface ToTell {
  /** The version that whoever tells it saw. */
  readonly seen: number;
  readonly way: Way;
  readonly on: Day;
}

/** What in it might tell who somebody is, and whether a person has answered for it. */
interface Answerable {
  readonly stands: unknown;
}

/** Whether a person has answered for everything in a text that might tell who somebody is. */
export function isAnswered(found: readonly Answerable[]): boolean {
  return found.every(({ stands }) => stands !== null);
}

/** What speaks against telling a text, found as it stands now; nothing, where the list is empty. */
export function objectionsToTelling(
  text: ToldText,
  { seen, way, on }: ToTell,
  about: { readonly found: readonly Answerable[]; readonly today: Day; readonly roles: readonly Role[] },
): readonly Refusal[] {
  const { found, today, roles } = about;
  return given([
    sharingTellers.some((role) => roles.includes(role))
      ? null
      : no('not-their-part', 'A manager tells it to others: ask one of them.'),
    text.version === seen ? null : textChanged,
    text.items.length > 0 ? null : no('nothing-to-tell', 'Nothing stands in it yet. Write what was learnt first.'),
    waysFor(text.audience).includes(way)
      ? null
      : no('not-for-the-site', 'Only a text for residents stands on their site. Choose another way.', { field: 'way' }),
    on > today
      ? no('in-the-future', 'The day is in the future. Enter the day on which it was told.', { field: 'on' })
      : way === 'site' && on !== today
        ? no('published-today', 'It is published today: enter today’s date', { field: 'on' })
        : null,
    !isAnswered(found)
      ? no('might-identify', 'Something in it might tell who somebody is. Go back to the text and see to it first', {
          field: 'way',
        })
      : null,
  ]);
}

/** The no where the text is no longer what was seen. */
export const textChanged: Refusal = no(
  'seen-otherwise',
  'Somebody else changed this text meanwhile. Open it again to see what it says now',
);

/** What speaks against letting something stand: some things never may, and a reason stands beside a person’s name. */
export function objectionsToLettingStand(
  finding: (Pick<Finding, 'mayStand'> & Answerable) | undefined,
  reason: string,
): readonly Refusal[] {
  if (finding === undefined || finding.stands !== null)
    return [no('nothing-found', 'That is not in the text any more, or was let stand before. Go back to the text.')];
  if (!finding.mayStand)
    return [no('may-never-stand', 'That may never stand in a text for others. Take it out of the text.')];
  return given([written('reason', reason, 'Say why it tells nobody who it is')]);
}
