/** What the written summary of a hazard lacks of what the regulations on hazards ask, one plain sentence each. */
import { hazardOf } from '../complaint/hazard-objections.js';
import { stillOwed } from '../complaint/hazard-plan.js';
import { type Day, inWords } from '../facts/days.js';
import { hazardRegulations } from '../law/hazards.js';
import { everyBlock, textOf } from './blocks.js';
import { holds, substantial } from './substance.js';
import type { Element, Letter, LetterInput } from './words.js';

const asked = `The law on hazards (${hazardRegulations}) asks for it`;

/** Null when the letter says it. */
export function lackOfHazardSummary(
  element: Element,
  letter: Letter,
  { case: c, today }: Pick<LetterInput, 'case' | 'today'>,
): string | null {
  const { matter } = letter;
  if (matter.kind !== 'hazard-summary') return null;
  const hazard = hazardOf(c, matter.hazard);
  if (hazard === null) return 'The hazard that this letter is about is no longer on record: begin another letter.';
  const { plan } = matter;
  const parts = everyBlock(letter.body).filter((block) => block.says?.element === element);
  const text = parts.map(textOf).join('\n');
  // What is composed from the case does not stand in for what a person has to say.
  const told = parts.length > 0 && parts.every((block) => substantial(textOf(block)));
  const owed = stillOwed(hazard, c.tenure);
  switch (element) {
    case 'hazard-found':
      return told ? null : `The letter doesn’t say what was found: tell them. ${asked}.`;
    case 'hazard-finding':
      return told
        ? null
        : `Nobody has looked into the hazard as the case stands now: record the investigation first. ${asked}.`;
    case 'safety-work':
      if (!told)
        return `The letter doesn’t say what will be done to make the home safe or, where nothing is, why: tell them. ${asked}.`;
      return owed.safety ? lackOfDay(text, plan.safeBy, today, 'by when the home is made safe') : null;
    case 'further-work':
      if (!told) return `The letter doesn’t say what keeps it from coming back: tell them. ${asked}.`;
      return (
        (owed.furtherToBegin ? lackOfDay(text, plan.furtherFrom, today, 'when the further work begins') : null) ??
        (owed.further ? lackOfDay(text, plan.furtherBy, today, 'when the further work is finished') : null)
      );
    case 'meanwhile':
      return told ? null : `The letter doesn’t say what they can do meanwhile: tell them. ${asked}.`;
    case 'how-to-reach-us':
      return [letter.from.phone, letter.from.email, 'write to us'].some((way) => way !== '' && holds(text, way))
        ? null
        : `The letter doesn’t say how to reach you: put that back. ${asked}.`;
    default:
      return null;
  }
}

function lackOfDay(text: string, on: Day | null, today: Day, what: string): string | null {
  if (on === null || !holds(text, inWords(on)))
    return `The letter doesn’t say ${what}: begin the summary again, with the day. ${asked}.`;
  return on < today
    ? `The letter gives ${inWords(on)} for ${what}, which is past: begin the summary again, with a day that can be kept.`
    : null;
}
