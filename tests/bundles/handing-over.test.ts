/** Handed over: only once checked, to a named recipient by a link with a code, or closed; and what one person asks for. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { type RawBuilder, sql } from 'kysely';
import { extractText } from 'unpdf';
import { hasJustBegun } from '../../src/complaint/bundle/just-begun.js';
import type { PieceStanding } from '../../src/complaint/bundle/kinds.js';
import { monthsAfter } from '../../src/complaint/bundle/one-month.js';
import { saidAgain } from '../../src/complaint/bundle/said-again.js';
import { mayTakeEvidenceRequest } from '../../src/complaint/may/take-evidence-request.js';
import type { Role } from '../../src/complaint/refusals.js';
import { addDays, day, inWords } from '../../src/facts/days.js';
import { makeBundle } from '../../src/post/bundle/make-bundle.js';
import { fillMessage } from '../../src/post/fill-message.js';
import { act } from '../../src/store/act.js';
import { beginAndMake } from '../../src/store/bundle-begin.js';
import { addBox } from '../../src/store/bundle-boxes.js';
import { checkBundle, lookedThrough, markPiece } from '../../src/store/bundle-choices.js';
import { forgetInBundles } from '../../src/store/bundle-erase.js';
import { askToMake, beginMaking, madeOf } from '../../src/store/bundle-making.js';
import { askKinds, listBundles, piecesOf, readBundle } from '../../src/store/bundles.js';
import { inLandlord } from '../../src/store/database.js';
import { pathOf } from '../../src/store/documents.js';
import { giveEqualityAnswers } from '../../src/store/equality-answers.js';
import { handOver } from '../../src/store/hand-over.js';
import { handoversOf } from '../../src/store/handovers.js';
import { readMessage } from '../../src/store/outbox.js';
import { addWay } from '../../src/store/people.js';
import { noteRequest } from '../../src/store/subject-requests.js';
import { londonDay } from '../../src/store/today.js';
import { againWords } from '../../src/web/bundles/bundle-words.js';
import { assertAccessible, assertFits, mainText, openBrowser, openPage, phone } from '../support/browser.js';
import { type CaseWithPeople, caseWithPeople } from '../support/case-with-people.js';
import { caseFile } from '../support/cases-for-screens.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let officer: Visitor;
let one: CaseWithPeople;
let id: string;

const place = () => ({ db: web.db, files: web.files, landlordId: web.landlordId });
const bundle = () => inLandlord(web.db, web.landlordId, (trx) => readBundle(trx, id));
const made = async () => {
  const { version = 0 } = (await bundle()) ?? {};
  return inLandlord(web.db, web.landlordId, (trx) => madeOf(trx, id, version));
};

/** The message of a purpose that was queued last, as it leaves. */
async function leaves(purpose: string): Promise<string> {
  return inLandlord(web.db, web.landlordId, async (trx) => {
    const { rows } = await sql<{ id: string }>`
      select id from outgoing_message where purpose = ${purpose} order by queued_at desc, id limit 1`.execute(trx);
    const message = await readMessage(trx, rows[0]?.id ?? '');
    assert.ok(message !== null);
    assert.equal(message.address, 'casework@example.org');
    assert.doesNotMatch(message.body, /\d{6}|papers\//, 'no secret stands in the row');
    return fillMessage(trx, message, web.url, new Date());
  });
}

async function fetched(visitor: Visitor, path: string, fields: Record<string, string>): Promise<Buffer> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = foundIn(/name="_csrf" value="([^"]+)"/, (await visitor.get(path)).html);
  const body = new URLSearchParams({ _csrf: csrf, ...fields });
  const answer = await fetch(web.url + path, { method: 'POST', body, headers: { cookie } });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment/);
  return Buffer.from(await answer.arrayBuffer());
}

before(async () => {
  web = await startWeb();
  officer = await web.visitor('officer');
  one = await caseWithPeople(web.db, web.landlordId, web.staff.officer);
  await officer.get(`/cases/${one.reference}/bundle`);
  id = (await officer.send({})).path.split('/').at(-1) ?? '';
});
after(() => web.close());

