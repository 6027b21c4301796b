/** Finds what a PDF holds and does not show, as far as a program can tell: src/complaint/bundle/as-seen.ts says what becomes of it. */
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import { type Unseen, unseenKinds } from '../../complaint/bundle/as-seen.js';
import { insideOf, type PageInside, type Rect } from '../looking/inside-pdf.js';
import { attachedTo } from '../looking/pdfium-functions.js';

/** So many letters are no accident of a few overhanging strokes. */
const fewestLetters = 3;
/** In points: what scanners and printers are out by. */
const tolerance = 2;
/** What covers so much of the page is its background, as a scan is: words under it are a scanner's. */
const background = 0.6;
/** A picture of which less is seen, and of which more than this share of the page lies beyond, is not just cut at its edges. */
const mostlySeen = 0.9;
const cutOff = 0.02;

export async function unseenIn(bytes: Uint8Array, document: PDFiumDocument, pages: number): Promise<readonly Unseen[]> {
  const found = new Set<Unseen>();
  const { files, programs } = attachedTo(document);
  if (files > 0) found.add('attached');
  if (programs > 0) found.add('scripts');
  for (let n = 1; n <= pages; n++) {
    const page = insideOf(document, n);
    if (page !== null) for (const one of unseenOn(page)) found.add(one);
  }
  for (const one of await inStructure(bytes)) found.add(one);
  return unseenKinds.filter((one) => found.has(one));
}

function unseenOn({ shown, letters, drawn, marks }: PageInside): readonly Unseen[] {
  const found: Unseen[] = [];
  const room = grown(shown, tolerance);
  const beyond = drawn.some(({ is, at }) => is === 'picture' && sticksOut(at, shown));
  if (beyond || letters.filter(({ x, y }) => !holds(room, x, y)).length >= fewestLetters) found.push('outside');
  const covers = drawn.filter(({ dense }) => dense);
  const small = covers.filter(({ at }) => share(at, shown) < background);
  const large = covers.filter(({ at }) => share(at, shown) >= background);
  const visible = letters.filter((one) => one.shown && holds(room, one.x, one.y));
  const under = (nth: number, x: number, y: number, over: typeof covers): boolean =>
    over.some((one) => one.nth > nth && holds(one.at, x, y));
  const covered = visible.filter(
    ({ nth, x, y }) => (nth >= 0 && under(nth, x, y, small)) || marks.some((at) => holds(at, x, y)),
  );
  if (covered.length >= fewestLetters) found.push('covered');
  const beneath = visible.filter(({ nth, x, y }) => nth >= 0 && under(nth, x, y, large));
  if (letters.filter((one) => !one.shown).length + beneath.length >= fewestLetters) found.push('invisible');
  return found;
}

/** A picture of which a good part lies beyond what is shown. */
function sticksOut(at: Rect, shown: Rect): boolean {
  const seen = area(within(at, shown));
  return area(at) > 0 && seen < area(at) * mostlySeen && area(at) - seen > area(shown) * cutOff;
}

function grown({ left, bottom, right, top }: Rect, by: number): Rect {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

function holds({ left, bottom, right, top }: Rect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

function within(one: Rect, other: Rect): Rect {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

function area({ left, bottom, right, top }: Rect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}

function share(at: Rect, shown: Rect): number {
  return area(within(at, shown)) / Math.max(1, area(shown));
}

/** Layers and forms stand in the document's structure. Most scans have neither, and are not taken apart for it. */
async function inStructure(bytes: Uint8Array): Promise<readonly Unseen[]> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!['/OCProperties', '/AcroForm', '/ObjStm'].some((word) => whole.includes(word))) return [];
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
    const { catalog } = document;
    const layers = catalog.lookupMaybe(PDFName.of('OCProperties'), PDFDict);
    return [
      ...(layers !== undefined && isAnyOff(layers) ? (['layers'] as const) : []),
      ...(catalog.has(PDFName.of('AcroForm')) && isAnyUndrawn(document) ? (['fields'] as const) : []),
    ];
  } catch {
    // It can be drawn and not taken apart: it goes as pictures when it is bound.
    return [];
  }
}

function isAnyOff(layers: PDFDict): boolean {
  const standard = layers.lookupMaybe(PDFName.of('D'), PDFDict);
  const base = String(standard?.get(PDFName.of('BaseState')) ?? '/ON');
  const off = standard?.lookupMaybe(PDFName.of('OFF'), PDFArray)?.size() ?? 0;
  const byUse = standard?.lookupMaybe(PDFName.of('AS'), PDFArray)?.size() ?? 0;
  return base !== '/ON' || off > 0 || byUse > 0;
}

function isAnyUndrawn(document: PDFDocument): boolean {
  return document.getPages().some((page) => {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    if (annotations === undefined) return false;
    return Array.from({ length: annotations.size() }, (_, i) => annotations.lookupMaybe(i, PDFDict)).some(
      (one) => String(one?.get(PDFName.of('Subtype'))) === '/Widget' && one?.has(PDFName.of('AP')) === false,
    );
  });
}
