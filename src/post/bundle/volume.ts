/** One volume: pages of papers in their order, each with its number, and a bookmark for each paper. */
import { readFile } from 'node:fs/promises';
import {
  decodePDFRawStream,
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFStream,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { notSeen } from '../looking/inside-pdf.js';
import { openPdf } from '../looking/pdf-pictures.js';
import { drawPage } from './paint.js';
import type { VolumePart } from './tasks.js';

export async function bindVolume(
  title: string,
  parts: readonly VolumePart[],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  whole.setTitle(title, { showInWindowTitleBar: true });
  whole.setLanguage('en-GB');
  const font = await whole.embedFont(StandardFonts.Helvetica);
  const marks: { title: string; page: PDFRef }[] = [];
  for (const part of parts) {
    const pages = await pagesOf(whole, part);
    for (const [i, page] of pages.entries()) {
      if (i === 0) marks.push({ title: part.title, page: page.ref });
      stamp(page, font, `Bundle page ${part.first + i}`, 'bottom');
      if (part.confidence) stamp(page, font, 'In confidence: not for the resident', 'top');
    }
  }
  bookmarks(whole, marks);
  const bytes = await whole.save({ updateFieldAppearances: false, addDefaultPage: false });
  return { bytes, pages: whole.getPageCount() };
}

/** The pages as they are; as pictures where the file can be drawn but not taken apart. */
async function pagesOf(whole: PDFDocument, part: VolumePart): Promise<PDFPage[]> {
  const bytes = await readFile(part.file);
  const wanted = Array.from({ length: part.to - part.from + 1 }, (_, i) => part.from + i);
  const before = whole.getPageCount();
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, password: '' });
    // Taken apart it may have fewer pages than are seen, and then others would be taken for those that are wanted.
    if (source.getPageCount() !== part.of) throw new RangeError('pages are missing');
    for (const n of wanted) leaveBehind(source.getPage(n - 1), part.withoutNotes);
    const copied = await whole.copyPages(
      source,
      wanted.map((n) => n - 1),
    );
    return copied.map((page) => whole.addPage(page));
  } catch {
    while (whole.getPageCount() > before) whole.removePage(whole.getPageCount() - 1);
    return asPictures(whole, bytes, wanted);
  }
}

async function asPictures(whole: PDFDocument, bytes: Uint8Array, wanted: readonly number[]): Promise<PDFPage[]> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.why);
  const pages: PDFPage[] = [];
  for (const n of wanted) {
    const { data, width, height, points } = await drawPage(opened.document, n);
    const picture = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 80 })
      .toBuffer();
    const image = await whole.embedJpg(picture);
    const page = whole.addPage([points[0], points[1]]);
    page.drawImage(image, { x: 0, y: 0, width: points[0], height: points[1] });
    pages.push(page);
  }
  return pages;
}

/** Notes that lie closed on a page, and what any mark on it may say without showing it. */
const notes: ReadonlySet<string> = new Set(['/Text', '/Popup']);
const said = ['Contents', 'RC', 'T', 'Subj', 'NM'];
/** What a field of a form holds beside its picture: every answer that could be chosen, and what programs call it. */
const ofFields = ['V', 'DV', 'TU', 'TM', 'Opt', 'MaxLen', 'RV', 'DS'];

const carriers: ReadonlySet<string> = new Set(['/FileAttachment', '/RichMedia', '/Screen', '/Movie', '/Sound']);

/**
 * What a page drags along and nobody sees on paper: attached files, what runs by itself, and ways to other pages, by which
 * the whole of a divided paper would come along with each of its parts.
 */
function leaveBehind(page: PDFPage, withoutNotes: boolean): void {
  for (const key of ['AA', 'StructParents', 'B', ...besideItsPicture]) page.node.delete(PDFName.of(key));
  const resources = page.node.Resources();
  if (resources !== undefined)
    page.node.set(PDFName.of('Resources'), onlyWhatIsDrawn(resources, contentOf(page), new Set()));
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  if (annotations === undefined) return;
  for (let i = annotations.size() - 1; i >= 0; i--) {
    const one = annotations.lookupMaybe(i, PDFDict);
    const kind = String(one?.get(PDFName.of('Subtype')));
    const flags = one?.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0;
    const unseen = carriers.has(kind) || (flags & notSeen) !== 0 || (withoutNotes && notes.has(kind));
    if (one === undefined || unseen) {
      annotations.remove(i);
      continue;
    }
    const dragged = ['P', 'Parent', 'Dest', 'A', 'AA', 'Popup', 'IRT', 'StructParent', 'OC', ...ofFields];
    for (const key of withoutNotes ? [...dragged, ...said] : dragged) one.delete(PDFName.of(key));
  }
}

/** What a page, or a drawing on it, may hold beside what it draws: a small picture of an earlier state, notes of programs. */
const besideItsPicture = ['Thumb', 'PieceInfo', 'Metadata', 'Alternates', 'OPI', 'StructParent'];

