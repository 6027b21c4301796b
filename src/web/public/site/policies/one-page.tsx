/** A page of the policy as it holds, and each earlier version as it was. */
import type { VNode } from 'preact';
import { type PolicyPage, policyPageFacts, policyPageOf } from '../../../../assess/policy/pages.js';
import { type PolicyVersion, versionsOfPage } from '../../../../store/policy-pages.js';
import { listPublications } from '../../../../store/publications.js';
import type { FormState } from '../../../ui/forms.js';
import { notFound, type SiteVisit, screen } from '../../../visit.js';
import { sitePage } from '../site-page.js';
import { Adjustments, Definition, Ombudsman, TheCode } from './own-parts.js';
import { PolicyText } from './page-parts.js';
import { pageTitles } from './policy-words.js';
import { stagesShown } from './stages.js';

async function get(visit: SiteVisit) {
  const page = policyPageOf(visit.params.page ?? '');
  if (page === null) return notFound;
  const { versions, published } = await visit.db(async (trx) => ({
    versions: await versionsOfPage(trx, page),
    published: page === 'code' && (await listPublications(trx)).length > 0,
  }));
  const [now] = versions;
  if (now === undefined && !policyPageFacts[page].standsAlone) return notFound;
  const { say, base } = visit;
  const own = await ownPart(visit, page, published);
  return sitePage(
    visit,
    {
      title: say(pageTitles[page]),
      back: { href: `${base}/policies` },
      ...(own.form === undefined ? {} : { form: own.form }),
    },
    <>
      {own.body}
      {now === undefined ? null : <PolicyText body={now.body} />}
      {now === undefined ? null : <Versions visit={visit} page={page} versions={versions} />}
    </>,
  );
}

async function ownPart(
  visit: SiteVisit,
  page: PolicyPage,
  published: boolean,
): Promise<{ readonly body: VNode | null; readonly form?: FormState }> {
  switch (page) {
    case 'policy':
      return { body: <Definition visit={visit} /> };
    case 'stages':
      return stagesShown(visit);
    case 'adjustments':
      return { body: <Adjustments visit={visit} /> };
    case 'ombudsman':
      return { body: <Ombudsman visit={visit} /> };
    case 'code':
      return { body: <TheCode visit={visit} published={published} /> };
    case 'behaviour':
      return { body: null };
    default:
      return page satisfies never;
  }
}

function Versions({
  visit,
  page,
  versions,
}: {
  readonly visit: SiteVisit;
  readonly page: PolicyPage;
  readonly versions: readonly PolicyVersion[];
}): VNode {
  const { say, base } = visit;
  const [now, ...earlier] = versions;
  return (
    <>
      {now === undefined ? null : (
        <p class="govuk-body-s">
          {say('Version {number}, published on {date}.', { number: now.version, date: say.day(now.publishedOn) })}
        </p>
      )}
      {earlier.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-s">{say('Earlier versions')}</h2>
          <ul class="govuk-list">
            {earlier.map(({ version, publishedOn }) => (
              <li key={version}>
                <a class="govuk-link" href={`${base}/policies/${page}/versions/${version}`}>
                  {say('Version {number}, published on {date}', { number: version, date: say.day(publishedOn) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

async function getVersion(visit: SiteVisit) {
  const page = policyPageOf(visit.params.page ?? '');
  if (page === null) return notFound;
  const versions = await visit.db((trx) => versionsOfPage(trx, page));
  const found = versions.find(({ version }) => String(version) === visit.params.version);
  const [now] = versions;
  if (found === undefined || now === undefined) return notFound;
  const { say, base } = visit;
  return sitePage(
    visit,
    {
      title: say('{title}, version {number}', { title: say(pageTitles[page]), number: found.version }),
      back: { href: `${base}/policies/${page}` },
    },
    <>
      <div class="govuk-inset-text">
        {found.version === now.version
          ? say('This is the version that holds, published on {date}.', { date: say.day(found.publishedOn) })
          : say('This version held from {date}. A later one has taken its place.', {
              date: say.day(found.publishedOn),
            })}
      </div>
      {page === 'policy' || page === 'code' ? <Definition visit={visit} /> : null}
      <PolicyText body={found.body} />
    </>,
  );
}

export const policyPage = screen({ path: '/residents/:slug/policies/:page', access: 'site', get });
export const policyPageVersion = screen({
  path: '/residents/:slug/policies/:page/versions/:version',
  access: 'site',
  get: getVersion,
});
