/** Telling: where and when a text was told, what a person lets stand before, and taking it off the residents' site again. */
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { wayWords } from '../../reports/sharing/audiences.js';
import { sharingTellers, waysFor } from '../../reports/sharing/telling.js';
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
  withRefusals,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { sharingPage, type Text, textAsked, textHref } from './sharing-frame.js';

async function getTell(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  if (text === null || text.items.length === 0) return notFound;
  return viewTell(visit, text, startForm(visit, { version: text.version, way: '', place: '', on: visit.today }));
}

async function postTell(visit: Visit) {
  const text = await visit.db((trx) => textAsked(trx, visit));
  if (text === null || text.items.length === 0) return notFound;
  const form = z.object({
    version: wholeNumber('', { min: 1, max: 1_000_000 }),
    way: choice(waysFor(text.audience), 'Choose where it was told'),
    place: optionalText(150),
    on: requiredDay('the day on which it was told', { notAfter: visit.today }),
  });
  const read = readForm(form, visit.fields);
  if (!read.ok) return viewTell(visit, text, read.form);
  const { version, way, place, on } = read.value;
  const outcome = await visit.db((trx) =>
    shareText(trx, whoActs(visit), {
      text: text.id,
      seen: version,
      way,
      place: place ?? '',
      on,
      now: new Date(visit.now),
    }),
  );
  if (outcome.is === 'refused') return viewTell(visit, text, withRefusals(read.form, outcome.refusals));
  const { cases: n } = outcome;
  const cases = n === 1 ? 'One case says' : `${n} cases say`;
  return redirect(textHref(text), {
    done: `${way === 'site' ? 'Published' : 'Put down'}${n === 0 ? '' : `. ${cases} that what was learnt was shared`}`,
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
        items={waysFor(text.audience).map((value) => ({
          value,
          text: wayWords[value],
          ...(value === 'site' ? { hint: 'It stands on the page ‘You said, we did’ at once' } : {}),
        }))}
      />
      <TextField
        form={state}
        name="place"
        label="Which, or what it was (optional)"
        hint="For example, ‘Spring issue’ or ‘Meeting of the panel’"
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
  const said = { digest: found.digest, reason: read.value.reason, by: visit.staff.id, today: visit.today };
  const refusals = await visit.db((trx) => letStand(trx, text, said));
  if (refusals.length > 0) return viewStand(visit, named, withRefusals(read.form, refusals));
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
  ...screen({ path: '/sharing/:id/tell', access: sharingTellers, get: getTell, post: postTell }),
  ...screen({ path: '/sharing/:id/let-stand/:digest', access: caseWorkers, get: getStand, post: postStand }),
  ...screen({ path: '/sharing/:id/take-down/:log', access: sharingTellers, get: getDown, post: postDown }),
];
