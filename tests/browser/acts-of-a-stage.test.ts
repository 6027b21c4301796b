/** Acts of a stage: who has it, both sides heard, each point decided, what was learnt. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayAssign } from '../../src/complaint/may/assign.js';
import { caseFile, did, escalated, last, newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

test('the staff list shows what each has open; whoever has declared a conflict is named and not offered', async () => {
  const reference = await newCase(web);
  const busy = await newCase(web);
  await did(web, busy, (c, context) =>
    mayAssign(c, { on: context.today, stage: 1, to: web.staff.investigator, team: null }, context),
  );
  const visitor = await web.visitor('manager');
  const page = await visitor.get(`/cases/${reference}/assign`);
  assert.match(page.text, /Manager \(you\) 0 open cases/);
  assert.match(page.text, /Investigator 1 open case;/);
  assert.doesNotMatch(page.text, /Administrator|Member responsible/);
  assert.match((await visitor.send({})).html, /id="to-error"/);
  const done = await visitor.send({ to: web.staff.officer });
  assert.match(done.text, /Assigned/);
  assert.equal((await caseFile(web, reference)).case.handler, web.staff.officer);

  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/declare-conflict`);
  const unsaid = await officer.send({ conflict: 'yes' });
  assert.match(unsaid.html, /id="text-error"[\s\S]*?5\.8/);
  const declared = await officer.send({ text: 'She is my sister' });
  assert.match(declared.text, /Assign it to someone else/);
  const again = await visitor.get(`/cases/${reference}/assign`);
  assert.match(again.text, /Officer has declared a conflict of interest\./);
  assert.doesNotMatch(again.html, new RegExp(`type="radio" value="${web.staff.officer}"`));
  assert.equal((await officer.get(`/cases/${reference}/define-point`)).status, 409);
});

test('two people assign at once: the second is told who has it', async () => {
  const reference = await newCase(web);
  const [one, two] = [await web.visitor('manager'), await web.visitor('reviewer')];
  await one.get(`/cases/${reference}/assign`);
  await two.get(`/cases/${reference}/assign`);
  await one.send({ to: web.staff.investigator });
  const told = await two.send({ to: web.staff.officer });
  assert.equal(told.status, 422);
  assert.match(told.text, /Investigator has it now/);
  assert.match(told.html, new RegExp(`value="${web.staff.officer}" checked`));
});

test('updates are agreed in working days; not agreed, it says how that was tried', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/agree-updates`);
  const wrong = await visitor.send({ everyWorkingDays: 'often', agreed: 'no' });
  assert.match(wrong.html, /id="everyWorkingDays-error"/);
  assert.match(wrong.html, /value="often"/);
  const untold = await visitor.send({ everyWorkingDays: '5' });
  assert.match(untold.html, /id="note-error"[\s\S]*?5\.9/);
  await visitor.send({ note: 'Rang twice, no answer' });
  assert.equal((await caseFile(web, reference)).case.stages[1]?.updateInterval?.everyWorkingDays, 5);
});

test('both sides are heard, findings are shared and commented on', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('investigator');
  await visitor.get(`/cases/${reference}/hear-position`);
  assert.match((await visitor.send({ text: 'I told them' })).html, /id="side-error"/);
  const nobody = await visitor.send({ side: 'staff' });
  assert.match(nobody.html, /id="colleague-error"/);
  assert.match(nobody.html, />I told them</);
  await visitor.send({ colleague: web.staff.officer });
  const heard = await last(web, reference);
  assert.deepEqual(heard.what.type === 'PositionHeard' ? heard.what.from : null, { staff: web.staff.officer });
  await visitor.get(`/cases/${reference}/hear-position`);
  const evidence = await visitor.send({ side: 'resident', text: 'They never came' });
  assert.match(evidence.text, /The resident: their side at stage 1/);

  assert.equal((await visitor.get(`/cases/${reference}/take-comments`)).status, 409);
  await visitor.get(`/cases/${reference}/share-findings`);
  assert.match((await visitor.send({ text: 'The visit was missed' })).html, /id="side-error"/);
  const shared = await visitor.send({ side: 'resident' });
  assert.match(shared.text, /Findings shared with the resident/);
  const page = await visitor.get(`/cases/${reference}/take-comments`);
  assert.match(page.text, /Findings that were shared The visit was missed/);
  await visitor.send({ side: 'resident', text: 'Twice, in fact' });
  assert.equal((await caseFile(web, reference)).case.stages[1]?.comments.length, 1);
});

test('points are decided one after the other, with what each rests on; the others stand beside', async () => {
  const reference = await newCase(web, { points: ['The roof', 'The calls'], defined: true });
  const visitor = await web.visitor('investigator');
  const page = await visitor.get(`/cases/${reference}/decide-point`);
  assert.match(page.text, /The roof .*What we understood We understand point 1/);
  assert.match(page.text, /Point 2 , defined, not decided: We understand point 2/);
  const refused = await visitor.send({ finding: 'upheld', text1: 'Repairs policy 4.2' });
  assert.match(refused.html, /id="reasons-error"/);
  assert.match(refused.html, /value="Repairs policy 4.2"/);
  const second = await visitor.send({
    reasons: 'Four visits were missed',
    kind2: 'law',
    text2: 'Landlord and Tenant Act 1985, section 11',
  });
  assert.match(second.path, /decide-point\?point=/);
  assert.match(second.text, /Point 1: upheld\. Now point 2/);
  assert.match(second.text, /Point 1 , upheld: We understand point 1/);
  const done = await visitor.send({ finding: 'not-upheld', reasons: 'Each call was returned' });
  assert.equal(done.path, `/cases/${reference}/points`);
  assert.match(done.text, /Stage 1: upheld .*Landlord and Tenant Act 1985/);
  const { case: c } = await caseFile(web, reference);
  assert.deepEqual(
    c.points[0]?.decisions[0]?.reliedOn.map(({ kind }) => kind),
    ['policy', 'law'],
  );
});

test('a cause and what was learnt are recorded; nothing to learn needs its reason', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('investigator');
  await visitor.get(`/cases/${reference}/find-cause`);
  assert.match((await visitor.send({ causeText: 'why' })).html, /id="cause-error"/);
  await visitor.send({ otherCause: 'The van had no ladder' });
  const cause = await last(web, reference);
  assert.ok(cause.what.type === 'CauseFound' && cause.what.cause === 'Something else');
  assert.ok(cause.what.words !== null && cause.say(cause.what.words)?.startsWith('The van had no ladder'));
  await visitor.get(`/cases/${reference}/record-learning`);
  const unsaid = await visitor.send({ learnt: 'yes', text: 'Check ladders' });
  assert.match(unsaid.html, /id="theme-error"/);
  assert.match(unsaid.html, />Check ladders</);
  await visitor.send({ theme: 'Contractors' });
  assert.equal((await last(web, reference)).what.type, 'LearningRecorded');
  await visitor.get(`/cases/${reference}/record-learning`);
  assert.match((await visitor.send({ learnt: 'no' })).html, /id="text-error"/);
  await visitor.send({ text: 'The policy was followed' });
  assert.equal((await last(web, reference)).what.type, 'NoLearningFound');
});

test('at stage 2, whoever considered stage 1 is named and not offered, and can decide nothing', async () => {
  const reference = await newCase(web, { defined: true });
  await escalated(web, reference);
  const visitor = await web.visitor('manager');
  const page = await visitor.get(`/cases/${reference}/assign`);
  assert.match(page.text, /Assign stage 2/);
  assert.match(page.text, /6\.13/);
  assert.match(page.text, /Investigator considered stage 1, so stage 2 goes to somebody else\./);
  assert.doesNotMatch(page.html, new RegExp(`type="radio" value="${web.staff.investigator}"`));
  await visitor.send({ to: web.staff.reviewer });
  const reviewer = await web.visitor('reviewer');
  const decide = await reviewer.get(`/cases/${reference}/decide-point`);
  assert.match(decide.text, /Decide a point at stage 2/);
  assert.match(decide.text, /At stage 1: not upheld Nothing was late/);
  await reviewer.send({ finding: 'upheld', reasons: 'It was late after all' });
  assert.equal((await caseFile(web, reference)).case.points[0]?.decisions.length, 2);
  const investigator = await web.visitor('investigator');
  assert.equal((await investigator.get(`/cases/${reference}/decide-point`)).status, 409);
});

test('a refused complaint stays in the queue, and says so, until its letter is sent', async () => {
  const reference = await newCase(web);
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/refuse`);
  await visitor.send({ ground: 'other', circumstances: 'Weighed', reasons: 'Not ours to answer' });
  const waits = /Refused: its letter is not sent yet/;
  assert.match((await visitor.get(`/cases/${reference}`)).text, waits);
  assert.match((await visitor.get(`/cases/${reference}`)).html, /href="[^"]*draft-letter"[^>]*>\s*Write a letter/);
  assert.match((await visitor.get('/cases')).text, waits);
  assert.match((await visitor.get('/')).text, waits);
});
