/** Why a bundle can't be made as it is chosen, in words that say what to do. */
export type Trouble =
  | 'still-looked-at'
  | 'same-file-twice'
  | 'changed-under-boxes'
  | 'not-drawable'
  | 'paper-failed'
  | 'nothing-chosen'
  | 'failed';

const troubles: Readonly<Record<Exclude<Trouble, 'paper-failed'>, string>> = {
  'still-looked-at':
    'Some of its papers are still being looked at: scanned for viruses, or opened for the first time. Wait until that is done, or leave them out, then make it again.',
  'same-file-twice':
    'The same file stands in it twice, and other places are hidden in each, or one is held back. Do the same to both, or leave one out, then make it again.',
  'changed-under-boxes':
    'A paper has been written anew since places on it were hidden. Look through its pages, whether the places still lie where they should, and note that you have; then make it again.',
  'not-drawable':
    'A paper with places to hide could not be drawn as pages, so nothing of it could be hidden. Leave it out, or bring it in as a PDF, then make it again.',
  'nothing-chosen': 'No paper is chosen. Choose at least one, then make it again.',
  failed: 'Making it failed. Make it again: what is finished stays.',
};

/** `papers` are the numbers, in the list of papers, of those that failed. */
export function troubleWords(trouble: Trouble | null, papers: readonly number[] = []): string {
  if (trouble === 'paper-failed')
    return `${papers.length === 0 ? 'A paper' : `Paper ${papers.join(' and ')} in the list`} could not be made into pages: it took too long, or was stopped, more than once. Make the bundle again; if it fails again, leave that paper out.`;
  return troubles[trouble ?? 'failed'];
}
