/** What a sheet of benchmarks says, by the meaning of its columns; taken when its name, year, source and day are given. */
import { z } from 'zod';
import {
  headingLine,
  isMeaning,
  type Meaning,
  meanings,
  meaningsOf,
  readBenchmarkSheet,
  type SheetRead,
} from '../../reports/benchmarks/sheet.js';
import { parseYear } from '../../reports/period.js';
import { listBenchmarkSets, loadBenchmarks } from '../../store/benchmarks.js';
import { recordChange } from '../../store/change-trail.js';
import { dropSheets, type KeptSheet, readSheets, type SheetKept } from '../../store/sheets-kept.js';
import { optionalWholeNumber, requiredDay, requiredText } from '../ui/fields.js';
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
import { WhatWasRead } from './what-was-read.js';

const mostColumns = 60;

const formOf = (visit: Visit) =>
  z.object({
    name: requiredText('Enter what the benchmarks are called', 120),
    year: requiredText('Enter the reporting year, like 2024-25', 20),
    source: requiredText('Say who published them, and where', 300),
    publishedOn: requiredDay('the day on which they were published', { notAfter: visit.today }),
    heading: optionalWholeNumber({ min: 1, max: 5000 }),
  });

const nameOf = (i: number) => `column-${i}`;

async function keptOf(visit: Visit): Promise<SheetKept | null> {
  return visit.db((trx) => readSheets(trx, 'benchmarks', visit.params.id ?? '', visit.staff.id));
}

/** The sheet that is chosen: the first one with benchmarks in it unless another is named. */
function sheetOf({ sheets }: SheetKept, form: FormState): KeptSheet {
  const named = sheets.find(({ name }) => name !== '' && name === typedIn(form, 'sheet'));
  const promising = sheets.find(({ rows }) => meaningsOf(rows[headingLine(rows)] ?? []).filter(Boolean).length > 1);
  return named ?? promising ?? sheets[0] ?? { name: '', rows: [] };
}

interface Looked extends SheetRead {
  readonly sheet: KeptSheet;
  readonly heading: number;
  readonly by: readonly Meaning[];
}

/** By what the form says, and by what is proposed where the sheet or its heading line was changed. */
function lookAt(kept: SheetKept, form: FormState): Looked {
  const sheet = sheetOf(kept, form);
  const typed = Number(typedIn(form, 'heading'));
  const lookedAt = typedIn(form, 'looked') === `${sheet.name} ${typed}`;
  const heading =
    Number.isInteger(typed) && typed >= 1 && typed <= sheet.rows.length && typedIn(form, 'looked-sheet') === sheet.name
      ? typed - 1
      : headingLine(sheet.rows);
  const headings = (sheet.rows[heading] ?? []).slice(0, mostColumns);
  const proposed = meaningsOf(headings);
  const by = headings.map((_, i): Meaning => {
    const said = typedIn(form, nameOf(i));
    return lookedAt && isMeaning(said) ? said : (proposed[i] ?? '');
  });
  return { sheet, heading, by, ...readBenchmarkSheet(sheet.rows, heading, by) };
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
  const looked = lookAt(kept, form);
  const errors: FormError[] = read.ok ? [] : [...read.form.errors];
  const year = read.ok ? parseYear(read.value.year) : null;
  if (read.ok && year === null) errors.push({ field: 'year', words: 'Enter a year like 2024-25' });
  if (looked.figures.length === 0)
    errors.push({ field: nameOf(0), words: 'No figure could be read. Say what the columns mean' });
  const means = looked.by.filter((meaning) => meaning !== '');
  if (new Set(means).size < means.length)
    errors.push({ field: nameOf(0), words: 'Two columns have the same meaning. Leave one of them out' });
  if (!read.ok || year === null || errors.length > 0) return view(visit, kept, withErrors(form, errors));
  const { name, source, publishedOn } = read.value;
  const { replaced } = await visit.db(async (trx) => {
    const set = { name, year: year.name, source, publishedOn, fileName: kept.fileName };
    const done = await loadBenchmarks(trx, set, looked.figures, visit.staff.id);
    const words = `${done.replaced ? 'Replaced' : 'Loaded'} the benchmarks ${name}, ${year.name} (${source}): ${looked.figures.length} figures`;
    await recordChange(trx, { about: 'benchmark', words, by: visit.staff.id });
    await dropSheets(trx, kept.id);
    return done;
  });
  return redirect('/figures/given/benchmarks', { done: `${name} ${replaced ? 'replaced' : 'loaded'}` });
}

async function view(visit: Visit, kept: SheetKept, form: FormState): Promise<Answer> {
  const looked = lookAt(kept, form);
  const { sheet, heading, by } = looked;
  const headings = sheet.rows[heading] ?? [];
  const sets = await visit.db((trx) => listBenchmarkSets(trx));
  const standing = sets.find(
    ({ name, year }) => name === typedIn(form, 'name') && year === parseYear(typedIn(form, 'year'))?.name,
  );
  const columns: FormState = {
    errors: form.errors,
    values: Object.fromEntries(by.map((meaning, i) => [nameOf(i), meaning])),
  };
  const shown: FormState = {
    errors: form.errors,
    values: { ...form.values, heading: String(heading + 1), sheet: sheet.name },
  };
  return givenPage(
    visit,
    {
      title: 'Look at the benchmarks',
      form,
      wide: true,
      under: { text: 'Benchmarks', href: '/figures/given/benchmarks' },
    },
    <>
      <p class="govuk-body">{kept.fileName}. Nothing has been taken yet.</p>
      <WhatWasRead read={looked} />
      <Form visit={visit}>
        <input type="hidden" name="looked" value={`${sheet.name} ${heading + 1}`} />
        <input type="hidden" name="looked-sheet" value={sheet.name} />
        <h2 class="govuk-heading-m">How the sheet is read</h2>
        {kept.sheets.length < 2 ? null : (
          <SelectField
            form={shown}
            name="sheet"
            label="Sheet"
            items={kept.sheets.map(({ name }) => ({ value: name, text: name }))}
          />
        )}
        <TextField
          form={shown}
          name="heading"
          label="Line of the headings"
          width={4}
          inputmode="numeric"
          autocomplete="off"
        />
        {by.map((_, i) => (
          <SelectField
            key={nameOf(i)}
            form={columns}
            name={nameOf(i)}
            label={headings[i]?.trim() ? `Column ‘${headings[i]}’` : `Column ${i + 1}, without a heading`}
            none="Leave this column out"
            items={meanings}
          />
        ))}
        <Submit secondary name="what" value="look">
          Look again
        </Submit>
        <h2 class="govuk-heading-m">What they are</h2>
        {standing === undefined ? null : (
          <p class="govuk-body">
            {standing.name}, {standing.year}, is loaded already. This takes its place; what stood there stays known.
          </p>
        )}
        <TextField
          form={shown}
          name="name"
          label="What the benchmarks are called"
          hint="For example, RSH 2024/25, all landlords. A newer edition under the same name and year takes the place of the one before"
          autocomplete="off"
        />
        <TextField
          form={shown}
          name="year"
          label="Reporting year"
          hint="For example, 2024-25"
          width={10}
          autocomplete="off"
        />
        <TextField form={shown} name="source" label="Who published them, and where" autocomplete="off" />
        <DateField form={shown} name="publishedOn" legend="Day on which they were published" />
        <Submit name="what" value="load">
          Load these figures
        </Submit>
      </Form>
    </>,
  );
}

export const loadBenchmarkSheet = screen({
  path: '/figures/given/benchmarks/sheets/:id',
  access: writers,
  get,
  post,
});
