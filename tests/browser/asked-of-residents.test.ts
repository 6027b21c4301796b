import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { inTurn } from '../../src/complaint/in-turn.js';
import { mayDecideEnd } from '../../src/complaint/may/decide-end.js';
import { mayEndPromise } from '../../src/complaint/may/end-promise.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayKeepPromise } from '../../src/complaint/may/keep-promise.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayRefuseEscalation } from '../../src/complaint/may/refuse-escalation.js';
import { englandAndWales as calendar } from '../../src/facts/calendar.js';
import type { CaseId, PersonId, PromiseId } from '../../src/facts/happened.js';
import { takeIn } from '../../src/post/take-in.js';
import { type Arrival, waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { rememberThread } from '../../src/store/mail.js';
import { messagesOf, queueMessage } from '../../src/store/outbox.js';
import { addWay } from '../../src/store/people.js';
import { publicSlug } from '../../src/store/publications.js';
import { type LinkPurpose, mintLink } from '../../src/store/resident-links.js';
import { hasStoppedSurveys, noteSurveyAsked, surveyOf } from '../../src/store/resident-surveys.js';
import { londonDay } from '../../src/store/today.js';
import { answered, caseFile, did, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb, Visitor } from '../support/web.js';

let web: TestWeb;
let base: string;
before(async () => {
  web = await startWeb();
  base = `/residents/${await store(publicSlug)}`;
});
after(() => web.close());

const today = londonDay(new Date());
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

/** A complaint answered today, with a promise that our records say is done. */
async function doneCase() {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: today,
        stage: 1,
        points: [],
        text: 'A new boiler <b>by Friday</b>',
        owner: web.staff.officer,
        team: null,
        dueOn: calendar.addWorkingDays(today, 1),
        agreedWithResident: true,
      },
      context,
    ),
  );
  await did(web, reference, (c, context) =>
    mayKeepPromise(c, { on: today, promise: c.promises[0]?.id as never, proof: 'Job 4711', files: [] }, context),
  );
  await answered(web, reference);
  const { case: c } = await caseFile(web, reference);
  return { reference, caseId: c.id as CaseId, person: c.person as PersonId, promise: c.promises[0]?.id as string };
}

async function comesIn(link: { purpose: LinkPurpose; caseId: CaseId; person: PersonId; about: string }) {
  const until = calendar.addWorkingDays(today, 20);
  const secret = await store((trx) => mintLink(trx, { ...link, until }));
  const visitor = new Visitor(web.url);
  await visitor.get(`${base}/link/${secret}`);
  const seen = await visitor.send({});
  return { visitor, seen };
}

const kinds = async (caseId: CaseId) =>
  (await store((trx) => waitingArrivals(trx, { caseId }))).map(({ kind }: Arrival) => kind).sort();

