/** What an Ombudsman wrote about the landlord as a whole, and what it published. */
import { addDays } from '../../src/facts/days.js';
import type { Trx } from '../../src/store/database.js';
import { addPaper, followPaper } from '../../src/store/ombudsman-papers.js';
import type { Played } from './play.js';
import type { World } from './world.js';

export async function writePapers(trx: Trx, played: readonly Played[], world: World): Promise<void> {
  const ruth = world.staff('ruth');
  const decided = played.find(({ key }) => key === 'asb-ball-games-stage2-answered');
  const base = { ombudsman: 'HOS', failureKind: null, caseId: null, dueOn: null, owner: null } as const;
  await addPaper(
    trx,
    {
      ...base,
      kind: 'decision',
      caseId: decided?.case.id ?? null,
      title: 'Decision on reports of noise from play',
      receivedOn: addDays(world.loadedOn, -20),
      asks: 'A service failure in how the first calls were answered; redress for the complaint.',
      publishedOn: addDays(world.loadedOn, -20),
      publishedWhere: 'https://www.housing-ombudsman.org.uk/decisions',
    },
    ruth,
    world.loadedOn,
  );
  const report = {
    asks: 'Write to everybody who was refused in the last year for the age of the complaint.',
    dueOn: addDays(world.loadedOn, -30),
    owner: world.staff('helen'),
    publishedOn: null,
    publishedWhere: null,
  };
  const added = await addPaper(
    trx,
    {
      ...base,
      ...report,
      kind: 'other',
      title: 'Check of our complaints policy',
      receivedOn: addDays(world.loadedOn, -75),
    },
    ruth,
    world.loadedOn,
  );
  if (!added.ok) throw new Error(added.refusals.map(({ words }) => words).join(' '));
  const followed = {
    ...report,
    doneOn: addDays(world.loadedOn, -41),
    doneWords: 'Eleven people were written to; two complaints were taken up.',
  };
  const refusals = await followPaper(trx, added.id, followed, world.loadedOn);
  if (refusals?.length !== 0) throw new Error('a paper was not followed');
}
