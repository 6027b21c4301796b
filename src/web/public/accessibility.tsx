/** What works for whom, what does not yet, and whom to tell. docs/accessibility.md says how it was tried. */
import { letterheadIn } from '../../store/landlord-settings.js';
import { page } from '../ui/frame.js';
import { type PublicVisit, screen } from '../visit.js';

async function get(visit: PublicVisit) {
  const letterhead = letterheadIn(visit.landlord?.settings ?? {});
  return page(
    visit,
    { title: 'Accessibility' },
    <>
      <p class="govuk-body-l">As many people as possible should be able to use these pages.</p>
      <p class="govuk-body">You should be able to:</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>use every page with a keyboard, or by speech</li>
        <li>zoom in to 400% without text running off the page</li>
        <li>use a screen reader</li>
        <li>change colours and contrast by your device’s settings</li>
        <li>do everything with JavaScript switched off</li>
      </ul>
      <p class="govuk-body">
        They are made to meet the Web Content Accessibility Guidelines 2.2 at level AA, and each is checked by machine
        for what a machine can find. They have not been audited by people who use assistive technology every day.
      </p>
      <h2 class="govuk-heading-m">If something does not work for you</h2>
      {letterhead.phone || letterhead.email ? (
        <p class="govuk-body">
          Tell {visit.landlord?.name}
          {letterhead.phone ? `, by phone on ${letterhead.phone}` : ''}
          {letterhead.email ? `, by email to ${letterhead.email}` : ''}. You can also ask for anything here in another
          form, such as large print, and you can always complain by phone or in person instead.
        </p>
      ) : (
        <p class="govuk-body">
          Tell your landlord. You can also ask for anything here in another form, such as large print, and you can
          always complain by phone or in person instead.
        </p>
      )}
    </>,
  );
}

export const accessibility = screen({ path: '/accessibility', access: 'public', get });
