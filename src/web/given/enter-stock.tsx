/** The homes owned on one day, each kind that is known. */
import { z } from 'zod';
import { inWords } from '../../facts/days.js';
import { financialYear, yearOf } from '../../reports/period.js';
import { recordChange } from '../../store/change-trail.js';
import { giveStock, stockTenures } from '../../store/stock.js';
import { optionalWholeNumber, requiredDay, requiredText } from '../ui/fields.js';
import { DateField, Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { givenPage, writers } from './given-page.js';
import { homes, stockWords } from './words.js';

const most = 9_999_999;
const number = optionalWholeNumber({ min: 0, max: most });

function formOf(visit: Visit) {
  return z.object({
    yearEnd: requiredDay('the last day of the year', { notAfter: visit.today }),
    LCRA: number,
    LCHO: number,
    leasehold: number,
    other: number,
    source: requiredText('Say where the numbers come from', 300),
  });
}

async function get(visit: Visit): Promise<Answer> {
  // The year that ended last.
  const { until } = financialYear(yearOf(visit.today) - 1);
  return view(visit, startForm(visit, { yearEnd: until }));
}

async function post(visit: Visit): Promise<Answer> {
  const fields = Object.fromEntries(
    Object.entries(visit.fields).map(([name, value]) => [
      name,
      // As people write it: 5,035.
      (stockTenures as readonly string[]).includes(name) && typeof value === 'string'
        ? value.replaceAll(',', '')
        : value,
    ]),
  );
  const read = readForm(formOf(visit), fields);
  if (!read.ok) return view(visit, { ...read.form, values: visit.fields });
  const { yearEnd, source, ...numbers } = read.value;
  const given = stockTenures.flatMap((tenure) => {
    const n = numbers[tenure];
    return n === null ? [] : [{ tenure, homes: n }];
  });
  if (given.length === 0)
    return view(visit, withErrors(read.form, [{ field: 'LCRA', words: 'Enter at least one number of homes' }]));
  const changed = await visit.db(async (trx) => {
    const done: string[] = [];
    for (const one of given) {
      const how = await giveStock(trx, { ...one, yearEnd, source, by: visit.staff.id });
      if (how === 'same') continue;
      const words = `${how === 'entered' ? 'Entered' : 'Replaced:'} ${homes(one.homes)}, ${stockWords[one.tenure]}, on ${inWords(yearEnd)} (${source})`;
      await recordChange(trx, { about: 'stock', words, by: visit.staff.id });
      done.push(one.tenure);
    }
    return done.length;
  });
  return redirect('/figures/given/stock', { done: changed === 0 ? 'Nothing was changed' : 'Saved' });
}

function view(visit: Visit, form: FormState): Promise<Answer> {
  return givenPage(
    visit,
    { title: 'Enter homes', form, under: { text: 'Homes owned', href: '/figures/given/stock' } },
    <Form visit={visit}>
      <DateField
        form={form}
        name="yearEnd"
        legend="Last day of the year"
        hint="For example, 31 3 2026. A number that stands for that day already is replaced, and stays known."
      />
      {stockTenures.map((tenure) => (
        <TextField
          key={tenure}
          form={form}
          name={tenure}
          label={`${stockWords[tenure]} homes`}
          hint={tenure === 'LCRA' ? 'Leave empty what you do not know. Enter 0 if you own none.' : undefined}
          width={10}
          inputmode="numeric"
          autocomplete="off"
        />
      ))}
      <TextField
        form={form}
        name="source"
        label="Where the numbers come from"
        hint="For example, the statistical data return of 2026"
        autocomplete="off"
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const enterStock = screen({ path: '/figures/given/stock/enter', access: writers, get, post });
