/**
 * When a review about behaviour, or the answer to an appeal, is brought to mind: once in the two weeks before its day, time
 * enough to hear the person first, and once after it. What was due longer ago is on the list and in no message.
 */
import { addDays, type Day } from '../../facts/days.js';
import { appealDue, type RestrictionRules } from './restriction-clocks.js';

const days = 14;

/** Between which dates everything lies that is brought to mind on a day. */
export function behaviourRemindedOf(today: Day): { readonly from: Day; readonly until: Day } {
  return { from: addDays(today, -days), until: addDays(today, days) };
}

/** The day of an appeal's answer where it is brought to mind on a day; null where it is not, or no number of days is set. */
export function appealRemindedOf(appealedOn: Day, rules: RestrictionRules, today: Day): Day | null {
  const due = appealDue(appealedOn, rules);
  const { from, until } = behaviourRemindedOf(today);
  return due !== null && from <= due && due <= until ? due : null;
}
