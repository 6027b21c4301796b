/**
 * In by the code on a letter. A right code is never refused, however many wrong ones came before it from wherever; a wrong
 * one, an unknown reference and a code that has ended get the same words after the same work.
 */
import { z } from 'zod';
import { whoseCode } from '../../../../store/access-codes.js';
import { beginGuess } from '../../../../store/guesses.js';
import { openResidentSession } from '../../../../store/resident-sessions.js';
import { exactText, requiredText } from '../../../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../../../ui/forms.js';
import { redirect, type SiteVisit, screen } from '../../../visit.js';
import type { Say } from '../say.js';
import { sitePage } from '../site-page.js';
import { referenceAsTyped } from './typed.js';

const formIn = (say: Say) =>
  z.object({
    reference: requiredText(say('Enter your reference'), 40),
    code: exactText(say('Enter the code on your letter'), 40),
  });

async function get(visit: SiteVisit) {
  if (visit.resident !== null) return redirect(`${visit.base}/case`);
  return ask(visit, startForm(visit));
}

async function post(visit: SiteVisit) {
  const { say, today } = visit;
  const read = readForm(formIn(say), visit.fields);
  if (!read.ok) return ask(visit, withoutCode(read.form));
  const reference = referenceAsTyped(read.value.reference);
  const now = new Date(visit.now);
  const secret = await visit.db(async (trx) => {
    const guess = await beginGuess(trx, { at: 'access-code', network: visit.network, about: [reference] }, now);
    const found = await whoseCode(trx, { reference, code: read.value.code }, { now, today });
    if (found === null) {
      await guess.wrong();
      return null;
    }
    await guess.right();
    return openResidentSession(trx, { ...found, purpose: 'follow', about: null, way: 'access-code' }, now);
  });
  if (secret !== null) {
    return redirect(`${visit.base}/case`, {
      resident: { purpose: 'follow', landlordId: visit.landlord.id, secret },
    });
  }
  const words = say(
    'That reference and code do not belong together. Check both, and use the code on our latest letter.',
  );
  return ask(visit, withErrors(withoutCode(read.form), [{ field: 'code', words }]));
}

/** A code that may be a right one is not written into a page. */
function withoutCode({ values, errors }: FormState): FormState {
  return { values: { ...values, code: '' }, errors };
}

function ask(visit: SiteVisit, state: FormState) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('See your complaint'), form: state, back: { href: base } },
    <>
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
          name="code"
          label={say('The code on your letter')}
          hint={say('Ten letters and digits. Each person has a code of their own.')}
          width={20}
          autocomplete="off"
        />
        <Submit>{say('Continue')}</Submit>
      </Form>
      <h2 class="govuk-heading-m">{say('If you have no letter at hand')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/code/ask`}>
          {say('Get a code in a message')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/follow`}>
          {say('See only the stage and the next date, with your postcode')}
        </a>
      </p>
    </>,
  );
}

export const accessCodeDoor = screen({ path: '/residents/:slug/code', access: 'site', get, post });
