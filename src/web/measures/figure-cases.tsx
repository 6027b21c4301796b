/** The cases behind a figure: by reference, without anybody's name; a link for those who may open them. */
import type { VNode } from 'preact';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';
import { pounds } from '../../facts/money.js';
import { figureWords, measureOf } from '../../reports/measures/library.js';
import { grouped } from '../../reports/rounding.js';
import { grantsTo } from '../../store/case-grants.js';
import { type CaseBehind, casesBehind, type FigurePart, figureParts } from '../../store/measures.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { standingIn } from '../oversight/standing.js';
import { InsetText, Table } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, screen, type Visit } from '../visit.js';
import { askedArea, askedKey, askedPeriod, figureHref } from './asked.js';

const size = 50;

const titles: Readonly<Record<FigurePart, string>> = {
  numerator: 'Cases that are counted',
  denominator: 'Cases that it is a share of',
  unknown: 'Cases left out: a fact is not known',
  'not-yet-due': 'Cases left out: not yet due',
};

async function get(visit: Visit): Promise<Answer> {
  const period = askedPeriod(visit.query, visit.today);
  const key = askedKey(visit);
  const area = askedArea(visit.query);
  const part = figureParts.find((one) => one === visit.query.part) ?? 'numerator';
  const at = pageAsked(visit);
  const measure = measureOf(key.id, period);
  const { found, granted } = await visit.db(async (trx) => ({
    found: await casesBehind(trx, key, part, {
      period,
      today: visit.today,
      page: at,
      size,
      hidden: await hiddenCases(trx, viewerOfRows(visit)),
      ...(area === null ? {} : { area }),
    }),
    granted: new Set((await grantsTo(trx, visit.staff.id, visit.today)).map(({ caseId }) => caseId as string)),
  }));
  if (found === null || measure === null) return notFound;
  return page(
    visit,
    {
      title: titles[part],
      caption: `${figureWords(measure, key)}, ${period.name}`,
      section: 'oversight',
      wide: true,
      back: { href: figureHref(key, period, area), text: 'How this was worked out' },
    },
    <>
      <p class="govuk-body">
        {grouped(found.total)} {found.total === 1 ? 'case' : 'cases'}, in the order of the day that puts them into the
        period. Nobody is named here.
      </p>
      {found.rows.length === 0 ? (
        <InsetText text="There is none." />
      ) : (
        <Cases rows={found.rows} mayOpen={(one) => visit.may(...caseWorkers) || granted.has(one.caseId)} />
      )}
      <Pages
        at={at}
        size={size}
        total={found.total}
        what="cases"
        href={otherPage(visit, `/figures/measures/${key.id}/cases`)}
      />
    </>,
  );
}

function Cases({
  rows,
  mayOpen,
}: {
  readonly rows: readonly CaseBehind[];
  readonly mayOpen: (one: CaseBehind) => boolean;
}): VNode {
  const several = rows.some(({ times }) => times > 1);
  const money = rows.some(({ pence }) => pence !== null);
  return (
    <Scroll label="Cases">
      <Table
        caption="Cases"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          'Reference',
          'Category',
          'Area',
          'Where it stands',
          'Received',
          'Counted by',
          ...(several ? ['Times'] : []),
          ...(money ? ['Amount'] : []),
        ].map((text) => (text === 'Amount' ? { text, format: 'numeric' } : { text }))}
        rows={rows.map((one) => [
          mayOpen(one)
            ? {
                html: (
                  <a class="govuk-link" href={`/cases/${one.reference}`}>
                    {one.reference}
                  </a>
                ),
              }
            : { text: one.reference },
          { text: one.category ?? '' },
          { text: one.area ?? '' },
          { text: standingIn(one.standing, one.stage) },
          { html: <DayText day={one.receivedOn} short /> },
          { html: <DayText day={one.day} short /> },
          ...(several ? [{ text: String(one.times) }] : []),
          ...(money ? [{ text: pounds(one.pence ?? 0), format: 'numeric' }] : []),
        ])}
      />
    </Scroll>
  );
}

export const figureCases = screen({ path: '/figures/measures/:id/cases', access: caseReaders, get });
