/** A complaint about somebody here is named in no list to them, nor to who has nothing to do with it; a manager sees it. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayNameStaffMember } from '../../src/complaint/may/name-staff-member.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayRecordIncident } from '../../src/complaint/may/record-incident.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, LetterId, PersonId, RestrictionId, StaffId } from '../../src/facts/happened.js';
import { yearOf } from '../../src/reports/period.js';
import { openTasksFor } from '../../src/store/adjustment-tasks.js';
import { noteArrival } from '../../src/store/arrivals.js';
import { beginBundle } from '../../src/store/bundles.js';
import { promiseCall } from '../../src/store/call-backs.js';
import { grantCase } from '../../src/store/case-grants.js';
import { placeHold } from '../../src/store/case-holds.js';
import { recordChange } from '../../src/store/change-trail.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { openImprovement } from '../../src/store/improve.js';
import { askApproval } from '../../src/store/letter-approval.js';
import { addPaper } from '../../src/store/ombudsman-papers.js';
import { beginReport } from '../../src/store/reports.js';
import { addStaff, roles } from '../../src/store/staff.js';
import { londonDay } from '../../src/store/today.js';
import { isMachine } from '../../src/web/machine.js';
import { routes } from '../../src/web/routes.js';
import { isSiteRoute } from '../../src/web/visit.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

const today = londonDay(new Date());
const now = new Date();

let web: TestWeb;
let reference: string;
let caseId: CaseId;
let person: PersonId;
/** Paths of lists that hold the case. */
const lists: string[] = [];
/** Whom it is about: one with an officer's roles, one with every role there is. */
let officer: StaffId;
let manager: StaffId;
const store = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(web.db, web.landlordId, work);

before(async () => {
  web = await startWeb();
  reference = await newCase(web, { defined: true, name: 'Wilf Tandy' });
  const { case: c } = await caseFile(web, reference);
  assert.ok(c.person !== null);
  [caseId, person] = [c.id, c.person];
  await onItsCase();
  await besideIt();
  [officer, manager] = await store(async (trx) => {
    const made = [
      await addStaff(trx, {
        name: 'Kim Vale',
        email: 'kim@example.org',
        roles: ['officer', 'investigator', 'reviewer'],
      }),
      await addStaff(trx, { name: 'Lou Marsh', email: 'lou@example.org', roles: [...roles] }),
    ];
    return made as [StaffId, StaffId];
  });
  // Opened to them before anybody knew whom it is about.
  const grant = { caseId, to: manager, grantedBy: web.staff.manager, reason: 'A theme', until: today };
  await store((trx) => grantCase(trx, grant));
  for (const staff of [officer, manager])
    await did(web, reference, (now, context) =>
      mayNameStaffMember(now, { on: context.today, staff, text: 'How you spoke to him' }, context),
    );
});
after(() => web.close());

