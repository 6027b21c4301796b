/** A handful of complaints of 2024-25 in a register, for reports that are written from real cases. */
import { allow } from '../../src/complaint/refusals.js';
import { day } from '../../src/facts/days.js';
import type { CaseId, Happened, StaffId, Words } from '../../src/facts/happened.js';
import { act, openCase, type Who } from '../../src/store/act.js';
import type { Database, LandlordId } from '../../src/store/database.js';
import { acknowledged, logged, pointRaised, received } from '../store/landlord.js';

const now = new Date('2025-05-01T10:00:00.000Z');

export const clerk = (landlordId: LandlordId, staff: StaffId): Who => ({
  landlordId,
  staff,
  roles: ['officer', 'manager'],
});

/** Received, logged and acknowledged on 1 July 2024; with `taught`, a lesson was recorded in it. */
export async function complaintOf2024(
  db: Database,
  who: Who,
  more: { readonly taught?: string } = {},
): Promise<{ readonly id: CaseId; readonly reference: string }> {
  const on = day('2024-07-01');
  const opened = await openCase(db, who, { now }, (context) =>
    allow([
      received(context.keep('The roof leaks'), on),
      logged(on),
      pointRaised(context.keep('Roof'), on),
      acknowledged(on),
    ]),
  );
  if (opened.is !== 'done') throw new Error(JSON.stringify(opened));
  if (more.taught !== undefined) {
    const taught = more.taught;
    await record(db, who, opened.reference, (keep) => [
      { on: day('2024-07-20'), what: { type: 'LearningRecorded', stage: 1, learning: 'Repairs', words: keep(taught) } },
    ]);
  }
  return { id: opened.caseId, reference: opened.reference };
}

export async function record(
  db: Database,
  who: Who,
  reference: string,
  what: (keep: (text: string) => Words) => readonly Happened[],
): Promise<void> {
  const done = await act(db, who, { ref: reference, expectedVersion: null, now: new Date() }, (_, context) =>
    allow(what((text) => context.keep(text))),
  );
  if (done.is !== 'done') throw new Error(JSON.stringify(done));
}
