/** Notes below a form, numbered, to which its rows point: 'Please see Note 1'. */
import { placeWords, type ReadNote, type Written } from './shape.js';

interface Growing {
  number: number;
  title: string;
  lines: string[];
  place: string;
}

/** The notes of a document, in order: from the heading 'Notes' on, each from its number to the next. */
export function notesIn(written: Written): readonly ReadNote[] {
  const start = written.findIndex(
    (block) => block.is !== 'row' && /^(?:\d+\.?\s*)?notes?\b/i.test(block.text) && block.text.length < 60,
  );
  if (start < 0) return [];
  const notes: Growing[] = [];
  for (const block of written.slice(start + 1)) {
    if (block.is === 'row') {
      if (notes.length > 0) break;
      continue;
    }
    const numbered = /^(?:note\s+)?(\d{1,2})[.):]\s*(\S.*)$/is.exec(block.text);
    if (numbered !== null && Number(numbered[1]) === notes.length + 1 && (numbered[2] ?? '').length < 300) {
      notes.push({ number: notes.length + 1, title: numbered[2] ?? '', lines: [], place: placeWords(block.place) });
      continue;
    }
    if (block.is === 'heading' || (block.text.length < 80 && /\baction plan$|^appendix\b/i.test(block.text))) {
      if (notes.length > 0) break;
      continue;
    }
    notes.at(-1)?.lines.push(block.text);
  }
  return notes.map(({ lines, ...note }) => ({ ...note, text: lines.join('\n') }));
}

/** The note to which an answer points, and the words besides. */
export function noteMeant(text: string): number | null {
  const found = /\b(?:see|refer to|at)\s+note\s*(\d{1,2})\b|^note\s*(\d{1,2})$/i.exec(text);
  return found === null ? null : Number(found[1] ?? found[2]);
}
