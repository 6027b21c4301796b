/**
 * Answers to the provisions of the Code, and what they add up to. Sums are always counted here, never typed: a printed sum
 * that says otherwise is shown beside the counted one.
 */
import type { Day } from '../facts/days.js';
import { codes } from '../law/in-force.js';
import type { Edition, Provision } from '../law/words.js';

export const answers = ['yes', 'no', 'partly', 'na', 'text', 'unknown'] as const;
/** `unknown`: nobody has decided yet, or the document that held it lost it. It is never a yes. */
export type Answer = (typeof answers)[number];

export const answerWords: Readonly<Record<Answer, string>> = {
  yes: 'Yes',
  no: 'No',
  partly: 'Partly',
  na: 'Does not apply',
  text: 'Answered in words',
  unknown: 'Not answered',
};

/** Provisions of 2024 that bind only when something has happened, so that 'does not apply' can be true. */
const onlyWhenItHappens = ['8.4', '8.5'];

/**
 * What a person may answer. The form of 2024 knows yes and no; that of 2022 was answered with 'partially' too; that of
 * 2020 asks questions, some of which want words or a figure.
 */
export function answersFor(edition: Edition, provision: string): readonly Exclude<Answer, 'unknown'>[] {
  switch (edition) {
    case '2020':
      return ['yes', 'no', 'na', 'text'];
    case '2022':
      return ['yes', 'partly', 'no', 'na'];
    case '2024':
      return onlyWhenItHappens.includes(provision) ? ['yes', 'no', 'na'] : ['yes', 'no'];
    default:
      return edition satisfies never;
  }
}

/** Whether an answer says that the provision is not met, so that it wants a reason and a day. */
export function saysNotMet(answer: Answer): boolean {
  return answer === 'no' || answer === 'partly';
}

export interface Answered {
  readonly provision: string;
  readonly answer: Answer;
}

export interface ProvisionOf {
  readonly number: string;
  readonly section: number;
  readonly sectionTitle: string;
  readonly provision: Provision;
}

/** Every provision of an edition in its order. */
export function provisionsOf(edition: Edition): readonly ProvisionOf[] {
  return codes[edition].sections.flatMap((section) =>
    Object.entries(section.provisions).map(([number, provision]) => ({
      number,
      section: section.number,
      sectionTitle: section.title,
      provision,
    })),
  );
}

export type ByAnswer = Readonly<Record<Answer, number>>;

export interface SectionCount {
  readonly section: number;
  readonly title: string;
  readonly must: number;
  readonly should: number;
  readonly total: number;
  readonly byAnswer: ByAnswer;
  readonly mustByAnswer: ByAnswer;
  readonly shouldByAnswer: ByAnswer;
}

export interface Counts {
  readonly must: number;
  /** What is advised or allowed, and not ordered. */
  readonly should: number;
  readonly total: number;
  readonly byAnswer: ByAnswer;
  readonly mustByAnswer: ByAnswer;
  readonly shouldByAnswer: ByAnswer;
  readonly bySection: readonly SectionCount[];
}

function tally(list: readonly Answer[]): ByAnswer {
  const found: Record<Answer, number> = { yes: 0, no: 0, partly: 0, na: 0, text: 0, unknown: 0 };
  for (const answer of list) found[answer] += 1;
  return found;
}

/** What answers add up to, by section and by answer; a provision that nobody answered counts as unknown. */
export function countsOf(edition: Edition, given: readonly Answered[]): Counts {
  const by = new Map(given.map(({ provision, answer }) => [provision, answer]));
  const all = provisionsOf(edition).map((one) => ({
    ...one,
    answer: by.get(one.number) ?? ('unknown' as const),
    must: one.provision.strength === 'must',
  }));
  const count = (list: typeof all) => ({
    must: list.filter(({ must }) => must).length,
    should: list.filter(({ must }) => !must).length,
    total: list.length,
    byAnswer: tally(list.map(({ answer }) => answer)),
    mustByAnswer: tally(list.filter(({ must }) => must).map(({ answer }) => answer)),
    shouldByAnswer: tally(list.filter(({ must }) => !must).map(({ answer }) => answer)),
  });
  return {
    ...count(all),
    bySection: codes[edition].sections.map(({ number, title }) => ({
      section: number,
      title,
      ...count(all.filter(({ section }) => section === number)),
    })),
  };
}

/** The reporting year as it is named: 2023 is '2023-24'. */
export function yearName(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The reporting year that a name or a plain year means: '2023-24' and '2023' are 2023; null when it is none. */
export function yearFrom(text: string): number | null {
  const found = /^(20\d\d|21\d\d)(?:-(\d\d))?$/.exec(text.trim());
  if (found === null) return null;
  const year = Number(found[1]);
  return found[2] === undefined || Number(found[2]) === (year + 1) % 100 ? year : null;
}

/** One of the provisions that are not met, with why and by when: what the annual report lists. */
export interface Unmet {
  readonly provision: string;
  readonly duty: string;
  readonly answer: 'no' | 'partly';
  readonly reason: string;
  readonly intendedOn: Day | null;
  readonly intendedWords: string;
  readonly commentary: string;
  readonly actions: readonly {
    readonly action: string;
    readonly lead: string;
    readonly targetOn: Day | null;
    readonly targetWords: string;
    readonly progress: string;
    readonly done: boolean;
  }[];
}
