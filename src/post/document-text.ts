/** What the renderers of documents share about people's words. */
import type { Cell } from '../reports/document.js';

/** Paragraphs of what somebody wrote: a blank line parts them, a single break stays in. */
export function paragraphsSaid(text: string): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
}

const longestWord = 40;

/** A word without end (an address, a paste gone wrong) may break, so that it never runs off the paper. */
export function looseWords(text: string): string {
  return text.replace(/\S{41,}/gu, (word) => {
    const signs = [...word];
    const pieces: string[] = [];
    for (let at = 0; at < signs.length; at += longestWord) pieces.push(signs.slice(at, at + longestWord).join(''));
    return pieces.join('\u200b');
  });
}

/** By its first letter: Arabic, Hebrew and their neighbours run from the right. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first);
}

/** Beyond this many characters a column asks for no more room: its words run over several lines. */
const wideEnough = 40;
/** A word of more characters than this (an address) is broken, and asks for no more room. */
const longestKept = 20;
/** What surrounds a word in its cell, in characters. */
const around = 3;

/** How much room each column of a table asks for, in characters: its longest word at least, more where it says much. */
export function roomOf(width: number, head: readonly Cell[], rows: readonly (readonly Cell[])[]): readonly number[] {
  return Array.from({ length: width }, (_, at) => {
    const said = rows.map((row) => wordsOf(row[at]));
    const longest = [wordsOf(head[at]), ...said].reduce(
      (most, text) => text.split(/\s+/).reduce((so, word) => Math.max(so, word.length), most),
      1,
    );
    const average = said.reduce((sum, text) => sum + text.length, 0) / Math.max(1, said.length);
    return Math.round(Math.max((Math.min(longest, longestKept) + around) * 1.4, Math.min(wideEnough, average)));
  });
}

function wordsOf(cell: Cell | undefined): string {
  return (cell?.text ?? [])
    .map((piece) => (typeof piece === 'string' ? piece : 'strong' in piece ? piece.strong : piece.text))
    .join('');
}
