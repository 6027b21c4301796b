/** The pages of the policy on the residents' site: what is published, by whom, and whether what the Code wants is there. */
import type { VNode } from 'preact';
import { policyPageFacts, policyPages } from '../../assess/policy/pages.js';
import { checkSite } from '../../assess/policy/site-check.js';
import { inShortWords } from '../../facts/days.js';
import { type PolicyVersion, publishedPages } from '../../store/policy-pages.js';
import { publicSlug } from '../../store/publications.js';
import { readSiteFacts } from '../../store/site-check.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { CheckShown } from './check-shown.js';
import { pageHref, writers } from './page-words.js';

async function get(visit: Visit) {
  const { published, facts, slug } = await visit.db(async (trx) => ({
    published: await publishedPages(trx),
    facts: await readSiteFacts(trx, visit.today),
    slug: await publicSlug(trx),
  }));
  const checked = checkSite(facts);
  return page(
    visit,
    {
      title: 'Policy pages',
      section: 'assessment',
      wide: true,
      back: { href: '/self-assessment', text: 'Self-assessments' },
    },
    <>
      <p class="govuk-body">
        What residents read about complaints on{' '}
        <a class="govuk-link" href={`/residents/${slug}/policies`}>
          your site
        </a>
        . Each version stays readable as it was published.
      </p>
      <Pages published={published} />
      <h2 class="govuk-heading-m">What the Code wants, and is missing</h2>
      <p class="govuk-body">
        {checked.open === 0
          ? 'Nothing is missing.'
          : `${checked.open === 1 ? '1 thing is' : `${checked.open} things are`} missing or to be looked at. It is a reading by rules: it saves nobody from reading the policy.`}
      </p>
      <CheckShown checked={checked} />
    </>,
  );
}

function Pages({ published }: { readonly published: readonly PolicyVersion[] }): VNode {
  return (
    <Scroll label="Policy pages">
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">Policy pages</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['Page', 'Published', 'By', 'The Code'].map((head) => (
              <th key={head} scope="col" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {policyPages.map((one) => {
            const held = published.find((version) => version.page === one);
            const { title, provisions, standsAlone } = policyPageFacts[one];
            return (
              <tr key={one} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={pageHref(one)}>
                    {title}
                  </a>
                </th>
                <td class="govuk-table__cell">
                  {held !== undefined
                    ? `Version ${held.version}, ${inShortWords(held.publishedOn)}`
                    : standsAlone
                      ? 'Nothing of your own yet'
                      : 'Not yet'}
                </td>
                <td class="govuk-table__cell">{held?.publishedBy ?? ''}</td>
                <td class="govuk-table__cell">{provisions.join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

export const policyPagesList = screen({ path: '/policy-pages', access: writers, get });
