/** A broken PDF is mended where this machine can; whatever the program that mends does, the paper goes along all the same. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { canMend, mended } from '../../src/post/bundle/mend.js';
import { openPdf } from '../../src/post/looking/pdf-pictures.js';
import { isSound } from '../../src/post/looking/pdfium-functions.js';
import { programOnPath } from '../support/program-on-path.js';

let folder: string;
let broken: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'putright-mending-test-'));
  broken = join(folder, 'broken.pdf');
  const whole = await PDFDocument.create();
  for (let n = 0; n < 3; n++) whole.addPage([300, 200]).drawRectangle({ x: 10, y: 10, width: 90, height: 40 });
  const bytes = Buffer.from(await whole.save({ useObjectStreams: false }));
  // Its table of contents is cut off.
  await writeFile(broken, bytes.subarray(0, bytes.lastIndexOf('startxref')));
});
after(() => rm(folder, { recursive: true, force: true }));

async function isWhole(file: string): Promise<readonly [boolean, number]> {
  const opened = await openPdf(await readFile(file));
  return opened.ok ? [isSound(opened.document), opened.pages] : [false, 0];
}

test('a broken PDF is known for it, and mended to the same pages where qpdf is on this machine', async () => {
  assert.deepEqual(await isWhole(broken), [false, 3]);
  assert.deepEqual(await mended(broken, isWhole), canMend() ? [true, 3] : null);
});

/** What comes of a file that a program of that name mends in this way; null where nothing does. */
async function mendedBy(does: string, bounds: { readonly milliseconds?: number } = {}): Promise<string | null> {
  const itself = 'if [ "$1" = --version ]; then echo "qpdf version 11.9.0"; exit 0; fi';
  const takeAway = await programOnPath(folder, 'qpdf', `${itself}\n${does}`);
  try {
    assert.equal(canMend(), true);
    return await mended(broken, async (path) => readFile(path, 'utf8'), bounds);
  } finally {
    takeAway();
  }
}

test('a program that fails, hangs, writes nothing or takes too much leaves the paper as it was', async () => {
  // Each does what a right one does, and one thing that a right one doesn't.
  const writes = 'echo whole > "$3"';
  assert.equal(await mendedBy(writes), 'whole\n');
  assert.equal(await mendedBy(`${writes}; exit 3`), 'whole\n', 'it is done, and there was something to mend');
  assert.equal(await mendedBy(`${writes}; exit 2`), null);
  assert.equal(await mendedBy('exit 0'), null);
  assert.equal(await mendedBy(`${writes}; exec sleep 60`, { milliseconds: 700 }), null);
  // Nothing but Linux tells how much memory a program takes.
  if (process.platform === 'linux')
    assert.equal(await mendedBy(`${writes}; exec dd if=/dev/zero of=/dev/null bs=900M count=1`), null);
  const takeAway = await programOnPath(folder, 'qpdf', 'exit 1');
  assert.equal(canMend(), false);
  assert.equal(await mended(broken, async () => 'used'), null);
  takeAway();
});
