/** The dashboards: one page for each who looks, the way to them, and each chart's table as a file. */
import type { ComponentChildren, VNode } from 'preact';
import type { Role } from '../../complaint/refusals.js';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';
import { fileRows, tableOf } from '../../reports/chart-table.js';
import { type Audience, isAudience, shownTo } from '../../reports/dashboards/audiences.js';
import { dashboardOf } from '../../reports/dashboards/dashboard.js';
import { csvFile } from '../csv.js';
import { InsetText, SubNavigation } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { download, notFound, redirect, screen, type Visit } from '../visit.js';
import { AboutPeriod, Chooser, Headlines, Parts } from './dashboard-parts.js';
import { forMember } from './for-member.js';
import { askedOf, figureHref, readDashboard } from './read-dashboard.js';

type Staffed = Exclude<Audience, 'public'>;

const access = {
  officer: caseWorkers,
  manager: ['manager'],
  area: ['manager'],
  member: ['member-responsible', 'manager'],
  board: ['member-responsible', 'manager'],
} as const satisfies Record<Staffed, readonly [Role, ...Role[]]>;

const tabs = {
  officer: 'Officers',
  manager: 'Managers',
  area: 'One area',
  member: 'Member responsible',
  board: 'Board',
} as const;

const staffed = Object.keys(access) as Staffed[];

function seenBy(visit: Visit): Staffed[] {
  return staffed.filter((audience) => visit.may(...access[audience]));
}

async function home(visit: Visit) {
  const seen = seenBy(visit);
  const first = visit.may('manager') ? 'manager' : seen[0];
  return first === undefined ? notFound : redirect(`/figures/${first}`);
}

function get(audience: Staffed) {
  return async (visit: Visit) => {
    const { asked, figures, extra } = await visit.db(async (trx) => {
      const asked = await askedOf(trx, audience, visit.query, visit.today);
      return {
        asked,
        figures: await readDashboard(trx, asked, visit.today, figureHref(asked.area)),
        extra: audience === 'member' ? await forMember(trx, visit) : null,
      };
    });
    const dashboard = dashboardOf(figures);
    const { title, about } = shownTo[audience];
    const query = new URLSearchParams({ period: asked.chosen.code, area: asked.area ?? '' });
    return page(
      visit,
      { title: audience === 'area' && asked.area !== null ? asked.area : title, section: 'oversight', wide: true },
      <>
        <Tabs visit={visit} current={audience} />
        <p class="govuk-body">{about}</p>
        <Chooser asked={asked} today={visit.today} />
        {extra}
        {dashboard.empty ? (
          <Nothing visit={visit} />
        ) : (
          <>
            <AboutPeriod figures={figures} />
            <Headlines headlines={dashboard.headlines} />
            <Parts
              dashboard={dashboard}
              figures={figures}
              csv={(chart) => `/figures/tables/${audience}/${chart}?${query}`}
            />
            {audience === 'manager' && figures.counted.places.length === 0 ? (
              <p class="govuk-body app-only-screen">
                <a class="govuk-link" href="/figures/places">
                  Tell where homes stand
                </a>
                , and complaints are shown on a map by ward or block.
              </p>
            ) : null}
          </>
        )}
      </>,
    );
  };
}

function Tabs({ visit, current }: { readonly visit: Visit; readonly current: Audience }): VNode {
  const seen = seenBy(visit);
  return (
    <SubNavigation
      label="Figures for"
      items={[
        ...seen.map((audience) => ({
          text: tabs[audience],
          href: `/figures/${audience}`,
          active: audience === current,
        })),
        ...(visit.may('manager') ? [{ text: 'For everybody', href: '/figures/public' }] : []),
        { text: 'Every measure', href: '/figures/measures' },
      ]}
    />
  );
}

/** An empty landlord is told what to do first. */
function Nothing({ visit }: { readonly visit: Visit }): VNode {
  const ways: readonly { readonly may: boolean; readonly way: ComponentChildren }[] = [
    {
      may: visit.may('officer', 'manager'),
      way: <Way href="/log" text="Log a contact" more="and what becomes of it is counted from that moment" />,
    },
    {
      may: visit.may('manager'),
      way: <Way href="/imports" text="Bring in a register" more="of the cases that you had before" />,
    },
    {
      may: visit.may('manager', 'member-responsible'),
      way: (
        <Way
          href="/figures/given"
          text="Enter what can’t be counted"
          more="homes owned, past totals, survey results, other landlords’ figures"
        />
      ),
    },
  ];
  return (
    <>
      <InsetText text="There is nothing to count yet: no complaint has been recorded." />
      <h2 class="govuk-heading-m">What to do first</h2>
      <ul class="govuk-list govuk-list--bullet">
        {ways.filter(({ may }) => may).map(({ way }) => way)}
        {ways.some(({ may }) => may) ? null : <li>Wait until the first contact has been logged.</li>}
      </ul>
    </>
  );
}

function Way({ href, text, more }: { readonly href: string; readonly text: string; readonly more: string }): VNode {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
      : {more}
    </li>
  );
}

/** The numbers of one chart as a file. */
async function table(visit: Visit) {
  const audience = visit.params.audience ?? '';
  if (!isAudience(audience) || audience === 'public' || !visit.may(...access[audience])) return notFound;
  const figures = await visit.db(async (trx) => {
    const asked = await askedOf(trx, audience, visit.query, visit.today);
    return readDashboard(trx, asked, visit.today, () => null);
  });
  const charts = dashboardOf(figures).parts.flatMap((part) => part.charts);
  const found = charts.find(({ key }) => key === visit.params.chart);
  if (found === undefined) return notFound;
  const rows = fileRows(tableOf(found.chart));
  return download(`${found.key}-${figures.chosen.code}.csv`, 'text/csv; charset=utf-8', csvFile(rows));
}

export const dashboards = [
  ...screen({ path: '/figures', access: caseReaders, get: home }),
  ...screen({ path: '/figures/officer', access: access.officer, get: get('officer') }),
  ...screen({ path: '/figures/manager', access: access.manager, get: get('manager') }),
  ...screen({ path: '/figures/area', access: access.area, get: get('area') }),
  ...screen({ path: '/figures/member', access: access.member, get: get('member') }),
  ...screen({ path: '/figures/board', access: access.board, get: get('board') }),
  ...screen({ path: '/figures/tables/:audience/:chart', access: caseReaders, get: table }),
];
