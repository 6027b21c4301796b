/** What stands on the pages of bundles in words: how far it is, and why it can't go on. */
import { goesAsPictures } from '../../complaint/bundle/as-seen.js';
import { type Audience, goesAlong, type PieceStanding } from '../../complaint/bundle/kinds.js';
import type { Begun } from '../../store/bundle-begin.js';
import type { Bundle, Piece } from '../../store/bundles.js';
import type { TagColour } from '../ui/components.js';

export const audienceWords: Readonly<Record<Audience, string>> = {
  ombudsman: 'For the Ombudsman',
  subject: 'Subject access',
};

/** What is said once a bundle was asked for. */
export function begunWords({ isNew }: Begun): string {
  return isNew ? 'The bundle is being made' : 'This bundle has just been begun';
}

export const standingWords: Readonly<Record<PieceStanding, string>> = {
  in: 'Goes in',
  confidence: 'Goes in, in confidence',
  privileged: 'Held back: legal advice',
  out: 'Left out',
};

export function stateOf(bundle: Bundle): { readonly text: string; readonly colour: TagColour } {
  if (bundle.state === 'making') return { text: 'Being made', colour: 'blue' };
  if (bundle.state === 'stopped') return { text: 'Stopped', colour: 'red' };
  if (bundle.state === 'put-aside') return { text: 'Put aside', colour: 'grey' };
  if (bundle.madeHandedOver && bundle.madeVersion === bundle.version) return { text: 'Handed over', colour: 'green' };
  if (bundle.state === 'made' && bundle.madeVersion !== bundle.version)
    return { text: 'Changed since made', colour: 'yellow' };
  if (bundle.state === 'made') {
    return bundle.checkedAt === null ? { text: 'Draft', colour: 'yellow' } : { text: 'Checked', colour: 'teal' };
  }
  return { text: 'Not made yet', colour: 'grey' };
}

const noPages: Readonly<Record<string, string>> = {
  damaged: 'It can’t be opened as pages: it goes along as the file it is.',
  locked: 'It has a password: it goes along as the file it is.',
  empty: 'It has no pages: it goes along as the file it is.',
  failed: 'It could not be made into pages this time.',
  moved: 'Written anew since places on it were hidden: look through its pages.',
  erased: 'Its words were erased: it does not go.',
  'said-again': 'It would say again what is hidden on another paper: it does not go.',
};

/** Where a paper stands, or why it has no pages. */
export function placeWords(piece: Piece): string {
  if (!goesAlong(piece.standing)) return '';
  if (piece.trouble !== null && (piece.trouble !== 'moved' || piece.boxes > 0)) return noPages[piece.trouble] ?? '';
  if (piece.firstPage === null) return piece.pages === null ? '' : pagesIn(piece.pages);
  return piece.firstPage === piece.lastPage
    ? `Page ${piece.firstPage}`
    : `Pages ${piece.firstPage} to ${piece.lastPage}`;
}

/** What becomes of a paper's pages beside what is chosen for it. */
export function pagesWords(piece: Piece): string {
  const words = [
    ...(piece.boxes > 0 ? [`${piece.boxes === 1 ? '1 place' : `${piece.boxes} places`} hidden`] : []),
    ...(goesAlong(piece.standing) && piece.boxes === 0 && goesAsPictures(piece) ? ['as pictures of what is seen'] : []),
    ...(goesAlong(piece.standing) && piece.unseen?.includes('attached') === true
      ? ['without the files attached to it']
      : []),
  ];
  return words.map((one) => `, ${one}`).join('');
}

/** The numbers of those papers that could not be made into pages this time. */
export function failedIn(pieces: readonly Piece[]): readonly number[] {
  return pieces.flatMap(({ trouble }, i) => (trouble === 'failed' ? [i + 1] : []));
}

/** The version that a page was shown of. */
export function versionSeen(fields: { readonly version?: unknown }): number {
  return typeof fields.version === 'string' && /^\d{1,9}$/.test(fields.version) ? Number(fields.version) : 0;
}

export function pagesIn(n: number): string {
  return n === 1 ? '1 page' : `${n.toLocaleString('en-GB')} pages`;
}

export function papersIn(n: number): string {
  return n === 1 ? '1 paper' : `${n.toLocaleString('en-GB')} papers`;
}

const fewPages = 5;

/** Where words that are hidden on a paper seem to stand as well. */
export function againWords(pages: readonly number[] | null): string {
  if (pages === null) return 'it could not be looked for, as on a scan: look yourself';
  const numbered = pages.filter((page) => page > 0);
  const all = [
    ...(numbered.length === 0 ? [] : [numberedPages(numbered)]),
    ...(pages.includes(0) ? ['the index'] : []),
  ];
  return all.join(' and ');
}

/** Pages in a row are told as a row, and so many that nobody counts them with their number. */
function numberedPages(pages: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const page of pages) {
    const row = rows.at(-1);
    if (row !== undefined && page === row[1] + 1) row[1] = page;
    else rows.push([page, page]);
  }
  const told = rows.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ');
  return pages.length === 1
    ? `page ${told}`
    : pages.length > fewPages
      ? `${pages.length.toLocaleString('en-GB')} pages: ${told}`
      : `pages ${told}`;
}
