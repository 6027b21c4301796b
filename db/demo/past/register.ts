/**
 * The register that Osier Vale Homes kept in a spreadsheet before it had Putright: two whole years and what came after
 * them, until the first stories of the demonstration thicken. The same day of loading gives the same register.
 */
import { englandAndWales as calendar } from '../../../src/facts/calendar.js';
import { addDays, type Day } from '../../../src/facts/days.js';
import { financialYear, yearOf } from '../../../src/reports/period.js';
import { chance } from '../chance.js';
import type { DemoHome } from '../homes.js';
import { compliments, matters, memberEnquiries, requests } from './summaries.js';

/** A row by its headings. */
export type Row = Readonly<Record<string, string>>;

/** In how many working days before the day of loading the register ends. */
const endsBefore = 70;

const after = (from: Day, n: number): Day => calendar.addWorkingDays(from, n);
const british = (on: Day | null): string =>
  on === null ? '' : `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;

/** The first years were slow, the last ones better: what changed is there to be seen. */
interface Season {
  readonly begins: number;
  readonly complaints: number;
  readonly requests: number;
  readonly enquiries: number;
  readonly compliments: number;
  /** Shares of 1. */
  readonly late: number;
  readonly extended: number;
  readonly acknowledgedLate: number;
}

export function pastRegister(loadedOn: Day, homes: readonly DemoHome[]): readonly Row[] {
  const year = yearOf(loadedOn);
  const until = calendar.countBack(calendar.nextWorkingDay(loadedOn), endsBefore);
  const seasons: readonly Season[] = [
    {
      begins: year - 2,
      complaints: 94,
      requests: 120,
      enquiries: 31,
      compliments: 18,
      late: 0.19,
      extended: 0.1,
      acknowledgedLate: 0.12,
    },
    {
      begins: year - 1,
      complaints: 112,
      requests: 138,
      enquiries: 27,
      compliments: 26,
      late: 0.11,
      extended: 0.12,
      acknowledgedLate: 0.05,
    },
    {
      begins: year,
      complaints: 116,
      requests: 140,
      enquiries: 24,
      compliments: 24,
      late: 0.06,
      extended: 0.09,
      acknowledgedLate: 0.02,
    },
  ];
  return seasons
    .flatMap((season) => ofYear(season, homes))
    .filter((row) => row.on <= until)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on: _, ...row }, i) => ({ Ref: `OV/${String(i + 1).padStart(4, '0')}`, ...row.cells }));
}

interface Told {
  readonly on: Day;
  readonly cells: Row;
}

function ofYear(season: Season, homes: readonly DemoHome[]): Told[] {
  const dice = chance(season.begins * 7919);
  const one = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
  const dayIn = (winter: boolean): Day => {
    const { from } = financialYear(season.begins);
    const at = Math.floor(dice() * 365);
    // Half of what belongs to winter and fell into summer is moved half a year on.
    const summer = at < 183;
    return calendar.nextWorkingDay(addDays(from, winter && summer && dice() < 0.6 ? at + 182 : at));
  };
  const home = () => one(homes);
  const channel = () => {
    const n = dice();
    return n < 0.42 ? 'E-mail' : n < 0.75 ? 'Telephone' : n < 0.9 ? 'Web form' : n < 0.96 ? 'Letter' : 'In person';
  };
  const base = (on: Day, kind: string, where: DemoHome): Row => ({
    Type: kind,
    'Date received': british(on),
    How: channel(),
    UPRN: where.uprn,
    Tenure: where.tenure === 'LCHO' ? 'Shared owner' : where.tenure === 'leasehold' ? 'Leaseholder' : 'Tenant',
  });

  const ends = matters.map((_, i) => matters.slice(0, i + 1).reduce((sum, { weight }) => sum + weight, 0));
  const total = ends.at(-1) ?? 0;
  const matter = () => {
    const at = dice() * total;
    return matters[ends.findIndex((end) => at < end)] as (typeof matters)[number];
  };
  const complaints = Array.from({ length: season.complaints }, (): Told => {
    const what = matter();
    const on = dayIn(what.winter);
    const cells = {
      ...base(on, 'Complaint', home()),
      Area: what.area,
      Category: what.category,
      Details: one(what.summaries),
    };
    const fate = dice();
    if (fate < 0.03)
      return {
        on,
        cells: {
          ...cells,
          Acknowledged: british(after(on, 2)),
          'Refused on': british(after(on, 4)),
          'Why refused': one(['Over 12 months', 'Legal proceedings', 'Already considered']),
        },
      };
    if (fate < 0.05)
      return { on, cells: { ...cells, Acknowledged: british(after(on, 2)), Withdrawn: british(after(on, 6)) } };
    const acknowledged = after(
      on,
      dice() < season.acknowledgedLate ? 6 + Math.floor(dice() * 4) : 1 + Math.floor(dice() * 4),
    );
    const n = dice();
    const extended =
      n < season.extended
        ? {
            told: after(acknowledged, 7 + Math.floor(dice() * 3)),
            to: after(acknowledged, 15 + Math.floor(dice() * 5)),
          }
        : null;
    const late = n >= season.extended && n < season.extended + season.late;
    const answered = after(
      acknowledged,
      extended ? 13 + Math.floor(dice() * 4) : late ? 11 + Math.floor(dice() * 16) : 4 + Math.floor(dice() * 7),
    );
    const finding = dice();
    const outcome = finding < 0.46 ? 'Upheld' : finding < 0.67 ? 'Partly upheld' : 'Not upheld';
    const escalates = dice() < (outcome === 'Not upheld' ? 0.28 : 0.13);
    return {
      on,
      cells: {
        ...cells,
        Acknowledged: british(acknowledged),
        'S1 told of extension': british(extended?.told ?? null),
        'S1 extended to': british(extended?.to ?? null),
        'S1 answered': british(answered),
        'S1 outcome': outcome,
        ...(outcome !== 'Not upheld' && dice() < 0.38
          ? { Compensation: `£${one([50, 75, 100, 100, 150, 200, 250, 350])}` }
          : {}),
        ...(outcome !== 'Not upheld' && dice() < 0.55 ? { Learning: one(what.learning) } : {}),
        ...(escalates ? secondStage(answered) : {}),
      },
    };
  });

  function secondStage(answered: Day): Row {
    const asked = after(answered, 2 + Math.floor(dice() * 14));
    const acknowledged = after(asked, 1 + Math.floor(dice() * 4));
    const late = dice() < season.late;
    const finding = dice();
    return {
      'S2 asked for': british(asked),
      'S2 acknowledged': british(acknowledged),
      'S2 answered': british(after(acknowledged, late ? 22 + Math.floor(dice() * 10) : 9 + Math.floor(dice() * 11))),
      'S2 outcome': finding < 0.36 ? 'Upheld' : finding < 0.64 ? 'Partly upheld' : 'Not upheld',
    };
  }

  const plain = (
    n: number,
    kind: string,
    list: readonly { readonly area: string; readonly summary: string }[],
  ): Told[] =>
    Array.from({ length: n }, () => {
      const on = dayIn(false);
      const { area, summary } = one(list);
      const answered = kind === 'Compliment' ? null : after(on, 2 + Math.floor(dice() * 8));
      return {
        on,
        cells: { ...base(on, kind, home()), Area: area, Details: summary, 'S1 answered': british(answered) },
      };
    });
  return [
    ...complaints,
    ...plain(season.requests, 'Service request', requests),
    ...plain(season.enquiries, 'MP enquiry', memberEnquiries),
    ...plain(season.compliments, 'Compliment', compliments),
  ];
}

/** Its headings, in order. */
export const headings = [
  'Ref',
  'Type',
  'Date received',
  'How',
  'UPRN',
  'Tenure',
  'Area',
  'Category',
  'Details',
  'Acknowledged',
  'S1 told of extension',
  'S1 extended to',
  'S1 answered',
  'S1 outcome',
  'S2 asked for',
  'S2 acknowledged',
  'S2 answered',
  'S2 outcome',
  'Refused on',
  'Why refused',
  'Withdrawn',
  'Compensation',
  'Learning',
] as const;

/** The file as the landlord would save it from its spreadsheet. */
export function pastRegisterFile(loadedOn: Day, homes: readonly DemoHome[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = pastRegister(loadedOn, homes);
  return [headings.join(','), ...rows.map((row) => headings.map((name) => cell(row[name] ?? '')).join(','))].join(
    '\r\n',
  );
}