test('a process that is killed or too slow says nothing about a paper: the bundle stops, names it, and is made later', async () => {
  const ask = () => inLandlord(web.db, web.landlordId, (trx) => askToMake(trx, id, new Date()));
  const papers = () => inLandlord(web.db, web.landlordId, (trx) => piecesOf(trx, id));
  await makeBundle({ ...place(), milliseconds: 1 }, id);
  assert.deepEqual([(await bundle())?.state, (await bundle())?.trouble], ['stopped', 'paper-failed']);
  assert.match((await officer.get(`/bundles/${id}`)).text, /Paper 1 in the list could not be made into pages/);
  assert.ok((await papers()).every(({ trouble, madeFrom }) => trouble !== 'damaged' && madeFrom === null));
  await ask();
  await makeBundle(place(), id);
  assert.equal((await bundle())?.state, 'made');
  assert.ok((await papers()).every(({ trouble }) => trouble === null));
});

test('a draft goes nowhere before somebody has answered for it, nor while no Ombudsman asks', async () => {
  const fields = { name: 'Ines Caseworker', how: 'link', email: 'casework@example.org', days: '14' };
  await officer.get(`/bundles/${id}/hand-over`);
  assert.match((await officer.send(fields)).text, /Nobody has checked this version/);
  await officer.get(`/bundles/${id}/check`);
  assert.match((await officer.send({ others: 'yes' })).text, /Tick this once you have looked for legal advice/);
  const checked = await officer.send({ others: 'yes', privilege: 'yes' });
  assert.match(checked.text, /Officer checked this version/);
  await officer.get(`/bundles/${id}/hand-over`);
  assert.match((await officer.send({ ...fields, email: '' })).text, /Enter the recipient’s email address/);
  assert.match((await officer.send(fields)).text, /No Ombudsman waits for evidence on this case/);
  assert.deepEqual(await inLandlord(web.db, web.landlordId, (trx) => handoversOf(trx, id)), []);
});

test('the store hands over, checks and marks nothing that the rules forbid, whatever a screen asks for', async () => {
  const inTrx = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
  const { version = 0 } = (await bundle()) ?? {};
  const today = londonDay(new Date());
  const asked = {
    bundle: id,
    answers: [],
    seen: version,
    to: { name: 'Ines Caseworker', email: 'casework@example.org' },
    until: addDays(today, 14),
    now: new Date(),
    landlord: 'Meadow Homes',
  };
  const hand = async (change: Partial<typeof asked>, roles: readonly Role[] = ['officer']) => {
    const who = { landlordId: web.landlordId, staff: web.staff.officer, roles };
    const outcome = await inTrx((trx) => handOver(trx, who, { ...asked, ...change }));
    return outcome.is === 'refused' ? outcome.refusals.map(({ code }) => code) : [];
  };
  assert.deepEqual(await hand({}, ['investigator']), ['not-their-part']);
  assert.deepEqual(await hand({ seen: version - 1 }), ['seen-otherwise']);
  assert.deepEqual(await hand({ to: { name: ' ', email: 'nobody' } }), ['recipient-missing', 'email-missing']);
  assert.deepEqual(await hand({ until: today }), ['days-out-of-reach']);
  assert.deepEqual(await hand({ until: addDays(today, 61) }), ['days-out-of-reach']);
  const checked = async (seen: number) =>
    (
      await inTrx((trx) =>
        checkBundle(trx, id, { seen, files: false, again: false, by: web.staff.officer, now: new Date() }),
      )
    ).map(({ code }) => code);
  assert.deepEqual(await checked(version - 1), ['seen-otherwise']);
  const [piece] = await inTrx((trx) => piecesOf(trx, id));
  const mark = async (standing: PieceStanding, reason: string | null) => {
    const to = { standing, reason, kind: 'other', by: web.staff.officer, now: new Date() } as const;
    return (await inTrx((trx) => markPiece(trx, id, piece?.id ?? '', to))).map(({ code }) => code);
  };
  assert.deepEqual(await mark('privileged', null), ['reason-missing']);
  const standsAt = (set: RawBuilder<unknown>) =>
    inTrx((trx) => sql`update bundle set ${set} where id = ${id}`.execute(trx));
  await standsAt(sql`state = 'making'`);
  assert.deepEqual(await mark('in', null), ['not-choosing']);
  assert.deepEqual(
    (await inTrx((trx) => askKinds(trx, id, []))).map(({ code }) => code),
    ['not-choosing'],
  );
  assert.deepEqual(await hand({}), ['being-made']);
  assert.deepEqual(await checked(version), ['being-made']);
  for (const step of ['check', 'hand-over']) {
    const page = await officer.shown(`/bundles/${id}/${step}`);
    assert.match(page.text, /The bundle is still being made: wait until that is done/);
    assert.doesNotMatch(page.html, /name="(others|how)"/, 'nothing can be answered for yet');
  }
  await standsAt(sql`state = 'made', version = version + 1`);
  assert.deepEqual(await hand({ seen: version + 1 }), ['not-made']);
  await standsAt(sql`version = version - 1`);
  assert.deepEqual(await inTrx((trx) => handoversOf(trx, id)), []);
});

