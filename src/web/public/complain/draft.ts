/** The draft that a browser writes: found by its session, begun when there is none, changed one answer at a time. */
import { type Question, withAnswer } from '../../../complaint/telling/questions.js';
import { nothingTold, type Told } from '../../../complaint/telling/told.js';
import { beginDraft, type Draft, findDraft, saveTold } from '../../../store/complaint-drafts.js';
import type { Trx } from '../../../store/database.js';
import { useForm } from '../../../store/form-use.js';
import { openResidentSession } from '../../../store/resident-sessions.js';
import type { Redirect, SiteVisit } from '../../visit.js';

/** The id of the draft that this browser was let in for; null when it was let in for none. */
function draftIdOf({ resident }: SiteVisit): string | null {
  return resident?.purpose === 'draft' ? resident.about : null;
}

export async function draftOf(visit: SiteVisit): Promise<Draft | null> {
  const id = draftIdOf(visit);
  return id === null ? null : visit.db((trx) => findDraft(trx, id));
}

/** The address of a question. */
export function pathTo(visit: SiteVisit, question: string): string {
  return `${visit.base}/complain/${question}`;
}

export type Begun =
  | { readonly ok: true; readonly id: string; readonly resident: NonNullable<Redirect['resident']> }
  /** Too many were begun from that network: how many minutes it has to wait. */
  | { readonly ok: false; readonly wait: number };

/** Begins a draft with what was just answered, and lets this browser in for it. */
export async function begin(visit: SiteVisit, told: Told): Promise<Begun> {
  return visit.db((trx) => beginWithin(trx, visit, told));
}

export async function beginWithin(trx: Trx, visit: SiteVisit, told: Told): Promise<Begun> {
  const { wait } = await useForm(trx, { what: 'begun', by: visit.network });
  if (wait > 0) return { ok: false, wait };
  const id = await beginDraft(trx, told);
  const secret = await openResidentSession(
    trx,
    { purpose: 'draft', caseId: null, person: null, about: id, way: 'form' },
    new Date(visit.now),
  );
  return { ok: true, id, resident: { purpose: 'draft', landlordId: visit.landlord.id, secret } };
}

export type Changed =
  | { readonly is: 'saved'; readonly told: Told; readonly draft: Draft }
  | { readonly is: 'begun'; readonly told: Told; readonly resident: NonNullable<Redirect['resident']> }
  | { readonly is: 'sent' }
  | { readonly is: 'wait'; readonly wait: number };

/**
 * Puts one answer into the draft. Where its session has ended, a new one begins with this answer, so that what was just
 * typed is never lost with it.
 */
export async function answerQuestion(
  visit: SiteVisit,
  question: Question,
  answer: (told: Told) => Partial<Told>,
): Promise<Changed> {
  const id = draftIdOf(visit);
  return visit.db(async (trx) => {
    const draft = id === null ? null : await findDraft(trx, id, { hold: true });
    if (draft === null) {
      const told = withAnswer({ ...nothingTold, wish: 'wrong' }, question, answer(nothingTold));
      const begun = await beginWithin(trx, visit, told);
      return begun.ok ? { is: 'begun', told, resident: begun.resident } : { is: 'wait', wait: begun.wait };
    }
    if (draft.sentCase !== null) return { is: 'sent' };
    const told = withAnswer(draft.told, question, answer(draft.told));
    await saveTold(trx, draft.id, told);
    return { is: 'saved', told, draft: { ...draft, told } };
  });
}
