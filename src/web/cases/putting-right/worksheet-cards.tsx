/** The sums of compensation of a case, each with what may be done to it now. */
import type { VNode } from 'preact';
import type { Worksheet } from '../../../complaint/case.js';
import { isDeclined, workedOn } from '../../../complaint/compensation.js';
import type { Act } from '../../../complaint/permitted.js';
import { pounds } from '../../../facts/money.js';
import { Tag } from '../../ui/components.js';
import type { Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import type { CaseShown } from '../case-shown.js';
import { WorksheetView, worksheetStates } from './worksheet-view.js';

const next: Readonly<Record<Worksheet['state'], readonly { readonly act: Act; readonly words: string }[]>> = {
  waiting: [
    { act: 'approve-compensation', words: 'Approve it or send it back' },
    { act: 'work-out-compensation', words: 'Work it out anew' },
  ],
  'sent-back': [{ act: 'work-out-compensation', words: 'Work it out anew' }],
  approved: [
    { act: 'pay-compensation', words: 'Record that it is paid' },
    { act: 'work-out-compensation', words: 'Work it out anew' },
  ],
  paid: [],
};

/** Nobody is led to approve their own sum, or to pay what the resident declined. */
function fits(act: Act, worksheet: Worksheet, shown: CaseShown, visit: Visit): boolean {
  if (act === 'approve-compensation') return !workedOn(worksheet, visit.staff.id);
  return act !== 'pay-compensation' || !isDeclined(shown.case, worksheet.remedy);
}

export function WorksheetCards({ shown, visit }: { readonly shown: CaseShown; readonly visit: Visit }): VNode | null {
  const { worksheets, reference } = shown.case;
  if (worksheets.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Compensation</h2>
      {worksheets.map((worksheet) => (
        <section key={worksheet.remedy} class={worksheet.state === 'paid' ? 'app-point app-point--gone' : 'app-point'}>
          <p class="govuk-body">
            <strong>{pounds(worksheet.totalPence)}</strong>{' '}
            <Tag colour={worksheet.state === 'paid' ? 'green' : 'blue'}>{worksheetStates[worksheet.state]}</Tag>
          </p>
          <WorksheetView shown={shown} worksheet={worksheet} />
          <ul class="govuk-list">
            {next[worksheet.state]
              .filter(({ act }) => mayBegin(shown, visit, act) && fits(act, worksheet, shown, visit))
              .map(({ act, words }) => (
                <li key={act}>
                  <a class="govuk-link" href={actPath(reference, act, `?remedy=${worksheet.remedy}`)}>
                    {words}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