/**
 * The same resources without pictures that nothing on the page draws, as pages that share them bring each other's along.
 * It throws where that can't be told for sure: then the page goes as a picture.
 */
function onlyWhatIsDrawn(resources: PDFDict, content: string, been: Set<PDFDict>): PDFDict {
  const within = (kind: string): PDFDict | undefined => resources.lookupMaybe(PDFName.of(kind), PDFDict);
  const fonts = within('Font');
  for (const name of fonts?.keys() ?? []) {
    const font = fonts?.lookupMaybe(name, PDFDict);
    if (String(font?.get(PDFName.of('Subtype'))) === '/Type3' && font?.has(PDFName.of('Resources')) === false)
      throw new RangeError('letters draw what the page holds');
  }
  const masks = within('ExtGState');
  const drawings: PDFStream[] = [];
  for (const one of [...(within('XObject')?.values() ?? []), ...(within('Pattern')?.values() ?? [])]) {
    const drawing = resources.context.lookup(one);
    if (drawing instanceof PDFStream) drawings.push(drawing);
  }
  for (const name of masks?.keys() ?? []) {
    const mask = masks?.lookupMaybe(name, PDFDict)?.lookup(PDFName.of('SMask'));
    const drawing = mask instanceof PDFDict ? mask.lookup(PDFName.of('G')) : undefined;
    if (drawing instanceof PDFStream) drawings.push(drawing);
  }
  const said = [content];
  for (const drawing of drawings) {
    const { dict } = drawing;
    if (String(dict.get(PDFName.of('Subtype'))) === '/Image') {
      for (const key of besideItsPicture) dict.delete(PDFName.of(key));
      continue;
    }
    const own = dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
    // A drawing without resources of its own draws with those of its page.
    if (own === undefined) said.push(readable(drawing));
    if (been.has(dict)) continue;
    been.add(dict);
    for (const key of besideItsPicture) dict.delete(PDFName.of(key));
    if (own !== undefined) dict.set(PDFName.of('Resources'), onlyWhatIsDrawn(own, readable(drawing), been));
  }
  const all = within('XObject');
  if (all === undefined) return resources;
  const named = new Set(
    [...said.join('\n').matchAll(/\/([^ \t\n\f\r\0()<>[\]{}/%]*)/g)].map(([, name = '']) =>
      PDFName.of(name).toString(),
    ),
  );
  const kept = all.clone();
  for (const name of all.keys()) if (!named.has(name.toString())) kept.delete(name);
  const own = resources.clone();
  own.set(PDFName.of('XObject'), kept);
  return own;
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents === undefined ? [] : [contents];
  return streams.map((one) => readable(page.node.context.lookup(one))).join('\n');
}

function readable(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new RangeError('not to be read');
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** Writes at the edge of a page as it is seen, whichever way it is turned. */
function stamp(page: PDFPage, font: PDFFont, text: string, edge: 'top' | 'bottom'): void {
  const size = 9;
  const box = page.getCropBox();
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  const sideways = angle === 90 || angle === 270;
  const [seenWidth, seenHeight] = sideways ? [box.height, box.width] : [box.width, box.height];
  const width = font.widthOfTextAtSize(text, size);
  const room = { width: width + 8, height: size + 6 };
  const left = edge === 'bottom' ? Math.max(0, seenWidth - room.width - 14) : Math.max(0, (seenWidth - room.width) / 2);
  const low = edge === 'bottom' ? 10 : Math.max(0, seenHeight - room.height - 8);
  const at = (x: number, y: number): { x: number; y: number } => {
    if (angle === 90) return { x: box.x + box.width - y, y: box.y + x };
    if (angle === 180) return { x: box.x + box.width - x, y: box.y + box.height - y };
    if (angle === 270) return { x: box.x + y, y: box.y + box.height - x };
    return { x: box.x + x, y: box.y + y };
  };
  const rotate = degrees(angle);
  page.drawRectangle({ ...at(left, low), ...room, rotate, color: rgb(1, 1, 1), opacity: 0.85 });
  page.drawText(text, { ...at(left + 4, low + 4), size, font, rotate, color: rgb(0.04, 0.05, 0.05) });
}

function bookmarks(whole: PDFDocument, marks: readonly { readonly title: string; readonly page: PDFRef }[]): void {
  if (marks.length === 0) return;
  const { context } = whole;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  for (const [i, { title, page }] of marks.entries()) {
    const item = context.obj({ Parent: root, Dest: [page, 'Fit'] });
    item.set(PDFName.of('Title'), PDFHexString.fromText(title));
    const [before, after] = [refs[i - 1], refs[i + 1]];
    if (before !== undefined) item.set(PDFName.of('Prev'), before);
    if (after !== undefined) item.set(PDFName.of('Next'), after);
    const ref = refs[i];
    if (ref !== undefined) context.assign(ref, item);
  }
  const [first] = refs;
  const last = refs.at(-1);
  if (first === undefined || last === undefined) return;
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: marks.length }));
  whole.catalog.set(PDFName.of('Outlines'), root);
  whole.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}