test('the named recipient gets a link, a code each time, and every file that they fetch is noted', async () => {
  const asked = await act(
    web.db,
    { landlordId: web.landlordId, staff: web.staff.officer, roles: ['officer'] },
    { ref: one.reference, expectedVersion: null, now: new Date() },
    (file, context) =>
      mayTakeEvidenceRequest(
        file.case,
        {
          on: context.today,
          ombudsman: 'HOS',
          caseNumber: null,
          dueOn: monthsAfter(context.today, 1),
          text: 'All that you hold',
          files: [],
        },
        context,
      ),
  );
  assert.equal(asked.is, 'done');
  await officer.get(`/bundles/${id}/hand-over`);
  const sent = await officer.send({
    name: 'Ines Caseworker',
    how: 'link',
    email: 'casework@example.org',
    days: '14',
  });
  assert.match(sent.text, /The link leaves for Ines Caseworker/, sent.text);
  const { case: c } = await caseFile(web, one.reference);
  const told = c.history.at(-1)?.what;
  assert.ok(told?.type === 'BundleSent');
  const all = await made();
  assert.deepEqual(told.files, [all.find(({ what }) => what === 'manifest')?.file]);
  assert.equal(told.pages, (await bundle())?.pages);

  const path = foundIn(/\/papers\/\S+/, await leaves('papers'));
  const recipient = await web.visitor(null);
  const door = await recipient.get(path);
  assert.match(door.text, /Meadow Homes has put papers together for a named person/);
  assert.doesNotMatch(door.text, new RegExp(`volume|Ines|Rosa|${one.reference}`));
  const browser = await openBrowser();
  try {
    const phoned = await openPage(browser, { baseURL: web.url, javaScriptEnabled: false, ...phone });
    await phoned.goto(path);
    await assertAccessible(phoned);
    await assertFits(phoned);
    await phoned.locator('main button[name=do][value=send], main form button').first().click();
    await assertAccessible(phoned);
    await phoned.fill('[name=code]', foundIn(/\d{6}/, await leaves('one-time-code')));
    await phoned.locator('main form:has([name=code]) button').first().click();
    assert.match(await mainText(phoned), /volume-01\.pdf/);
    await assertAccessible(phoned);
    await assertFits(phoned);
  } finally {
    await browser.close();
  }
  await recipient.get(path);
  await recipient.send({ do: 'send' }, path);
  const digits = foundIn(/\d{6}/, await leaves('one-time-code'));
  const wrong = digits === '000000' ? '000001' : '000000';
  await recipient.get(path);
  await recipient.send({ do: 'send' });
  const fresh = foundIn(/\d{6}/, await leaves('one-time-code'));
  assert.match(
    (await recipient.send({ do: 'enter', code: fresh === wrong ? '000002' : wrong })).text,
    /not right, or too old/,
  );
  const papers = await recipient.send({ do: 'enter', code: fresh });
  assert.match(papers.text, /Download index\.pdf .* Download volume-01\.pdf .* Download manifest\.txt/);
  const pass = foundIn(/name="pass" value="([^"]+)"/, papers.html);
  const volume = await fetched(recipient, path, { do: 'get', pass, name: 'volume-01.pdf' });
  assert.equal(
    createHash('sha256').update(volume).digest('hex'),
    all.find(({ name }) => name === 'volume-01.pdf')?.content,
  );
  const page = await officer.get(`/bundles/${id}`);
  assert.match(page.text, /To Ines Caseworker, casework@example\.org .* Fetched volume-01\.pdf/);
  await officer.send({}, `/bundles/${id}/hand-over/remove`);
  assert.equal((await recipient.get(path)).status, 410);
});

