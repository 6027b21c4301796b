/** The pages of the policy, in the order in which somebody who complains needs them. */
import { publishedPages } from '../../../../store/policy-pages.js';
import { listPublications } from '../../../../store/publications.js';
import { type SiteVisit, screen } from '../../../visit.js';
import { sitePage } from '../site-page.js';
import { pagesToRead, pageTitles } from './policy-words.js';

async function get(visit: SiteVisit) {
  const { say, base } = visit;
  const { pages, published } = await visit.db(async (trx) => ({
    pages: (await publishedPages(trx)).map(({ page }) => page),
    published: (await listPublications(trx)).length > 0,
  }));
  return sitePage(
    visit,
    { title: say('How we deal with complaints'), back: { href: base } },
    <>
      <ul class="govuk-list govuk-list--spaced">
        {pagesToRead(pages).map((page) => (
          <li key={page}>
            <a class="govuk-link" href={`${base}/policies/${page}`}>
              {say(pageTitles[page])}
            </a>
          </li>
        ))}
        {published ? (
          <li>
            <a class="govuk-link" href={`/published/${visit.slug}`}>
              {say('Our reports and self-assessments')}
            </a>
          </li>
        ) : null}
      </ul>
      <p class="govuk-body">
        {say('Do you want any of this in large print, in another language or read out? Ask us, and we will see to it.')}
      </p>
    </>,
  );
}

export const policiesIndex = screen({ path: '/residents/:slug/policies', access: 'site', get });
