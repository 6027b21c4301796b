/** What people say to a report: comments, and challenges that hold the approval until they are answered. */
import { z } from 'zod';
import { answerComment, type Comment, comment, commentsOf } from '../../store/report-comments.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice, requiredText } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { readers, reportAsked, reportHref, reportPage, writers } from './report-frame.js';

const schema = z.object({
  kind: choice(['comment', 'challenge'], 'Choose which it is'),
  text: requiredText('Write what you want to say', 10_000),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit, { kind: visit.may('member-responsible') ? 'challenge' : 'comment' }));
}

async function post(visit: Visit) {
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  const said = { ...read.value, report: report.id, by: visit.staff.id, on: visit.today };
  await visit.db((trx) => comment(trx, said));
  return redirect(reportHref(report, '/comments'), { done: 'On record' });
}

async function view(visit: Visit, form: FormState) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    return report === null ? null : { report, comments: await commentsOf(trx, report.id) };
  });
  if (found === null) return notFound;
  const { report, comments } = found;
  return reportPage(
    visit,
    report,
    { title: 'Comments', tab: '/comments', form },
    <>
      {comments.length === 0 ? <p class="govuk-body">Nobody has said anything yet.</p> : null}
      {comments.map((one) => (
        <One key={one.id} one={one} href={reportHref(report, `/comments/${one.id}`)} answers={visit.may('manager')} />
      ))}
      <h2 class="govuk-heading-m">Say something</h2>
      <Form visit={visit}>
        <RadiosField
          form={form}
          name="kind"
          legend="What is it?"
          items={[
            { value: 'comment', text: 'A comment' },
            { value: 'challenge', text: 'A challenge', hint: 'It is answered before the report is approved' },
          ]}
        />
        <TextareaField form={form} name="text" label="What do you want to say?" rows={5} most={10000} />
        <Submit>Record it</Submit>
      </Form>
    </>,
  );
}

function One({ one, href, answers }: { readonly one: Comment; readonly href: string; readonly answers: boolean }) {
  return (
    <InsetText>
      <p class="govuk-body app-quote">{one.text}</p>
      <p class="app-caption">
        {one.kind === 'challenge' ? 'A challenge by' : 'A comment by'} {one.by}, <DayText day={one.on} />
      </p>
      {one.answer !== null && one.answeredOn !== null ? (
        <>
          <p class="govuk-body app-quote">{one.answer}</p>
          <p class="app-caption">
            Answered by {one.answeredBy ?? 'somebody'}, <DayText day={one.answeredOn} />
          </p>
        </>
      ) : answers ? (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            Answer<span class="govuk-visually-hidden"> {one.by}</span>
          </a>
        </p>
      ) : (
        <p class="govuk-body">Not answered yet.</p>
      )}
    </InsetText>
  );
}

const answerSchema = z.object({ answer: requiredText('Write the answer', 10_000) });

async function getAnswer(visit: Visit) {
  return answerView(visit, startForm(visit));
}

async function postAnswer(visit: Visit) {
  const read = readForm(answerSchema, visit.fields);
  if (!read.ok) return answerView(visit, read.form);
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  const answer = { text: read.value.answer, by: visit.staff.id, on: visit.today };
  const done = await visit.db((trx) => answerComment(trx, report.id, visit.params.comment ?? '', answer));
  return redirect(reportHref(report, '/comments'), { done: done ? 'Answered' : 'Somebody answered it meanwhile' });
}

async function answerView(visit: Visit, form: FormState) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    const one = (await commentsOf(trx, report.id)).find(({ id }) => id === visit.params.comment);
    return one === undefined ? null : { report, one };
  });
  if (found === null) return notFound;
  return reportPage(
    visit,
    found.report,
    { title: 'Answer', tab: '/comments', form },
    <>
      <div class="app-words">{found.one.text}</div>
      <Form visit={visit}>
        <TextareaField form={form} name="answer" label="Your answer" rows={5} most={10000} />
        <Submit>Record the answer</Submit>
      </Form>
    </>,
  );
}

export const reportComments = [
  ...screen({ path: '/reports/annual/:id/comments', access: readers, get, post }),
  ...screen({ path: '/reports/annual/:id/comments/:comment', access: writers, get: getAnswer, post: postAnswer }),
];
