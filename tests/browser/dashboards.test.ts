/** The dashboards: their numbers are those of the measures, they work without script, on paper and in a file. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { generate } from '../../bench/generate.js';
import { day } from '../../src/facts/days.js';
import { asMeasuredMonths } from '../../src/reports/dashboards/counted.js';
import { financialYear } from '../../src/reports/period.js';
import { valueInWords } from '../../src/reports/rounding.js';
import { countForDashboard } from '../../src/store/dashboard-counts.js';
import { inLandlord } from '../../src/store/database.js';
import { measure } from '../../src/store/measures.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, openBrowser, phone } from '../support/browser.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
const today = londonDay(new Date());
const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

before(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
  await generate(web.db, web.landlordId, { cases: 400, today, eventsEach: 12, seed: 7 });
});
after(async () => {
  await browser.close();
  await web.close();
});

const lastYear = financialYear(Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 2 : 1));

test('what is counted by month and area adds up to the measures, for all areas and for one', async () => {
  const areas = await store((trx) =>
    sql<{ area: string }>`select distinct area from complaint where area is not null`.execute(trx),
  );
  for (const area of [null, areas.rows[0]?.area ?? null]) {
    await store(async (trx) => {
      const filter = area === null ? {} : { area };
      const measured = await measure(trx, lastYear, today, filter);
      const what = { period: lastYear, since: lastYear.from, today, area, places: false };
      const { months, lengths } = await countForDashboard(trx, what);
      const mine = area === null ? months : months.filter((one) => one.area === area);
      for (const own of asMeasuredMonths(mine)) {
        const theirs = measured.find((m) => m.id === own.id && m.group === own.group && m.reading === own.reading);
        if (theirs === undefined) assert.fail(`no ${own.id} ${own.group}`);
        assert.equal(own.numerator, theirs.numerator, `${own.id} ${own.group}`);
        if (theirs.denominator !== null) assert.equal(own.denominator, theirs.denominator, own.id);
        assert.equal(own.unknown, theirs.unknown, `${own.id} unknown`);
        assert.equal(own.notYetDue, theirs.notYetDue, `${own.id} not yet due`);
      }
      const median = measured.find((m) => m.id === 'working-days-to-answer' && m.group === 'stage1');
      const answers = lengths.filter(({ stage }) => stage === 1).reduce((sum, { n }) => sum + n, 0);
      assert.equal(answers, median?.numerator);
    });
  }
});

test('a headline says what its own page says, and leads there', async () => {
  const visitor = await web.visitor('manager');
  const seen = await visitor.get(`/figures/manager?period=${lastYear.name}`);
  assert.equal(seen.status, 200);
  const measured = await store((trx) => measure(trx, lastYear, today));
  const links = [...seen.html.matchAll(/app-headline__link" href="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  );
  assert.ok(links.length >= 7, `${links.length} links`);
  for (const href of links) {
    const address = new URL(href, 'http://x');
    const key = { id: address.pathname.split('/').at(-1), group: address.searchParams.get('group') };
    const reading = address.searchParams.get('reading');
    const own = measured.find((m) => m.id === key.id && m.group === key.group && m.reading === reading);
    if (own === undefined) assert.fail(href);
    const page = await visitor.get(href);
    assert.equal(page.status, 200, href);
    assert.ok(page.text.includes(valueInWords(own)), `${href} says ${valueInWords(own)}`);
    assert.ok(seen.text.includes(valueInWords(own)), `the dashboard says ${valueInWords(own)}`);
  }
});

test('a period that runs on says so, and its counts are not held against a whole one', async () => {
  const visitor = await web.visitor('manager');
  const seen = await visitor.get(`/figures/manager?period=${today.slice(0, 7)}`);
  assert.match(seen.text, /It has not ended: these are the figures up to/);
  assert.match(seen.text, /Stage 1 complaints \d+ So far; \d+ in /);
  const ended = await visitor.get(`/figures/manager?period=${lastYear.name}`);
  assert.doesNotMatch(ended.text, /has not ended|So far;/);
});

test('the period and the area are chosen without script, and stand in the address', async () => {
  const page = await openAs(browser, web, 'manager', { javaScriptEnabled: false, ...phone });
  await page.goto('/figures/manager');
  await page.selectOption('#period', lastYear.name);
  const areas = await page.locator('#area option').allTextContents();
  await page.selectOption('#area', { index: 1 });
  await page.getByRole('button', { name: 'Show' }).click();
  assert.match(page.url(), /period=\d{4}-\d{2}&area=.+/);
  const words = await page.locator('main').textContent();
  assert.ok(words?.includes(`${areas[1]}, ${lastYear.name}: `), areas[1]);
  await page.context().close();
});

test('every chart has its table: folded away on screen, open on paper, and as a file', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await openAs(browser, web, 'manager', { javaScriptEnabled });
    await page.goto('/figures/manager');
    const figures = await page.locator('figure').count();
    assert.ok(figures >= 8, `${figures} charts`);
    assert.equal(await page.locator('figure svg[role=img]').count(), figures);
    assert.equal(await page.locator('figure table').count(), figures);
    assert.equal(await page.locator('figure table').first().isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    for (let i = 0; i < figures; i++) assert.ok(await page.locator('figure table').nth(i).isVisible(), `table ${i}`);
    assert.equal(await page.locator('.govuk-service-navigation').isVisible(), false);
    assert.equal(await page.locator('.app-chooser').isVisible(), false);
    await page.context().close();
  }
  const visitor = await web.visitor('manager');
  const seen = await visitor.get('/figures/manager');
  const csv = /href="(\/figures\/tables\/manager\/areas\?[^"]+)"/.exec(seen.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const file = await visitor.get(csv);
  assert.equal(file.status, 200);
  assert.match(file.headers.get('content-type') ?? '', /text\/csv/);
  assert.match(file.html, /^\uFEFF?What,Complaints\r\n/);
  assert.equal((await visitor.get('/figures/tables/manager/none-such')).status, 404);
  assert.equal((await visitor.get('/figures/tables/public/areas')).status, 404);
});

test('ids of drawings are never twice on a page', async () => {
  const visitor = await web.visitor('manager');
  for (const path of ['/figures/manager', '/figures/member', '/figures/board', '/figures/area', '/figures/public']) {
    const { html } = await visitor.get(path);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
      path,
    );
  }
});

test('in forced colours the drawing keeps its own, which stand on white', async () => {
  const page = await openAs(browser, web, 'manager', { forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('/figures/manager');
  const adjusted = await page
    .locator('.app-chart text')
    .first()
    .evaluate((one) => getComputedStyle(one).forcedColorAdjust);
  assert.equal(adjusted, 'none');
  assert.match(
    (await page.locator('.app-chart').first().innerHTML()) ?? '',
    /<rect width="400" height="[\d.]+" fill="#fff"/,
  );
  await page.context().close();
});

test('a manager looks at what everybody will see, publishes it, and anybody reads it', async () => {
  const visitor = await web.visitor('manager');
  const running = await visitor.get(`/figures/public?period=${today.slice(0, 7)}`);
  assert.match(running.text, /This period has not ended/);
  const seen = await visitor.get(`/figures/public?period=${lastYear.name}`);
  assert.match(seen.text, /Our complaints in figures/);
  assert.doesNotMatch(seen.html, /href="\/figures\/measures/, 'no way into the cases');
  const done = await visitor.send({}, '/figures/public');
  assert.match(done.text, /Published for everybody.*Published already/);
  const address = foundIn(/href="(\/published\/[^"]+\/figures\/[^"]+)"/, done.html);
  const anybody = await web.visitor(null);
  const read = await anybody.get(address);
  assert.equal(read.status, 200);
  assert.match(read.text, /Our complaints in figures/);
  assert.match(read.html, /<svg[^>]*role="img"/);
  for (const format of ['pdf', 'docx'])
    assert.equal((await anybody.knock('GET', `${address}/1/${format}`)).status, 200);
  await visitor.get(`/figures/public?period=${lastYear.name}`);
  const again = await visitor.send({}, '/figures/public');
  assert.equal(again.status, 422);
  assert.match(again.text, /Say why it is published again/);
  const officer = await web.visitor('officer');
  assert.equal((await officer.get('/figures/public')).status, 403);
});

test('homes are told where they stand, and complaints are drawn on a map', async () => {
  await store((trx) =>
    sql`update home set ward = case when id::text < '8' then 'Mill Quarter' else 'Northgate' end, block = 'Weir House'
      where landlord_id = ${trx.landlordId}`.execute(trx),
  );
  const visitor = await web.visitor('manager');
  const before = await visitor.get('/figures/manager');
  assert.doesNotMatch(before.text, /by ward or block\. The area of a circle/);
  assert.match(before.html, /href="\/figures\/places"/);
  const form = await visitor.get('/figures/places');
  assert.match(form.text, /0 of \d+ homes have a place\. Wards in which none has: Mill Quarter, Northgate/);
  for (const nothing of ['', 'Mill Quarter', 'Mill Quarter, -74, 40']) {
    const refused = await visitor.send({ places: nothing });
    assert.equal(refused.status, 422, nothing);
    assert.match(refused.html, /id="places-error"/);
  }
  const done = await visitor.send({
    places:
      'Ward\tLongitude\tLatitude\nmill quarter\t-1.97\t52.70\nNorthgate\t52.73\t-2.0\nNowhere\t-2\t52\nRio\t-43\t-22',
  });
  assert.match(
    done.text,
    /homes have their place by what you entered.*No home is known by: Nowhere.*line 5 lies outside/,
  );
  const seen = await visitor.get('/figures/manager');
  assert.match(seen.text, /Stage 1 complaints by ward or block/);
  const file = await visitor.get('/figures/tables/manager/places');
  assert.match(file.html, /Place,Complaints\r\n(Mill Quarter|Northgate),\d+/);
});

test('nothing that everybody sees is smaller than five', async () => {
  const visitor = await web.visitor('manager');
  const { html } = await visitor.get(`/figures/public?period=${today.slice(0, 7)}`);
  const document = html.slice(html.indexOf('app-to-publish'), html.lastIndexOf('</section>'));
  for (const [, cell] of document.matchAll(/<td[^>]*>(?:<[^>]+>)*(\d+)</g))
    assert.ok(Number(cell) === 0 || Number(cell) >= 5, `${cell} is shown`);
});

for (const [who, path] of [
  ['manager', '/figures/public'],
  ['administrator', '/figures/places'],
  ['manager', `/figures/board?period=${lastYear.name}`],
  ['officer', '/figures/officer'],
] as const)
  test(`${path} is good on screen, on a phone, with and without script`, () =>
    assertGoodScreen(browser, web, who, path));

test('very long names of areas and a single case neither break nor hide a chart', async () => {
  const one = await startWeb();
  try {
    await generate(one.db, one.landlordId, { cases: 1, today, eventsEach: 12 });
    await inLandlord(one.db, one.landlordId, (trx) =>
      sql`update complaint set area = ${'Maintenance of '.repeat(20)}, received_on = ${day(today)}`.execute(trx),
    );
    const page = await openAs(browser, one, 'manager', phone);
    const response = await page.goto(`/figures/manager?period=${today.slice(0, 7)}`);
    assert.equal(response?.status(), 200);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} wide`);
    await page.context().close();
  } finally {
    await one.close();
  }
});
