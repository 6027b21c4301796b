/** Every bundle, the latest first. */
import { caseWorkers } from '../../complaint/roles.js';
import { listBundles } from '../../store/bundles.js';
import { InsetText, Table, Tag } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { audienceWords, stateOf } from './bundle-words.js';
import { bundlesOpenTo } from './open-bundle.js';

async function get(visit: Visit) {
  const all = await visit.db(async (trx) => bundlesOpenTo(trx, visit, await listBundles(trx)));
  return page(
    visit,
    { title: 'Bundles', section: 'ombudsman', wide: true },
    <>
      <PartsOf section="ombudsman" at="/bundles" visit={visit} />
      <p class="govuk-body">
        Papers put together for somebody outside. A bundle for the Ombudsman begins on the page of its case.
      </p>
      {all.length === 0 ? (
        <InsetText text="There is none yet." />
      ) : (
        <Scroll label="Bundles">
          <Table
            caption="Bundles, the latest first"
            captionClasses="govuk-visually-hidden"
            head={[
              { text: 'Begun' },
              { text: 'For whom' },
              { text: 'About' },
              { text: 'By' },
              { text: 'Where it stands' },
            ]}
            rows={all.map((one) => [
              {
                html: (
                  <a class="govuk-link" href={`/bundles/${one.id}`}>
                    <InstantText at={one.madeAt} />
                  </a>
                ),
              },
              { text: audienceWords[one.audience] },
              { text: one.reference ?? 'One person' },
              { text: one.madeBy ?? 'Command line' },
              { html: <Tag colour={stateOf(one).colour}>{stateOf(one).text}</Tag> },
            ])}
          />
        </Scroll>
      )}
    </>,
  );
}

export const bundleList = screen({ path: '/bundles', access: caseWorkers, get });
