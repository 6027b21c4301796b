/**
 * What a letter still lacks before it may go out. It reads the blocks and the text as they will be sent, after every
 * edit, and holds them against the case as it is now: a blanked place, a dropped reason, a point that was defined anew
 * since, or another due date than the live one are each named, with the provision.
 */

import type { Point } from '../complaint/case.js';
import { decisionAt, standingPoints } from '../complaint/points.js';
import { inWords } from '../facts/days.js';
import type { PointId } from '../facts/happened.js';
import { type Asked, askedOf } from './asked-of-letters.js';
import { everyBlock, textOf } from './blocks.js';
import { answerDue } from './closing.js';
import { type Wrong, wrongWords } from './forbidden.js';
import { lackOfHazardSummary } from './hazard-lacks.js';
import { lackWords } from './lack-words.js';
import { housingOmbudsman } from './ombudsman.js';
import { decisionWords } from './points.js';
import { lackOfPromises, lackOfRemedies } from './putting-right-lacks.js';
import { holds, keeps, substantial } from './substance.js';
import { lackOfFurtherRoute, lackOfOwnBody } from './who-can-look.js';
import type { Element, Letter, LetterInput } from './words.js';

export interface Missing {
  readonly element: Element | Wrong;
  readonly provision: string | null;
  readonly point: { readonly id: PointId; readonly number: number } | null;
  /** One plain sentence for the writer: what is missing or wrong, and what to do. */
  readonly words: string;
}

export type Against = Pick<LetterInput, 'case' | 'clocks' | 'say' | 'today'>;

/** What the letter lacks of what its edition and stage ask, and what it may not say; empty when it may go out. */
export function missing(letter: Letter, against: Against): readonly Missing[] {
  const { case: c } = against;
  const asked = askedOf(letter.kind, c.edition, letter.stage);
  return [...asked.flatMap((a) => lacking(a, letter, against)), ...wrongWords(letter, against)];
}

/** As the history keeps it: '6.9 reasons, point 2'. */
export function inBrief(m: Missing): string {
  return [m.provision, m.element].filter((t) => t !== null).join(' ') + (m.point ? `, point ${m.point.number}` : '');
}

function lacking(a: Asked, letter: Letter, against: Against): readonly Missing[] {
  const stage = letter.stage === 2 ? 2 : 1;
  if (a.of === 'whole') {
    const why = isOver(letter, a.element) ? null : lackOfWhole(a.element, letter, against, stage);
    return why === null ? [] : [{ element: a.element, provision: a.provision, point: null, words: why }];
  }
  const points = standingPoints(against.case, stage);
  if (points.length === 0) {
    // Once for the letter, not for each element.
    return a.element === 'definition' || a.element === 'decision'
      ? [
          {
            element: a.element,
            provision: a.provision,
            point: null,
            words: 'The complaint has no points yet: add what the resident complains about.',
          },
        ]
      : [];
  }
  return points.flatMap((p) => {
    const why = lackOfPoint(a.element, p, letter, against, stage);
    return why === null
      ? []
      : [{ element: a.element, provision: a.provision, point: { id: p.id, number: p.number }, words: why }];
  });
}

/** What is told of a restriction only as long as it holds. */
function isOver({ matter }: Letter, element: Element): boolean {
  const lifted = matter.kind === 'restriction-outcome' && matter.outcome === 'lifted';
  return lifted && (element === 'how-restricted' || element === 'right-to-challenge');
}

/** All that the letter says under an element, of a point or of the whole. */
function said(letter: Letter, element: Element, point: PointId | null | 'any'): string {
  return everyBlock(letter.body)
    .filter((b) => b.says?.element === element && (point === 'any' || b.says.point === point))
    .map(textOf)
    .join('\n');
}

/** Where it says what went wrong: a heading and what the resident asked for are no apology. Other scripts are believed. */
function apologises(text: string): boolean {
  return /\b(sorry|apolog)/i.test(text) || !/\p{Script=Latin}{3}/u.test(text);
}

