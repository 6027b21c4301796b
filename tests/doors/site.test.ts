/** The residents' site in a real browser, and what an administrator sets of it: weight, looks, own name, open or closed. */
import assert from 'node:assert/strict';
import { get as httpGet } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { accessCodeFor } from '../../src/store/access-codes.js';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { mintLink } from '../../src/store/resident-links.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, mainText, openBrowser, phone } from '../support/browser.js';
import { type CaseWithPeople, caseWithPeople, postcode } from '../support/case-with-people.js';
import { assertGoodScreen, openAs } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
let made: CaseWithPeople;
let site: string;
before(async () => {
  web = await startWeb();
  browser = await openBrowser();
  made = await caseWithPeople(web.db, web.landlordId, web.staff.officer);
  site = `/residents/${await inLandlord(web.db, web.landlordId, publicSlug)}`;
});
after(async () => {
  await browser.close();
  await web.close();
});

test('every page at the doors passes for a phone and a keyboard, with JavaScript and without', async () => {
  const secret = await inLandlord(web.db, web.landlordId, (trx) =>
    mintLink(trx, {
      purpose: 'follow',
      caseId: made.caseId,
      person: made.resident,
      about: null,
      until: londonDay(new Date()),
    }),
  );
  for (const path of ['', '/code', `/link/${secret}`]) {
    await assertGoodScreen(browser, web, null, site + path);
  }
  await assertGoodScreen(browser, web, 'officer', `/cases/${made.reference}/links`);
  await assertGoodScreen(browser, web, 'administrator', '/settings/site');
});

test('a first visit fetches less than 150 KB compressed, and nothing from anybody else', async () => {
  const page = await openAs(browser, web, null, phone);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  const response = await page.goto(site, { waitUntil: 'networkidle' });
  let bytes = gzipSync((await response?.body()) ?? Buffer.alloc(0)).length;
  const parts = [...new Set(fetched)].filter((url) => url.startsWith('http') && !url.endsWith(site));
  for (const url of parts) {
    assert.ok(url.startsWith(web.url), `${url} is fetched from elsewhere`);
    bytes += await weight(url);
  }
  assert.ok(
    parts.some((url) => url.endsWith('.woff2')),
    'the typeface comes from here',
  );
  assert.ok(bytes < 150_000, `a first visit is ${bytes} bytes`);
  const html = (await response?.text()) ?? '';
  for (const [, address = ''] of html.matchAll(/(?:src|href)="(https?:[^"]*)"/g)) {
    assert.match(address, /housing-ombudsman/, 'only a link for people leads elsewhere');
  }
  await page.context().close();
});

/** What a browser without Brotli takes in: the greater of what is served. */
function weight(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    httpGet(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

test('by telephone and without JavaScript: the stage with a postcode, everything with a code, and out again', async () => {
  const page = await openAs(browser, web, null, { ...phone, javaScriptEnabled: false });
  await page.goto(site);
  await page.getByRole('link', { name: /only how far we are/ }).click();
  await page.getByLabel('Your reference').fill(made.reference.toLowerCase());
  await page.getByLabel('The postcode of your home').fill(postcode);
  await page.getByRole('button', { name: 'Show the stage' }).click();
  assert.match(await mainText(page), /Stage 1/);
  const code = await inLandlord(web.db, web.landlordId, (trx) => accessCodeFor(trx, made.caseId, made.resident));
  await page.getByRole('link', { name: /See everything/ }).click();
  await page.getByLabel('Your reference').fill(made.reference);
  await page.getByLabel('The code on your letter').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  assert.equal(new URL(page.url()).pathname, `${site}/case`);
  await page.goto(site);
  await page.getByRole('button', { name: 'Sign out' }).click();
  assert.match(await mainText(page), /You have signed out/);
  assert.match(await page.locator('footer').innerText(), /Housing Ombudsman[\s\S]*0300 111 3000/);
  await page.context().close();
});

const settings = {
  open: 'yes',
  name: 'Meadow & Mill',
  colour: '#0b5a3c',
  typeface: 'serif',
  host: 'complaints.meadow.example',
  emergencyPhone: '0800 123 456',
  emergencyHours: 'Day and night',
  address: 'PO Box 1\nAshby',
};

test('an administrator names, colours and places the site; what cannot be read is refused and nothing is changed', async () => {
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/site');
  const light = await administrator.send({ ...settings, colour: '#ffcc00', host: 'https://x.example/' });
  assert.equal(light.status, 422);
  assert.match(light.text, /too light: its contrast with white is 1\.\d to 1/);
  assert.match(light.text, /Enter a name like complaints\.example\.org/);
  assert.match(light.html, /value="Meadow &amp; Mill"/);
  const visitor = await web.visitor(null);
  assert.match((await visitor.get(site)).html, /Meadow Homes/);

  assert.match((await administrator.send(settings)).text, /Residents' site saved/);
  const seen = await visitor.get(site);
  assert.match(seen.text, /Meadow & Mill/);
  assert.match(seen.text, /Is somebody in danger now\? Ring 0800 123 456 : Day and night/);
  assert.match(seen.html, /\/brand\/0b5a3c-serif\.css/);
  const styles = await (await fetch(`${web.url}/brand/0b5a3c-serif.css`)).text();
  assert.match(styles, /--govuk-brand-colour:#0b5a3c;--app-typeface:Georgia/);
  assert.match(
    (await administrator.get('/settings/changes')).text,
    /Residents' site: colour changed from '' to '#0b5a3c' Administrator/,
  );
});

test('where no message leaves, nobody is told to wait for a code', async () => {
  const visitor = await web.visitor(null);
  assert.match((await visitor.get(`${site}/code/ask`)).text, /We can send no codes at the moment/);
});

test('a name of one’s own on the web leads to the site, and any other name to where staff sign in', async () => {
  assert.equal(await leadsTo('complaints.meadow.example'), site);
  assert.equal(await leadsTo('COMPLAINTS.meadow.example:8443'), site);
  assert.equal(await leadsTo('elsewhere.example'), '/sign-in');
});

function leadsTo(host: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    httpGet(`${web.url}/`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.headers.location);
    }).on('error', reject);
  });
}

test('a closed site says on every page how else to reach the landlord', async () => {
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/site');
  await administrator.send({ ...settings, open: 'no' });
  const visitor = await web.visitor(null);
  for (const path of ['', '/code', '/follow']) {
    const seen = await visitor.get(site + path);
    assert.equal(seen.status, 503);
    assert.match(seen.text, /closed at the moment .*Write to us: PO Box 1, Ashby/);
  }
  await administrator.get('/settings/site');
  await administrator.send(settings);
});
