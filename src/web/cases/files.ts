/** Files that came with a form: brought to the landlord's folder first, named in the act's own transaction or not at all. */
import { createReadStream } from 'node:fs';
import type { File } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { keepFile, largestFileUnlessSet, receiveFile, type Stored } from '../../store/documents.js';
import type { FormError } from '../ui/forms.js';
import type { Visit } from '../visit.js';

export type Arrived =
  | { readonly ok: true; readonly stored: readonly Stored[] }
  | { readonly ok: false; readonly errors: readonly FormError[] };

export async function receiveFiles(visit: Visit): Promise<Arrived> {
  const stored: Stored[] = [];
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
  return errors.length > 0 ? { ok: false, errors } : { ok: true, stored };
}

export async function keepFiles(trx: Trx, visit: Visit, stored: readonly Stored[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const one of stored) files.push(await keepFile(trx, visit.house.files, one));
  return files;
}
