/** What is returned each year: the tenant satisfaction measures to the regulator, the submission to the Ombudsman. */
import { submissionDue, submissionItems } from '../../reports/returns/submission.js';
import { stockAt } from '../../store/stock.js';
import { submissionOf } from '../../store/submissions.js';
import { findReturn } from '../../store/tsm-returns.js';
import { Table, Tag } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { homesOf } from './homes-of.js';
import { yearsToReturn } from './year-of.js';

async function get(visit: Visit) {
  const years = await visit.db(async (trx) => {
    const rows = [];
    for (const year of yearsToReturn(visit)) {
      const stock = await stockAt(trx, year.until);
      rows.push({
        year,
        tsm: await findReturn(trx, year.from),
        done: (await submissionOf(trx, year.from)).filter((step) => step.doneOn !== null).length,
        due: submissionDue(year, homesOf(stock)),
      });
    }
    return rows;
  });
  return page(
    visit,
    { title: 'Yearly returns', section: 'reports', wide: true, back: { href: '/reports', text: 'Reports' } },
    <>
      <p class="govuk-body">
        Once a year the tenant satisfaction measures go to the regulator, by 30 June for landlords with 1,000 homes or
        more, and the report with its self-assessment to the Ombudsman.
      </p>
      <Scroll label="Returns by year">
        <Table
          firstCellIsHeader
          head={[{ text: 'Year' }, { text: 'Tenant satisfaction measures' }, { text: 'Submission to the Ombudsman' }]}
          rows={years.map(({ year, tsm, done, due }) => [
            { text: year.name },
            {
              html: (
                <>
                  <a class="govuk-link" href={`/reports/returns/tsm/${year.name}`}>
                    Measures of {year.name}
                  </a>{' '}
                  {tsm.submitted !== null ? (
                    <Tag colour="green">Sent</Tag>
                  ) : tsm.frozen !== null ? (
                    <Tag colour="blue">Frozen</Tag>
                  ) : (
                    <Tag colour="grey">Not frozen</Tag>
                  )}
                </>
              ),
            },
            {
              html: (
                <>
                  <a class="govuk-link" href={`/reports/returns/ombudsman/${year.name}`}>
                    Submission of {year.name}
                  </a>
                  <br />
                  {done} of {submissionItems.length} done; due <DayText day={due.on} />
                  {due.on < visit.today && done < submissionItems.length ? (
                    <>
                      {' '}
                      <Tag colour="red">Late</Tag>
                    </>
                  ) : null}
                </>
              ),
            },
          ])}
        />
      </Scroll>
    </>,
  );
}

export const returns = screen({ path: '/reports/returns', access: ['manager', 'member-responsible'], get });
