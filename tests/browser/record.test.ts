/** What keeps the record right, in the browser: withdrawing, raising again, linking, correcting, erasing, letters that came back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayAgreeAdjustment } from '../../src/complaint/may/agree-adjustment.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayRaiseAgain } from '../../src/complaint/may/raise-again.js';
import { mayWithdraw } from '../../src/complaint/may/withdraw.js';
import { allow } from '../../src/complaint/refusals.js';
import { addDays, type Day } from '../../src/facts/days.js';
import type { LetterId, StaffId } from '../../src/facts/happened.js';
import { openCase } from '../../src/store/act.js';
import { endHold, placeHold } from '../../src/store/case-holds.js';
import { inLandlord } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { beginDraft, readDraft, saveDraft } from '../../src/store/letters.js';
import { listStaff } from '../../src/store/staff.js';
import { londonDay } from '../../src/store/today.js';
import { verify } from '../../src/store/verify.js';
import { caseFile, did, last, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

test('a complaint is withdrawn by the resident, and raised again as a new case linked to it', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/withdraw`);
  const bare = await visitor.send({ text: 'I have had enough' });
  assert.match(bare.html, /id="how-error"/);
  assert.match(bare.html, /I have had enough/);
  const done = await visitor.send({ how: 'phone' });
  assert.match(done.text, /Write to the resident to confirm/);
  assert.equal((await caseFile(web, reference)).case.standing.is, 'withdrawn');
  assert.equal((await visitor.get(`/cases/${reference}/withdraw`)).status, 409);

  await visitor.get(`/cases/${reference}/raise-again`);
  assert.match((await visitor.send({})).html, /id="text-error"/);
  const again = await visitor.send({ text: 'The damp is back' });
  assert.notEqual(again.path, `/cases/${reference}`);
  const opened = await caseFile(web, again.path.split('/')[2] ?? '');
  assert.equal(opened.case.receivedOn, today);
  assert.deepEqual(
    opened.case.links.map(({ to }) => to),
    [(await caseFile(web, reference)).case.id],
  );
});

test('two cases are linked by reference, however it is typed, and each names the other', async () => {
  const [one, two] = [await newCase(web), await newCase(web)];
  const visitor = await web.visitor('investigator');
  await visitor.get(`/cases/${one}/link`);
  const done = await visitor.send({
    reference: ` ${two.toLowerCase().replaceAll('-', ' ')} `,
    relation: 'same-matter',
  });
  assert.equal(done.path, `/cases/${one}`, done.text);
  assert.match(done.text, new RegExp(two), 'the summary names the other case');
  const [a, b] = [await caseFile(web, one), await caseFile(web, two)];
  assert.deepEqual(
    a.case.links.map(({ to }) => to),
    [b.case.id],
  );
  assert.deepEqual(
    b.case.links.map(({ to }) => to),
    [a.case.id],
  );
  await visitor.get(`/cases/${one}/link`);
  assert.match((await visitor.send({ reference: two, relation: 'same-matter' })).html, /linked in this way already/);
  assert.equal((await caseFile(web, two)).case.version, b.case.version, 'nothing was written to the other side');
});

test('a case of another landlord can be linked neither by its reference nor by its id, and itself never', async () => {
  const theirs = await makeLandlord(web.db, { name: 'Brookside Housing' });
  const opened = await openCase(
    web.db,
    { landlordId: theirs, staff: web.staff.officer, roles: ['officer'] },
    { now: new Date() },
    (context) =>
      allow([
        {
          on: context.today,
          what: {
            type: 'Received',
            channel: 'phone',
            firstHeardBy: 'complaints-team',
            words: context.keep('Theirs'),
            files: [],
            person: null,
            home: null,
            tenure: 'unknown',
            group: [],
            hazards: [],
          },
        },
      ]),
  );
  assert.equal(opened.is, 'done');
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/link`);
  for (const typed of [opened.is === 'done' ? opened.caseId : '', 'CMP-99-99999', '../../etc', "' or 1=1 --", '%']) {
    const refused = await visitor.send({ reference: typed, relation: 'same-matter', reason: 'Kept words' });
    assert.match(refused.html, /id="reference-error"[\s\S]*?There is no case with that reference/, typed);
    assert.match(refused.html, /Kept words/);
  }
  assert.match((await visitor.send({ reference })).html, /can’t be linked to itself/);
});

test('the day of an entry is corrected, after a look at which dates it changes', async () => {
  const reference = await newCase(web, { on: addDays(today, -12), defined: true });
  await did(web, reference, (c, context) =>
    mayAcknowledge(
      c,
      {
        on: addDays(today, -2),
        stage: 1,
        how: 'phone',
        letter: null,
        note: 'Rang',
        definitionSetOut: true,
        ombudsmanDetails: true,
      },
      context,
    ),
  );
  const seq = (await caseFile(web, reference)).case.history.find(({ what }) => what.type === 'Acknowledged')?.seq;
  const visitor = await web.visitor('officer');
  const list = await visitor.get(`/cases/${reference}/correct`);
  assert.match(list.text, /Which entry is wrong/);
  const shown = await visitor.get(`/cases/${reference}/correct?entry=${seq}`);
  assert.match(shown.text, /As it stands/);
  assert.match(shown.text, /Rang/);
  const looked = await visitor.send({ how: 'replace', ...dayBoxes('happenedOn', addDays(today, -9)), do: 'look-up' });
  assert.equal(looked.status, 200);
  assert.match(looked.text, /What this changes .*due .* instead of/);
  assert.notEqual((await last(web, reference)).what.type, 'EntryCorrected', 'looking changes nothing');
  assert.match((await visitor.send({})).html, /id="reason-error"/);
  const done = await visitor.send({ reason: 'It was rung earlier' });
  assert.equal(done.path, `/cases/${reference}/history`);
  assert.match(done.text, /instead of/);
  assert.equal((await caseFile(web, reference)).case.stages[1]?.acknowledgedOn, addDays(today, -9));
});

test('an entry is taken back; the receipt can’t be, and an entry that was taken back can’t be touched again', async () => {
  const reference = await newCase(web);
  await did(web, reference, (c, context) =>
    mayNote(c, { on: context.today, text: 'A wrong note', files: [] }, context),
  );
  const { seq } = await last(web, reference);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/correct?entry=${seq}`);
  await visitor.send({ how: 'take-back', reason: 'Another case’s note' });
  assert.equal(
    (await caseFile(web, reference)).case.history.some((e) => e.seq === seq),
    false,
  );

  const receipt = await visitor.get(`/cases/${reference}/correct?entry=1`);
  assert.doesNotMatch(receipt.html, /value="take-back"/);
  const forced = await visitor.send({ how: 'take-back', reason: 'x' });
  assert.match(forced.html, /receipt can’t be taken back/);
  const gone = await visitor.send({ seq: String(seq), how: 'replace', reason: 'x' });
  assert.equal(gone.status, 422);
  for (const seqTyped of ['0', '-1', '999', 'abc', '1e3']) {
    const odd = await visitor.send({ seq: seqTyped, how: 'take-back', reason: 'x' });
    assert.equal(odd.status, 422, seqTyped);
  }
});

test('the facts of an entry are corrected: the kind, an extension’s date, a finding with its reasons', async () => {
  const reference = await newCase(web, { defined: true, on: addDays(today, -3) });
  const visitor = await web.visitor('manager');
  const entries = () => caseFile(web, reference).then((file) => file.case.history);
  const seqOf = async (type: string) => (await entries()).find(({ what }) => what.type === type)?.seq ?? 0;

  await visitor.get(`/cases/${reference}/correct?entry=${await seqOf('Received')}`);
  await visitor.send({ how: 'replace', channel: 'letter', firstHeardBy: 'contractor', reason: 'It came by post' });
  assert.equal((await caseFile(web, reference)).case.channel, 'letter');

  const [point] = (await caseFile(web, reference)).case.points;
  await did(web, reference, (c, context) =>
    mayDecidePoint(
      c,
      {
        on: context.today,
        stage: 1,
        point: point?.id,
        finding: 'upheld',
        reasons: 'We missed three visits',
        reliedOn: [{ kind: 'policy', text: 'Repairs policy' }],
      } as never,
      context,
    ),
  );
  await visitor.get(`/cases/${reference}/correct?entry=${await seqOf('PointDecided')}`);
  const same = await visitor.send({ how: 'replace', reason: 'x' });
  assert.match(same.html, /Nothing in it is changed yet/);
  assert.match((await visitor.send({ reasons: '' })).html, /id="reasons-error"/);
  await visitor.send({ finding: 'partly-upheld', reasons: 'We missed two visits', reason: 'Two, not three' });
  const decided = (await caseFile(web, reference)).case.points[0]?.decisions.at(-1);
  const file = await caseFile(web, reference);
  assert.equal(decided?.finding, 'partly-upheld');
  assert.equal(decided && file.say(decided.reasons), 'We missed two visits');

  await visitor.get(`/cases/${reference}/correct?entry=${await seqOf('Logged')}`);
  await visitor.send({ how: 'replace', kind: 'service-request', reason: 'They asked for a repair' });
  assert.equal((await caseFile(web, reference)).case.kind, 'service-request');
});

test('two people correct: the second is told; only the desk corrects', async () => {
  const reference = await newCase(web);
  const [one, two] = [await web.visitor('officer'), await web.visitor('manager')];
  await one.get(`/cases/${reference}/correct?entry=1`);
  await two.get(`/cases/${reference}/correct?entry=1`);
  await one.send({ how: 'replace', channel: 'survey', reason: 'Survey' });
  const told = await two.send({ how: 'replace', channel: 'app', reason: 'The second reason' });
  assert.match(told.text, /Somebody else changed this case/);
  assert.match(told.html, /The second reason/);
  for (const role of ['investigator', 'reviewer', 'administrator', 'member-responsible'] as const)
    assert.equal((await (await web.visitor(role)).knock('POST', `/cases/${reference}/correct`)).status, 403, role);
});

test('words are erased with their drafts, sendings and mail rows; the chain still verifies and nothing else is gone', async () => {
  const secret = 'My daughter Saffron has asthma';
  const reference = await newCase(web, { text: secret });
  await did(web, reference, (c, context) =>
    mayNote(c, { on: context.today, text: 'A note that stays', files: [] }, context),
  );
  const { case: c } = await caseFile(web, reference);
  const letter = crypto.randomUUID() as LetterId;
  await store(async (trx) => {
    const by = { by: web.staff.officer, now: new Date() };
    const matter = { kind: 'acknowledgement' } as never;
    await beginDraft(trx, { ...by, letter, caseId: c.id, matter, to: c.person, as: 'resident' });
    await saveDraft(trx, {
      ...by,
      letter,
      expectedVersion: 1,
      edits: { opening: { text: `You wrote:\n“${secret}”`, was: '' } } as never,
    });
  });
  const visitor = await web.visitor('administrator');
  const shown = await visitor.get(`/cases/${reference}/erase-words`);
  assert.match(shown.text, /Saffron/);
  const bare = await visitor.send({});
  assert.match(bare.text, /Choose why it is erased/);
  const none = await visitor.send({ ground: 'request', sure: 'yes' });
  assert.match(none.html, /Choose what is to be erased/);
  const named = (await store((trx) => listStaff(trx)))[0]?.id as StaffId;
  const hold = { caseId: c.id, named, by: named, reason: 'Saffron’s claim', reviewOn: '2027-03-01' as Day };
  await store((trx) => placeHold(trx, { ...hold, now: new Date() }));
  const held = await visitor.send({ words: c.words, ground: 'request', sure: 'yes' });
  assert.match(held.text, /Lawyers advise on this case.*until that hold is ended/);
  await store((trx) => endHold(trx, { caseId: c.id, by: named, now: new Date(), why: 'Settled with Saffron' }));
  const unsure = await visitor.send({ words: c.words, ground: 'request', sure: '' });
  assert.match(unsure.html, /id="sure-error"/);
  const done = await visitor.send({ words: c.words, ground: 'request', sure: 'yes' });
  assert.equal(done.status, 200, done.text);
  assert.doesNotMatch(done.text, /Saffron/);
  const file = await caseFile(web, reference);
  assert.equal(file.say(c.words), null);
  assert.equal(file.entries.at(-1)?.what.type, 'WordsErased');
  assert.equal(
    file.entries.some(({ what }) => what.type === 'NoteMade' && file.say(what.words) !== null),
    true,
  );
  assert.equal(await store((trx) => readDraft(trx, letter)), null);
  const left = await store((trx) =>
    sql<{ n: number }>`
      select (select count(*) from letter_draft_change where landlord_id = ${web.landlordId} and edits::text ilike '%saffron%')
        + (select count(*) from words where landlord_id = ${web.landlordId} and text ilike '%saffron%')
        + (select count(*) from case_hold where landlord_id = ${web.landlordId} and concat(reason, end_reason) ilike '%saffron%') as n`.execute(
      trx,
    ),
  );
  assert.equal(Number(left.rows[0]?.n), 0);
  const verified = await verify(web.db, { files: '/nowhere', landlordId: web.landlordId });
  assert.deepEqual(verified.broken, []);
});

test('words that another case took along are erased there too, and both histories say so', async () => {
  const first = await newCase(web, { text: 'Two matters: the boiler, and Saffron’s asthma' });
  const agreed = 'Ring Saffron’s school first';
  await did(web, first, (c, context) =>
    mayAgreeAdjustment(c, { on: context.today, kind: 'other', reviewOn: '2027-03-01' as Day, text: agreed }, context),
  );
  await did(web, first, (c, context) =>
    mayWithdraw(c, { on: context.today, how: 'phone', text: null, confirmed: true }, context),
  );
  await did(web, first, (c, context) =>
    mayRaiseAgain(
      c,
      { on: context.today, channel: 'phone', firstHeardBy: 'complaints-team', text: 'Again', files: [] },
      context,
    ),
  );
  const { case: c } = await caseFile(web, first);
  const other = c.links.at(-1)?.to ?? '';
  const words = c.adjustments[0]?.words ?? '';
  assert.equal((await caseFile(web, other)).case.adjustments[0]?.words, words, 'the other case names the same words');
  const visitor = await web.visitor('manager');
  await visitor.get(`/cases/${first}/erase-words`);
  const done = await visitor.send({ words, ground: 'request', sure: 'yes' });
  assert.equal(done.status, 200, done.text);
  for (const ref of [first, other])
    assert.equal((await caseFile(web, ref)).entries.at(-1)?.what.type, 'WordsErased', ref);
  const verified = await verify(web.db, { files: '/nowhere', landlordId: web.landlordId });
  assert.deepEqual(verified.broken, []);
});

test('what is not of this case can’t be erased from it, and only managers and administrators erase', async () => {
  const [reference, other] = [await newCase(web), await newCase(web, { text: 'The other one’s words' })];
  const theirs = (await caseFile(web, other)).case.words;
  const visitor = await web.visitor('manager');
  await visitor.get(`/cases/${reference}/erase-words`);
  for (const words of [theirs, 'x', 'none']) {
    const refused = await visitor.send({ words, ground: 'mistake', sure: 'yes' });
    assert.equal(refused.status, 422, words);
  }
  assert.notEqual((await caseFile(web, other)).say(theirs), null);
  for (const role of ['officer', 'investigator', 'reviewer', 'member-responsible'] as const)
    assert.equal((await (await web.visitor(role)).knock('GET', `/cases/${reference}/erase-words`)).status, 403, role);
});

test('a letter that came back is marked, once', async () => {
  const reference = await newCase(web);
  const letter = crypto.randomUUID() as LetterId;
  await did(web, reference, (c, context) =>
    allow([
      { on: context.today, what: { type: 'LetterDrafted', letter, kind: 'update', stage: 1 } },
      {
        on: context.today,
        what: {
          type: 'LetterSent',
          letter,
          kind: 'update',
          stage: 1,
          to: c.person === null ? [] : [c.person],
          how: 'post',
          words: context.keep('Dear Rosa'),
          bytes: null,
        },
      },
    ]),
  );
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/return-letter?letter=${letter}`);
  assert.match((await visitor.send({ text: 'Gone away' })).html, /id="what-error"[\s\S]*Gone away/);
  const done = await visitor.send({ what: 'returned' });
  assert.match(done.text, /send it again/);
  assert.match(done.text, /Not delivered/);
  assert.equal((await visitor.get(`/cases/${reference}/return-letter`)).status, 409);
});
