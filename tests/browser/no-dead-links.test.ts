/** Every link of the demonstration leads somewhere: an officer follows them, breadth first, and nothing answers with trouble. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadDemonstration } from '../../db/demo/load.js';
import { inLandlord } from '../../src/store/database.js';
import { allLandlords } from '../../src/store/landlords.js';
import { openSession } from '../../src/store/sessions.js';
import { listStaff, newSecret } from '../../src/store/staff.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;

before(async () => {
  web = await startWeb();
  await loadDemonstration(web.db, { now: new Date(), files: web.files });
});
after(async () => {
  await web?.close();
});

const most = 700;

test('no page of the demonstration has a dead link, or words that no person wrote', { timeout: 240_000 }, async () => {
  const landlord = (await allLandlords(web.db)).find((one) => one.demonstration);
  assert.ok(landlord);
  const secret = newSecret();
  await inLandlord(web.db, landlord.id, async (trx) => {
    const officer = (await listStaff(trx)).find((one) => one.roles.includes('officer'));
    assert.ok(officer);
    await openSession(trx, officer.id, secret);
  });
  const cookie = `putright-session=${landlord.id}.${secret}`;
  // Cases first, whatever their order on a page: each kind of page is then seen many times over.
  const waiting = [
    '/',
    '/cases?show=all',
    '/cases?show=all&page=2',
    '/cases?show=all&page=3',
    '/cases?show=all&page=4',
  ];
  const seen = new Set(waiting);
  const trouble: string[] = [];
  for (let n = 0; waiting.length > 0 && n < most; n += 1) {
    const path = waiting.shift() ?? '';
    const response = await fetch(web.url + path, { redirect: 'manual', headers: { cookie } });
    const html = await response.text();
    // 409: an act that can't be done now says so; its link is offered where it can.
    if (response.status >= 400) trouble.push(`${response.status} ${path}`);
    if (!(response.headers.get('content-type') ?? '').includes('text/html')) continue;
    if (/undefined|\[object Object\]|\bNaN\b|Invalid Date/.test(html)) trouble.push(`odd words on ${path}`);
    for (const [, found = ''] of html.matchAll(/href="([^"#]+)/g)) {
      const to = found.replaceAll('&amp;', '&');
      if (!/^\/(?!\/|assets|brand)/.test(to) || /[?&](sort|page)=/.test(to) || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  assert.deepEqual(trouble, []);
  assert.ok(seen.size > most, `${seen.size} pages were found`);
});
