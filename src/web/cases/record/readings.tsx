/** Who has opened a case, its documents and its letters, and to whom it was opened: for managers. */
import { grantsOf } from '../../../store/case-grants.js';
import { readingsOf, type WhatIsRead } from '../../../store/reads.js';
import { InsetText, Table } from '../../ui/components.js';
import { InstantText } from '../../ui/dates.js';
import { page } from '../../ui/frame.js';
import { Scroll } from '../../ui/scroll.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { showCase, staffName } from '../case-shown.js';
import { GrantText } from './grants.js';

const readWords: Record<WhatIsRead, string> = {
  case: 'Opened the case',
  document: 'Opened a document',
  person: 'Opened the person’s details',
  letter: 'Opened a letter',
  search: 'Found it in a search',
  export: 'Took it out in an export',
};

const most = 500;

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const { readings, grants } = await visit.db(async (trx) => ({
    readings: await readingsOf(trx, shown.case.id, most),
    grants: await grantsOf(trx, shown.case.id),
  }));
  const { reference } = shown.case;
  return page(
    visit,
    {
      title: 'Who has read this case',
      section: 'cases',
      wide: true,
      back: { href: casePath(reference, '/history'), text: `Back to ${reference}` },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <h2 class="govuk-heading-m">Opened to the member responsible for complaints</h2>
      {grants.length === 0 ? <p class="govuk-body">It was opened to nobody.</p> : null}
      <ul class="app-list">
        {grants.map((grant) => (
          <li key={grant.id} class="app-list__item">
            <GrantText grant={grant} shown={shown} />
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">Read by</h2>
      {readings.length === most ? <InsetText text={`The last ${most} are shown.`} /> : null}
      <Scroll label="Who has read this case">
        <Table
          caption="Who has read this case, the latest first"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Who' }, { text: 'What' }, { text: 'When' }]}
          rows={readings.map(({ staff, what, at, about }) => {
            const name = about === null ? null : (shown.file.documents.get(about as never)?.name ?? null);
            return [
              { text: staffName(shown, staff) },
              { text: name === null ? readWords[what] : `${readWords[what]}: ${name}` },
              { html: <InstantText at={at} /> },
            ];
          })}
        />
      </Scroll>
    </>,
  );
}

export const caseReadings = screen({ path: '/cases/:reference/readings', access: ['manager'], get });
