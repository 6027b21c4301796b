/** Remedies and promises in the browser: offered, answered, moved, kept with proof, asked about; refused with nothing lost. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { addDays, type Day } from '../../src/facts/days.js';
import { remedyKinds } from '../../src/facts/happened.js';
import { usualCompensation, writeCompensation } from '../../src/store/compensation-settings.js';
import { inLandlord } from '../../src/store/database.js';
import { londonDay } from '../../src/store/today.js';
import { caseFile, did, last, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());

async function withPromise(): Promise<{ reference: string; promise: string }> {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: 'Replace the extractor fan',
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(context.today, 9),
        agreedWithResident: true,
      },
      context,
    ),
  );
  const promise = (await caseFile(web, reference)).case.promises[0]?.id ?? '';
  return { reference, promise };
}

async function withRemedy(
  kind: 'financial' | 'record-amended' = 'financial',
): Promise<{ reference: string; remedy: string }> {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (c, context) =>
    mayOfferRemedy(
      c,
      {
        on: context.today,
        stage: 1,
        kind,
        points: [],
        text: 'For the delay',
        pence: kind === 'financial' ? 15_000 : null,
        dueOn: addDays(context.today, 20),
      },
      context,
    ),
  );
  const remedy = (await caseFile(web, reference)).case.remedies[0]?.id ?? '';
  return { reference, remedy };
}

test('each of the eight kinds of remedy can be offered, money in pounds', async () => {
  // This landlord lets one person offer as much; the usual one does not.
  await inLandlord(web.db, web.landlordId, (trx) =>
    writeCompensation(trx, { ...usualCompensation, aloneUpTo: 200_000 }),
  );
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('investigator');
  for (const kind of remedyKinds) {
    await visitor.get(`/cases/${reference}/offer-remedy`);
    const money = kind === 'financial' ? { pence: '£1,250.50' } : {};
    const done = await visitor.send({
      kind,
      text: `Words of ${kind}`,
      ...money,
      ...dayBoxes('dueOn', addDays(today, 14)),
    });
    assert.equal(done.path, `/cases/${reference}/promises`, done.text);
  }
  const { remedies } = (await caseFile(web, reference)).case;
  assert.deepEqual(
    remedies.map(({ kind }) => kind),
    [...remedyKinds],
  );
  assert.equal(remedies.find(({ kind }) => kind === 'financial')?.pence, 125_050);
});

test('a remedy in money needs its amount and no other kind takes one; nothing is recorded and nothing typed is lost', async () => {
  const reference = await newCase(web, { defined: true });
  const before = (await caseFile(web, reference)).case.version;
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/offer-remedy`);
  for (const [pence, kind, words] of [
    ['', 'financial', /id="pence-error"[\s\S]*?Enter the amount/],
    ['0', 'financial', /id="pence-error"[\s\S]*?above nothing and up to £100,000/],
    ['100000.01', 'financial', /id="pence-error"[\s\S]*?above nothing and up to £100,000/],
    ['-5', 'financial', /id="pence-error"[\s\S]*?Enter an amount in pounds/],
    ['12.5.0', 'financial', /Enter an amount in pounds/],
    ['99999999999999', 'financial', /Enter an amount in pounds/],
    ['10', 'apology', /Only a financial remedy has an amount/],
  ] as const) {
    const refused = await visitor.send({ kind, pence, text: 'Typed words that stay' });
    assert.equal(refused.status, 422, `${kind} ${pence}`);
    assert.match(refused.html, words);
    assert.match(refused.html, /Typed words that stay/);
  }
  const odd = await visitor.send({ kind: 'bribe', text: '', pence: '' });
  assert.match(odd.html, /Choose what kind of remedy it is/);
  assert.match(odd.html, /Write down what is offered/);
  assert.equal((await caseFile(web, reference)).case.version, before);
});

test('a point of another case, or one made up, is refused', async () => {
  const [reference, other] = [await newCase(web, { defined: true }), await newCase(web, { defined: true })];
  const theirs = (await caseFile(web, other)).case.points[0]?.id ?? '';
  const visitor = await web.visitor('officer');
  for (const points of [theirs, 'not-an-id', "'; drop table case_event; --"]) {
    await visitor.get(`/cases/${reference}/offer-remedy`);
    const refused = await visitor.send({ kind: 'apology', text: 'Sorry', points });
    assert.equal(refused.status, 422);
    assert.match(refused.html, /id="points-error"/);
  }
});

test('the resident accepts or declines a remedy; answering twice is refused only when it is done', async () => {
  const { reference, remedy } = await withRemedy();
  const visitor = await web.visitor('officer');
  const shown = await visitor.get(`/cases/${reference}/answer-remedy?remedy=${remedy}`);
  assert.match(shown.text, /£150(?![\d.,])/);
  const empty = await visitor.send({ note: 'They said no' });
  assert.match(empty.html, /Choose whether they accept it/);
  assert.match(empty.html, /They said no/);
  await visitor.send({ answer: 'declined' });
  assert.equal((await caseFile(web, reference)).case.remedies[0]?.state, 'declined');
  await visitor.get(`/cases/${reference}/answer-remedy?remedy=${remedy}`);
  await visitor.send({ answer: 'accepted' });
  const pay = await visitor.get(`/cases/${reference}/pay-compensation?remedy=${remedy}`);
  assert.match(pay.text, /£150(?![\d.,])/);
  const bare = await visitor.send({ how: 'cheque' });
  assert.match(bare.html, /id="reference-error"[\s\S]*?Enter the reference of the payment/);
  await visitor.send({ how: 'cheque', reference: 'CHQ 4711' });
  const { case: c, what } = await last(web, reference);
  assert.equal(what.type, 'CompensationPaid');
  assert.equal(c.remedies[0]?.state, 'done');
  const paid = await (await web.visitor('manager')).get('/compensation?list=paid');
  assert.match(paid.text, new RegExp(`${reference} £150`));
  const gone = await visitor.get(`/cases/${reference}/pay-compensation`);
  assert.equal(gone.status, 409);
});

test('a remedy is done with a file alone as proof, and the file is on the case', async () => {
  const { reference, remedy } = await withRemedy('record-amended');
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/complete-remedy`);
  const version = String((await caseFile(web, reference)).case.version);
  const sent = await sendWithFiles(
    web,
    visitor,
    `/cases/${reference}/complete-remedy`,
    { remedy, version, proof: '', ...dayBoxes('on', today) },
    [{ field: 'files', name: 'receipt.txt', content: 'paid in full' }],
  );
  assert.equal(sent.status, 303, sent.html.slice(0, 500));
  const file = await caseFile(web, reference);
  assert.equal([...file.documents.values()][0]?.name, 'receipt.txt');
});

test('an action is promised to an owner or a team and by a day to come; it stays open', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/promise-action`);
  const nobody = await visitor.send({ text: 'A visit', ...dayBoxes('dueOn', addDays(today, 5)) });
  assert.match(nobody.html, /id="owner-error"[\s\S]*?Choose the person or the team/);
  const past = await visitor.send({ owner: web.staff.officer, ...dayBoxes('dueOn', addDays(today, -5)) });
  assert.match(past.html, /id="dueOn-error"[\s\S]*?The date has passed/);
  const far = await visitor.send({ owner: web.staff.officer, ...dayBoxes('dueOn', '2999-01-01' as Day) });
  assert.equal(far.status, 422);
  const ok = await visitor.send({
    owner: web.staff.officer,
    ...dayBoxes('dueOn', addDays(today, 5)),
    agreedWithResident: 'yes',
  });
  assert.equal(ok.path, `/cases/${reference}/promises`);
  const [promise] = (await caseFile(web, reference)).case.promises;
  assert.equal(promise?.state, 'open');
  assert.equal(promise?.owner, web.staff.officer);
});

test('an owner who is nobody here is refused', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/promise-action`);
  const refused = await visitor.send({
    text: 'A visit',
    owner: '00000000-0000-4000-8000-00000000dead',
    ...dayBoxes('dueOn', addDays(today, 5)),
  });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /id="owner-error"/);
});

test('a promise is moved with its reason, kept with proof, asked about, and open again when the resident says no', async () => {
  const { reference, promise } = await withPromise();
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/move-promise?promise=${promise}`);
  const bare = await visitor.send({ ...dayBoxes('newDate', addDays(today, 20)) });
  assert.match(bare.html, /id="reason-error"/);
  const moved = await visitor.send({
    residentTold: 'no',
    reason: 'The part is late',
    ...dayBoxes('newDate', addDays(today, 20)),
  });
  assert.match(moved.text, /Tell the resident about the new date/);
  assert.match(moved.text, /The part is late/);

  await visitor.get(`/cases/${reference}/keep-promise?promise=${promise}`);
  const empty = await visitor.send({ proof: ' ' });
  assert.match(empty.html, /id="proof-error"/);
  await visitor.send({ proof: 'Job 4711 closed' });
  assert.equal((await caseFile(web, reference)).case.promises[0]?.state, 'done');
  assert.equal((await visitor.get(`/cases/${reference}/move-promise`)).status, 409);

  await visitor.get(`/cases/${reference}/ask-if-done?promise=${promise}`);
  await visitor.send({ how: 'phone' });
  assert.equal((await caseFile(web, reference)).case.promises[0]?.residentAskedOn, today);
  await visitor.get(`/cases/${reference}/say-if-done?promise=${promise}`);
  const said = await visitor.send({ done: 'no', text: 'It still rattles' });
  assert.match(said.text, /open again/);
  assert.equal((await caseFile(web, reference)).case.promises[0]?.state, 'open');
});

test('a promise is ended with a reason, once a manager agrees, and then nothing is left to do to it', async () => {
  const { reference, promise } = await withPromise();
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/end-promise?promise=${promise}`);
  assert.match((await visitor.send({})).html, /Write down why it will not be done/);
  const asked = await visitor.send({ ground: 'moved', reason: 'They moved out' });
  assert.match(asked.text, /A manager is asked to agree/);
  assert.equal((await visitor.get(`/cases/${reference}/decide-end`)).status, 403);
  const manager = await web.visitor('manager');
  assert.match((await manager.get('/promises?state=end-asked')).html, new RegExp(reference));
  await manager.get(`/cases/${reference}/decide-end`);
  assert.match((await manager.send({ agreed: 'no' })).text, /Write down why it goes on/);
  assert.match((await manager.send({ agreed: 'yes' })).text, /stays open until they know/);
  assert.equal((await caseFile(web, reference)).case.promises[0]?.state, 'ended');
  await visitor.get(`/cases/${reference}/tell-change`);
  await visitor.send({ how: 'phone' });
  assert.equal((await caseFile(web, reference)).case.promises[0]?.endToldOn, today);
  for (const act of ['end-promise', 'keep-promise', 'ask-if-done'])
    assert.equal((await visitor.get(`/cases/${reference}/${act}`)).status, 409, act);

  // Whoever disputes it is heard: nothing opens by it, and a manager looks at it.
  await visitor.get(`/cases/${reference}/say-if-done?promise=${promise}`);
  const disputed = await visitor.send({ done: 'no', text: 'I have not moved' });
  assert.match(disputed.text, /stays ended until a manager has looked at it/);
  assert.match(disputed.text, /The resident says that it should be done/);
  assert.equal((await caseFile(web, reference)).case.promises[0]?.state, 'ended');
  assert.match((await manager.get(`/cases/${reference}`)).text, /They dispute that the promise was ended/);
});

test('two people keep one promise: the second is told and loses nothing', async () => {
  const { reference, promise } = await withPromise();
  const [one, two] = [await web.visitor('officer'), await web.visitor('manager')];
  await one.get(`/cases/${reference}/keep-promise?promise=${promise}`);
  await two.get(`/cases/${reference}/keep-promise?promise=${promise}`);
  await one.send({ proof: 'Done on Monday' });
  const told = await two.send({ proof: 'The second person’s proof' });
  assert.equal(told.status, 422);
  assert.match(told.text, /Somebody else changed this case/);
  assert.match(told.text, /Promised action done/);
  assert.match(told.html, /The second person’s proof/);
  const again = await two.send({});
  assert.equal(again.status, 422);
  assert.equal((await caseFile(web, reference)).entries.filter((e) => e.what.type === 'ActionDone').length, 1);
});

test('a promise of another case can’t be kept from here', async () => {
  const [{ reference }, other] = [await withPromise(), await withPromise()];
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/keep-promise?promise=${other.promise}`);
  const refused = await visitor.send({ promise: other.promise, proof: 'x' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /id="promise-error"[\s\S]*?No such action was promised/);
  assert.equal((await caseFile(web, other.reference)).case.promises[0]?.state, 'open');
});

test('who has declared a conflict of interest neither offers nor promises', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/offer-remedy`);
  const { mayDeclareConflict } = await import('../../src/complaint/may/declare-conflict.js');
  await did(web, reference, (c, context) =>
    mayDeclareConflict(
      c,
      { on: context.today, stage: 1, staff: web.staff.officer, conflict: true, text: 'My neighbour' } as never,
      context,
    ),
  );
  for (const act of ['offer-remedy', 'promise-action']) {
    assert.equal((await visitor.get(`/cases/${reference}/${act}`)).status, 409, act);
  }
});

test('words with markup in them are shown as words', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/promise-action`);
  const done = await visitor.send({
    text: '<script>alert(1)</script> & "quotes" \u202Eevil',
    owner: web.staff.officer,
    ...dayBoxes('dueOn', addDays(today, 5)),
  });
  assert.doesNotMatch(done.html, /<script>alert/);
  assert.match(done.html, /&lt;script>alert|&lt;script&gt;alert/);
});
