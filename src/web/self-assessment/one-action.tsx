/** One action of the plan: what it says, changed while it is open, and ended with how one can see that it was done. */
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import { type Action, changeAction, endAction, findAction } from '../../store/assessment-actions.js';
import { changesOf } from '../../store/assessment-changes.js';
import { findPiece, listPieces } from '../../store/evidence-library.js';
import { Button, SummaryList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice, optionalId, requiredDay, requiredText, wholeNumber } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  SelectField,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { ActionFields, actionSchema, readAction, startingAction } from './action-form.js';
import { ActionState, targetWords } from './actions.js';
import { writers } from './assessment-frame.js';
import { ChangesNoted } from './changes-noted.js';
import { assessmentHref } from './words.js';

const changeSchema = actionSchema.extend({ version: wholeNumber('', { min: 1, max: 1_000_000 }) });
const endSchema = (visit: Visit) =>
  z.object({
    as: choice(['done', 'dropped'], 'Choose whether it was done or dropped'),
    on: requiredDay('the day on which it ended', { notAfter: visit.today }),
    proof: requiredText('Say how one can see that it was done, or why it was dropped', 5_000),
    piece: optionalId(),
  });

const asked = (visit: Visit) => visit.db((trx) => findAction(trx, visit.params.action ?? ''));
const hrefOf = ({ id }: Action, below = '') => `/self-assessment/actions/${id}${below}`;

function actionPage(visit: Visit, action: Action, title: string, form: FormState | null, body: ComponentChildren) {
  return page(
    visit,
    {
      title,
      section: 'assessment',
      ...(form === null ? {} : { form }),
      crumbs: [
        { text: 'Self-assessments', href: '/self-assessment' },
        { text: 'Action plan', href: assessmentHref({ id: action.assessment }, '/actions') },
        ...(title === 'Action' ? [] : [{ text: 'Action', href: hrefOf(action) }]),
      ],
    },
    body,
  );
}

async function get(visit: Visit) {
  const action = await asked(visit);
  if (action === null) return notFound;
  const { changes, proof } = await visit.db(async (trx) => ({
    changes: await changesOf(trx, action.id),
    proof: action.proofPiece === null ? null : await findPiece(trx, action.proofPiece),
  }));
  const row = (key: string, text: string) => (text === '' ? [] : [{ key: { text: key }, value: { text } }]);
  return actionPage(
    visit,
    action,
    'Action',
    null,
    <>
      <SummaryList
        rows={[
          { key: { text: 'How it stands' }, value: { html: <ActionState action={action} visit={visit} /> } },
          { key: { text: 'Action' }, value: { html: <span class="app-quote">{action.action}</span> } },
          ...row('Provisions', action.question || action.provisions.join(', ')),
          ...row('Lead', action.lead || 'Nobody yet'),
          ...row('By when', targetWords(action)),
          ...row('Progress', action.progress),
          ...row('Ordered by the Code', action.mandatory === null ? '' : action.mandatory ? 'Yes' : 'No'),
          ...(action.endedOn === null
            ? []
            : [{ key: { text: 'Ended' }, value: { html: <DayText day={action.endedOn} /> } }]),
          ...row(action.state === 'dropped' ? 'Why it was dropped' : 'How one can see it', action.proof),
          ...(proof === null
            ? []
            : [
                {
                  key: { text: 'Evidence' },
                  value: {
                    html: (
                      <a class="govuk-link" href={`/self-assessment/evidence/${proof.id}`}>
                        {proof.title}
                      </a>
                    ),
                  },
                },
              ]),
        ]}
      />
      {action.state === 'open' && visit.may(...writers) ? (
        <div class="govuk-button-group">
          <Button href={hrefOf(action, '/end')}>It is done, or dropped</Button>
          <Button href={hrefOf(action, '/change')} classes="govuk-button--secondary">
            Change it
          </Button>
        </div>
      ) : null}
      <ChangesNoted changes={changes} />
    </>,
  );
}

