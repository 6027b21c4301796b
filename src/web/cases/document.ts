/** A document of a case, for whoever may see the case: its previews, its copy, itself. Reading it is recorded. */

import { caseReaders } from '../../complaint/roles.js';
import { readHistory } from '../../store/case-file.js';
import { findFile } from '../../store/documents.js';
import { fileScreens } from '../files/file-screens.js';
import { maySeeCase } from './case-shown.js';

export const caseDocument = fileScreens('/cases/:reference/documents/:file', caseReaders, async (trx, visit) => {
  const { reference = '', file = '' } = visit.params;
  if (!/^[0-9a-f]{64}$/.test(file)) return null;
  const history = await readHistory(trx, reference);
  const document = await findFile(trx, file);
  if (history === null || document === null || document.caseId !== history.id) return null;
  if (!(await maySeeCase(trx, visit, history.id))) return null;
  return {
    file,
    caseId: history.id,
    caption: reference,
    section: 'cases',
    back: { href: `/cases/${reference}/evidence`, text: 'Evidence' },
  };
});
