/** The text that stands at a place of a page. */
import type { PDFiumDocument } from '@hyzyla/pdfium';
import { wholePage } from '../../complaint/bundle/choosing.js';
import { doubleAt, doubleBytes, functionsOf } from './pdfium-functions.js';

/** The text that stands within a place, in ten thousandths of the page as it is seen. */
export function textWithin(
  document: PDFiumDocument,
  place: { readonly page: number; readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): string {
  const { fn, id, memory } = functionsOf(document);
  const page = fn('_FPDF_LoadPage')(id, place.page - 1);
  if (page === 0) return '';
  const room = memory._malloc(2 * doubleBytes);
  const text = fn('_FPDFText_LoadPage')(page);
  try {
    if (text === 0) return '';
    const onPage = (x: number, y: number): readonly [number, number] => {
      fn('_FPDF_DeviceToPage')(page, 0, 0, wholePage, wholePage, 0, x, y, room, room + doubleBytes);
      return [doubleAt(memory, room), doubleAt(memory, room + doubleBytes)];
    };
    const [ax, ay] = onPage(place.x, place.y);
    const [bx, by] = onPage(place.x + place.w, place.y + place.h);
    const within = [Math.min(ax, bx), Math.max(ay, by), Math.max(ax, bx), Math.min(ay, by)] as const;
    const count = fn('_FPDFText_GetBoundedText')(text, ...within, 0, 0);
    if (count <= 0) return '';
    const out = memory._malloc((count + 1) * 2);
    try {
      const held = fn('_FPDFText_GetBoundedText')(text, ...within, out, count);
      return Buffer.from(memory.HEAPU8.subarray(out, out + held * 2))
        .toString('utf16le')
        .replaceAll('\0', '');
    } finally {
      memory._free(out);
    }
  } finally {
    if (text !== 0) fn('_FPDFText_ClosePage')(text);
    memory._free(room);
    fn('_FPDF_ClosePage')(page);
  }
}
