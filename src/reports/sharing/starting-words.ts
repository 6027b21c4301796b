/** With what an item begins before a person has written it: from what a case taught, or from an improvement and its numbers. */
import type { Audience } from './audiences.js';

export interface ItemWords {
  readonly area: string;
  readonly said: string;
  readonly did: string;
}

export interface FromLearning {
  readonly area: string | null;
  readonly category: string | null;
  /** What the landlord wrote down as learnt, for colleagues. */
  readonly learnt: string;
}

export interface FromImprovement {
  readonly title: string;
  readonly aim: string;
  readonly proof: string | null;
  readonly area: string | null;
  readonly category: string | null;
  /** The last review, if there was one: complaints before and after, of so many days each. */
  readonly effect: {
    readonly days: number;
    readonly before: number;
    readonly after: number;
    readonly worked: boolean;
  } | null;
}

const about = (category: string | null): string =>
  category === null || category === ''
    ? 'something we had not put right'
    : category.charAt(0).toLowerCase() + category.slice(1);

const stop = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);

/** From what a case taught: its category alone, and what colleagues learnt. */
export function fromLearning(audience: Audience, { area, category, learnt }: FromLearning): ItemWords {
  const said =
    audience === 'residents'
      ? `You told us about ${about(category)}.`
      : audience === 'panel'
        ? `Residents told us about ${about(category)}.`
        : `Complaints about ${about(category)}.`;
  return { area: area ?? '', said, did: stop(learnt.trim()) };
}

/** From an improvement: what it was to stop, what was done, and for whoever oversees it the numbers before and after. */
export function fromImprovement(audience: Audience, from: FromImprovement): ItemWords {
  const { title, aim, proof, area, category, effect } = from;
  const said =
    audience === 'residents'
      ? `You told us about ${about(category)}.`
      : aim.trim() === ''
        ? `Complaints about ${about(category)}.`
        : stop(aim.trim());
  const did = [stop(title.trim()), ...(proof === null || audience === 'residents' ? [] : [stop(proof.trim())])];
  if (effect !== null) {
    const weeks = Math.round(effect.days / 7);
    did.push(
      audience === 'residents'
        ? effect.worked
          ? 'Since then fewer of you have had to complain about it.'
          : 'You still complain about it, so we go on.'
        : `Complaints in the ${weeks} weeks before: ${effect.before}. In the ${weeks} weeks after: ${effect.after}.`,
    );
  }
  return { area: area ?? '', said, did: did.join(' ') };
}