async function getChange(visit: Visit) {
  const action = await asked(visit);
  if (action === null) return notFound;
  return viewChange(visit, action, startForm(visit, { ...startingAction(action), version: action.version }));
}

async function postChange(visit: Visit) {
  const action = await asked(visit);
  if (action === null) return notFound;
  const read = readForm(changeSchema, visit.fields);
  if (!read.ok) return viewChange(visit, action, read.form);
  const made = readAction(action.edition, read.value);
  if (!made.ok) return viewChange(visit, action, withErrors(read.form, made.errors));
  const done = await visit.db((trx) =>
    changeAction(trx, action.id, { ...made.action, expected: read.value.version }, visit.staff.id),
  );
  if (done) return redirect(hrefOf(action), { done: 'Action changed' });
  const now = (await asked(visit)) ?? action;
  const words =
    now.state === 'open'
      ? `Somebody else changed it while you were writing. It now says: ${now.action} (${now.lead}, ${targetWords(now)}). What you typed is kept: look at it, then save again`
      : 'It has ended meanwhile, so it is not changed any more';
  return viewChange(
    visit,
    now,
    withErrors({ values: { ...read.form.values, version: String(now.version) }, errors: [] }, [{ field: null, words }]),
  );
}

function viewChange(visit: Visit, action: Action, form: FormState) {
  return actionPage(
    visit,
    action,
    'Change the action',
    form,
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(form, 'version')} />
      <ActionFields form={form} />
      <Submit>Save</Submit>
    </Form>,
  );
}

async function getEnd(visit: Visit) {
  const action = await asked(visit);
  return action === null ? notFound : viewEnd(visit, action, startForm(visit, { on: visit.today }));
}

async function postEnd(visit: Visit) {
  const action = await asked(visit);
  if (action === null) return notFound;
  const read = readForm(endSchema(visit), visit.fields);
  if (!read.ok) return viewEnd(visit, action, read.form);
  const done = await visit.db(async (trx) => {
    if (read.value.piece !== null && (await findPiece(trx, read.value.piece)) === null) return null;
    return endAction(trx, action.id, read.value, visit.staff.id);
  });
  if (done === null)
    return viewEnd(visit, action, withErrors(read.form, [{ field: 'piece', words: 'Choose one of the list' }]));
  if (!done) return viewEnd(visit, action, withErrors(read.form, [{ field: null, words: 'It had ended already' }]));
  return redirect(hrefOf(action), { done: read.value.as === 'done' ? 'Action done' : 'Action dropped' });
}

async function viewEnd(visit: Visit, action: Action, form: FormState) {
  const pieces = await visit.db(listPieces);
  return actionPage(
    visit,
    action,
    'It is done, or dropped',
    form,
    <>
      <p class="govuk-body app-quote">{action.action}</p>
      <Form visit={visit}>
        <RadiosField
          form={form}
          name="as"
          legend="What became of it?"
          items={[
            { value: 'done', text: 'It was done' },
            { value: 'dropped', text: 'It was dropped' },
          ]}
        />
        <DateField form={form} name="on" legend="On which day?" />
        <TextareaField
          form={form}
          name="proof"
          label="How can one see it, or why was it dropped?"
          rows={4}
          most={5000}
        />
        {pieces.length === 0 ? null : (
          <SelectField
            form={form}
            name="piece"
            label="Evidence from the library (optional)"
            none="None"
            items={pieces.map(({ id, title }) => ({ value: id, text: title }))}
          />
        )}
        <Submit>End the action</Submit>
      </Form>
    </>,
  );
}

export const oneAction = [
  ...screen({ path: '/self-assessment/actions/:action', access: 'signed-in', get }),
  ...screen({ path: '/self-assessment/actions/:action/change', access: writers, get: getChange, post: postChange }),
  ...screen({ path: '/self-assessment/actions/:action/end', access: writers, get: getEnd, post: postEnd }),
];
