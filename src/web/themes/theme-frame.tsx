/** The frame of every page of themes: the row of its section, its own tabs, and the month that is looked at. */
import type { ComponentChildren, VNode } from 'preact';
import { caseReaders } from '../../complaint/roles.js';
import { groupings, groupingWords } from '../../reports/themes/kinds.js';
import { lastMonth, type Month, monthAsked, monthsTo } from '../../reports/themes/months.js';
import { Button, Details, Select, SubNavigation } from '../ui/components.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import type { Page, Visit } from '../visit.js';

/** Whoever works with cases, and the member responsible, who sees counts and what was opened to them. */
export const themeReaders = caseReaders;

const tabs = [
  { href: '/themes', text: 'What is news' },
  ...groupings.map((grouping) => ({ href: `/themes/by/${grouping}`, text: groupingWords[grouping].tab })),
  { href: '/themes/words', text: 'Words' },
  { href: '/themes/risks', text: 'Systemic risks' },
] as const;

interface Options {
  readonly title: string;
  readonly at: string;
  readonly form?: FormState;
  readonly back?: { readonly href: string; readonly text: string };
}

export function themePage(visit: Visit, { at, back, ...options }: Options, body: ComponentChildren): Page {
  return page(
    visit,
    {
      ...options,
      section: 'learning',
      wide: true,
      ...(back === undefined ? {} : { back }),
    },
    <>
      <PartsOf section="learning" at="/themes" visit={visit} />
      <SubNavigation label="Themes" items={tabs.map(({ href, text }) => ({ text, href, active: href === at }))} />
      {body}
    </>,
  );
}

/** The month that the address names, else the last one that has ended. */
export function monthOf(visit: Visit): Month {
  return monthAsked(visit.query.month, visit.today);
}

/** The address of a page of themes, for the month that is looked at. */
export function themeHref(visit: Visit, path: string): string {
  const { month } = monthOf(visit);
  return month === lastMonth(visit.today).month ? path : `${path}?month=${month.slice(0, 7)}`;
}

/** Which month is looked at. One that runs on is not offered: it would look as if everything fell. */
export function MonthChooser({ visit, action }: { readonly visit: Visit; readonly action: string }): VNode {
  const chosen = monthOf(visit);
  return (
    <form class="app-chooser" method="get" action={action}>
      <Select
        id="month"
        name="month"
        label={{ text: 'Month' }}
        items={monthsTo(lastMonth(visit.today), 12)
          .toReversed()
          .map(({ month, name }) => ({ value: month.slice(0, 7), text: name, selected: month === chosen.month }))}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
  );
}

/** How news is told from noise, wherever something is called one. */
export function HowToldApart({ lookedAt }: { readonly lookedAt: string }): VNode {
  return (
    <Details summaryText="What counts as news">
      <p class="govuk-body">
        Each line has limits of its own, worked out from how much it moves from one month to the next. A month outside
        them, or eight months in a row on one side of the average, is a sign. With many {lookedAt} on one page some give
        such a sign by chance, so it is called news only if chance alone would seldom do it to any of them: about once
        in a hundred such pages.
      </p>
      <p class="govuk-body">Fewer than eight months are too few to tell, and the month that runs on is left out.</p>
    </Details>
  );
}
