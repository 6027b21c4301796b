/** Every promise on one page: the late, those due this week, those of which the resident says that they were not kept. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { addDays, type Day } from '../../src/facts/days.js';
import type { PromiseId, TeamId } from '../../src/facts/happened.js';
import { inLandlord } from '../../src/store/database.js';
import { addTeam } from '../../src/store/teams.js';
import { londonDay } from '../../src/store/today.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let contractor: TeamId;
before(async () => {
  web = await startWeb();
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
  more: { readonly team?: TeamId; readonly on?: Day } = {},
): Promise<{ reference: string; promise: PromiseId }> {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: more.on ?? context.today,
        stage: 1,
        points: [],
        text: 'Replace the extractor fan',
        owner: web.staff.officer,
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
  assert.doesNotMatch((await visitor.get('/promises')).html, new RegExp(due.reference));
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
