/** What was made of a file, from the disk: its pictures, its words, its copy. For staff's pages and for residents'. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trx } from '../../store/database.js';
import { lookAgain } from '../../store/file-looking.js';
import { previewFolder, type Serving } from '../../store/file-scans.js';
import { codeOf } from '../../store/stop.js';
import { type Answer, download, type House, notFound } from '../visit.js';

/** As much of a visit as it needs: a member of staff's, or a resident's. */
export interface FilePlace {
  readonly house: House;
  readonly landlord: { readonly id: string };
  readonly db: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
}

/** One of the pictures that were made of a file. For residents' pages too: `serving` says what they may see. */
export async function pictureAnswer(visit: FilePlace, serving: Serving, n: string): Promise<Answer> {
  const number = /^[1-9]\d{0,2}$/.test(n) ? Number(n) : 0;
  if (number === 0 || number > serving.pictures) return notFound;
  return made(visit, serving, `${number}.webp`, `preview-${number}.webp`, 'image/webp', true);
}

/** The copy without metadata, as a download. */
export async function copyAnswer(visit: FilePlace, serving: Serving): Promise<Answer> {
  const { copyType, name } = serving.look;
  if (!serving.copy || copyType === null) return notFound;
  const stem = name.replace(/\.[^.]{1,5}$/, '');
  return made(visit, serving, 'copy', `${stem} (copy).${copyType === 'image/png' ? 'png' : 'jpg'}`, copyType, false);
}

async function made(
  visit: FilePlace,
  { look }: Serving,
  piece: string,
  name: string,
  type: string,
  inline: boolean,
): Promise<Answer> {
  const folder = previewFolder(visit.landlord.id, look.content);
  if ((await sizeOf(join(visit.house.files, folder, piece))) === null) {
    await visit.db((trx) => lookAgain(trx, look.content));
    return notFound;
  }
  return download(name, type, createReadStream(join(visit.house.files, folder, piece)), { inline });
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The words that were read out of a file; null when there are none any more. */
export async function previewText(visit: FilePlace, { look, text }: Serving): Promise<string | null> {
  if (!text) return null;
  try {
    return await readFile(join(visit.house.files, previewFolder(visit.landlord.id, look.content), 'text.txt'), 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await visit.db((trx) => lookAgain(trx, look.content));
    return null;
  }
}
