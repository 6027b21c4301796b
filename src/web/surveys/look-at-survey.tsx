/** What was read of a survey's answers: which column says what, which answers are low, and what would come of it. */
import { z } from 'zod';
import {
  headingLine,
  proposeSurveyColumns,
  ratingsOf,
  readSurveyRows,
  type SurveyColumn,
  type SurveyColumns,
  type SurveyRow,
  seemsLow,
  surveyColumns,
} from '../../complaint/survey-rows.js';
import { recordChange } from '../../store/change-trail.js';
import { dropSheets, readSheets, type SheetKept } from '../../store/sheets-kept.js';
import { Button, InsetText } from '../ui/components.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import {
  allTypedIn,
  CheckboxesField,
  DateField,
  Form,
  type FormState,
  Hidden,
  readForm,
  SelectField,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { bringIn, callsForOffer } from './bring-in.js';

const columnWords: Record<SurveyColumn, string> = {
  rating: 'The answer or rating',
  words: 'What they wrote',
  reference: 'The reference of a case',
  email: 'Their e-mail address',
  phone: 'Their phone number',
  name: 'Their name',
  on: 'The day on which they answered',
};

const mostRatings = 40;
const mostOffers = 1_000;

const formOf = (visit: Visit) =>
  z.object({
    name: requiredText('Enter what the survey is called', 120),
    answeredOn: requiredDay('the day that holds for rows without one', { notAfter: visit.today }),
  });

interface Looked {
  readonly headings: readonly string[];
  readonly columns: SurveyColumns;
  readonly ratings: readonly string[];
  readonly low: ReadonlySet<string>;
  readonly rows: readonly SurveyRow[];
}

function lookAt({ sheets }: SheetKept, form: FormState): Looked {
  const rows = sheets[0]?.rows ?? [];
  const proposed = proposeSurveyColumns(rows);
  const columns = Object.fromEntries(
    surveyColumns.map((column) => {
      const typed = form.values[`column-${column}`];
      if (typeof typed !== 'string') return [column, proposed[column]];
      const at = Number(typed);
      return [column, typed === '' || !Number.isInteger(at) || at < 0 || at > 200 ? null : at];
    }),
  ) as unknown as SurveyColumns;
  const ratings = ratingsOf(rows, columns).slice(0, mostRatings);
  // What was ticked is of this column alone.
  const same = form.values.rated === String(columns.rating);
  const ticked = allTypedIn(form, 'low');
  const low = new Set(ratings.filter((one) => (same ? ticked.includes(one) : seemsLow(one, ratings))));
  return { headings: rows[headingLine(rows)] ?? [], columns, ratings, low, rows: readSurveyRows(rows, columns) };
}

async function withSheet(visit: Visit, work: (kept: SheetKept) => Promise<Answer> | Answer): Promise<Answer> {
  const kept = await visit.db((trx) => readSheets(trx, 'survey-rows', visit.params.id ?? '', visit.staff.id));
  return kept === null ? notFound : work(kept);
}

const get = (visit: Visit) =>
  withSheet(visit, (kept) =>
    view(visit, kept, startForm(visit, { name: kept.fileName.replace(/\.\w+$/, ''), answeredOn: visit.today })),
  );

const post = (visit: Visit) =>
  withSheet(visit, async (kept) => {
    const form: FormState = { values: visit.fields, errors: [] };
    if (visit.fields.do !== 'take') return view(visit, kept, form);
    const read = readForm(formOf(visit), visit.fields);
    const looked = lookAt(kept, form);
    const { columns, rows, low } = looked;
    const wrong =
      columns.rating === null && columns.words === null
        ? { field: 'column-rating', words: 'Choose the column with the answers, or the one with what they wrote' }
        : columns.reference === null && columns.email === null && columns.phone === null
          ? { field: 'column-email', words: 'Choose a column by which people can be found' }
          : rows.filter((row) => callsForOffer(row, low)).length > mostOffers
            ? { field: 'low', words: `More than ${mostOffers} rows would be offers. Bring it in by parts` }
            : null;
    if (!read.ok || wrong !== null) {
      const shown = read.ok ? form : read.form;
      return view(visit, kept, wrong === null ? shown : withErrors(shown, [wrong]));
    }
    const { name, answeredOn: on } = read.value;
    const came = await visit.db(async (trx) => {
      const done = await bringIn(trx, visit, { name, fileName: kept.fileName, on, low }, rows);
      await dropSheets(trx, kept.id);
      const words = `The survey ‘${name}’ was brought in: ${done.taken} rows, ${done.offers} offers to complain`;
      await recordChange(trx, { about: 'survey', words, by: visit.staff.id });
      return done;
    });
    const nobody =
      came.nobody.length === 0
        ? ''
        : ` Nobody could be reached by line ${came.nobody.slice(0, 20).join(', ')}${came.nobody.length > 20 ? ' and more' : ''}.`;
    const again = came.already === 0 ? '' : ` ${came.already} were here already.`;
    return redirect('/survey-answers', {
      done: `${came.taken} rows were brought in, ${came.offers} of them offers to complain.${again}${nobody}`,
    });
  });

function view(visit: Visit, kept: SheetKept, state: FormState) {
  const looked = lookAt(kept, state);
  const { headings, columns, ratings, low, rows } = looked;
  const form: FormState = {
    ...state,
    values: {
      ...Object.fromEntries(surveyColumns.map((one) => [`column-${one}`, String(columns[one] ?? '')])),
      ...state.values,
      low: [...low],
    },
  };
  const offers = rows.filter((row) => callsForOffer(row, low)).length;
  return page(
    visit,
    {
      title: 'What was read of the survey',
      section: 'arrivals',
      form,
      back: { href: '/survey-answers', text: 'Bring in another sheet' },
    },
    <>
      <InsetText>
        {rows.length.toLocaleString('en-GB')} rows. {offers === 1 ? 'One' : offers.toLocaleString('en-GB')} would become
        an offer to complain, because the answer is low or the words are dissatisfied.
      </InsetText>
      <Form visit={visit}>
        <TextField
          form={form}
          name="name"
          label="What the survey is called"
          hint="The same rows of the same survey are taken once, however often they are sent"
        />
        {surveyColumns.map((column) => (
          <SelectField
            key={column}
            form={form}
            name={`column-${column}`}
            label={columnWords[column]}
            items={[
              { value: '', text: 'Not in this sheet' },
              ...headings
                .slice(0, 200)
                .map((heading, at) => ({ value: String(at), text: heading.trim() || `Column ${at + 1}` })),
            ]}
          />
        ))}
        <DateField form={form} name="answeredOn" legend="For rows without a day: when was it answered?" />
        <Hidden name="rated" value={String(columns.rating)} />
        {ratings.length === 0 ? null : (
          <CheckboxesField
            form={form}
            name="low"
            legend="Which answers are low?"
            small
            items={ratings.map((value) => ({ value, text: value.slice(0, 100) }))}
          />
        )}
        <div class="govuk-button-group">
          <Button name="do" value="take" preventDoubleClick>
            Bring it in
          </Button>
          <Button name="do" value="look" classes="govuk-button--secondary">
            Look again
          </Button>
        </div>
      </Form>
    </>,
  );
}

export const lookAtSurvey = screen({ path: '/survey-answers/:id', access: ['officer', 'manager'], get, post });
