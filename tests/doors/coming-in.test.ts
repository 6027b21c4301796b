/** Coming in without an account, tried at the doors themselves: links, codes, leaving, and what nobody may learn there. */
import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, LetterId, PersonId } from '../../src/facts/happened.js';
import { codeElsewhere, codePlace } from '../../src/letters/online.js';
import { bodyAsItLeaves } from '../../src/post/as-it-leaves.js';
import { fromPdf } from '../../src/post/read-pdf.js';
import { accessCodeFor } from '../../src/store/access-codes.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { changeWay, readPerson } from '../../src/store/people.js';
import { publicSlug } from '../../src/store/publications.js';
import { type LinkPurpose, mintLink, revokeLinks } from '../../src/store/resident-links.js';
import { plainSite, writeSite } from '../../src/store/site-settings.js';
import { londonDay } from '../../src/store/today.js';
import { sitePage } from '../../src/web/public/site/site-page.js';
import { routes } from '../../src/web/routes.js';
import type { ResidentVisit } from '../../src/web/visit.js';
import { screen } from '../../src/web/visit.js';
import { type CaseWithPeople, caseWithPeople, postcode, wordsOfTheCase } from '../support/case-with-people.js';
import { newCase } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let made: CaseWithPeople;
let site: string;
let logged = '';
const log = new Writable({
  write(chunk, _, done) {
    logged += String(chunk);
    done();
  },
});
const statements: string[] = [];

/** A page like any behind the doors, which says who this browser was let in as. */
const who = screen({
  path: '/residents/:slug/who',
  access: 'resident',
  get: async (visit: ResidentVisit) =>
    sitePage(visit, { title: 'Who' }, `${visit.resident.part} ${visit.resident.authority} ${visit.resident.caseId}`),
});

before(async () => {
  web = await startWeb({ logger: { level: 'info', stream: log }, routes: [...routes, ...who] });
  web.db.pool.on('acquire', (client) => {
    const one = client as unknown as { query: (...args: unknown[]) => unknown; seen?: boolean };
    if (one.seen) return;
    one.seen = true;
    const query = one.query.bind(client);
    one.query = (...args) => {
      const [what] = args;
      statements.push(typeof what === 'string' ? what : ((what as { text?: string }).text ?? ''));
      return query(...args);
    };
  });
  site = `/residents/${await within(publicSlug)}`;
});
after(() => web.close());
beforeEach(async () => {
  made = await caseWithPeople(web.db, web.landlordId, web.staff.officer);
  // Each test guesses from a network that has not guessed before.
  await within((trx) => sql`delete from guess_count where landlord_id = ${trx.landlordId}`.execute(trx));
});

function within<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  return inLandlord(web.db, web.landlordId, work);
}

function link(purpose: LinkPurpose = 'follow', days = 7): Promise<string> {
  const { caseId, resident: person } = made;
  const until = addDays(londonDay(new Date()), days);
  return within((trx) => mintLink(trx, { purpose, caseId, person, about: null, until }));
}

async function nobody(): Promise<Visitor> {
  const visitor = await web.visitor(null);
  await visitor.get(site);
  return visitor;
}

async function withCode(person = made.resident): Promise<Visitor> {
  const visitor = await nobody();
  const code = await within((trx) => accessCodeFor(trx, made.caseId, person));
  await visitor.get(`${site}/code`);
  await visitor.send({ reference: made.reference, code });
  return visitor;
}

async function isIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get(`${site}/who`)).path === `${site}/who`;
}

