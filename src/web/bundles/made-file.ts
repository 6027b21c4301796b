/** Something that was made for a bundle, for staff. Opening it is recorded. */
import { caseWorkers } from '../../complaint/roles.js';
import { madeOf } from '../../store/bundle-making.js';
import { readFileBytes } from '../../store/documents.js';
import { recordReading } from '../../store/reads.js';
import { download, notFound, screen, type Visit } from '../visit.js';
import { openBundle } from './open-bundle.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const open = await openBundle(trx, visit);
    if (open === null || open.bundle.madeVersion === null) return null;
    const made = await madeOf(trx, open.bundle.id, open.bundle.madeVersion);
    const one = made.find(({ name }) => name === visit.params.name);
    if (one === undefined) return null;
    await recordReading(trx, {
      staff: visit.staff.id,
      what: 'export',
      caseId: open.bundle.caseId,
      about: `bundle ${open.bundle.id} ${one.name}`,
    });
    return one;
  });
  if (found === null) return notFound;
  const pdf = found.what === 'volume' || found.what === 'index';
  const type = pdf ? 'application/pdf' : found.what === 'manifest' ? 'text/plain' : 'application/octet-stream';
  return download(found.name, type, readFileBytes(visit.house.files, visit.landlord.id, found.content), {
    inline: pdf,
  });
}

export const bundleFile = screen({ path: '/bundles/:id/files/:name', access: caseWorkers, get });
