/** What people know and no case says: findings of the Ombudsman, its reports and publications, improvements made. */
import { z } from 'zod';
import { financialYear } from '../../reports/period.js';
import { type ImprovementToReport, improvementsToReport, reportWords } from '../../store/report-improvements.js';
import { addItem, itemsOf, type ReportItem, removeItem } from '../../store/report-items.js';
import type { Report } from '../../store/reports.js';
import { DayText } from '../ui/dates.js';
import { choice, optionalDay, optionalText, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { isOpen, readers, reportAsked, reportHref, reportPage, writers } from './report-frame.js';

const parts = [
  { value: 'c', text: 'A finding by the Ombudsman that we did not keep to the Code' },
  { value: 'd', text: 'A service improvement made because of complaints' },
  { value: 'e', text: 'The Ombudsman’s annual report on our performance' },
  { value: 'f', text: 'Another report or publication of the Ombudsman about our work' },
] as const;

const schema = (visit: Visit) =>
  z.object({
    part: choice(['c', 'd', 'e', 'f'], 'Choose what it is'),
    title: requiredText('Enter what it is called', 300),
    address: optionalText(500).refine((text) => text === null || /^https?:\/\/\S+$/.test(text), {
      error: 'Enter an address that begins with https://',
    }),
    on: optionalDay('the day of it', { notAfter: visit.today }),
    words: requiredText('Say what it says, and what was done about it', 4_000),
  });

/** One of the year's improvements may be named: then the form begins with what is known of it. */
async function get(visit: Visit) {
  const { improvement } = visit.query;
  if (improvement === undefined) return view(visit, startForm(visit));
  const named = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return undefined;
    return (await improvementsToReport(trx, report.id, financialYear(report.year))).find(
      ({ id }) => id === improvement,
    );
  });
  if (named === undefined) return notFound;
  return view(visit, startForm(visit, { part: 'd', title: named.title, on: named.doneOn, words: reportWords(named) }));
}

async function post(visit: Visit) {
  if (!visit.may('manager')) return notFound;
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { address, ...item } = read.value;
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  const added = await visit.db((trx) => addItem(trx, report.id, { ...item, address: address ?? '' }, visit.staff.id));
  return added ? redirect(reportHref(report, '/items'), { done: 'Added' }) : notFound;
}

async function view(visit: Visit, form: FormState) {
  const found = await visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    const year = financialYear(report.year);
    return { report, items: await itemsOf(trx, report.id), toTake: await improvementsToReport(trx, report.id, year) };
  });
  if (found === null) return notFound;
  const { report, items, toTake } = found;
  return reportPage(
    visit,
    report,
    { title: 'From the Ombudsman, and improvements', tab: '/items', form },
    <>
      {parts.map((part) => (
        <Part
          key={part.value}
          visit={visit}
          report={report}
          name={part.text}
          items={items.filter((i) => i.part === part.value)}
        />
      ))}
      {visit.may('manager') && isOpen(report) ? (
        <>
          <ToTake report={report} toTake={toTake} />
          <h2 class="govuk-heading-m">Add one</h2>
          <Form visit={visit}>
            <RadiosField form={form} name="part" legend="What is it?" items={parts} />
            <TextField form={form} name="title" label="What is it called?" />
            <TextField form={form} name="address" label="Its address on the web (optional)" spellcheck={false} />
            <DateField form={form} name="on" legend="When was it? (optional)" />
            <TextareaField form={form} name="words" label="What does it say, and what was done?" rows={4} most={4000} />
            <Submit>Add</Submit>
          </Form>
        </>
      ) : null}
    </>,
  );
}

/** What was changed in the year, each read by a person before it is told to everybody. */
function ToTake({ report, toTake }: { readonly report: Report; readonly toTake: readonly ImprovementToReport[] }) {
  if (toTake.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Improvements of the year that are not in the report</h2>
      <ul class="govuk-list">
        {toTake.map((one) => (
          <li key={one.id}>
            <a class="govuk-link" href={`${reportHref(report, '/items')}?improvement=${one.id}`}>
              {one.title}
            </a>
            , done on <DayText day={one.doneOn} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part({
  visit,
  report,
  name,
  items,
}: {
  readonly visit: Visit;
  readonly report: Report;
  readonly name: string;
  readonly items: readonly ReportItem[];
}) {
  return (
    <section>
      <h2 class="govuk-heading-s">{name}</h2>
      {items.length === 0 ? <p class="govuk-body">None. The report says so.</p> : null}
      <ul class={items.length === 0 ? 'govuk-list' : 'app-list'}>
        {items.map((item) => (
          <li key={item.id} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              {item.address === '' ? (
                item.title
              ) : (
                <a class="govuk-link" href={item.address}>
                  {item.title}
                </a>
              )}
              {item.on === null ? null : (
                <>
                  , <DayText day={item.on} />
                </>
              )}
            </p>
            <p class="govuk-body-s app-quote govuk-!-margin-bottom-1">{item.words}</p>
            {visit.may('manager') && isOpen(report) ? (
              <Form visit={visit} id={`item-${item.id}`} action={reportHref(report, `/items/${item.id}/remove`)}>
                <button class="app-choice" type="submit">
                  Take it out<span class="govuk-visually-hidden">: {item.title}</span>
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function postRemove(visit: Visit) {
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  const gone = await visit.db((trx) => removeItem(trx, report.id, visit.params.item ?? '', visit.staff.id));
  return redirect(reportHref(report, '/items'), { done: gone ? 'Taken out' : 'It was taken out already' });
}

export const reportItems = [
  ...screen({ path: '/reports/annual/:id/items', access: readers, get, post }),
  ...screen({ path: '/reports/annual/:id/items/:item/remove', access: writers, post: postRemove }),
];
