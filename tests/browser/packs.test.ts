import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { addDays } from '../../src/facts/days.js';
import { financialYear, periodBefore, periodHolding, yearOf } from '../../src/reports/period.js';
import { inLandlord } from '../../src/store/database.js';
import { makePacksDue } from '../../src/store/make-packs.js';
import { listPacks } from '../../src/store/packs.js';
import { giveStock } from '../../src/store/stock.js';
import { londonDay } from '../../src/store/today.js';
import { openBrowser } from '../support/browser.js';
import { answered, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
const today = londonDay(new Date());
const lastYear = financialYear(yearOf(today) - 1);
let ids: { board: string; managers: string };

before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  await newCase(web, { on: periodBefore('month', periodHolding('month', today)).from });
  await answered(web, await newCase(web, { defined: true }));
  ids = await inLandlord(web.db, web.landlordId, async (trx) => {
    await giveStock(trx, { tenure: 'LCRA', yearEnd: lastYear.until, homes: 5035, source: 'Return', by: null });
    await makePacksDue(trx, addDays(today, 0));
    const of = async (audience: 'board' | 'managers') => (await listPacks(trx, [audience]))[0]?.id ?? '';
    return { board: await of('board'), managers: await of('managers') };
  });
});
after(async () => {
  await browser.close();
  await web.close();
});

test('every screen of packs and returns is good, with and without JavaScript', async () => {
  const year = lastYear.name;
  for (const path of [
    '/reports/packs',
    '/reports/packs/calendar',
    `/reports/packs/${ids.managers}`,
    '/reports/returns',
    `/reports/returns/tsm/${year}`,
    `/reports/returns/tsm/${year}/freeze`,
    `/reports/returns/tsm/${year}/enter/LCRA%20BS01`,
    `/reports/returns/ombudsman/${year}`,
    `/reports/returns/ombudsman/${year}/annual-report`,
  ])
    await assertGoodScreen(browser, web, 'manager', path);
  await assertGoodScreen(browser, web, 'member-responsible', `/reports/packs/${ids.board}`);
});

test('a question is put, answered, and the pack as a file says the same; bad input keeps what was typed', async () => {
  const visitor = await web.visitor('member-responsible');
  await visitor.get(`/reports/packs/${ids.board}`);
  const wrong = await visitor.send({ question: 'What of the panel?', by: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /What of the panel\?/);
  const asked = await visitor.send({ question: '<b>Why</b> so many about damp?', by: 'Cllr Hughes' });
  assert.match(asked.text, /The question is on record/);
  assert.match(asked.html, /&lt;b>Why|&lt;b&gt;Why/);
  const manager = await web.visitor('manager');
  const page = await manager.get(`/reports/packs/${ids.board}`);
  const link = foundIn(/\/reports\/packs\/[^"]+\/questions\/[^"]+/, page.html);
  await manager.get(link);
  assert.match((await manager.send({ answer: 'A wet winter.', by: 'Head of housing' })).text, /A wet winter/);
  const pdf = await manager.get(`/reports/packs/${ids.board}/pdf`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  assert.equal((await manager.get(`/reports/packs/${ids.board}/docx`)).status, 200);
});

test('a member responsible reads no pack of the managers, and nobody a pack that is not there', async () => {
  const visitor = await web.visitor('member-responsible');
  assert.equal((await visitor.get(`/reports/packs/${ids.managers}`)).status, 404);
  assert.equal((await visitor.get(`/reports/packs/${ids.managers}/pdf`)).status, 404);
  assert.equal((await visitor.get('/reports/packs/calendar')).status, 403);
  for (const id of ['00000000-0000-0000-0000-000000000000', 'x', "1'or'1"])
    assert.equal((await visitor.get(`/reports/packs/${encodeURIComponent(id)}`)).status, 404);
});

test('the return is counted, a figure entered, frozen, noted as sent, and stays as it is', async () => {
  const manager = await web.visitor('manager');
  const here = `/reports/returns/tsm/${lastYear.name}`;
  await manager.get(`${here}/enter/LCRA%20BS01`);
  assert.match((await manager.send({ numerator: '12', denominator: '10', source: 'Gas' })).text, /More were counted/);
  const entered = await manager.send({ numerator: '4999', denominator: '5000', source: 'Gas register' });
  assert.match(entered.text, /BS01 entered/);
  assert.match(entered.text, /100\.0%/);
  assert.match((await manager.send({ reading: 'base' }, here)).text, /The sheet is counted that way/);
  const csv = await manager.get(`${here}/csv`);
  assert.match(csv.html, /CH02 read,without extensions/);
  await manager.get(`${here}/freeze`);
  const frozen = await manager.send({});
  assert.match(frozen.text, /The return is frozen/);
  assert.match((await manager.get(`${here}/enter/LCRA%20BS01`)).text, /BS01/);
  assert.match(
    (await manager.send({ numerator: '1', denominator: '5000', source: 'x' })).text,
    /frozen: nothing was changed/,
  );
  await manager.get(`${here}/sent`);
  const sent = await manager.send({ 'on-day': '', 'on-month': '', 'on-year': '', note: '' });
  assert.equal(sent.status, 422);
  await manager.get(`${here}/publish`);
  assert.match((await manager.send({})).text, /Published/);
  assert.match((await manager.send({})).text, /Say why it is published again/);
  const link = foundIn(/\/published\/[^"]+\/tsm-return\/[^"]+/, (await manager.get(`${here}/publish`)).html);
  const anybody = await web.visitor(null);
  assert.match((await anybody.get(link)).text, /Low cost rented accommodation/);
  for (const year of ['2019-20', '2023-25', 'x', '2099-00'])
    assert.equal((await manager.get(`/reports/returns/tsm/${year}`)).status, 404);
});

test('a year that has not ended can’t be frozen, and says when it can', async () => {
  const manager = await web.visitor('manager');
  const here = `/reports/returns/tsm/${financialYear(yearOf(today)).name}`;
  assert.match((await manager.get(`${here}/freeze`)).text, /The year ends on/);
});

test('the checklist wants an address of what is published, and keeps every entry', async () => {
  const manager = await web.visitor('manager');
  const item = `/reports/returns/ombudsman/${lastYear.name}/annual-report`;
  await manager.get(item);
  const day = dayBoxes('doneOn', today);
  assert.match((await manager.send({ ...day, address: '' })).text, /Enter the address at which it is published/);
  assert.match((await manager.send({ ...day, address: 'javascript:alert(1)' })).text, /Enter the whole address/);
  const saved = await manager.send({
    ...day,
    address: 'https://www.example.org/complaints',
    note: 'Seen by two of us',
  });
  assert.match(saved.text, /1 of 6 done/);
});