test('looking at a link changes and spends nothing; its button lets one browser in, once, and leaves its address behind', async () => {
  const secret = await link();
  const row = () =>
    within((trx) =>
      sql`select md5(string_agg(l::text, '' order by l.id)) as all from resident_link l`.execute(trx),
    ).then(({ rows }) => JSON.stringify(rows));
  const untouched = await row();
  const scanner = await web.visitor(null);
  for (let n = 0; n < 3; n++) {
    const seen = await scanner.get(`${site}/link/${secret}`);
    assert.equal(seen.status, 200);
    assert.equal(seen.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(seen.headers.get('cache-control'), 'no-store');
    assert.doesNotMatch(seen.text, /Rosa|Whitby|ceiling/);
    assert.ok(!seen.text.includes(made.reference));
  }
  await fetch(`${web.url}${site}/link/${secret}`, { method: 'HEAD' });
  assert.equal(await row(), untouched);

  const resident = await web.visitor(null);
  await resident.get(`${site}/link/${secret}`);
  const { status, to } = await resident.knock('POST', `${site}/link/${secret}`);
  assert.deepEqual([status, to], [303, `${site}/case`]);

  await scanner.get(`${site}/link/${secret}`);
  const replayed = await scanner.post(`${site}/link/${secret}`, { _csrf: scanner.token() });
  assert.equal(replayed.status, 410);
  assert.ok(!(await isIn(scanner)));
  assert.ok(!logged.includes(secret), 'no token stands in the log');
  assert.match(logged, /residents\/:slug\/link\/:secret/);
});

test('of two browsers that press the button at once, one gets in', async () => {
  const secret = await link();
  const both = await Promise.all([nobody(), nobody()]);
  const answers = await Promise.all(both.map((one) => one.knock('POST', `${site}/link/${secret}`)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410]);
});

test('a link that is over, closed, another landlord’s or never made is told alike, and lets nobody in', async () => {
  const [over, closed] = [await link('follow', -1), await link('promise')];
  await within((trx) => revokeLinks(trx, { caseId: made.caseId, why: 'answered' }));
  const visitor = await nobody();
  const answers = await Promise.all(
    [over, closed, 'A'.repeat(22), 'x', `${over}x`].map(async (secret) => {
      const { text } = await visitor.get(`${site}/link/${encodeURIComponent(secret)}`);
      const { status } = await visitor.knock('POST', `${site}/link/${encodeURIComponent(secret)}`);
      return `${status} ${text}`;
    }),
  );
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0] ?? '', /^410/);
});

test('a link opens what it is for and nothing else', async () => {
  const secret = await link('survey');
  const visitor = await nobody();
  await visitor.get(`${site}/link/${secret}`);
  const { to } = await visitor.knock('POST', `${site}/link/${secret}`);
  assert.equal(to, `${site}/survey`);
  assert.ok(!(await isIn(visitor)), 'a survey’s link does not show the case');
});

test('a right code lets in, however it is typed; what the cookie holds is in no address and out of reach of scripts', async () => {
  const code = await within((trx) => accessCodeFor(trx, made.caseId, made.resident));
  assert.match(code, /^[2-9CDFHJKMNPRTVWXY]{5}-[2-9CDFHJKMNPRTVWXY]{5}$/);
  const misread = code.replaceAll('8', 'B').replaceAll('5', 'S').replaceAll('2', 'Z').replace('-', ' ').toLowerCase();
  for (const typed of [code, misread, ` ${code.replace('-', '')} `]) {
    const visitor = await nobody();
    await visitor.get(`${site}/code`);
    const { headers } = await fetch(`${web.url}${site}/code`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: `putright-visitor=${visitor.cookies.get('putright-visitor')}` },
      body: new URLSearchParams({ _csrf: visitor.token(), reference: made.reference.toLowerCase(), code: typed }),
    });
    assert.equal(headers.get('location'), `${site}/case`);
    assert.match(headers.getSetCookie().join(), /putright-resident-follow=[^;]+;.*HttpOnly; SameSite=Lax/);
  }
  const visitor = await withCode();
  assert.match((await visitor.get(`${site}/who`)).text, /resident null/);
  const copied = visitor.cookies.get('putright-resident-follow') ?? '';
  await visitor.post(`${site}/leave`, { _csrf: visitor.token() });
  assert.equal(visitor.cookies.get('putright-resident-follow'), undefined);
  visitor.cookies.set('putright-resident-follow', copied);
  assert.ok(!(await isIn(visitor)), 'a copy of the cookie opens nothing');
});

