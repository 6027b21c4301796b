/**
 * A folder for a supplier that prints and posts: each letter is a PDF and a small manifest beside it, put there whole by a
 * rename, the manifest last. The supplier answers with a file of its own: the day of posting, or why it could not.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Day, parseDay } from '../facts/days.js';

/** The folders of one landlord: what is to be printed, what the supplier answers, what was read of that. */
export function supplierFolders(base: string, landlord: string): { to: string; from: string; done: string } {
  const own = join(base, landlord);
  return { to: join(own, 'to-print'), from: join(own, 'answers'), done: join(own, 'answers-read') };
}

export interface ForSupplier {
  /** Ours, the same for each try: letters, digits and hyphens. */
  readonly key: string;
  readonly reference: string;
  readonly pdf: Buffer;
  readonly recipient: readonly string[];
}

/** Puts a letter into the folder. Once more with the same key puts the same files there. */
export async function putForSupplier(base: string, landlord: string, letter: ForSupplier): Promise<void> {
  const folders = supplierFolders(base, landlord);
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o770 });
  const name = fileSafe(letter.key);
  const manifest = {
    version: 1,
    id: name,
    reference: letter.reference,
    file: `${name}.pdf`,
    bytes: letter.pdf.length,
    sha256: createHash('sha256').update(letter.pdf).digest('hex'),
    recipient: letter.recipient,
  };
  await putWhole(folders.to, `${name}.pdf`, letter.pdf);
  await putWhole(folders.to, `${name}.json`, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
}

/** Whether a letter lies there, whole. */
export async function liesForSupplier(base: string, landlord: string, key: string): Promise<boolean> {
  const path = join(supplierFolders(base, landlord).to, `${fileSafe(key)}.json`);
  return (await stat(path).catch(() => null)) !== null;
}

async function putWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  const trial = join(folder, `.${name}.part`);
  await writeFile(trial, bytes, { mode: 0o660, flush: true });
  await rename(trial, join(folder, name));
}

const answer = z.union([
  z.object({ id: z.string().max(200), postedOn: z.string() }),
  z.object({ id: z.string().max(200), refused: z.string().max(2000) }),
]);

export type SupplierAnswer =
  | { readonly file: string; readonly id: string; readonly is: 'posted'; readonly on: Day }
  | { readonly file: string; readonly id: string; readonly is: 'refused' }
  | { readonly file: string; readonly is: 'unreadable' };

const largestAnswer = 64 * 1024;

/** What the supplier has answered and nobody has read yet: one letter a file. Files that are still being written wait. */
export async function answersOfSupplier(base: string, landlord: string): Promise<readonly SupplierAnswer[]> {
  const { from } = supplierFolders(base, landlord);
  const names = (await readdir(from).catch(() => [])).filter((name) => /^[^.].*\.json$/i.test(name)).sort();
  const found: SupplierAnswer[] = [];
  for (const file of names.slice(0, 1000)) {
    const path = join(from, file);
    const about = await stat(path).catch(() => null);
    if (about === null || !about.isFile()) continue;
    if (about.size > largestAnswer) {
      found.push({ file, is: 'unreadable' });
      continue;
    }
    const read = answer.safeParse(json(await readFile(path, 'utf8')));
    if (!read.success) found.push({ file, is: 'unreadable' });
    else if ('postedOn' in read.data) {
      const on = parseDay(read.data.postedOn);
      found.push(on === null ? { file, is: 'unreadable' } : { file, id: read.data.id, is: 'posted', on });
    } else found.push({ file, id: read.data.id, is: 'refused' });
  }
  return found;
}

/** Puts an answer aside that has been dealt with, and takes its letter out of the folder. */
export async function answerDealtWith(base: string, landlord: string, answered: SupplierAnswer): Promise<void> {
  const { to, from, done } = supplierFolders(base, landlord);
  await mkdir(done, { recursive: true, mode: 0o770 });
  await rename(join(from, answered.file), join(done, answered.file));
  if (answered.is === 'unreadable') return;
  const name = fileSafe(answered.id);
  await rm(join(to, `${name}.json`), { force: true });
  await rm(join(to, `${name}.pdf`), { force: true });
}

/** A name that leads to no other folder. */
function fileSafe(key: string): string {
  return key.replaceAll(/[^\w-]+/g, '-').slice(0, 120);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
