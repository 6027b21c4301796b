/** What is hidden can't be had again: by a PDF reader, from metadata, the index, the digests, or the dots of the pages. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import {
  degrees,
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { layWords } from '../../src/post/bundle/lay-words.js';
import { drawPage, paintPages } from '../../src/post/bundle/paint.js';
import { readPages } from '../../src/post/bundle/read-pages.js';
import { bindVolume } from '../../src/post/bundle/volume.js';
import { openPdf } from '../../src/post/looking/pdf-pictures.js';

const secret = 'Noel Abbot of 7 Orchard Row';
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'putright-hiding-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A scan that lies on its side with text under its picture, a note on top, a file attached, and much said of itself. */
async function paper(turned: number): Promise<Uint8Array> {
  const whole = await PDFDocument.create();
  whole.setTitle(secret);
  whole.setAuthor(secret);
  whole.setKeywords([secret]);
  await whole.attach(Buffer.from(secret), 'neighbour.txt', { mimeType: 'text/plain', description: secret });
  const font = await whole.embedFont(StandardFonts.Helvetica);
  const page = whole.addPage([200, 300]);
  page.drawText(secret, { x: 20, y: 250, size: 9, font });
  const scan = await sharp({ create: { width: 200, height: 300, channels: 3, background: '#fafafa' } })
    .composite([
      { input: { create: { width: 60, height: 20, channels: 3, background: '#c00000' } }, left: 20, top: 40 },
    ])
    .png()
    .toBuffer();
  page.drawImage(await whole.embedPng(scan), { x: 0, y: 0, width: 200, height: 300 });
  page.setRotation(degrees(turned));
  return whole.save();
}

/** Where the red field of the scan is seen, in ten thousandths of the page as it is turned. */
async function redIn(bytes: Uint8Array): Promise<{ x: number; y: number; w: number; h: number } | null> {
  const opened = await openPdf(bytes);
  assert.ok(opened.ok);
  const { data, width, height } = await drawPage(opened.document, 1);
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let at = 0; at < width * height; at++) {
    const [r = 0, g = 0] = [data[at * 3], data[at * 3 + 1]];
    if (r < 110 || g > 90) continue;
    left = Math.min(left, at % width);
    right = Math.max(right, at % width);
    top = Math.min(top, Math.floor(at / width));
    bottom = Math.max(bottom, Math.floor(at / width));
  }
  const part = (n: number, of: number) => Math.round((n * 10_000) / of);
  return right < 0
    ? null
    : {
        x: part(left, width),
        y: part(top, height),
        w: part(right - left + 1, width),
        h: part(bottom - top + 1, height),
      };
}

/** Every stream of a file unpacked, with the file itself: what anybody with patience can read in it. */
function everything(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes);
  const found = [whole.toString('latin1')];
  for (let at = whole.indexOf('stream'); at >= 0; at = whole.indexOf('stream', at + 6)) {
    for (const skip of [7, 8]) {
      try {
        found.push(inflateSync(whole.subarray(at + skip), { finishFlush: 2 }).toString('latin1'));
        break;
      } catch {
        // No deflated stream begins there.
      }
    }
  }
  return found.join('\n');
}

function holdsSecret(text: string): boolean {
  const forms = [secret, Buffer.from(secret, 'utf16le').swap16().toString('latin1')].flatMap((one) => [
    one,
    Buffer.from(one, 'latin1').toString('hex'),
    Buffer.from(one, 'latin1').toString('hex').toUpperCase(),
  ]);
  return forms.some((form) => text.includes(form)) || /Abbot/.test(text);
}

for (const turned of [0, 90, 180, 270]) {
  test(`what is hidden on a scan that is turned by ${turned} degrees is in no dot, text, attachment or metadata`, async () => {
    const original = await paper(turned);
    assert.ok(holdsSecret(everything(original)), 'the paper as it came says it');
    const box = await redIn(original);
    assert.ok(box !== null);
    const { bytes, pages } = await paintPages(original, [{ page: 1, ...box }]);
    assert.equal(pages, 1);
    const file = join(folder, `${turned}.pdf`);
    await writeFile(file, bytes);
    const part = { file, from: 1, to: 1, of: 1, first: 1, title: 'A paper', confidence: false, withoutNotes: true };
    const volume = await bindVolume('Volume 1', [part]);
    for (const made of [bytes, volume.bytes]) {
      assert.equal(await redIn(made), null, 'no dot of it is left');
      assert.ok(!holdsSecret(everything(made)), 'no stream says it');
      const proxy = await getDocumentProxy(new Uint8Array(made));
      const { text } = await extractText(proxy, { mergePages: true });
      assert.equal(text.trim(), made === bytes ? '' : 'Bundle page 1');
      assert.equal(await proxy.getAttachments(), null);
      const about = (await proxy.getMetadata()).info as Record<string, unknown>;
      assert.ok(!holdsSecret(JSON.stringify(about)));
      assert.equal(await (await proxy.getPage(1)).getAnnotations().then((all) => all.length), 0);
    }
    // Turned the right way up, it lies as it was seen.
    const [width, height] = [(await openedSize(bytes)).width, (await openedSize(bytes)).height];
    assert.equal(width > height, turned % 180 !== 0);
  });
}

