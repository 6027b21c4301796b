/** Every promise on one page: the late, those due this week, those of which the resident says that they were not kept. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayNameStaffMember } from '../../src/complaint/may/name-staff-member.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { addDays, type Day, day } from '../../src/facts/days.js';
import type { PromiseId, StaffId, TeamId } from '../../src/facts/happened.js';
import { inLandlord } from '../../src/store/database.js';
import { addWay } from '../../src/store/people.js';
import { remindOfPromises } from '../../src/store/promise-reminders.js';
import { deactivateStaff } from '../../src/store/staff.js';
import { addTeam, changeTeam } from '../../src/store/teams.js';
import { londonDay } from '../../src/store/today.js';
import { answered, caseFile, did, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let contractor: TeamId;
before(async () => {
  // A demonstration queues what it would send, without a way out.
  web = await startWeb({ landlord: { demonstration: true } });
  const made = await inLandlord(web.db, web.landlordId, (trx) =>
    addTeam(trx, { name: 'Hartley Roofing', contractor: true, email: 'jobs@hartley.example' }),
  );
  assert.ok(made);
  contractor = made;
});
after(() => web.close());

const today = londonDay(new Date());

async function promised(
  dueOn: Day,
  more: { readonly team?: TeamId; readonly on?: Day; readonly owner?: StaffId } = {},
): Promise<{ reference: string; promise: PromiseId }> {
  const reference = await newCase(web, { defined: true, ...(more.on === undefined ? {} : { on: more.on }) });
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: more.on ?? context.today,
        stage: 1,
        points: [],
        text: 'Replace the extractor fan',
        owner: more.owner ?? web.staff.officer,
        team: more.team ?? null,
        dueOn,
        agreedWithResident: true,
      },
      context,
    ),
  );
  const promise = (await caseFile(web, reference)).case.promises[0]?.id;
  assert.ok(promise);
  return { reference, promise };
}

test('a promise of a contractor that is due today stands among those of this week, and the late apart', async () => {
  const due = await promised(today, { team: contractor });
  const ours = await promised(addDays(today, 60));
  const visitor = await web.visitor('manager');
  const week = await visitor.get('/promises?state=week&of=contractors');
  assert.equal(week.status, 200);
  assert.match(week.html, new RegExp(due.reference));
  assert.doesNotMatch(week.html, new RegExp(ours.reference));
  assert.match(week.text, /Hartley Roofing/);
  assert.match((await visitor.get('/promises?state=later')).html, new RegExp(ours.reference));
  assert.doesNotMatch((await visitor.shown('/promises')).html, new RegExp(due.reference));
});

test('a remedy that an answer told and whose day has passed stands beside the late promises, and its case in the queue', async () => {
  const on = addDays(today, -9);
  const reference = await newCase(web, { on, defined: true });
  const dueOn = addDays(today, -1);
  const offer = { stage: 1, kind: 'decision-changed', points: [], text: 'Look again', pence: null, dueOn } as const;
  await did(web, reference, (c, context) => mayOfferRemedy(c, { on, ...offer }, context));
  const visitor = await web.visitor('manager');
  assert.doesNotMatch((await visitor.shown('/promises')).text, /Remedies late/);
  await answered(web, reference);
  const list = await visitor.get('/promises');
  assert.match(list.html.split('id="remedies-late"')[1] ?? '', new RegExp(reference));
  const queue = await visitor.get(`/cases`);
  assert.match(queue.text, /Do what was offered/, queue.text);
  assert.match((await visitor.get(`/cases/${reference}/promises`)).text, /one remedy is still to be done/);
});

test('what the resident says was not done is a list of its own', async () => {
  const { reference, promise } = await promised(today);
  await did(web, reference, (c, context) =>
    maySayIfDone(c, { on: context.today, promise, done: false, text: null }, context),
  );
  const visitor = await web.visitor('officer');
  const { html, text } = await visitor.get('/promises?state=not-done');
  assert.match(html, new RegExp(reference));
  assert.match(text, /Says not done/);
});

const remindedOf = (reference: string) => async (on: string) => {
  const sent = await inLandlord(web.db, web.landlordId, async (trx) => {
    await remindOfPromises(trx, day(on), 'https://putright.example', new Date(`${on}T09:00:00.000Z`));
    const { rows } = await sql<{ to: string; subject: string; body: string }>`
      select address as to, subject, body from outgoing_message where queued_at::date = ${on}::date
        and purpose = 'staff-alert' order by address`.execute(trx);
    return rows;
  });
  return sent.filter(({ body }) => body.includes(reference));
};

test('whoever sees to a promise is reminded once before its day, hears that it is late, and then managers do', async () => {
  const { reference, promise } = await promised(day('2026-12-10'), { team: contractor });
  const messages = remindedOf(reference);
  assert.deepEqual(await messages('2026-12-07'), []);
  const soon = await messages('2026-12-08');
  assert.deepEqual(
    soon.map(({ to }) => to),
    ['jobs@hartley.example', 'officer@example.org'],
  );
  assert.match(soon[1]?.body ?? '', /promises$/);
  assert.doesNotMatch(soon[0]?.body ?? assert.fail(), /https|extractor/);
  assert.equal((await messages('2026-12-08')).length, 2);
  assert.deepEqual(await messages('2026-12-09'), []);
  assert.match((await messages('2026-12-11'))[0]?.subject ?? '', /late/);
  const late = await messages('2026-12-17');
  assert.deepEqual(
    late.map(({ to }) => to),
    ['jobs@hartley.example', 'manager@example.org', 'officer@example.org'],
  );
  assert.deepEqual(await messages('2027-03-01'), []);
  await did(web, reference, (c, context) =>
    mayKeepPromise(c, { on: context.today, promise, proof: 'Job 4711', files: [] }, context),
  );
});

test('what a resident says was not done is late anew from that day', async () => {
  const { reference, promise } = await promised(addDays(today, -12), { on: addDays(today, -15) });
  const messages = remindedOf(reference);
  assert.equal((await messages(addDays(today, -11))).length, 1);
  await messages(addDays(today, -1));
  await did(web, reference, (c, context) =>
    maySayIfDone(c, { on: context.today, promise, done: false, text: null }, context),
  );
  const heard = (on: Day) => messages(on).then((sent) => sent.filter(({ subject }) => / late$/.test(subject)).length);
  assert.equal(await heard(today), 0);
  assert.equal(await heard(addDays(today, 1)), 1);
  assert.equal(await heard(addDays(today, 2)), 0);
});

test('where nobody is left who sees to a promise, others are reminded of it', async () => {
  const { team, owner } = await inLandlord(web.db, web.landlordId, async (trx) => {
    const closed = { name: 'Gone Roofing', contractor: true, email: 'jobs@gone.example' };
    const id = await addTeam(trx, closed);
    assert.ok(id);
    await changeTeam(trx, id, { ...closed, closed: true });
    await deactivateStaff(trx, web.staff.investigator);
    return { team: id, owner: web.staff.investigator };
  });
  const { reference } = await promised(day('2027-06-10'), { team, owner });
  const sent = await remindedOf(reference)('2027-06-09');
  assert.deepEqual(
    sent.map(({ to }) => to),
    ['manager@example.org'],
  );
});

test('a date that moves is written to the resident from where it is moved, with the reason, and they are told that it is there', async () => {
  const { reference, promise } = await promised(addDays(today, 5));
  const { person } = (await caseFile(web, reference)).case;
  assert.ok(person);
  await inLandlord(web.db, web.landlordId, (trx) => addWay(trx, person, { kind: 'email', value: 'rosa@example.org' }));
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/move-promise?promise=${promise}`);
  assert.match((await visitor.send({ reason: 'The part is late' })).text, /Choose whether the resident knows/);
  const newDate = addDays(today, 12);
  const done = await visitor.send({
    ...dayBoxes('newDate', newDate),
    reason: 'The part is late',
    residentTold: 'write',
  });
  assert.match(done.text, /The date is moved/, done.text);
  const { case: c, say } = await caseFile(web, reference);
  const written = c.history.at(-1)?.what;
  assert.ok(written?.type === 'MessageSent');
  assert.match(say(written.words) ?? '', /Replace the extractor fan[\s\S]*The part is late/);
  assert.equal(c.promises[0]?.moves[0]?.residentTold, true);
  const sent = await inLandlord(web.db, web.landlordId, async (trx) => {
    const { rows } = await sql<{ address: string; body: string }>`
      select address, body from outgoing_message where case_id = ${c.id} and purpose = 'update'`.execute(trx);
    return rows;
  });
  assert.deepEqual(
    sent.map(({ address }) => address),
    ['rosa@example.org'],
  );
  assert.doesNotMatch(sent[0]?.body ?? assert.fail(), /extractor|late/);
});

test('a promise of a complaint about a member of staff is neither listed nor told to whom it is kept from', async () => {
  const { reference } = await promised(addDays(today, 61));
  const text = 'How you spoke on the telephone';
  await did(web, reference, (c, context) =>
    mayNameStaffMember(c, { on: context.today, staff: web.staff.officer, text }, context),
  );
  const list = async (role: 'officer' | 'manager') => {
    const { html } = await (await web.visitor(role)).get('/promises?state=later');
    return { listed: html.includes(reference), n: /app-card__number">(\d+)<\/span><a[^>]*state=later/.exec(html)?.[1] };
  };
  const [officer, manager] = [await list('officer'), await list('manager')];
  assert.deepEqual([officer.listed, manager.listed], [false, true]);
  assert.equal(Number(officer.n), Number(manager.n) - 1);
});