test('a closed archive opens with its own password alone, and holds what the manifest says', async () => {
  await officer.get(`/bundles/${id}/hand-over`);
  const page = await officer.send({ name: 'Ines Caseworker', how: 'archive', email: '', days: '14' });
  assert.match(page.text, /Windows’ own unzip can’t open it/);
  const password = foundIn(/name="password" value="([^"]+)"/, page.html);
  const zip = new Blob([new Uint8Array(await fetched(officer, page.path, { password }))]);
  const open = async (with_: string) => {
    const reader = new ZipReader(new BlobReader(zip), { password: with_, useWebWorkers: false });
    const entries = await reader.getEntries();
    return Promise.all(
      entries.map(async (entry) => {
        assert.ok(!entry.directory && entry.encrypted);
        return [entry.filename, await entry.getData(new Uint8ArrayWriter())] as const;
      }),
    );
  };
  const held = new Map(await open(password));
  const manifest = Buffer.from(held.get('manifest.txt') ?? []).toString();
  assert.equal(manifest.trim().split('\n').length, held.size - 1, 'all but the manifest itself');
  for (const line of manifest.trim().split('\n')) {
    const [digest = '', name = ''] = line.split(/ {2}/);
    assert.equal(
      createHash('sha256')
        .update(held.get(name) ?? '')
        .digest('hex'),
      digest,
    );
  }
  await assert.rejects(open('wrong-wrong-wrong'));
  const { rows: fetches } = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ staff: string }>`
      select staff_id as staff from reading where what = 'export' and about like ${`bundle ${id} archive %`}`.execute(
      trx,
    ),
  );
  assert.deepEqual(fetches, [{ staff: web.staff.officer }]);
  const handover = page.path.split('/').at(-1) ?? '';
  assert.match((await officer.get(`/bundles/${id}`)).text, /Make no more archives of it/);
  await officer.send({ handover }, `/bundles/${id}/hand-over/remove`);
  assert.equal((await officer.get(page.path)).status, 404);
});

test('what was checked and handed over stays as it was, whenever and however often the bundle is made again', async () => {
  const inTrx = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
  const tomorrow = () => new Date(Date.now() + 86_400_000);
  const { version = 0 } = (await bundle()) ?? {};
  const was = await made();
  await officer.get(`/bundles/${id}`);
  await officer.send({}, `/bundles/${id}`);
  assert.equal(await inTrx((trx) => beginMaking(trx, id, new Date())), false, 'one making at a time');
  await makeBundle(place(), id);
  const again = await bundle();
  assert.deepEqual([again?.madeVersion, again?.checkedAt], [version + 1, null]);
  // Whoever made it died at the very end, and it goes on another day: that version has one index all the same.
  await inTrx((trx) => sql`update bundle set state = 'making', made_version = null where id = ${id}`.execute(trx));
  await makeBundle(place(), id, tomorrow);
  assert.equal((await bundle())?.madeVersion, version + 1);
  const now = await made();
  assert.deepEqual(
    now.map(({ name }) => name),
    ['index.pdf', 'volume-01.pdf', 'manifest.txt'],
  );
  const manifest = await readFile(pathOf(web.files, web.landlordId, now.at(-1)?.content ?? ''), 'utf8');
  assert.equal(
    manifest,
    now
      .slice(0, -1)
      .map(({ content, name }) => `${content}  ${name}\n`)
      .join(''),
  );
  const files = (all: typeof was) => all.map(({ name, content }) => `${content} ${name}`);
  assert.deepEqual(files(await inTrx((trx) => madeOf(trx, id, version))), files(was));
});

