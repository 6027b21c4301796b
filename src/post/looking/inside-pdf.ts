/** What PDFium knows of a page beside its picture: its objects, its letters and where they stand. */
import type { PDFiumDocument } from '@hyzyla/pdfium';
import {
  doubleAt,
  doubleBytes,
  type Fn,
  type Functions,
  floatAt,
  floatBytes,
  functionsOf,
} from './pdfium-functions.js';

/** In points, from the page's bottom left, as PDFs count. */
export interface Rect {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface Letter {
  readonly x: number;
  readonly y: number;
  /** Which object of the page it belongs to, in the order in which they are drawn; -1 where that is not known. */
  readonly nth: number;
  readonly shown: boolean;
}

export interface Drawn {
  readonly nth: number;
  readonly is: 'picture' | 'surface';
  readonly at: Rect;
  /** Nothing under it is seen. */
  readonly dense: boolean;
}

export interface PageInside {
  /** The part of the page that is shown. */
  readonly shown: Rect;
  readonly letters: readonly Letter[];
  readonly drawn: readonly Drawn[];
  /** Marks laid on the page that may cover what is under them. */
  readonly marks: readonly Rect[];
}

/** FPDF_PAGEOBJ_ of PDFium's fpdf_edit.h. */
const objects = { text: 1, path: 2, image: 3, form: 5 } as const;
/** FPDF_TEXTRENDERMODE_INVISIBLE and _CLIP of fpdf_edit.h: letters that leave no mark. */
const invisibleText: ReadonlySet<number> = new Set([3, 7]);
/** FPDF_ANNOT_ of fpdf_annot.h: square, circle, polygon, free text, stamp and redaction. */
const covering: ReadonlySet<number> = new Set([3, 5, 6, 7, 13, 28]);
/** A mark that is hidden, or not to be seen on a screen: the second and sixth bits of its flags (ISO 32000-1, 12.5.3). */
export const notSeen = 0b100010;
/** Of 0 to 255: nothing shines through. */
const opaque = 255;
/** U+0020: it, and what stands before it, is nothing that could be seen or hidden. */
const blank = 32;

/** A page has been thought of that holds millions of objects, and forms in forms without an end. */
const mostObjects = 20_000;
const mostLetters = 60_000;
const mostMarks = 1_000;
const deepest = 8;
/** Where a box begins, its four sides, and what may close it. */
const mostSegments = 6;

/** Null where a page can't be loaded. */
export function insideOf(document: PDFiumDocument, n: number): PageInside | null {
  const { fn, id, memory } = functionsOf(document);
  const page = fn('_FPDF_LoadPage')(id, n - 1);
  if (page === 0) return null;
  const room = memory._malloc(4 * doubleBytes);
  try {
    const rectBy = (name: `_FPDF${string}`, ...given: number[]): Rect | null => {
      const places = [0, 1, 2, 3].map((step) => room + step * floatBytes);
      if (fn(name)(...given, ...places) === 0) return null;
      const [left = 0, bottom = 0, right = 0, top = 0] = places.map((at) => floatAt(memory, at));
      return { left, bottom, right, top };
    };
    if (fn('_FPDF_GetPageBoundingBox')(page, room) === 0) return null;
    const shown = rectAt(memory, room);
    const owner = new Map<number, number>();
    const hiddenText = new Set<number>();
    const drawn: Drawn[] = [];
    const count = Math.min(mostObjects, fn('_FPDFPage_CountObjects')(page));
    for (let nth = 0; nth < count; nth++) {
      const one = fn('_FPDFPage_GetObject')(page, nth);
      own(fn, one, nth, { owner, hiddenText }, 0);
      const type = fn('_FPDFPageObj_GetType')(one);
      if (type !== objects.path && type !== objects.image) continue;
      const at = rectBy('_FPDFPageObj_GetBounds', one);
      if (at === null) continue;
      const clear = fn('_FPDFPageObj_HasTransparency')(one) !== 0;
      drawn.push({
        nth,
        at,
        is: type === objects.image ? 'picture' : 'surface',
        dense: !clear && (type === objects.image || isFilledBox(fn, memory, one, room)),
      });
    }
    return {
      shown,
      letters: lettersOf(fn, memory, page, room, { owner, hiddenText }),
      drawn,
      marks: marksOn(fn, memory, page, room),
    };
  } finally {
    memory._free(room);
    fn('_FPDF_ClosePage')(page);
  }
}

/** An FS_RECTF of fpdfview.h: left, top, right, bottom. */
function rectAt(memory: Functions, at: number): Rect {
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 1, 2, 3].map((step) =>
    floatAt(memory, at + step * floatBytes),
  );
  return { left, bottom, right, top };
}

