/** What works for whom on the residents' site, what does not yet, and whom to tell. */
import { letterheadIn } from '../../../store/landlord-settings.js';
import { type SiteVisit, screen } from '../../visit.js';
import { sitePage } from './site-page.js';

async function get(visit: SiteVisit) {
  const { say, base } = visit;
  const { phone, email } = letterheadIn(visit.landlord.settings);
  return sitePage(
    visit,
    { title: say('Accessibility'), back: { href: base } },
    <>
      <p class="govuk-body-l">{say('As many people as possible should be able to use these pages.')}</p>
      <p class="govuk-body">{say('You should be able to:')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say('use every page with a keyboard, or by speech')}</li>
        <li>{say('zoom in to 400% without text running off the page')}</li>
        <li>{say('use a screen reader')}</li>
        <li>{say('change colours and contrast by your device’s settings')}</li>
        <li>{say('do everything with JavaScript switched off')}</li>
      </ul>
      <p class="govuk-body">
        {say(
          'They are made to meet the Web Content Accessibility Guidelines 2.2 at level AA, and each is checked by machine for what a machine can find. They have not been audited by people who use assistive technology every day.',
        )}
      </p>
      <h2 class="govuk-heading-m">{say('If something does not work for you')}</h2>
      <p class="govuk-body">
        {say(
          'Tell us. You can ask for anything here in another form, such as large print, and you can always complain by phone or in person instead.',
        )}
      </p>
      <ul class="govuk-list">
        {phone === '' ? null : <li>{say('Phone: {phone}', { phone })}</li>}
        {email === '' ? null : <li>{say('Email: {email}', { email })}</li>}
      </ul>
    </>,
  );
}

export const siteAccessibility = screen({ path: '/residents/:slug/accessibility', access: 'site', get });