test('words are read off the painted picture and laid over it unseen; under a painted place there are none', async () => {
  const source = await PDFDocument.create();
  const font = await source.embedFont(StandardFonts.Helvetica);
  const page = source.addPage([420, 300]);
  page.drawText('The ceiling came down in March', { x: 30, y: 240, size: 16, font });
  page.drawText(secret, { x: 30, y: 180, size: 16, font });
  page.drawText('saw it', { x: 300, y: 180, size: 16, font });
  page.drawText('and nobody came to mend it', { x: 30, y: 120, size: 16, font });
  const boxes = [{ page: 1, x: 500, y: 3_200, w: 5_600, h: 1_200 }];
  const painted = await paintPages(await source.save(), boxes);
  const file = join(folder, 'painted.pdf');
  await writeFile(file, painted.bytes);
  let told = 0;
  const onPage = async () => {
    told += 1;
  };
  const words = await readPages({ file, pages: 1, boxes, onPage });
  assert.equal(told, 1);
  const made = await layWords(painted.bytes, words);
  assert.ok(!holdsSecret(everything(made)));
  const { text } = await extractText(new Uint8Array(made), { mergePages: true });
  assert.match(text, /The ceiling came down in March\s+saw it\s+and nobody came to mend it/);
  // Where it stands: over the line that is seen, and shown by nothing.
  const [first] = words[0] ?? [];
  assert.ok(
    first !== undefined && Math.abs(first.x * 420 - 30) < 3 && Math.abs((1 - first.y - first.h) * 300 - 240) < 6,
  );
  assert.match(everything(made), /3 Tr/);
  const early = await readPages({ file, pages: 1, boxes, milliseconds: 1, onPage });
  assert.deepEqual(early, [[]], 'a page that takes too long goes without');
});

async function openedSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const opened = await openPdf(bytes);
  assert.ok(opened.ok);
  const { originalWidth: width, originalHeight: height } = opened.document.getPage(0).getOriginalSize();
  return { width, height };
}

test('a volume leaves behind what pages drag along: attached files, closed notes, answers in forms and ways to pages that are not in it', async () => {
  const source = await PDFDocument.create();
  const font = await source.embedFont(StandardFonts.Helvetica);
  const [first, second] = [source.addPage([300, 200]), source.addPage([300, 200])];
  first.drawText('In the volume', { x: 20, y: 100, size: 12, font });
  second.drawText(secret, { x: 20, y: 100, size: 12, font });
  const link = source.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 50, 50],
    Dest: [second.ref, 'Fit'],
    P: second.ref,
  });
  const note = source.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [9, 9, 20, 20],
    Contents: PDFString.of(secret),
  });
  const attached = source.context.obj({
    Type: 'Annot',
    Subtype: 'FileAttachment',
    Rect: [0, 0, 9, 9],
    T: PDFString.of(secret),
  });
  const field = source.context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: [0, 0, 9, 9],
    AP: {},
    V: PDFString.of(secret),
    Opt: [PDFString.of(secret)],
  });
  const stamp = { Type: 'Annot', Subtype: 'Stamp', Rect: [0, 0, 9, 9], F: 2, OverlayText: PDFString.of(secret) };
  first.node.set(
    PDFName.of('Annots'),
    source.context.obj(
      [link, attached, note, field, source.context.obj(stamp)].map((one) => source.context.register(one)),
    ),
  );
  // Pages that share their resources, with a picture that only the other one draws, and what drawings hold beside.
  const { context } = source;
  const about = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] };
  const put = (content: string, more: object = {}) => context.register(context.stream(content, { ...about, ...more }));
  const inner = put('0 0 5 5 re f', { PieceInfo: { Note: PDFString.of(secret) }, Metadata: put(secret) });
  const drawn = put('/Inner Do', {
    Metadata: put(secret),
    Resources: { XObject: { Inner: inner, Spare: put(secret) } },
  });
  const shared = first.node.Resources();
  shared?.set(PDFName.of('XObject'), context.obj({ Drawn: drawn, Other: put(`% ${secret}`) }));
  first.pushOperators(PDFOperator.of(PDFOperatorNames.DrawObject, [PDFName.of('Drawn')]));
  first.node.set(PDFName.of('Thumb'), put(secret));
  const file = join(folder, 'linked.pdf');
  await writeFile(file, await source.save());
  const { bytes } = await bindVolume('Volume 1', [
    { file, from: 1, to: 1, of: 2, first: 7, title: 'One', confidence: true, withoutNotes: true },
  ]);
  assert.ok(!holdsSecret(everything(bytes)));
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  assert.match(text, /In the volume/);
  assert.match(everything(bytes), /0 0 5 5 re f/, 'what is drawn stays');
  assert.match(text, /Bundle page 7/);
  assert.match(text, /In confidence: not for the resident/);
});

test('a file that can be drawn but not taken apart goes in as pictures of its pages', async () => {
  const whole = await PDFDocument.load(await paper(0));
  const text = Buffer.from(await whole.save({ useObjectStreams: false })).toString('latin1');
  // Its pages are not called so any more: a reader mends that, a program that takes files apart does not.
  const broken = Buffer.from(text.replace('/Type /Pages', '/Type /Pagez'), 'latin1');
  await assert.rejects(PDFDocument.load(broken).then((one) => one.getPage(0)));
  const file = join(folder, 'broken.pdf');
  await writeFile(file, broken);
  const part = {
    file,
    from: 1,
    to: 1,
    of: 1,
    first: 1,
    title: 'A damaged paper',
    confidence: false,
    withoutNotes: false,
  };
  const { bytes, pages } = await bindVolume('Volume 1', [part]);
  assert.equal(pages, 1);
  assert.ok((await redIn(bytes)) !== null, 'it shows what the page shows');
  const { text: read } = await extractText(new Uint8Array(bytes), { mergePages: true });
  assert.equal(read.trim(), 'Bundle page 1', 'a picture has no words');
});