test('wrong, unknown and one too many get the same words after the same statements; a right code is never refused', async () => {
  const code = await within((trx) => accessCodeFor(trx, made.caseId, made.resident));
  const visitor = await nobody();
  const ask = async (path: string, fields: Record<string, string>) => {
    statements.length = 0;
    const { status, html } = await visitor.post(`${site}/${path}`, { _csrf: visitor.token(), ...fields });
    const said = html.replace(/value="[^"]*"/g, '');
    return { said: `${status} ${said}`, did: statements.map((one) => one.replace(/\s+/g, ' ')).join('\n') };
  };
  const unknown = 'CMP-26-99999';
  const byCode = [
    await ask('code', { reference: made.reference, code: 'CDFHJ-KMNPR' }),
    await ask('code', { reference: unknown, code: 'CDFHJ-KMNPR' }),
  ];
  const byPostcode = [
    await ask('follow', { reference: made.reference, postcode: 'LE6 7QZ' }),
    await ask('follow', { reference: unknown, postcode }),
  ];
  const byMessage = [
    await ask('code/ask', { reference: made.reference, way: 'rosa@example.org' }),
    await ask('code/ask', { reference: made.reference, way: 'stranger@example.net' }),
    await ask('code/ask', { reference: unknown, way: 'rosa@example.org' }),
    await ask('code/enter', { digits: '123456' }),
  ];
  const [own, ...others] = byMessage.slice(0, 3).map(({ did }) => did);
  assert.ok(own?.includes('one_time_code') && others.every((one) => one === own), 'asking does the same for anybody');
  assert.match(byMessage[3]?.said ?? '', /^422/);
  const right = await ask('follow', { reference: made.reference, postcode });
  assert.match(right.said, /How far we are/);
  for (let n = 0; n < 32; n++) {
    byCode.push(await ask('code', { reference: made.reference, code: `CDFHJ-KMN${n}` }));
    byPostcode.push(await ask('follow', { reference: made.reference, postcode: `LE${n} 1AA` }));
  }
  // By now there were more than one network, or one case, may have: the right postcode is answered like a wrong one.
  byPostcode.push(await ask('follow', { reference: made.reference, postcode }));
  for (const answers of [byCode, byPostcode]) {
    assert.equal(new Set(answers.map(({ said }) => said)).size, 1);
    assert.equal(new Set(answers.map(({ did }) => did)).size, 1);
    assert.match(answers[0]?.said ?? '', /^422/);
    assert.doesNotMatch(answers[0]?.said ?? '', /Rosa|ceiling/);
  }
  await visitor.post(`${site}/code`, { _csrf: visitor.token(), reference: made.reference, code });
  assert.ok(await isIn(visitor), 'the right code still lets in');
  assert.ok(!logged.includes(code) && !logged.includes(postcode) && !logged.includes(made.reference));
});

test('a reference and a postcode show the stage and the next date, and nothing that anybody said or did', async () => {
  const visitor = await nobody();
  await visitor.get(`${site}/follow`);
  const seen = await visitor.send({ reference: made.reference.replaceAll('-', ' '), postcode: 'le67qp' });
  assert.equal(seen.status, 200);
  assert.match(seen.text, /Stage Stage 1 Next date \w+day \d+ \w+ 20\d\d/);
  for (const hidden of [wordsOfTheCase, 'Rosa', 'Whitby', 'Orchard', 'phone,', 'acknowledg']) {
    assert.ok(!seen.text.includes(hidden), hidden);
  }
  assert.ok(!(await isIn(visitor)), 'it lets nobody in');
});

test('authority opens the case while it lasts, asked for is not given, and its end ends access at once', async () => {
  await made.authorise('asked');
  assert.ok(!(await isIn(await withCode(made.daughter))), 'asked for');
  await made.authorise('elected-member');
  assert.ok(!(await isIn(await withCode(made.daughter))), 'an elected member is answered by letter');
  await made.authorise('signed-form');
  const daughter = await withCode(made.daughter);
  assert.match((await daughter.get(`${site}/who`)).text, /representative signed-form/);
  await made.endAuthority();
  assert.ok(!(await isIn(daughter)), 'the browser that was in is out');
  assert.ok(!(await isIn(await withCode(made.daughter))), 'and the code opens nothing');
  await made.authorise('signed-form', londonDay(new Date()));
  assert.ok(await isIn(await withCode(made.daughter)), 'on its last day');
  await made.authorise('signed-form', addDays(londonDay(new Date()), -1));
  assert.ok(!(await isIn(daughter)), 'after its last day');
});

