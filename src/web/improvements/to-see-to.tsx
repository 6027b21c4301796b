/** Improvements on somebody's first page: what they see to and is due, and what waits for a review that they may give. */
import type { VNode } from 'preact';
import { inShortWords } from '../../facts/days.js';
import type { Trx } from '../../store/database.js';
import { type ImprovementsFor, improvementsFor } from '../../store/improvement-reminders.js';
import type { Visit } from '../visit.js';
import { readers, reviewers } from './frame.js';
import { improvementHref } from './words.js';

/** Null for those who do not see improvements. */
export async function improvementsAtHome(trx: Trx, visit: Visit): Promise<ImprovementsFor | null> {
  if (!visit.may(...readers)) return null;
  return improvementsFor(trx, { staff: visit.staff.id, reviews: visit.may(...reviewers), today: visit.today });
}

export function ImprovementsToSeeTo({
  due,
  visit,
}: {
  readonly due: ImprovementsFor | null;
  readonly visit: Visit;
}): VNode | null {
  if (due === null || due.toDo.length + due.toReview === 0) return null;
  return (
    <ul class="govuk-list">
      {due.toDo.map((one) => (
        <li key={one.id}>
          <a class="govuk-link" href={improvementHref(one)}>
            {one.title}
          </a>
          : {one.dueOn < visit.today ? 'was to be done by' : 'to be done by'} {inShortWords(one.dueOn)}
        </li>
      ))}
      {due.toReview > 0 ? (
        <li>
          <a class="govuk-link" href="/improvements?show=to-review">
            {due.toReview === 1
              ? 'An improvement waits for its review'
              : `${due.toReview} improvements wait for their review`}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
