/** What the member responsible for complaints sees above the figures: cases opened to them, and where things stand now. */
import type { VNode } from 'preact';
import { grantsTo } from '../../store/case-grants.js';
import type { Trx } from '../../store/database.js';
import { readStandingNow } from '../../store/oversight.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { standingIn } from '../oversight/standing.js';
import { BarTable } from '../ui/bar-table.js';
import { DayText } from '../ui/dates.js';
import type { Visit } from '../visit.js';

export async function forMember(trx: Trx, visit: Visit): Promise<VNode> {
  const grants = await grantsTo(trx, visit.staff.id, visit.today, await hiddenCases(trx, viewerOf(visit)));
  const { standing, promises } = await readStandingNow(trx, visit.today);
  const open = standing.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      {grants.length === 0 ? null : (
        <section aria-labelledby="granted">
          <h2 class="govuk-heading-m" id="granted">
            Opened to you
          </h2>
          <ul class="govuk-list">
            {grants.map((grant) => (
              <li key={grant.id}>
                <a class="govuk-link" href={`/cases/${grant.reference}`}>
                  {grant.reference}
                </a>
                , until <DayText day={grant.until} />: {grant.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 class="govuk-heading-m">Now</h2>
      <div class="app-two">
        <BarTable
          title={`Complaints that are open: ${open}`}
          heads={['Where they stand', 'Complaints']}
          drawn="of all that are open"
          rows={standing.map(({ of, stage, n }) => ({
            label: standingIn(of, stage),
            cells: [String(n)],
            of: { n, whole: open },
          }))}
        />
        <BarTable
          title="Promised actions that are not done yet"
          heads={['Promises', 'Number']}
          drawn="of all open promises"
          rows={[
            { label: 'Open', cells: [String(promises.open)], of: { n: promises.open, whole: promises.open } },
            { label: 'Late today', cells: [String(promises.late)], of: { n: promises.late, whole: promises.open } },
            {
              label: 'Moved at least once',
              cells: [String(promises.moved)],
              of: { n: promises.moved, whole: promises.open },
            },
          ]}
        />
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href="/oversight/cases">
          The cases, without names
        </a>
      </p>
    </>
  );
}
