/** Save and come back: a link to one address, without any of the words. It opens the answers and nothing else. */
import { z } from 'zod';
import { firstUnanswered } from '../../../complaint/telling/questions.js';
import { useForm } from '../../../store/form-use.js';
import { queueMessage } from '../../../store/outbox.js';
import { draftDays } from '../../../store/resident-sessions.js';
import { waysOpen } from '../../../store/ways-out.js';
import { Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../../ui/forms.js';
import { type Answer, notFound, redirect, type SiteVisit, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { notHere } from './asking.js';
import { draftOf, pathTo } from './draft.js';
import { PrivacyNotice } from './privacy.js';
import { emailOrNothing } from './reach-fields.js';

async function get(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  return view(visit, startForm(visit, { email: draft.told.you.email }));
}

async function post(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  // Where no e-mail leaves, nobody is told to wait for one.
  if (!(await linksGo(visit))) return view(visit, startForm(visit));
  const read = readForm(z.object({ email: emailOrNothing(say) }), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { email } = read.value;
  if (email === null)
    return view(
      visit,
      withErrors(read.form, [{ field: 'email', words: say('Enter the address that the link goes to') }]),
    );
  const wait = await visit.db(async (trx) => {
    const uses = await useForm(trx, { what: 'link', by: email });
    if (uses.wait > 0) return uses.wait;
    // One form can't be made to write to one stranger after another either.
    const fromThis = await useForm(trx, { what: 'link', by: `draft ${draft.id}` });
    if (fromThis.wait > 0) return fromThis.wait;
    await queueMessage(trx, {
      key: `draft-link:${draft.id}:${visit.now}`,
      purpose: 'draft-link',
      caseId: null,
      to: { way: { kind: 'email', value: email } },
      subject: say('Go on with what you began to tell {landlord}', { landlord: visit.landlord.name }),
      body: [
        say('Go on here: {link}', { link: '{link}' }),
        say('The link works for {days} days. After that, what you began is erased. Nothing was sent to us yet.', {
          days: draftDays,
        }),
        say('If this was not you, do nothing: somebody gave your address by mistake.'),
      ].join('\n\n'),
      link: { purpose: 'draft', person: null, about: draft.id, forDays: draftDays },
      now: new Date(visit.now),
    });
    return 0;
  });
  if (wait > 0)
    return view(
      visit,
      withErrors(read.form, [
        {
          field: 'email',
          words: say('Enough links were sent for now. Look at the last one, or try again in {minutes} minutes', {
            minutes: wait,
          }),
        },
      ]),
    );
  return redirect(pathTo(visit, 'saved'));
}

/** Whether an e-mail can leave here at all. */
async function linksGo(visit: SiteVisit): Promise<boolean> {
  return (await visit.db((trx) => waysOpen(trx, visit.house.sendsMail))).email !== null;
}

async function view(visit: SiteVisit, form: FormState) {
  const { say } = visit;
  const links = await linksGo(visit);
  return sitePage(
    visit,
    { title: say('Save and come back later'), form, back: { href: pathTo(visit, 'check') } },
    <>
      <p class="govuk-body">
        {say(
          'All you have written is saved already, in this browser, for {days} days. It is not received by us until you send it.',
          { days: draftDays },
        )}
      </p>
      {links ? (
        <>
          <p class="govuk-body">{say('We can send you a link, so that you can go on elsewhere.')}</p>
          <Form visit={visit}>
            <TextField
              form={form}
              name="email"
              label={say('Your email address')}
              hint={say('Only you should be able to read what comes there. The message has none of your words in it.')}
              type="email"
              autocomplete="email"
              spellcheck={false}
            />
            <Submit>{say('Send me the link')}</Submit>
          </Form>
        </>
      ) : (
        <p class="govuk-body">
          {say(
            'We can send no links at the moment, so you can go on only here: come back to our site in this browser, on this computer or phone.',
          )}{' '}
          <a class="govuk-link" href={pathTo(visit, 'continue')}>
            {say('Go on now')}
          </a>
        </p>
      )}
      <Form visit={visit} action={pathTo(visit, 'remove')} id="remove">
        <p class="govuk-body">
          {say('If others use this computer or phone, they could read it here. You can erase it at once.')}
        </p>
        <Submit secondary>{say('Erase what I have written')}</Submit>
      </Form>
      <PrivacyNotice visit={visit} />
    </>,
  );
}

async function saved(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  const { say } = visit;
  return sitePage(
    visit,
    { title: say('A link is on its way') },
    <>
      <p class="govuk-body">
        {say('It works for {days} days; then all you have written is erased.', { days: draftDays })}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={pathTo(visit, firstUnanswered(draft.told) ?? 'check')}>
          {say('Go on now')}
        </a>
      </p>
      <Form visit={visit} id="leave">
        <p class="govuk-body">
          {say(
            'If others use this computer or phone, take it off here. You then come back to it by the link and in no other way.',
          )}
        </p>
        <Submit secondary>{say('Take it off this computer or phone')}</Submit>
      </Form>
    </>,
  );
}

/** Lets this browser out; what was written waits for whoever has the link. */
async function takenOff(visit: SiteVisit): Promise<Answer> {
  return redirect(visit.base, {
    resident: { end: 'draft' },
    done: visit.say('What you had written is no longer on this computer or phone'),
  });
}

/** Where the link leads once its button was pressed. */
async function goOn(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  const next = firstUnanswered(draft.told);
  return redirect(pathTo(visit, next === null || draft.told.points.length > 0 ? (next ?? 'check') : 'points'));
}

const place = { access: 'site', purposes: ['draft'] } as const;
export const saveRoutes = [
  ...screen({ ...place, path: '/residents/:slug/complain/save', get, post }),
  ...screen({ ...place, path: '/residents/:slug/complain/saved', get: saved, post: takenOff }),
  ...screen({ ...place, path: '/residents/:slug/complain/continue', get: goOn }),
];
