/** What the renderers of documents share about people's words. */

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
