/** The yearly submission to the Ombudsman as a checklist: what, by when, where it is published, what shows it. */
import { z } from 'zod';
import type { Period } from '../../reports/measured.js';
import {
  itemWords,
  type SubmissionItem,
  submissionDue,
  submissionItems,
  wrongWithStep,
} from '../../reports/returns/submission.js';
import { recordChange } from '../../store/change-trail.js';
import { stockAt } from '../../store/stock.js';
import { enterStep, type SubmissionStep, submissionOf } from '../../store/submissions.js';
import { InsetText, TaskList, WarningText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { optionalDay, optionalText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { homesOf } from './homes-of.js';
import { StandsHereShown, standsHere } from './what-stands-here.js';
import { yearIn } from './year-of.js';

const form = (visit: Visit) =>
  z.object({
    doneOn: optionalDay('the day on which it was done', { notAfter: visit.today }),
    address: optionalText(500),
    note: optionalText(2000),
  });

async function get(visit: Visit) {
  const year = yearIn(visit);
  if (year === null) return notFound;
  const { due, steps } = await visit.db(async (trx) => ({
    due: submissionDue(year, homesOf(await stockAt(trx, year.until))),
    steps: await submissionOf(trx, year.from),
  }));
  const done = steps.filter((step) => step.doneOn !== null).length;
  return page(
    visit,
    {
      title: `Submission to the Ombudsman ${year.name}`,
      section: 'reports',
      back: { href: '/reports/returns', text: 'Yearly returns' },
    },
    <>
      <InsetText>
        Due <DayText day={due.on} />. {due.because}
        {due.size === 'unknown' ? (
          <>
            {' '}
            <a class="govuk-link" href="/figures/given/stock">
              Enter the homes owned
            </a>
          </>
        ) : null}
      </InsetText>
      {year.until >= visit.today ? (
        <WarningText iconFallbackText="Warning">
          The year ends on <DayText day={year.until} />. Its report can be frozen after that.
        </WarningText>
      ) : null}
      <p class="govuk-body">
        {done} of {submissionItems.length} done.
      </p>
      <TaskList
        idPrefix="submission"
        items={submissionItems.map((item) => {
          const step = steps.find((one) => one.item === item);
          return {
            title: { text: itemWords[item].title },
            hint: { text: itemWords[item].asks },
            href: `/reports/returns/ombudsman/${year.name}/${item}`,
            status:
              step === undefined || step.doneOn === null
                ? {
                    tag: {
                      text: step === undefined ? 'Not started' : 'Noted',
                      classes: step === undefined ? 'govuk-tag--grey' : 'govuk-tag--blue',
                    },
                  }
                : { text: 'Done' },
          };
        })}
      />
      <p class="govuk-body">
        It is sent by the Ombudsman’s own form on the web. Send it again if the self-assessment is changed in the year.
      </p>
    </>,
  );
}

async function withItem(
  visit: Visit,
  work: (year: Period, item: SubmissionItem, step: SubmissionStep | undefined) => Promise<Answer>,
) {
  const year = yearIn(visit);
  const item = submissionItems.find((one) => one === visit.params.item);
  if (year === null || item === undefined) return notFound;
  const steps = await visit.db((trx) => submissionOf(trx, year.from));
  return work(
    year,
    item,
    steps.find((one) => one.item === item),
  );
}

const getItem = (visit: Visit) =>
  withItem(visit, async (year, item, step) =>
    itemView(
      visit,
      year,
      item,
      step,
      startForm(visit, { doneOn: step?.doneOn, address: step?.address, note: step?.note }),
    ),
  );

const postItem = (visit: Visit) =>
  withItem(visit, async (year, item, step) => {
    const read = readForm(form(visit), visit.fields);
    if (!read.ok) return itemView(visit, year, item, step, read.form);
    const { doneOn, address, note } = read.value;
    const wrong = wrongWithStep(item, { doneOn, address });
    if (wrong !== null) return itemView(visit, year, item, step, withErrors(read.form, [wrong]));
    await visit.db(async (trx) => {
      await enterStep(trx, { yearFrom: year.from, item, doneOn, address, note, file: null, by: visit.staff.id });
      await recordChange(trx, {
        about: 'returns',
        words: `${itemWords[item].title}, ${year.name}: ${doneOn === null ? 'noted, not done yet' : `done on ${doneOn}`}`,
        by: visit.staff.id,
      });
    });
    return redirect(`/reports/returns/ombudsman/${year.name}`, { done: 'Saved' });
  });

async function itemView(
  visit: Visit,
  year: Period,
  item: SubmissionItem,
  step: SubmissionStep | undefined,
  state: FormState,
) {
  const words = itemWords[item];
  const stands = await visit.db((trx) => standsHere(trx, year, item));
  return page(
    visit,
    {
      title: words.title,
      caption: `Submission to the Ombudsman ${year.name}`,
      section: 'reports',
      form: state,
      back: { href: `/reports/returns/ombudsman/${year.name}`, text: 'The checklist' },
    },
    <>
      <p class="govuk-body">{words.asks}</p>
      {stands === null ? null : <StandsHereShown stands={stands} />}
      {step === undefined ? null : (
        <p class="app-caption">
          Last entered{step.by === null ? '' : ` by ${step.by}`} on{' '}
          <DayText day={step.at.slice(0, 10) as typeof visit.today} />. What stood before is kept.
        </p>
      )}
      {visit.may('manager') ? (
        <Form visit={visit} action={`/reports/returns/ombudsman/${year.name}/${item}`}>
          {words.published ? (
            <TextField
              form={state}
              name="address"
              label="Address of the page"
              type="url"
              autocomplete="off"
              spellcheck={false}
            />
          ) : null}
          <DateField
            form={state}
            name="doneOn"
            legend={words.published ? 'Published on (leave empty until it is)' : 'Done on (leave empty until it is)'}
          />
          <TextareaField form={state} name="note" label="Note: what shows it, who saw it" most={2000} rows={4} />
          <Submit>Save</Submit>
        </Form>
      ) : null}
    </>,
  );
}

export const submission = screen({
  path: '/reports/returns/ombudsman/:year',
  access: ['manager', 'member-responsible'],
  get,
});
export const submissionItem = screen({
  path: '/reports/returns/ombudsman/:year/:item',
  access: ['manager'],
  get: getItem,
  post: postItem,
});
