/** A total with its source: what it is the figure of, of which time, and the counts behind it where they were printed. */
import { z } from 'zod';
import { inShortWords } from '../../facts/days.js';
import { type GivenMeasure, givenMeasure, printedNumber, totalledMeasures } from '../../reports/given-figures.js';
import type { Period } from '../../reports/measured.js';
import { parseYear } from '../../reports/period.js';
import { recordChange } from '../../store/change-trail.js';
import { givePastTotal, type PastTotalGiven } from '../../store/past-totals.js';
import { choice, optionalChoice, optionalDay, optionalText, optionalWholeNumber, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormError,
  type FormState,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { givenPage, writers } from './given-page.js';
import { readingWords, totalInWords, valueOfTotal } from './totals.js';

const readings = [...new Set(totalledMeasures.flatMap((one) => one.readings))];
const count = optionalWholeNumber({ min: 0, max: 9_999_999 });

const formOf = (visit: Visit) =>
  z.object({
    measure: choice(
      totalledMeasures.map(({ id }) => id),
      'Choose what it is the figure of',
    ),
    group: optionalText(120),
    reading: optionalChoice(readings),
    time: choice(['year', 'other'], 'Choose which time it is of'),
    year: optionalText(20),
    from: optionalDay('the first day', { notAfter: visit.today }),
    until: optionalDay('the last day', { notAfter: visit.today }),
    numerator: count,
    denominator: count,
    printed: optionalText(30),
    source: requiredText('Say where the total comes from', 300),
  });
type Typed = z.output<ReturnType<typeof formOf>>;

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit, { time: 'year' }));
}

async function post(visit: Visit): Promise<Answer> {
  const read = readForm(formOf(visit), withoutCommas(visit));
  if (!read.ok) return view(visit, { ...read.form, values: visit.fields });
  const found = totalOf(visit, read.value);
  if (!('total' in found)) return view(visit, withErrors({ values: visit.fields, errors: [] }, found.errors));
  const { total } = found;
  const how = await visit.db(async (trx) => {
    const done = await givePastTotal(trx, total, visit.staff.id);
    if (done !== 'same') {
      const words = `${done === 'entered' ? 'Entered' : 'Replaced'} the total ${totalInWords(total)}: ${valueOfTotal(total)} (${total.source})`;
      await recordChange(trx, { about: 'past-total', words, by: visit.staff.id });
    }
    return done;
  });
  return redirect('/figures/given/totals', { done: how === 'same' ? 'Nothing was changed' : 'Saved' });
}

function withoutCommas({ fields }: Visit): Visit['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^(numerator|denominator)$/.test(name) && typeof value === 'string' ? value.replaceAll(',', '') : value,
    ]),
  );
}

function totalOf(
  visit: Visit,
  typed: Typed,
): { readonly total: PastTotalGiven } | { readonly errors: readonly FormError[] } {
  const known = givenMeasure(typed.measure);
  if (known === null) return { errors: [{ field: 'measure', words: 'Choose what it is the figure of' }] };
  const errors: FormError[] = [];
  const period = periodOf(visit, typed, errors);
  const reading = typed.reading;
  if (reading !== null && !known.readings.includes(reading))
    errors.push({ field: 'reading', words: `${known.words} is not read that way: choose another, or none` });
  const value = valueTyped(known, typed, errors);
  if (errors.length > 0 || period === null || value === undefined) return { errors };
  const { group, numerator, denominator, source } = typed;
  const own = known.unit === 'count' ? null : denominator;
  return { total: { id: known.id, group, reading, period, value, numerator, denominator: own, source } };
}

function periodOf(visit: Visit, { time, year, from, until }: Typed, errors: FormError[]): Period | null {
  const wrong = (field: string, words: string) => {
    errors.push({ field, words });
    return null;
  };
  if (time === 'year') {
    const period = year === null ? null : parseYear(year);
    if (period === null) return wrong('year', 'Enter a year like 2022-23');
    return period.until > visit.today ? wrong('year', `The year ${period.name} has not ended`) : period;
  }
  if (from === null) return wrong('from', 'Enter the first day');
  if (until === null) return wrong('until', 'Enter the last day');
  if (until < from) return wrong('until', 'The last day must be on or after the first day');
  return { name: `${inShortWords(from)} to ${inShortWords(until)}`, from, until };
}

