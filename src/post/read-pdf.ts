/** A PDF as blocks, page by page. A PDF of pictures of pages holds no text, and says so. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Block, Written } from '../assess/read/shape.js';
import { ruledLines } from './pdf-lines.js';
import { type Piece, pageBlocks, type Unruled } from './pdf-page.js';

export type PdfRead =
  | { readonly ok: true; readonly blocks: Written; readonly pages: number; readonly withoutText: readonly number[] }
  | { readonly ok: false; readonly why: 'locked' | 'damaged' | 'scan' | 'too-many-pages' };

const mostPages = 400;

/** Reads every page. */
export async function fromPdf(bytes: Uint8Array): Promise<PdfRead> {
  const { OPS } = await getResolvedPDFJS();
  let document: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  } catch (error) {
    return { ok: false, why: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged' };
  }
  if (document.numPages > mostPages) return { ok: false, why: 'too-many-pages' };
  const blocks: Block[] = [];
  const withoutText: number[] = [];
  const unruled: Unruled = { columns: null };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []));
    if (pieces.reduce((sum, { text }) => sum + text.trim().length, 0) < 10) withoutText.push(number);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
    const ruled = ruledLines(await page.getOperatorList(), OPS, { width: x1 - x0, height: y1 - y0 });
    blocks.push(...pageBlocks(pieces, ruled, number, unruled));
    page.cleanup();
  }
  if (withoutText.length === document.numPages) return { ok: false, why: 'scan' };
  return { ok: true, blocks, pages: document.numPages, withoutText };
}

function pieceOf(item: { str: string; transform: readonly unknown[]; width: number; height: number }): Piece {
  const [, b, c, d, x, y] = item.transform.map(Number);
  return {
    text: item.str,
    x: x ?? 0,
    y: y ?? 0,
    width: item.width,
    height: item.height > 0 ? item.height : Math.hypot(c ?? 0, d ?? 0) || Math.abs(b ?? 0) || 10,
  };
}
