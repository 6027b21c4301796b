/** A database, or a backup, of the last release: brought up to date it has the same rows, and what is new of them is filled. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addDays, day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { backupTo } from '../../src/store/backup.js';
import { readAllCauses, readCauses } from '../../src/store/causes.js';
import { root } from '../../src/store/config.js';
import { type Database, inLandlord, type LandlordId, openDatabase } from '../../src/store/database.js';
import { listImprovements } from '../../src/store/improvements.js';
import { migrate, migrationsIn } from '../../src/store/migrate.js';
import { restoreFrom } from '../../src/store/restore.js';
import { countRequests, listRequests } from '../../src/store/subject-requests.js';
import { freshDatabase } from '../support/database.js';
import { rows } from '../support/own-server.js';

const folder = mkdtempSync(join(tmpdir(), 'putright-last-release-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations up to a number, as a release that ended there had them. */
function upTo(number: number): string {
  for (const one of migrationsIn().filter((migration) => migration.number <= number))
    cpSync(join(root, 'db/migrations', `${one.name}.sql`), join(folder, 'db', `${one.name}.sql`));
  return join(folder, 'db');
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [plain, changed] = [id(1) as LandlordId, id(2) as LandlordId];
const [olu, mair] = [id(11) as StaffId, id(12) as StaffId];
const today = day('2026-10-01');

const old = await freshDatabase({ migrated: false });
await migrate({ ...old, folder: upTo(30) });
await rows(
  old.admin,
  `insert into landlord (id, name) values ('${plain}', 'Ashdown Homes'), ('${changed}', 'Brookside Housing');
   insert into landlord_setting (landlord_id, name, value) values
     ('${plain}', 'causes', '["Delay by us", "Lift out of use"]'), ('${changed}', 'causes', '["Lift out of use"]')`,
);
await migrate({ ...old, folder: upTo(32) });
// The first form of 0031, which databases ran too.
await rows(
  old.admin,
  `alter table shared_text add column removed_at timestamptz(3);
   update migration set checksum = 'eac78405d944f72e2b9ed9137e0d9e8e15e04bc3b4df5b861ef30c2dd172d873' where number = 31`,
);
await rows(
  old.admin,
  `insert into cause_choice (landlord_id, name, group_name, position) values ('${changed}', 'Wrong date', 'Dates', 1);
   insert into staff (landlord_id, id, name, email, roles, password_hash) values
     ('${plain}', '${olu}', 'Olu', 'olu@x.example', '{officer}', 'none'),
     ('${plain}', '${mair}', 'Mair', 'mair@x.example', '{manager}', 'none');
   insert into improvement_plan (landlord_id, id, kind, title, owner_id, due_on, opened_on, opened_by, weeks, state, done_on,
     proof, review_on) values
     ('${plain}', '${id(21)}', 'corrective', 'Open', '${olu}', '2026-09-01', '2026-05-01', '${mair}', 8, 'open', null, null, null),
     ('${plain}', '${id(22)}', 'corrective', 'Done', '${olu}', '2026-09-02', '2026-05-01', '${mair}', 8, 'done', '2026-08-03',
       'The letter', '2026-09-28');
   insert into improvement_change (landlord_id, improvement_id, by_staff_id, at, words) values
     ('${plain}', '${id(22)}', '${olu}', '2026-06-01T10:00Z', 'Done: The first letter'),
     ('${plain}', '${id(22)}', '${mair}', '2026-08-03T10:00Z', 'Done: The letter'),
     ('${plain}', '${id(22)}', '${olu}', '2026-08-04T10:00Z', 'Done: so I hear');
   insert into person (landlord_id, id, name) values ('${plain}', '${id(31)}', 'Rosa Whitby');
   insert into subject_request (landlord_id, id, person_id, received_on, due_on, made_by) values
     ('${plain}', '${id(41)}', '${id(31)}', '2026-08-31', '2026-09-30', '${olu}');
   insert into subject_request (landlord_id, id, person_id, received_on, due_on, made_by, extended_to, extended_told_on,
     extended_because) values
     ('${plain}', '${id(42)}', '${id(31)}', '2026-07-31', '2026-08-31', '${olu}', '2026-10-31', '2026-08-10', 'Many')`,
);
const archive = join(folder, 'last.tar.gz');
const before = openDatabase(old.owner, 'owner');
await backupTo(archive, before, join(folder, 'files'), new Date('2026-09-30T10:00:00Z'));
await before.close();

async function assertCarriedOver(db: Database) {
  await inLandlord(db, plain, async (trx) => {
    assert.deepEqual(
      (await listImprovements(trx, { show: 'all', today })).map(({ title, doneOn, doneBy, reviewOn }) => ({
        title,
        doneOn,
        doneBy,
        reviewOn,
      })),
      [
        { title: 'Open', doneOn: null, doneBy: null, reviewOn: null },
        { title: 'Done', doneOn: '2026-08-03', doneBy: mair, reviewOn: addDays(day('2026-08-03'), 56) },
      ],
    );
    assert.deepEqual(
      (await listRequests(trx)).map(({ receivedOn, dueOn, extendedBecause }) => ({
        receivedOn,
        dueOn,
        extendedBecause,
      })),
      [
        { receivedOn: '2026-08-31', dueOn: '2026-09-30', extendedBecause: null },
        { receivedOn: '2026-07-31', dueOn: '2026-10-31', extendedBecause: 'Many' },
      ],
    );
    assert.deepEqual(await countRequests(trx), { n: 2, first: '2026-09-30' });
    assert.deepEqual(await readCauses(trx), [
      { name: 'Getting the work done', causes: ['Delay by us'] },
      { name: 'Other causes', causes: ['Lift out of use'] },
      { name: 'Nothing went wrong', causes: ['No failing found'] },
    ]);
  });
  await inLandlord(db, changed, async (trx) => {
    const open = (await readCauses(trx)).flatMap(({ causes }) => causes);
    assert.deepEqual(open, ['Wrong date', 'No failing found'], 'a list that was written since stands');
    const lift = (await readAllCauses(trx)).find(({ causes }) => causes.includes('Lift out of use'));
    assert.equal(lift?.name, 'Other causes', 'and old cases have their group');
  });
}

test('a database of the last release keeps its rows, and what is new of them is told by what stood there', async () => {
  await migrate(old);
  const db = openDatabase(old.app, 'app');
  await assertCarriedOver(db);
  await db.close();
});

test('a backup of the last release is taken by this one, also where a column is gone', async () => {
  const fresh = await freshDatabase();
  const [owner, app] = [openDatabase(fresh.owner, 'owner'), openDatabase(fresh.app, 'app')];
  const done = await restoreFrom(archive, { owner, app, files: join(folder, 'restored') });
  assert.deepEqual(done.verified.broken, []);
  await assertCarriedOver(app);
  await Promise.all([owner.close(), app.close()]);
});