test('each of a group has a code of their own, and whoever leaves is out', async () => {
  const neighbour = await withCode(made.neighbour);
  const resident = await withCode();
  assert.match((await neighbour.get(`${site}/who`)).text, /group null/);
  await made.happened({ type: 'GroupMemberLeft', person: made.neighbour, words: null });
  assert.ok(!(await isIn(neighbour)));
  assert.ok(await isIn(resident));
});

test('closing all links ends every link, code and browser of that person, and of nobody else', async () => {
  const [one, another, neighbour] = [await withCode(), await withCode(), await withCode(made.neighbour)];
  const [sent, before] = [await link('promise'), await within((trx) => accessCodeFor(trx, made.caseId, made.resident))];
  await one.get(`${site}/close-links`);
  const closed = await one.send({});
  assert.match(closed.text, /closed, and you are signed out everywhere/);
  assert.ok(!(await isIn(one)) && !(await isIn(another)));
  assert.ok(await isIn(neighbour));
  assert.equal((await (await nobody()).knock('POST', `${site}/link/${sent}`)).status, 410);
  const late = await nobody();
  await late.post(`${site}/code`, { _csrf: late.token(), reference: made.reference, code: before });
  assert.ok(!(await isIn(late)));
  assert.notEqual(await within((trx) => accessCodeFor(trx, made.caseId, made.resident)), before);
});

test('staff see who can come in and when they last did, give a new code and close; that they looked is recorded', async () => {
  const resident = await withCode();
  const officer = await web.visitor('officer');
  const seen = await officer.get(`/cases/${made.reference}/links`);
  assert.match(seen.text, /Rosa Whitby Code Made .* last used .* Signed in Now, in one browser/);
  const code = await within((trx) => accessCodeFor(trx, made.caseId, made.resident));
  assert.ok(!seen.html.includes(code), 'a code is shown when asked for');
  const shown = await officer.post(`/cases/${made.reference}/links`, {
    _csrf: officer.token(),
    person: made.resident,
    what: 'show',
  });
  assert.ok(shown.text.includes(code));
  const reads = await within((trx) =>
    sql<{ about: string }>`select about from reading where case_id = ${made.caseId} and about is not null`.execute(trx),
  );
  assert.ok(reads.rows.some(({ about }) => about === 'access-code'));
  assert.ok(reads.rows.some(({ about }) => about === 'links-and-codes'));
  await officer.get(`/cases/${made.reference}/links`);
  await officer.post(`/cases/${made.reference}/links`, {
    _csrf: officer.token(),
    person: made.resident,
    what: 'renew',
  });
  assert.ok(!(await isIn(resident)), 'whoever came in by the old code is out');
  assert.notEqual(await within((trx) => accessCodeFor(trx, made.caseId, made.resident)), code);
});

