/** The process in which one document is read: read-document.ts starts it with the kind and the path, and it answers once. */
import { readFile } from 'node:fs/promises';
import { fromText } from '../assess/read/from-text.js';
import { decodeText, fromCsv } from './read-csv.js';
import type { Answered, DocumentKind } from './read-document.js';
import { checkZip } from './zip-bounds.js';

const [kind, path] = process.argv.slice(2) as [DocumentKind, string];

const pdfWords = {
  locked: 'is locked with a password. Save a copy without one, and try again.',
  damaged: 'is damaged: it can’t be opened as a PDF.',
  scan: 'is a scan: pictures of pages, with no text in them. Ask for the document it was printed from, or have the text recognised first.',
  'too-many-pages': 'has more pages than any self-assessment or policy. Cut out the pages that matter, and try again.',
} as const;

const zipWords = {
  'no-archive': 'is damaged: it can’t be opened as a Word document.',
  damaged: 'is damaged: it can’t be opened as a Word document.',
  locked: 'is locked with a password. Save a copy without one, and try again.',
  'too-many': 'holds more parts than any Word document, and was not unpacked.',
  'too-large': 'unpacks to more than any self-assessment or policy holds, and was not read.',
} as const;

async function answer(): Promise<Answered> {
  const bytes = await readFile(path);
  switch (kind) {
    case 'pdf': {
      const { fromPdf } = await import('./read-pdf.js');
      const read = await fromPdf(new Uint8Array(bytes));
      if (!read.ok) return { refused: pdfWords[read.why] };
      const { withoutText } = read;
      return {
        blocks: read.blocks,
        warnings:
          withoutText.length === 0
            ? []
            : [`Page ${withoutText.join(', ')} holds no text: if it is a scan, what stands on it was not read.`],
      };
    }
    case 'docx': {
      const checked = checkZip(bytes);
      if (!checked.ok) return { refused: zipWords[checked.why] };
      if (!checked.names.includes('word/document.xml'))
        return { refused: 'is not a Word document (docx), whatever its name says.' };
      const { fromDocx } = await import('./read-docx.js');
      const macros = checked.names.some((name) => /vbaProject/i.test(name));
      return {
        blocks: await fromDocx(bytes),
        warnings: macros ? ['The document carries macros. They were left alone: only its words were read.'] : [],
      };
    }
    case 'csv':
    case 'text': {
      const text = decodeText(bytes);
      if (text === null) return { refused: 'is not a PDF, Word, CSV or text file.' };
      return { blocks: kind === 'csv' ? fromCsv(text) : fromText(text), warnings: [] };
    }
    default:
      return kind satisfies never;
  }
}

async function main(): Promise<void> {
  let answered: Answered;
  try {
    answered = await answer();
  } catch {
    answered = { refused: 'is damaged: it can’t be read.' };
  }
  process.send?.(answered, () => process.disconnect?.());
}

void main();