/** What stands in its own history and so in the lists that are made from histories. */
async function onItsCase(): Promise<void> {
  const visitor = await web.visitor('officer');
  await did(web, reference, (c, context) =>
    mayAcknowledge(
      c,
      {
        on: context.today,
        stage: 1,
        how: 'phone',
        note: 'Rang',
        definitionSetOut: true,
        ombudsmanDetails: true,
        letter: null,
      },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: 'Ring him',
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(today, 9),
        agreedWithResident: true,
      },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayRecordIncident(c, { on: context.today, person, text: 'Rang 31 times.', files: [] }, context),
  );
  await did(web, reference, (_c, context) => {
    const terms = {
      restriction: context.newId<RestrictionId>(),
      kinds: ['channels'] as const,
      contact: null,
      channels: ['letter'] as const,
      how: context.keep('Letters only.'),
      until: addDays(today, 90),
    };
    const [reasons, equality, adjustments] = [
      context.keep('It went on.'),
      context.keep('None.'),
      context.keep('None.'),
    ];
    const proposed = {
      by: person,
      reasons,
      equality,
      adjustments,
      reviewOn: addDays(today, 60),
      proposedBy: web.staff.reviewer,
    };
    return {
      ok: true,
      happened: [{ what: { type: 'RestrictionProposed', ...terms, ...proposed }, on: context.today }],
      opens: [],
      warnings: [],
    };
  });
  const at = (act: string) => visitor.get(`/cases/${reference}/${act}`);
  await at('notice-hazard');
  const noticed = await visitor.send({ kind: 'gas', emergency: 'yes', ...dayBoxes('on', today), at: '00:00' });
  assert.match(noticed.text, /Hand this over at once/);
  await at('work-out-compensation');
  await visitor.send({
    text: 'You waited',
    distressPence: '60',
    distressNote: 'Three weeks',
    ...dayBoxes('dueOn', today),
  });
  await at('take-enquiry');
  await visitor.send({ text: 'Why has nobody answered?', ...dayBoxes('on', today) });
  await at('take-order');
  await visitor.send({ kind: 'order', text: 'Say sorry', statesNoDate: 'yes', ...dayBoxes('on', today) });
  lists.push(
    '/cases',
    '/promises?state=later',
    '/behaviour',
    `/behaviour/people/${person}`,
    '/hazards',
    '/alarms',
    '/compensation',
  );
  lists.push('/ombudsman', '/ombudsman/orders?show=no-date');
  lists.push('/oversight/cases', ...['cases', 'csv'].map((file) => `/figures/measures/contacts/${file}?group=stage-1`));
  lists.push('/self-assessment/evidence-of-cases/2024/6.2');
}

