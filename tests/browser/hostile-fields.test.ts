/**
 * Whatever anybody types, on whatever screen: it stays text wherever it is shown, it never stops a page, and it stands in
 * no event, no job and no line of the log. And whatever ids somebody writes into a form by hand: they name nothing of
 * another case or another landlord.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { acts } from '../../src/complaint/permitted.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { inLandlord } from '../../src/store/database.js';
import { originalsSetting } from '../../src/store/file-scans.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { makeHome, makePerson } from '../../src/store/people.js';
import { writeSetting } from '../../src/store/rules.js';
import { addStaff, deactivateStaff } from '../../src/store/staff.js';
import { addTeam } from '../../src/store/teams.js';
import { londonDay } from '../../src/store/today.js';
import { answered, caseFile, escalated, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { filledIn, formsOf, linksOf, walk } from '../support/robot.js';
import { type Seen, startWeb, type TestWeb, type Visitor } from '../support/web.js';

const script = '<img src=x onerror=alert(1)>';
const breakout = '" onmouseover="alert(2)';
/** A word that is in nothing else, to be looked for where no words may be. */
const mark = 'Zaphirblume';
/** For fields that hold little. */
const short = '<img src=x>';
const hostile = `${mark} ${script}${breakout}' </textarea></title><script>alert(3)</script> {{7*7}} #panic("x") \u202eabc\u0000 \u{1F600} =cmd|'/c calc'!A1`;

let web: TestWeb;
let all: Visitor;
const lines: string[] = [];
const today = londonDay(new Date());

before(async () => {
  web = await startWeb({
    landlord: { name: `Meadow ${script}` },
    logger: { level: 'debug', stream: { write: (line: string) => lines.push(line) } },
  });
  const everything = ['officer', 'investigator', 'reviewer', 'manager', 'administrator'] as const;
  const id = await inLandlord(web.db, web.landlordId, async (trx) => {
    await addTeam(trx, { name: `Repairs ${hostile}`.replace('\0', ''), contractor: false, email: null });
    return addStaff(trx, { name: `Robot ${script}`, email: 'robot@example.org', roles: everything });
  });
  assert.ok(id !== null);
  all = await web.visitor(id);
});
after(() => web.close());

function staysText(seen: Pick<Seen, 'html' | 'status' | 'path'>, where: string): void {
  assert.ok(seen.status < 500, `${where} answers ${seen.status}`);
  for (const live of [script, short, breakout, '<script>alert', '</textarea></title>', '49 #panic'])
    assert.ok(!seen.html.includes(live), `${where} at ${seen.path} holds ${live}`);
}

/** Cases as far along as they can be, by their references. */
async function cases(): Promise<string[]> {
  const made = [
    await newCase(web, { kind: null, text: hostile.replace('\0', ''), name: `Rosa ${script}` }),
    await newCase(web, { kind: 'service-request' }),
    await newCase(web, { defined: true, points: ['The damp', 'The wait'] }),
    await newCase(web, { defined: true }),
    await newCase(web, { defined: true }),
  ];
  await answered(web, made[3] ?? '');
  await escalated(web, made[4] ?? '');
  return made;
}

test('what is typed into every field of every act and setting stays text, on every page and in every letter', async () => {
  for (const reference of await cases()) {
    for (const act of Object.keys(acts).filter((one) => one !== 'receive')) {
      for (let turn = 0; turn < 3; turn++) {
        const path = `/cases/${reference}/${act}`;
        const seen = await all.get(path);
        const [form] = formsOf(seen);
        staysText(seen, path);
        if (seen.status !== 200 || form === undefined) break;
        const sent = await all.post(form.action, filledIn(form, { text: turn === 2 ? short : hostile, today, turn }));
        staysText(sent, `${path}, turn ${turn}`);
        if (sent.status === 200) break;
      }
    }
  }
  for (const path of ['/log', '/search', ...(await settings())]) {
    for (let turn = 0; turn < 2; turn++) {
      for (const form of formsOf(await all.get(path))) {
        if (/sign-out|deactivate|bring-back|remove$/.test(form.action)) continue;
        const typed = filledIn(form, { text: turn === 2 ? short : hostile, today, turn });
        staysText(await all.post(form.action, typed), `${form.action}, turn ${turn}`);
      }
    }
  }
  const walked = await walk(
    all,
    '/cases?show=all',
    (seen) => {
      if (seen.headers.get('content-type')?.includes('html')) {
        staysText(seen, seen.path);
        asksNoWordsInTheAddress(seen);
      } else assert.ok(seen.status < 500, `${seen.path} answers ${seen.status}`);
    },
    250,
  );
  assert.ok(walked > 100, `${walked} pages`);
});

