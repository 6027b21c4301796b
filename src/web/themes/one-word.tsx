/** One word of residents: its months, and the cases that have it, for those who may open them. */
import { caseReaders } from '../../complaint/roles.js';
import { monthsShown, trendChart, trendsOf } from '../../reports/themes/group-trends.js';
import { monthsTo } from '../../reports/themes/months.js';
import { wordsIn } from '../../reports/themes/terms.js';
import { leaveOut } from '../../store/themes/left-out.js';
import { readTerm } from '../../store/themes/term-counts.js';
import { readNames } from '../staff/names.js';
import { Figure } from '../ui/chart.js';
import { Form, Submit } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { CasesBehind, drill } from './drilled.js';
import { monthOf, themeHref, themePage } from './theme-frame.js';

function idAsked(visit: Visit): number {
  const id = Number(visit.params.id);
  return Number.isSafeInteger(id) && id > 0 && id <= 2_147_483_647 ? id : 0;
}

async function get(visit: Visit) {
  const latest = monthOf(visit);
  const months = monthsTo(latest, monthsShown);
  const between = { from: (months[0] ?? latest).month, until: latest.until };
  const found = await visit.db(async (trx) => {
    const term = await readTerm(trx, idAsked(visit), between);
    if (term === null) return null;
    return { ...term, drilled: await drill(trx, visit, term.cases), names: await readNames(trx) };
  });
  // A word of cases that the viewer may not open leads nowhere.
  if (found === null || found.drilled.rows.length === 0) return notFound;
  const { term, drilled, names } = found;
  const counts = [...found.months].map(([month, n]) => ({ key: term, called: term, month, n }));
  const [trend] = trendsOf(
    counts,
    months.map(({ month }) => month),
  );
  const pair = wordsIn(term).length > 1;
  const it = pair ? 'these words' : 'the word';
  return themePage(
    visit,
    {
      title: `‘${term}’`,
      at: '/themes/words',
      back: { href: themeHref(visit, '/themes/words'), text: 'Words that rise' },
    },
    <>
      {trend === undefined ? null : <h2 class="govuk-heading-m">Month by month</h2>}
      {trend === undefined ? null : (
        <Figure
          id="months"
          chart={{
            ...trendChart(trend, months, `Complaints that have ${it}, up to ${latest.name}`),
            description:
              'How many complaints of each month have it. A month with more complaints has more of most words.',
          }}
          warning={trend.small ? 'Small numbers: one complaint more or less moves this far.' : null}
        />
      )}
      {visit.may('manager') ? (
        <Form visit={visit}>
          <p class="govuk-body">Is it somebody’s name, or does it tell nothing? Then it need not be shown.</p>
          <Submit secondary>{pair ? 'Leave these words out' : 'Leave this word out'}</Submit>
        </Form>
      ) : null}
      <CasesBehind
        drilled={drilled}
        names={names}
        visit={visit}
        caption={`Cases of the two years up to ${latest.name}`}
      />
    </>,
  );
}

async function post(visit: Visit) {
  if (!visit.may('manager')) return notFound;
  const months = monthsTo(monthOf(visit), monthsShown);
  const between = { from: (months[0] ?? monthOf(visit)).month, until: monthOf(visit).until };
  const left = await visit.db(async (trx) => {
    const found = await readTerm(trx, idAsked(visit), between);
    if (found !== null) await leaveOut(trx, found.term, visit.staff.id);
    return found !== null;
  });
  return left ? redirect('/themes/words', { done: 'The word is left out from now on' }) : notFound;
}

export const themeOfWord = screen({ path: '/themes/words/:id', access: caseReaders, get, post });
