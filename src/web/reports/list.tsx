/** Reports: the annual ones with where each stands, the beginning of another, and the way to packs and returns. */
import { z } from 'zod';
import { financialYear, yearOf } from '../../reports/period.js';
import { measure } from '../../store/measures.js';
import { pastTotals } from '../../store/past-totals.js';
import { beginReport, listReports } from '../../store/reports.js';
import { InsetText, Tag } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { wholeNumber } from '../ui/fields.js';
import { Form, type FormState, readForm, SelectField, Submit, startForm, typedIn, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { readers, reportHref, reportTitle, stateTags } from './report-frame.js';

const schema = z.object({ year: wholeNumber('Choose a year', { min: 2000, max: 2199 }) });

async function get(visit: Visit) {
  // The year that has ended last is the one to report on.
  return view(visit, startForm(visit, { year: yearOf(visit.today) - 1 }));
}

async function post(visit: Visit) {
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const refuse = (words: string) => view(visit, withErrors(read.form, [{ field: 'year', words }]));
  if (!visit.may('manager')) return refuse('Managers begin reports');
  const period = financialYear(read.value.year);
  if (visit.today < period.from) return refuse(`The year ${period.name} has not begun`);
  const made = await visit.db(async (trx) => {
    const counted = (await measure(trx, period, visit.today)).some((m) => m.unit === 'count' && (m.value ?? 0) > 0);
    if (!counted && (await pastTotals(trx, { within: period })).length === 0) return null;
    return beginReport(trx, { year: read.value.year, by: visit.staff.id, today: visit.today });
  });
  if (made === null) return refuse(`Nothing of ${period.name} is recorded, so there is nothing to report on`);
  return redirect(reportHref(made), { done: made.begun ? 'Report begun' : 'That report is being written already' });
}

async function view(visit: Visit, form: FormState) {
  const reports = await visit.db(listReports);
  const latest = yearOf(visit.today);
  const asked = Number(typedIn(form, 'year'));
  const years = [...new Set([...Array.from({ length: 6 }, (_, back) => latest - back), ...(asked ? [asked] : [])])];
  return page(
    visit,
    { title: 'Reports', section: 'reports', form },
    <>
      <h2 class="govuk-heading-m">Annual reports</h2>
      {reports.length === 0 ? <InsetText text="No annual report has been begun here yet." /> : null}
      <ul class={reports.length === 0 ? 'govuk-list' : 'app-list'}>
        {reports.map((report) => (
          <li key={report.id} class="app-list__item app-line">
            <span class="govuk-body govuk-!-margin-bottom-0">
              <a class="govuk-link" href={reportHref(report)}>
                {reportTitle(report)}
              </a>
              <span class="app-due__day">
                Begun on <DayText day={report.beganOn} />
                {report.beganBy === null ? '' : ` by ${report.beganBy}`}
              </span>
            </span>
            <Tag colour={stateTags[report.state].colour}>{stateTags[report.state].words}</Tag>
          </li>
        ))}
      </ul>
      {visit.may('manager') ? (
        <Form visit={visit}>
          <SelectField
            form={form}
            name="year"
            label="Begin a report of the year"
            hint="From 1 April to 31 March"
            items={years.map((year) => ({ value: String(year), text: financialYear(year).name }))}
          />
          <Submit secondary>Begin</Submit>
        </Form>
      ) : null}
      <h2 class="govuk-heading-m">Packs and returns</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/reports/packs">
            Packs for managers, the governing body and the panel
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/reports/returns">
            Returns to the regulator and the Ombudsman
          </a>
        </li>
      </ul>
    </>,
  );
}

export const reportList = screen({ path: '/reports', access: readers, get, post });