test('what is typed into a letter is text in its form, on its page, and on its paper', async () => {
  const reference = await newCase(web, { defined: true, text: hostile.replace('\0', ''), name: `Rosa ${script}` });
  for (const act of ['acknowledge', 'ask-clarification', 'give-update', 'draft-letter']) {
    for (let turn = 0; turn < 3; turn++) {
      const [form] = formsOf(await all.get(`/cases/${reference}/${act}`));
      if (form) staysText(await all.post(form.action, filledIn(form, { text: hostile, today, turn })), act);
    }
  }
  const letters = linksOf(await all.get(`/cases/${reference}/letters`)).filter((to) =>
    /\/letters\/[0-9a-f-]{36}$/.test(to),
  );
  assert.ok(letters.length > 0);
  for (const letter of letters) {
    const [form] = formsOf(await all.get(letter));
    if (form) staysText(await all.post(letter, filledIn(form, { text: hostile, today, turn: 0 })), letter);
    staysText(await all.get(letter), letter);
    const paper = await all.get(`${letter}/pdf`);
    assert.equal(paper.status, 200, 'nothing in anybody’s words is a command of the typesetter');
    assert.equal(paper.headers.get('content-type'), 'application/pdf');
    const page = await all.get(`${letter}/html`);
    staysText(page, `${letter}/html`);
    assert.match(page.headers.get('content-disposition') ?? '', /^attachment/);
    assert.match(page.headers.get('content-security-policy') ?? '', /sandbox/);
  }
});

/** An address is kept by browsers, proxies and their logs: what is typed into a form that makes one is no name and no words. */
function asksNoWordsInTheAddress({ html, path }: Seen): void {
  for (const [form] of html.matchAll(/<form\b[^>]*method="get"[\s\S]*?<\/form>/g)) {
    const typed = [...form.matchAll(/<(?:textarea\b|input\b(?![^>]*type="(?:hidden|radio|checkbox)"))[^>]*>/g)];
    for (const [tag] of typed) assert.match(tag, /name="[\w-]+-(day|month|year)"/, path);
  }
}

async function settings(): Promise<string[]> {
  const found = new Set<string>();
  await walk(all, '/settings', (seen) => seen.path.startsWith('/settings') && found.add(seen.path), 40);
  return [...found].filter((path) => !path.includes('?'));
}

