/** The library of measures: every figure leads to how it was worked out, to its cases, and can be kept. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { day } from '../../src/facts/days.js';
import type { CaseId, PersonId } from '../../src/facts/happened.js';
import { financialYear, yearOf } from '../../src/reports/period.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord } from '../../src/store/database.js';
import { equalityAnswersOf } from '../../src/store/equality-answers.js';
import { measure } from '../../src/store/measures.js';
import { takeReferences } from '../../src/store/references.js';
import { plainRules } from '../../src/store/rules.js';
import { giveStock } from '../../src/store/stock.js';
import { londonDay } from '../../src/store/today.js';
import { type Facts, happenedOf, staff } from '../measures/told.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { caseFile, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
const year = 'from=2025-04-01&until=2026-03-31';

async function tell(cases: readonly Facts[]): Promise<readonly string[]> {
  return inLandlord(web.db, web.landlordId, async (trx) => {
    const references = await takeReferences(trx, day('2025-06-02'), cases.length);
    await append(
      trx,
      web.landlordId,
      cases.map((facts, i) => ({
        caseId: randomUUID() as CaseId,
        expectedVersion: 0,
        reference: references[i] as string,
        happened: happenedOf(facts),
        recordedBy: { staff },
        recordedAt: new Date().toISOString(),
      })),
      { rules: plainRules },
    );
    return references;
  });
}

before(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
  await tell([
    ...Array.from(
      { length: 8 },
      (_, i): Facts => ({
        received: '2025-06-02',
        acknowledged: '2025-06-04',
        responded: i < 6 ? '2025-06-16' : '2025-06-24',
        extensions: i === 6 ? [{ toldOn: '2025-06-16', newDate: '2025-06-25', because: 'complex' }] : [],
        area: i % 2 === 0 ? 'Repairs' : 'Estates',
        category: 'Damp and mould',
        outcome: i < 4 ? 'upheld' : 'not-upheld',
      }),
    ),
    { received: '2025-06-02', unknown: ['acknowledged'], responded: '2025-06-30' },
    { received: '2025-06-02', kind: 'service-request' },
  ]);
  await inLandlord(web.db, web.landlordId, (trx) =>
    giveStock(trx, { tenure: 'LCRA', yearEnd: day('2026-03-31'), homes: 5035, source: 'Stock list', by: null }),
  );
});
after(async () => {
  await browser.close();
  await web.close();
});

test('the library shows every figure of a year with its counts, and each leads to its own page', async () => {
  const visitor = await web.visitor('manager');
  const page = await visitor.get(`/figures/measures?${year}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Stage 1 answered in time \(CH02 part 1\): All; without extensions\s*75% \(6 of 8\)/);
  assert.match(page.text, /1\.79 \(9 for 5,035 homes\)/);
  const other = await visitor.get('/figures/measures?year=2019-20');
  assert.match(other.text, /nothing is known of it/);
});

test('how was this worked out: definition, query, history, cases; without names for the member responsible', async () => {
  const about = `/figures/measures/ch02.1?group=all&reading=base&${year}`;
  const page = await (await web.visitor('manager')).get(about);
  assert.match(page.text, /75% \(6 of 8\)/);
  assert.match(page.text, /count\(\*\) filter/);
  assert.match(page.text, /timescales of the 2024 Code/);
  const manager = await (await web.visitor('manager')).get(
    `/figures/measures/ch02.1/cases?group=all&reading=base&${year}&part=unknown`,
  );
  assert.match(manager.text, /1 case,/);
  assert.match(manager.html, /href="\/cases\/CMP-/);
  const member = await (await web.visitor('member-responsible')).get(
    `/figures/measures/ch02.1/cases?group=all&reading=base&${year}`,
  );
  assert.match(member.text, /6 cases/);
  assert.doesNotMatch(member.html, /href="\/cases\/CMP-/);
  assert.equal((await (await web.visitor('manager')).get(`/figures/measures/no-such?${year}`)).status, 404);
});

test('the CSV says whose figures they are, of when, and from which history', async () => {
  const visitor = await web.visitor('manager');
  const all = await visitor.get(`/figures/measures/csv?${year}`);
  assert.match(all.html, /From the history,\d+ entries of 10 cases,[0-9a-f]{64}/);
  assert.match(all.html, /ch02\.1,all,with-extensions,/);
  const one = await visitor.get(`/figures/measures/stage1.outcome/csv?group=upheld&${year}`);
  assert.match(one.html, /numerator,CMP-/);
});

test('a kept answer gives the same again from the history of then, and says what has changed since', async () => {
  const visitor = await web.visitor('manager');
  await visitor.get(`/figures/measures/ch02.1?group=all&reading=with-extensions&${year}`);
  const kept = await visitor.send({});
  assert.match(kept.path, /^\/figures\/measures\/kept\//);
  assert.match(kept.text, /88% \(7 of 8\)/);
  const [late] = await tell([{ received: '2025-07-01', acknowledged: '2025-07-02', responded: '2025-07-03' }]);
  await visitor.get(kept.path);
  const again = await visitor.send({});
  assert.match(again.text, /its digest is the same/);
  assert.match(again.text, /It gives the same answer: 88% \(7 of 8\)/);
  assert.match(again.text, /89% \(8 of 9\)/);
  assert.match(again.text, new RegExp(`Counted now, and not then: ${late}`));
});

for (const [what, path] of [
  ['the library', `/figures/measures?${year}`],
  ['a figure', `/figures/measures/ch02.1?group=all&reading=base&${year}`],
  ['its cases', `/figures/measures/stage1.outcome/cases?group=upheld&${year}`],
  ['what was kept', '/figures/measures/kept'],
] as const)
  test(`${what} is a good screen`, async () => {
    await assertGoodScreen(browser, web, 'manager', path);
  });

test('what a resident says of themselves is recorded, taken back, and never stands in the trail', async () => {
  const reference = await newCase(web, { name: 'Rosa Whitby' });
  const visitor = await web.visitor('officer');
  await visitor.get(`/cases/${reference}/equality`);
  const saved = await visitor.send({ disability: 'yes', age: '25-44' });
  assert.match(saved.text, /What they say of themselves is recorded/);
  const person = (await caseFile(web, reference)).case.person as PersonId;
  const stands = () => inLandlord(web.db, web.landlordId, (trx) => equalityAnswersOf(trx, person));
  assert.deepEqual(
    (await stands()).map(({ characteristic, answer }) => [characteristic, answer]),
    [
      ['age', '25-44'],
      ['disability', 'yes'],
    ],
  );
  await visitor.get(`/cases/${reference}/equality`);
  await visitor.send({ age: '' });
  assert.equal((await stands()).length, 1);
  const trail = await visitor.get(`/cases/${reference}/person`);
  assert.match(trail.text, /equality monitoring, was changed/);
  assert.doesNotMatch(trail.text, /25 to 44|25-44/);
  assert.equal((await (await web.visitor('investigator')).get(`/cases/${reference}/equality`)).status, 403);
  await assertGoodScreen(browser, web, 'officer', `/cases/${reference}/equality`);
});

test('an extension says as a choice why it takes longer, and is counted by it', async () => {
  const reference = await newCase(web, { defined: true });
  const visitor = await web.visitor('officer');
  const today = londonDay(new Date());
  const due = (await caseFile(web, reference)).case.receivedOn;
  const newDate = plainRules.calendar.addWorkingDays(due, 22);
  const filled = {
    ...dayBoxes('newDate', newDate),
    ...dayBoxes('on', today),
    reason: 'The roofer comes next week',
    way: 'before',
    inWriting: 'yes',
    ombudsmanDetails: 'yes',
  };
  await visitor.get(`/cases/${reference}/extend`);
  assert.match((await visitor.send(filled)).text, /Choose what it is waiting for/);
  await visitor.get(`/cases/${reference}/extend`);
  const done = await visitor.send({ ...filled, because: 'waiting-for-contractor' });
  assert.match(done.path, new RegExp(`^/cases/${reference}`), done.text);
  assert.doesNotMatch(done.text, /Choose what/);
  const figures = await inLandlord(web.db, web.landlordId, (trx) => measure(trx, financialYear(yearOf(today)), today));
  assert.equal(figures.find((m) => m.id === 'extensions.reason' && m.group === 'waiting-for-contractor')?.value, 1);
});