/** What stands beside histories: letters on their way, things to be made, calls, what arrived, and what was gathered. */
async function besideIt(): Promise<void> {
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/give-update`);
  const begun = await visitor.send({ text: 'We go on.', way: 'write' });
  const letter = /letters\/([0-9a-f-]{36})/.exec(begun.path)?.[1] as LetterId | undefined;
  assert.ok(letter !== undefined, begun.text);
  await visitor.get(`/cases/${reference}/letters/${letter}/send`);
  const sent = await visitor.send({ how: 'print' });
  assert.match(sent.path, /\/letters/, sent.text);
  await visitor.get(`/cases/${reference}/give-update`);
  const second = /letters\/([0-9a-f-]{36})/.exec(
    (await visitor.send({ text: 'We go on.', way: 'write' })).path,
  )?.[1] as LetterId;
  await store(async (trx) => {
    const by = { by: web.staff.officer, now };
    const asked = await askApproval(trx, { letter: second, expectedVersion: 1, ...by });
    assert.ok(asked.ok);
    await openTasksFor(trx, { caseId, letter: second, person, kinds: ['large-print', 'easy-read'], dueOn: today, now });
    await placeHold(trx, { caseId, named: web.staff.manager, reason: 'Advice', reviewOn: today, ...by });
    await promiseCall(trx, {
      caseId,
      person,
      staff: null,
      dueOn: today,
      bestTime: null,
      about: null,
      by: web.staff.officer,
    });
    await noteArrival(trx, {
      key: 'one',
      kind: 'message',
      caseId,
      seq: null,
      person,
      channel: 'phone',
      arrivedOn: today,
      note: 'Rang',
    });
    const change = { words: `A hold was placed on ${reference}`, by: web.staff.manager };
    for (const about of ['hold', 'access'] as const) await recordChange(trx, { about, ...change });
    await beginBundle(trx, { of: { caseId }, asked: [], by: web.staff.officer, now: new Date() });
    await addPaper(
      trx,
      {
        ombudsman: 'HOS',
        kind: 'decision',
        failureKind: null,
        caseId,
        title: 'A decision',
        receivedOn: today,
        asks: null,
        dueOn: null,
        owner: null,
        publishedOn: null,
        publishedWhere: null,
      },
      web.staff.manager,
      today,
    );
    const { id: report } = await beginReport(trx, { year: yearOf(today), by: web.staff.manager, today });
    await sql`insert into report_lesson (landlord_id, report_id, id, case_id, seq)
      values (${trx.landlordId}, ${report}, ${randomUUID()}, ${caseId}, 1)`.execute(trx);
    const [source, brought] = [randomUUID(), randomUUID()];
    await sql`insert into register_source (landlord_id, id, name, salt)
      values (${trx.landlordId}, ${source}, 'Old register', ${randomBytes(16)})`.execute(trx);
    await sql`insert into register_import (landlord_id, id, source_id, file_name, file_digest, file_size, map, mode, state, begun_at)
      values (${trx.landlordId}, ${brought}, ${source}, 'old.csv', ${randomBytes(32)}, 1, '{}', 'good-rows', 'taken', now())`.execute(
      trx,
    );
    await sql`insert into register_row (landlord_id, import_id, line, source_id, became, case_id, stands)
      values (${trx.landlordId}, ${brought}, 2, ${source}, 'taken', ${caseId}, true)`.execute(trx);
    lists.push(`/reports/annual/${report}/learning`, `/imports/${brought}/rows`, `/imports/${brought}/rows.csv`);
  });
  const improved = await openImprovement(
    web.db,
    { landlordId: web.landlordId, staff: web.staff.officer, roles: ['officer'] },
    {
      written: {
        kind: 'corrective',
        title: 'Every call is answered',
        aim: '',
        owner: web.staff.officer,
        dueOn: addDays(today, 30),
        aimed: { cause: null, category: 'Damp', area: null, block: null },
        weeks: 4,
      },
      cases: [caseId],
      now,
      on: today,
    },
  );
  assert.ok(improved.is === 'done', JSON.stringify(improved));
  lists.push('/', '/to-print', '/to-make', '/holds', '/approvals', '/call-backs', '/arrivals', '/bundles');
  lists.push('/ombudsman/published', `/improvements/${improved.id}`);
}

test('every list that names the case names it to a manager, and to nobody from whom it is kept', async () => {
  const watching = await web.visitor('manager');
  const kept = [await web.visitor(officer), await web.visitor(manager), await web.visitor('reviewer')];
  const [empty, leaks]: [string[], string[]] = [[], []];
  for (const path of lists) {
    if (!(await watching.get(path)).html.includes(reference)) empty.push(path);
    for (const visitor of kept) {
      const { html, status } = await visitor.get(path);
      if (status >= 500 || html.includes(reference)) leaks.push(path);
    }
  }
  assert.deepEqual({ empty, leaks }, { empty: [], leaks: [] });
});

test('no page without an id in its address names the case to whom it is about, whatever their roles', async () => {
  const theirs = await web.visitor(manager);
  for (const route of routes) {
    if (isMachine(route) || isSiteRoute(route) || route.method !== 'GET' || /:|^\/about-you$/.test(route.path))
      continue;
    const { html, status } = await theirs.get(route.path);
    assert.ok(status < 500 && !html.includes(reference), `${route.path} (${status}) names it`);
  }
});

test('who looks somebody up before logging them is not told of the case', async () => {
  for (const [who, named] of [[manager, false] as const, ['manager', true] as const]) {
    const visitor = await web.visitor(who);
    await visitor.get('/log');
    const { text } = await visitor.send({ do: 'look-up', name: 'Wilf Tandy' });
    assert.match(text, /People we know like that Wilf Tandy/);
    assert.equal(text.includes(reference), named, text);
  }
});

test('an emergency of such a case is said without naming it, and taken by a manager alone', async () => {
  const theirs = await web.visitor(manager);
  assert.match((await theirs.get('/alarms')).text, /An emergency waits in a case that you may not open/);
  const alarm = await store(async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from alarm where landlord_id = ${trx.landlordId}`.execute(trx);
    return rows[0]?.id ?? '';
  });
  assert.equal((await theirs.post(`/alarms/${alarm}/take`, { _csrf: theirs.token() })).status, 404);
  const watching = await web.visitor('manager');
  await watching.get('/alarms');
  assert.match((await watching.send({})).text, new RegExp(`You have taken it: ${reference}`));
});
