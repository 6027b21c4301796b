/** Freezes the return of a year: what is frozen is never changed, so the person is stopped once before. */
import type { Period } from '../../reports/measured.js';
import { mayNotFreeze, tsmSheet } from '../../reports/returns/tsm-sheet.js';
import { recordChange } from '../../store/change-trail.js';
import { historyHead } from '../../store/history-head.js';
import { findReturn, freezeReturn } from '../../store/tsm-returns.js';
import { sheetOf } from '../../store/tsm-sheet-of.js';
import { InterruptionCard } from '../ui/components.js';
import { Form, startForm, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { yearIn } from './year-of.js';

const here = (year: Period) => `/reports/returns/tsm/${year.name}`;

async function get(visit: Visit) {
  const year = yearIn(visit);
  return year === null ? notFound : view(visit, year);
}

async function post(visit: Visit) {
  const year = yearIn(visit);
  if (year === null) return notFound;
  if (mayNotFreeze(year, visit.today) !== null) return view(visit, year);
  const frozen = await visit.db(async (trx) => {
    const sheet = await sheetOf(trx, year, visit.today);
    const head = await historyHead(trx);
    const done = await freezeReturn(trx, { yearFrom: year.from, sheet, head, by: visit.staff.id });
    if (done)
      await recordChange(trx, { about: 'returns', words: `Froze the return of ${year.name}`, by: visit.staff.id });
    return done;
  });
  return redirect(here(year), { done: frozen ? 'The return is frozen' : 'The return was frozen before' });
}

async function view(visit: Visit, year: Period) {
  const back = { href: here(year), text: 'The return' };
  const words = mayNotFreeze(year, visit.today);
  if (words !== null) {
    const form = withErrors(startForm(visit), [{ field: null, words }]);
    return page(
      visit,
      { title: 'Freeze the return', section: 'reports', form, back },
      <p class="govuk-body">{words}.</p>,
    );
  }
  const { kept, missing } = await visit.db(async (trx) => ({
    kept: await findReturn(trx, year.from),
    missing: tsmSheet(await sheetOf(trx, year, visit.today)).filter((row) => row.missing).length,
  }));
  if (kept.frozen !== null) return redirect(here(year), { done: 'The return was frozen before' });
  return page(
    visit,
    { title: 'Freeze the return', heading: null, section: 'reports', back },
    <Form visit={visit} action={`${here(year)}/freeze`}>
      <InterruptionCard
        heading={`Freeze the return of ${year.name}?`}
        primaryAction={{ text: 'Freeze it' }}
        secondaryAction={{ text: 'Go back', href: here(year) }}
      >
        <p>
          Its figures are kept as they are now, with where the history stood, and can’t be changed afterwards. What is
          corrected in cases later is not in them.
        </p>
        {missing === 0 ? null : (
          <p>
            {missing} {missing === 1 ? 'row has' : 'rows have'} no figure, and will be frozen as none.
          </p>
        )}
      </InterruptionCard>
    </Form>,
  );
}

export const freezeTsmReturn = screen({ path: '/reports/returns/tsm/:year/freeze', access: ['manager'], get, post });
