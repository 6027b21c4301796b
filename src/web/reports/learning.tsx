/** The table of learning: what the year's cases taught, gathered from their histories, each put into words by a person. */
import { financialYear } from '../../reports/period.js';
import { recordReading } from '../../store/reads.js';
import { gatherLessons, lessonsOf } from '../../store/report-items.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { InsetText, Tag } from '../ui/components.js';
import { Form, Submit } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { isOpen, readers, reportAsked, reportHref, reportPage } from './report-frame.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    const lessons = await lessonsOf(trx, report.id, await hiddenCases(trx, viewerOfRows(visit)));
    if (visit.may('manager') && lessons.length > 0) {
      await recordReading(trx, { staff: visit.staff.id, what: 'export', about: 'learning for the annual report' });
    }
    return { report, lessons };
  });
  if (found === null) return notFound;
  const { report, lessons } = found;
  // What was not yet put into words that name nobody is for those alone who may see the cases.
  const shown = visit.may('manager') ? lessons : lessons.filter((one) => one.included);
  return reportPage(
    visit,
    report,
    { title: 'Learning', tab: '/learning' },
    <>
      <p class="govuk-body">
        Words from cases are written for colleagues, and may tell who somebody is. None goes into the report by itself:
        each is read, put into words that name nobody, and taken in by a manager.
      </p>
      {shown.length === 0 ? <InsetText text="Nothing is in the table yet." /> : null}
      <ul class={shown.length === 0 ? 'govuk-list' : 'app-list'}>
        {shown.map((one) => (
          <li key={one.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              {visit.may('manager') && isOpen(report) ? (
                <a class="govuk-link" href={reportHref(report, `/learning/${one.id}`)}>
                  {one.outline === '' ? 'Without an outline yet' : one.outline}
                </a>
              ) : (
                one.outline
              )}{' '}
              <Tag colour={one.included ? 'green' : 'grey'}>{one.included ? 'In the report' : 'Left out'}</Tag>
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-0 app-quote">{one.learning}</p>
            {one.reference !== null && visit.may('manager') ? (
              <p class="govuk-body-s govuk-!-margin-bottom-0">
                From{' '}
                <a class="govuk-link" href={`/cases/${one.reference}`}>
                  {one.reference}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {visit.may('manager') && isOpen(report) ? (
        <>
          <Form visit={visit}>
            <Submit secondary>Gather what the cases of the year taught</Submit>
          </Form>
          <p class="govuk-body">
            <a class="govuk-link" href={reportHref(report, '/learning/new')}>
              Add a row by hand
            </a>
          </p>
        </>
      ) : null}
    </>,
  );
}

async function post(visit: Visit) {
  if (!visit.may('manager')) return notFound;
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null || !isOpen(report)) return null;
    return { report, n: await gatherLessons(trx, report.id, financialYear(report.year)) };
  });
  if (found === null) return notFound;
  const done = found.n === 0 ? 'Nothing new was found' : `${found.n} found: none is in the report until you take it in`;
  return redirect(reportHref(found.report, '/learning'), { done });
}

export const reportLearning = screen({ path: '/reports/annual/:id/learning', access: readers, get, post });
