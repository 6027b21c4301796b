/** Whoever fears that somebody else can see their complaint closes every way in at once: links, codes, open browsers. */
import { closeWaysIntoCase } from '../../../../store/close-ways-in.js';
import { Form, Submit } from '../../../ui/forms.js';
import { type ResidentVisit, redirect, screen } from '../../../visit.js';
import { sitePage } from '../site-page.js';

async function get(visit: ResidentVisit) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('Close all links'), back: { href: `${base}/case` } },
    <>
      <p class="govuk-body">{say('Do this if somebody else may have seen a letter or a message of yours.')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say('Every link that we sent you stops working.')}</li>
        <li>{say('The code on your letters stops working. Our next letter has a new one.')}</li>
        <li>{say('Every browser that is signed in as you is signed out, this one too.')}</li>
      </ul>
      <p class="govuk-body">
        {say(
          'Your complaint goes on. You can come in again with a code that we send you when you ask for it, or ring us.',
        )}
      </p>
      <Form visit={visit}>
        <Submit warning>{say('Close all links')}</Submit>
      </Form>
    </>,
  );
}

async function post(visit: ResidentVisit) {
  const { caseId, person } = visit.resident;
  if (caseId !== null && person !== null) {
    await visit.db((trx) => closeWaysIntoCase(trx, caseId, person, 'closed-by-resident'));
  }
  return redirect(visit.base, {
    done: visit.say('All links and codes are closed, and you are signed out everywhere'),
    resident: { end: 'all' },
  });
}

export const closeLinks = screen({ path: '/residents/:slug/close-links', access: 'resident', get, post });
