/** A survey's answers from a sheet: counted by wording and kind of home, looked at, and entered as the survey's result. */
import { z } from 'zod';
import { parseYear } from '../../reports/period.js';
import {
  type CountsAs,
  countSurvey,
  countsAs,
  type SurveyCount,
  surveyColumns,
  type Wording,
  wordingsOf,
} from '../../reports/survey-sheet.js';
import { recordChange } from '../../store/change-trail.js';
import { givePerception, type PerceptionGiven } from '../../store/perception.js';
import { dropSheets, readSheets, type SheetKept } from '../../store/sheets-kept.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormError,
  type FormState,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { givenPage, writers } from './given-page.js';
import { SurveyCounts } from './survey-counts.js';
import { resultInWords } from './surveys.js';

const mostWordings = 40;
const mostColumns = 120;

const formOf = (visit: Visit) =>
  z.object({
    year: requiredText('Enter the reporting year, like 2025-26', 20),
    method: requiredText('Say how people were asked', 120),
    askedFrom: requiredDay('the first day on which people were asked', { notAfter: visit.today }),
    askedUntil: requiredDay('the last day on which people were asked', { notAfter: visit.today }),
    source: requiredText('Say where the result comes from', 300),
  });

interface Looked {
  readonly headings: readonly string[];
  readonly answers: number | null;
  readonly homes: number | null;
  readonly wordings: readonly Wording[];
  readonly counts: readonly SurveyCount[];
}

function lookAt({ sheets }: SheetKept, form: FormState): Looked {
  const found = sheets.map(({ rows }) => ({ rows, at: surveyColumns(rows) }));
  const chosen = found.find(({ at }) => at.answers !== null) ?? found[0];
  const rows = chosen?.rows ?? [];
  const { heading, ...proposed } = chosen?.at ?? surveyColumns([]);
  const columnOf = (name: 'answers' | 'homes') => {
    const typed = form.values[name];
    if (typed === undefined) return proposed[name];
    return typed === '' ? null : Number(typed);
  };
  const [answers, homes] = [columnOf('answers'), columnOf('homes')];
  const headings = (rows[heading] ?? []).slice(0, mostColumns);
  if (answers === null || !Number.isInteger(answers))
    return { headings, answers: null, homes, wordings: [], counts: [] };
  const plain = wordingsOf(rows, heading, answers).slice(0, mostWordings);
  // What was said of the wordings is of this column alone.
  const same = typedIn(form, 'counted') === String(answers);
  const said = Object.fromEntries(
    plain.flatMap(({ text }, i): [string, CountsAs][] => {
      const typed = countsAs.find((one) => one === typedIn(form, `wording-${i}`));
      return same && typed !== undefined ? [[text, typed]] : [];
    }),
  );
  const wordings = wordingsOf(rows, heading, answers, said).slice(0, mostWordings);
  return { headings, answers, homes, wordings, counts: countSurvey(rows, { heading, answers, homes }, wordings) };
}

async function keptOf(visit: Visit): Promise<SheetKept | null> {
  return visit.db((trx) => readSheets(trx, 'perception', visit.params.id ?? '', visit.staff.id));
}

async function get(visit: Visit): Promise<Answer> {
  const kept = await keptOf(visit);
  return kept === null ? notFound : view(visit, kept, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const kept = await keptOf(visit);
  if (kept === null) return notFound;
  const form: FormState = { values: visit.fields, errors: [] };
  if (visit.fields.what !== 'load') return view(visit, kept, form);
  const read = readForm(formOf(visit), visit.fields);
  const { counts } = lookAt(kept, form);
  const errors: FormError[] = read.ok ? [] : [...read.form.errors];
  const year = read.ok ? parseYear(read.value.year) : null;
  if (read.ok && year === null) errors.push({ field: 'year', words: 'Enter a year like 2025-26' });
  if (read.ok && read.value.askedUntil < read.value.askedFrom)
    errors.push({ field: 'askedUntil', words: 'The last day must be on or after the first day' });
  if (counts.length === 0) errors.push({ field: 'answers', words: 'No answer could be counted. Choose their column' });
  if (counts.length > 1 && counts.some(({ homes }) => homes === null))
    errors.push({ field: 'homes', words: unsaidHomes(counts) });
  if (!read.ok || year === null || errors.length > 0) return view(visit, kept, withErrors(form, errors));
  const { method, askedFrom, askedUntil, source } = read.value;
  await visit.db(async (trx) => {
    for (const { homes, satisfied, answered } of counts) {
      const asked = { method, askedFrom, askedUntil, source };
      const tenure = homes ?? 'all';
      const given: PerceptionGiven = { measure: 'tp09', year: year.name, tenure, satisfied, answered, ...asked };
      if ((await givePerception(trx, given, visit.staff.id)) === 'same') continue;
      const words = `Counted the survey result ${resultInWords(given)} from ${kept.fileName}: ${satisfied} of ${answered} (${source})`;
      await recordChange(trx, { about: 'perception', words, by: visit.staff.id });
    }
    await dropSheets(trx, kept.id);
  });
  return redirect('/figures/given/surveys', { done: 'Saved' });
}

function unsaidHomes(counts: readonly SurveyCount[]): string {
  const n = counts.find(({ homes }) => homes === null)?.answered ?? 0;
  return `${n === 1 ? 'One answer does' : `${n} answers do`} not say which homes. Mend the sheet, or leave the column of homes out to count all together`;
}

async function view(visit: Visit, kept: SheetKept, form: FormState): Promise<Answer> {
  const looked = lookAt(kept, form);
  const columns = looked.headings.map((heading, i) => ({
    value: String(i),
    text: heading.trim() === '' ? `Column ${i + 1}` : heading,
  }));
  const shown: FormState = {
    errors: form.errors,
    values: {
      ...form.values,
      answers: looked.answers === null ? '' : String(looked.answers),
      homes: looked.homes === null ? '' : String(looked.homes),
      ...Object.fromEntries(looked.wordings.map(({ counts }, i) => [`wording-${i}`, counts])),
    },
  };
  return givenPage(
    visit,
    {
      title: 'Look at the survey’s answers',
      form,
      wide: true,
      under: { text: 'Survey results', href: '/figures/given/surveys' },
    },
    <>
      <p class="govuk-body">{kept.fileName}. Nothing has been taken yet, and no answer is kept: only the counts are.</p>
      <Form visit={visit}>
        <SurveyCounts form={shown} wordings={looked.wordings} counts={looked.counts} />
        {looked.answers === null ? null : <input type="hidden" name="counted" value={looked.answers} />}
        <SelectField form={shown} name="answers" label="Column of the answers" none="Choose a column" items={columns} />
        <SelectField
          form={shown}
          name="homes"
          label="Column that says which homes (LCRA or LCHO)"
          none="None: all together"
          items={columns}
        />
        <Submit secondary name="what" value="look">
          Count again
        </Submit>
        <TextField
          form={shown}
          name="year"
          label="Reporting year"
          hint="For example, 2025-26"
          width={10}
          autocomplete="off"
        />
        <TextField form={shown} name="method" label="How people were asked" autocomplete="off" />
        <DateField form={shown} name="askedFrom" legend="First day on which people were asked" />
        <DateField form={shown} name="askedUntil" legend="Last day on which people were asked" />
        <TextField form={shown} name="source" label="Where the result comes from" autocomplete="off" />
        <Submit name="what" value="load">
          Enter these counts
        </Submit>
      </Form>
    </>,
  );
}

export const loadSurvey = screen({ path: '/figures/given/surveys/sheets/:id', access: writers, get, post });
