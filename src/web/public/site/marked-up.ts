/** A finished page in another language: English words in it become elements that say so, for whoever reads it aloud. */
import { englishFrom, englishTo } from './say.js';

const marks = new RegExp(`[${englishFrom}${englishTo}]`, 'g');
const tagOrText = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;
/** What holds text alone: an element inside would be shown as its own letters. */
const textAlone = /^<(\/?)(title|option|textarea|script|style)\b/i;

/** In text each pair of marks becomes an element; in attributes, and where no element may stand, they are taken out. */
export function markedUp(html: string): string {
  if (!html.includes(englishFrom) && !html.includes(englishTo)) return html;
  let inside: string | null = null;
  let open = false;
  return html.replace(tagOrText, (piece) => {
    if (piece.startsWith('<')) {
      const [, closes, name] = textAlone.exec(piece) ?? [];
      if (name !== undefined) inside = closes === '/' ? null : name;
      // A sentence never goes on after the element that it stands in.
      const before = open ? '</span>' : '';
      open = false;
      return before + piece.replace(marks, '');
    }
    if (inside !== null) return piece.replace(marks, '');
    let depth = 0;
    const text = piece.replace(marks, (mark) => {
      if (mark === englishFrom) return depth++ === 0 ? '<span lang="en" dir="ltr">' : '';
      if (depth === 0) return '';
      return --depth === 0 ? '</span>' : '';
    });
    open = depth > 0;
    return text;
  });
}
