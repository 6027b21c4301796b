/** What was read of a repairs system's sheet: which column says what, what its words mean, and what each row would do. */
import {
  guessJobColumns,
  headingsSeem,
  type JobColumn,
  type JobColumns,
  type JobMeaning,
  type JobRow,
  jobColumns,
  jobMeanings,
  jobMeaningWords,
  jobTableLine,
  proposeJobColumns,
  readJobRows,
  seemsToMean,
  statesOf,
  textKey,
} from '../../complaint/job-rows.js';
import type { DateOrder } from '../../complaint/register/fields.js';
import { recordChange } from '../../store/change-trail.js';
import { type Meanings, takeJobs, type WeighedRow, weighJobs } from '../../store/job-states.js';
import { type RepairsSheet, readRepairsSheet, rememberRepairsSheet } from '../../store/repairs-sheet.js';
import { dropSheets, readSheets, type SheetKept } from '../../store/sheets-kept.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { Button, InsetText } from '../ui/components.js';
import { Form, type FormState, Hidden, RadiosField, SelectField, startForm, typedIn, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { JobPreview, takenWords } from './job-preview.js';

const columnWords: Record<JobColumn, string> = {
  job: 'The job’s number',
  state: 'Its state',
  on: 'The day on which it was done or visited',
};
const orders: Readonly<Record<DateOrder, string>> = {
  dmy: 'Day first, 31/12/2026',
  mdy: 'Month first, 12/31/2026',
  iso: 'Year first, 2026-12-31',
};
const mostStates = 40;
/** More at once would hold everybody up. */
const mostActs = 1_000;

interface Looked {
  /** The line on which the table begins. */
  readonly first: readonly string[];
  /** Whether that line says what the columns are called. */
  readonly headed: boolean;
  /** Whether a person says so, since nobody can tell from the line itself. */
  readonly asked: boolean;
  readonly columns: JobColumns;
  readonly order: DateOrder;
  readonly states: readonly string[];
  readonly meanings: Meanings;
  readonly rows: readonly JobRow[];
}

function lookAt({ sheets }: SheetKept, form: FormState, known: RepairsSheet, visit: Visit): Looked {
  const cells = sheets[0]?.rows ?? [];
  const first = cells[jobTableLine(cells)] ?? [];
  const order = (Object.keys(orders) as DateOrder[]).find((one) => one === typedIn(form, 'order')) ?? known.order;
  const seem = headingsSeem(cells, known.columns);
  const asked = seem !== 'there';
  const said = asked ? typedIn(form, 'headed') : '';
  const headed = said === '' ? seem !== 'missing' : said === 'yes';
  const proposed = headed ? proposeJobColumns(cells, known.columns) : guessJobColumns(first, order, visit.today);
  const columns = Object.fromEntries(
    jobColumns.map((column) => {
      const typed = form.values[`column-${column}`];
      if (typeof typed !== 'string') return [column, proposed[column]];
      const at = Number(typed);
      return [column, typed === '' || !Number.isInteger(at) || at < 0 || at > 200 ? null : at];
    }),
  ) as unknown as JobColumns;
  const rows = columns.job === null ? [] : readJobRows(cells, columns, { headed, order, today: visit.today });
  const states = statesOf(rows).slice(0, mostStates);
  // What was chosen is of this column alone.
  const same = typedIn(form, 'mapped') === String(columns.state);
  const meanings = new Map<string, JobMeaning>();
  states.forEach((state, i) => {
    const typed = form.values[`state-${i}`];
    const chosen =
      same && typeof typed === 'string'
        ? (jobMeanings.find((one) => one === typed) ?? null)
        : (known.meanings[textKey(state)] ?? seemsToMean(state));
    if (chosen !== null) meanings.set(textKey(state), chosen);
  });
  return { first, headed, asked, columns, order, states, meanings, rows };
}

async function withSheet(visit: Visit, work: (kept: SheetKept) => Promise<Answer>): Promise<Answer> {
  const kept = await visit.db((trx) => readSheets(trx, 'jobs', visit.params.id ?? '', visit.staff.id));
  return kept === null ? notFound : work(kept);
}

const get = (visit: Visit) => withSheet(visit, (kept) => view(visit, kept, startForm(visit)));

const post = (visit: Visit) =>
  withSheet(visit, async (kept) => {
    const form: FormState = { values: visit.fields, errors: [] };
    if (visit.fields.do !== 'take') return view(visit, kept, form);
    const known = await visit.db(readRepairsSheet);
    const looked = lookAt(kept, form, known, visit);
    const { columns, rows, meanings, order, headed, first } = looked;
    const weighed = await visit.db((trx) => weighJobs(trx, rows, meanings, visit.today));
    const acts = weighed.filter(({ became }) => became === 'matched').length;
    const wrong =
      columns.job === null
        ? { field: 'column-job', words: 'Choose the column with the jobs’ numbers' }
        : columns.state === null
          ? { field: 'column-state', words: 'Choose the column with the jobs’ states' }
          : acts > mostActs
            ? { field: 'column-job', words: `More than ${mostActs} rows are about promises. Bring it in by parts` }
            : null;
    if (wrong !== null) return view(visit, kept, withErrors(form, [wrong]));
    const came = await visit.db(async (trx) => {
      const done = await takeJobs(trx, visit.staff.id, looked, { today: visit.today, now: new Date(visit.now) });
      const named = jobColumns.flatMap((column) => {
        const at = columns[column];
        return at === null ? [] : [[column, (first[at] ?? '').slice(0, 200)] as const];
      });
      await rememberRepairsSheet(trx, {
        columns: headed ? Object.fromEntries(named) : known.columns,
        meanings: Object.fromEntries(meanings),
        order,
      });
      await dropSheets(trx, kept.id);
      const words = `A sheet of the repairs system was brought in: ${done.done} promises done, ${done.visits} visits`;
      await recordChange(trx, { about: 'jobs', words, by: visit.staff.id });
      return done;
    });
    return redirect('/promises', { done: takenWords(came) });
  });

function calledColumn(cell: string, at: number, headed: boolean): string {
  const says = cell.trim().slice(0, 100);
  if (says === '') return `Column ${at + 1}`;
  return headed ? says : `Column ${at + 1}, which begins with ${says}`;
}

async function view(visit: Visit, kept: SheetKept, form: FormState): Promise<Answer> {
  const looked = lookAt(kept, form, await visit.db(readRepairsSheet), visit);
  const { first, headed, asked, columns, order, states, meanings, rows } = looked;
  const weighed = await visit.db(async (trx): Promise<readonly WeighedRow[]> => {
    const hidden = new Set(await hiddenCases(trx, viewerOf(visit)));
    const all = await weighJobs(trx, rows, meanings, visit.today);
    return all.map((one) => ({ ...one, for: one.for.filter(({ caseId }) => !hidden.has(caseId)) }));
  });
  const shown: FormState = {
    ...form,
    values: {
      ...form.values,
      ...Object.fromEntries(jobColumns.map((column) => [`column-${column}`, String(columns[column] ?? '')])),
      ...Object.fromEntries(states.map((state, i) => [`state-${i}`, meanings.get(textKey(state)) ?? ''])),
      order,
      ...(asked ? { headed: headed ? 'yes' : 'no' } : {}),
    },
  };
  const ours = weighed.some(({ became }) => became === 'matched');
  return page(
    visit,
    {
      title: 'What was read of the jobs',
      section: 'puttingRight',
      form: shown,
      wide: true,
      back: { href: '/promises/jobs', text: 'Bring in another sheet' },
    },
    <>
      {columns.job === null ? (
        <InsetText text="Choose below the columns with the jobs’ numbers and states, then look again." />
      ) : (
        <JobPreview weighed={weighed} rows={rows.length} />
      )}
      <Form visit={visit}>
        {asked ? (
          <RadiosField
            form={shown}
            name="headed"
            legend="What is the first row?"
            hint={`It says: ${first
              .map((cell) => cell.trim())
              .filter((cell) => cell !== '')
              .join(' · ')
              .slice(0, 300)}`}
            items={[
              { value: 'yes', text: 'Headings: it says what the columns are called' },
              { value: 'no', text: 'A job, like the rows below it' },
            ]}
          />
        ) : null}
        {jobColumns.map((column) => (
          <SelectField
            key={column}
            form={shown}
            name={`column-${column}`}
            label={columnWords[column]}
            items={[
              { value: '', text: 'Not in this sheet' },
              ...first.slice(0, 200).map((cell, at) => ({ value: String(at), text: calledColumn(cell, at, headed) })),
            ]}
          />
        ))}
        <SelectField
          form={shown}
          name="order"
          label="How are days written?"
          items={Object.entries(orders).map(([value, text]) => ({ value, text }))}
        />
        <Hidden name="mapped" value={String(columns.state)} />
        {states.map((state, i) => (
          <SelectField
            key={state}
            form={shown}
            name={`state-${i}`}
            label={`What does ‘${state.slice(0, 100)}’ mean?`}
            items={[
              { value: '', text: 'Nothing: leave these rows' },
              ...jobMeanings.map((value) => ({ value, text: jobMeaningWords[value] })),
            ]}
          />
        ))}
        <div class="govuk-button-group">
          {ours ? (
            <Button name="do" value="take" preventDoubleClick>
              Bring it in
            </Button>
          ) : null}
          <Button name="do" value="look" {...(ours ? { classes: 'govuk-button--secondary' } : {})}>
            Look again
          </Button>
        </div>
      </Form>
    </>,
  );
}

export const lookAtJobs = screen({ path: '/promises/jobs/:id', access: ['officer', 'manager'], get, post });
