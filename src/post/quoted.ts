/**
 * A reply's own words apart from what it quotes, and what a forwarded message says of itself. The whole is kept; this
 * only decides what is read first.
 */
import { type Day, parseDay } from '../facts/days.js';
import type { Mailbox } from './headers.js';
import { headerInstant, londonDay, monthNumber } from './received-on.js';

/** A message shown inside another: who it says it is from, its day, and its words. */
export interface Inner {
  readonly from: Mailbox | null;
  readonly day: Day | null;
  readonly text: string;
}

const wrote = /^[ \t>]*(on|am|le|el)\b.{4,300}\b(wrote|schrieb|a écrit|escribió)\s*:?\s*$/i;
const divider =
  /^[ \t>]*(-{2,}\s*(original message|forwarded message|attached message|original appointment|forwarded by .{0,80})\s*-{0,}|begin forwarded message:|_{20,})\s*$/i;
const fromLine = /^[ \t>*]*from:\*?\s*(.{0,400})$/i;
const otherLine = /^[ \t>*]*(sent|date|to|cc|subject|reply-to|importance):\*?\s/i;

/** The lines at which an inner message begins, and where its words begin. */
function innerAt(lines: readonly string[], i: number): { header: string[]; wordsAt: number } | null {
  const line = lines[i] ?? '';
  if (wrote.test(line)) return { header: [line], wordsAt: i + 1 };
  // The line 'On … wrote:' is often folded once.
  if (/^[ \t>]*on\b/i.test(line) && line.length < 200 && wrote.test(`${line} ${lines[i + 1]?.replace(/^[ \t>]+/, '')}`))
    return { header: [`${line} ${lines[i + 1]?.replace(/^[ \t>]+/, '')}`], wordsAt: i + 2 };
  let at = i;
  const divided = divider.test(line);
  if (divided) {
    at++;
    while (at < i + 4 && (lines[at] ?? 'x').replace(/[ \t>]/g, '') === '') at++;
  }
  const block: string[] = [];
  let gaps = 0;
  while (at < lines.length && block.length < 12) {
    const next = lines[at] ?? '';
    if (fromLine.test(next) || otherLine.test(next)) block.push(next.replace(/^[ \t>*]+/, ''));
    else if (block.length > 0 && /^[ \t>]*$/.test(next) && gaps === 0 && isHeaderLine(lines[at + 1])) gaps++;
    else if (block.length > 0 && /^[ \t]+\S/.test(next) && isHeaderLine(lines[at + 1])) block.push(next.trim());
    else break;
    at++;
  }
  const hasFrom = block.some((each) => fromLine.test(each));
  const hasDate = block.some((each) => /^(sent|date):/i.test(each));
  if (block.length >= 2 && hasFrom && (hasDate || divided)) return { header: block, wordsAt: at };
  if (divided && /original|forwarded|attached/i.test(line)) return { header: [], wordsAt: at };
  return null;
}

function isHeaderLine(line: string | undefined): boolean {
  return line !== undefined && (fromLine.test(line) || otherLine.test(line));
}

/** Own words first: everything above the first quoted message, and what was written between or below quoted lines. */
export function ownWords(text: string): { own: string; quoted: string } {
  const lines = text.split('\n');
  const own: string[] = [];
  const quoted: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const inner = /^\s*>/.test(line) ? null : innerAt(lines, i);
    if (inner) {
      quoted.push(...lines.slice(i, inner.wordsAt));
      i = inner.wordsAt - 1;
      // Under 'On … wrote:' with > marks, words without a mark are the writer's own; else all that follows is quoted.
      const next = lines.slice(inner.wordsAt).find((each) => each.trim() !== '');
      if (!(next !== undefined && /^\s*>/.test(next))) {
        quoted.push(...lines.slice(inner.wordsAt));
        break;
      }
    } else if (/^\s*>/.test(line)) quoted.push(line);
    else own.push(line);
  }
  const words = own.join('\n').trim();
  return { own: words, quoted: quoted.join('\n').trim() };
}

/** The messages shown inside a text, the outermost first. */
export function innerMessages(text: string): readonly Inner[] {
  const lines = text.split('\n');
  const starts: { header: string[]; at: number; wordsAt: number }[] = [];
  for (let i = 0; i < lines.length && starts.length < 30; i++) {
    const inner = innerAt(lines, i);
    if (inner) {
      starts.push({ header: inner.header, at: i, wordsAt: inner.wordsAt });
      i = inner.wordsAt - 1;
    }
  }
  return starts.map((start, n) => ({
    from: fromOf(start.header),
    day: start.header.map((line) => shownDay(line)).find((day) => day !== null) ?? null,
    text: lines
      .slice(start.wordsAt, starts[n + 1]?.at ?? lines.length)
      .map((line) => line.replace(/^[ \t]*>+ ?/, ''))
      .join('\n')
      .trim(),
  }));
}

function fromOf(header: readonly string[]): Mailbox | null {
  for (const line of header) {
    const said = fromLine.exec(line)?.[1] ?? (wrote.test(line) ? line : null);
    if (said === null) continue;
    const address = /[^\s@<>()[\]"',;:]{1,100}@[^\s@<>()[\]"',;:]{1,150}/
      .exec(said)?.[0]
      ?.replace(/\.$/, '')
      .toLowerCase();
    const name = (fromLine.exec(line)?.[1] ?? '')
      .replace(/[<[(].*$/, '')
      .replace(/["*]/g, '')
      .trim();
    return address ? { name, address } : null;
  }
  return null;
}

/** The day that a 'Sent:', 'Date:' or 'On … wrote:' line shows. Days before months, as England writes them. */
export function shownDay(line: string): Day | null {
  const shown =
    /^[ \t>*]*(?:sent|date):\*?\s*(.{4,120})/i.exec(line)?.[1] ?? (wrote.test(line) ? line.slice(0, 320) : null);
  if (shown === null) return null;
  if (/[+-]\d{4}\b|\b(GMT|UTC|BST)\b/.test(shown)) {
    const instant = headerInstant(shown.replace(/\bat\b/, ' '));
    if (instant !== null) return londonDay(instant);
  }
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(shown);
  if (iso) return parseDay(iso[0]);
  const named = /\b(\d{1,2})(?:st|nd|rd|th)?[ .-]+(?:of )?([A-Za-z]{3,9})[.,]?[ -]+(\d{4}|\d{2})\b/.exec(shown);
  if (named) {
    const month = monthNumber(named[2] ?? '');
    if (month !== null) return dayOf(named[3] ?? '', month, Number(named[1]));
  }
  const american = /\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(shown);
  if (american) {
    const month = monthNumber(american[1] ?? '');
    if (month !== null) return dayOf(american[3] ?? '', month, Number(american[2]));
  }
  const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/.exec(shown);
  if (slashed) {
    const [, a = '', b = '', year = ''] = slashed;
    return dayOf(year, Number(b), Number(a)) ?? dayOf(year, Number(a), Number(b));
  }
  return null;
}

function dayOf(year: string, month: number, date: number): Day | null {
  const full = year.length === 2 ? `20${year}` : year;
  return parseDay(`${full}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
}