test('what is erased while the bundle is being made is in nothing that is kept of it', async () => {
  await inLandlord(web.db, web.landlordId, (trx) => askToMake(trx, id, new Date()));
  let known = (): void => {};
  const read = new Promise<void>((resolve) => {
    known = resolve;
  });
  const making = makeBundle(place(), id, () => {
    known();
    return new Date();
  });
  await read;
  await inLandlord(web.db, web.landlordId, (trx) => forgetInBundles(trx, one.caseId, [1]));
  await making;
  assert.equal((await bundle())?.state, 'choosing');
  const left = await inLandlord(web.db, web.landlordId, async (trx) => ({
    made: await madeOf(trx, id),
    pieces: await piecesOf(trx, id),
    unowned: await sql`
      select 1 from file f where f.name in ('paper.pdf', 'volume-01.pdf', 'index.pdf')
        and not exists (select 1 from bundle_piece p where f.digest in (p.made_file, p.hidden_file))
        and not exists (select 1 from bundle_volume v where v.file = f.digest)`.execute(trx),
  }));
  assert.ok(left.made.every(({ what }) => what === 'manifest'));
  assert.ok(left.pieces.every(({ seq, source }) => seq !== 1 && source !== 'chronology'));
  assert.equal(left.unowned.rows.length, 0);
});

