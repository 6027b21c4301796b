/** A possible systemic risk: raised by a person or proposed by the rule once, answered by the senior lead, listed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { day } from '../../src/facts/days.js';
import { trendsOf } from '../../src/reports/themes/group-trends.js';
import { lastMonth, monthsTo } from '../../src/reports/themes/months.js';
import { risksInGroups, risksInWords } from '../../src/reports/themes/risk-rule.js';
import { inLandlord } from '../../src/store/database.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const latest = lastMonth(day('2026-11-22'));

test('the rule proposes what is news and of many, and leaves a handful to whoever handles them', () => {
  const months = monthsTo(latest, 24).map(({ month }) => month);
  const rows = months.flatMap((month, i) => [
    { key: 'a', called: 'Oak House', month, n: i === 23 ? 16 : 2 + (i % 2) },
    { key: 'b', called: 'Elm House', month, n: 2 + (i % 2) },
  ]);
  const seen = risksInGroups('block', trendsOf(rows, months), latest);
  assert.deepEqual(
    seen.map(({ called, cases }) => [called, cases]),
    [['Oak House', 16]],
  );
  assert.match(seen[0]?.why ?? '', /^16 complaints in October 2026 by block, against 2\.5 in an average month before/);
  const words = risksInWords(
    [
      { id: 7, term: 'sewage', latest: 9, before: 0 },
      { id: 8, term: 'lift', latest: 6, before: 0 },
    ],
    { latest: 90, before: 900 },
    latest.name,
  );
  assert.deepEqual(
    words.map(({ key, called }) => [key, called]),
    [['7', null]],
    'the word itself is not copied',
  );
});

test('an officer raises one, the senior lead finds it on their first page and answers, and the answer stands', async () => {
  const manager = await web.visitor('manager');
  await manager.get('/themes/risks/lead');
  assert.match((await manager.send({ lead: '' })).text, /Choose who it is/);
  const named = await manager.send({ lead: web.staff['member-responsible'] });
  assert.match(named.text, /Senior lead: Member responsible/);

  const officer = await web.visitor('officer');
  await officer.get('/themes/risks/new');
  const empty = await officer.send({ called: 'Ground floor flats' });
  assert.equal(empty.status, 422);
  assert.match(empty.html, /value="Ground floor flats"/);
  const raised = await officer.send({ called: 'Ground floor flats', why: 'Every third one has rising damp.' });
  assert.match(raised.text, /It waits for the senior lead’s answer/);
  assert.match(raised.text, /The senior lead for complaints answers this/);
  const told = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ staff_id: string; body: string }>`
      select staff_id, body from outgoing_message where landlord_id = ${trx.landlordId} and key like 'theme-risk:%'`.execute(
      trx,
    ),
  );
  assert.equal(told.rows.length, 1);
  assert.doesNotMatch(told.rows[0]?.body ?? '', /damp|Ground floor/);

  assert.doesNotMatch((await manager.get('/')).text, /systemic risk waits/);
  const lead = await web.visitor('member-responsible');
  assert.match((await lead.get('/')).text, /A possible systemic risk waits for your answer/);
  await lead.get(raised.path);
  assert.match((await lead.send({})).text, /Choose what it is.*Say why, and what is done/);
  const answered = await lead.send({ as: 'systemic', answer: 'We survey all forty by March.' });
  assert.match(answered.text, /It is systemic, and this is what we do We survey all forty by March/);
  await officer.get('/themes/risks');
  assert.equal((await officer.knock('POST', raised.path, { as: 'watched', answer: 'No' })).status, 404);
  assert.equal((await lead.knock('POST', raised.path, { as: 'watched', answer: 'Changed my mind' })).status, 422);
  assert.match((await officer.get('/themes/risks')).text, /Ground floor flats Systemic.*We survey all forty by March/);
  assert.doesNotMatch((await lead.get('/')).text, /systemic risk/);
});
