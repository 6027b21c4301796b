/**
 * The words on painted pages, read from their pictures by processes of their own. A page that can't be read, or takes too
 * long, goes without words: the picture is what is handed over, the words are for whoever searches it or has it read aloud.
 */
import { availableParallelism } from 'node:os';
import { wholePage } from '../../complaint/bundle/choosing.js';
import { runApart } from '../apart.js';
import type { PageWords, PaintedBox, WordSeen } from './tasks.js';

/** One process reads so many pages, and no page takes longer. */
const pagesAtOnce = 10;
const pageMilliseconds = 20_000;
/** To start, to draw the pages and to end. */
const besideMilliseconds = 20_000;
const readingMegabytes = 650;
/** Letters of one word of a command line; Linux takes 131,072. */
const mostTold = 100_000;
/** Two, on the smallest machine that is supported too: each holds some 350 MB. */
const processes = Math.min(2, availableParallelism());

interface ReadAbout {
  /** The painted file. */
  readonly file: string;
  readonly pages: number;
  readonly boxes: readonly PaintedBox[];
  readonly stop?: AbortSignal;
  /** How long one process may take, where it is less than its pages together may. */
  readonly milliseconds?: number;
  /** Told after each page. */
  readonly onPage: () => Promise<void>;
}

/** The words of each page, from the first on. */
export async function readPages(about: ReadAbout): Promise<readonly (readonly WordSeen[])[]> {
  const found = Array.from({ length: about.pages }, (): readonly WordSeen[] => []);
  const firsts = Array.from({ length: Math.ceil(about.pages / pagesAtOnce) }, (_, i) => i * pagesAtOnce + 1);
  const one = async (): Promise<void> => {
    for (let first = firsts.shift(); first !== undefined; first = firsts.shift())
      await readSome(about, first, Math.min(first + pagesAtOnce - 1, about.pages), found);
  };
  await Promise.all(Array.from({ length: processes }, one));
  return found;
}

async function readSome(
  { file, boxes, stop, onPage, milliseconds = Number.POSITIVE_INFINITY }: ReadAbout,
  first: number,
  last: number,
  found: (readonly WordSeen[])[],
): Promise<void> {
  for (let from = first; from <= last && stop?.aborted !== true; ) {
    let read = from - 1;
    await runApart({
      child: 'bundle/read-main',
      path: file,
      told: [String(from), String(last), String(pageMilliseconds), paintedOn(boxes, from, last)],
      limits: {
        milliseconds: Math.min(milliseconds, (last - from + 1) * pageMilliseconds + besideMilliseconds),
        megabytes: readingMegabytes,
      },
      threads: true,
      heard: async (message) => {
        const { n, words } = message as PageWords;
        read = n;
        found[n - 1] = words.filter((word) => !isUnder(word, n, boxes));
        await onPage();
      },
      ...(stop === undefined ? {} : { stop }),
    });
    // A page over which the process died goes without.
    from = Math.max(read, from) + 1;
  }
}

/** The places on some pages, as far as they fit into what a process is told as it begins. */
function paintedOn(boxes: readonly PaintedBox[], from: number, last: number): string {
  const told = JSON.stringify(
    boxes.filter(({ page }) => page >= from && page <= last).map(({ page, x, y, w, h }) => ({ page, x, y, w, h })),
  );
  return told.length > mostTold ? '[]' : told;
}

/** In the dark of a painted place nothing stands, whatever the recogniser makes of its edges. */
function isUnder({ x, y, w, h }: WordSeen, n: number, boxes: readonly PaintedBox[]): boolean {
  const [middle, height] = [(x + w / 2) * wholePage, (y + h / 2) * wholePage];
  return boxes.some(
    (box) => box.page === n && middle >= box.x && middle <= box.x + box.w && height >= box.y && height <= box.y + box.h,
  );
}
