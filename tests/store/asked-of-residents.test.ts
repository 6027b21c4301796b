import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { inTurn } from '../../src/complaint/in-turn.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { englandAndWales as calendar } from '../../src/facts/calendar.js';
import type { Day } from '../../src/facts/days.js';
import type { PersonId } from '../../src/facts/happened.js';
import { runJob } from '../../src/jobs/run-job.js';
import { askResidents } from '../../src/post/ask-residents.js';
import { fillMessage } from '../../src/post/fill-message.js';
import { financialYear, yearOf } from '../../src/reports/period.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { measure } from '../../src/store/measures.js';
import { messagesOf } from '../../src/store/outbox.js';
import { addWay } from '../../src/store/people.js';
import { peekLink } from '../../src/store/resident-links.js';
import { noteSurveyAnswered, stopSurveys } from '../../src/store/resident-surveys.js';
import { londonDay } from '../../src/store/today.js';
import { answered, caseFile, did, newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

process.env.SMTP_URL = 'smtp://127.0.0.1:1';
let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());
const later = (n: number, from: Day = today) => calendar.addWorkingDays(from, n);
const ask = (on: Day) => askResidents(web.db, web.landlordId, on, new Date(`${on}T09:00:00Z`));
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

/** A complaint answered today with one promise, due tomorrow; its resident has an address unless told otherwise. */
async function promisedCase(name: string, email: string | null = `${name}@example.org`) {
  const reference = await newCase(web, { name, defined: true });
  const { case: c } = await caseFile(web, reference);
  if (email !== null)
    await store((trx) => addWay(trx, c.person as PersonId, { kind: 'email', value: email, note: '' } as never));
  await did(web, reference, (now, context) =>
    mayPromiseAction(
      now,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: 'A new boiler',
        owner: web.staff.officer,
        team: null,
        dueOn: later(1),
        agreedWithResident: true,
      },
      context,
    ),
  );
  await answered(web, reference);
  return reference;
}

test('residents are asked on their days by a link, once each time however often the day’s work runs', async () => {
  const reference = await promisedCase('rosa');
  const silent = await promisedCase('noway', null);
  assert.deepEqual(await ask(later(3)), { promises: 0, surveys: 0 });
  const first = later(3, later(1));
  assert.deepEqual(await ask(first), { promises: 1, surveys: 0 });
  assert.deepEqual(await ask(first), { promises: 0, surveys: 0 });
  const { case: c } = await caseFile(web, reference);
  const entry = c.entries.at(-1);
  assert.equal(entry?.what.type, 'ResidentAskedIfDone');
  assert.deepEqual(entry?.recordedBy, { system: 'schedule' });
  const [message] = await store((trx) => messagesOf(trx, c.id));
  assert.equal(message?.purpose, 'promise-asked');
  assert.match(message?.body ?? '', /\{link\}/);
  assert.doesNotMatch(message?.body ?? '', /boiler|rosa/i);
  assert.deepEqual(message?.link, { purpose: 'promise', person: c.person, about: c.promises[0]?.id, forDays: 30 });

  const none = await caseFile(web, silent);
  const waiting = await store((trx) => waitingArrivals(trx, { caseId: none.case.id }));
  assert.deepEqual(
    waiting.map(({ kind }) => kind),
    ['no-way'],
  );

  assert.deepEqual(await ask(later(4, first)), { promises: 0, surveys: 0 });
  assert.deepEqual(await ask(later(5, first)), { promises: 1, surveys: 0 });
  assert.deepEqual(await ask(later(10, first)), { promises: 0, surveys: 0 });
  assert.equal((await store((trx) => messagesOf(trx, c.id))).length, 2);
});

test('when a case has closed its people are asked once; whoever can’t be reached, or wants no questions, is counted so', async () => {
  const reference = await promisedCase('ada');
  const quiet = await promisedCase('quiet');
  const nowhere = await promisedCase('nowhere', null);
  for (const one of [reference, quiet, nowhere])
    await did(web, one, (now, context) =>
      inTurn(now, context, [
        (c) =>
          mayKeepPromise(
            c,
            { on: context.today, promise: c.promises[0]?.id as never, proof: 'Job 4711', files: [] },
            context,
          ),
      ]),
    );
  const stopped = await caseFile(web, quiet);
  await store((trx) => stopSurveys(trx, stopped.case.person as PersonId, new Date()));
  const first = later(3, later(1));
  await ask(first);
  const closes = later(13, later(1));
  assert.equal((await ask(later(12, later(1)))).surveys, 0);
  assert.equal((await ask(closes)).surveys, 1);
  assert.equal((await ask(closes)).surveys, 0);
  const { case: c } = await caseFile(web, reference);
  assert.equal((await store((trx) => messagesOf(trx, c.id))).filter((m) => m.purpose === 'survey-asked').length, 1);
  const message = (await store((trx) => messagesOf(trx, c.id))).find((m) => m.purpose === 'survey-asked');
  assert.ok(message);
  const links = (await store((trx) => fillMessage(trx, message, 'https://x.test', new Date()))).match(
    /\/link\/[\w-]{22}/g,
  );
  const purposes = [];
  for (const link of links ?? [])
    purposes.push((await store((trx) => peekLink(trx, link.slice(6), new Date())))?.purpose);
  assert.deepEqual(purposes, ['survey', 'survey-stop']);
  await store((trx) => noteSurveyAnswered(trx, { caseId: c.id, person: c.person, on: closes, how: 'link' }));
  const { rows } = await store((trx) =>
    sql<{ became: string; answered: boolean }>`
      select became, answered_on is not null as answered from survey_asked order by became`.execute(trx),
  );
  assert.deepEqual(rows, [
    { became: 'asked', answered: true },
    { became: 'no-way', answered: false },
    { became: 'stopped', answered: false },
  ]);
  const figures = await store((trx) => measure(trx, financialYear(yearOf(closes)), closes));
  const of = (id: string, group: string | null) =>
    figures.flatMap((one) => (one.id === id && one.group === group ? [[one.numerator, one.denominator]] : []));
  assert.deepEqual(
    ['answered', 'no-answer', 'not-delivered', 'no-way', 'stopped'].map((part) => of('survey.asked', part)[0]?.[0]),
    [1, 0, 0, 1, 1],
  );
  assert.deepEqual(of('survey.answered', null), [[1, 1]]);
});

test('a case that can’t be read keeps nobody else from being asked', async () => {
  const [broken, whole] = [await promisedCase('broken'), await promisedCase('whole')];
  const admin = new pg.Client({ connectionString: web.database.admin });
  await admin.connect();
  await admin.query('alter table case_event disable trigger user');
  await admin.query(
    `update case_event e set type = 'NothingWeKnow' from case_head h
     where h.case_id = e.case_id and h.reference = $1 and e.seq = 2`,
    [broken],
  );
  await admin.end();
  await assert.rejects(ask(later(3, later(1))), /can't be read/);
  const types = (await caseFile(web, whole)).entries.map(({ what }) => what.type);
  assert.ok(types.includes('ResidentAskedIfDone'));
});

test('a demonstration asks nobody anything', async () => {
  const landlord: LandlordId = await makeLandlord(web.db, { name: 'Shown Homes', demonstration: true });
  const payload = { landlord, caseId: null, seq: null, asked: { day: today } };
  assert.equal(await runJob(web.db, 'ask-residents', payload), 'not-sent');
});
