/** What stands on a landlord's site, gathered for holding it against the Code. */
import type { PolicyPage } from '../assess/policy/pages.js';
import type { SiteFacts } from '../assess/policy/site-check.js';
import type { Day } from '../facts/days.js';
import { editionOn } from '../law/in-force.js';
import { financialYear, yearOf } from '../reports/period.js';
import type { Trx } from './database.js';
import { publishedPages } from './policy-pages.js';
import { listPublications, type PublicationKind } from './publications.js';
import { readSite } from './site-settings.js';

/** As the site stands on a day; `instead` takes the place of a page's text, to see what publishing it would give. */
export async function readSiteFacts(
  trx: Trx,
  today: Day,
  instead: Readonly<Partial<Record<PolicyPage, string>>> = {},
): Promise<SiteFacts> {
  const pages = await publishedPages(trx);
  const publications = await listPublications(trx);
  const years = (kind: PublicationKind) => [
    ...new Set(
      publications
        .filter((one) => one.kind === kind && one.takenDownOn === null)
        .map(({ period }) => period)
        .sort()
        .reverse(),
    ),
  ];
  return {
    edition: editionOn(today) ?? '2024',
    pages: { ...Object.fromEntries(pages.map(({ page, body }) => [page, body])), ...instead },
    selfAssessments: years('self-assessment'),
    annualReports: years('annual-report'),
    governingBodyResponses: years('governing-body-response'),
    dueYear: dueYearOn(today),
    open: (await readSite(trx)).open,
  };
}

/** The last reporting year whose documents are due by then: a year's are due by 30 September after it. */
function dueYearOn(today: Day): string {
  const begins = yearOf(today);
  return financialYear(today.slice(5) > '09-30' || today.slice(5) < '04-01' ? begins - 1 : begins - 2).name;
}
