/** Telling: where and when a text was told, what a person lets stand before, and taking it off the residents' site again. */
import { z } from 'zod';
import { type Way, ways, wayWords } from '../../reports/sharing/audiences.js';
import { checkText, letStand } from '../../store/sharing/check.js';
import { shareText } from '../../store/sharing/share.js';
import { readLog, takeDown } from '../../store/sharing/texts.js';
import { WarningText } from '../ui/components.js';
import { choice, optionalText, requiredDay, requiredText, wholeNumber } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { changedMeanwhile, sharingPage, type Text, tellers, textAsked, textHref, writers } from './sharing-frame.js';

/** The site is for residents; a text for others never stands there. */
function waysOf(text: Text): readonly Way[] {
  return ways.filter((way) => way !== 'site' || text.audience === 'residents');
}

const dated = (visit: Visit) => {
  const [year = '', month = '', day = ''] = visit.today.split('-');
  return { 'on-year': year, 'on-month': String(Number(month)), 'on-day': String(Number(day)) };
};

async function getTell(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  if (text === null || text.items.length === 0) return notFound;
  return viewTell(visit, text, startForm(visit, { version: text.version, way: '', place: '', ...dated(visit) }));
}

async function postTell(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  if (text === null || text.items.length === 0) return notFound;
  const form = z.object({
    version: wholeNumber('', { min: 1, max: 1_000_000 }),
    way: choice(waysOf(text), 'Choose where it was told'),
    place: optionalText(150),
    on: requiredDay('the day on which it was told', { notAfter: visit.today }),
  });
  const read = readForm(form, visit.fields);
  if (!read.ok) return viewTell(visit, text, read.form);
  const { version, way, place, on } = read.value;
  if (way === 'site' && on !== visit.today)
    return viewTell(
      visit,
      text,
      withErrors(read.form, [{ field: 'on', words: 'It is published today: enter today’s date' }]),
    );
  const outcome = await visit.db(async (trx) => {
    // As it stands now, and checked now: what was looked at before may have been changed.
    const now = await textAsked(trx, visit);
    if (now === null || now.version !== version) return 'changed' as const;
    if ((await checkText(trx, now, visit.today)).some(({ stands }) => stands === null)) return 'identifies' as const;
    const who = { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles };
    return shareText(trx, who, now, { way, place: place ?? '', on, now: new Date(visit.now) });
  });
  if (outcome === 'changed')
    return viewTell(visit, text, withErrors(read.form, [{ field: 'way', words: changedMeanwhile }]));
  if (outcome === 'identifies')
    return viewTell(
      visit,
      text,
      withErrors(read.form, [
        { field: 'way', words: 'Something in it might tell who somebody is. Go back to the text and see to it first' },
      ]),
    );
  const cases = outcome === 1 ? 'One case says' : `${outcome} cases say`;
  return redirect(textHref(text), {
    done: `${way === 'site' ? 'Published' : 'Put down'}${outcome === 0 ? '' : `. ${cases} that what was learnt was shared`}`,
  });
}

function viewTell(visit: Visit, text: Text, state: FormState) {
  return sharingPage(
    visit,
    { title: 'Where and when it was told', form: state, back: { href: textHref(text), text: text.title } },
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(state, 'version')} />
      <RadiosField
        form={state}
        name="way"
        legend="Where?"
        items={waysOf(text).map((value) => ({
          value,
          text: wayWords[value],
          ...(value === 'site' ? { hint: 'It stands on the page ‘You said, we did’ at once' } : {}),
        }))}
      />
      <TextField
        form={state}
        name="place"
        label="Which, or what it was"
        hint="‘Spring issue’, ‘Meeting of the panel’. It may stay empty"
      />
      <DateField form={state} name="on" legend="When?" />
      <Submit>Save</Submit>
    </Form>,
  );
}

const reasonForm = z.object({ reason: requiredText('Say why it tells nobody who it is', 500) });

async function finding(visit: Visit) {
  return visit.db(async (trx) => {
    const text = await textAsked(trx, visit);
    if (text === null) return null;
    const found = (await checkText(trx, text, visit.today)).find(({ digest }) => digest === visit.params.digest);
    return found === undefined || !found.mayStand || found.stands !== null ? null : { text, found };
  });
}

async function getStand(visit: Visit) {
  const named = await finding(visit);
  return named === null ? notFound : viewStand(visit, named, startForm(visit, { reason: '' }));
}

async function postStand(visit: Visit) {
  const named = await finding(visit);
  if (named === null) return notFound;
  const read = readForm(reasonForm, visit.fields);
  if (!read.ok) return viewStand(visit, named, read.form);
  const { text, found } = named;
  await visit.db((trx) => letStand(trx, text.id, found.digest, read.value.reason, visit.staff.id));
  return redirect(textHref(text), { done: 'It may stand, in that sentence' });
}

function viewStand(visit: Visit, { text, found }: NonNullable<Awaited<ReturnType<typeof finding>>>, state: FormState) {
  return sharingPage(
    visit,
    { title: 'Let it stand', form: state, back: { href: textHref(text), text: text.title } },
    <Form visit={visit}>
      <p class="govuk-body">
        ‘{found.what}’, {found.why}, in:
      </p>
      <p class="govuk-body app-quote">{found.sentence}</p>
      <TextareaField
        form={state}
        name="reason"
        label="Why does it tell nobody who it is?"
        hint="It holds for this sentence. If the sentence changes, it is asked again."
        rows={3}
        most={500}
      />
      <Submit>Let it stand</Submit>
    </Form>,
  );
}

const downForm = z.object({ because: requiredText('Say why it is taken down', 300) });

async function getDown(visit: Visit) {
  const text = await onSite(visit);
  return text === null ? notFound : viewDown(visit, text, startForm(visit, { because: '' }));
}

async function onSite(visit: Visit): Promise<Text | null> {
  return visit.db(async (trx) => {
    const text = await textAsked(trx, visit);
    if (text === null) return null;
    const standing = await readLog(trx, { text: text.id, site: true });
    return standing.some(({ id }) => id === visit.params.log) ? text : null;
  });
}

async function postDown(visit: Visit) {
  const text = await onSite(visit);
  if (text === null) return notFound;
  const read = readForm(downForm, visit.fields);
  if (!read.ok) return viewDown(visit, text, read.form);
  await visit.db((trx) => takeDown(trx, text.id, visit.params.log ?? '', visit.today, read.value.because));
  return redirect(textHref(text), { done: 'Taken down from the residents’ site' });
}

function viewDown(visit: Visit, text: Text, state: FormState) {
  return sharingPage(
    visit,
    { title: 'Take it down', form: state, back: { href: textHref(text), text: text.title } },
    <Form visit={visit}>
      <WarningText
        iconFallbackText="Warning"
        text="It leaves the residents’ site at once. The log keeps what it said."
      />
      <TextField form={state} name="because" label="Why?" />
      <Submit>Take it down</Submit>
    </Form>,
  );
}

export const tellText = [
  ...screen({ path: '/sharing/:id/tell', access: tellers, get: getTell, post: postTell }),
  ...screen({ path: '/sharing/:id/let-stand/:digest', access: writers, get: getStand, post: postStand }),
  ...screen({ path: '/sharing/:id/take-down/:log', access: tellers, get: getDown, post: postDown }),
];