interface Texts {
  readonly owner: Map<number, number>;
  readonly hiddenText: Set<number>;
}

/** Notes which texts belong to the nth object: a form may hold others, one in another. */
function own(fn: (name: `_FPDF${string}`) => Fn, one: number, nth: number, texts: Texts, depth: number): void {
  texts.owner.set(one, nth);
  const type = fn('_FPDFPageObj_GetType')(one);
  if (type === objects.text && invisibleText.has(fn('_FPDFTextObj_GetTextRenderMode')(one))) texts.hiddenText.add(one);
  if (type !== objects.form || depth > deepest) return;
  const count = Math.min(mostObjects, fn('_FPDFFormObj_CountObjects')(one));
  for (let i = 0; i < count; i++) own(fn, fn('_FPDFFormObj_GetObject')(one, i), nth, texts, depth + 1);
}

/** A box of four sides in one colour: what people lay over words. */
function isFilledBox(fn: (name: `_FPDF${string}`) => Fn, memory: Functions, one: number, room: number): boolean {
  if (fn('_FPDFPath_CountSegments')(one) > mostSegments) return false;
  if (fn('_FPDFPath_GetDrawMode')(one, room, room + 4) === 0 || memory.HEAP32[room >> 2] === 0) return false;
  if (fn('_FPDFPageObj_GetFillColor')(one, room, room + 4, room + 8, room + 12) === 0) return false;
  return memory.HEAP32[(room + 12) >> 2] === opaque;
}

function lettersOf(
  fn: (name: `_FPDF${string}`) => Fn,
  memory: Functions,
  page: number,
  room: number,
  { owner, hiddenText }: Texts,
): readonly Letter[] {
  const text = fn('_FPDFText_LoadPage')(page);
  if (text === 0) return [];
  try {
    const found: Letter[] = [];
    const count = Math.min(mostLetters, fn('_FPDFText_CountChars')(text));
    for (let i = 0; i < count; i++) {
      if (fn('_FPDFText_GetUnicode')(text, i) <= blank) continue;
      const places = [0, 1, 2, 3].map((step) => room + step * doubleBytes);
      if (fn('_FPDFText_GetCharBox')(text, i, ...places) === 0) continue;
      const [left = 0, right = 0, bottom = 0, top = 0] = places.map((at) => doubleAt(memory, at));
      const object = fn('_FPDFText_GetTextObject')(text, i);
      found.push({
        x: (left + right) / 2,
        y: (bottom + top) / 2,
        nth: owner.get(object) ?? -1,
        shown: !hiddenText.has(object),
      });
    }
    return found;
  } finally {
    fn('_FPDFText_ClosePage')(text);
  }
}

function marksOn(fn: (name: `_FPDF${string}`) => Fn, memory: Functions, page: number, room: number): readonly Rect[] {
  const found: Rect[] = [];
  const count = Math.min(mostMarks, fn('_FPDFPage_GetAnnotCount')(page));
  for (let i = 0; i < count; i++) {
    const mark = fn('_FPDFPage_GetAnnot')(page, i);
    if (mark === 0) continue;
    const covers = covering.has(fn('_FPDFAnnot_GetSubtype')(mark)) && (fn('_FPDFAnnot_GetFlags')(mark) & notSeen) === 0;
    if (covers && fn('_FPDFAnnot_GetRect')(mark, room) !== 0) found.push(rectAt(memory, room));
    fn('_FPDFPage_CloseAnnot')(mark);
  }
  return found;
}
