/**
 * What an answer's cell says. Only what is plainly there: a mark that is lost, doubled or doubtful is unknown, and
 * nothing but a plain yes is ever read as one.
 */
import { oneLine } from './plain.js';
import type { GivenAnswer } from './shape.js';

export interface Said {
  readonly answer: GivenAnswer;
  /** What stands in the cell besides the answer. */
  readonly rest: string;
  /** Whether the words leave room for doubt. */
  readonly doubt: string | null;
}

const tick = /^[√✓✔☑🗸]+$/u;
const cross = /^[x×✗✘✕☒]$/iu;
const nothing: Said = { answer: 'unknown', rest: '', doubt: null };

const leading: readonly (readonly [RegExp, GivenAnswer])[] = [
  [/^n\s*\/\s*a\b|^not applicable\b|^does not apply\b/i, 'na'],
  [/^(?:yes\W{1,3})?part(?:ial|ially|ly)\b(?:\W{0,3}(?:compl(?:iant|aint|y|ies)|met|yes|no)\b)?/i, 'partly'],
  [/^(?:non|not|no)\W{0,2}(?:yet )?(?:fully )?(?:compl(?:iant|aint|y|ying)|met)\b/i, 'no'],
  [/^not (?:yet|currently|at present|fully|entirely)\b/i, 'no'],
  [/^(?:now |fully )?compl(?:iant|ies|y)\b|^met\b/i, 'yes'],
  [/^yes\b|^y$|^y(?=\W*$)/i, 'yes'],
  [/^no(?=\W*$)|^no(?=\s*[–—:;,.(-])|^n$/i, 'no'],
];

/** Reads one cell that holds an answer: 'Yes', '√', 'N/A', 'Partially', 'Yes – see 3.2'. */
export function readAnswer(cell: string): Said {
  const text = oneLine(cell);
  if (text === '' || /^[-–—_.\s]+$/.test(text)) return nothing;
  const boxes = readBoxes(text);
  if (boxes !== null) return boxes;
  if (tick.test(text)) return { answer: 'yes', rest: '', doubt: null };
  // The form's own prompt, with nothing chosen, or both.
  if (/^(?:comply\W+)?yes\s*(?:\/|or|,|\||&|and)?\s*no\b\W*(?:n\s*\/\s*a)?\W*$/i.test(text))
    return { ...nothing, doubt: 'The form’s own “yes or no” was left standing.' };
  if (cross.test(text))
    return { ...nothing, rest: text, doubt: 'A cross can mean chosen or not met; the document does not say which.' };
  for (const [pattern, answer] of leading) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length).replace(/^[\s–—:;,.-]+/, '');
    // A row broken over two pages has its answer on both.
    if (/^(?:yes\W*)+$/i.test(text)) return { answer: 'yes', rest: '', doubt: null };
    if (answer === 'yes' && /^\W*(?:and|or)?\W*no\b(?!\s+\w)/i.test(rest))
      return { ...nothing, rest: text, doubt: 'The answer says both yes and no.' };
    return { answer, rest, doubt: doubtOf(answer, rest, text) };
  }
  return { answer: 'text', rest: text, doubt: null };
}

function doubtOf(answer: GivenAnswer, rest: string, text: string): string | null {
  if (answer !== 'yes' || rest === '') return null;
  if (/\bpart(?:ial|ially|ly)\b|\bnot (?:yet|fully|always|currently)\b|\bexcept\b|\bbut\b/i.test(rest))
    return `The answer is “${text.slice(0, 120)}”, a yes with a reservation.`;
  return null;
}

/** `☒ Yes ☐ No`, `[x] Yes [ ] No`. */
function readBoxes(text: string): Said | null {
  const found = [...text.matchAll(/(☒|☑|✓|✔|√|☐|□|\[\s*x?\s*\])\s*(yes|no|n\/a|partial\w*)/giu)];
  if (found.length === 0) return null;
  const chosen = found.filter(([, box]) => !/^(?:☐|□|\[\s*\])$/u.test(box ?? '')).map(([, , word]) => word ?? '');
  const [only, ...more] = chosen;
  if (only === undefined || more.length > 0) return { ...nothing, doubt: 'No box, or more than one, is ticked.' };
  return { ...readAnswer(only), rest: '' };
}

/** Reads the two columns Yes and No of the form of 2020. */
export function readTwoColumns(yes: string, no: string): Said {
  const [left, right] = [oneLine(yes), oneLine(no)];
  if (left === '' && right === '') return nothing;
  if (left !== '' && right !== '') {
    const both = readAnswer(left);
    // 'One' beside 'Upheld at stage 1': the two columns together hold an answer in words.
    return both.answer === 'text'
      ? { answer: 'text', rest: `${left}\n${right}`, doubt: null }
      : { ...nothing, rest: `${left}\n${right}`, doubt: 'Both columns, yes and no, are filled in.' };
  }
  if (left !== '') {
    const said = readAnswer(left);
    return said.answer === 'no' ? { ...nothing, rest: left, doubt: 'The column for yes says no.' } : said;
  }
  return readNoColumn(right);
}

function readNoColumn(text: string): Said {
  if (tick.test(text) || cross.test(text)) return { answer: 'no', rest: '', doubt: null };
  const said = readAnswer(text);
  if (said.answer === 'no' || said.answer === 'na' || said.answer === 'partly') return said;
  if (said.answer === 'yes') return { ...nothing, rest: text, doubt: 'The column for no says yes.' };
  const marked = /^[x×✗✘√✓✔]\s*[–—:-]?\s*(.*)$/iu.exec(text);
  if (marked !== null)
    return { answer: 'no', rest: marked[1] ?? '', doubt: 'A mark in the column for no, with words of its own.' };
  return { answer: 'text', rest: text, doubt: null };
}
