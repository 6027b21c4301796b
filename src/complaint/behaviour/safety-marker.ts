/** Safety markers: who sets and ends one, that it says what to do and why, and that it is looked at again within a year. */
import { addDays, type Day, inWords } from '../../facts/days.js';
import { given, no, type Objection, written } from '../objections.js';
import type { Refusal, Role } from '../refusals.js';
import { yearAfter } from '../year-after.js';

/** Looked at again half a year on, unless somebody says otherwise. */
export function usualMarkerReview(today: Day): Day {
  return addDays(today, 180);
}

export interface MarkerAsked {
  readonly whatToDo: string;
  readonly reasons: string;
  readonly told: string;
  readonly reviewOn: Day;
}

/** Who does something with a marker, and the roles that the landlord lets read one. */
export interface MarkerBy {
  readonly roles: readonly Role[];
  readonly seesMarkers: readonly Role[];
}

/** Whoever may not read one is not told whether there is one, and neither sets nor ends any. */
export function seesMarker({ roles, seesMarkers }: MarkerBy): boolean {
  return seesMarkers.some((role) => roles.includes(role));
}

function isTheirs(by: MarkerBy): Objection {
  return seesMarker(by) ? null : no('not-their-part', 'Your landlord has not named your role for safety markers.');
}

/** What speaks against setting one; nothing, where the list is empty. */
export function objectionsToMarker(asked: MarkerAsked, by: MarkerBy, today: Day): readonly Refusal[] {
  const { whatToDo, reasons, told, reviewOn } = asked;
  return given([
    isTheirs(by),
    written('whatToDo', whatToDo, 'Write down what staff must do'),
    written('reasons', reasons, 'Write down what it rests on'),
    written('told', told, 'Write down that they were told, or why not'),
    reviewOn <= today
      ? no('review-past', 'It is looked at again on a later day. Choose one within a year.', { field: 'reviewOn' })
      : reviewOn > yearAfter(today)
        ? no('review-too-late', `It is looked at again within a year, by ${inWords(yearAfter(today))}.`, {
            field: 'reviewOn',
          })
        : null,
  ]);
}

/** What speaks against ending one. */
export function objectionsToEndingMarker(
  marker: { readonly endedAt: string | null } | null,
  why: string,
  by: MarkerBy,
): readonly Refusal[] {
  return given([
    isTheirs(by),
    marker === null || marker.endedAt !== null ? no('ended-already', 'It had ended already.') : null,
    written('why', why, 'Write down why it ends'),
  ]);
}

/** What speaks against erasing one, with the record of who read it: it has ended, and a manager does it. */
export function objectionsToErasingMarker(
  marker: { readonly endedAt: string | null } | null,
  by: MarkerBy,
): readonly Refusal[] {
  return given([
    isTheirs(by),
    by.roles.includes('manager') ? null : no('not-a-manager', 'A manager erases it: ask one of them.'),
    marker?.endedAt == null ? no('not-ended', 'Only what has ended can be erased.') : null,
  ]);
}
