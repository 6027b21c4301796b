/** A letter as PDF/UA-1: tagged, with its language and title, for paper and for a screen reader alike. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { inWords } from '../facts/days.js';
import { paragraphsOf, shown } from '../letters/blocks.js';
import { salutation } from '../letters/frame.js';
import type { Letter, LetterBlock } from '../letters/words.js';
import { fontFolders } from './fonts.js';
import { letterTemplate } from './letter-template.js';
import { typographic } from './typographic.js';

let compiler: NodeCompiler | null = null;

/** Opening the fonts takes a while and memory: once in a process, when the first letter is made. */
function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] });
  return compiler;
}

const plainBrand = '#1d1d1b';

export interface LetterPdf {
  readonly bytes: Buffer;
  /** Characters that no typeface here has: they stand as □, and the sender is told. */
  readonly notShown: readonly string[];
}

/** The same letter gives the same bytes, whenever it is made. */
export function letterPdf(letter: Letter): LetterPdf {
  const data = JSON.stringify(asData(letter));
  const first = compile(data);
  if (first.ok) return { bytes: first.bytes, notShown: [] };
  // PDF/UA refuses what it can't show. Which characters these are, only the typesetter knows.
  const notShown = [...new Set(first.said.flatMap(unprintable))];
  const again = notShown.length === 0 ? first : compile(without(data, notShown));
  if (!again.ok) throw new Error(`the letter could not be made into a PDF: ${again.said.join('; ')}`);
  return { bytes: again.bytes, notShown };
}

type Compiled =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly said: readonly string[] };

function compile(letter: string): Compiled {
  const engine = typst();
  try {
    const result = engine.compile({ mainFileContent: letterTemplate, inputs: { letter } });
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

function asData(letter: Letter): unknown {
  const { from, to, signedBy } = letter;
  return {
    title: typographic(letter.title),
    lang: letter.language.slice(0, 2),
    region: letter.language.slice(3),
    largePrint: letter.largePrint,
    colour: from.colour ?? plainBrand,
    reference: letter.reference,
    date: inWords(letter.on),
    year: Number(letter.on.slice(0, 4)),
    month: Number(letter.on.slice(5, 7)),
    dayOfMonth: Number(letter.on.slice(8, 10)),
    from: { name: printable(from.name) },
    sender: [from.team, ...from.address, from.phone, from.email, from.website].filter((l) => l !== '').map(printable),
    addressed: [to.name, ...to.address].map(printable),
    salutation: printable(salutation(to)),
    signed: [
      signedBy.name,
      signedBy.job,
      from.name,
      ...(signedBy.phone ? [signedBy.phone] : []),
      ...(signedBy.email ? [signedBy.email] : []),
    ]
      .filter((l) => l !== '')
      .map(printable),
    body: shown(letter.body).map(blockData),
  };
}

function blockData(b: LetterBlock): unknown {
  switch (b.block) {
    case 'heading':
      return { block: b.block, level: b.level, text: typographic(printable(b.text)) };
    case 'paragraph':
      return { block: b.block, text: typographic(printable(b.text)) };
    case 'place':
      return { block: b.block, paragraphs: paragraphsOf(printable(b.text)).map(typographic) };
    // Someone's own words: as they were written.
    case 'quote':
      return { block: b.block, paragraphs: paragraphsOf(printable(b.text)) };
    case 'list':
      return { block: b.block, items: b.items.map((i) => typographic(printable(i))) };
    case 'facts':
      return {
        block: b.block,
        rows: b.rows.map((r) => ({ label: printable(r.label), value: typographic(printable(r.value)) })),
      };
    case 'contact':
      return { block: b.block, name: typographic(b.name), lines: b.lines.map(typographic) };
    case 'point':
      return { block: b.block, heading: typographic(printable(b.heading)), blocks: b.blocks.map(blockData) };
    default:
      return b satisfies never;
  }
}

/** Control characters and lone halves of a pair can't be printed, and PDF/UA refuses them. */
function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
}
