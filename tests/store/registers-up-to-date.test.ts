import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inLandlord } from '../../src/store/database.js';
import { bringRegistersUpToDate } from '../../src/store/registers-up-to-date.js';
import { newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
  await newCase(web);
});
after(() => web.close());

test('after an upgrade every case says what this release works out, before anybody reads it', async () => {
  const { db, landlordId } = web;
  assert.equal(await bringRegistersUpToDate(db, () => {}), 0, 'a landlord of this release is left alone');
  // As an earlier release left it: another shape, and nothing in the columns that are new.
  await inLandlord(db, landlordId, async (trx) => {
    await sql`update landlord_setting set value = '"older"' where name = 'register-shape'`.execute(trx);
    await sql`update counted_stage set due_base_on = null`.execute(trx);
  });
  const said: string[] = [];
  assert.ok((await bringRegistersUpToDate(db, (line) => said.push(line))) > 0);
  assert.equal(said.length, 1);
  const { rows } = await inLandlord(db, landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::integer as n from counted_stage where due_base_on is not null`.execute(trx),
  );
  assert.ok((rows[0]?.n ?? 0) > 0);
  assert.equal(await bringRegistersUpToDate(db, () => {}), 0, 'once');
});
