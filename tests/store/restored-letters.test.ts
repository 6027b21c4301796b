/** A letter that waited when the backup was taken: after the restore nobody may believe that it was sent. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { backupTo } from '../../src/store/backup.js';
import { inLandlord } from '../../src/store/database.js';
import { restoreFrom } from '../../src/store/restore.js';
import { letterLetGo, staffOf, standing } from '../support/letters-out.js';
import { freshSetting } from './landlord.js';

const folder = mkdtempSync(join(tmpdir(), 'putright-restored-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('what waited when the backup was taken counts as sent no more: its clock runs, a person is told, and nothing leaves', async () => {
  const s = await freshSetting();
  await staffOf(s, s.ours);
  const now = new Date('2026-03-04T10:00:00.000Z');
  const waiting = await letterLetGo(s, s.ours, { way: 'smtp', now });
  const posted = await letterLetGo(s, s.ours, { way: 'posted', now });
  assert.equal((await standing(s, s.ours, waiting)).acknowledgedOn, '2026-03-04');
  const archive = join(folder, 'all.tar.gz');
  await backupTo(archive, s.owner, s.files, now);

  const fresh = await freshSetting();
  await fresh.admin.query('delete from landlord_setting');
  await fresh.admin.query('delete from landlord');
  const restored = await restoreFrom(archive, { owner: fresh.owner, app: fresh.db, files: fresh.files });
  assert.deepEqual(restored.verified.broken, []);
  const stands = await standing(fresh, s.ours, waiting);
  assert.deepEqual(
    [stands.acknowledgedOn, stands.sending.state, stands.sending.takenBack],
    [null, 'unsure', true],
    'nobody knows whether it has left',
  );
  assert.equal((await standing(fresh, s.ours, posted)).acknowledgedOn, '2026-03-04');
  const told = await inLandlord(fresh.db, s.ours, (trx) => waitingArrivals(trx, { kinds: ['delivery-failed'] }));
  assert.deepEqual(
    told.map(({ caseId }) => caseId),
    [waiting.caseId],
  );
  const jobs = await fresh.admin.query('select count(*)::int as n from graphile_worker._private_jobs');
  assert.equal(jobs.rows[0].n, 0, 'nothing is enqueued');
});