test('what is held of one person is put together from every case, looked through, and due in a calendar month', async () => {
  assert.equal(monthsAfter(day('2026-01-31'), 1), '2026-02-28');
  assert.equal(monthsAfter(day('2026-03-15'), 1), '2026-04-15');
  assert.equal(monthsAfter(day('2026-11-30'), 3), '2027-02-28');
  const another = await caseWithPeople(web.db, web.landlordId, web.staff.officer, []);
  await inLandlord(web.db, web.landlordId, async (trx) => {
    await sql`update party set person_id = ${one.resident} where case_id = ${another.caseId} and part = 'group'`.execute(
      trx,
    );
  });
  await officer.get('/subject-requests/new');
  const several = await officer.send({ reference: one.reference });
  assert.match(several.text, /Several people are named in that case: choose who asks/);
  const noted = await officer.send({ person: one.resident });
  assert.match(noted.text, /Subject access: Rosa Whitby/);
  // Sent twice at once, it is one request.
  const same = { person: one.resident, receivedOn: londonDay(new Date()), note: null, by: web.staff.officer };
  const ids = await Promise.all(
    [1, 2].map(() => inLandlord(web.db, web.landlordId, (trx) => noteRequest(trx, { ...same, by: web.staff.manager }))),
  );
  assert.equal(new Set(ids).size, 1);
  await inLandlord(web.db, web.landlordId, async (trx) => {
    assert.equal(await noteRequest(trx, same), noted.path.split('/').at(-1));
    await sql`update subject_request set answered_on = received_on where id::text = ${ids[0]}`.execute(trx);
  });
  assert.match((await officer.get('/')).text, /A subject access request is open : due on/);
  await officer.get(noted.path);
  const due = monthsAfter(londonDay(new Date()), 1);
  assert.ok(noted.text.includes(inWords(due)), noted.text);
  // Each case of theirs has its limit among the others, for whoever answers such requests.
  const clock = `/cases/${one.reference}/clock`;
  assert.match((await officer.get(clock)).text, new RegExp(`article 12\\(3\\) Due .*so ${inWords(due)}\\.`));
  const investigator = await web.visitor('investigator');
  assert.doesNotMatch((await investigator.shown(clock)).text, /article 12\(3\)/);
  await officer.get(noted.path);
  const keptFromOfficer = (kept: boolean) =>
    inLandlord(web.db, web.landlordId, (trx) =>
      kept
        ? sql`insert into staff_concerned (landlord_id, case_id, staff_id, named_on)
            values (${trx.landlordId}, ${another.caseId}, ${web.staff.officer}, '2026-01-05')`.execute(trx)
        : sql`delete from staff_concerned`.execute(trx),
    );
  await keptFromOfficer(true);
  assert.equal((await officer.send({ do: 'make' })).status, 404);
  assert.equal((await officer.get(noted.path)).status, 404);
  for (const path of ['/subject-requests', '/', clock])
    assert.doesNotMatch(
      (await officer.shown(path)).text,
      /Subject access: |Rosa Whitby Received|subject access request is|article 12\(3\)/,
    );
  assert.doesNotMatch((await officer.shown('/subject-requests')).html, new RegExp(noted.path));
  await officer.get('/subject-requests/new');
  await officer.send({ reference: one.reference });
  const again = await officer.send({ person: one.resident });
  assert.equal(again.path, '/subject-requests');
  assert.match(again.text, /The request is noted\. A manager answers it/);
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`update subject_request set answered_on = received_on where id::text <> ${noted.path.split('/').at(-1)}`.execute(
      trx,
    ),
  );
  await keptFromOfficer(false);
  await officer.get(noted.path);
  const today = londonDay(new Date());
  await inLandlord(web.db, web.landlordId, async (trx) => {
    await addWay(trx, one.resident, { kind: 'text-message', value: '07700 900123' });
    await giveEqualityAnswers(trx, one.resident, { age: '25-44', disability: 'prefers-not-to-say' }, today);
  });
  const begun = await officer.send({ do: 'make' });
  id = begun.path.split('/').at(-1) ?? '';
  await makeBundle(place(), id);
  assert.equal((await bundle())?.state, 'made');
  const [{ content = '' } = {}] = (await made()).filter(({ what }) => what === 'volume');
  const { text: read } = await extractText(new Uint8Array(await readFile(pathOf(web.files, web.landlordId, content))));
  const held = read.join(' ').replaceAll(/\s+/g, ' ');
  assert.match(held, /Text message:? 07700 900123/);
  assert.match(held, new RegExp(`monitoring: Age:? 25 to 44, given on ${inWords(today)}`));
  assert.match(held, /Disability or long-term condition:? Prefers not to say, given on/);
  // It names each of their cases, also one that is kept from whoever opens it and whose papers are not in it.
  const third = await caseWithPeople(web.db, web.landlordId, web.staff.officer, []);
  const names = (from: string, to: string) =>
    inLandlord(web.db, web.landlordId, (trx) =>
      sql`update party set person_id = ${to} where case_id = ${third.caseId} and person_id = ${from}`.execute(trx),
    );
  await names(third.resident, one.resident);
  assert.equal((await officer.get(`/bundles/${id}`)).status, 200);
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`insert into staff_concerned (landlord_id, case_id, staff_id, named_on)
        values (${trx.landlordId}, ${third.caseId}, ${web.staff.officer}, '2026-01-05')`.execute(trx),
  );
  assert.equal((await officer.get(`/bundles/${id}`)).status, 404);
  await names(one.resident, third.resident);
  await keptFromOfficer(false);
  await officer.get(`/bundles/${id}/check`);
  const early = await officer.send({ others: 'yes', privilege: 'yes' });
  assert.match(early.text, /Nobody has looked through \d+ papers for what is about others yet/);
  const page = await officer.get(`/bundles/${id}`);
  const looked = [...page.html.matchAll(/name="looked" type="checkbox" value="([^"]+)"/g)].map(
    ([, piece = '']) => piece,
  );
  assert.ok(looked.length > 1, page.html.slice(0, 100));
  const version = foundIn(/name="version" value="(\d+)"/, page.html);
  const stale = await officer.send({ do: 'looked', looked, version: '999' }, `/bundles/${id}`);
  assert.match(stale.text, /changed or made again since you opened this page/);
  await officer.send({ do: 'looked', looked, version }, `/bundles/${id}`);
  await officer.get(`/bundles/${id}/check`);
  const other = await officer.send({ others: 'yes', privilege: 'yes', version: '999' });
  assert.match(other.text, /changed or made again since you opened this page/);
  assert.equal((await bundle())?.checkedAt, null);
  assert.match((await officer.send({ others: 'yes', privilege: 'yes' })).text, /Officer checked this version/);
  const volume = (await made()).find(({ what }) => what === 'volume');
  const bytes = await readFile(pathOf(web.files, web.landlordId, volume?.content ?? ''));
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  assert.match(text, /What we hold about you/);
  assert.match(text, /rosa@example\.org/);
  assert.match(text, /The ceiling of my bathroom has come down/);
  assert.doesNotMatch(text, /Recorded by/);
  await officer.get(`/bundles/${id}/hand-over`);
  await officer.send({ name: 'Rosa Whitby', how: 'archive', email: '', days: '14' });
  assert.match((await officer.get('/subject-requests')).text, /Rosa Whitby .* Answered/);
  assert.match((await officer.get('/bundles')).text, /Subject access .* One person/);
  assert.equal(
    (await inLandlord(web.db, web.landlordId, (trx) => listBundles(trx))).length,
    2,
    'none was begun in vain',
  );
  await keptFromOfficer(true);
  assert.doesNotMatch((await officer.shown('/bundles')).text, /One person/);
  assert.equal((await officer.get(noted.path)).status, 404);
  await keptFromOfficer(false);
});

