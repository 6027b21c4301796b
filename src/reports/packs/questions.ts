/**
 * What a reader should ask. Each question rests on a figure of the pack and says which; a pack without questions says
 * that the figures raise none. Nothing is judged here: the answers are people's.
 */
import type { Measured } from '../measured.js';
import { grouped, inFigures } from '../rounding.js';
import { sameFigure } from './changes.js';

export interface Question {
  readonly asks: string;
  /** The figures that raise it. */
  readonly because: string;
}

/** What is open on the day of the pack, which no period holds. */
export interface OpenNow {
  readonly overdue: number;
  readonly open: number;
  readonly promisesLate: number;
  readonly promisesOpen: number;
  /** Provisions answered yes while the cases say otherwise. */
  readonly contradicted: readonly string[];
  readonly ombudsmanOrdersLate: number;
}

type Rule = (figures: Figures) => Question | null;

interface Figures {
  readonly now: readonly Measured[];
  readonly before: readonly Measured[];
  readonly open: OpenNow;
  readonly find: (id: string, group?: string | null, reading?: string | null) => Measured | undefined;
}

const late =
  (what: string, id: string, group: string | null, reading: string | null): Rule =>
  ({ find }) => {
    const m = find(id, group, reading);
    if (m === undefined || m.value === null || m.numerator === null || m.denominator === null) return null;
    const missed = m.denominator - m.numerator;
    if (missed === 0) return null;
    return {
      asks: `Why ${missed === 1 ? 'was one' : `were ${grouped(missed)}`} of ${grouped(m.denominator)} ${what} late, and what did those residents lose by it?`,
      because: `${m.words}: ${inFigures(m)}.`,
    };
  };

const rules: readonly Rule[] = [
  late('stage 1 acknowledgements', 'acknowledged-in-time', null, null),
  late('stage 1 answers', 'ch02.1', 'all', 'with-extensions'),
  late('final answers', 'ch02.2', 'all', 'with-extensions'),
  ({ find }) => {
    const base = find('ch02.1', 'all', 'base');
    const extended = find('ch02.1', 'all', 'with-extensions');
    if (!base || !extended || base.value === null || extended.value === null || base.value === extended.value)
      return null;
    return {
      asks: 'Which answers were in time only because more time was taken, and was the reason good each time?',
      because: `Stage 1 in time: ${inFigures(base)} without extensions, ${inFigures(extended)} with them.`,
    };
  },
  ({ open }) =>
    open.overdue === 0
      ? null
      : {
          asks: 'What is being done today for the residents whose date has passed?',
          because: `${grouped(open.overdue)} of ${grouped(open.open)} open cases have a date that has passed.`,
        },
  ({ open }) =>
    open.promisesLate === 0
      ? null
      : {
          asks: 'Which promises to residents are late, who owns them, and what were the residents told?',
          because: `${grouped(open.promisesLate)} of ${grouped(open.promisesOpen)} open promises are past their date.`,
        },
  ({ find, before }) => {
    const rate = find('escalation-rate');
    const earlier = rate && sameFigure(before, rate);
    if (!rate || rate.value === null || !earlier || earlier.value === null || rate.value <= earlier.value) return null;
    return {
      asks: 'What did stage 1 leave unanswered for those who went on to stage 2?',
      because: `Stage 2 of stage 1: ${inFigures(rate)}, ${inFigures(earlier)} before.`,
    };
  },
  ({ now }) => {
    const refused = now.filter((m) => m.id === 'refused' && m.group !== null && (m.value ?? 0) > 0);
    const sum = refused.reduce((all, m) => all + (m.value ?? 0), 0);
    if (sum === 0) return null;
    return {
      asks: 'Was each refusal weighed on its own circumstances, and was each resident told how to reach the Ombudsman?',
      because: `${grouped(sum)} complaint${sum === 1 ? ' was' : 's were'} refused.`,
    };
  },
  ({ open }) =>
    open.contradicted.length === 0
      ? null
      : {
          asks: 'Why does the self-assessment say yes where the cases say otherwise?',
          because: `Provision${open.contradicted.length === 1 ? '' : 's'} ${open.contradicted.join(', ')}.`,
        },
  ({ open }) =>
    open.ombudsmanOrdersLate === 0
      ? null
      : {
          asks: 'Why is an order of the Ombudsman not complied with by its date?',
          because: `${grouped(open.ombudsmanOrdersLate)} order${open.ombudsmanOrdersLate === 1 ? ' is' : 's are'} past the date it states.`,
        },
  ({ now }) => {
    const unknown = now
      .filter((m) => m.reading === null || m.reading === 'with-extensions')
      .reduce((most, m) => Math.max(most, m.unknown), 0);
    if (unknown === 0) return null;
    return {
      asks: 'Which facts are missing from the register, and when will they be found?',
      because: `Up to ${grouped(unknown)} case${unknown === 1 ? ' is' : 's are'} left out of a figure because a fact is not known.`,
    };
  },
];

/** The questions that the figures raise, the most pressing first. */
export function whatToAsk(now: readonly Measured[], before: readonly Measured[], open: OpenNow): readonly Question[] {
  const find: Figures['find'] = (id, group = null, reading = null) =>
    now.find((m) => m.id === id && m.group === group && m.reading === reading) ??
    (group === null && reading === null ? now.find((m) => m.id === id) : undefined);
  return rules.flatMap((rule) => rule({ now, before, open, find }) ?? []);
}
