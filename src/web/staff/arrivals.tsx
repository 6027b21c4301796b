/** What arrived from residents and waits for somebody to see it: emergencies first, then the oldest. */
import { type ArrivalKind, arrivalKinds, arrivalWords } from '../../complaint/arriving.js';
import { caseWorkers } from '../../complaint/roles.js';
import { countArrivals, waitingArrivals } from '../../store/arrivals.js';
import { together } from '../../store/database.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { knownOfCases } from '../behaviour/know-first.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { screen, type Visit } from '../visit.js';
import { ArrivalList, casesOf } from './arrival-parts.js';

const atOnce = 50;

async function get(visit: Visit) {
  const mine = visit.query.whose === 'mine';
  const kind = arrivalKinds.find((one) => one === visit.query.kind) ?? null;
  const at = pageAsked(visit);
  const filter = {
    ...(mine ? { handler: visit.staff.id } : {}),
    ...(kind === null ? {} : { kinds: [kind] as readonly ArrivalKind[] }),
  };
  const { arrivals, counts, cases, known } = await visit.db(async (trx) => {
    const seen = { ...filter, hidden: await hiddenCases(trx, viewerOf(visit)) };
    const [found, counted] = await together(
      waitingArrivals(trx, { ...seen, most: atOnce, skip: (at - 1) * atOnce }),
      countArrivals(trx, seen),
    );
    return {
      arrivals: found,
      counts: counted,
      cases: await casesOf(trx, found),
      known: await knownOfCases(trx, visit, found),
    };
  });
  return page(
    visit,
    { title: kind === null ? 'From residents' : arrivalWords[kind], section: 'arrivals', wide: true },
    <>
      <p class="govuk-body">
        {mine ? 'Of your own cases. ' : 'Of everybody’s cases. '}
        <a class="govuk-link" href={mine ? '/arrivals' : '/arrivals?whose=mine'}>
          {mine ? 'Show everybody’s' : 'Show only mine'}
        </a>
        {kind === null ? null : (
          <>
            {' '}
            <a class="govuk-link" href="/arrivals">
              Show all kinds
            </a>
          </>
        )}
      </p>
      {counts.waiting === 0 ? (
        <InsetText text="Nothing waits for anybody to see it." />
      ) : (
        <p class="govuk-body">
          {counts.waiting === 1 ? 'One thing waits' : `${counts.waiting} things wait`} to be seen. Emergencies come
          first, then the oldest
          {counts.oldest === null ? null : (
            <>
              , of <DayText day={counts.oldest} />
            </>
          )}
          .
        </p>
      )}
      <ArrivalList arrivals={arrivals} cases={cases} known={known} visit={visit} />
      <Pages at={at} size={atOnce} total={counts.waiting} what="arrivals" href={otherPage(visit, '/arrivals')} />
    </>,
  );
}

export const arrivals = screen({ path: '/arrivals', access: caseWorkers, get });
