/** Whether a text tells the resident something, and whether it still has the words of the case. */
import type { Words } from '../facts/happened.js';
import { withoutHidden } from '../facts/hidden-characters.js';

function flat(text: string): string {
  return text.normalize('NFC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a text has a part in it, whatever the quotation marks, spaces and capitals. */
export function holds(text: string, part: string): boolean {
  return flat(text).includes(flat(part));
}

/** Whether the text has the words of the case; words that were erased or are blank can't be had. */
export function keeps(text: string, words: Words, say: (words: Words) => string | null): boolean {
  const wanted = flat(say(words) ?? '');
  return substantial(wanted, 1) && flat(text).includes(wanted);
}

/** What people write to fill a field: it tells the resident nothing. */
const empty =
  /^(please )?(see|as|per|refer to|covered|described|set out|explained|discussed|mentioned|stated|detailed|same as|ditto)\b.{0,60}\b(above|below|attached|enclosed|before|previously|earlier|discussed|overleaf|point \d+|file|notes?|report|letter)\b[^a-z]*$/i;
const placeholders =
  /\b(tbc|tba|tbd|n\/?a|none|nil|ditto|to follow|to be (confirmed|added|completed)|lorem ipsum|x{3,}|pending|as (above|before|discussed))\b|\[[^\]]*\]|_{3,}|\.{3,}/gi;

/** Whether a text tells something: letters of any script, not a filler that points elsewhere. */
export function substantial(text: string, leastWords = 3): boolean {
  const plain = flat(withoutHidden(text));
  if (empty.test(plain)) return false;
  const rest = plain.replace(placeholders, ' ');
  const words = rest.match(/[\p{L}\p{M}\p{N}'-]*\p{L}[\p{L}\p{M}\p{N}'-]*/gu) ?? [];
  // Scripts without spaces between words are counted by their letters.
  const letters = (rest.match(/[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length;
  return words.length >= leastWords || letters >= 2 * leastWords;
}
