/** Reads what a dashboard shows: the measures of its period and of the one before, its months, its places, the others. */
import { addDays, type Day, day } from '../../facts/days.js';
import type { Audience } from '../../reports/dashboards/audiences.js';
import { headlinesOf, measuresOf, shownTo } from '../../reports/dashboards/audiences.js';
import type { DashboardFigures } from '../../reports/dashboards/material.js';
import { type ChosenPeriod, chosenPeriod } from '../../reports/dashboards/periods.js';
import type { FigureKey, Period } from '../../reports/measured.js';
import { comparedWithOthers } from '../../store/compared.js';
import { areasCounted, countForDashboard } from '../../store/dashboard-counts.js';
import type { Trx } from '../../store/database.js';
import { measure } from '../../store/measures.js';
import type { Fields } from '../visit.js';

export interface Asked {
  readonly audience: Audience;
  readonly chosen: ChosenPeriod;
  /** Null: all areas. */
  readonly area: string | null;
  /** The areas that there are, for the chooser. */
  readonly areas: readonly string[];
}

const usual: Readonly<Record<Audience, 'last-12-months' | 'year'>> = {
  officer: 'last-12-months',
  manager: 'last-12-months',
  area: 'last-12-months',
  member: 'year',
  board: 'year',
  public: 'year',
};

function text(query: Fields, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}

/** What the address asks for; what it can't mean is the usual. */
export async function askedOf(trx: Trx, audience: Audience, query: Fields, today: Day): Promise<Asked> {
  const areas = await areasCounted(trx);
  const usually = usual[audience] === 'year' ? yearCode(today) : 'last-12-months';
  const chosen = chosenPeriod(text(query, 'period'), today) ?? chosenPeriod(usually, today);
  if (chosen === null) throw new Error(`${today} lies in no financial year`);
  const asked = text(query, 'area');
  const area = areas.includes(asked) ? asked : audience === 'area' ? (areas[0] ?? null) : null;
  return { audience, chosen, area: mayChooseArea(audience) ? area : null, areas };
}

export function mayChooseArea(audience: Audience): boolean {
  return audience === 'officer' || audience === 'manager' || audience === 'area';
}

function yearCode(today: Day): string {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

export async function readDashboard(
  trx: Trx,
  asked: Asked,
  today: Day,
  href: DashboardFigures['href'],
): Promise<DashboardFigures> {
  const { audience, chosen, area } = asked;
  const { parts } = shownTo[audience];
  const inArea = area === null ? {} : { area };
  const [now, before, counted, compared] = await Promise.all([
    measure(trx, chosen.period, today, { ...inArea, only: measuresOf(audience) }),
    measure(trx, chosen.before, today, { ...inArea, only: headlinesOf(audience) }),
    countForDashboard(trx, {
      period: chosen.period,
      since: twoYearsBefore(chosen.period.until < today ? chosen.period.until : today),
      today,
      area,
      places: parts.includes('places'),
    }),
    parts.includes('others') ? comparedWithOthers(trx, today) : Promise.resolve([]),
  ]);
  return { audience, area, chosen, today, now, before, counted, compared, href };
}

/** The first day of the trend: 25 months are read so that 24 whole ones remain. */
function twoYearsBefore(until: Day): Day {
  return day(`${addDays(until, -762).slice(0, 7)}-01`);
}

/** A figure's own page: how it was worked out, and its cases. */
export function figureHref(area: string | null): DashboardFigures['href'] {
  return ({ id, group, reading }: FigureKey, period: Period) => {
    const query = new URLSearchParams({
      ...(group === null ? {} : { group }),
      ...(reading === null ? {} : { reading }),
      from: period.from,
      until: period.until,
      ...(area === null ? {} : { area }),
    });
    return `/figures/measures/${id}?${query}`;
  };
}
