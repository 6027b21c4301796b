/**
 * One statement for all figures of a view and day. The database counts each condition once for every meeting of parts (a kind
 * of home in an area); parts and wholes are added up from that.
 */
import type { Day } from '../../facts/days.js';
import type { Period } from '../../reports/measured.js';
import type { Trx } from '../database.js';
import { add, type Counting, type Counts, type Expression, noCounts } from './counting.js';

export interface Asked {
  readonly period: Pick<Period, 'from' | 'until'>;
  readonly today: Day;
  /** Only what belongs to this service area. */
  readonly area: string | null;
  /** One set of counts for each month of the period. */
  readonly monthly: boolean;
}

/** Counts by month ('' when not asked by month), by counting, by part; the whole stands under null. */
export type Counted = Map<string, Map<Counting, Map<string | null, Counts>>>;

/** Runs the statements for these countings, one for each view and day, without waiting in between. */
export async function count(trx: Trx, countings: readonly Counting[], asked: Asked): Promise<Counted> {
  const counted: Counted = new Map();
  const groups = [...Map.groupBy(countings, ({ from, day }) => `${from} ${day}`).values()];
  await Promise.all(groups.map((group) => countGroup(trx, group, asked, counted)));
  return counted;
}

interface Prepared {
  readonly text: string;
  readonly bys: readonly string[];
  readonly columns: ReadonlyMap<string, string>;
}

const prepared = new Map<string, Prepared>();

async function countGroup(trx: Trx, group: readonly Counting[], asked: Asked, into: Counted): Promise<void> {
  const { period, today, area, monthly } = asked;
  const name = `count ${monthly ? 'monthly ' : ''}${area === null ? '' : 'area '}${group.map((c) => `${c.id}/${c.reading}/${c.part}/${c.by?.column}`).join()}`;
  const statement = prepared.get(name) ?? prepare(group, asked);
  prepared.set(name, statement);
  const { bys, columns } = statement;
  const { rows } = await trx.client.query<Record<string, string | number | null>>({
    text: statement.text,
    values: [trx.landlordId, period.from, period.until, today, ...(area === null ? [] : [area])],
  });
  for (const row of rows) {
    const month = monthly ? String(row.month) : '';
    const counts = into.get(month) ?? new Map<Counting, Map<string | null, Counts>>();
    into.set(month, counts);
    for (const counting of group) {
      const own = countsOf(row, counting, columns);
      const parts = counts.get(counting) ?? new Map<string | null, Counts>();
      counts.set(counting, parts);
      // The whole is kept beside the parts: what is a share of it needs it.
      parts.set(null, add(parts.get(null) ?? noCounts, own));
      if (counting.by === null) continue;
      const part = row[`by_${bys.indexOf(counting.by.column)}`] ?? counting.by.without;
      if (part !== null) parts.set(String(part), add(parts.get(String(part)) ?? noCounts, own));
    }
  }
}

function countsOf(
  row: Record<string, string | number | null>,
  counting: Counting,
  columns: ReadonlyMap<string, string>,
): Counts {
  const at = (value: string | null) => (value === null ? 0 : Number(row[columns.get(value) ?? ''] ?? 0));
  return {
    ...noCounts,
    numerator: at(countedAs(counting, counting.numerator)),
    denominator: at(counting.denominator === null ? null : rowsWhere(counting, counting.denominator)),
    unknown: at(counting.unknown === null ? null : rowsWhere(counting, counting.unknown)),
    notYetDue: at(counting.notYetDue === null ? null : rowsWhere(counting, counting.notYetDue)),
  };
}

/** Which rows are counted, as SQL. */
export function rowsWhere({ where }: Counting, condition: Expression): string {
  const both = [where, condition].filter((one) => one !== 'true');
  return both.length === 0 ? 'count(*)' : `count(*) filter (where ${both.map((one) => `(${one})`).join(' and ')})`;
}

function countedAs(counting: Counting, condition: Expression): string {
  const rows = rowsWhere(counting, condition);
  return counting.sum === null ? rows : rows.replace('count(*)', `sum(${counting.sum})`);
}

function prepare(group: readonly Counting[], { monthly, area }: Asked): Prepared {
  const bys = [...new Set(group.flatMap(({ by }) => (by === null ? [] : [by.column])))];
  const columns = new Map<string, string>();
  for (const counting of group) {
    const wanted = [
      countedAs(counting, counting.numerator),
      ...[counting.denominator, counting.unknown, counting.notYetDue]
        .filter((condition) => condition !== null)
        .map((condition) => rowsWhere(counting, condition)),
    ];
    for (const value of wanted) if (!columns.has(value)) columns.set(value, `n${columns.size}`);
  }
  const [first] = group;
  if (first === undefined) throw new Error('nothing to count');
  const groups = [...(monthly ? ['month'] : []), ...bys.map((_, i) => `by_${i}`)];
  const inner = [
    'v.*',
    ...bys.map((by, i) => `${by} as by_${i}`),
    ...(monthly ? [`to_char(${first.day}, 'YYYY-MM') as month`] : []),
  ];
  const outer = [
    ...groups,
    ...[...columns].map(([value, name]) => `${value.replaceAll(':today', '$4::date')} as ${name}`),
  ];
  const text = `select ${outer.join(',\n  ')}
from (
  select ${inner.join(', ')}
  from ${first.from} v
  where landlord_id = $1 and ${first.day} between $2 and $3${area === null ? '' : ' and area = $5'}
) v
where $4::date is not null${groups.length === 0 ? '' : `\ngroup by ${groups.join(', ')}`}`;
  return { text, bys, columns };
}
