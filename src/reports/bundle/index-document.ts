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
  const { title, subtitle, landlord, today, asked, held, hiddenBecause } = about;
  const without = asked.filter((kind) => !held.has(kind));
  return {
    title,
    subtitle,
    landlord,
    language: 'en-GB',
    status: `Made on ${inWords(today)}`,
    blocks: [
      volumesOf(about),
      ...piecesByKind(about),
      ...under(
        { text: 'Asked for, and not held', id: 'not-held' },
        listOf(without.map((kind) => bundleKindWords[kind])),
      ),
      ...under({ text: 'Held back', id: 'held-back' }, heldBackOf(about)),
      ...under({ text: 'Not handed over', id: 'not-handed-over' }, leftOutOf(about)),
      ...under({ text: 'Why places are hidden', id: 'hidden' }, listOf(hiddenBecause)),
      ...under({ text: 'In confidence', id: 'in-confidence' }, inConfidence(about)),
    ],
    provenance: ['The manifest beside this index lists each file with its SHA-256 digest.'],
  };
}

/** A part with its heading; none where there is nothing to say under it. */
function under(heading: { readonly text: string; readonly id: string }, block: Block | null): readonly Block[] {
  return block === null ? [] : [{ block: 'heading', level: 2, ...heading }, block];
}

function volumesOf({ volumes }: IndexAbout): Block {
  return {
    block: 'table',
    caption: 'The volumes',
    head: [{ text: ['Volume'] }, { text: ['Pages'] }],
    rows: volumes.map(({ n, first, last }) => [{ text: [`Volume ${n}`] }, { text: [`${first} to ${last}`] }]),
    rowHeads: true,
    foot: null,
  };
}

function piecesByKind({ pieces }: IndexAbout): readonly Block[] {
  const has = new Set(pieces.map(({ kind }) => kind));
  return bundleKinds
    .filter((kind) => has.has(kind))
    .flatMap((kind) =>
      under(
        { text: bundleKindWords[kind], id: kind },
        {
          block: 'table',
          caption: bundleKindWords[kind],
          head: [{ text: ['Day'] }, { text: ['Paper'] }, { text: ['Where'] }],
          rows: pieces.filter((one) => one.kind === kind).map(rowOf),
          rowHeads: false,
          foot: null,
        },
      ),
    );
}

function listOf(items: readonly string[]): Block | null {
  return items.length === 0 ? null : { block: 'list', ordered: false, items: items.map((item) => [item]) };
}

function heldBackOf({ heldBack }: IndexAbout): Block | null {
  return heldBack.length === 0
    ? null
    : {
        block: 'table',
        caption: 'Papers that are not handed over',
        head: [{ text: ['Paper'] }, { text: ['Why'] }, { text: ['Decided by'] }],
        rows: heldBack.map((one) => [{ text: [one.title] }, { text: [one.why] }, { text: [one.by] }]),
        rowHeads: false,
        foot: null,
      };
}

function leftOutOf({ leftOut }: IndexAbout): Block | null {
  return leftOut.length === 0
    ? null
    : {
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
      };
}

function inConfidence({ pieces }: IndexAbout): Block | null {
  return pieces.some(({ confidence }) => confidence)
    ? {
        block: 'paragraph',
        text: [
          'Papers marked ‘in confidence’ are given to the Ombudsman whole. We ask that they are not passed on to the resident.',
        ],
      }
    : null;
}

function rowOf({ title, on, where, confidence, hidden }: IndexedPiece) {
  const marks = [...(confidence ? ['in confidence'] : []), ...(hidden ? ['hidden in part'] : [])];
  return [
    { text: [on === null ? '' : inShortWords(on)] },
    { text: [marks.length === 0 ? title : `${title} (${marks.join(', ')})`] },
    { text: [where] },
  ];
}
