/** A paper leaves as it is seen: what a PDF holds beside that is found, and goes nowhere. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import sharp from 'sharp';
import { extractText } from 'unpdf';
import { goesAsPictures, mustBePictures, type Unseen } from '../../src/complaint/bundle/as-seen.js';
import { objectionsToCheck } from '../../src/complaint/bundle/going-out.js';
import { standAgain } from '../../src/complaint/bundle/words-again.js';
import { lookAgain } from '../../src/post/bundle/look-again.js';
import { paintPages } from '../../src/post/bundle/paint.js';
import { unseenIn } from '../../src/post/bundle/unseen.js';
import { openPdf } from '../../src/post/looking/pdf-pictures.js';
import { againWords } from '../../src/web/bundles/bundle-words.js';

const words = 'Noel Abbot of 7 Orchard Row';

type Put = (whole: PDFDocument, page: PDFPage) => Promise<void> | void;

async function paper(put: Put): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  const page = whole.addPage([300, 200]);
  page.setFont(await whole.embedFont(StandardFonts.Helvetica));
  page.drawText('What everybody sees', { x: 20, y: 150, size: 12 });
  await put(whole, page);
  return whole.save();
}

async function unseenOf(bytes: Uint8Array): Promise<readonly Unseen[]> {
  const opened = await openPdf(bytes);
  assert.ok(opened.ok);
  return unseenIn(bytes, opened.document, opened.pages);
}

async function picture(whole: PDFDocument, wide: number) {
  const input = { create: { width: wide, height: 40, channels: 3 as const, background: '#202020' } };
  return whole.embedJpg(await sharp(input).jpeg().toBuffer());
}

test('a page that shows all it holds stays as it is: with a picture and a coloured table', async () => {
  const bytes = await paper(async (whole, page) => {
    page.drawRectangle({ x: 10, y: 40, width: 280, height: 30, color: rgb(0.8, 0.9, 1) });
    page.drawText('In a coloured row', { x: 20, y: 50, size: 12 });
    page.drawImage(await picture(whole, 60), { x: 200, y: 100, width: 60, height: 40 });
  });
  const found = await unseenOf(bytes);
  assert.deepEqual(found, []);
  assert.equal(goesAsPictures({ boxes: 0, unseen: found, asPictures: false }), false);
});

const papers: readonly (readonly [string, Unseen, boolean, Put])[] = [
  [
    'words beyond the part of the page that is shown',
    'outside',
    true,
    (_whole, page) => {
      page.drawText(words, { x: 20, y: 20, size: 10 });
      page.setCropBox(0, 60, 300, 140);
    },
  ],
  [
    'a picture that is cut off at the edge of the page',
    'outside',
    true,
    async (whole, page) => page.drawImage(await picture(whole, 400), { x: 150, y: 20, width: 400, height: 40 }),
  ],
  [
    'words under a black box',
    'covered',
    true,
    (_whole, page) => {
      page.drawText(words, { x: 20, y: 20, size: 10 });
      page.drawRectangle({ x: 15, y: 15, width: 200, height: 20, color: rgb(0, 0, 0) });
    },
  ],
  [
    'one word of a line under a picture',
    'covered',
    true,
    async (whole, page) => {
      page.drawText(words, { x: 20, y: 20, size: 10 });
      page.drawImage(await picture(whole, 40), { x: 20, y: 15, width: 30, height: 20 });
    },
  ],
  [
    'words under a mark that somebody laid over them',
    'covered',
    true,
    (whole, page) => {
      page.drawText(words, { x: 20, y: 20, size: 10 });
      const mark = { Type: 'Annot', Subtype: 'Square', Rect: [15, 15, 200, 35], IC: [0, 0, 0], F: 4 };
      page.node.set(PDFName.of('Annots'), whole.context.obj([whole.context.register(whole.context.obj(mark))]));
    },
  ],
  [
    'a layer that is switched off',
    'layers',
    true,
    (whole, page) => {
      const { context } = whole;
      const layer = context.register(context.obj({ Type: 'OCG' }));
      page.node.normalizedEntries().Resources.set(PDFName.of('Properties'), context.obj({ Hidden: layer }));
      const marked = PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
        PDFName.of('OC'),
        PDFName.of('Hidden'),
      ]);
      page.pushOperators(marked);
      page.drawText(words, { x: 20, y: 20, size: 10 });
      page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
      whole.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    },
  ],
  [
    'a form whose answers no picture holds',
    'fields',
    true,
    (whole, page) => {
      const { context } = whole;
      const field = context.register(
        context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Tx', Rect: [20, 20, 200, 40] }),
      );
      page.node.set(PDFName.of('Annots'), context.obj([field]));
      whole.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field] }));
    },
  ],
  [
    'words that a scanner laid under the page, unseen',
    'invisible',
    false,
    (_whole, page) => {
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText(words, { x: 20, y: 20, size: 10 });
    },
  ],
  [
    'words behind a scan that fills the page',
    'invisible',
    false,
    async (whole, page) => page.drawImage(await picture(whole, 300), { x: 0, y: 0, width: 300, height: 200 }),
  ],
  ['a file', 'attached', false, (whole) => whole.attach(Buffer.from(words), 'neighbour.txt', {})],
  ['a program', 'scripts', false, (whole) => whole.addJavaScript('main', 'app.alert(1)')],
];

for (const [what, unseen, always, put] of papers) {
  test(`a PDF that also holds ${what} is known for it`, async () => {
    const bytes = await paper(put);
    const found = await unseenOf(bytes);
    assert.ok(found.includes(unseen), found.join(' '));
    assert.equal(mustBePictures(found), always);
    assert.ok(goesAsPictures({ boxes: 0, unseen: found, asPictures: true }), 'it can always be chosen');
    const pictures = (await paintPages(bytes, [])).bytes;
    assert.deepEqual(await unseenOf(pictures), []);
    const { text } = await extractText(new Uint8Array(pictures), { mergePages: true });
    assert.equal(text.trim(), '', 'as pictures it holds no words but those that are read off them');
  });
}

const hidden = [
  { paper: 'letter', texts: ['Noel Abbot of 7 Orchard Row rang on 0113 496 0999', 'he was'] },
  { paper: 'note', texts: ['the boiler of my neighbour was condemned by the engineer in May'] },
];
const pages = (...texts: readonly string[]) => texts.map((text, i) => ({ page: i + 1, text }));

test('words that are hidden on one paper are found on another, by a run of them or by a name', () => {
  const found = standAgain(
    hidden,
    pages(
      'We wrote to Mr ABBOT about it',
      'Nothing of that',
      'she says the boiler of\nmy neighbour was condemned',
      'the boiler of the house was condemned',
      'He was at home',
      'about-noel-abbot.txt',
    ),
  );
  assert.deepEqual(Object.fromEntries(found), { letter: [1, 5, 6], note: [3] });
});

test('a name is named on however many pages it stands, a common word is not, and every page of a run of words is', () => {
  const often = pages(...Array.from({ length: 6 }, () => 'Noel wrote'), 'Noel Abbot of 7 Orchard');
  assert.deepEqual(Object.fromEntries(standAgain(hidden, often)), { letter: [1, 2, 3, 4, 5, 6, 7] });
  const begins = [{ paper: 'letter', texts: ['When she rang in 2026 nobody came'] }];
  assert.equal(standAgain(begins, pages(...Array.from({ length: 6 }, () => 'and when it was 2026'))).size, 0);
  const alone = [{ paper: 'letter', texts: ['07700900123'] }];
  const rung = standAgain(alone, pages(...Array.from({ length: 6 }, () => 'rang 07700900123'), 'no')).get('letter');
  assert.equal(againWords(rung ?? null), '6 pages: 1 to 6');
  assert.equal(againWords([0, 2, 5]), 'pages 2, 5 and the index');
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (has) => {
      const all = has.map((one, i) => ({ page: i, text: one ? 'x neighbour was condemned by y' : 'nothing of it' }));
      const expected = has.flatMap((one, i) => (one ? [i] : []));
      assert.deepEqual(standAgain(hidden, all).get('note') ?? [], expected);
    }),
  );
});

test('of a place on a picture nobody can tell whether it is said again, and so nothing is said of its paper', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'putright-again-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'letter.pdf');
  const drawn = await paper(async (whole, page) => page.drawImage(await picture(whole, 40), { x: 200, y: 20 }));
  await writeFile(file, drawn);
  const text = { page: 1, x: 0, y: 1000, w: 6000, h: 2500 };
  const scan = { page: 1, x: 6000, y: 6000, w: 3000, h: 3500 };
  const found = (boxes: readonly (typeof text)[]) =>
    lookAgain({ do: 'again', hidden: [{ paper: 'letter', file, boxes }], made: [] });
  assert.deepEqual(Object.fromEntries(await found([text])), { letter: [] });
  assert.deepEqual(Object.fromEntries(await found([text, scan])), {});
});

test('where hidden words seem to stand again, nobody says that it may go without having looked', () => {
  const bundle = { audience: 'ombudsman', state: 'made', version: 3, madeVersion: 3, checkedAt: null } as const;
  const paper = { standing: 'in', file: null, lookedAt: null, madeFrom: 'a', pages: 1, boxes: 1 } as const;
  const refused = (saidAgain: readonly number[] | null, again: boolean) =>
    objectionsToCheck(bundle, [{ ...paper, saidAgain }], { seen: 3, files: false, again }).map(({ code }) => code);
  assert.deepEqual(refused([], false), []);
  assert.deepEqual(refused([7], false), ['said-again']);
  assert.deepEqual(refused(null, false), ['said-again'], 'nor where it could not be looked for');
  assert.deepEqual(refused([7], true), []);
});
