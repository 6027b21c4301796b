/** Who writes which place of the report: what is there, who was asked for what, by when; and asking somebody. */
import { z } from 'zod';
import { addDays } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import { placeOf, places } from '../../reports/annual/places.js';
import { enqueue } from '../../store/enqueue.js';
import { ask, asksOf, takeAskBack } from '../../store/report-asks.js';
import { textsOf } from '../../store/reports.js';
import { listStaff } from '../../store/staff.js';
import { Table, TaskList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice, optionalText, requiredDay, requiredId } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { isOpen, readers, reportAsked, reportHref, reportPage, writers } from './report-frame.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    return { report, texts: await textsOf(trx, report.id), asks: await asksOf(trx, report.id) };
  });
  if (found === null) return notFound;
  const { report, texts, asks } = found;
  const mine = (place: string) =>
    asks.some((a) => a.place === place && a.asked === visit.staff.id && a.state === 'open');
  return reportPage(
    visit,
    report,
    { title: 'Words', tab: '/words' },
    <>
      <p class="govuk-body">
        Figures are put in by themselves. People write what they mean. What is needed keeps a report from being frozen
        until it is there.
      </p>
      <TaskList
        items={places.map((one) => {
          const text = texts.find((t) => t.place === one.place);
          const there = text !== undefined && text.text.trim() !== '';
          const status = there
            ? { tag: { text: 'Written', classes: 'govuk-tag--green' } }
            : one.needed
              ? { tag: { text: 'Needed', classes: 'govuk-tag--red' } }
              : { text: 'May stay empty' };
          const by = there ? `${text.saidBy}${text.office === '' ? '' : `, ${text.office}`}` : one.asks;
          const writes = visit.may('manager') || mine(one.place);
          return {
            title: { text: one.title },
            hint: { text: by },
            ...(writes ? { href: reportHref(report, `/words/${one.place}`) } : {}),
            status,
          };
        })}
      />
      <h2 class="govuk-heading-m">Who was asked</h2>
      {asks.length === 0 ? (
        <p class="govuk-body">Nobody has been asked yet.</p>
      ) : (
        <Scroll label="Who was asked">
          <Table
            caption="Who was asked for which words"
            captionClasses="govuk-visually-hidden"
            firstCellIsHeader
            head={['For', 'Who', 'By', 'Where it stands'].map((text) => ({ text }))}
            rows={asks.map((one) => [
              { text: placeOf(one.place)?.title ?? one.place },
              { text: one.askedName },
              { html: <DayText day={one.dueOn} /> },
              {
                html: (
                  <>
                    {one.state === 'answered'
                      ? 'Written'
                      : one.state === 'taken-back'
                        ? 'Taken back'
                        : one.dueOn < visit.today
                          ? 'Late'
                          : 'Waiting'}
                    {one.remindedOn === null ? null : (
                      <>
                        {' '}
                        (reminded on <DayText day={one.remindedOn} />)
                      </>
                    )}
                    {one.state === 'open' && visit.may('manager') ? (
                      <Form visit={visit} id={`ask-${one.id}`} action={reportHref(report, `/ask/${one.id}/remove`)}>
                        <button class="app-choice" type="submit">
                          Take it back<span class="govuk-visually-hidden"> from {one.askedName}</span>
                        </button>
                      </Form>
                    ) : null}
                  </>
                ),
              },
            ])}
          />
        </Scroll>
      )}
      {visit.may('manager') && isOpen(report) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={reportHref(report, '/ask')}>
            Ask somebody for words
          </a>
        </p>
      ) : null}
    </>,
  );
}

const names = places.map((one) => one.place);
const schema = (visit: Visit) =>
  z.object({
    place: choice(names, 'Choose what they are asked for'),
    whom: requiredId('Choose whom to ask'),
    due: requiredDay('the day by which it is wanted', { notBefore: visit.today }),
    note: optionalText(2_000),
  });

async function getAsk(visit: Visit) {
  return askView(visit, startForm(visit, { place: 'performance', due: addDays(visit.today, 14) }));
}

async function postAsk(visit: Visit) {
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return askView(visit, read.form);
  const { place, whom, due, note } = read.value;
  const done = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null || !isOpen(report)) return 'closed';
    if (!(await listStaff(trx, 'at-work')).some((one) => one.id === whom)) return 'nobody';
    const asked = { report: report.id, place, whom: whom as StaffId, by: visit.staff.id, on: visit.today };
    const id = await ask(trx, { ...asked, dueOn: due, note: note ?? '' });
    if (id !== null) {
      await enqueue(trx, null, null, [{ name: 'remind-report-asks', payload: { day: visit.today } }]);
    }
    return id;
  });
  if (done === 'closed') return notFound;
  const refuse = (words: string) => askView(visit, withErrors(read.form, [{ field: 'whom', words }]));
  if (done === 'nobody') return refuse('Choose somebody who works here');
  if (done === null) return refuse('They have been asked for that already');
  return redirect(`/reports/annual/${visit.params.id}/words`, { done: 'Asked: it stands on their home page' });
}

async function askView(visit: Visit, form: FormState) {
  const { report, staff } = await visit.db(async (trx) => ({
    report: await reportAsked(trx, visit),
    staff: await listStaff(trx, 'at-work'),
  }));
  if (report === null) return notFound;
  return reportPage(
    visit,
    report,
    { title: 'Ask somebody for words', tab: '/words', form },
    <Form visit={visit}>
      <SelectField
        form={form}
        name="place"
        label="What for?"
        items={places.map((one) => ({ value: one.place, text: one.title }))}
      />
      <SelectField
        form={form}
        name="whom"
        label="Whom?"
        none="Choose a person"
        items={staff.map((one) => ({ value: one.id, text: one.name }))}
      />
      <DateField form={form} name="due" legend="By when?" />
      <TextareaField form={form} name="note" label="What should they write about? (optional)" rows={3} most={2000} />
      <Submit>Ask</Submit>
    </Form>,
  );
}

async function postTakeBack(visit: Visit) {
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  const done = await visit.db((trx) => takeAskBack(trx, visit.params.ask ?? ''));
  return redirect(reportHref(report, '/words'), { done: done ? 'Taken back' : 'It was answered meanwhile' });
}

export const reportWords = [
  ...screen({ path: '/reports/annual/:id/words', access: readers, get }),
  ...screen({ path: '/reports/annual/:id/ask', access: writers, get: getAsk, post: postAsk }),
  ...screen({ path: '/reports/annual/:id/ask/:ask/remove', access: writers, post: postTakeBack }),
];
