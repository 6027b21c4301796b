/** Which papers of a bundle go, and why it can't be made as it is chosen. */
import { goesAlong } from './kinds.js';
import type { PaperSeen } from './paper-seen.js';
import type { Trouble } from './trouble-words.js';

/** Never a file that is infected or gone; nor what says again what is hidden elsewhere. */
export function thatGo(all: readonly PaperSeen[], heldBack: ReadonlySet<string>): readonly PaperSeen[] {
  return all.filter((paper) => goesAlong(paper.standing) && isSafe(paper) && !heldBack.has(paper.id));
}

function isSafe({ file }: PaperSeen): boolean {
  return file === null || (file !== 'gone' && file.scan !== 'infected');
}

/** What stands in the way of making it of `going`, of `all` its papers; null where nothing does. */
export function whyNotMade(going: readonly PaperSeen[], all: readonly PaperSeen[]): Trouble | null {
  if (going.length === 0) return 'nothing-chosen';
  if (going.some(({ file }) => file !== null && file !== 'gone' && file.scan === 'waiting')) return 'still-looked-at';
  const hidden = new Set(
    all.flatMap((paper) => (paper.boxes > 0 || paper.standing === 'privileged' ? (contentOf(paper) ?? []) : [])),
  );
  if (going.some((paper) => paper.boxes === 0 && hidden.has(contentOf(paper) ?? ''))) return 'same-file-twice';
  // What is hidden in one copy and seen in the other is not hidden.
  const places = new Map<string, string>();
  for (const paper of going) {
    const content = contentOf(paper);
    if (content === null) continue;
    if ((places.get(content) ?? paper.places) !== paper.places) return 'same-file-twice';
    places.set(content, paper.places);
  }
  return null;
}

function contentOf({ file }: PaperSeen): string | null {
  return file === null || file === 'gone' ? null : file.content;
}
