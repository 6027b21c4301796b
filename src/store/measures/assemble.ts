/** Figures out of counts: each with its words, what it was made of, and how it was read. */
import type { FigureKey, Measured, Period } from '../../reports/measured.js';
import { median, nearestRank, type Taken, totalOf } from '../../reports/measures/days.js';
import { figureWords, measuresFor } from '../../reports/measures/library.js';
import type { LibraryMeasure } from '../../reports/measures/shape.js';
import { add, type Counting, type Counts, noCounts } from './counting.js';
import { allHomes, type HomeKind, type Homes, onlyKind } from './homes.js';
import { daysTaken } from './stages.js';

export interface Material {
  readonly period: Period;
  readonly homes: Homes;
  readonly countings: readonly Counting[];
  readonly counted: ReadonlyMap<Counting, ReadonlyMap<string | null, Counts>>;
  /** Figures that are worked out elsewhere: what a survey found, and who complains, with small numbers hidden. */
  readonly given: readonly Measured[];
}

/** Every figure of the period, in the library's order. */
export function assemble(material: Material): Measured[] {
  const byId = Map.groupBy(material.countings, ({ id }) => id);
  return measuresFor(material.period).flatMap((measure) => {
    const given = material.given.filter(({ id }) => id === measure.id);
    if (given.length > 0) return given;
    return (byId.get(measure.id) ?? []).flatMap((counting) => figuresOf(measure, counting, material));
  });
}

function figuresOf(measure: LibraryMeasure, counting: Counting, material: Material): Measured[] {
  const counts = material.counted.get(counting) ?? new Map<string | null, Counts>();
  const whole = counts.get(null) ?? noCounts;
  if (measure.id === 'working-days-to-answer') return [daysFigure(measure, counting, whole, material)];
  if (counting.by === null) {
    return [
      figure(
        measure,
        { group: counting.part, reading: counting.reading },
        perHomes(measure, whole, material),
        noteFor(measure, counting.part, material),
      ),
    ];
  }
  if (counting.by.column === 'tenure') return byHome(measure, counting, counts, material);
  return partsOf(measure, counts).map((part) => {
    const own = counts.get(part) ?? noCounts;
    const shown = counting.whole
      ? { ...own, denominator: whole.denominator, unknown: whole.unknown, notYetDue: whole.notYetDue }
      : own;
    return figure(measure, { group: part, reading: counting.reading }, shown, null);
  });
}

/** The parts that are always shown, then those that were found besides, by name; what carries none comes last. */
function partsOf(measure: LibraryMeasure, counts: ReadonlyMap<string | null, Counts>): string[] {
  const found = [...counts]
    .filter(([, c]) => c.numerator + c.denominator + c.unknown + c.notYetDue > 0)
    .flatMap(([part]) => (part === null || measure.fixedParts.includes(part) ? [] : [part]))
    .sort((a, b) => Number(a === 'not-recorded') - Number(b === 'not-recorded') || a.localeCompare(b, 'en-GB'));
  const fixed = measure.fixedParts.filter((part) => part !== 'undecided' || (counts.get(part)?.numerator ?? 0) > 0);
  return [...fixed, ...found];
}

/** LCRA and LCHO apart. A case that does not say which is unknown to both, unless only one kind is owned and none says. */
function byHome(
  measure: LibraryMeasure,
  counting: Counting,
  counts: ReadonlyMap<string | null, Counts>,
  material: Material,
): Measured[] {
  const untold = counts.get('unknown') ?? noCounts;
  const assumed = kindAssumed(material);
  return (['LCRA', 'LCHO'] as const).map((kind) => {
    const own = counts.get(kind) ?? noCounts;
    const counted =
      assumed === kind
        ? add(own, untold)
        : assumed !== null
          ? own
          : {
              ...own,
              unknown:
                own.unknown + untold.unknown + (counting.denominator === null ? untold.numerator : untold.denominator),
            };
    return figure(
      measure,
      { group: kind, reading: counting.reading },
      perHomes(measure, counted, material, kind),
      noteFor(measure, kind, material),
    );
  });
}

/** The kind of home that every case of the period is taken to be of, because none says and only one kind is owned. */
function kindAssumed({ homes, countings, counted }: Material): HomeKind | null {
  const only = onlyKind(homes);
  if (only === null) return null;
  const said = countings
    .filter(({ id, by }) => id.startsWith('ch01.') && by !== null)
    .some((counting) =>
      [...(counted.get(counting) ?? [])].some(
        ([tenure, c]) => tenure !== null && tenure !== 'unknown' && c.numerator > 0,
      ),
    );
  return said ? null : only;
}

function perHomes(measure: LibraryMeasure, counts: Counts, { homes }: Material, kind?: HomeKind): Counts {
  if (measure.unit !== 'per-1,000-homes') return counts;
  return { ...counts, denominator: (kind === undefined ? allHomes(homes) : homes[kind]) ?? 0 };
}

const kindNames: Readonly<Record<HomeKind, string>> = {
  LCRA: 'low-cost rented homes',
  LCHO: 'low-cost home ownership',
};

function noteFor(measure: LibraryMeasure, group: string | null, material: Material): string | null {
  if (!/^ch0[12]\./.test(measure.id)) return null;
  const { homes } = material;
  const notes: string[] = [];
  const assumed = kindAssumed(material);
  if (assumed !== null && group !== 'all')
    notes.push(
      `No complaint of the period says its kind of home, and only ${kindNames[assumed]} are owned: all of them are counted as ${assumed}.`,
    );
  if (measure.unit === 'per-1,000-homes') {
    const known = group === 'LCRA' || group === 'LCHO' ? homes[group] : allHomes(homes);
    if (known === null)
      notes.push(
        homes.yearEnd === null && homes.note !== null
          ? homes.note
          : 'How many homes were owned is not known: enter it under homes owned.',
      );
    else if (known === 0) notes.push('No such homes are owned, so there is nothing to divide by.');
    else if (homes.note !== null) notes.push(homes.note);
  }
  return notes.length === 0 ? null : notes.join(' ');
}

function takenAt(stage: 1 | 2, { counted }: Material): Taken[] {
  return [...(counted.get(daysTaken[stage]) ?? [])].flatMap(([days, { numerator }]) =>
    days === null ? [] : [{ days: Number(days), answers: numerator }],
  );
}

function daysFigure(measure: LibraryMeasure, counting: Counting, counts: Counts, material: Material): Measured {
  const taken = takenAt(counting.part === 'stage2' ? 2 : 1, material);
  const value = counting.reading === 'median' ? median(taken) : nearestRank(taken, 90);
  const key = { group: counting.part, reading: counting.reading };
  return {
    id: measure.id,
    ...key,
    words: figureWords(measure, key),
    unit: measure.unit,
    value,
    numerator: totalOf(taken),
    denominator: null,
    none: value === null,
    unknown: counts.unknown,
    notYetDue: 0,
    note: null,
  };
}

function figure(measure: LibraryMeasure, key: Omit<FigureKey, 'id'>, counts: Counts, note: string | null): Measured {
  const divides = measure.unit === 'proportion' || measure.unit === 'per-1,000-homes';
  const none = divides && counts.denominator === 0;
  const times = measure.unit === 'per-1,000-homes' ? 1000 : 1;
  return {
    id: measure.id,
    ...key,
    words: figureWords(measure, key),
    unit: measure.unit,
    value: none ? null : divides ? (counts.numerator * times) / counts.denominator : counts.numerator,
    numerator: counts.numerator,
    denominator: divides ? counts.denominator : null,
    none,
    unknown: counts.unknown,
    notYetDue: counts.notYetDue,
    note,
  };
}
