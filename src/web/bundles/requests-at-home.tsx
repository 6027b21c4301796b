/** On the first page of officers and managers: requests for what is held of somebody that are open, and the first of their days. */
import type { VNode } from 'preact';
import { type Day, inShortWords } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { countRequests, type RequestsOpen } from '../../store/subject-requests.js';
import type { Visit } from '../visit.js';
import { answersRequests } from './answers-requests.js';

export async function requestsAtHome(trx: Trx, visit: Visit, hidden: readonly CaseId[]): Promise<RequestsOpen | null> {
  return visit.may(...answersRequests) ? countRequests(trx, hidden) : null;
}

export function RequestsAtHome({ open, today }: { open: RequestsOpen | null; today: Day }): VNode | null {
  if (open === null || open.first === null) return null;
  return (
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/subject-requests">
          {open.n === 1 ? 'A subject access request is open' : `${open.n} subject access requests are open`}
        </a>
        : {open.first < today ? 'one was due on' : open.n === 1 ? 'due on' : 'the first is due on'}{' '}
        {inShortWords(open.first)}
      </li>
    </ul>
  );
}
