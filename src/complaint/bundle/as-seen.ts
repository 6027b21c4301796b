/**
 * What leaves the house is what somebody could see when they looked a paper through. A PDF may hold more than its pages
 * show; then its pages go as pictures, and what is not seen on them goes nowhere.
 */
export const unseenKinds = ['outside', 'layers', 'covered', 'fields', 'invisible', 'attached', 'scripts'] as const;
export type Unseen = (typeof unseenKinds)[number];

/** What each is, for whoever decides about the paper. */
export const unseenWords: Readonly<Record<Unseen, string>> = {
  outside: 'words or pictures that lie outside the part of the page which is shown',
  layers: 'layers that are switched off',
  covered: 'words that something was laid over',
  fields: 'a form whose answers are drawn by the program that opens it',
  invisible: 'words that are not shown, as scanners lay them under a picture',
  attached: 'files attached to it, which do not go along',
  scripts: 'programs, which do not go along',
};

/**
 * What a scanner read off the page says the same as the page, as a rule: a person decides about it. Files and programs that
 * hang on a PDF stay behind in any case.
 */
const asPicturesAlways: ReadonlySet<Unseen> = new Set(['outside', 'layers', 'covered', 'fields']);

export interface PagesHeld {
  /** How many places on them are hidden. */
  readonly boxes: number;
  /** Null where nobody has looked yet. */
  readonly unseen: readonly Unseen[] | null;
  /** Somebody chose it. */
  readonly asPictures: boolean;
}

/** Whether the pages go as pictures of what is seen on them. */
export function goesAsPictures({ boxes, unseen, asPictures }: PagesHeld): boolean {
  return boxes > 0 || asPictures || mustBePictures(unseen);
}

/** Whether there is no choice, whatever somebody chose. */
export function mustBePictures(unseen: readonly Unseen[] | null): boolean {
  return unseen?.some((one) => asPicturesAlways.has(one)) ?? false;
}

/** Whether words go along with its pages that nobody sees on them, unless they go as pictures. */
export function holdsUnseenWords({ unseen }: Pick<PagesHeld, 'unseen'>): boolean {
  return unseen?.includes('invisible') ?? false;
}
