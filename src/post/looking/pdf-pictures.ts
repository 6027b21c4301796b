/** Pages of a PDF as pictures. Nothing in it is run: PDFium is built without scripts, and there is no network here. */
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Say, Told } from './found.js';
import { lookLimits } from './limits.js';

export type PdfOpened =
  | { readonly ok: true; readonly document: PDFiumDocument; readonly pages: number }
  | { readonly ok: false; readonly why: 'damaged' | 'locked' };

/** Opens a document; whoever opened it lets the process end with it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfOpened> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    return { ok: true, document, pages: document.getPageCount() };
  } catch (error) {
    const locked = error instanceof Error && /password|security/i.test(error.message);
    return { ok: false, why: locked ? 'locked' : 'damaged' };
  }
}

export async function lookAtPdf(bytes: Buffer, say: Say): Promise<Told> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return { because: opened.why, ...(opened.why === 'locked' ? { sealed: 'encrypted' } : {}) };
  const { document, pages } = opened;
  let damaged = pages === 0;
  for (let n = 0; n < Math.min(pages, lookLimits.pages); n++) {
    try {
      say({ is: 'picture', bytes: await pictureOf(document.getPage(n)) });
    } catch {
      damaged = true;
      break;
    }
  }
  return { pages, ...(damaged ? { because: 'damaged' } : pages > lookLimits.pages ? { because: 'too-many' } : {}) };
}

async function pictureOf(page: PDFiumPage): Promise<Uint8Array> {
  const { scale } = scaleFor(page, lookLimits.previewSide);
  const drawn = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  return sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
    .removeAlpha()
    .webp({ quality: 75 })
    .toBuffer();
}

/** A page can say that it is as large as a field, or as thin as a thread. */
export function scaleFor(page: PDFiumPage, side: number): { scale: number } {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  const longer = Math.max(width, height);
  if (!(longer > 0) || Math.min(width, height) < 1) throw new RangeError('a page without a size');
  return { scale: Math.min(side / longer, 4) };
}