function lackOfWhole(element: Element, letter: Letter, against: Against, stage: 1 | 2): string | null {
  if (letter.kind === 'hazard-summary') return lackOfHazardSummary(element, letter, against);
  const { case: c, say } = against;
  const text = said(letter, element, 'any');
  switch (element) {
    case 'stage':
      return new RegExp(`\\bstage ${stage}\\b`, 'i').test(text)
        ? null
        : `The letter doesn't say that this is the answer at stage ${stage}: say so near the top.`;
    case 'ombudsman':
      return holds(text, housingOmbudsman.phone ?? '') && holds(text, housingOmbudsman.website)
        ? null
        : "The Housing Ombudsman's contact details are missing: put back their phone number and website.";
    case 'right-to-challenge':
      return substantial(text) && holds(text, 'ombudsman')
        ? null
        : "The letter doesn't say that the resident can take this decision to the Housing Ombudsman: put that back.";
    case 'escalation':
      return substantial(text) &&
        /\bstage 2\b/i.test(text) &&
        [letter.from.phone, letter.from.email, 'write to us'].some((w) => w !== '' && holds(text, w))
        ? null
        : "The letter doesn't say how to ask for stage 2: say that they can, and how to reach you.";
    case 'what-went-wrong': {
      const wrong = standingPoints(c, stage).filter(
        (p) => (decisionAt(p, stage)?.finding ?? 'not-upheld') !== 'not-upheld',
      );
      if (wrong.length > 0 && substantial(text) && !apologises(text))
        return 'The letter says what went wrong and does not say sorry for it. Apologise in plain words: that is not of itself an admission (Compensation Act 2006, section 2).';
      return wrong.length === 0 || substantial(text)
        ? null
        : `You upheld ${wrong.length === 1 ? 'a point' : `${wrong.length} points`} but the letter doesn't say what went wrong or that you are sorry.`;
    }
    case 'remedy':
      return lackOfRemedies(text, against, stage);
    case 'actions':
      return lackOfPromises(text, against, stage);
    case 'due-date': {
      const due = answerDue(against.clocks, stage);
      return due === null || holds(text, inWords(due))
        ? null
        : `The letter doesn't say that the answer is due by ${inWords(due)}, which is the live date.`;
    }
    case 'new-date': {
      const due = letter.matter.kind === 'extension' ? letter.matter.newDate : null;
      return due !== null && holds(text, inWords(due))
        ? null
        : `The letter doesn't give the new date${due === null ? '' : `, ${inWords(due)}`}: say when the answer will come.`;
    }
    case 'promise': {
      const id = letter.matter.kind === 'promise-kept' ? letter.matter.promise : null;
      const promise = c.promises.find((p) => p.id === id);
      return promise && keeps(text, promise.words, say) ? null : "The letter doesn't say which promise was kept.";
    }
    case 'review-date': {
      const { matter } = letter;
      const on = 'reviewOn' in matter ? matter.reviewOn : null;
      return on === null || holds(text, inWords(on))
        ? null
        : `The letter doesn't say that the restriction is looked at again on ${inWords(on)}: put that back.`;
    }
    case 'reasons-for-refusal': {
      const parts = everyBlock(letter.body).filter((b) => b.says?.element === element);
      return parts.length > 0 && parts.every((b) => substantial(textOf(b)))
        ? null
        : parts.some((b) => b.block === 'place' && b.place === 'discretion' && !substantial(b.text))
          ? "The letter doesn't say why you didn't use your discretion for an older complaint: say what you thought about."
          : "The letter doesn't give your reasons: say why, for this resident, in full.";
    }
    default:
      return substantial(text) ? null : (lackWords[element] ?? `The letter lacks this: ${element}.`);
  }
}

function lackOfPoint(element: Element, p: Point, letter: Letter, against: Against, stage: 1 | 2): string | null {
  const { case: c, say } = against;
  const n = c.points.length === 1 ? 'The complaint' : `Point ${p.number}`;
  const text = said(letter, element, p.id);
  switch (element) {
    case 'definition':
      if (p.definition === null) return `${n} has no definition yet: set out how you understand it.`;
      return keeps(text, p.definition.understanding, say)
        ? null
        : `${n} isn't set out as the case has it now: write the letter anew from the point, or put the definition back.`;
    case 'outcome-sought':
      if (p.definition === null) return `${n} doesn't say yet what the resident wants to happen.`;
      return keeps(text, p.definition.outcomeSought, say) ? null : `${n} lacks what the resident wants to happen.`;
    case 'whose':
      if (p.whose === 'ours' && (letter.kind === 'stage-1-response' || letter.kind === 'final-response')) return null;
      return substantial(text)
        ? lackOfOwnBody(n, p, text)
        : `${n} doesn't say who is responsible for it: say whether it is yours, and if not, whose.`;
    case 'further-routes':
      return lackOfFurtherRoute(n, p, text);
    case 'decision': {
      if (p.whose !== 'ours') return null;
      const decision = decisionAt(p, stage);
      if (decision === null) return `${n} has no finding yet: decide it before you answer.`;
      return holds(text, decisionWords[decision.finding])
        ? null
        : `${n} lacks your decision, or says another than the one on record.`;
    }
    case 'reasons':
      // Without a finding there is nothing to give reasons for yet: the decision is what is missing.
      if (p.whose !== 'ours' || decisionAt(p, stage) === null) return null;
      return substantial(text) ? null : `${n} has no reasons: say what you found and how that led to your decision.`;
    case 'relied-on': {
      const relied = decisionAt(p, stage)?.reliedOn ?? [];
      return p.whose !== 'ours' || relied.every((r) => keeps(text, r.words, say))
        ? null
        : `${n} lacks the policy, law or good practice that the decision rests on.`;
    }
    default:
      return substantial(text) ? null : `${n} lacks this: ${element}.`;
  }
}
