/** On the first page: sums that wait for somebody to approve them, and payments that are late. */
import type { VNode } from 'preact';
import { limitFor } from '../../complaint/compensation.js';
import { type CompensationWaiting, compensationWaiting } from '../../store/compensation-list.js';
import { compensationIn } from '../../store/compensation-settings.js';
import type { Trx } from '../../store/database.js';
import { viewerOf } from '../cases/case-shown.js';
import type { Visit } from '../visit.js';

/** Nothing to approve for whoever approves nothing. */
export async function readCompensationToSeeTo(trx: Trx, visit: Visit): Promise<CompensationWaiting> {
  const found = await compensationWaiting(trx, viewerOf(visit));
  const limit = limitFor(visit.staff.roles, compensationIn(visit.landlord.settings).limits);
  return limit === 0 ? { ...found, waiting: 0 } : found;
}

export function CompensationToSeeTo({ waiting, late }: CompensationWaiting): VNode | null {
  if (waiting === 0 && late === 0) return null;
  return (
    <p class="govuk-body">
      {waiting === 0 ? null : (
        <a class="govuk-link" href="/compensation">
          {waiting === 1 ? 'A sum of compensation waits' : `${waiting} sums of compensation wait`} for approval
        </a>
      )}
      {waiting > 0 && late > 0 ? '. ' : ''}
      {late === 0 ? null : (
        <a class="govuk-link" href="/compensation?list=approved">
          {late === 1 ? 'A payment of compensation is' : `${late} payments of compensation are`} late
        </a>
      )}
    </p>
  );
}
