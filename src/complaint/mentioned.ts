/** The files that a case names, each with the entry that first named it. */
import type { Entry, File } from '../facts/happened.js';

export interface FileMentioned {
  readonly file: File;
  readonly entry: Entry;
}

/** Letters' own bytes are left out: they stand with the letters. */
export function mentionedFiles(history: readonly Entry[]): readonly FileMentioned[] {
  const found = new Map<File, Entry>();
  for (const entry of history) {
    for (const file of filesOf(entry)) if (!found.has(file)) found.set(file, entry);
  }
  return [...found].map(([file, entry]) => ({ file, entry }));
}

function filesOf({ what }: Entry): readonly File[] {
  if ('files' in what && what.type !== 'WordsErased') return what.files;
  if (what.type === 'DocumentAdded') return [what.file];
  if (what.type === 'RepresentativeAuthorised' && what.evidence !== null) return [what.evidence];
  return [];
}
