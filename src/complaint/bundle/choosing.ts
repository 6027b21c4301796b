/** What becomes of the papers of a bundle, and who has to say why. */
import { given, no, written } from '../objections.js';
import type { Refusal } from '../refusals.js';
import { type Audience, goesAlong, type HideReason, type PieceStanding } from './kinds.js';

export type BundleState = 'choosing' | 'making' | 'made' | 'stopped' | 'put-aside';

/** Nothing is chosen any more in a bundle that is being made, or that was put aside. */
export function mayChoose({ state }: { readonly state: BundleState }): boolean {
  return state !== 'making' && state !== 'put-aside';
}

/** The no to choosing in such a bundle. */
export const nothingToChoose: Refusal = no(
  'not-choosing',
  'Nothing can be chosen while the bundle is being made, or once it is put aside. Look at it as it is now.',
);

/** What speaks against this becoming of a paper: what is held back or left out has a reason, beside a person's name. */
export function objectionsToMarking(
  bundle: { readonly state: BundleState; readonly audience: Audience },
  { standing, reason }: { readonly standing: PieceStanding; readonly reason: string | null },
): readonly Refusal[] {
  if (!mayChoose(bundle)) return [nothingToChoose];
  if (standing === 'confidence' && bundle.audience === 'subject')
    return [
      no(
        'no-confidence-from-themselves',
        'Nothing is given in confidence from the person themselves: hide places, or leave it out',
        { field: 'standing' },
      ),
    ];
  return goesAlong(standing)
    ? []
    : given([written('reason', reason, 'Say why: the reason stands with your name beside the paper')]);
}

/** A place on a page, in ten thousandths of its width and height. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The whole width, and the whole height, of a page: places on it are told in ten thousandths. */
export const wholePage = 10_000;
/** Less than this, a place hides nothing that can be read. */
const smallestPlace = 10;

/** What is to be hidden of a paper that has so many pages, and why. */
export interface Hiding {
  readonly place: Place;
  readonly page: number;
  /** Null where it has none. */
  readonly pages: number | null;
  readonly reason: HideReason;
  readonly note: string | null;
}

/** What speaks against hiding a place of a page. */
export function objectionsToHiding(
  bundle: { readonly state: BundleState },
  { place, page, pages, reason, note }: Hiding,
): readonly Refusal[] {
  if (!mayChoose(bundle)) return [nothingToChoose];
  if (page < 1 || page > (pages ?? 0))
    return [no('no-such-page', 'The paper has no such page. Look at it as it is now.')];
  const { x, y, w, h } = place;
  return given([
    w < smallestPlace || h < smallestPlace || x < 0 || y < 0 || x + w > wholePage || y + h > wholePage
      ? no('no-place', 'A place needs two corners that are apart: click them on the page, or enter four numbers', {
          field: 'right',
        })
      : null,
    reason === 'other' ? written('note', note, 'Say in the note why it is hidden') : null,
  ]);
}
