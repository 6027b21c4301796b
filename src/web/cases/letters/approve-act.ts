/** The act's own address leads to the letter that waits. */
import { draftsOf } from '../../../store/letters.js';
import { notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath } from '../case-frame.js';
import { showCase } from '../case-shown.js';
import { letterPath } from './letter-of-visit.js';

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const drafts = await visit.db((trx) => draftsOf(trx, shown.case.id));
  const waiting = drafts.find((draft) => draft.approvalAskedAt !== null && draft.approvedAt === null);
  const { reference } = shown.case;
  return redirect(
    waiting === undefined ? casePath(reference, '/letters') : letterPath(reference, waiting.letter, '/approve'),
  );
}

export const approveAct = screen({
  path: '/cases/:reference/approve',
  access: ['officer', 'reviewer', 'manager'],
  get,
});
