/** Approval: two people, each in their own name and office, of the same version. A challenge is answered first. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { approvalsOf, approveReport, commentsOf } from '../../store/report-comments.js';
import { moveReport } from '../../store/reports.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { mustTick, optionalText, requiredDay, requiredText, wholeNumber } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextField,
  TickField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { readers, reportAsked, reportHref, reportPage, yearWords } from './report-frame.js';

const needed = 2;

const schema = (visit: Visit) =>
  z.object({
    version: wholeNumber('', { min: 1, max: 1_000_000 }),
    name: requiredText('Enter your name as it stands in the report', 200),
    office: requiredText('Enter your office', 200),
    on: requiredDay('the day of the approval', { notAfter: visit.today }),
    minutes: optionalText(200),
    read: mustTick('Say that you have read the report'),
  });

async function asked(visit: Visit) {
  return visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    const comments = await commentsOf(trx, report.id);
    const waiting = comments.filter((one) => one.kind === 'challenge' && one.answer === null).length;
    return { report, waiting, approvals: await approvalsOf(trx, report.id) };
  });
}

async function get(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  return view(
    visit,
    found,
    startForm(visit, { version: found.report.version, name: visit.staff.name, on: visit.today }),
  );
}

async function post(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { version, name, office, on, minutes } = read.value;
  const refuse = (words: string) => view(visit, found, withErrors(read.form, [{ field: null, words }]));
  if (found.report.state !== 'in-comment') return refuse('Only a report that is out for comment can be approved');
  if (found.waiting > 0) return refuse('A challenge waits for its answer: it is answered before anybody approves');
  const outcome = await visit.db(async (trx) => {
    const approval = { staff: visit.staff.id, name, office, on, minutes: minutes ?? '' };
    if (!(await approveReport(trx, found.report.id, version, approval))) return 'not';
    await recordChange(trx, {
      about: 'report',
      words: `Approved the annual report ${yearWords(found.report)}`,
      by: visit.staff.id,
    });
    if ((await approvalsOf(trx, found.report.id)).length < needed) return 'one';
    return (await moveReport(trx, found.report.id, ['in-comment'], 'approved')) ? 'both' : 'one';
  });
  if (outcome === 'not') {
    const again = await asked(visit);
    const own = again?.approvals.some((one) => one.staff === visit.staff.id) ?? false;
    return refuse(
      own
        ? 'You have approved it already. The second approval is somebody else’s'
        : 'The report has changed since you opened this page: read it again, then approve it',
    );
  }
  const done =
    outcome === 'both' ? 'Approved by two people: it can be frozen' : 'Approved. One more person has to approve it';
  return redirect(reportHref(found.report), { done });
}

function view(visit: Visit, found: NonNullable<Awaited<ReturnType<typeof asked>>>, form: FormState) {
  const { report, waiting, approvals } = found;
  return reportPage(
    visit,
    report,
    { title: 'Approve the report', tab: '/comments', form },
    <>
      <p class="govuk-body">
        Two people approve a report, each for themselves.{' '}
        <a class="govuk-link" href={reportHref(report, '/draft')}>
          Read it
        </a>{' '}
        first: what you approve is what it says now. When a word of it changes, it has to be approved again.
      </p>
      {waiting > 0 ? <InsetText text="A challenge waits for its answer." /> : null}
      {approvals.map((one) => (
        <p key={one.staff} class="govuk-body">
          Approved by {one.name}, {one.office}, <DayText day={one.on} />.
        </p>
      ))}
      <Form visit={visit}>
        <Hidden name="version" value={typedIn(form, 'version')} />
        <TextField form={form} name="name" label="Your name, as it stands in the report" width="two-thirds" />
        <TextField
          form={form}
          name="office"
          label="Your office"
          hint="For example, Chair of the board"
          width="two-thirds"
        />
        <DateField form={form} name="on" legend="When was it approved?" />
        <TextField form={form} name="minutes" label="Reference of the minutes (optional)" width={20} />
        <TickField form={form} name="read" label="I have read the report as it stands" />
        <Submit>Approve</Submit>
      </Form>
    </>,
  );
}

export const approveScreen = screen({ path: '/reports/annual/:id/approve', access: readers, get, post });