const isDivided = ({ unit }: GivenMeasure) => unit === 'proportion' || unit === 'per-1,000-homes';

/** Undefined with an error beside the field; null is 'none': there was nothing to divide by. */
function valueTyped(known: GivenMeasure, typed: Typed, errors: FormError[]): number | null | undefined {
  const { numerator, denominator, printed } = typed;
  const wrong = (field: string, words: string) => {
    errors.push({ field, words });
    return undefined;
  };
  if (known.unit === 'count') {
    if (numerator === null) return wrong('numerator', 'Enter the number');
    return numerator;
  }
  if (numerator !== null && denominator !== null && isDivided(known)) {
    if (known.unit === 'proportion' && numerator > denominator)
      return wrong('numerator', 'The number cannot be more than what it is a part of');
    if (printed !== null)
      return wrong('printed', 'Leave this empty when you enter the counts: it is worked out from them');
    if (denominator === 0) return null;
    return (numerator / denominator) * (known.unit === 'per-1,000-homes' ? 1000 : 1);
  }
  if (numerator !== null && isDivided(known) && printed === null)
    return wrong('denominator', 'Enter of how many, or leave the number empty and enter the figure as printed');
  if (numerator === null && denominator !== null)
    return wrong('numerator', 'Enter the number, or leave both empty and enter the figure as printed');
  const said = printed === null ? null : printedNumber(printed);
  if (said === null) return wrong('printed', 'Enter the figure as it was printed, like 83% or 7.15');
  if (known.unit === 'pence' && !said.percent) return Math.round(said.value * 100);
  if (known.unit !== 'proportion')
    return said.percent ? wrong('printed', `${known.words} is not a percentage`) : said.value;
  if (said.value > 100) return wrong('printed', 'A share cannot be more than 100%');
  return said.value / 100;
}

function view(visit: Visit, form: FormState): Promise<Answer> {
  return givenPage(
    visit,
    { title: 'Enter a total', form, under: { text: 'Past totals', href: '/figures/given/totals' } },
    <Form visit={visit}>
      <SelectField
        form={form}
        name="measure"
        label="What it is the figure of"
        none="Choose a figure"
        items={totalledMeasures.map(({ id, words }) => ({ value: id, text: words }))}
      />
      <TextField
        form={form}
        name="group"
        label="Which part of it (optional)"
        hint="An area, an outcome, a kind of contact, LCRA or LCHO. Leave empty for the whole."
        autocomplete="off"
      />
      <SelectField
        form={form}
        name="reading"
        label="How it was counted (optional)"
        hint="For answers in time and for days to answer, where the source says it"
        none="Not said"
        items={readings.map((reading) => ({ value: reading, text: readingWords(reading) }))}
      />
      <RadiosField
        form={form}
        name="time"
        legend="Which time it is of"
        items={[
          {
            value: 'year',
            text: 'A year from April to March',
            shows: (
              <TextField
                form={form}
                name="year"
                label="Year"
                hint="For example, 2022-23"
                width={10}
                autocomplete="off"
              />
            ),
          },
          {
            value: 'other',
            text: 'Another time',
            shows: (
              <>
                <DateField form={form} name="from" legend="First day" />
                <DateField form={form} name="until" legend="Last day" />
              </>
            ),
          },
        ]}
      />
      <TextField
        form={form}
        name="numerator"
        label="The number"
        hint="How many there were: complaints, or answers in time"
        width={10}
        inputmode="numeric"
        autocomplete="off"
      />
      <TextField
        form={form}
        name="denominator"
        label="Of how many (for shares and figures for 1,000 homes)"
        hint="All answers, or the homes owned. The share is worked out from the counts."
        width={10}
        inputmode="numeric"
        autocomplete="off"
      />
      <TextField
        form={form}
        name="printed"
        label="The figure as printed, where its counts are not known"
        hint="For example, 83%, 7.15, 12 for days, or £1,250"
        width={10}
        autocomplete="off"
      />
      <TextField
        form={form}
        name="source"
        label="Where the total comes from"
        hint="For example, the annual report 2022-23, page 4"
        autocomplete="off"
      />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const enterTotal = screen({ path: '/figures/given/totals/enter', access: writers, get, post });
