/** Words that rise in residents' own language, and those that most complaints of a month have. Counted on this machine alone. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import type { BarChart } from '../../reports/chart.js';
import { grouped, percentage } from '../../reports/rounding.js';
import { type CasesTold, leastCases, type TermCount } from '../../reports/themes/rising.js';
import { longestTerm } from '../../reports/themes/terms.js';
import { showAgain, wordsLeftOut } from '../../store/themes/left-out.js';
import { countToRead } from '../../store/themes/read-terms.js';
import { readWordThemes } from '../../store/themes/read-trends.js';
import { Figure } from '../ui/chart.js';
import { InsetText } from '../ui/components.js';
import { requiredText } from '../ui/fields.js';
import { Form, Hidden, readForm, Submit } from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import { overNumbers, TableHead } from '../ui/table-head.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { MonthChooser, monthOf, themeHref, themePage, themeReaders } from './theme-frame.js';

async function get(visit: Visit) {
  const latest = monthOf(visit);
  const { words, waiting, leftOut } = await visit.db(async (trx) => ({
    words: await readWordThemes(trx, latest, { used: true }),
    waiting: await countToRead(trx),
    leftOut: visit.may('manager') ? await wordsLeftOut(trx) : [],
  }));
  const { rising, used, cases, span } = words;
  return themePage(
    visit,
    { title: 'Words that rise', at: '/themes/words' },
    <>
      <MonthChooser visit={visit} action="/themes/words" />
      <p class="govuk-body">
        From what residents wrote and said themselves, counted on this machine: nothing leaves it. A word, or two that
        stand side by side, are shown only if at least {leastCases} different cases of {leastCases} different people
        have them. Names of residents and staff, streets and addresses are left out. Two words stand for one where that
        one would not rise without them.
      </p>
      {waiting === 0 ? null : (
        <InsetText
          text={`${waiting === 1 ? 'One complaint' : `${grouped(waiting)} complaints`} are new or were added to, and their words are not read yet. That happens by itself within some hours.`.replace(
            'One complaint are',
            'One complaint is',
          )}
        />
      )}
      <h2 class="govuk-heading-m">More than by chance in {span}</h2>
      {rising.shown.length === 0 ? (
        <InsetText
          text={
            cases.latest === 0
              ? `No words of complaints received in ${span} were read.`
              : `No word rises by more than chance: ${grouped(cases.latest)} complaints of ${span} were held against ${grouped(cases.before)} of the year before.`
          }
        />
      ) : (
        <Figure id="rising" chart={chartOf(rising.shown, cases, span, visit)} table="open" />
      )}
      <LeftOut n={rising.leftOut + used.leftOut} />
      {used.shown.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">In most complaints of {span}</h2>
          <Used used={used.shown} cases={cases} span={span} visit={visit} />
        </>
      )}
      {leftOut.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Left out by a person</h2>
          <ul class="govuk-list">
            {leftOut.map(({ term, by }) => (
              <li key={term}>
                <Form visit={visit}>
                  <Hidden name="term" value={term} />
                  <p class="govuk-body govuk-!-margin-bottom-1">
                    {term}, by {by}
                  </p>
                  <Submit secondary>Show ‘{term}’ again</Submit>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

/** The address of a word's own page, for those who may open cases: it leads to them. */
function termHref(visit: Visit, { id }: TermCount): string | null {
  return visit.may(...caseWorkers) ? themeHref(visit, `/themes/words/${id}`) : null;
}

function LeftOut({ n }: { readonly n: number }): VNode | null {
  if (n === 0) return null;
  const words = n === 1 ? 'One word was' : `${n} words were`;
  return (
    <p class="govuk-body-s">
      {words} left out: a name, part of an address, told by fewer than {leastCases} people, or taken out by a person.
    </p>
  );
}

function chartOf(rising: readonly TermCount[], cases: CasesTold, span: string, visit: Visit): BarChart {
  return {
    chart: 'bars',
    title: `Words that rise: of 1,000 complaints, how many have them`,
    description: `In ${span}, and in the twelve months before it. The steepest first.`,
    unit: 'complaints',
    stacked: false,
    series: [span, 'The year before'],
    rows: rising.map((term) => ({
      label: term.term,
      values: [
        Math.round((1000 * term.latest) / Math.max(1, cases.latest)),
        Math.round((1000 * term.before) / Math.max(1, cases.before)),
      ],
      href: termHref(visit, term),
    })),
  };
}

function Used({
  used,
  cases,
  span,
  visit,
}: {
  readonly used: readonly TermCount[];
  readonly cases: CasesTold;
  readonly span: string;
  readonly visit: Visit;
}): VNode {
  return (
    <Scroll label={`Words of ${span}`}>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">Words in most complaints of {span}</caption>
        <TableHead
          heads={['Word', ...overNumbers([`Complaints in ${span}`, 'Of all with words', 'In the year before'])]}
        />
        <tbody class="govuk-table__body">
          {used.map((term) => {
            const href = termHref(visit, term);
            const of = (n: number, all: number) => (all === 0 ? 'none' : percentage(n, all));
            return (
              <tr key={term.id} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {href === null ? (
                    term.term
                  ) : (
                    <a class="govuk-link" href={href}>
                      {term.term}
                    </a>
                  )}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{grouped(term.latest)}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{of(term.latest, cases.latest)}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{of(term.before, cases.before)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

const form = z.object({ term: requiredText('Choose a word', longestTerm) });

async function post(visit: Visit) {
  if (!visit.may('manager')) return notFound;
  const read = readForm(form, visit.fields);
  if (!read.ok) return notFound;
  await visit.db((trx) => showAgain(trx, read.value.term, visit.staff.id));
  return redirect('/themes/words', { done: 'The word is shown again wherever enough cases have it' });
}

export const wordThemes = screen({ path: '/themes/words', access: themeReaders, get, post });
