/** The index volume of a bundle: what is in it and where, by kind; what is hidden or held back, by whom and why. */
import { type BundleKind, bundleKinds, bundleKindWords } from '../../complaint/bundle/kinds.js';
import { type Day, inShortWords, inWords } from '../../facts/days.js';
import type { Block, Document } from '../document.js';

export interface IndexedPiece {
  readonly kind: BundleKind;
  readonly title: string;
  readonly on: Day | null;
  /** 'Volume 2, pages 251 to 260', or the name of a file that has no pages. */
  readonly where: string;
  readonly confidence: boolean;
  readonly hidden: boolean;
}

export interface HeldBack {
  readonly title: string;
  readonly why: string;
  readonly by: string;
}

/** A paper that somebody left out: the day where it has one. */
export interface LeftOut extends HeldBack {
  readonly on: Day | null;
}

export interface IndexAbout {
  readonly landlord: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly today: Day;
  readonly asked: readonly BundleKind[];
  readonly volumes: readonly { readonly n: number; readonly first: number; readonly last: number }[];
  readonly pieces: readonly IndexedPiece[];
  /** Every kind of which there is a paper, whether or not it is handed over. */
  readonly held: ReadonlySet<BundleKind>;
  readonly heldBack: readonly HeldBack[];
  readonly leftOut: readonly LeftOut[];
  /** Why words or places are hidden, once each. */
  readonly hiddenBecause: readonly string[];
}

/** The index as a document: each kind of paper is a heading, and so a bookmark. */
export function indexDocument(about: IndexAbout): Document {
  const { pieces, held, heldBack, leftOut, asked, volumes } = about;
  const has = new Set(pieces.map(({ kind }) => kind));
  const kinds = bundleKinds.filter((kind) => has.has(kind));
  const without = asked.filter((kind) => !held.has(kind));
  const blocks: Block[] = [
    {
      block: 'table',
      caption: 'The volumes',
      head: [{ text: ['Volume'] }, { text: ['Pages'] }],
      rows: volumes.map(({ n, first, last }) => [{ text: [`Volume ${n}`] }, { text: [`${first} to ${last}`] }]),
      rowHeads: true,
      foot: null,
    },
    ...kinds.flatMap((kind): readonly Block[] => [
      { block: 'heading', level: 2, text: bundleKindWords[kind], id: kind },
      {
        block: 'table',
        caption: bundleKindWords[kind],
        head: [{ text: ['Day'] }, { text: ['Paper'] }, { text: ['Where'] }],
        rows: pieces.filter((one) => one.kind === kind).map(rowOf),
        rowHeads: false,
        foot: null,
      },
    ]),
  ];
  if (without.length > 0)
    blocks.push(
      { block: 'heading', level: 2, text: 'Asked for, and not held', id: 'not-held' },
      { block: 'list', ordered: false, items: without.map((kind) => [bundleKindWords[kind]]) },
    );
  if (heldBack.length > 0)
    blocks.push(
      { block: 'heading', level: 2, text: 'Held back', id: 'held-back' },
      {
        block: 'table',
        caption: 'Papers that are not handed over',
        head: [{ text: ['Paper'] }, { text: ['Why'] }, { text: ['Decided by'] }],
        rows: heldBack.map((one) => [{ text: [one.title] }, { text: [one.why] }, { text: [one.by] }]),
        rowHeads: false,
        foot: null,
      },
    );
  if (leftOut.length > 0)
    blocks.push(
      { block: 'heading', level: 2, text: 'Not handed over', id: 'not-handed-over' },
      {
        block: 'table',
        caption: 'Papers that are left out',
        head: [{ text: ['Day'] }, { text: ['Paper'] }, { text: ['Why'] }, { text: ['Decided by'] }],
        rows: leftOut.map((one) => [
          { text: [one.on === null ? '' : inShortWords(one.on)] },
          { text: [one.title] },
          { text: [one.why] },
          { text: [one.by] },
        ]),
        rowHeads: false,
        foot: null,
      },
    );
  if (about.hiddenBecause.length > 0)
    blocks.push(
      { block: 'heading', level: 2, text: 'Why places are hidden', id: 'hidden' },
      { block: 'list', ordered: false, items: about.hiddenBecause.map((why) => [why]) },
    );
  if (pieces.some(({ confidence }) => confidence))
    blocks.push(
      { block: 'heading', level: 2, text: 'In confidence', id: 'in-confidence' },
      {
        block: 'paragraph',
        text: [
          'Papers marked ‘in confidence’ are given to the Ombudsman whole. We ask that they are not passed on to the resident.',
        ],
      },
    );
  return {
    title: about.title,
    subtitle: about.subtitle,
    landlord: about.landlord,
    language: 'en-GB',
    status: `Made on ${inWords(about.today)}`,
    blocks,
    provenance: ['The manifest beside this index lists each file with its SHA-256 digest.'],
  };
}

function rowOf({ title, on, where, confidence, hidden }: IndexedPiece) {
  const marks = [...(confidence ? ['in confidence'] : []), ...(hidden ? ['hidden in part'] : [])];
  return [
    { text: [on === null ? '' : inShortWords(on)] },
    { text: [marks.length === 0 ? title : `${title} (${marks.join(', ')})`] },
    { text: [where] },
  ];
}
