/**
 * Files that came with a form: brought to the landlord's folder first, named in the act's own transaction or not at all.
 * When the form goes out again, what came already goes with it by name, so that nobody has to choose it a second time.
 */
import { createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { File } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { keepFile, largestFileUnlessSet, pathOf, receiveFile, type Stored } from '../../store/documents.js';
import type { FormError } from '../ui/forms.js';
import type { Visit } from '../visit.js';

export type Arrived =
  | { readonly ok: true; readonly stored: readonly Stored[] }
  /** Those that are not at fault came all the same. */
  | { readonly ok: false; readonly stored: readonly Stored[]; readonly errors: readonly FormError[] };

/** The field that names the files which came with an earlier sending of the same form. */
export const cameBefore = 'came-before';

export async function receiveFiles(visit: Visit): Promise<Arrived> {
  const stored: Stored[] = await earlier(visit);
  const errors: FormError[] = [];
  for (const sent of visit.files) {
    const set = visit.landlord.settings['largest-file'];
    const largest = typeof set === 'number' ? set : largestFileUnlessSet;
    const received = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(sent.path), {
      name: sent.name,
      largest,
    });
    if (received.ok) stored.push(received.stored);
    else {
      const words =
        received.why === 'too-large'
          ? `${sent.name} is larger than ${Math.floor(largest / 1_000_000)} MB. Choose a smaller file`
          : `${sent.name} is empty. Choose a file with something in it`;
      errors.push({ field: sent.field, words });
    }
  }
  return errors.length > 0 ? { ok: false, stored, errors } : { ok: true, stored };
}

/** What a form says of a file that lies in the landlord's folder already: only what the same session was given. */
export function tokenOf(visit: Visit, { content, name }: Stored): string {
  const named = Buffer.from(name).toString('base64url');
  return `${content}.${named}.${signed(visit, `${content}.${named}`)}`;
}

function signed(visit: Visit, text: string): string {
  return createHmac('sha256', `${visit.csrf} file`).update(`${visit.landlord.id} ${text}`).digest('base64url');
}

async function earlier(visit: Visit): Promise<Stored[]> {
  const found: Stored[] = [];
  for (const token of [visit.fields[cameBefore] ?? []].flat()) {
    const [content = '', named = '', signature = ''] = token.split('.');
    if (!/^[0-9a-f]{64}$/.test(content) || signature !== signed(visit, `${content}.${named}`)) continue;
    const path = pathOf(visit.house.files, visit.landlord.id, content);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    // Read again rather than believed: what it is comes from its bytes.
    const again = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(path), {
      name: Buffer.from(named, 'base64url').toString(),
      largest: Number.MAX_SAFE_INTEGER,
    });
    if (again.ok) found.push(again.stored);
  }
  return found;
}

export async function keepFiles(trx: Trx, visit: Visit, stored: readonly Stored[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const one of stored) files.push(await keepFile(trx, visit.house.files, one));
  return files;
}
