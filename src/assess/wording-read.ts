/**
 * The official wording out of a landlord's own copy of the form, pasted as text: a line that begins with the number of a
 * provision begins its text, and the lines after it go on with it. In a table, the cell after the number is the text.
 */
import type { Edition } from '../law/words.js';
import { provisionsOf } from './answers.js';

const longest = 10_000;

export interface WordingRead {
  readonly texts: ReadonlyMap<string, string>;
  /** Numbers that the edition does not have. */
  readonly strange: readonly string[];
  readonly missing: readonly string[];
}

/** What was found, what was not, and which numbers the edition does not know. */
export function readWording(edition: Edition, pasted: string): WordingRead {
  const known = new Set(provisionsOf(edition).map(({ number }) => number));
  const texts = new Map<string, string>();
  const strange: string[] = [];
  let current: string | null = null;
  for (const line of pasted.replace(/\r\n?/g, '\n').split('\n')) {
    const found = /^[\s|*]*(\d{1,2}\.\d{1,2})[*.:)]*(?=[\s|,"])[\s|,:"]*(.*)$/.exec(line);
    const number = found?.[1];
    if (number !== undefined) {
      current = known.has(number) ? number : null;
      if (current === null) strange.push(number);
    }
    if (current === null) continue;
    const words = tidy(number === undefined ? line : (found?.[2] ?? ''));
    if (words === '') continue;
    const before = texts.get(current);
    texts.set(current, (before === undefined ? words : `${before}\n${words}`).slice(0, longest));
  }
  return { texts, strange: [...new Set(strange)], missing: [...known].filter((number) => !texts.has(number)) };
}

/** The first cell that says something: the answer and the evidence beside it are not the wording. */
function tidy(text: string): string {
  const cell = text.split(/\t|\s\|\s?|\|$/).find((one) => one.trim() !== '') ?? '';
  return cell.replace(/^"|"$/g, '').trim();
}
