/**
 * With a reference and a postcode: how far we are and the next date, and no more. Wrong, unknown and one too many get the
 * same words after the same work.
 */
import { z } from 'zod';
import { beginGuess } from '../../../../store/guesses.js';
import { plainPostcode, type StageAndDate, stageAndDate } from '../../../../store/stage-and-date.js';
import { requiredText } from '../../../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../../../ui/forms.js';
import { type SiteVisit, screen } from '../../../visit.js';
import type { Say } from '../say.js';
import { sitePage } from '../site-page.js';
import { referenceAsTyped } from './typed.js';

const formIn = (say: Say) =>
  z.object({
    reference: requiredText(say('Enter your reference'), 40),
    postcode: requiredText(say('Enter the postcode of your home'), 12),
  });

async function get(visit: SiteVisit) {
  return ask(visit, startForm(visit));
}

async function post(visit: SiteVisit) {
  const { say } = visit;
  const read = readForm(formIn(say), visit.fields);
  if (!read.ok) return ask(visit, read.form);
  const reference = referenceAsTyped(read.value.reference);
  const { postcode } = read.value;
  const about = [reference, plainPostcode(postcode)];
  const found = await visit.db(async (trx) => {
    const guess = await beginGuess(trx, { at: 'postcode', network: visit.network, about }, new Date(visit.now));
    const looked = await stageAndDate(trx, { reference, postcode });
    const told = guess.tooMany ? null : looked;
    await (told === null ? guess.wrong() : guess.right());
    return told;
  });
  if (found !== null) return tell(visit, reference, found);
  return ask(visit, withErrors(read.form, [{ field: 'reference', words: cannotTell(say) }]));
}

function cannotTell(say: Say): string {
  return say(
    'We can show nothing for that reference and postcode. Check both. If you have tried several times, wait a quarter of an hour, or use the code on your letter.',
  );
}

function ask(visit: SiteVisit, state: FormState) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('See how far we are'), form: state, back: { href: base } },
    <>
      <p class="govuk-body">
        {say('This shows only the stage and the next date. To see everything, and to answer us, you need a code.')}{' '}
        <a class="govuk-link" href={`${base}/code`}>
          {say('Use a code')}
        </a>
      </p>
      <Form visit={visit}>
        <TextField
          form={state}
          name="reference"
          label={say('Your reference')}
          hint={say('It is on every letter and message from us, for example CMP-26-00123.')}
          width={20}
          autocomplete="off"
        />
        <TextField
          form={state}
          name="postcode"
          label={say('The postcode of your home')}
          width={10}
          autocomplete="postal-code"
        />
        <Submit>{say('Show the stage')}</Submit>
      </Form>
    </>,
  );
}

function tell(visit: SiteVisit, reference: string, found: StageAndDate) {
  const { say, base, today } = visit;
  return sitePage(
    visit,
    { title: say('How far we are'), caption: reference, back: { href: `${base}/follow` } },
    <>
      <dl class="govuk-summary-list">
        <Line label={say('Stage')} value={stageWords(say, found)} />
        <Line label={say('Next date')} value={nextWords(say, found, today)} />
      </dl>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/code`}>
          {say('See everything, with a code')}
        </a>
      </p>
    </>,
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value">{value}</dd>
    </div>
  );
}

function stageWords(say: Say, { stage, open }: StageAndDate): string {
  if (!open) return say('Closed');
  if (stage === null) return say('With us');
  return say('Stage {stage}', { stage });
}

function nextWords(say: Say, { nextOn, open }: StageAndDate, today: string): string {
  if (nextOn === null) return open ? say('No date is set') : say('None');
  return nextOn < today ? say('{day}. We are late.', { day: say.day(nextOn) }) : say.day(nextOn);
}

export const stageOnly = screen({ path: '/residents/:slug/follow', access: 'site', get, post });
