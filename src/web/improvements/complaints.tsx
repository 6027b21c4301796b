/** The complaints behind a number of an improvement: those of a span of days that fit what it is to stop. */
import { addDays, inWords, parseDay } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import { effectSpans } from '../../reports/improvement-effect.js';
import { aimedCases } from '../../store/improvement-effect.js';
import { caseRows } from '../../store/register.js';
import { onlyOpen } from '../cases/case-shown.js';
import { CaseTable } from '../staff/case-list.js';
import { readNames } from '../staff/names.js';
import { InsetText } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, screen, type Visit } from '../visit.js';
import { improvementAsked, improvementPage, readers } from './frame.js';
import { aimedWords } from './words.js';

const most = 200;

async function get(visit: Visit) {
  const one = await improvementAsked(visit);
  if (one === null || one.doneOn === null) return notFound;
  const spans = effectSpans(one.doneOn, one.weeks, visit.today);
  const from = parseDay(visit.query.from ?? '') ?? spans?.before.from ?? addDays(one.doneOn, -one.weeks * 7);
  const until = parseDay(visit.query.until ?? '') ?? visit.today;
  const { open, others, rows, names } = await visit.db(async (trx) => {
    const ids = await aimedCases(trx, one.aimed, { from, until }, most);
    const seen = await onlyOpen(
      trx,
      visit,
      ids.map((caseId: CaseId) => ({ caseId })),
    );
    const shown = seen.open.map(({ caseId }) => caseId);
    return { ...seen, rows: await caseRows(trx, shown), names: await readNames(trx) };
  });
  const list = open.flatMap(({ caseId }) => rows.get(caseId) ?? []);
  return improvementPage(
    visit,
    one,
    { title: 'The complaints behind the number', wide: true },
    <>
      <p class="govuk-body">
        Complaints received from {inWords(from)} to {inWords(until)} with {aimedWords(one.aimed)}. It was done on{' '}
        {inWords(one.doneOn)}.
      </p>
      {list.length === 0 ? (
        <InsetText text={others === 0 ? 'There is none.' : `There are ${others}, none of which you may open.`} />
      ) : (
        <Scroll label="The complaints behind the number">
          <CaseTable rows={list} names={names} visit={visit} caption="The complaints behind the number" />
        </Scroll>
      )}
      {list.length > 0 && others > 0 ? <p class="govuk-body">And {others} that you may not open.</p> : null}
      {open.length + others === most ? <p class="govuk-body">The newest {most} are shown.</p> : null}
    </>,
  );
}

export const improvementComplaints = screen({ path: '/improvements/:improvement/complaints', access: readers, get });
