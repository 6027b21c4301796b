/**
 * The process that reads the words on pages of pictures. It is given the pictures after painting and nothing else, so what
 * is hidden can't be among what it reads. The words' models come with the product; src/post/bundle/read-pages.ts starts it.
 */
import '../no-network.js';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createWorker } from 'tesseract.js';
import { openPdf } from '../looking/pdf-pictures.js';
import { drawPage, fillPlaces, white } from './paint.js';
import type { PageWords, PaintedBox, WordSeen } from './tasks.js';

type Recogniser = Awaited<ReturnType<typeof createWorker>>;

/** Below this the recogniser guesses: a photograph of wallpaper is full of such words. */
const leastSure = 50;
const darkBelow = 160;
const fewestDark = 30;

const [path = '', first = '1', last = '1', milliseconds = '0', painted = '[]'] = process.argv.slice(2);

async function read(): Promise<void> {
  const opened = await openPdf(await readFile(path));
  if (!opened.ok) return;
  const boxes = JSON.parse(painted) as readonly PaintedBox[];
  let recogniser: Recogniser | undefined;
  for (let n = Number(first); n <= Math.min(Number(last), opened.pages); n++) {
    const drawn = await drawPage(opened.document, n);
    const { data, width, height } = drawn;
    // Beside black a recogniser takes words for part of a picture.
    fillPlaces(
      drawn,
      boxes.filter(({ page }) => page === n),
      white,
    );
    if (isBare(data)) {
      process.send?.({ n, words: [] } satisfies PageWords);
      continue;
    }
    const picture = await sharp(data, { raw: { width, height, channels: 3 } })
      .greyscale()
      .png({ compressionLevel: 1 })
      .toBuffer();
    recogniser ??= await newRecogniser();
    const words = await inTime(wordsOn(recogniser, picture, { width, height }));
    if (words === null) {
      // It may go on for ever: the next page gets another one.
      await recogniser.terminate();
      recogniser = undefined;
    }
    process.send?.({ n, words: words ?? [] } satisfies PageWords);
  }
  await recogniser?.terminate();
}

/** Fewer dark dots than a full stop has: there is nothing to read. */
function isBare(data: Uint8Array): boolean {
  let dark = 0;
  for (let at = 0; at < data.length && dark <= fewestDark; at += 3) if ((data[at] ?? 0) < darkBelow) dark += 1;
  return dark <= fewestDark;
}

function newRecogniser(): Promise<Recogniser> {
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  return createWorker('eng', 1, { langPath: join(data, '4.0.0_best_int'), cacheMethod: 'none', gzip: true });
}

/** Null where it takes longer than a page may, or fails. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Number(milliseconds));
  });
  try {
    return await Promise.race([work, over]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function wordsOn(
  recogniser: Recogniser,
  picture: Buffer,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<readonly WordSeen[]> {
  const { data } = await recogniser.recognize(picture, {}, { text: false, blocks: true });
  return (data.blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .flatMap(({ words }) => words)
    .filter(({ text, confidence }) => confidence >= leastSure && /[\p{L}\p{N}]/u.test(text))
    .map(({ text, bbox: { x0, y0, x1, y1 } }) => ({
      text,
      x: x0 / width,
      y: y0 / height,
      w: (x1 - x0) / width,
      h: (y1 - y0) / height,
    }));
}

process.on('disconnect', () => process.exit());
void read()
  .then(() => process.send?.('done', () => process.exit()))
  .catch(() => process.exit(1));
