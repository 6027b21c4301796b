/** What each spelling of a list means: kinds, outcomes, channels, tenures, areas and categories, each with its count. */
import type { VNode } from 'preact';
import { fieldWords, type RegisterMap, type ValueField, valueFields } from '../../complaint/register/fields.js';
import type { ProposedValue } from '../../store/import-shapes.js';
import { sayOfRegister } from '../../store/registers-sent.js';
import { listNames } from '../../store/teams.js';
import { Tag } from '../ui/components.js';
import { Form, type FormError, type FormState, SelectField, Submit, startForm, typedIn } from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage, type ReadSent, registerOf, rowsInWords } from './import-frame.js';
import { choicesFor, type ValueChoice } from './value-words.js';

/** A list with more spellings than this is no list; the rest stays as proposed. */
const mostShown = 400;

const nameOf = (i: number) => `value-${i}`;

type Choices = Readonly<Partial<Record<ValueField, readonly ValueChoice[]>>>;

async function choicesOf(visit: Visit, { proposal }: ReadSent): Promise<Choices> {
  const [areas, categories] = await visit.db(async (trx) => [
    (await listNames(trx, 'area')).map(({ name }) => name),
    (await listNames(trx, 'category')).map(({ name }) => name),
  ]);
  return Object.fromEntries(
    valueFields.map((field) => {
      const own = field === 'area' ? areas : field === 'category' ? categories : [];
      const proposed = shown(proposal.values)
        .filter((one) => one.field === field)
        .flatMap(({ value, text }) => [value ?? text, text]);
      return [field, choicesFor(field, own ?? [], proposed)];
    }),
  );
}

function shown(values: readonly ProposedValue[]): readonly ProposedValue[] {
  return values.slice(0, mostShown);
}

/** What has been said of a text; '' when it is not known. */
function takenFor(map: RegisterMap, { field, text, value }: ProposedValue): string {
  return map.values[field]?.[text] ?? value ?? '';
}

async function get(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { sent } = found;
  if (sent.proposal.values.length === 0) return redirect(`/imports/sent/${sent.id}/dates`);
  const initial = shown(sent.proposal.values).map((one, i) => [nameOf(i), takenFor(sent.map, one)]);
  return view(visit, sent, startForm(visit, Object.fromEntries(initial)));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { sent } = found;
  const form: FormState = { values: visit.fields, errors: [] };
  const choices = await choicesOf(visit, sent);
  const values: Partial<Record<ValueField, Record<string, string>>> = {};
  for (const field of valueFields) values[field] = { ...sent.map.values[field] };
  const errors: FormError[] = [];
  shown(sent.proposal.values).forEach(({ field, text }, i) => {
    const typed = typedIn(form, nameOf(i));
    if (typed !== '' && !choices[field]?.some(({ value }) => value === typed))
      errors.push({ field: nameOf(i), words: `Choose what ‘${text}’ means` });
    values[field] = { ...values[field], [text]: typed };
  });
  if (errors.length > 0) return view(visit, sent, { ...form, errors });
  await visit.db((trx) => sayOfRegister(trx, sent.id, { map: { ...sent.map, values }, next: null }));
  return redirect(`/imports/sent/${sent.id}/dates`);
}

async function view(visit: Visit, sent: ReadSent, form: FormState): Promise<Answer> {
  const { proposal, source } = sent;
  const choices = await choicesOf(visit, sent);
  const listed = shown(proposal.values).map((one, i) => ({ one, i }));
  const rest = proposal.values.length - listed.length;
  return importPage(
    visit,
    { title: 'What the words mean', form, wide: true, step: 'values', caption: source },
    <>
      <p class="govuk-body">
        Each spelling stands once, with how many rows have it. Where two mean the same, choose the same for both. What
        is ‘Not known’ stays unknown in those cases, and the figures say so.
      </p>
      {rest === 0 ? null : (
        <p class="govuk-body">{rest.toLocaleString('en-GB')} more are not listed and are taken as they are written.</p>
      )}
      <Form visit={visit}>
        {valueFields
          .filter((field) => listed.some(({ one }) => one.field === field))
          .map((field) => (
            <section key={field} aria-labelledby={`of-${field}`}>
              <h2 class="govuk-heading-m" id={`of-${field}`}>
                {fieldWords[field]}
              </h2>
              <ul class="app-list app-map">
                {listed
                  .filter(({ one }) => one.field === field)
                  .map(({ one, i }) => (
                    <Spelling key={one.text} form={form} name={nameOf(i)} value={one} choices={choices[field] ?? []} />
                  ))}
              </ul>
            </section>
          ))}
        <Submit>Go on</Submit>
      </Form>
    </>,
  );
}

function Spelling(props: {
  readonly form: FormState;
  readonly name: string;
  readonly value: ProposedValue;
  readonly choices: readonly ValueChoice[];
}): VNode {
  const { form, name, value, choices } = props;
  return (
    <li class="app-list__item app-map__item">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{value.text}</strong> {rowsInWords(value.rows)}{' '}
        {value.sure ? null : <Tag colour="yellow">{value.value === null ? 'Not known' : 'Check this'}</Tag>}
      </p>
      <SelectField form={form} name={name} label={`What ‘${value.text}’ means`} none="Not known" items={choices} />
    </li>
  );
}

export const registerValues = screen({ path: '/imports/sent/:id/values', access: importers, get, post });