test('a letter brings its reader’s own code, which neither its draft nor its text among the words holds', async () => {
  await within((trx) => writeSite(trx, plainSite));
  const reference = await newCase(web, { defined: true, points: ['The lift stands still'] });
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${reference}/acknowledge`);
  const draft = await officer.send({ way: 'write' });
  const letter = foundIn(/letters\/[0-9a-f-]{36}/, draft.path);
  const asText = () => officer.get(`/cases/${reference}/${letter}/text`);
  const body = (await asText()).html;
  assert.match(body, /Website: 127\.0\.0\.1\/residents\/meadow-homes\n.*\nYour code: \(put in as/);
  const drafted = await within((trx) =>
    sql`select 1 from access_code where made_by is null and ended_at is null
    and case_id = (select case_id from complaint where reference = ${reference})`.execute(trx),
  );
  assert.equal(drafted.rows.length, 0, 'looking at a draft makes no code');
  await officer.get(`/cases/${reference}/${letter}/send`);
  const sent = await officer.send({ how: 'post' });
  assert.equal(sent.status, 200, sent.text);
  const code = await within(async (trx) => {
    const { rows } = await sql<{ id: CaseId; person: PersonId }>`
      select case_id as id, person_id as person from complaint where reference = ${reference}`.execute(trx);
    return rows[0] === undefined ? '' : accessCodeFor(trx, rows[0].id, rows[0].person);
  });
  const kept = (await asText()).html;
  assert.ok(!kept.includes(code) && kept.includes(codeElsewhere) && !kept.includes(codePlace));
  const email = await within(async (trx) => {
    const { rows } = await sql<{
      id: CaseId;
    }>`select case_id as id from complaint where reference = ${reference}`.execute(trx);
    const sending = { caseId: rows[0]?.id ?? ('' as CaseId), letter: letter.slice(8) as LetterId, body };
    return bodyAsItLeaves(trx, sending);
  });
  assert.ok(email.includes(`\nYour code: ${code}\n`), 'an e-mail gets it as it is handed over');
  const document = await fetch(`${web.url}${(await officer.knock('GET', `/cases/${reference}/${letter}/pdf`)).to}`, {
    headers: { cookie: `putright-session=${officer.cookies.get('putright-session')}` },
  });
  const read = await fromPdf(new Uint8Array(await document.arrayBuffer()));
  assert.ok(JSON.stringify(read).includes(code), 'the letter that left has it');
});

test('once a way is not safe, or is another, what was sent there opens nothing', async () => {
  const rosa = async () => {
    const found = await within((trx) => readPerson(trx, made.resident));
    assert.ok(found?.ways[0]);
    return found.ways[0];
  };
  const [sent, resident, neighbour] = [await link('promise'), await withCode(), await withCode(made.neighbour)];
  await within(async (trx) => changeWay(trx, made.resident, { ...(await rosa()), value: 'rosa@example.net' }));
  assert.equal((await (await nobody()).knock('POST', `${site}/link/${sent}`)).status, 410);
  assert.ok(!(await isIn(resident)));
  assert.ok(await isIn(await withCode()), 'the code on the letters holds');
  const code = await within((trx) => accessCodeFor(trx, made.caseId, made.resident));
  await within(async (trx) => changeWay(trx, made.resident, { ...(await rosa()), standing: 'unsafe' }));
  assert.notEqual(await within((trx) => accessCodeFor(trx, made.caseId, made.resident)), code);
  assert.ok(await isIn(neighbour), 'nobody else is let out');
});

test('nothing is written by looking, at any of the doors', async () => {
  const [secret, visitor] = [await link(), await withCode()];
  for (const path of ['', '/follow', '/code', '/code/ask', '/code/enter', `/link/${secret}`, '/close-links']) {
    statements.length = 0;
    const seen = await visitor.get(site + path);
    assert.ok(seen.status === 200, path);
    const writes = statements.filter((one) =>
      /^\s*(insert|update|delete|with [\s\S]*(insert|update|delete))/i.test(one),
    );
    assert.deepEqual(writes, [], path);
  }
});

test('what lets in at one landlord’s site lets nobody in at another’s', async () => {
  const theirs = await makeLandlord(web.db, { name: `Brook ${made.reference}` });
  const there = `/residents/${await inLandlord(web.db, theirs, publicSlug)}`;
  const [secret, visitor] = [await link(), await withCode()];
  assert.ok(await isIn(visitor));
  const seen = await visitor.get(`${there}/who`);
  assert.ok(seen.path !== `${there}/who` && !seen.text.includes(made.caseId));
  assert.equal((await visitor.knock('POST', `${there}/link/${secret}`)).status, 410);
  const code = await within((trx) => accessCodeFor(trx, made.caseId, made.resident));
  const stranger = await nobody();
  const asked = { _csrf: stranger.token(), reference: made.reference };
  assert.equal((await stranger.post(`${there}/code`, { ...asked, code })).status, 422);
  assert.equal((await stranger.post(`${there}/follow`, { ...asked, postcode })).status, 422);
});
