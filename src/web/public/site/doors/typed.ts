/** A reference as people type it: 'cmp 26 00123', with whichever dash their telephone has. */
export function referenceAsTyped(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212-]+/g, '-')
    .slice(0, 40);
}
