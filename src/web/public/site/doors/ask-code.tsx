/**
 * A code of six digits by e-mail or text. Whether anything is sent is told to nobody here: what was typed is looked at
 * after this page has been answered.
 */
import { z } from 'zod';
import { askForCode, codeMinutes, useOneTimeCode } from '../../../../store/one-time-codes.js';
import { openResidentSession } from '../../../../store/resident-sessions.js';
import { waysOpen } from '../../../../store/ways-out.js';
import { exactText, requiredText } from '../../../ui/fields.js';
import { Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../../../ui/forms.js';
import { redirect, type SiteVisit, screen } from '../../../visit.js';
import type { Say } from '../say.js';
import { sitePage } from '../site-page.js';
import { referenceAsTyped } from './typed.js';

const askedIn = (say: Say) =>
  z.object({
    reference: requiredText(say('Enter your reference'), 40),
    way: requiredText(say('Enter the address or number that we have for you'), 200),
  });

const typedIn = (say: Say) => z.object({ digits: exactText(say('Enter the six digits'), 20) });

async function get(visit: SiteVisit) {
  return ask(visit, startForm(visit));
}

async function post(visit: SiteVisit) {
  const read = readForm(askedIn(visit.say), visit.fields);
  if (!read.ok) return ask(visit, read.form);
  const { way } = read.value;
  const reference = referenceAsTyped(read.value.reference);
  const asked = { reference, way, asker: visit.csrf, network: visit.network };
  await visit.db((trx) => askForCode(trx, asked, new Date(visit.now)));
  return redirect(`${visit.base}/code/enter`);
}

async function ask(visit: SiteVisit, state: FormState) {
  const { say, base } = visit;
  const open = await visit.db((trx) => waysOpen(trx, visit.house.sendsMail));
  if (open.email === null && !open.texts) return noCodes(visit);
  const words = open.texts
    ? {
        title: say('Get a code by email or text'),
        label: say('Your email address or mobile number'),
        autocomplete: 'on',
      }
    : { title: say('Get a code by email'), label: say('Your email address'), autocomplete: 'email' };
  return sitePage(
    visit,
    { title: words.title, form: state, back: { href: `${base}/code` } },
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
        name="way"
        label={words.label}
        hint={say('The one that we have for you. We send the code there and nowhere else.')}
        autocomplete={words.autocomplete}
        spellcheck={false}
      />
      <Submit>{say('Send me a code')}</Submit>
    </Form>,
  );
}

/** Where no message leaves, nobody waits for one. */
function noCodes(visit: SiteVisit) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('We can send no codes at the moment'), back: { href: `${base}/code` } },
    <p class="govuk-body">{say('Use the code on one of our letters, or ring us and we will send you a letter.')}</p>,
  );
}

async function getEnter(visit: SiteVisit) {
  return enter(visit, startForm(visit));
}

async function postEnter(visit: SiteVisit) {
  const { say } = visit;
  const read = readForm(typedIn(say), visit.fields);
  if (!read.ok) return enter(visit, empty(read.form));
  const now = new Date(visit.now);
  const secret = await visit.db(async (trx) => {
    const found = await useOneTimeCode(trx, { asker: visit.csrf, code: read.value.digits }, now);
    if (found === null) return null;
    return openResidentSession(trx, { ...found, purpose: 'follow', about: null, way: 'one-time-code' }, now);
  });
  if (secret !== null) {
    return redirect(`${visit.base}/case`, {
      resident: { purpose: 'follow', landlordId: visit.landlord.id, secret },
    });
  }
  const words = say('That code does not let you in. Check the digits, or ask for another code.');
  return enter(visit, withErrors(empty(read.form), [{ field: 'digits', words }]));
}

function empty({ errors }: FormState): FormState {
  return { values: {}, errors };
}

function enter(visit: SiteVisit, state: FormState) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('Enter the code we sent you'), form: state, back: { href: `${base}/code/ask` } },
    <>
      <p class="govuk-body">
        {say(
          'If the reference and the address or number belong together, a code of six digits is on its way. It works for {minutes} minutes, in this browser alone.',
          { minutes: codeMinutes },
        )}
      </p>
      <Form visit={visit}>
        <TextField
          form={state}
          name="digits"
          label={say('Code')}
          width={10}
          autocomplete="one-time-code"
          inputmode="numeric"
        />
        <Submit>{say('Continue')}</Submit>
      </Form>
      <h2 class="govuk-heading-m">{say('If no code comes')}</h2>
      <p class="govuk-body">
        {say(
          'Wait a few minutes and look where unwanted mail goes. We may have another address or number for you. You can also use the code on one of our letters, or ring us.',
        )}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/code`}>
          {say('Use the code on a letter')}
        </a>
      </p>
    </>,
  );
}

export const codeByMessage = [
  ...screen({ path: '/residents/:slug/code/ask', access: 'site', get, post }),
  ...screen({ path: '/residents/:slug/code/enter', access: 'site', get: getEnter, post: postEnter }),
];
