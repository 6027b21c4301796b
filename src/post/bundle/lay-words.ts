/** Lays words over the pictures of pages, where they stand in them and unseen: for searching, and to be read aloud. */
import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import type { WordSeen } from './tasks.js';

/** `words`: those of each page, from the first on. Pages are pictures alone, upright, from their corner on. */
export async function layWords(bytes: Uint8Array, words: readonly (readonly WordSeen[])[]): Promise<Uint8Array> {
  const whole = await PDFDocument.load(bytes, { updateMetadata: false });
  const font = await whole.embedFont(StandardFonts.Helvetica);
  const signs = new Set(font.getCharacterSet());
  for (const [i, page] of whole.getPages().entries()) layOn(page, font, signs, words[i] ?? []);
  return whole.save({ updateFieldAppearances: false });
}

function layOn(page: PDFPage, font: PDFFont, signs: ReadonlySet<number>, words: readonly WordSeen[]): void {
  if (words.length === 0) return;
  const { width, height } = page.getSize();
  const name = page.node.newFontDictionary('Words', font.ref);
  page.pushOperators(beginText(), setTextRenderingMode(TextRenderingMode.Invisible));
  for (const word of words) {
    const text = [...word.text].filter((sign) => signs.has(sign.codePointAt(0) ?? 0)).join('');
    const size = word.h * height;
    const natural = text === '' ? 0 : font.widthOfTextAtSize(text, size);
    if (natural <= 0) continue;
    // As wide as it is seen, so that what a reader marks lies on the word.
    const stretch = (word.w * width) / natural;
    page.pushOperators(
      setFontAndSize(name, size),
      setTextMatrix(stretch, 0, 0, 1, word.x * width, height - (word.y + word.h) * height),
      showText(font.encodeText(`${text} `)),
    );
  }
  page.pushOperators(endText());
}
