/** Plain text with headings, as staff write a policy page: a line that begins with # is a heading, one with - an item. */

export type PagePart =
  | { readonly is: 'heading'; readonly level: 2 | 3; readonly text: string; readonly anchor: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] };

/** The parts of a text, in order. Lines that follow each other are one paragraph; an empty line ends it. */
export function pageText(body: string): readonly PagePart[] {
  const parts: PagePart[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const anchors = new Set<string>();
  const flush = () => {
    if (lines.length > 0) parts.push({ is: 'paragraph', text: lines.join(' ') });
    if (items.length > 0) parts.push({ is: 'list', items });
    [lines, items] = [[], []];
  };
  for (const raw of body.split(/\r\n|\n|\r/)) {
    const line = raw.trim();
    const heading = /^(#{1,6})\s*(.+)$/.exec(line);
    const item = /^[-*•]\s+(.+)$/.exec(line);
    if (line === '') flush();
    else if (heading !== null) {
      flush();
      const text = heading[2] ?? '';
      // One # or two is a section; the page's own title is the only heading above it.
      parts.push({
        is: 'heading',
        level: (heading[1] ?? '').length <= 2 ? 2 : 3,
        text,
        anchor: anchorOf(text, anchors),
      });
    } else if (item !== null) {
      if (lines.length > 0) flush();
      items.push(item[1] ?? '');
    } else {
      if (items.length > 0) flush();
      lines.push(line);
    }
  }
  flush();
  return parts;
}

function anchorOf(text: string, taken: Set<string>): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = plain === '' ? 'section' : plain;
  for (let n = 1; ; n++) {
    const anchor = n === 1 ? base : `${base}-${n}`;
    if (taken.has(anchor)) continue;
    taken.add(anchor);
    return anchor;
  }
}