test('pages that are written anew under hidden places stop the making until somebody has looked through them again', async () => {
  const inTrx = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
  const paper = async () => (await inTrx((trx) => piecesOf(trx, id))).find(({ source }) => source === 'chronology');
  const piece = (await paper())?.id ?? '';
  assert.ok((await paper())?.lookedAt);
  const box = {
    page: 1,
    x: 0,
    y: 0,
    w: 500,
    h: 500,
    reason: 'another-person',
    note: null,
    by: web.staff.officer,
  } as const;
  const hide = async (at: Partial<Parameters<typeof addBox>[3]>) =>
    (await inTrx((trx) => addBox(trx, id, piece, { ...box, ...at }))).map(({ code }) => code);
  assert.deepEqual(await hide({ page: 99 }), ['no-such-page']);
  assert.deepEqual(await hide({ page: 1, reason: 'other', note: null, w: 1 }), ['no-place', 'note-missing']);
  assert.deepEqual(await hide({}), []);
  // What it was written from is something else by now.
  await inTrx((trx) =>
    sql`update bundle_piece set made_from = decode(repeat('00', 32), 'hex') where id = ${piece}`.execute(trx),
  );
  await inTrx((trx) => sql`update bundle_piece set pages = 99 where id = ${piece}`.execute(trx));
  assert.deepEqual(await hide({ page: 99 }), []);
  for (let press = 1; press <= 2; press++) {
    await inTrx((trx) => askToMake(trx, id, new Date()));
    await makeBundle(place(), id);
    const stopped = await bundle();
    assert.deepEqual([stopped?.state, stopped?.trouble], ['stopped', 'changed-under-boxes']);
    assert.equal((await paper())?.lookedAt, null, 'nobody has looked through these pages');
  }
  const version = (await bundle())?.version ?? 0;
  const looked = async (seen: number) =>
    (await inTrx((trx) => lookedThrough(trx, id, seen, [piece], web.staff.officer, new Date()))).map(
      ({ code }) => code,
    );
  assert.deepEqual(await looked(version - 1), ['seen-otherwise']);
  assert.deepEqual(await looked(version), []);
  assert.equal((await paper())?.boxes, 1, 'a place on a page that is no more is none');
  await inTrx((trx) => askToMake(trx, id, new Date()));
  await makeBundle(place(), id);
  assert.equal((await bundle())?.state, 'made');
  assert.ok((await paper())?.hiddenFile);
  // A file that can't be shown as pages: nothing in it can be hidden, so somebody answers for all of it.
  await inTrx((trx) =>
    sql`insert into bundle_piece (landlord_id, bundle_id, key, kind, source, file, title, made_from, looked_at)
      values (${web.landlordId}, ${id}, 'film', 'proof', 'file', decode(repeat('ab', 32), 'hex'), 'film.mp4', decode('00', 'hex'), now())`.execute(
      trx,
    ),
  );
  await officer.get(`/bundles/${id}/check`);
  const refused = await officer.send({ others: 'yes', privilege: 'yes' });
  assert.match(refused.text, /Goes as the file it is .* film\.mp4/);
  assert.match(refused.text, /Tick this once you have opened each file that goes as it is/);
  // The hidden place holds no text: whether it is said again can't be known, so somebody says that they looked.
  const unknown = await officer.send({ others: 'yes', privilege: 'yes', files: 'yes' });
  assert.match(unknown.text, /could not be looked for, as on a scan: look yourself/);
  const said = { others: 'yes', privilege: 'yes', files: 'yes', again: 'yes' };
  assert.match((await officer.send(said)).text, /checked this version/);
});