test('a file’s name stays text and breaks no header; what it is comes from its bytes, and a page or a drawing never runs', async () => {
  const reference = await newCase(web, { defined: true });
  const officer = await web.visitor('officer');
  const { case: now } = await caseFile(web, reference);
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
  const files = [
    [`${script}.pdf`, '<html><script>alert(1)</script></html>'],
    ['damp"; filename="evil.html\r\nX-Evil: yes.html', '<!doctype html><script>alert(1)</script>'],
    ['../../../etc/passwd', 'root'],
    ['drawing.svg', svg],
    ['drawing.png', `<?xml version="1.0"?>${svg}`],
    ['both.html', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR<script>alert(1)</script>'],
    ['\u202egpj.exe', 'MZ\x90\0'],
    ['\0', 'nothing'],
    ['x'.repeat(3000), 'long'],
    ['con.html%0d%0aX-Evil: yes', 'GIF89a<script>alert(1)</script>'],
  ] as const;
  const sent = await sendWithFiles(
    web,
    officer,
    `/cases/${reference}/add-document`,
    { version: String(now.version), ...dayBoxes('on', today), from: 'staff' },
    files.map(([name, content]) => ({ field: 'files', name, content })),
  );
  assert.equal(sent.status, 303, /govuk-error-summary[\s\S]*?<\/ul>/.exec(sent.html)?.[0]);
  const seen = await officer.get(`/cases/${reference}/evidence`);
  staysText(seen, 'the evidence');
  const documents = [
    ...new Set([...seen.html.matchAll(/href="([^"]*\/documents\/[0-9a-f]{64})"/g)].map(([, to]) => to)),
  ];
  assert.equal(documents.length, files.length);
  // Once they have been looked at, and where an administrator allows originals, each can be had as it came.
  await lookAtFiles({ db: web.db, files: web.files, landlordId: web.landlordId }, waysOf({ scanner: null }));
  await inLandlord(web.db, web.landlordId, (trx) => writeSetting(trx, originalsSetting, true));
  for (const path of documents) {
    const page = await officer.get(path ?? '');
    assert.equal(page.status, 200);
    staysText(page, 'the page of a file');
    await officer.get(`${path}/original`);
    const { headers, status } = await officer.send({ understood: 'yes' });
    assert.equal(status, 200);
    const type = headers.get('content-type') ?? '';
    const disposition = headers.get('content-disposition') ?? '';
    assert.equal(headers.get('x-evil'), null);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.ok(!/html|svg|script/.test(type), type);
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
    assert.match(disposition, /^(inline|attachment); filename\*=UTF-8''[\w.!~*()%-]+$/);
    if (!/^(image\/(png|jpeg|gif|webp)|text\/plain)/.test(type)) assert.match(disposition, /^attachment/);
    // Another case is no way to it, though the person may see both.
    const other = await newCase(web);
    assert.equal((await officer.get((path ?? '').replace(reference, other))).status, 404);
  }
});

test('ids of another landlord, of another case or of somebody who has left are taken by no act', async () => {
  const theirs = await makeLandlord(web.db, { name: 'Brookside Housing' });
  const foreign = await inLandlord(web.db, theirs, async (trx) => [
    (await addStaff(trx, { name: 'Theirs', email: 'theirs@example.org', roles: ['investigator'] })) ?? '',
    await addTeam(trx, { name: 'Their team', contractor: true, email: null }),
    await makePerson(trx, { name: 'Their resident' }),
    await makeHome(trx, { address: '1 Their Street', postcode: 'AB1 2CD', uprn: null, area: null, tenure: 'unknown' }),
  ]);
  const gone = await inLandlord(web.db, web.landlordId, async (trx) => {
    const id = await addStaff(trx, { name: 'Gone', email: 'gone@example.org', roles: ['investigator'] });
    assert.ok(id !== null);
    await deactivateStaff(trx, id);
    return id;
  });
  const other = (await caseFile(web, await newCase(web, { defined: true }))).case;
  const strange = [...foreign, gone, other.points[0]?.id ?? '', other.id, randomUUID()].map(String);
  const standing = [await newCase(web, { kind: null }), await newCase(web, { defined: true, points: ['A', 'B'] })];
  const late = await newCase(web, { defined: true });
  await escalated(web, late);
  let tried = 0;
  for (const reference of [...standing, late]) {
    for (const act of Object.keys(acts).filter((one) => one !== 'receive')) {
      const [form] = formsOf(await all.get(`/cases/${reference}/${act}`));
      const named = form?.fields.filter((field) =>
        [field.value, ...field.choices].some((value) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)),
      );
      for (const field of named ?? []) {
        for (const id of strange) {
          const typed = filledIn(form ?? { action: '', fields: [] }, { text: 'Words', today, turn: 0 });
          await all.post(`/cases/${reference}/${act}`, { ...typed, [field.name]: id, version: '' });
          tried += 1;
        }
      }
    }
  }
  assert.ok(tried > 100, `${tried} tried`);
  const refs = [...standing, late];
  for (const reference of refs) {
    const { entries } = await caseFile(web, reference);
    for (const { what } of entries) {
      const text = JSON.stringify(what);
      for (const id of strange) assert.ok(!text.includes(id), `${what.type} of ${reference} names ${id}`);
    }
  }
});

test('no event, no job and no line of the log holds a word of it, a name, an address or a reference', async () => {
  const admin = new pg.Client({ connectionString: web.database.admin });
  await admin.connect();
  try {
    const events = await admin.query<{ text: string }>(
      'select body::text || recorded_by::text as text from case_event order by landlord_id, case_id, seq',
    );
    const jobs = await admin.query<{ text: string }>(
      'select to_json(j)::text as text from graphile_worker._private_jobs j',
    );
    const words = await admin.query<{ text: string }>('select text from words where length(text) > 12');
    const names = await admin.query<{ text: string }>(
      `select name as text from person where length(name) > 5 union select value from person_way union select address from home`,
    );
    assert.ok(events.rows.length > 100 && words.rows.length > 20, `${events.rows.length} events`);
    const kept = [...words.rows, ...names.rows].map(({ text }) => text).concat(mark, 'onerror');
    const heap = {
      event: events.rows.map((row) => row.text).join('\n'),
      job: jobs.rows.map((row) => row.text).join('\n'),
      log: lines.join(''),
    };
    for (const [where, text] of Object.entries(heap)) {
      for (const one of kept)
        assert.ok(!text.includes(JSON.stringify(one).slice(1, -1)), `a ${where} holds “${one.slice(0, 60)}”`);
    }
    assert.ok(!/[A-Z]{2,}-\d{2,4}-\d{4,}/.test(heap.log), 'a reference is in the log');
    assert.ok(!/example\.org|\/welcome\/[0-9a-f]/.test(heap.log), 'an address is in the log');
    assert.match(heap.log, /"route":"\/cases\/:reference"/);
  } finally {
    await admin.end();
  }
});
