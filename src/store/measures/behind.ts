/** The cases behind a figure: those it counts, those it is a share of, those it leaves out and why. */
import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../../complaint/case.js';
import type { Day } from '../../facts/days.js';
import type { CaseId, Stage } from '../../facts/happened.js';
import type { FigureKey, Period } from '../../reports/measured.js';
import type { Trx } from '../database.js';
import { notAmong } from '../staff-concerned.js';
import { kindAssumedIn } from './assumed.js';
import { type Counting, type Expression, withoutPart } from './counting.js';
import { countingOf } from './countings.js';

export const figureParts = ['numerator', 'denominator', 'unknown', 'not-yet-due'] as const;
export type FigurePart = (typeof figureParts)[number];

/** A case without anybody's name, address or words. `times`: how often it is counted, where points or promises are. */
export interface CaseBehind {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly category: string | null;
  readonly area: string | null;
  readonly standing: Standing['is'];
  readonly stage: Stage | null;
  readonly receivedOn: Day;
  /** The day that puts it into the period. */
  readonly day: Day;
  readonly times: number;
  /** What it adds to a sum of money; null where the figure adds up none. */
  readonly pence: number | null;
}

export interface CasesBehind {
  readonly rows: readonly CaseBehind[];
  /** All of them, beyond the page. */
  readonly total: number;
}

export interface BehindAsked {
  readonly period: Pick<Period, 'from' | 'until'>;
  readonly today: Day;
  readonly area?: string;
  /** From 1. */
  readonly page?: number;
  readonly size?: number;
  /** What this viewer may not see, in neither rows nor total: store/staff-concerned.ts. */
  readonly hidden?: readonly CaseId[];
  /** The kind of home that cases which say none are taken to be of. */
  readonly homes?: { readonly LCRA: number | null; readonly LCHO: number | null };
}

/** Null for a figure that is given, not counted, or that there is none of. */
export async function casesBehind(
  trx: Trx,
  key: FigureKey,
  part: FigurePart,
  asked: BehindAsked,
): Promise<CasesBehind | null> {
  const counting = countingOf(key);
  if (counting === null) return null;
  const condition = conditionOf(counting, part);
  if (condition === null) return { rows: [], total: 0 };
  const assumed = counting.by?.column === 'tenure' ? await kindAssumedIn(trx, asked) : null;
  const { period, today, area, page = 1, size = 50, hidden = [] } = asked;
  const added = part === 'numerator' ? counting.sum : null;
  const values: string[] = [trx.landlordId, period.from, period.until, today];
  const given = (text: string) => `$${values.push(text)}::text`;
  const where = whereOf(counting, key, part, condition, { assumed: assumed === key.group, given });
  const inPlace = (text: string) => filled(text.replaceAll(':today', '$4::date'), values);
  const query = sql`
    with found as (
      select case_id, min(${inPlace(counting.day)}) as day, count(*)::int as times,
        ${inPlace(added === null ? 'null' : `sum(${added})`)}::int as pence
      from ${inPlace(counting.from)}
      where ${inPlace(where)} and ${area === undefined ? sql`true` : sql`area = ${area}`} and ${notAmong('case_id', hidden)}
      group by case_id)
    select f.case_id as "caseId", c.reference, c.category, c.area, c.standing, c.stage, c.received_on as "receivedOn",
      f.day, f.times, f.pence, count(*) over ()::int as total
    from found f
    join complaint c on c.landlord_id = ${trx.landlordId} and c.case_id = f.case_id
    order by f.day, c.reference
    limit ${size} offset ${(page - 1) * size}`.compile(trx);
  // Without a name: each figure asks in words of its own, and connections keep what has one.
  const { rows } = await trx.client.query<CaseBehind & { total: number }>(query.sql, [...query.parameters]);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The text with these values in their places: the first at `$1`. */
function filled(text: string, values: readonly string[]): RawBuilder<unknown> {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`)),
    sql``,
  );
}

function conditionOf(counting: Counting, part: FigurePart): Expression | null {
  switch (part) {
    case 'numerator':
      return counting.numerator;
    case 'denominator':
      return counting.denominator;
    case 'unknown':
      return counting.unknown;
    case 'not-yet-due':
      return counting.notYetDue;
    default:
      return part satisfies never;
  }
}

interface Told {
  /** Cases that say no kind of home are of this one. */
  readonly assumed: boolean;
  /** How a text that somebody gave stands in the query: never as it is. */
  readonly given: (text: string) => string;
}

/** `$1` the landlord, `$2` and `$3` the period, `$4` the day of the calculation. */
function whereOf(
  counting: Counting,
  { group }: FigureKey,
  part: FigurePart,
  condition: Expression,
  { assumed, given }: Told,
): string {
  const base = ['landlord_id = $1', `${counting.day} between $2 and $3`, `$4::date is not null`];
  if (counting.where !== 'true') base.push(`(${counting.where})`);
  const { by } = counting;
  // A share of one whole has the same denominator and the same left out for every part.
  if (by === null || group === null || (counting.whole && part !== 'numerator'))
    return [...base, `(${condition})`].join('\n    and ');
  const own = partIs(by, group, { assumed, given });
  // Who does not say the kind of home is unknown to both kinds.
  const untold =
    by.column === 'tenure' && part === 'unknown' && !assumed
      ? ` or (tenure = 'unknown' and ((${condition}) or (${counting.denominator ?? counting.numerator})))`
      : '';
  return [...base, `((${own} and (${condition}))${untold})`].join('\n    and ');
}

function partIs(by: NonNullable<Counting['by']>, group: string, { assumed, given }: Told): string {
  const column = `(${by.column})`;
  const value = given(group);
  if (assumed) return `${column} in (${value}, 'unknown')`;
  return group === withoutPart || group === by.without
    ? `(${column} is null or ${column} = ${value})`
    : `${column} = ${value}`;
}

/** The query of one figure as anybody can run it, with its values in their places. */
export function queryOf(key: FigureKey, asked: BehindAsked, assumed: boolean): string | null {
  const counting = countingOf(key);
  if (counting === null) return null;
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const value = (text: string) => `date '${text}'`;
  const count = (part: FigurePart) => {
    const condition = conditionOf(counting, part);
    if (condition === null) return null;
    const what = part === 'numerator' && counting.sum !== null ? `sum(${counting.sum})` : 'count(*)';
    const where = whereOf(counting, key, part, condition, { assumed, given: quoted })
      .split('\n    and ')
      .slice(3)
      .filter((one) => counting.where === 'true' || one !== `(${counting.where})`)
      .join(' and ');
    return `  ${what} filter (where ${where}) as ${part.replaceAll('-', '_')}`;
  };
  const where = [
    `${counting.day} between ${value(asked.period.from)} and ${value(asked.period.until)}`,
    ...(counting.where === 'true' ? [] : [counting.where]),
    ...(asked.area === undefined ? [] : [`area = ${quoted(asked.area)}`]),
  ];
  return `select\n${figureParts.map(count).filter(Boolean).join(',\n')}\nfrom ${counting.from}\nwhere ${where.join('\n  and ')}`.replaceAll(
    ':today',
    value(asked.today),
  );
}