test('a resident says that it did not happen: the promise is open again, a manager is told, and an officer sees it as a request for stage 2', async () => {
  const { reference, caseId, person, promise } = await doneCase();
  const { visitor, seen } = await comesIn({ purpose: 'promise', caseId, person, about: promise });
  assert.equal(seen.path, `${base}/promise`);
  assert.match(seen.text, /A new boiler <b>by Friday<\/b>|A new boiler &lt;b&gt;by Friday/);
  assert.match(seen.text, /Our records say that it was done/);
  const empty = await visitor.send({ text: 'It is still cold' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Choose whether it happened/);
  assert.match(empty.html, /It is still cold/);

  const sent = await sendWithFiles(web, visitor, `${base}/promise`, { answer: 'no', text: 'It is still cold' }, [
    { field: 'photo', name: 'boiler.png', content: Uint8Array.from(Buffer.from(png, 'base64')) },
  ]);
  assert.equal(sent.status, 303, sent.html);
  const page = await visitor.get(sent.to);
  assert.match(page.text, /It is open again/);
  assert.match(page.text, /Ask for stage 2/);

  const { case: c, say, entries } = await caseFile(web, reference);
  assert.equal(c.promises[0]?.state, 'open');
  assert.deepEqual(
    entries.slice(-2).map(({ what, recordedBy }) => [what.type, recordedBy]),
    [
      ['ResidentSaidNotDone', { person }],
      ['DocumentAdded', { person }],
    ],
  );
  const words = entries.at(-2)?.what;
  assert.equal(words?.type === 'ResidentSaidNotDone' && words.words && say(words.words), 'It is still cold');
  assert.deepEqual(await kinds(caseId), ['possible-stage-2', 'promise-not-done']);
  const alerts = (await store((trx) => messagesOf(trx, caseId))).filter(({ purpose }) => purpose === 'staff-alert');
  assert.deepEqual(
    alerts.map(({ address }) => address),
    ['manager@example.org'],
  );
  assert.doesNotMatch(alerts[0]?.body ?? '', /cold|boiler|Rosa/);

  // Said again, it stands already: an officer reads what is new, and nobody is told twice.
  await visitor.get(`${base}/promise`);
  await visitor.send({ answer: 'no', text: '' });
  assert.deepEqual(await kinds(caseId), ['possible-stage-2', 'promise-not-done']);
  await visitor.get(`${base}/promise`);
  await visitor.send({ answer: 'no', text: 'Are you there?' });
  assert.deepEqual(await kinds(caseId), ['possible-stage-2', 'possible-stage-2', 'promise-not-done']);
  const told = (await store((trx) => messagesOf(trx, caseId))).filter(({ purpose }) => purpose === 'staff-alert');
  assert.equal(told.length, 1);

  await visitor.get(sent.to);
  const asked = await visitor.send({ next: 'stage-2' });
  assert.match(asked.text, /We have your request for stage 2/);
  const later = (await caseFile(web, reference)).case;
  assert.equal(later.stages[2]?.startedOn, today);
  assert.ok((await kinds(caseId)).includes('stage-2-request'));
});

test('a yes is recorded; not yet, of what we hold to be done, is a no', async () => {
  const yes = await doneCase();
  const { visitor } = await comesIn({ purpose: 'promise', ...yes, about: yes.promise });
  assert.match((await visitor.send({ answer: 'yes', text: '' })).text, /recorded that it happened/);
  assert.equal((await caseFile(web, yes.reference)).case.promises[0]?.residentSays, 'done');
  assert.deepEqual(await kinds(yes.caseId), []);

  const no = await doneCase();
  const other = await comesIn({ purpose: 'promise', ...no, about: no.promise });
  assert.match((await other.visitor.send({ answer: 'not-yet', text: '' })).text, /It is open again/);
  // Bare as it is, it may ask for stage 2, received today.
  assert.deepEqual(await kinds(no.caseId), ['possible-stage-2', 'promise-not-done']);
  // What a manager ended since they can dispute: nothing opens by it, and somebody looks at it.
  const promise = no.promise as PromiseId;
  await did(web, no.reference, (c, context) =>
    mayEndPromise(c, { on: today, promise, ground: 'moved', reason: 'They moved out', replacedBy: null }, context),
  );
  const agrees = { on: today, promise, agreed: true, reason: null, residentTold: true };
  await did(web, no.reference, (c, context) => mayDecideEnd(c, agrees, context), 'manager');
  const ended = await other.visitor.get(`${base}/promise`);
  assert.match(ended.text, /We told you that this would not be done, and why/);
  assert.doesNotMatch(ended.html, /value="not-yet"/);
  assert.match((await other.visitor.send({ answer: 'no', text: 'We live here' })).text, /noted that it should be done/);
  assert.equal((await caseFile(web, no.reference)).case.promises[0]?.state, 'ended');
  // Asking to end it had answered the first no.
  assert.deepEqual(await kinds(no.caseId), ['possible-stage-2', 'possible-stage-2', 'promise-not-done']);
  assert.ok(
    (await store((trx) => messagesOf(trx, no.caseId))).some(({ subject }) =>
      /^An ended promise is disputed/.test(subject),
    ),
  );
  // The same link leads to nobody else’s promise.
  assert.equal((await other.visitor.get(`${base}/case/promises/${yes.promise}`)).path, `${base}/code`);
});

test('a no by e-mail or by telephone is told to a manager too, once; the promise is open again when it is on record', async () => {
  const one = await doneCase();
  await store((trx) => addWay(trx, one.person, { kind: 'email', value: 'rosa@example.org' }));
  const asked = await store((trx) =>
    queueMessage(trx, {
      key: `asked ${one.caseId}`,
      purpose: 'promise-asked',
      caseId: one.caseId,
      to: { way: { kind: 'email', value: 'rosa@example.org' } },
      subject: 'Did it happen?',
      body: '{link}',
      link: { purpose: 'promise', person: one.person, about: one.promise, forDays: 30 },
      now: new Date(),
    }),
  );
  assert.ok(asked.is === 'queued');
  const messageId = `<asked-${one.caseId}@ashdown.example>`;
  await store((trx) => sql`update outgoing_message set message_id = ${messageId} where id = ${asked.id}`.execute(trx));
  await store((trx) => rememberThread(trx, one.caseId, [messageId], 'out'));
  const files = mkdtempSync(join(tmpdir(), 'putright-no-'));
  const lines = [
    'From: Rosa <rosa@example.org>',
    'To: complaints@ashdown.example',
    `Subject: Re: Did it happen? ${one.reference}`,
    `In-Reply-To: ${messageId}`,
    `Date: ${new Date().toUTCString()}`,
    'Message-ID: <no@example.org>',
    '',
    'No.',
    '',
  ];
  const message = { name: 'm', bytes: Buffer.from(lines.join('\r\n')) };
  await takeIn({ db: web.db, files, landlordId: web.landlordId }, message, new Date());
  rmSync(files, { recursive: true, force: true });
  assert.deepEqual(await kinds(one.caseId), ['possible-stage-2', 'promise-not-done']);
  const told = async (caseId: CaseId) =>
    (await store((trx) => messagesOf(trx, caseId))).filter(({ purpose }) => purpose === 'staff-alert');
  const [alert] = await told(one.caseId);
  assert.equal(alert?.address, 'manager@example.org');
  assert.match(alert?.body ?? '', /does not say that it was/);
  assert.doesNotMatch(alert?.body ?? '', /is open again|Rosa|boiler/);

  const officer = await web.visitor('officer');
  const seen = await officer.get('/arrivals?kind=promise-not-done');
  assert.match(seen.text, /Record what they say first/);
  const [arrival] = await store((trx) => waitingArrivals(trx, { caseId: one.caseId, kinds: ['promise-not-done'] }));
  const shown = await officer.get(`/arrivals/${arrival?.id}`);
  assert.match(shown.text, /Record what they say first/);
  assert.match(shown.html, new RegExp(`say-if-done\\?arrival=${arrival?.id}`));
  await officer.get(`/cases/${one.reference}/say-if-done?arrival=${arrival?.id}`);
  await officer.send({ done: 'no' });
  assert.equal((await caseFile(web, one.reference)).case.promises[0]?.state, 'open');
  const now = await store((trx) => waitingArrivals(trx, { caseId: one.caseId, kinds: ['promise-not-done'] }));
  assert.equal(now.length, 1);
  assert.match((await officer.get(`/arrivals/${now[0]?.id}`)).text, /The promise is open again/);
  assert.equal((await told(one.caseId)).length, 1, 'told once');

  const two = await doneCase();
  await officer.get(`/cases/${two.reference}/say-if-done?promise=${two.promise}`);
  await officer.send({ done: 'no', text: 'It still rattles' });
  assert.deepEqual(await kinds(two.caseId), ['possible-stage-2', 'promise-not-done']);
  assert.match((await told(two.caseId))[0]?.body ?? '', /The promise is open again/);
});

test('five answers are recorded once; a low rating alone brings the offer to complain, and words ask for more', async () => {
  const one = await doneCase();
  await store((trx) => noteSurveyAsked(trx, { ...one, on: today, became: 'asked', message: null }));
  const { visitor, seen } = await comesIn({ purpose: 'survey', ...one, about: one.caseId });
  assert.equal(seen.path, `${base}/survey`);
  assert.match((await visitor.send({})).text, /Answer at least one question/);
  const low = await visitor.send({ handled: '2', outcome: '5' });
  assert.match(low.text, /not a complaint by themselves/);
  assert.deepEqual(await kinds(one.caseId), ['offer-to-complain']);
  const entry = (await caseFile(web, one.reference)).entries.at(-1);
  assert.deepEqual(entry?.what, {
    type: 'SurveyAnswered',
    answers: [
      { question: 'easy', answer: null },
      { question: 'informed', answer: null },
      { question: 'fair', answer: null },
      { question: 'handled', answer: 2 },
      { question: 'outcome', answer: 5 },
    ],
    words: null,
  });
  const [offer] = await store((trx) => waitingArrivals(trx, { caseId: one.caseId }));
  assert.equal(offer?.note, 'How the complaint was handled, all in all: 2 of 5; The outcome: 5 of 5');
  assert.match((await visitor.get(`${base}/survey`)).text, /We have your answers/);
  // Whoever takes the offer up after a stage 1 answer has asked for stage 2, today, and no officer need offer it.
  assert.match(low.text, /looks at all of it again, at stage 2/);
  const complained = await visitor.send({ next: 'complain' });
  assert.match(complained.text, /We have your request for stage 2/);
  assert.doesNotMatch(complained.text, /Complain about how it was handled|final answer/);
  assert.deepEqual(await kinds(one.caseId), ['stage-2-request']);
  const { case: escalated, entries } = await caseFile(web, one.reference);
  assert.equal(escalated.stages[2]?.startedOn, today);
  assert.deepEqual(entries.at(-1)?.recordedBy, { person: one.person });

  const two = await doneCase();
  const angry = await comesIn({ purpose: 'survey', ...two, about: two.caseId });
  await angry.visitor.send({ handled: '3', text: 'I am not happy with your answer, it is a disgrace' });
  assert.deepEqual(await kinds(two.caseId), ['possible-stage-2']);
});

test('whoever was refused stage 2 is told so, and of the Ombudsman; no page calls it our final answer or offers it again', async () => {
  const one = await doneCase();
  const { person } = one;
  await did(web, one.reference, (c, context) =>
    inTurn(c, context, [
      (now) => mayEscalate(now, { on: today, channel: 'phone', from: person, points: 'all', text: null }, context),
      (now) =>
        mayRefuseEscalation(
          now,
          {
            on: today,
            ground: 'other',
            filedOn: null,
            circumstances: 'Why she asked',
            reasons: 'The court has decided it',
            lateWindowOnly: false,
            letter: null,
          },
          context,
        ),
    ]),
  );
  const { visitor } = await comesIn({ purpose: 'promise', ...one, about: one.promise });
  const said = await visitor.send({ answer: 'no', text: '' });
  assert.match(said.text, /We did not take your complaint to stage 2/);
  assert.doesNotMatch(said.text, /final answer|Ask for stage 2/);
  const other = await comesIn({ purpose: 'follow', ...one, about: one.caseId });
  const overview = await other.visitor.get(`${base}/case`);
  assert.match(overview.text, /wrong to refuse this/);
  assert.doesNotMatch(overview.html, /case\/stage-2/);
  assert.match(
    (await other.visitor.get(`${base}/case/stage-2`)).text,
    /ask the Housing Ombudsman to look at our refusal/,
  );
});

test('whoever wants no more such questions says so with one button, by the link or from the survey', async () => {
  const one = await doneCase();
  const { visitor, seen } = await comesIn({ purpose: 'survey-stop', ...one, about: one.caseId });
  assert.equal(seen.path, `${base}/survey/stop`);
  assert.equal(await store((trx) => hasStoppedSurveys(trx, one.person)), false);
  assert.match((await visitor.send({})).text, /We will not send you such questions again/);
  assert.equal(await store((trx) => hasStoppedSurveys(trx, one.person)), true);
});

test('a survey taken by telephone is recorded by staff', async () => {
  const { reference, caseId, person } = await doneCase();
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/record-survey`);
  assert.match((await visitor.send({ handled: '', how: 'phone' })).text, /at least one question/);
  assert.match((await visitor.send({ handled: '1', text: 'Too slow', how: 'phone' })).text, /Survey recorded/);
  const entry = (await caseFile(web, reference)).entries.at(-1);
  assert.equal(entry?.what.type, 'SurveyAnswered');
  assert.deepEqual(entry?.recordedBy, { staff: web.staff.officer });
  assert.deepEqual(await kinds(caseId), ['possible-stage-2']);
  assert.equal((await store((trx) => surveyOf(trx, caseId, person)))?.answeredOn, today);
});

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('where no e-mail can leave, nobody is offered a link: what was begun waits in its browser, or is erased', async () => {
  const visitor = new Visitor(web.url);
  await visitor.get(`${base}/complain`);
  await visitor.send({ wish: 'wrong' });
  let page = await visitor.get(`${base}/complain/save`);
  assert.match(page.text, /We can send no links at the moment/);
  assert.doesNotMatch(page.html, /name="email"|Send me the link/);
  await visitor.post(`${base}/complain/save`, { _csrf: visitor.token(), email: 'rita@example.org' });
  const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
    sql`select 1 from outgoing_message where purpose = 'draft-link'`.execute(trx),
  );
  assert.equal(rows.length, 0);
  page = await visitor.get(`${base}/complain/save`);
  assert.match((await visitor.send({}, `${base}/complain/remove`)).text, /What you had written is erased/);
});
