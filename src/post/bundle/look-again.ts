/**
 * Reads what was made, as anybody can who gets it, for words that are hidden on one of its papers. Of a paper that can't be
 * opened, or with a place under which no text stands, as on a scan, it says nothing unless it found something: nobody
 * could look for what is hidden there.
 */
import { readFile } from 'node:fs/promises';
import { type HiddenWords, type PageText, standAgain } from '../../complaint/bundle/words-again.js';
import { openPdf } from '../looking/pdf-pictures.js';
import { textWithin } from '../looking/text-within.js';
import type { Task } from './tasks.js';

export async function lookAgain({
  hidden,
  made,
}: Extract<Task, { do: 'again' }>): Promise<ReadonlyMap<string, readonly number[]>> {
  const words: HiddenWords[] = [];
  const readable = new Set<string>();
  for (const { paper, file, boxes } of hidden) {
    const opened = await openPdf(await readFile(file));
    if (!opened.ok) continue;
    const texts = boxes.map((box) => textWithin(opened.document, box));
    opened.document.destroy();
    words.push({ paper, texts });
    if (texts.every((text) => text.trim() !== '')) readable.add(paper);
  }
  const pages: PageText[] = [];
  for (const { file, first } of made) {
    const opened = await openPdf(await readFile(file));
    if (!opened.ok) throw new Error(opened.why);
    // The index has no numbers: all of it is one place to look.
    for (let n = 0; n < opened.pages; n++)
      pages.push({ page: first === 0 ? 0 : first + n, text: opened.document.getPage(n).getText() });
    opened.document.destroy();
  }
  const found = standAgain(words, pages);
  return new Map([...[...readable].map((paper) => [paper, []] as const), ...found]);
}
