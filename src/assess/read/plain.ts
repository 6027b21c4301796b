/** Marks of HTML and Markdown taken out of a piece of text, so that its words are left, a line for each paragraph or item. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  bull: '•',
  rsquo: '’',
  lsquo: '‘',
  check: '✓',
  hellip: '…',
};

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isInteger(code) && code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : ' ';
}

/** A cell's or a line's words alone: no tags, no emphasis, no links; paragraphs and items each on a line of their own. */
export function plain(text: string): string {
  return text
    .replace(/<(?:br|hr)\s*\/?>|<\/(?:p|div|li|ul|ol|tr|h[1-6])>|<(?:p|div|li|ul|ol|h[1-6])\b[^<>]{0,200}>/gi, '\n')
    .replace(/<sup>\s*(\d{1,2})\s*<\/sup>/gi, (_, digits: string) => superscript(digits))
    .replace(/<\/?[a-z][a-z0-9]{0,10}\b[^<>]{0,400}>/gi, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    .replace(/\[([^\][]{1,400})\]\((?:[^()\s]{1,500})\)/g, '$1')
    .replace(/\*\*([^*]{1,400})\*\*/g, '$1')
    .replace(/\s*•\s*/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .map((line) => line.replace(/^[-–]\s+/, ''))
    .filter((line) => line !== '')
    .join('\n');
}

/** On one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(digits: string): string {
  return [...digits].map((digit) => raised[Number(digit)] ?? '').join('');
}

/** The words of a cell, and the footnote that it points to: `TBC ¹`. */
export function footnoteIn(text: string): { readonly words: string; readonly note: string | null } {
  const found = /\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})$/u.exec(text);
  return found === null ? { words: text, note: null } : { words: text.slice(0, found.index), note: found[1] ?? null };
}

/** Nothing but rules of a table in Markdown: `-----  ---`. */
export function isRuler(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[\s:|-]*$/.test(cell)) && cells.some((cell) => cell.includes('--'));
}
