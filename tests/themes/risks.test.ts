/** A possible systemic risk: raised by a person or proposed by the rule once, answered by the senior lead, listed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { day } from '../../src/facts/days.js';
import { trendsOf } from '../../src/reports/themes/group-trends.js';
import { lastMonth, monthsTo } from '../../src/reports/themes/months.js';
import { risksInGroups, risksInWords, withoutGroupsOfCausesSeen } from '../../src/reports/themes/risk-rule.js';
import { inLandlord } from '../../src/store/database.js';
import { addTeam } from '../../src/store/teams.js';
import { groupCounts } from '../../src/store/themes/group-counts.js';
import { answerRisk, nameSeniorLead } from '../../src/store/themes/risks.js';
import { newCase } from '../support/cases-for-screens.js';
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

test('a contractor is counted for what it owes, was handed or bears, once for each case', async () => {
  const [owes, bears] = [await newCase(web, { defined: true }), await newCase(web, { defined: true })];
  const counts = await inLandlord(web.db, web.landlordId, async (trx) => {
    const team = await addTeam(trx, { name: 'Roofers', contractor: true, email: null });
    const ours = await addTeam(trx, { name: 'Repairs', contractor: false, email: null });
    const of = (reference: string) => sql`(select case_id from case_head where reference = ${reference})`;
    for (const [id, who] of [
      ['p1', team],
      ['p2', ours],
    ])
      await sql`
        insert into promise (landlord_id, case_id, promise_id, stage, team_id, promised_on, first_due_on, due_on, moves, state)
        values (${trx.landlordId}, ${of(owes)}, ${id}, 1, ${who}, '2026-11-02', '2026-11-09', '2026-11-09', 0, 'open')`.execute(
        trx,
      );
    await sql`
      insert into hazard (landlord_id, case_id, hazard_id, kind, noticed_on, handed_over_on, handed_over_to)
      values (${trx.landlordId}, ${of(owes)}, 'h', 'gas', '2026-10-30', '2026-10-30', ${team})`.execute(trx);
    await sql`
      insert into compensation (landlord_id, case_id, remedy_id, state, total_pence, borne_by, set_off_pence, declined,
        worked_out_on, approved_on, counts)
      values (${trx.landlordId}, ${of(bears)}, 'r', 'approved', 5000, ${team}, 0, false, '2026-11-03', '2026-11-04', true)`.execute(
      trx,
    );
    return groupCounts(trx, 'contractor', { from: day('2026-10-01'), until: day('2026-11-30') });
  });
  const told = counts.map(({ called, month, n }) => `${called}, ${month}: ${n}`).sort();
  assert.deepEqual(told, ['Roofers, 2026-10-01: 1', 'Roofers, 2026-11-01: 1']);
});

test('a group of causes counts a case once, however many of its causes it has, and what no list knows is in no group', async () => {
  const [two, own] = [await newCase(web, { defined: true }), await newCase(web, { defined: true })];
  const counts = await inLandlord(web.db, web.landlordId, async (trx) => {
    for (const [reference, n, what, on] of [
      [two, 101, 'Delay by us', '2026-10-05'],
      [two, 102, 'Appointment missed', '2026-11-05'],
      [own, 103, 'A lorry in the way', '2026-10-06'],
    ] as const)
      await sql`
        insert into lesson (landlord_id, case_id, n, kind, stage, found_on, what)
        select ${trx.landlordId}::uuid, case_id, ${n}, 'cause', 1, ${on}::date, ${what} from case_head
        where reference = ${reference}`.execute(trx);
    return groupCounts(trx, 'cause-group', { from: day('2026-10-01'), until: day('2026-11-30') });
  });
  const told = counts.map(({ called, month, n }) => `${called}, ${month}: ${n}`).sort();
  assert.deepEqual(told, ['Getting the work done, 2026-10-01: 1', 'In no group, 2026-10-01: 1']);
  const key = counts.find(({ called }) => called === 'Getting the work done')?.key;
  const seen = await (await web.visitor('manager')).get(`/themes/by/cause-group/${key}?month=2026-10`);
  assert.match(seen.text, /The causes in this group .*Delay by us/);
  assert.doesNotMatch(seen.text, /A lorry in the way/);
});

test('a group of causes is put forward only where none of its causes is', () => {
  const risk = (theme: 'cause' | 'cause-group', called: string) => ({ theme, key: called, called, cases: 9, why: '' });
  const seen = [risk('cause', 'Leak'), risk('cause-group', 'Water'), risk('cause-group', 'Gas')];
  assert.deepEqual(
    withoutGroupsOfCausesSeen(seen, new Map([['Leak', 'Water']])).map(({ called }) => called),
    ['Leak', 'Gas'],
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
  assert.doesNotMatch(told.rows[0]?.body ?? assert.fail(), /damp|Ground floor/);

  assert.doesNotMatch((await manager.shown('/')).text, /systemic risk waits/);
  const lead = await web.visitor('member-responsible');
  assert.match((await lead.get('/')).text, /A possible systemic risk waits for your answer/);
  await lead.get(raised.path);
  assert.match((await lead.send({})).text, /Choose what it is.*Say why, and what is done/);
  const answered = await lead.send({ as: 'systemic', answer: 'We survey all forty by March.' });
  assert.match(answered.text, /It is systemic, and this is what we do We survey all forty by March/);
  const id = raised.path.split('/').at(-1) ?? '';
  const asOther = { staff: web.staff.manager, roles: ['manager'] } as const;
  const codes = await inLandlord(web.db, web.landlordId, async (trx) => [
    (await answerRisk(trx, id, { as: 'watched', answer: 'No' }, asOther))?.code,
    (await nameSeniorLead(trx, web.staff.officer))?.code,
  ]);
  assert.deepEqual(codes, ['not-the-lead', 'cannot-lead']);
  await officer.get('/themes/risks');
  assert.equal((await officer.knock('POST', raised.path, { as: 'watched', answer: 'No' })).status, 404);
  assert.equal((await lead.knock('POST', raised.path, { as: 'watched', answer: 'Changed my mind' })).status, 422);
  assert.match((await officer.get('/themes/risks')).text, /Ground floor flats Systemic.*We survey all forty by March/);
  assert.doesNotMatch((await lead.shown('/')).text, /systemic risk/);
});
