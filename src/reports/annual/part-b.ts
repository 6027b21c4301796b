/** (b) How complaints were handled: the figures in the order in which a complaint runs, what they tell, and what was refused. */
import { capital } from '../../facts/capital.js';
import type { Block } from '../document.js';
import type { Measured } from '../measured.js';
import { notRecorded } from '../measures/shape.js';
import { behaviour } from './behaviour.js';
import { bars, compared, counted, heading, paragraph, partsCompared, placed } from './blocks.js';
import type { AnnualData } from './data.js';
import { countOf, figure, isCounted, partsOf } from './figures.js';
import { answeredInTime } from './in-time.js';
import { puttingRight } from './putting-right.js';
import { refused } from './refused.js';
import { satisfaction } from './satisfaction.js';

export function partB(data: AnnualData): readonly Block[] {
  return [
    heading(2, '(b) How we handled complaints', 'part-b'),
    ...contacts(data),
    ...volumes(data),
    ...areas(data),
    ...answeredInTime(data),
    ...outcomes(data),
    ...puttingRight(data),
    ...refused(data),
    ...behaviour(data),
    ...satisfaction(data),
    heading(3, 'What the figures tell us', 'what-the-figures-tell'),
    ...placed(data, 'performance'),
  ];
}

function contacts({ now, year, before }: AnnualData): readonly Block[] {
  const parts = partsOf(now, 'contacts');
  const sum = parts.reduce((all, m) => all + countOf(m), 0);
  return [
    heading(3, 'What reached us', 'contacts'),
    paragraph(
      sum === 0
        ? `No contact of ${year.name} is recorded.`
        : `${capital(counted(sum, 'contact'))} ${sum === 1 ? 'was' : 'were'} recorded in ${year.name}: complaints, requests to take one to stage 2, requests for a service, and what others asked or said.`,
    ),
    ...partsCompared(
      'Contacts by kind',
      parts.filter((m) => countOf(m) > 0),
      year,
      before,
    ),
    ...bars(
      {
        title: 'Contacts by kind',
        description: 'How many contacts of each kind were recorded.',
        unit: 'contacts',
      },
      parts.filter((m) => countOf(m) > 0),
      { year, before, tabled: true },
    ),
  ];
}

function volumes({ now, year, before }: AnnualData): readonly Block[] {
  const rows = ([1, 2] as const).flatMap((stage) => [
    {
      label: `Stage ${stage} complaints`,
      now: figure(now, { id: `stage${stage}.count` }),
      key: { id: `stage${stage}.count` },
    },
    ...['LCRA', 'LCHO', 'all']
      .map((group) => figure(now, { id: `ch01.${stage}`, group }))
      .filter((m) => m !== null)
      .filter((m) => !m.none || m.group === 'all')
      .map((m) => ({
        label: `Stage ${stage} for 1,000 homes, ${homes[m.group ?? ''] ?? m.group}`,
        now: m,
        key: m,
      })),
  ]);
  const rate = figure(now, { id: 'escalation-rate' });
  return [
    heading(3, 'How many complaints there were', 'volumes'),
    ...compared('Complaints, and complaints for 1,000 homes (CH01)', rows, year, before),
    ...aboutHomes(rows.map(({ now: m }) => m)),
    ...(rate === null
      ? []
      : [
          ...compared('Escalation', [{ label: 'Escalation rate, of stage 1', now: rate, key: rate }], year, before),
          paragraph(
            'The escalation rate is requests for stage 2 made in the year over stage 1 complaints received in it. They are not all the same complaints: some requests follow a stage 1 of the year before.',
          ),
        ]),
    ...(isCounted(before)
      ? []
      : [
          paragraph(
            `No case of ${before.period.name} is recorded here. What stands for that year was given as totals from what was published then, or is not known.`,
          ),
        ]),
  ];
}

/** What has to be known of the homes that volumes were divided by: other than those of the year's end, or none entered. */
function aboutHomes(figures: readonly (Measured | null)[]): readonly Block[] {
  const known = figures.filter((m) => m?.id.startsWith('ch01'));
  const unknown = known.some((m) => m?.none && m.group === 'all' && m.denominator === null);
  const notes = known.flatMap((m) => m?.note ?? []);
  return [
    ...(unknown
      ? ['How many homes there were at the end of the year is not entered, so there is nothing to divide by.']
      : []),
    ...new Set(notes),
  ].map((text) => paragraph(text));
}

const homes: Readonly<Record<string, string>> = {
  LCRA: 'low-cost rented homes (LCRA)',
  LCHO: 'low-cost home ownership (LCHO)',
  all: 'all',
};

function areas(data: AnnualData): readonly Block[] {
  const { now, year, before } = data;
  const about = [
    { id: 'stage1.count', caption: 'Stage 1 complaints by service area' },
    { id: 'stage2.count', caption: 'Stage 2 complaints by service area' },
  ];
  const blocks = about.flatMap(({ id, caption }) => {
    const parts = mostFirst(partsOf(now, id));
    return [
      ...partsCompared(caption, parts, year, before),
      ...bars({ title: caption, description: `${caption}, in ${year.name}.`, unit: 'complaints' }, parts, {
        year,
        before,
        tabled: true,
      }),
    ];
  });
  const recorded = mostFirst(partsOf(now, 'contacts.category').filter((m) => countOf(m) > 0));
  // That none carries a category is no table.
  const categories = recorded.some((m) => m.group !== notRecorded) ? recorded : [];
  const all = [...blocks, ...partsCompared('Contacts by category', categories, year, before), ...placed(data, 'areas')];
  return all.length === 0 ? [] : [heading(3, 'Where complaints came from', 'areas'), ...all];
}

/** The most first; of as many, in their own order. */
function mostFirst(parts: readonly Measured[]): readonly Measured[] {
  return [...parts].sort((a, b) => countOf(b) - countOf(a));
}

function outcomes(data: AnnualData): readonly Block[] {
  const { now, year, before } = data;
  const about = [
    { id: 'stage1.outcome', caption: 'Outcomes at stage 1, of complaints answered in the year' },
    { id: 'stage2.outcome', caption: 'Outcomes at stage 2, of complaints answered in the year' },
    { id: 'stage1.point-outcome', caption: 'Outcomes at stage 1, point by point' },
    { id: 'stage2.point-outcome', caption: 'Outcomes at stage 2, point by point' },
  ];
  return [
    heading(3, 'What we found', 'outcomes'),
    paragraph(
      'Each share is rounded by itself, so that shares need not add up to 100%. A complaint of several points counts once among complaints and once for each point among points.',
    ),
    ...about.flatMap(({ id, caption }) => {
      const parts = partsOf(now, id);
      if (!parts.some((m) => countOf(m) > 0)) return /point/.test(id) ? [] : [paragraph(`${caption}: none.`)];
      return [
        ...partsCompared(caption, parts, year, before),
        ...(id === 'stage1.outcome'
          ? bars({ title: caption, description: 'The share upheld, partly upheld and not upheld.', unit: '%' }, parts, {
              year,
              before,
              tabled: true,
            })
          : []),
      ];
    }),
    ...partsCompared(
      'Answers after which nobody has gone further so far',
      partsOf(now, 'resolved').filter((m) => !m.none),
      year,
      before,
    ),
    ...placed(data, 'outcomes'),
  ];
}
