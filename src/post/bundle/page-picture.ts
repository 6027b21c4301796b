/** A page as whoever hides places on it sees it. The last few are kept for the moment, since a page asks for its picture. */
import { readFile } from 'node:fs/promises';
import { digestOf } from './made-files.js';
import { runTask } from './run-task.js';
import type { PaintedBox } from './tasks.js';

export interface PageWanted {
  readonly path: string;
  /** The digest of the file's bytes. */
  readonly content: string;
  readonly page: number;
  readonly boxes: readonly PaintedBox[];
  /** The one corner of a box that has been chosen. */
  readonly corner: { readonly x: number; readonly y: number } | null;
}

export interface PagePicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const kept = new Map<string, PagePicture>();
const mostKept = 12;

/** Null where it can't be drawn. */
export async function pictureOfPage({ path, ...wanted }: PageWanted): Promise<PagePicture | null> {
  const key = digestOf(wanted);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { page, boxes, corner } = wanted;
  const drawn = await runTask({ do: 'page', file: path, page, boxes, corner }, async ({ end, said, out }) => {
    const size = said.find((one) => one.is === 'drawn');
    return end !== 'done' || size === undefined
      ? null
      : { bytes: await readFile(out), width: size.width, height: size.height };
  });
  if (drawn !== null) {
    kept.set(key, drawn);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }
  return drawn;
}
