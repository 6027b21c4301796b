/**
 * Papers that are put together in the demonstration: a bundle that an Ombudsman waits for, with papers marked and one held
 * back; and two people who asked what is held of them, one answered and one not yet.
 */
import { bundleKinds } from '../../src/complaint/bundle/kinds.js';
import { ombudsmanCasesOf, openEvidence } from '../../src/complaint/ombudsman-case.js';
import { addDays } from '../../src/facts/days.js';
import { markPiece } from '../../src/store/bundle-choices.js';
import { gatherPapers } from '../../src/store/bundle-gather.js';
import { beginBundle, piecesOf } from '../../src/store/bundles.js';
import type { Trx } from '../../src/store/database.js';
import { answerRequest, noteRequest } from '../../src/store/subject-requests.js';
import type { Played } from './play.js';
import type { World } from './world.js';

export async function writeBundles(trx: Trx, played: readonly Played[], world: World): Promise<void> {
  const now = new Date(world.now);
  const waits = played.find((one) => ombudsmanCasesOf(one.case).some((asked) => openEvidence(asked) !== null));
  if (waits !== undefined) {
    const by = world.staff('kelly');
    const caseId = waits.case.id;
    const id = await beginBundle(trx, { of: { caseId }, asked: bundleKinds, by, now });
    await gatherPapers(trx, { id, audience: 'ombudsman', caseId, person: null });
    const papers = await piecesOf(trx, id);
    const marked = papers.find(({ kind }) => kind === 'internal' || kind === 'notes' || kind === 'adjustments');
    const left = papers.findLast(({ kind }) => kind === 'policy');
    if (marked !== undefined)
      await markPiece(trx, id, marked.id, { standing: 'confidence', kind: marked.kind, reason: null, by, now });
    if (left !== undefined)
      await markPiece(trx, id, left.id, {
        standing: 'out',
        kind: left.kind,
        reason: 'It is about another part of the service',
        by,
        now,
      });
  }
  const people = played.flatMap(({ case: c }) => (c.kind === 'complaint' && c.person !== null ? [c.person] : []));
  const [first, second] = [people[0], people.findLast((one) => one !== people[0])];
  const by = world.staff('ruth');
  if (first !== undefined) {
    const receivedOn = addDays(world.loadedOn, -47);
    const id = await noteRequest(trx, {
      person: first,
      receivedOn,
      note: 'Asked by email; known by their address',
      by,
    });
    await answerRequest(trx, id, addDays(world.loadedOn, -20));
  }
  if (second !== undefined)
    await noteRequest(trx, {
      person: second,
      receivedOn: addDays(world.loadedOn, -9),
      note: 'Asked at the desk, with a passport',
      by,
    });
}
