/** The files that show that an improvement was done: when they may be added and taken away. */
import type { ImprovementState } from './improvements.js';
import { no, type Objection } from './objections.js';

/** More than this shows nothing more, and nobody looks at it. */
export const mostProofFiles = 20;

/** What speaks against adding so many files to those that are there; null when nothing does. */
export function objectionToProof(
  improvement: { readonly state: ImprovementState; readonly files: number },
  adding: number,
): Objection {
  if (improvement.state === 'closed')
    return no('closed', 'This improvement is closed. Nothing is added to it any more.');
  if (adding === 0) return no('file-missing', 'Choose a file that shows it.', { field: 'files' });
  return improvement.files + adding > mostProofFiles
    ? no(
        'too-many-files',
        `An improvement has at most ${mostProofFiles} files, and ${improvement.files} are there. Choose those that show it best.`,
        { field: 'files' },
      )
    : null;
}
