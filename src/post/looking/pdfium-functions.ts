/** PDFium's own functions. The package draws pages and keeps the rest to itself: this is the one place that reaches through. */
import type { PDFiumDocument } from '@hyzyla/pdfium';

export type Fn = (...given: number[]) => number;

export interface Functions {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly _malloc: Fn;
  readonly _free: Fn;
  readonly [name: `_FPDF${string}`]: Fn;
}

interface Inside {
  readonly module: Functions;
  readonly documentIdx: number;
}

export function functionsOf(document: PDFiumDocument): {
  readonly fn: (name: `_FPDF${string}`) => Fn;
  readonly id: number;
  readonly memory: Functions;
} {
  const { module: memory, documentIdx: id } = document as unknown as Inside;
  return {
    id,
    memory,
    fn: (name) => {
      const found = memory[name];
      if (found === undefined) throw new Error(`PDFium has no ${name}`);
      return found;
    },
  };
}

/** What a number of theirs takes in memory. */
export const floatBytes = 4;
export const doubleBytes = 8;

export function floatAt({ HEAPU8 }: Functions, at: number): number {
  return new DataView(HEAPU8.buffer).getFloat32(at, true);
}

export function doubleAt({ HEAPU8 }: Functions, at: number): number {
  return new DataView(HEAPU8.buffer).getFloat64(at, true);
}

/** What hangs on a document beside its pages. */
export function attachedTo(document: PDFiumDocument): { readonly files: number; readonly programs: number } {
  const { fn, id } = functionsOf(document);
  return {
    files: Math.max(0, fn('_FPDFDoc_GetAttachmentCount')(id)),
    programs: Math.max(0, fn('_FPDFDoc_GetJavaScriptActionCount')(id)),
  };
}

/** Whether its table of contents is whole; otherwise PDFium has pieced it together. */
export function isSound(document: PDFiumDocument): boolean {
  const { fn, id } = functionsOf(document);
  return fn('_FPDF_DocumentHasValidCrossReferenceTable')(id) !== 0;
}
