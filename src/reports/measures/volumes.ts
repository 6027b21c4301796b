/** How many complaints there were, and how many for 1,000 homes: CH01 of the Tenant Satisfaction Measures. */
import { type Day, day } from '../../facts/days.js';
import { entry, type LibraryMeasure, notRecorded } from './shape.js';

/** The first reporting year of the Tenant Satisfaction Measures. */
export const firstTsmYear: Day = day('2023-04-01');
const lastDayBefore: Day = day('2023-03-31');

export const homesWords: Readonly<Record<string, string>> = {
  LCRA: 'low-cost rented homes',
  LCHO: 'low-cost home ownership',
  all: 'all',
};

const counted =
  'Refused complaints and service requests are left out; withdrawn ones count. A complaint by a group counts once.';

function volume(stage: 1 | 2): LibraryMeasure {
  return entry({
    id: `stage${stage}.count`,
    words: `Stage ${stage} complaints`,
    definition:
      stage === 1
        ? `Complaints received in the period, in all and by service area. ${counted}`
        : `Complaints for which stage 2 was asked in the period, whenever stage 1 began, in all and by service area. ${counted} A request that was refused is left out.`,
    source: 'Code 2024, 8.1(b)',
    unit: 'count',
    numerator: stage === 1 ? 'Complaints received in the period' : 'Requests for stage 2 made in the period',
    parts: 'the area',
    partWords: { [notRecorded]: 'No area recorded' },
  });
}

/** CH01, as the regulator asks it from 2023-24; before, worked out in the same way to compare with. */
function forHomes(stage: 1 | 2): LibraryMeasure[] {
  const one = {
    id: `ch01.${stage}`,
    words: `Stage ${stage} complaints for 1,000 homes (CH01 part ${stage})`,
    unit: 'per-1,000-homes',
    numerator: stage === 1 ? 'Complaints received in the year' : 'Requests for stage 2 made in the year',
    denominator: 'Homes of that kind owned at the year end, in thousands',
    parts: 'the kind of home',
    fixedParts: ['LCRA', 'LCHO', 'all'],
    partWords: homesWords,
  } as const;
  const definition = `${one.numerator}, over the homes of that kind that the landlord owned at the end of it. 'All' is every complaint over the homes of both kinds. ${counted}`;
  return [
    entry({
      ...one,
      definition: `${definition} There was no such measure before 2023-24: it is worked out in the same way, to compare with.`,
      until: lastDayBefore,
    }),
    entry({ ...one, definition, source: `TSM CH01 (${stage})`, from: firstTsmYear }),
  ];
}

export const volumes: readonly LibraryMeasure[] = [volume(1), volume(2), ...forHomes(1), ...forHomes(2)];
