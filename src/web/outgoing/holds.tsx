/** The cases that are held while lawyers advise: the hold to be looked at first on top. */
import { listHolds } from '../../store/case-holds.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, Table } from '../ui/components.js';
import { Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';

async function get(visit: Visit) {
  const holds = await visit.db(async (trx) => listHolds(trx, await hiddenCases(trx, viewerOf(visit))));
  return page(
    visit,
    { title: 'Held while lawyers advise', section: 'cases', wide: true },
    <>
      <p class="govuk-body">Nothing leaves these cases by itself. The clocks of the Code go on.</p>
      {holds.length === 0 ? (
        <InsetText text="No case is held." />
      ) : (
        <Scroll label="Cases that are held">
          <Table
            caption="Cases that are held"
            captionClasses="govuk-visually-hidden"
            head={[{ text: 'Case' }, { text: 'Who decides' }, { text: 'Why' }, { text: 'Looked at again' }]}
            rows={holds.map(({ reference, namedName, reason, reviewOn }) => [
              {
                html: (
                  <a class="govuk-link" href={`/cases/${reference}/hold`}>
                    {reference}
                  </a>
                ),
              },
              { text: namedName },
              { text: reason },
              { html: <Due words={dueWords(reviewOn, visit.today, visit.rules.calendar)} day={reviewOn} /> },
            ])}
          />
        </Scroll>
      )}
    </>,
  );
}

export const holds = screen({ path: '/holds', access: ['manager'], get });
