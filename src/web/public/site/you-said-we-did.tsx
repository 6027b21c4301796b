/** What residents said and what was done: each text as it was published, the newest first, in the landlord's own words. */
import { readLog } from '../../../store/sharing/texts.js';
import { type SiteVisit, screen } from '../../visit.js';
import { sitePage } from './site-page.js';

async function get(visit: SiteVisit) {
  const { say, base } = visit;
  const texts = await visit.db((trx) => readLog(trx, { site: true }));
  return sitePage(
    visit,
    { title: say('You said, we did'), back: { href: base } },
    texts.length === 0 ? (
      <p class="govuk-body">{say('Nothing stands here yet.')}</p>
    ) : (
      texts.map((text) => (
        <section key={text.id} aria-labelledby={`text-${text.id}`}>
          <h2 class="govuk-heading-m" id={`text-${text.id}`} lang="en">
            {text.title}
          </h2>
          <p class="govuk-body-s">{say('Published on {day}', { day: say.day(text.sharedOn) })}</p>
          {text.opening === '' ? null : (
            <p class="govuk-body" lang="en">
              {text.opening}
            </p>
          )}
          {text.items.map((item, at) => (
            <div key={at}>
              {item.area === '' ? null : (
                <h3 class="govuk-heading-s" lang="en">
                  {item.area}
                </h3>
              )}
              <p class="govuk-body">
                <strong>{say('You said:')}</strong> <span lang="en">{item.said}</span>
              </p>
              <p class="govuk-body">
                <strong>{say('We did:')}</strong> <span lang="en">{item.did}</span>
              </p>
            </div>
          ))}
        </section>
      ))
    ),
  );
}

export const youSaidWeDid = screen({ path: '/residents/:slug/you-said-we-did', access: 'site', get });