test('a message that stands in two cases and is hidden in one is not read in the other', async () => {
  const inTrx = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);
  const received = (await inTrx((trx) => piecesOf(trx, id))).filter(({ title }) => title === 'Received');
  const [hidden, again] = received;
  assert.ok(hidden !== undefined && again !== undefined && hidden.caseId !== again.caseId);
  const box = { page: 1, x: 0, y: 0, w: 10_000, h: 10_000, reason: 'another-person', note: null } as const;
  await inTrx(async (trx) => {
    await sql`delete from bundle_box where bundle_id = ${id}`.execute(trx);
    await addBox(trx, id, hidden.id, { ...box, by: web.staff.officer });
    await askToMake(trx, id, new Date());
  });
  await makeBundle(place(), id);
  assert.equal((await bundle())?.state, 'made');
  for (const { content } of (await made()).filter(({ what }) => what === 'volume')) {
    const { text } = await extractText(new Uint8Array(await readFile(pathOf(web.files, web.landlordId, content))));
    assert.doesNotMatch(text.join('\n'), /The ceiling of my bathroom has come down/);
  }
  // The name that was hidden with it stands in the record too: whoever checks is told where.
  const twice = (await inTrx((trx) => piecesOf(trx, id))).find((piece) => piece.id === hidden.id)?.saidAgain ?? [];
  assert.ok(twice.length > 0);
  const check = await officer.get(`/bundles/${id}/check`);
  assert.ok(check.text.includes(`Received : ${againWords(twice)}`), check.text);
  // The e-mail itself is a file of both cases.
  const words = { ...hidden, places: '', file: null };
  const email = { content: 'c', type: 'message/rfc822', scan: 'seen' } as const;
  const twin = { ...words, id: 'twin', source: 'file', file: email, boxes: 0 } as const;
  const message = { ...twin, id: 'message', caseId: again.caseId, seq: again.seq };
  const found = (boxes: number) => saidAgain([{ ...words, boxes }, twin, message], new Map()).heldBack;
  assert.deepEqual(found(1), new Set(['twin', 'message']));
  assert.deepEqual(found(0), new Set());
});

test('a bundle that is asked for twice at once is begun once; a changed one, or an older one, is not given instead', async () => {
  const another = await caseWithPeople(web.db, web.landlordId, web.staff.officer, []);
  const manager = await web.visitor('manager');
  for (const visitor of [officer, manager]) await visitor.get(`/cases/${another.reference}/bundle`);
  const [first, second] = await Promise.all([officer.send({}), manager.send({})]);
  assert.match(first.path, /^\/bundles\/.{36}$/);
  assert.equal(first.path, second.path);
  assert.equal([first, second].filter(({ text }) => text.includes('has just been begun')).length, 1);
  const now = new Date();
  const begin = () =>
    inLandlord(web.db, web.landlordId, async (trx) => {
      const request = { person: another.resident, receivedOn: londonDay(now), note: null, by: web.staff.officer };
      const of = { requestId: await noteRequest(trx, request) };
      return beginAndMake(trx, { of, asked: [], by: web.staff.officer, now });
    });
  const asked = await Promise.all([begin(), begin()]);
  assert.equal(new Set(asked.map((each) => each.id)).size, 1);
  assert.equal(asked.filter(({ isNew }) => isNew).length, 1);
  const begun = { state: 'made', version: 2, madeVersion: 2, begun: now } as const;
  assert.equal(hasJustBegun(begun, now), true);
  assert.equal(hasJustBegun({ ...begun, version: 3 }, now), false);
  assert.equal(hasJustBegun({ ...begun, state: 'making' }, now), false);
  assert.equal(hasJustBegun({ ...begun, state: 'put-aside', madeVersion: null }, now), false);
  assert.equal(hasJustBegun(begun, new Date(now.getTime() + 60_000)), false);
});
