/** The words of a text: its title and opening, and each item in a person's own words. */
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { audienceWords } from '../../reports/sharing/audiences.js';
import { fromImprovement, fromLearning, type ItemWords } from '../../reports/sharing/starting-words.js';
import { textChanged } from '../../reports/sharing/telling.js';
import type { Trx } from '../../store/database.js';
import { improvementsFor, learningFor } from '../../store/sharing/sources.js';
import { type ItemSource, removeItem, saveItem, saveOpening } from '../../store/sharing/texts.js';
import { maySeeCase } from '../cases/case-shown.js';
import { optionalText, requiredText, tick, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  TickField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { sharingPage, type Text, textAsked, textHref } from './sharing-frame.js';

const version = wholeNumber('', { min: 1, max: 1_000_000 });
const openingForm = z.object({
  version,
  title: requiredText('Enter a title', 150),
  opening: optionalText(2000),
});

async function getOpening(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  if (text === null) return notFound;
  return viewOpening(
    visit,
    text,
    startForm(visit, { title: text.title, opening: text.opening, version: text.version }),
  );
}

async function postOpening(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  if (text === null) return notFound;
  const read = readForm(openingForm, visit.fields);
  if (!read.ok) return viewOpening(visit, text, read.form);
  const { title, opening, version } = read.value;
  const saved = await visit.db((trx) => saveOpening(trx, { id: text.id, version }, { title, opening: opening ?? '' }));
  if (!saved) return viewOpening(visit, text, withErrors(read.form, [{ field: 'title', words: textChanged.words }]));
  return redirect(textHref(text), { done: 'Saved' });
}

function viewOpening(visit: Visit, text: Text, state: FormState) {
  return sharingPage(
    visit,
    { title: 'Title and opening', form: state, back: { href: textHref(text), text: text.title } },
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(state, 'version')} />
      <TextField form={state} name="title" label="Title" />
      <TextareaField form={state} name="opening" label="Opening" rows={5} most={2000} />
      <Submit>Save</Submit>
    </Form>,
  );
}

const itemForm = z.object({
  version,
  case: optionalText(40),
  seq: optionalText(10),
  improvement: optionalText(40),
  area: optionalText(80),
  said: requiredText('Say what was said', 1500),
  did: requiredText('Say what was done', 2500),
  remove: tick(),
});

interface Beginning {
  readonly words: ItemWords;
  readonly source: ItemSource;
}

const none: ItemSource = { caseId: null, seq: null, improvement: null };

/** With what a new item begins: its source as it stands now, if the writer may see it. */
async function beginning(
  trx: Trx,
  visit: Visit,
  text: Text,
  asked: { readonly case: string; readonly seq: string; readonly improvement: string },
): Promise<Beginning> {
  const [improvement] = asked.improvement === '' ? [] : await improvementsFor(trx, text.id, { id: asked.improvement });
  if (improvement !== undefined)
    return { words: fromImprovement(text.audience, improvement), source: { ...none, improvement: improvement.id } };
  const seq = /^\d{1,9}$/.test(asked.seq) ? Number(asked.seq) : 0;
  const [learnt] = seq === 0 ? [] : await learningFor(trx, text.id, { caseId: asked.case, seq });
  if (learnt !== undefined && (await maySeeCase(trx, visit, learnt.caseId)))
    return { words: fromLearning(text.audience, learnt), source: { ...none, caseId: learnt.caseId, seq } };
  return { words: { area: '', said: '', did: '' }, source: none };
}

const one = (value: unknown): string => (typeof value === 'string' ? value : '');

async function getItem(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const text = await textAsked(trx, visit);
    if (text === null) return null;
    const asked = { case: one(visit.query.case), seq: one(visit.query.seq), improvement: one(visit.query.improvement) };
    if (visit.params.item === undefined) {
      const { words } = await beginning(trx, visit, text, asked);
      return { text, initial: { ...words, ...asked } };
    }
    const item = text.items.find(({ id }) => id === visit.params.item);
    return item === undefined ? null : { text, initial: { area: item.area, said: item.said, did: item.did } };
  });
  if (found === null) return notFound;
  const { text, initial } = found;
  return viewItem(visit, text, startForm(visit, { ...initial, version: text.version, remove: '' }));
}

async function postItem(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  const item = visit.params.item ?? null;
  if (text === null || (item !== null && !text.items.some(({ id }) => id === item))) return notFound;
  const read = readForm(itemForm, visit.fields);
  if (!read.ok) return viewItem(visit, text, read.form);
  const { version, area, said, did, remove, ...asked } = read.value;
  const saved = await visit.db(async (trx) => {
    if (item !== null && remove) return removeItem(trx, { id: text.id, version }, item);
    const given = { case: asked.case ?? '', seq: asked.seq ?? '', improvement: asked.improvement ?? '' };
    const { source } = await beginning(trx, visit, text, given);
    return saveItem(trx, { id: text.id, version }, item, { area: area ?? '', said, did, source });
  });
  if (!saved) return viewItem(visit, text, withErrors(read.form, [{ field: 'said', words: textChanged.words }]));
  return redirect(textHref(text), { done: item !== null && remove ? 'Taken out' : 'Saved' });
}

function viewItem(visit: Visit, text: Text, state: FormState) {
  const { said, did } = audienceWords[text.audience];
  return sharingPage(
    visit,
    { title: 'One item of the text', form: state, back: { href: textHref(text), text: text.title } },
    <Form visit={visit}>
      {(['version', 'case', 'seq', 'improvement'] as const).map((name) => (
        <Hidden key={name} name={name} value={typedIn(state, name)} />
      ))}
      <p class="govuk-body">
        Write it so that nobody can tell who it was: no names, places of few homes, dates or sums. What stands here to
        begin with is colleagues’ own words.
      </p>
      <TextField
        form={state}
        name="area"
        label="Heading (optional)"
        hint="For example, ‘Repairs’ or ‘How we answer the phone’"
      />
      <TextareaField form={state} name="said" label={said} rows={4} most={1500} />
      <TextareaField form={state} name="did" label={did} rows={6} most={2500} />
      {visit.params.item === undefined ? null : (
        <TickField form={state} name="remove" label="Take this item out of the text" />
      )}
      <Submit>Save</Submit>
    </Form>,
  );
}

export const writeText = [
  ...screen({ path: '/sharing/:id/words', access: caseWorkers, get: getOpening, post: postOpening }),
  ...screen({ path: '/sharing/:id/items/new', access: caseWorkers, get: getItem, post: postItem }),
  ...screen({ path: '/sharing/:id/items/:item', access: caseWorkers, get: getItem, post: postItem }),
];
