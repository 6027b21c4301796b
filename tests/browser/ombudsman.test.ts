/** The Ombudsman in the browser: what it asks, decides and orders, kept on the case and listed by date; and refused slips. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { ombudsmanCasesOf } from '../../src/complaint/ombudsman-case.js';
import { allow } from '../../src/complaint/refusals.js';
import { addDays, day, inWords } from '../../src/facts/days.js';
import type { Happening, RemedyId } from '../../src/facts/happened.js';
import { financialYear, yearOf } from '../../src/reports/period.js';
import { readHistory } from '../../src/store/case-file.js';
import { inLandlord } from '../../src/store/database.js';
import { evidenceRequestOf } from '../../src/store/ombudsman-cases.js';
import { addPaper, papersOfYear } from '../../src/store/ombudsman-papers.js';
import { remindOfOmbudsman } from '../../src/store/ombudsman-reminders.js';
import { londonDay } from '../../src/store/today.js';
import { type Browser, openBrowser } from '../support/browser.js';
import { caseFile, did, newCase } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let browser: Browser;
before(async () => {
  [web, browser] = await Promise.all([startWeb(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await web.close();
});

const today = londonDay(new Date());

const theirs = async (reference: string) => ombudsmanCasesOf((await caseFile(web, reference)).case);

test('from an enquiry to orders complied with, on the case and in the lists', async () => {
  const on = addDays(today, -40);
  const reference = await newCase(web, { defined: true, on, points: ['The roof leaks', 'Nobody rang'] });
  const visitor = await web.visitor('officer');
  const doing = async (act: string, fields: Record<string, string>, query = '') => {
    await visitor.get(`/cases/${reference}/${act}${query}`);
    const seen = await visitor.send(fields);
    assert.equal(seen.path, `/cases/${reference}/ombudsman`, `${act}: ${seen.text}`);
    return seen;
  };
  await doing('take-enquiry', { text: 'Why has nobody answered?', ...dayBoxes('on', addDays(today, -30)) });
  await visitor.get(`/cases/${reference}/take-evidence-request`);
  const early = await visitor.send({
    text: 'The whole file',
    caseNumber: 'Mrs Khan',
    ...dayBoxes('on', addDays(today, -28)),
    ...dayBoxes('dueOn', addDays(today, -29)),
  });
  assert.equal(early.status, 422);
  assert.match(early.text, /number of the case as it stands/);
  assert.match(early.text, /The date is before the day it was asked/);
  assert.match(early.html, /The whole file/);
  await visitor.send({ caseNumber: '202612345', ...dayBoxes('dueOn', addDays(today, -7)) });

  const { id } = (await caseFile(web, reference)).case;
  assert.deepEqual(await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id)), {
    dueOn: addDays(today, -7),
    askedOn: addDays(today, -28),
    ombudsman: 'HOS',
    caseNumber: '202612345',
  });
  await doing('ask-more-time', { reason: 'A survey is still to come', ...dayBoxes('newDate', addDays(today, 7)) });
  const agreed = await doing('answer-more-time', {
    agreed: 'yes',
    text: 'By e-mail',
    ...dayBoxes('newDate', addDays(today, 5)),
  });
  assert.match(agreed.text, /Agreed:/);
  const listed = await visitor.get('/ombudsman');
  assert.match(listed.text, new RegExp(`${reference}.*202612345.*Send the evidence`));
  // A second request hides no day of the first, and what is sent answers the one that is chosen.
  await doing('take-evidence-request', { text: 'One recording', ...dayBoxes('dueOn', addDays(today, 20)) });
  const [whole, recording] = (await theirs(reference))[0]?.evidence ?? assert.fail();
  const first = await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id));
  assert.equal(first?.dueOn, addDays(today, 5));
  assert.match((await visitor.get(`/cases/${reference}/ask-more-time`)).text, /Which request for evidence\?/);
  await visitor.get(`/cases/${reference}/send-evidence`);
  const unsaid = await visitor.send({ pages: '3' });
  assert.match(unsaid.html, /id="answers-error"[\s\S]*?Choose which it is about/);
  await doing('send-evidence', { pages: '3' }, `?request=${recording?.seq}`);
  assert.equal((await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id)))?.dueOn, first.dueOn);
  // A page that was left open says of no other request than its own that it was answered.
  await visitor.get(`/cases/${reference}/send-evidence`);
  const stale = await visitor.send({ pages: '3', answers: String(recording?.seq) });
  assert.match(stale.html, /id="answers-error"[\s\S]*?does not wait any more\. Choose one that does/);
  assert.equal((await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id)))?.dueOn, first.dueOn);
  assert.match(
    (await visitor.get(`/cases/${reference}/send-evidence`)).html,
    new RegExp(`type="hidden" name="answers" value="${whole?.seq}"`),
  );
  await doing('send-evidence', { pages: '412' }, `?request=${whole?.seq}`);
  assert.equal(await inLandlord(web.db, web.landlordId, (trx) => evidenceRequestOf(trx, id)), null);
  await doing('begin-investigation', {});
  await doing('take-determination', {
    finding1: 'maladministration',
    otherFinding1: 'redress',
    ...dayBoxes('on', addDays(today, -3)),
  });
  const [decided] = await theirs(reference);
  assert.equal(decided?.determinations[0]?.issues.length, 2);

  await visitor.get(`/cases/${reference}/take-order`);
  const undated = await visitor.send({ kind: 'order', text: 'Pay £200' });
  assert.equal(undated.status, 422);
  assert.match(undated.html, /id="dueOn-error"[\s\S]*?Enter the day by which the order says/);
  await visitor.send({ pence: '200', ...dayBoxes('dueOn', addDays(today, -1)), ...dayBoxes('on', addDays(today, -3)) });
  await doing('take-order', { kind: 'order', text: 'Write to say sorry', statesNoDate: 'yes' });
  await doing('take-order', {
    kind: 'recommendation',
    text: 'Train the desk',
    ...dayBoxes('dueOn', addDays(today, 60)),
  });
  const overdue = await visitor.get('/ombudsman/orders');
  assert.match(overdue.text, new RegExp(`${reference}.*£200.*late`));
  assert.match((await visitor.get('/ombudsman/orders?show=no-date')).text, /Date to be asked/);
  const [pay] = (await theirs(reference))[0]?.orders ?? [];
  const page = await doing(
    'comply-with-order',
    { proof: 'Paid', how: 'bank-transfer', reference: 'FIN 77' },
    `?order=${pay?.id}`,
  );
  assert.match(page.text, /Done, proof not sent/);
  await doing('send-order-proof', { text: 'The receipt' }, `?order=${pay?.id}`);
  const accepted = await doing('answer-on-order', { accepted: 'yes' }, `?order=${pay?.id}`);
  assert.match(accepted.text, /The Ombudsman is satisfied/);
  assert.doesNotMatch((await visitor.shown('/ombudsman/orders')).text, new RegExp(reference));

  const stranger = await web.visitor('administrator');
  for (const path of ['/ombudsman', '/ombudsman/orders', `/cases/${reference}/take-order`])
    assert.notEqual((await stranger.get(path)).status, 200, path);

  for (const path of ['/ombudsman', `/cases/${reference}/ombudsman`])
    await assertGoodScreen(browser, web, 'manager', path);
});

test('what is published about us is listed, followed and told in the annual report; reminders go once to whoever sees to it', async () => {
  const visitor = await web.visitor('manager');
  await visitor.get('/ombudsman/published/add');
  const wrong = await visitor.send({
    kind: 'failure-order',
    title: 'Order of the spring',
    reference: 'PR-NONE',
    publishedWhere: 'https://www.example.org/order',
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /There is no case with that reference/);
  assert.match(wrong.text, /Choose which kind of order or notice it is/);
  assert.match(wrong.text, /Enter the day it was published/);
  const asks = { reference: '', asks: 'Change the policy', ...dayBoxes('publishedOn', today) };
  const unfit = await visitor.send({ ...asks, failureKind: 'notice', ...dayBoxes('dueOn', addDays(today, -1)) });
  assert.match(unfit.html, /id="failureKind-error"[\s\S]*?That is a kind of the other/);
  assert.match(unfit.html, /id="dueOn-error"[\s\S]*?The date is before the day it reached us/);
  const far = await visitor.send({ failureKind: 'type-3', ...dayBoxes('dueOn', day('2199-12-31')) });
  assert.match(far.html, /id="dueOn-error"[\s\S]*?known until/);
  const added = await visitor.send({ ...dayBoxes('dueOn', today) });
  assert.match(added.text, /Order of the spring.*keep to the Code.*Due today.*example\.org\/order/);
  const id = /\/ombudsman\/published\/([0-9a-f-]{36})/.exec(added.html)?.[1];
  await visitor.get(`/ombudsman/published/${id}`);
  const early = await visitor.send({ ...dayBoxes('dueOn', addDays(today, -1)) });
  assert.match(early.html, /id="dueOn-error"/);
  const done = await visitor.send({
    ...dayBoxes('dueOn', today),
    doneWords: 'The board changed it',
    ...dayBoxes('doneOn', today),
  });
  assert.match(done.text, /Done on/);
  const told = await inLandlord(web.db, web.landlordId, (trx) => papersOfYear(trx, financialYear(yearOf(today))));
  assert.deepEqual(told, { items: [], notices: [{ on: today, kind: 'type-3' }] });

  const reference = await newCase(web, { defined: true, on: addDays(today, -20) });
  await visitor.get(`/cases/${reference}/take-evidence-request`);
  await visitor.send({
    text: 'The file',
    ...dayBoxes('on', addDays(today, -14)),
    ...dayBoxes('dueOn', addDays(today, -9)),
  });
  await visitor.get(`/cases/${reference}/take-evidence-request`);
  await visitor.send({ text: 'One recording', ...dayBoxes('dueOn', addDays(today, 1)) });
  const asked = {
    ombudsman: 'HOS',
    kind: 'special-report',
    failureKind: null,
    caseId: null,
    title: 'How we keep records',
    receivedOn: addDays(today, -50),
    asks: 'Look at every open case',
    publishedOn: null,
    publishedWhere: null,
  } as const;
  await inLandlord(web.db, web.landlordId, async (trx) => {
    await addPaper(trx, { ...asked, dueOn: addDays(today, 1), owner: web.staff.officer }, web.staff.manager, today);
    await addPaper(trx, { ...asked, dueOn: null, owner: null }, web.staff.manager, today);
    const wrong = {
      ...asked,
      kind: 'failure-notice',
      publishedOn: addDays(today, 1),
      dueOn: null,
      owner: null,
    } as const;
    const added = await addPaper(trx, wrong, web.staff.manager, today);
    assert.ok(!added.ok);
    assert.deepEqual(
      added.refusals.map(({ code }) => code),
      ['failure-kind-missing', 'published-in-the-future'],
    );
    await addPaper(
      trx,
      { ...asked, kind: 'decision', dueOn: null, owner: web.staff.officer },
      web.staff.manager,
      today,
    );
  });
  const remind = () =>
    inLandlord(web.db, web.landlordId, (trx) => remindOfOmbudsman(trx, today, 'https://putright.example', new Date()));
  assert.ok((await remind()) > 0);
  assert.equal(await remind(), 0);
  const sent = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ to: string; body: string }>`
      select staff_id as to, body from outgoing_message where key like 'ombudsman %'`.execute(trx),
  );
  for (const due of [-9, 1].map((n) => inWords(addDays(today, n))))
    assert.ok(
      sent.rows.some(({ body }) => body.includes(`${reference}: the evidence asked for on `) && body.includes(due)),
    );
  const toldOf = (words: string) =>
    sent.rows.flatMap(({ to, body }) =>
      body
        .split(words)
        .slice(1)
        .map(() => to),
    );
  // The order of the case before this one, and one of the papers, state no date: each is brought to mind once.
  assert.equal(toldOf('an order to comply with made on').length, 1);
  const paperWords = `What was asked of us as a whole on ${inWords(asked.receivedOn)}`;
  assert.deepEqual(toldOf(`${paperWords}, due on ${inWords(addDays(today, 1))}`), [web.staff.officer]);
  assert.deepEqual(toldOf(`${paperWords}, which states no date`), [web.staff.manager]);
  assert.match((await visitor.get('/')).text, /Ombudsm[ae]n waits? for/);

  // A second request of the same Ombudsman that is due on the same day is brought to mind too; but not again what was
  // while requests went by their Ombudsman alone.
  const { id: caseId } = (await caseFile(web, reference)).case;
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`insert into ombudsman_reminder (landlord_id, case_id, about, due_on, days_before)
      select ${trx.landlordId}::uuid, ${caseId}::uuid, 'evidence LGSCO', ${addDays(today, 1)}::date, step
      from unnest(${[5, 1]}::smallint[]) step`.execute(trx),
  );
  await did(web, reference, (_case, { keep }) => {
    const [words, dueOn] = [keep('A letter'), addDays(today, 1)];
    const asks = (ombudsman: 'HOS' | 'LGSCO') => ({
      what: { type: 'EvidenceAsked', ombudsman, caseNumber: null, dueOn, words, files: [] } as const,
      on: today,
    });
    return allow([asks('HOS'), asks('LGSCO'), asks('LGSCO')]);
  });
  const before = new Set(sent.rows.map(({ body }) => body));
  assert.equal(await remind(), 1);
  assert.equal(await remind(), 0);
  const since = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ body: string }>`select body from outgoing_message where key like 'ombudsman %'`.execute(trx),
  );
  const lately = since.rows.filter(({ body }) => !before.has(body)).map(({ body }) => body);
  assert.equal(lately.join().split('the evidence asked for on').length - 1, 2, lately.join());

  // A complaint about somebody is told to them neither by mail nor here; what has its reference is not made out.
  const about = await newCase(web, { defined: true, on: addDays(today, -20) });
  await visitor.get(`/cases/${about}/name-staff-member`);
  await visitor.send({ staff: web.staff.officer, text: 'That you put the phone down.' });
  await visitor.get(`/cases/${about}/take-evidence-request`);
  await visitor.send({
    text: 'The file',
    ...dayBoxes('on', addDays(today, -14)),
    ...dayBoxes('dueOn', addDays(today, -9)),
  });
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const caseId = (await readHistory(trx, about))?.id ?? assert.fail();
    await addPaper(
      trx,
      { ...asked, caseId, receivedOn: today, dueOn: today, owner: web.staff.officer },
      web.staff.manager,
      today,
    );
  });
  assert.ok((await remind()) > 0);
  assert.deepEqual(
    (
      await inLandlord(web.db, web.landlordId, (trx) =>
        sql<{ to: string }>`select staff_id as to from outgoing_message
          where key like 'ombudsman %' and body like ${`%as a whole on ${inWords(today)}%`}`.execute(trx),
      )
    ).rows.map(({ to }) => to),
    [web.staff.manager],
    'nor by a paper about their case that they see to',
  );
  const toWhom = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ staff: string }>`select staff_id as staff from outgoing_message
      where key like 'ombudsman %' and body like ${`%${about}%`}`.execute(trx),
  );
  assert.deepEqual([...new Set(toWhom.rows.map(({ staff }) => staff))], [web.staff.manager]);
  const officer = await web.visitor('officer');
  await officer.get('/ombudsman/published/add');
  const paper = { kind: 'decision', title: 'A decision', reference: about };
  assert.match((await officer.send(paper)).text, /There is no case with that reference/);
  await officer.get(`/cases/${reference}/link`);
  const linked = await officer.send({ reference: about, relation: 'same-matter' });
  assert.match(linked.text, /There is no case with that reference/);
  await visitor.get('/ombudsman/published/add');
  await visitor.send(paper);
  for (const [who, named] of [
    [officer, false],
    [visitor, true],
  ] as const)
    assert.equal((await who.get('/ombudsman/published')).text.includes(about), named);
});

test('a year that was mistyped before years were checked closes no list and no case', async () => {
  const reference = await newCase(web, { defined: true, on: addDays(today, -30) });
  const far = day('2199-12-31');
  await did(web, reference, (_case, { keep, newId }) => {
    const [words, remedy] = [keep('All of it'), newId<RemedyId>()];
    const offer = { stage: 1, points: [], words, dueOn: far } as const;
    const whats: Happening[] = [
      { type: 'EvidenceAsked', ombudsman: 'HOS', caseNumber: null, dueOn: today, words, files: [] },
      { type: 'EvidenceDateExtended', ombudsman: 'HOS', newDate: far, reason: words, request: null },
      {
        type: 'OrderMade',
        ombudsman: 'HOS',
        order: newId(),
        binding: true,
        wider: false,
        dueOn: far,
        pence: null,
        owner: null,
        words,
      },
      {
        type: 'CompensationWorkedOut',
        remedy,
        heads: [],
        totalPence: 5_000,
        borneBy: 'landlord',
        offer,
        setOff: null,
        files: [],
      },
      { type: 'CompensationApproved', remedy, by: web.staff.manager, totalPence: 5_000 },
      { type: 'RemedyOffered', remedy, kind: 'financial', pence: 5_000, ...offer },
      {
        type: 'RemedyOffered',
        remedy: newId(),
        kind: 'action-on-delay',
        pence: null,
        ...offer,
        dueOn: day('2029-06-01'),
      },
      {
        type: 'ActionPromised',
        promise: newId(),
        ...offer,
        owner: web.staff.officer,
        team: null,
        agreedWithResident: true,
      },
    ];
    return allow(whats.map((what) => ({ what, on: today })));
  });
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const paper = { ombudsman: 'HOS', kind: 'special-report', failureKind: null, caseId: null, title: 'Far' } as const;
    const stands = { receivedOn: today, asks: 'Change it', owner: null, publishedOn: null, publishedWhere: null };
    const added = await addPaper(trx, { ...paper, ...stands, dueOn: null }, web.staff.manager, today);
    assert.ok(added.ok);
    await sql`update ombudsman_paper set due_on = ${far} where id = ${added.id}`.execute(trx);
  });
  const visitor = await web.visitor('manager');
  for (const path of [
    '/',
    '/ombudsman',
    '/ombudsman/orders?show=coming',
    '/ombudsman/orders?show=all',
    '/ombudsman/published',
    '/compensation?list=approved',
    '/promises?show=all',
    '/cases?sort=next&order=desc',
    ...['', '/ombudsman', '/promises', '/history', '/clock'].map((tab) => `/cases/${reference}${tab}`),
  ]) {
    const seen = await visitor.get(path);
    assert.equal(seen.status, 200, path);
    if (path.includes('show=coming') || path.includes('published') || path.includes('list=approved'))
      assert.match(seen.text, /Due in [\d,]+ days/, path);
  }
});
