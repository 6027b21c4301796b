/** Small builders, so that a letter's file reads like the letter; and what can be asked of any block. */
import type { PointId } from '../facts/happened.js';
import type { Element, Facts, Heading, LetterBlock, List, Paragraph, Place, Quote } from './words.js';

/** A heading, which says no element of the Code. */
export function heading(text: string, level: 2 | 3 = 2): Heading {
  return { block: 'heading', level, text, says: null };
}

/** A paragraph; with `element`, what the Code asks that it says, and of which point. */
export function paragraph(text: string, element: Element | null = null, point: PointId | null = null): Paragraph {
  return { block: 'paragraph', text, says: element && { element, point } };
}

/** The resident’s own words, which no check reads as ours. */
export function quote(text: string): Quote {
  return { block: 'quote', text, says: null };
}

/** A list of short texts. */
export function list(items: readonly string[], element: Element | null = null, point: PointId | null = null): List {
  return { block: 'list', items, says: element && { element, point } };
}

/** Names with their values, one a row. */
export function facts(
  rows: readonly (readonly [label: string, value: string])[],
  element: Element | null = null,
): Facts {
  return {
    block: 'facts',
    rows: rows.map(([label, value]) => ({ label, value })),
    says: element && { element, point: null },
  };
}

/** A marked place in which a person may write; it starts with what the case says. */
export function place(
  name: string,
  label: string,
  hint: string,
  text: string,
  element: Element | null = null,
  point: PointId | null = null,
): Place {
  return { block: 'place', place: name, label, hint, text, says: element && { element, point } };
}

/** Every block, those inside a point's section too, in reading order. */
export function everyBlock(blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  return blocks.flatMap((b) => (b.block === 'point' ? [b, ...everyBlock(b.blocks)] : [b]));
}

/** The paragraphs of a text that a person wrote: parted by empty lines, without stray spaces. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
}

/** What a block itself says, without the blocks inside it. */
export function textOf(block: LetterBlock): string {
  switch (block.block) {
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'place':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'facts':
      return block.rows.map((r) => `${r.label}: ${r.value}`).join('\n');
    case 'contact':
      return [block.name, ...block.lines].join('\n');
    case 'point':
      return block.heading;
    default:
      return block satisfies never;
  }
}

/** A text as one sentence: trimmed, with a full stop if it ends without a mark. */
export function sentence(text: string): string {
  const t = text.trim();
  return t === '' || /[.!?:…][)"'’”]*$/.test(t) ? t : `${t}.`;
}

/** 'a, b and c'. */
export function together(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/**
 * What is shown of a letter: no place left empty, and no heading with nothing under it. Screens that edit use the blocks
 * themselves.
 */
export function shown(blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  const full = blocks
    .map((b): LetterBlock => (b.block === 'point' ? { ...b, blocks: shown(b.blocks) } : b))
    .filter((b) => (b.block === 'point' ? b.blocks.length > 0 : textOf(b).trim() !== ''));
  return full.filter((b, i) => {
    const next = full[i + 1];
    if (b.block !== 'heading') return true;
    return next !== undefined && !(next.block === 'heading' && next.level <= b.level);
  });
}
