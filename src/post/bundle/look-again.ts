/** Reads what was made, as anybody can who gets it, for words that are hidden on one of its papers. */
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
  for (const { paper, file, boxes } of hidden) {
    const opened = await openPdf(await readFile(file));
    if (!opened.ok) continue;
    words.push({ paper, texts: boxes.map((box) => textWithin(opened.document, box)) });
    opened.document.destroy();
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
  return standAgain(words, pages);
}
