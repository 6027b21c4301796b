/** Where a report stands: what is still missing, who is asked for what, and what may be done next. */
import { z } from 'zod';
import { annualReport, missingIn, whyNotYet } from '../../reports/annual/report.js';
import { annualNow } from '../../store/annual-data.js';
import { recordChange } from '../../store/change-trail.js';
import { asksOf } from '../../store/report-asks.js';
import { approvalsOf, commentsOf } from '../../store/report-comments.js';
import { readFrozen } from '../../store/report-frozen.js';
import { moveReport, type Report, touchReport } from '../../store/reports.js';
import { InsetText, SummaryList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice } from '../ui/fields.js';
import { Form, readForm, Submit } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { readers, reportAsked, reportHref, reportPage, yearWords } from './report-frame.js';

const schema = z.object({ to: choice(['in-comment', 'draft'], 'Choose what to do') });

async function post(visit: Visit) {
  const read = readForm(schema, visit.fields);
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null || !read.ok || !visit.may('manager')) return notFound;
  const { to } = read.value;
  const done = await visit.db(async (trx) => {
    const was = to === 'draft' ? (['in-comment', 'approved'] as const) : (['draft'] as const);
    if (!(await moveReport(trx, report.id, was, to))) return false;
    // What was approved is approved no more once its words may change.
    if (to === 'draft') await touchReport(trx, report.id);
    const what = to === 'draft' ? 'Took back' : 'Put out for comment';
    await recordChange(trx, {
      about: 'report',
      words: `${what} the annual report ${yearWords(report)}`,
      by: visit.staff.id,
    });
    return true;
  });
  const words = to === 'draft' ? 'Taken back: its words can be changed' : 'Out for comment and approval';
  return redirect(reportHref(report), { done: done ? words : 'Somebody else moved it on meanwhile' });
}

async function get(visit: Visit) {
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  const shown = await visit.db(async (trx) => {
    const { data } = await annualNow(trx, {
      year: report.year,
      today: visit.today,
      report: report.id,
      address: visit.address,
    });
    return {
      frozen: await readFrozen(trx, report.id),
      notYet: whyNotYet(data),
      missing: missingIn(annualReport(data)),
      asks: await asksOf(trx, report.id),
      comments: await commentsOf(trx, report.id),
      approvals: await approvalsOf(trx, report.id),
    };
  });
  const { frozen, notYet, missing, asks, comments, approvals } = shown;
  const open = asks.filter((one) => one.state === 'open');
  const waiting = comments.filter((one) => one.kind === 'challenge' && one.answer === null);
  return reportPage(
    visit,
    report,
    { title: 'Where it stands', tab: '' },
    <>
      {frozen === null ? (
        <>
          {notYet === null ? null : <InsetText text={notYet} />}
          <h2 class="govuk-heading-m">Still missing</h2>
          {missing.length === 0 ? (
            <p class="govuk-body">Nothing: the report is whole.</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {missing.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </>
      ) : null}
      <SummaryList
        rows={[
          {
            key: { text: 'Words' },
            value: {
              html: (
                <>
                  {open.length === 0 ? 'Nobody is being waited for' : `${open.length} asked for and not there yet`}.{' '}
                  <a class="govuk-link" href={reportHref(report, '/words')}>
                    Who writes what
                  </a>
                </>
              ),
            },
          },
          {
            key: { text: 'Comments' },
            value: {
              html: (
                <>
                  {comments.length}, {waiting.length === 0 ? 'no challenge' : `${waiting.length} challenges`} waiting
                  for an answer.{' '}
                  <a class="govuk-link" href={reportHref(report, '/comments')}>
                    Comments and approval
                  </a>
                </>
              ),
            },
          },
          {
            key: { text: 'Approved by' },
            value: {
              html:
                approvals.length === 0 ? (
                  'Nobody yet: two people approve'
                ) : (
                  <ul class="govuk-list govuk-!-margin-bottom-0">
                    {approvals.map((one) => (
                      <li key={one.staff}>
                        {one.name}, {one.office}, <DayText day={one.on} />
                        {one.minutes === '' ? '' : `, minutes ${one.minutes}`}
                      </li>
                    ))}
                  </ul>
                ),
            },
          },
          ...(frozen === null
            ? []
            : [
                {
                  key: { text: 'Frozen' },
                  value: {
                    html: (
                      <>
                        <DayText day={frozen.frozenOn} />
                        {frozen.by === null ? '' : ` by ${frozen.by}`}, from{' '}
                        {frozen.head.entries.toLocaleString('en-GB')} entries.{' '}
                        <a class="govuk-link" href={reportHref(report, '/compare')}>
                          What the figures would be now
                        </a>
                      </>
                    ),
                  },
                },
              ]),
        ]}
      />
      <Next visit={visit} report={report} whole={missing.length === 0 && notYet === null} />
    </>,
  );
}

function Next({ visit, report, whole }: { readonly visit: Visit; readonly report: Report; readonly whole: boolean }) {
  const link = (below: string, text: string) => (
    <p class="govuk-body">
      <a class="govuk-link" href={reportHref(report, below)}>
        {text}
      </a>
    </p>
  );
  const move = (to: 'in-comment' | 'draft', words: string, secondary = false) =>
    visit.may('manager') ? (
      <Form visit={visit} id={`to-${to}`}>
        <input type="hidden" name="to" value={to} />
        <Submit secondary={secondary}>{words}</Submit>
      </Form>
    ) : null;
  switch (report.state) {
    case 'draft':
      return move('in-comment', 'Put it out for comment and approval');
    case 'in-comment':
      return (
        <>
          {link('/approve', 'Approve it')}
          {move('draft', 'Take it back to write', true)}
        </>
      );
    case 'approved':
      return (
        <>
          {visit.may('manager') && whole ? link('/freeze', 'Freeze it') : null}
          {move('draft', 'Take it back to write', true)}
        </>
      );
    case 'frozen':
    case 'published':
      return link('/published', report.state === 'frozen' ? 'Publish it' : 'Where it is published');
    default:
      return report.state satisfies never;
  }
}

export const reportOverview = screen({ path: '/reports/annual/:id', access: readers, get, post });
