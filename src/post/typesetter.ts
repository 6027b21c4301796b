/** Typst, which sets letters and documents as PDF/UA-1. What goes in is data for a template, never Typst source. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from './fonts.js';

let compiler: NodeCompiler | null = null;

/** Opening the fonts takes a while and memory: once in a process, when the first letter or document is made. */
function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] });
  return compiler;
}

export interface Typeset {
  readonly bytes: Buffer;
  /** Characters that no typeface here has: they stand as □, and the sender is told. */
  readonly notShown: readonly string[];
}

/** The same template with the same data gives the same bytes, whenever it is made. `what` names it in an error: 'letter'. */
export function typeset(template: string, what: 'letter' | 'document', value: unknown): Typeset {
  const data = JSON.stringify(value);
  const first = compile(template, what, data);
  if (first.ok) return { bytes: first.bytes, notShown: [] };
  // PDF/UA refuses what it can't show. Which characters these are, only the typesetter knows.
  const notShown = [...new Set(first.said.flatMap(unprintable))];
  const again = notShown.length === 0 ? first : compile(template, what, without(data, notShown));
  if (!again.ok) throw new Error(`the ${what} could not be made into a PDF: ${again.said.join('; ')}`);
  return { bytes: again.bytes, notShown };
}

type Compiled =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly said: readonly string[] };

function compile(mainFileContent: string, what: string, data: string): Compiled {
  const engine = typst();
  try {
    const result = engine.compile({ mainFileContent, inputs: { [what]: data } });
    const document = result.result;
    if (document === null || result.hasError()) {
      const error = result.takeError();
      return {
        ok: false,
        said: error === null ? ['no reason given'] : [JSON.stringify(engine.fetchDiagnostics(error))],
      };
    }
    return { ok: true, bytes: engine.pdf(document, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    return { ok: false, said: [error instanceof Error ? error.message : String(error)] };
  } finally {
    // What is remembered of earlier letters is let go of: it holds residents' words.
    engine.evictCache(0);
  }
}

/** From: the text `"X"` could not be displayed with font … */
function unprintable(said: string): readonly string[] {
  return [...said.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)].map((m) =>
    (m[1] ?? '').replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
}

function without(data: string, notShown: readonly string[]): string {
  const gone = new Set(notShown.flatMap((text) => [...text]));
  return [...data].map((ch) => (gone.has(ch) ? (/\p{M}|\p{Cf}/u.test(ch) ? '' : '□') : ch)).join('');
}

/** Control characters and lone halves of a pair can't be printed, and PDF/UA refuses them. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
}
