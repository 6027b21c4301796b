/** A document of a case, as it came. Reading it is recorded; its type is what its bytes are, and nothing in it runs. */

import { readHistory } from '../../store/case-file.js';
import { findFile, readFileBytes } from '../../store/documents.js';
import { recordReading } from '../../store/reads.js';
import { download, notFound, screen, type Visit } from '../visit.js';
import { caseReaders, maySeeCase } from './case-shown.js';

const shownInTheBrowser = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'];

async function get(visit: Visit) {
  const { reference = '', file = '' } = visit.params;
  if (!/^[0-9a-f]{64}$/.test(file)) return notFound;
  const found = await visit.db(async (trx) => {
    const history = await readHistory(trx, reference);
    const document = await findFile(trx, file);
    if (history === null || document === null || document.caseId !== history.id) return null;
    if (!(await maySeeCase(trx, visit, history.id))) return null;
    await recordReading(trx, { staff: visit.staff.id, what: 'document', caseId: history.id, about: file });
    return document;
  });
  if (found === null) return notFound;
  const body = readFileBytes(visit.house.files, visit.landlord.id, found.content);
  return download(found.name, found.type, body, { inline: shownInTheBrowser.includes(found.type) });
}

export const caseDocument = screen({
  path: '/cases/:reference/documents/:file',
  access: caseReaders,
  get,
});
