/** Who looks at the figures, and what each of them is shown first. */
import type { FigureKey } from '../measured.js';
import type { Better } from '../quartile.js';
import type { Monthly } from './counted.js';

export const audiences = ['officer', 'manager', 'area', 'member', 'board', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** Whether an address names an audience. */
export function isAudience(text: string): text is Audience {
  return (audiences as readonly string[]).includes(text);
}

/** A part of a dashboard; each has its heading and its charts. */
export type Part =
  | 'volumes'
  | 'in-time'
  | 'outcomes'
  | 'areas'
  | 'places'
  | 'others'
  | 'refusals'
  | 'putting-right'
  | 'causes'
  | 'ombudsman';

export interface Shown {
  readonly title: string;
  /** Who it is for and what to look for. */
  readonly about: string;
  readonly headlines: readonly Headlined[];
  readonly parts: readonly Part[];
}

export interface Headlined {
  readonly key: FigureKey;
  /** In the words of a board member. */
  readonly words: string;
  readonly better: Better;
  /** The same figure by month, which says whether its last month is news. */
  readonly monthly: Monthly | null;
}

function headline(
  words: string,
  id: string,
  more: { group?: string; reading?: string; better?: Better; monthly?: Monthly } = {},
): Headlined {
  return {
    key: { id, group: more.group ?? null, reading: more.reading ?? null },
    words,
    better: more.better ?? null,
    monthly: more.monthly ?? null,
  };
}

const all = { group: 'all', reading: 'with-extensions', better: 'higher' } as const;
const stage1 = headline('Stage 1 complaints', 'stage1.count', { monthly: 'stage1' });
const stage2 = headline('Requests for stage 2', 'stage2.count', { monthly: 'stage2' });
const acknowledged = headline('Acknowledged in time', 'acknowledged-in-time', {
  better: 'higher',
  monthly: 'acknowledged',
});
const answered1 = headline('Stage 1 answered in time', 'ch02.1', { ...all, monthly: 'answered1' });
const answered2 = headline('Stage 2 answered in time', 'ch02.2', { ...all, monthly: 'answered2' });
const median = headline('Working days to answer stage 1, half within', 'working-days-to-answer', {
  group: 'stage1',
  reading: 'median',
  better: 'lower',
});
const nineInTen = headline('Working days to answer stage 1, 9 in 10 within', 'working-days-to-answer', {
  group: 'stage1',
  reading: 'p90',
  better: 'lower',
});
const escalated = headline('Escalation rate, of stage 1', 'escalation-rate', { better: 'lower' });
const upheld = headline('Stage 1 answers upheld in full', 'stage1.outcome', { group: 'upheld', monthly: 'upheld1' });
const perHomes = headline('Stage 1 complaints for 1,000 homes', 'ch01.1', { group: 'all' });
const promises = headline('Promises kept by their date', 'promises', { group: 'on-time', better: 'higher' });
const paid = headline('Compensation paid', 'compensation', { group: 'paid' });
const maladministration = headline('Maladministration rate, by the Ombudsman', 'ombudsman.maladministration-rate', {
  better: 'lower',
});
const satisfied = headline('Satisfied with how complaints are handled (survey, rented homes)', 'tp09', {
  group: 'LCRA',
  better: 'higher',
});

export const shownTo: Readonly<Record<Audience, Shown>> = {
  officer: {
    title: 'How we are doing',
    about: 'For those who answer complaints: how soon, how long it takes, and what comes in.',
    headlines: [acknowledged, answered1, answered2, median, nineInTen, promises],
    parts: ['in-time', 'volumes', 'areas', 'putting-right'],
  },
  manager: {
    title: 'Complaints at a glance',
    about: 'For managers: what has changed, where, and whether it is more than chance.',
    headlines: [stage1, stage2, acknowledged, answered1, answered2, median, escalated, upheld, promises, paid],
    parts: ['volumes', 'in-time', 'outcomes', 'areas', 'putting-right', 'causes', 'places', 'refusals'],
  },
  area: {
    title: 'One service area',
    about: 'For heads of service: the complaints about one area, beside its own past.',
    headlines: [stage1, stage2, acknowledged, answered1, answered2, median, upheld, escalated],
    parts: ['volumes', 'in-time', 'outcomes', 'putting-right', 'causes'],
  },
  member: {
    title: 'Complaints in figures',
    about: 'For the member responsible for complaints: nobody is named here, and nobody’s words are shown.',
    headlines: [stage1, stage2, acknowledged, answered1, answered2, escalated, upheld, promises, satisfied],
    parts: ['volumes', 'in-time', 'outcomes', 'areas', 'putting-right', 'causes', 'ombudsman', 'refusals', 'others'],
  },
  board: {
    title: 'Complaints for the board',
    about: 'For the governing body: how we do against the Code, against our own past and against other landlords.',
    headlines: [perHomes, answered1, answered2, escalated, upheld, promises, maladministration, satisfied],
    parts: ['others', 'in-time', 'volumes', 'outcomes', 'areas', 'putting-right', 'ombudsman', 'causes', 'refusals'],
  },
  public: {
    title: 'Our complaints in figures',
    about: 'How many complaints we receive, how soon we answer and with what result.',
    headlines: [stage1, stage2, acknowledged, answered1, answered2, median, upheld, satisfied],
    parts: ['volumes', 'in-time', 'outcomes', 'areas', 'refusals'],
  },
};

/** The measures whose parts are drawn under each heading. */
const drawn: Readonly<Record<Part, readonly string[]>> = {
  volumes: ['contacts'],
  'in-time': [],
  outcomes: ['stage1.outcome', 'stage2.outcome'],
  areas: [],
  places: [],
  others: [],
  refusals: ['refused'],
  'putting-right': ['promises', 'extensions.reason'],
  causes: ['learning.causes'],
  ombudsman: ['ombudsman.findings'],
};

/** The ids of the measures that this audience's headlines are. */
export function headlinesOf(audience: Audience): readonly string[] {
  return [...new Set(shownTo[audience].headlines.map(({ key }) => key.id))];
}

/** The ids of all measures that this audience is shown. */
export function measuresOf(audience: Audience): readonly string[] {
  return [...new Set([...headlinesOf(audience), ...shownTo[audience].parts.flatMap((part) => drawn[part])])];
}
