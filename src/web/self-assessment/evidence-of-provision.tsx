/** What the cases of a year show of one provision, on a page of its own. */
import { dutyOf, provisionNumbers } from '../../law/mapping/mapping.js';
import { editions } from '../../law/words.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { page } from '../ui/frame.js';
import { pageAsked } from '../ui/pages.js';
import { notFound, screen, type Visit } from '../visit.js';
import { yearOfEvidence } from './evidence-year.js';
import { LiveEvidence, readLiveEvidence } from './live-evidence.js';

const each = 25;

async function get(visit: Visit) {
  const edition = editions.find((one) => one === visit.params.edition);
  const provision = visit.params.provision ?? '';
  if (edition === undefined || !provisionNumbers(edition).includes(provision)) return notFound;
  const period = yearOfEvidence(visit);
  const { seed } = visit.query;
  const shown = await visit.db(async (trx) =>
    readLiveEvidence(trx, {
      edition,
      provision,
      period,
      today: visit.today,
      seed: typeof seed === 'string' && /^[\w-]{1,40}$/.test(seed) ? seed : null,
      page: pageAsked(visit),
      each,
      hidden: await hiddenCases(trx, viewerOfRows(visit)),
    }),
  );
  return page(
    visit,
    {
      title: `${provision}, cases of ${period.name}`,
      caption: `Code of ${edition}`,
      section: 'assessment',
      wide: true,
      crumbs: [
        { text: 'Self-assessments', href: '/self-assessment' },
        {
          text: 'What the cases show',
          href: `/self-assessment/evidence-of-cases?edition=${edition}&year=${period.from.slice(0, 4)}`,
        },
      ],
    },
    <>
      <section class="app-code">
        <h2 class="govuk-heading-s">What the Code asks ({provision})</h2>
        <p class="govuk-body">{dutyOf(edition, provision)}</p>
      </section>
      <LiveEvidence visit={visit} shown={shown} />
    </>,
  );
}

export const evidenceOfProvision = screen({
  path: '/self-assessment/evidence-of-cases/:edition/:provision',
  access: 'signed-in',
  get,
});
