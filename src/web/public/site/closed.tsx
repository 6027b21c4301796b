/** A site that its landlord has closed says how to reach the landlord all the same. */
import { letterheadIn } from '../../../store/landlord-settings.js';
import type { Page, SiteVisit } from '../../visit.js';
import { sitePage } from './site-page.js';

/** What every address of a closed site answers. */
export function closedPage(visit: SiteVisit): Page {
  const { say } = visit;
  const { phone, email, address } = letterheadIn(visit.landlord.settings);
  const post = visit.site.address.length > 0 ? visit.site.address : address;
  return sitePage(
    visit,
    { title: say('These pages are closed at the moment'), status: 503 },
    <>
      <p class="govuk-body">
        {say('You can still complain, ask for something or find out what happens with your complaint.')}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {phone === '' ? null : <li>{say('Ring us on {phone}', { phone })}</li>}
        {email === '' ? null : <li>{say('Email {email}', { email })}</li>}
        {post.length === 0 ? null : <li>{say('Write to us: {address}', { address: post.join(', ') })}</li>}
        <li>{say('Tell anybody who works for us')}</li>
      </ul>
    </>,
  );
}
