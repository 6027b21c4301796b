/**
 * What every step about behaviour is held to: whose it is, that none before it was left out, and that what is restricted
 * stays in proportion. What was recorded of the same person on other cases comes in by the door.
 */
import { type Day, inWords } from '../../facts/days.js';
import { type Channel, channels, type PersonId, type RestrictionKind, type StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { no, type Objection } from '../objections.js';
import { provisionFor } from '../provisions.js';
import type { Context, Refusal, Role } from '../refusals.js';
import { residentsOf } from '../who.js';
import { yearAfter } from '../year-after.js';

/** What a landlord has set: who proposes a restriction, and who decides it. Two people, also where it is one role. */
export interface BehaviourPolicy {
  readonly proposes: Role;
  readonly decides: Role;
}

export const usualPolicy: BehaviourPolicy = { proposes: 'reviewer', decides: 'manager' };

/** Working days for an appeal that a policy may name at most: more would leave somebody restricted for months unanswered. */
const longestAppeal = 60;

/** What speaks against the days in which a landlord's policy has an appeal answered; it need not name any. */
export function objectionsToAppealDays(days: number | null): readonly Refusal[] {
  return days === null || (Number.isInteger(days) && days >= 1 && days <= longestAppeal)
    ? []
    : [
        no('appeal-days', `Enter a number of working days from 1 to ${longestAppeal}, or leave it empty`, {
          field: 'appealDays',
        }),
      ];
}

/** What is on record of one person, on whichever of their cases. */
export interface BehaviourRecord {
  readonly incidents: readonly Day[];
  readonly warnings: readonly Day[];
  /** A restriction that holds today, or is on its way. */
  readonly restrictions: readonly { readonly state: 'proposed' | 'agreed' | 'in-force'; readonly reference: string }[];
}

export interface Terms {
  readonly kinds: readonly RestrictionKind[];
  readonly contact: StaffId | null;
  readonly channels: readonly Channel[];
  readonly how: string;
  readonly until: Day | null;
}

/** Those who may be written to about the case: a restriction is of one of them, and told in a letter. */
export function peopleIn(c: Case): readonly PersonId[] {
  const acting = c.representatives.filter(({ authority, endedOn }) => authority !== 'asked' && endedOn === null);
  return [...new Set([...residentsOf(c), ...acting.map((one) => one.person)])];
}

/** Somebody has to be named, and has a part. */
export function isInCase(c: Case, person: PersonId | null): Objection {
  return person !== null && peopleIn(c).includes(person)
    ? null
    : no('person-missing', 'Choose who it was: somebody who has a part in this case.', { field: 'person' });
}

/** The role that the landlord has named for the step. */
export function hasRole(context: Context, role: Role, words: string): Objection {
  return context.by.roles.includes(role) ? null : no('role-not-named', words);
}

/** A warning comes after what it is about. */
export function incidentBefore(c: Case, record: BehaviourRecord, on: Day): Objection {
  return record.incidents.some((day) => day <= on)
    ? null
    : no('no-incident', 'No incident is on record. Record what happened first: a warning names it.', {
        provision: provisionFor(c.edition, 'behaviour'),
      });
}

/** Warned, and it went on: a restriction is never the first step. */
export function warnedBefore(c: Case, record: BehaviourRecord, on: Day): Objection {
  const provision = provisionFor(c.edition, 'behaviour');
  const warned = record.warnings
    .filter((day) => day <= on)
    .sort()
    .at(-1);
  if (warned === undefined)
    return no(
      'not-warned',
      'They have not been warned. Warn them first, and say what has to change: a restriction is never the first step.',
      { provision },
    );
  return record.incidents.some((day) => day >= warned && day <= on)
    ? null
    : no(
        'nothing-since-the-warning',
        `They were warned on ${inWords(warned)} and nothing is on record since. Record what has happened since first.`,
        { provision },
      );
}

/** The day of the review: there is one, still to come, and within a year. */
export function reviewObjection(c: Case, reviewOn: Day | null, from: Day, until: Day | null): Objection {
  const provision = provisionFor(c.edition, 'behaviour');
  const about = { field: 'reviewOn', provision };
  if (reviewOn === null)
    return no(
      'review-missing',
      'A restriction without a review can’t be made. Choose the day on which it is looked at again, within a year.',
      about,
    );
  if (reviewOn <= from) return no('review-past', 'The review must be on a later day. Choose one within a year.', about);
  if (reviewOn > yearAfter(from))
    return no('review-too-late', `The review must be within a year, by ${inWords(yearAfter(from))}.`, about);
  return until !== null && reviewOn > until
    ? no(
        'review-after-the-end',
        'The restriction would be over by then. Choose a review on or before its last day.',
        about,
      )
    : null;
}

/** A review keeps, eases or lifts: what restricts further is for two people again. What an old entry does not tell is not held against it. */
export function eases(before: Pick<Terms, 'kinds' | 'channels'>, after: Pick<Terms, 'kinds' | 'channels'>): Objection {
  const kind = before.kinds.length > 0 && after.kinds.some((one) => !before.kinds.includes(one));
  const way =
    before.kinds.includes('channels') &&
    after.kinds.includes('channels') &&
    before.channels.some((one) => !after.channels.includes(one));
  return kind || way
    ? no(
        'restricts-more',
        'This restricts more than two people agreed on. Keep, ease or lift it here. To restrict further, lift this one and propose the other anew, for a second person to decide.',
        { field: kind ? 'kinds' : 'channels' },
      )
    : null;
}

/** What is restricted: chosen from the kinds, each said in full, with a last day; and a way always stays open. */
export function termsObjections(c: Case, terms: Terms, from: Day): readonly (Objection | readonly Refusal[])[] {
  const { kinds, contact, how, until } = terms;
  const equality = provisionFor(c.edition, 'equality');
  const about = (field: string) => ({ field, provision: equality });
  return [
    kinds.length === 0 ? no('kinds-missing', 'Choose what is restricted.', about('kinds')) : null,
    kinds.includes('single-contact') && contact === null
      ? no('contact-missing', 'Choose the one person whom they speak to.', about('contact'))
      : null,
    kinds.includes('channels') && terms.channels.length === 0
      ? no('channels-missing', 'At least one way to reach us stays open. Choose which.', about('channels'))
      : null,
    kinds.includes('channels') && terms.channels.length === channels.length
      ? no(
          'channels-all',
          'Every way would stay open, so nothing is restricted. Choose the ones that do.',
          about('channels'),
        )
      : null,
    how.trim() === '' ? no('how-missing', 'Write down exactly what they may and may not do.', about('how')) : null,
    until === null
      ? no('until-missing', 'Choose how long it lasts: the last day, within a year.', about('until'))
      : until <= from
        ? no('until-past', 'The last day must be a later day.', about('until'))
        : until > yearAfter(from)
          ? no(
              'until-too-late',
              `A restriction lasts a year at most, until ${inWords(yearAfter(from))}. A review may keep it on.`,
              about('until'),
            )
          : null,
  ];
}
