/** A letter as PDF/UA-1: tagged, with its language and title, for paper and for a screen reader alike. */
import { inWords } from '../facts/days.js';
import { paragraphsOf, shown } from '../letters/blocks.js';
import { salutation } from '../letters/frame.js';
import type { Letter, LetterBlock } from '../letters/words.js';
import { canBeDrawn, code128 } from './code-128.js';
import { letterTemplate } from './letter-template.js';
import { printable, type Typeset, typeset } from './typesetter.js';
import { typographic } from './typographic.js';

/** Where a landlord has set no colour of its own. */
const plainBrand = '#1d1d1b';

/** The same letter gives the same bytes, whenever it is made. */
export function letterPdf(letter: Letter): Typeset {
  return typeset(letterTemplate, 'letter', asData(letter));
}

function asData(letter: Letter): unknown {
  const { from, to, signedBy } = letter;
  return {
    title: typographic(letter.title),
    lang: letter.language.slice(0, 2),
    region: letter.language.slice(3),
    largePrint: letter.largePrint,
    colouredPaper: letter.colouredPaper,
    colour: from.colour ?? plainBrand,
    reference: letter.reference,
    barcode: canBeDrawn(letter.reference) ? code128(letter.reference) : { width: 0, bars: [] },
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
