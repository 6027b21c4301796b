/** A policy as sentences, each knowing its paragraph and the heading above it. */
import type { Written } from '../read/shape.js';
import type { Excerpt } from './findings.js';

export interface Sentence {
  readonly text: string;
  readonly heading: string;
  readonly paragraph: number;
  /** The line that introduces the list of which it is an item: 'We will not consider:'. */
  readonly before: string;
  readonly isHeading: boolean;
}

export interface PolicyText {
  readonly sentences: readonly Sentence[];
  readonly whole: string;
}

const most = 250_000;

/** A line that heads what follows: short, without a full stop, numbered or in title words. */
function isHeading(line: string): boolean {
  if (line.length > 90 || /[.;:,?!]$/.test(line)) return false;
  if (/^(?:section\s+)?\d{1,2}(?:\.\d{1,2})?[.)]?\s+[A-Z][^.]{2,70}$/.test(line) && line.split(' ').length <= 10)
    return true;
  return (
    /^[A-Z]/.test(line) &&
    line.split(' ').length <= 8 &&
    !/\b(?:is|are|will|must|may|can|shall|should|we|you)\b/i.test(line)
  );
}

/** Reads a policy from what a document holds. */
export function policyText(written: Written): PolicyText {
  const lines = written.flatMap((block) =>
    block.is === 'row'
      ? [{ text: block.cells.filter((cell) => cell !== '').join(': '), heading: false, row: true }]
      : block.text.split('\n').map((text) => ({ text, heading: block.is === 'heading', row: false })),
  );
  const sentences: Sentence[] = [];
  let heading = '';
  let paragraph = 0;
  let length = 0;
  let lead = '';
  for (const { text: raw, heading: marked, row } of lines) {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line === '' || length > most) continue;
    length += line.length;
    if (marked || (!row && isHeading(line))) {
      heading = line;
      lead = '';
      sentences.push({ text: line, heading: line, paragraph: paragraph + 1, before: '', isHeading: true });
      continue;
    }
    paragraph += 1;
    for (const text of line.split(/(?<=[.!?][’”"')]?)\s+(?=[A-Z‘“"'(])/).flatMap(cutLong))
      sentences.push({ text, heading, paragraph, before: lead, isHeading: false });
    // 'We will not consider:' introduces the items that follow it.
    if (/:$/.test(line)) lead = line;
    else if (/[.!?]$/.test(line) && !/^[a-z•-]/.test(line)) lead = '';
  }
  return { sentences, whole: sentences.map(({ text }) => text).join(' ') };
}

/** No sentence that a person wrote is as long; one that is would be looked through for too long. */
const longest = 700;

function cutLong(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += longest) pieces.push(text.slice(at, at + longest));
  return pieces;
}

/** A sentence as it is quoted: whole, or what stands around the words that were found. */
export function excerptOf({ text, heading, paragraph }: Sentence, at = 0): Excerpt {
  const from = text.length > 320 ? Math.max(0, at - 140) : 0;
  const cut = text.slice(from, from + 320);
  const quote = `${from > 0 ? '… ' : ''}${cut}${from + 320 < text.length ? ' …' : ''}`;
  return { heading, paragraph, quote };
}
