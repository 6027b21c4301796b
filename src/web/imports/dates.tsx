/** In which order dates are written, with the register's own dates read each way; and in what amounts are written. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { readDate } from '../../complaint/register/dates.js';
import { dateFields, dateOrders, type Field, type RegisterMap } from '../../complaint/register/fields.js';
import { type Day, inWords } from '../../facts/days.js';
import { beginReading, sayOfRegister } from '../../store/registers-sent.js';
import { Table, Tag } from '../ui/components.js';
import { choice, optionalChoice } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, withErrors } from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage, type ReadSent, registerOf } from './import-frame.js';

const form = z.object({
  dates: choice(dateOrders, 'Choose how dates are written'),
  money: optionalChoice(['pence', 'pounds']),
});

const hasMoney = (map: RegisterMap) => map.columns.compensationPence !== undefined;

async function get(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { map } = found.sent;
  return view(visit, found.sent, startForm(visit, { dates: map.dates, money: map.money ?? 'pounds' }));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { sent } = found;
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, sent, read.form);
  const { dates, money } = read.value;
  if (money === null && hasMoney(sent.map)) {
    const missing = { field: 'money', words: 'Choose in what amounts are written' };
    return view(visit, sent, withErrors(read.form, [missing]));
  }
  const map = { ...sent.map, dates, ...(money === null ? {} : { money }) };
  await visit.db((trx) => sayOfRegister(trx, sent.id, { map, next: 'preview' }));
  const place = { db: visit.house.db, landlordId: visit.landlord.id, files: visit.house.files };
  await beginReading(place, sent, visit.today);
  return redirect(`/imports/sent/${sent.id}`);
}

interface Example {
  readonly text: string;
  readonly heading: string;
  readonly dayFirst: string;
  readonly monthFirst: string;
  /** It can be read in two ways that are not the same day. */
  readonly unclear: boolean;
}

function examplesOf({ map, proposal }: ReadSent, today: Day): Example[] {
  const headings = new Set(
    (Object.entries(map.columns) as [Field, string][])
      .filter(([field]) => dateFields.has(field))
      .map(([, heading]) => heading),
  );
  const seen = new Set<string>();
  return proposal.columns
    .filter(({ heading }) => headings.has(heading))
    .flatMap(({ heading, samples }) => samples.map((text) => ({ heading, text })))
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, 12)
    .map(({ heading, text }) => {
      const [a, b] = [readDate(text, 'dmy', today), readDate(text, 'mdy', today)];
      const inRead = (read: typeof a) => (read.is === 'day' ? inWords(read.day) : 'can’t be read');
      const unclear = a.is === 'day' && b.is === 'day' && a.day !== b.day;
      return { text, heading, dayFirst: inRead(a), monthFirst: inRead(b), unclear };
    });
}

function view(visit: Visit, sent: ReadSent, form: FormState): Answer {
  const examples = examplesOf(sent, visit.today);
  return importPage(
    visit,
    { title: 'How dates are written', form, wide: true, step: 'dates', caption: sent.source },
    <>
      {examples.length === 0 ? (
        <p class="govuk-body">No column of dates has anything in it.</p>
      ) : (
        <Examples examples={examples} />
      )}
      <Form visit={visit}>
        <RadiosField
          form={form}
          name="dates"
          legend="How dates are written"
          items={[
            { value: 'dmy', text: 'Day first', hint: '31/12/2023 is the last day of 2023; 03/04/2023 is in April' },
            { value: 'mdy', text: 'Month first', hint: '12/31/2023 is the last day of 2023; 03/04/2023 is in March' },
            { value: 'iso', text: 'Year first', hint: '2023-12-31 is the last day of 2023' },
          ]}
        />
        {hasMoney(sent.map) ? (
          <RadiosField
            form={form}
            name="money"
            legend="In what compensation is written"
            hint="An amount with £ or a point in it is always pounds"
            items={[
              { value: 'pounds', text: 'Pounds', hint: '150 is £150' },
              { value: 'pence', text: 'Pence', hint: '15000 is £150' },
            ]}
          />
        ) : null}
        <Submit>See what would be taken</Submit>
      </Form>
    </>,
  );
}

function Examples({ examples }: { readonly examples: readonly Example[] }): VNode {
  return (
    <>
      <p class="govuk-body">
        {examples.some(({ unclear }) => unclear)
          ? 'Some of these dates can be read in two ways. Look at the ones that are marked.'
          : 'These dates can be read in one way only.'}
      </p>
      <Scroll label="Dates of the register">
        <Table
          caption="Dates of the register, read each way"
          captionClasses="govuk-table__caption--s"
          firstCellIsHeader
          head={['As written', 'Column', 'Day first', 'Month first', 'Mark'].map((text) =>
            text === 'Mark' ? { html: <span class="govuk-visually-hidden">Mark</span> } : { text },
          )}
          rows={examples.map(({ text, heading, dayFirst, monthFirst, unclear }) => [
            { text },
            { text: heading },
            { text: dayFirst },
            { text: monthFirst },
            unclear ? { html: <Tag colour="yellow">Two ways</Tag> } : { text: '' },
          ])}
        />
      </Scroll>
    </>
  );
}

export const registerDates = screen({ path: '/imports/sent/:id/dates', access: importers, get, post });
