/**
 * A link that somebody got by e-mail or text. Looking at it changes and spends nothing, since mail scanners look at every
 * link; the button exchanges it for a cookie, and the address that held it is left behind.
 */
import { exchangeLink, type LinkFound, type LinkPurpose, peekLink } from '../../../../store/resident-links.js';
import { Form, Submit } from '../../../ui/forms.js';
import { redirect, type SiteVisit, screen } from '../../../visit.js';
import { type Say, sentence } from '../say.js';
import { sitePage } from '../site-page.js';

/** Where each leads, under the site's own address. */
const leadsTo: Readonly<Record<LinkPurpose, string>> = {
  draft: '/complain/continue',
  follow: '/case',
  promise: '/promise',
  survey: '/survey',
  authority: '/authority',
  'survey-stop': '/survey/stop',
};

const words: Readonly<Record<LinkPurpose, { readonly title: string; readonly button: string }>> = {
  draft: { title: sentence('Go on with what you began'), button: sentence('Go on') },
  follow: { title: sentence('See your complaint'), button: sentence('See your complaint') },
  promise: { title: sentence('Tell us whether it happened'), button: sentence('Continue') },
  survey: { title: sentence('Tell us how we did'), button: sentence('Continue') },
  authority: { title: sentence('Say who may act for you'), button: sentence('Continue') },
  'survey-stop': { title: sentence('Get no more questions from us'), button: sentence('Continue') },
};

async function get(visit: SiteVisit) {
  const link = await visit.db((trx) => peekLink(trx, visit.params.secret ?? '', new Date(visit.now)));
  return link === null ? noLonger(visit) : offer(visit, link);
}

async function post(visit: SiteVisit) {
  const found = await visit.db((trx) => exchangeLink(trx, visit.params.secret ?? '', new Date(visit.now)));
  if (found === null) return noLonger(visit);
  const { purpose, secret } = found;
  return redirect(`${visit.base}${leadsTo[purpose]}`, {
    resident: { purpose, landlordId: visit.landlord.id, secret },
  });
}

function offer(visit: SiteVisit, { purpose }: LinkFound) {
  const { title, button } = words[purpose];
  const { say } = visit;
  return sitePage(
    visit,
    { title: say(title) },
    <Form visit={visit}>
      <p class="govuk-body">{say('Go on only if you are the person we sent this link to.')}</p>
      <Submit>{say(button)}</Submit>
    </Form>,
  );
}

/** Used, over, closed and never made are told alike. */
function noLonger(visit: SiteVisit) {
  const { say, base } = visit;
  return sitePage(
    visit,
    { title: say('This link does not work any more'), status: 410 },
    <>
      <p class="govuk-body">
        {say('It may have been used already, be too old, or have been closed. Nothing that you told us is lost.')}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/code`}>
          {say('See your complaint with the code on one of our letters')}
        </a>
      </p>
      <Reach say={say} base={base} />
    </>,
  );
}

function Reach({ say, base }: { readonly say: Say; readonly base: string }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={base}>
        {say('Tell us about something new')}
      </a>
    </p>
  );
}

export const residentLink = screen({ path: '/residents/:slug/link/:secret', access: 'site', get, post });
