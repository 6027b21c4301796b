/** Which case a scanned letter seems to be about: a suggestion, which a person confirms. */
import type { PageRead } from '../../store/post-scans.js';

/** The case that it seems to be about: a barcode of ours is surer than a reference that was recognised. */
export function suggested(pages: readonly PageRead[]): PageRead | undefined {
  return pages.find((one) => one.foundBy === 'barcode') ?? pages.find((one) => one.reference !== null);
}

export function matchWords(match: PageRead | undefined): string {
  if (match === undefined) return 'No reference of ours was found on it.';
  return match.foundBy === 'barcode'
    ? `The barcode of one of our letters was found on it: ${match.reference}.`
    : `A reference was recognised on it: ${match.reference}. See whether it is the right one.`;
}
