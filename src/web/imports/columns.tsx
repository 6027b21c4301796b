/** What each column means: proposed, with samples beside it, and changed by whoever knows the register. */
import type { VNode } from 'preact';
import { type Field, fields, fieldWords, type RegisterMap, stageFields } from '../../complaint/register/fields.js';
import type { ProposedColumn } from '../../store/import-shapes.js';
import { beginReading, sayOfRegister } from '../../store/registers-sent.js';
import { Details, InsetText, Tag } from '../ui/components.js';
import { Form, type FormError, type FormState, SelectField, Submit, startForm, typedIn } from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage, type ReadSent, registerOf, rowsInWords } from './import-frame.js';

const nameOf = (i: number) => `column-${i}`;

function fieldOf(map: RegisterMap, { heading }: ProposedColumn): Field | undefined {
  return fields.find((field) => map.columns[field] === heading);
}

async function get(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { proposal, map } = found.sent;
  const initial = Object.fromEntries(proposal.columns.map((column, i) => [nameOf(i), fieldOf(map, column) ?? '']));
  return view(visit, found.sent, startForm(visit, initial));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { sent } = found;
  const form: FormState = { values: visit.fields, errors: [] };
  const read = columnsTyped(form, sent.proposal.columns);
  if (read.errors.length > 0) return view(visit, sent, { ...form, errors: read.errors });
  const same = fields.every((field) => sent.map.columns[field] === read.columns[field]);
  // The texts of lists are those of the columns: other columns have other texts.
  const map = { ...sent.map, columns: read.columns };
  await visit.db((trx) => sayOfRegister(trx, sent.id, { map, next: same ? null : 'columns' }));
  if (!same) {
    const place = { db: visit.house.db, landlordId: visit.landlord.id, files: visit.house.files };
    await beginReading(place, sent, visit.today);
  }
  return redirect(`/imports/sent/${sent.id}?then=values`);
}

function columnsTyped(
  form: FormState,
  proposed: readonly ProposedColumn[],
): { readonly columns: RegisterMap['columns']; readonly errors: readonly FormError[] } {
  const columns: Partial<Record<Field, string>> = {};
  const errors: FormError[] = [];
  proposed.forEach(({ heading }, i) => {
    const typed = typedIn(form, nameOf(i));
    if (typed === '') return;
    const field = fields.find((one) => one === typed);
    if (field === undefined) errors.push({ field: nameOf(i), words: `Choose what ${heading} means` });
    else if (columns[field] !== undefined)
      errors.push({
        field: nameOf(i),
        words: `‘${columns[field]}’ and ‘${heading}’ are both ‘${fieldWords[field]}’. Choose one of them, and leave the other out`,
      });
    else columns[field] = heading;
  });
  if (errors.length === 0 && Object.keys(columns).length === 0)
    errors.push({ field: nameOf(0), words: 'Say of at least one column what it means' });
  return { columns, errors };
}

function view(visit: Visit, sent: ReadSent, form: FormState): Answer {
  const { proposal, map, source, id } = sent;
  const offered = fields.filter((field) => map.rows === 'stage' || !stageFields.has(field));
  const items = offered.map((field) => ({ value: field, text: fieldWords[field] }));
  const left = proposal.columns.filter((_, i) => typedIn(form, nameOf(i)) === '');
  return importPage(
    visit,
    { title: 'What the columns mean', form, wide: true, step: 'columns', caption: source },
    <>
      <p class="govuk-body">
        {sent.fileName}: {rowsInWords(proposal.rows)} under the headings
        {map.sheet === undefined ? '' : `, sheet ‘${map.sheet}’`}
        {map.headerRow === undefined ? '' : `, headings in line ${map.headerRow}`},{' '}
        {map.rows === 'stage' ? 'a row for each stage' : 'a row for each case'}.{' '}
        <a class="govuk-link" href={`/imports/sent/${id}/sheet`}>
          Change where the rows are
        </a>
      </p>
      {proposal.remembered ? (
        <InsetText text="A register with these headings was brought in before. Its columns are read as they were then." />
      ) : null}
      <Notes notes={proposal.notes} />
      <p class="govuk-body">
        {left.length === 0
          ? 'Every column is used.'
          : `Left out until you say what they mean: ${left.map(({ heading }) => heading).join(', ')}.`}{' '}
        What no column tells stays unknown, and the figures say for how many cases.
      </p>
      <Form visit={visit}>
        <ul class="app-list app-map">
          {proposal.columns.map((column, i) => (
            <li key={column.heading} class="app-list__item app-map__item">
              <Samples column={column} rows={proposal.rows} />
              <SelectField
                form={form}
                name={nameOf(i)}
                label={`What ‘${column.heading}’ means`}
                none="Leave this column out"
                items={items}
              />
            </li>
          ))}
        </ul>
        <Submit>Go on</Submit>
      </Form>
    </>,
  );
}

function Samples({ column, rows }: { readonly column: ProposedColumn; readonly rows: number }): VNode {
  return (
    <div>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{column.heading}</strong>{' '}
        {column.sure || column.field === null ? null : <Tag colour="yellow">Check this</Tag>}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {column.samples.length === 0 ? 'Nothing stands in it' : `For example: ${column.samples.join(' · ')}`}
      </p>
      {column.blank === 0 || column.samples.length === 0 ? null : (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          Blank in {rowsInWords(column.blank)} of {rows.toLocaleString('en-GB')}
        </p>
      )}
    </div>
  );
}

export function Notes({ notes }: { readonly notes: readonly string[] }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <Details summaryText="What was noticed in the file" open>
      <ul class="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Details>
  );
}

export const registerColumns = screen({ path: '/imports/sent/:id/columns', access: importers, get, post });
