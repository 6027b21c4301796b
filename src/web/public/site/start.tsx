/** Where a landlord's site begins: what a resident can do here, without an account. */
import { letterheadIn } from '../../../store/landlord-settings.js';
import { standsOnSite } from '../../../store/sharing/texts.js';
import { Button } from '../../ui/components.js';
import { type SiteVisit, screen } from '../../visit.js';
import { sitePage } from './site-page.js';

async function get(visit: SiteVisit) {
  const { say, base, site } = visit;
  const { phone, email, address } = letterheadIn(visit.landlord.settings);
  const told = await visit.db(standsOnSite);
  const post = site.address.length > 0 ? site.address : address;
  return sitePage(
    visit,
    { title: say('Tell us what is wrong, or follow what you told us') },
    <>
      {site.emergency.phone === '' ? null : (
        <div class="govuk-inset-text">
          <p class="govuk-body govuk-!-font-weight-bold">{say('Is somebody in danger now?')}</p>
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href={`tel:${site.emergency.phone.replace(/[^0-9+]/g, '')}`}>
              {say('Ring {phone}', { phone: site.emergency.phone })}
            </a>
            {site.emergency.hours === '' ? '' : `: ${site.emergency.hours}`}
          </p>
        </div>
      )}
      <h2 class="govuk-heading-m">{say('Tell us')}</h2>
      <p class="govuk-body">
        {say('You need no account, and you do not have to call it a complaint. Somebody else can do it for you.')}
      </p>
      <Button href={`${base}/complain`} isStartButton>
        {say('Make a complaint')}
      </Button>
      <ul class="govuk-list app-site__starts">
        <li>
          <a class="govuk-link" href={`${base}/complain?about=service`}>
            {say('Ask for a repair or another service')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${base}/complain?about=thanks`}>
            {say('Say thank you')}
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{say('Follow what you told us')}</h2>
      <ul class="govuk-list app-site__starts">
        <li>
          <a class="govuk-link" href={`${base}/code`}>
            {say('See your complaint, answer us or add something')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${base}/follow`}>
            {say('See only how far we are, with your reference and postcode')}
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{say('Other ways to reach us')}</h2>
      <ul class="govuk-list">
        {phone === '' ? null : <li>{say('Phone: {phone}', { phone })}</li>}
        {email === '' ? null : <li>{say('Email: {email}', { email })}</li>}
        {post.length === 0 ? null : <li>{say('Post: {address}', { address: post.join(', ') })}</li>}
        <li>{say('Or tell anybody who works for us')}</li>
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/policies`}>
          {say('How we deal with complaints')}
        </a>
      </p>
      {told ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/you-said-we-did`}>
            {say('You said, we did: what complaints have changed')}
          </a>
        </p>
      ) : null}
    </>,
  );
}

export const siteStart = screen({ path: '/residents/:slug', access: 'site', get });
