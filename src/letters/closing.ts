/** The parts that letters share: how to reach us, who looks into it, the Ombudsman, the way to stage 2. */
import type { Clock, ClockKind } from '../complaint/clocks.js';
import { type Day, inWords } from '../facts/days.js';
import type { RefusalGround } from '../facts/happened.js';
import { heading, paragraph, quote } from './blocks.js';
import { contact, housingOmbudsman } from './ombudsman.js';
import type { Element, LetterBlock, LetterInput } from './words.js';

/** The one live due date of a stage's answer; null when no clock tells one. */
export function answerDue(clocks: readonly Clock[], stage: 1 | 2): Day | null {
  const kind: ClockKind = stage === 1 ? 'stage-1-response' : 'stage-2-response';
  return clocks.find((c) => c.kind === kind && c.stage === stage)?.due ?? null;
}

/** How to reach the landlord, with the reference to name; as one sentence. */
export function reachUs({ letterhead, case: c }: LetterInput): string {
  const ways = [
    ...(letterhead.phone === '' ? [] : [`ring us on ${letterhead.phone}`]),
    ...(letterhead.email === '' ? [] : [`email ${letterhead.email}`]),
    'write to us at the address on this letter',
  ];
  const said = ways.length === 1 ? ways[0] : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`;
  return `You can ${said}. Please give your reference, ${c.reference}, if you have it to hand.`;
}

/** The closing part that says how to reach us. */
export function questions(input: LetterInput): readonly LetterBlock[] {
  return [heading('If you have a question'), paragraph(reachUs(input))];
}

/** 3.7: at any time, not only at the end. */
export function ombudsmanAtAnyTime(): readonly LetterBlock[] {
  return [
    heading('The Housing Ombudsman can help you at any time'),
    paragraph(
      'The Housing Ombudsman is free, and it is independent of us. You can ask it for advice at any point while we deal with your complaint.',
    ),
    contact(housingOmbudsman, 'ombudsman'),
  ];
}

/** 2.4, 5.11: the right to have the Ombudsman look at a no. */
export function takeItToTheOmbudsman(what: string): readonly LetterBlock[] {
  return [
    heading('If you think we are wrong'),
    paragraph(
      `You have the right to take this decision to the Housing Ombudsman. It is free, and it is independent of us. If it thinks that we should ${what}, it can tell us to do so.`,
      'right-to-challenge',
    ),
    contact(housingOmbudsman, 'ombudsman'),
    paragraph(
      'You can also come back to us. If something has changed, or there is something that we did not know, tell us and we will look again.',
    ),
  ];
}

/** 6.9: how to ask for stage 2, in any way and without a reason. */
export function howToGoToStage2(input: LetterInput): readonly LetterBlock[] {
  const from =
    input.case.edition === '2024' || input.case.edition === null
      ? 'from the day we confirm it'
      : 'from the day you ask';
  const acknowledged =
    input.case.edition === '2024' || input.case.edition === null
      ? 'We will confirm your request within 5 working days. '
      : '';
  return [
    heading('If you are not happy with our answer'),
    paragraph(
      'You can ask us to look at your complaint again at stage 2. You can ask for all of it or for some points. You do not have to give a reason. Someone who has not worked on your complaint before will look at it afresh.',
      'escalation',
    ),
    paragraph(
      `Tell us in whatever way is easiest for you. ${reachUs(input)} ${acknowledged}We will then answer within 20 working days ${from}.`,
      'escalation',
    ),
  ];
}

export const groundWords: Readonly<Record<RefusalGround, string>> = {
  'over-twelve-months':
    'What you complain about happened, or you learned of it, more than 12 months before you told us.',
  'legal-proceedings': 'A court case about the same matter has started.',
  'already-considered': 'We have already looked at the same matter and answered it under our complaints policy.',
  'not-our-resident-or-service': 'This is not about a home or a service that we are responsible for.',
  other: 'Our reason is set out below.',
};

/** The facts that a ground rests on. */
export function groundFacts(ground: RefusalGround, filedOn: Day | null, issueOn: Day | null): readonly string[] {
  return [
    ...(ground === 'legal-proceedings' && filedOn ? [`The claim was filed at court on ${inWords(filedOn)}.`] : []),
    ...(ground === 'over-twelve-months' && issueOn ? [`The date we have for this is ${inWords(issueOn)}.`] : []),
  ];
}

/** When we will answer, as the live clock has it. */
export function answerBy(input: LetterInput, stage: 1 | 2): readonly LetterBlock[] {
  const due = answerDue(input.clocks, stage);
  const element: Element = 'due-date';
  return due === null ? [] : [paragraph(`We will send you our answer by ${inWords(due)}.`, element)];
}

/** A long message in short: cut at a word, never changed. */
export function quoted(words: string): LetterBlock {
  const text = words.trim();
  return quote(text.length <= longestQuote ? text : `${text.slice(0, text.lastIndexOf(' ', longestQuote))} […]`);
}

const longestQuote = 600;

/** What they said when they asked for stage 2, if they said anything: no reason is needed (6.12). */
export function stillUnhappy({ case: c, say }: LetterInput): readonly LetterBlock[] {
  const why = c.escalation?.words ? (say(c.escalation.words)?.trim() ?? '') : '';
  return why === '' ? [] : [paragraph('You told us why you were still unhappy:'), quoted(why)];
}
