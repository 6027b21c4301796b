/**
 * The process in which scanned post is read: each page drawn, its barcode looked for, its text recognised. The words'
 * models come with the product; nothing is fetched. src/post/read-scans.ts starts it by src/post/apart.ts.
 */
import './no-network.js';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createWorker } from 'tesseract.js';
import { readCode128 } from './code-128.js';
import { openPdf, scaleFor } from './looking/pdf-pictures.js';

/** Dots an inch of paper: enough for small print and for the barcode. */
const perInch = 200;
/** The longer side of a page, whatever it says of itself. */
const longest = 3_000;

export type ScanHeard =
  | { readonly is: 'pages'; readonly pages: number }
  | { readonly is: 'refused'; readonly why: 'damaged' | 'locked' }
  | {
      readonly is: 'page';
      readonly n: number;
      readonly picture: Uint8Array;
      readonly text: string;
      readonly barcodes: readonly string[];
      readonly blank: boolean;
    };

const [path = '', first = '1', last = '1'] = process.argv.slice(2);
const say = (heard: ScanHeard) => process.send?.(heard);

async function read(): Promise<void> {
  const opened = await openPdf(await readFile(path));
  if (!opened.ok) {
    say({ is: 'refused', why: opened.why });
    return;
  }
  say({ is: 'pages', pages: opened.pages });
  const langPath = join(
    dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
    '4.0.0',
  );
  let recogniser: Awaited<ReturnType<typeof createWorker>> | undefined;
  for (let n = Number(first); n <= Math.min(Number(last), opened.pages); n++) {
    const page = opened.document.getPage(n - 1);
    const scale = Math.min(perInch / 72, scaleFor(page, longest).scale);
    const drawn = await page.render({ scale, render: 'bitmap', renderFormFields: true });
    const grey = sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
      .removeAlpha()
      .greyscale();
    const { data, info } = await grey.clone().raw().toBuffer({ resolveWithObject: true });
    const picture = await grey.jpeg({ quality: 70 }).toBuffer();
    const blank = isBlank(data);
    const barcodes = blank ? [] : readCode128({ width: info.width, height: info.height, data });
    let text = '';
    if (!blank) {
      recogniser ??= await createWorker('eng', 1, { langPath, cacheMethod: 'none', gzip: true });
      text = (await recogniser.recognize(picture)).data.text;
    }
    say({ is: 'page', n, picture, text, barcodes, blank });
  }
  await recogniser?.terminate();
}

/** Dust is no writing. */
function isBlank(data: Uint8Array): boolean {
  let dark = 0;
  for (const dot of data) if (dot < 140) dark += 1;
  return dark < data.length / 2_000;
}

process.on('disconnect', () => process.exit());
void read()
  .catch(() => say({ is: 'refused', why: 'damaged' }))
  .then(() => process.send?.('done', () => process.exit()));
