/**
 * The form as one decision: which questions are asked, in which order, and what follows from which answer. A screen
 * shows a question and keeps its answer; where to go next is asked here.
 */
import type { Told } from './told.js';

/** The questions by the last part of their addresses. */
export const questions = [
  'who',
  'for',
  'authority',
  'member',
  'group',
  'points',
  'risk',
  'emergency',
  'hazards',
  'home',
  'name',
  'contact',
  'safe',
  'adjustments',
  'files',
  'before',
  'choice',
  'check',
] as const;
export type Question = (typeof questions)[number];

/** The questions for this person, by what they have said so far. What they came for stands before the first of them. */
export function questionsFor(told: Told): readonly Question[] {
  const { wish, teller } = told;
  if (wish === null) return [];
  if (wish === 'thank') return ['points', 'name', 'contact', 'check'];
  const who: readonly Question[] =
    teller === 'for-someone'
      ? ['who', 'for', 'authority']
      : teller === 'member'
        ? ['who', 'member']
        : teller === 'group'
          ? ['who', 'group']
          : ['who'];
  const danger: readonly Question[] = told.risk === 'now' ? ['risk', 'emergency'] : ['risk'];
  const reached: readonly Question[] = waysToldOf(told.you) > 0 ? ['name', 'contact', 'safe'] : ['name', 'contact'];
  const unhappy = wish === 'wrong' || told.toldBefore === true;
  return [
    ...who,
    'points',
    ...danger,
    'hazards',
    'home',
    ...reached,
    'adjustments',
    'files',
    ...(wish === 'ask' ? (['before'] as const) : []),
    ...(unhappy ? (['choice'] as const) : []),
    'check',
  ];
}

function waysToldOf({ email, phone, post }: Told['you']): number {
  return [email, phone, post].filter((way) => way.trim() !== '').length;
}

/**
 * Where somebody goes from a question: to the next that they have not seen, so that changing one answer leads back to
 * the end by way of nothing but what the change has made necessary.
 */
export function nextAfter(told: Told, question: Question | 'wish'): Question {
  const asked = questionsFor(told);
  const at = question === 'wish' ? -1 : asked.indexOf(question);
  return asked.slice(at + 1).find((one) => !told.answered.includes(one)) ?? 'check';
}

/** The question before this one, for the link back; null at the beginning. */
export function before(told: Told, question: Question): Question | null {
  const asked = questionsFor(told);
  const at = asked.indexOf(question);
  return at <= 0 ? null : (asked[at - 1] ?? null);
}

/** The first question that was not answered yet; null when the answers can be checked and sent. */
export function firstUnanswered(told: Told): Question | null {
  return questionsFor(told).find((one) => one !== 'check' && !told.answered.includes(one)) ?? null;
}

/** Whether there is anything to send: words in at least one point. Nothing else is needed (3.2). */
export function canBeSent(told: Told): boolean {
  return told.wish !== null && told.points.some((point) => point.what.trim() !== '');
}

/** With this question answered, or passed over. */
export function withAnswer(told: Told, question: Question, change: Partial<Told>): Told {
  const next = { ...told, ...change };
  return told.answered.includes(question) ? next : { ...next, answered: [...told.answered, question] };
}
