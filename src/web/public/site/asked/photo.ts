/** One photo or file with an answer: kept as it came, and looked at before anybody is served it. */
import { createReadStream } from 'node:fs';
import type { Case } from '../../../../complaint/case.js';
import { mayAddDocument } from '../../../../complaint/may/add-document.js';
import type { Context, Decision } from '../../../../complaint/refusals.js';
import type { Day } from '../../../../facts/days.js';
import type { File, PointId } from '../../../../facts/happened.js';
import type { Trx } from '../../../../store/database.js';
import { keepFile, largestFileUnlessSet, receiveFile, type Stored } from '../../../../store/documents.js';
import { askToLookAt } from '../../../../store/file-scans.js';
import type { FormError } from '../../../ui/forms.js';
import type { ResidentVisit } from '../../../visit.js';

export type PhotoSent =
  | { readonly ok: true; readonly sent: boolean; readonly keep: (trx: Trx) => Promise<readonly File[]> }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** In bytes, as the landlord has set it. */
export function largestFor(visit: ResidentVisit): number {
  const set = visit.landlord.settings['largest-file'];
  return typeof set === 'number' ? set : largestFileUnlessSet;
}

/** What came with the form, in the landlord's folder; named in the act's own transaction or not at all. */
export async function photoSent(visit: ResidentVisit): Promise<PhotoSent> {
  const { say } = visit;
  const [sent] = visit.files;
  if (sent === undefined) return { ok: true, sent: false, keep: async () => [] };
  const largest = largestFor(visit);
  const received = await receiveFile(visit.house.files, visit.landlord.id, createReadStream(sent.path), {
    name: sent.name,
    largest,
  });
  if (!received.ok)
    return {
      ok: false,
      errors: [
        {
          field: 'photo',
          words:
            received.why === 'too-large'
              ? say('The file is larger than {size} MB. Choose a smaller one', {
                  size: Math.floor(largest / 1_000_000),
                })
              : say('The file is empty. Choose another'),
        },
      ],
    };
  return { ok: true, sent: true, keep: async (trx) => [await keep(trx, visit, received.stored)] };
}

async function keep(trx: Trx, visit: ResidentVisit, stored: Stored): Promise<File> {
  const file = await keepFile(trx, visit.house.files, stored);
  await askToLookAt(trx, file);
  return file;
}

/** The acts that put it on the case's record. */
export function photoAdded(
  files: readonly File[],
  points: readonly PointId[],
  on: Day,
  context: Context,
): readonly ((c: Case) => Decision)[] {
  return files.map(
    (file) => (c) =>
      mayAddDocument(c, { on, file, title: 'Sent with an answer to our question', from: 'resident', points }, context),
  );
}
