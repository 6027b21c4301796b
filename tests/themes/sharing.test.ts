/** What was learned is told: written by a person from a case and an improvement, checked for what identifies, logged, published. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Refusal, Role } from '../../src/complaint/refusals.js';
import { addDays } from '../../src/facts/days.js';
import type { CaseId, HomeId, PersonId } from '../../src/facts/happened.js';
import { type KnownPeople, whatMightIdentify } from '../../src/reports/sharing/identifies.js';
import { fromImprovement, fromLearning } from '../../src/reports/sharing/starting-words.js';
import { readCase } from '../../src/store/case-file.js';
import { inLandlord } from '../../src/store/database.js';
import { makeHome, makePerson } from '../../src/store/people.js';
import { publicSlug } from '../../src/store/publications.js';
import { checkText, letStand } from '../../src/store/sharing/check.js';
import { shareText, type Telling } from '../../src/store/sharing/share.js';
import { casesBehindText } from '../../src/store/sharing/sources.js';
import { findText } from '../../src/store/sharing/texts.js';
import { londonDay } from '../../src/store/today.js';
import { removeWords } from '../../src/store/words.js';
import { clerk, complaintOf2024, record } from '../reports/cases.js';
import { foundIn } from '../support/found-in.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
let taught: { readonly id: CaseId; readonly reference: string };
const today = londonDay(new Date());

before(async () => {
  web = await startWeb();
  const who = clerk(web.landlordId, web.staff.manager);
  taught = await complaintOf2024(web.db, who);
  const [person, home] = await inLandlord(web.db, web.landlordId, async (trx) => {
    await makePerson(trx, { name: 'Ivor Greenhalgh' });
    return [
      await makePerson(trx, { name: 'Rosa Whitby' }),
      await makeHome(trx, { address: '12 Larkspur Way', postcode: 'ZZ1 1AA', block: 'Oak House' }),
    ] as readonly [PersonId, HomeId];
  });
  await record(web.db, who, taught.reference, (keep) => [
    { on: today, what: { type: 'ResidentIdentified', person } },
    { on: today, what: { type: 'HomeIdentified', home, tenure: 'LCRA' } },
    {
      on: today,
      what: {
        type: 'LearningRecorded',
        stage: 1,
        learning: 'Repairs and homes',
        words: keep('Rosa Whitby of 12 Larkspur Way waited since nobody owned the leak'),
      },
    },
  ]);
});
after(() => web.close());

const known: KnownPeople = {
  names: ['Rosa Whitby'],
  addresses: ['12 Larkspur Way, Aldermere'],
  references: ['CMP-26-00012'],
  staff: ['Maya Field'],
  residentNames: new Set(['greenhalgh', 'may']),
  fewFrom: [{ place: 'Oak House', complaints: 2 }],
  ours: ['01234 567890'],
};
const named = (text: string) => whatMightIdentify([{ where: 'The opening', text }], known).map(({ what }) => what);

test('the check names each thing that might identify, in its place, and says which has to go', () => {
  const text =
    'Rosa told Maya Field on 3 March that 12 Larkspur Way leaks (CMP-26-00012). One family in Oak House, with asthma, was given £350. Ring 01234 567890, or 07700 900123. A Greenhalgh too, a 82-year-old, near Larkspur Way.';
  assert.deepEqual(named(text), [
    'Rosa',
    'Maya Field',
    '3 March',
    '12 Larkspur Way',
    'CMP-26-00012',
    'One family',
    'Oak House',
    'asthma',
    '£350',
    '07700 900123',
    'Greenhalgh',
    '82-year-old',
    'Larkspur Way',
  ]);
  const [rosa, , march] = whatMightIdentify([{ where: 'The opening', text }], known);
  assert.equal(rosa?.mayStand, false);
  assert.equal(march?.mayStand, true);
  assert.deepEqual(
    named('May we ask you? Roses grow. Many of you told us that leaks take too long, so 120 homes were surveyed.'),
    [],
  );
});

test('a name is found in capitals, without one, or of two letters, and a word that everybody uses is not', () => {
  const people = { ...known, names: ['Rosa McDonald', 'Wu Ng', 'Will Field'], staff: [] };
  const found = (text: string) => whatMightIdentify([{ where: 'The opening', text }], people).map(({ what }) => what);
  assert.deepEqual(found('MCDONALD, mcdonald and McDONALD; Ng and Wu. GREENHALGH, O’GREENHALGH-GREENHALGH.'), [
    'MCDONALD',
    'mcdonald',
    'McDONALD',
    'Ng',
    'Wu',
    'GREENHALGH',
    'O’GREENHALGH-GREENHALGH',
  ]);
  assert.deepEqual(
    found('They greenhalgh and ng; SMITHSON’S.'),
    [],
    'in small letters, names of the register are words',
  );
  assert.deepEqual(found('We will mend a roof. Then WILL came.'), ['WILL']);
});

test('a name, an address or a reference is found wherever it stands, between any words', () => {
  const plain = fc.array(fc.constantFrom('we', 'fixed', 'the', 'roof', 'and', 'gutters', 'sooner'), { maxLength: 12 });
  fc.assert(
    fc.property(plain, plain, fc.constantFrom('Whitby', '12 Larkspur Way', 'cmp-26-00012', 'ZZ1 1AA'), (a, b, it) => {
      assert.ok(named([...a, it, ...b].join(' ')).some((what) => what.includes(it)));
      assert.deepEqual(named([...a, ...b].join(' ')), []);
    }),
  );
});

test('each audience is begun for in its own words: numbers for panel and board, none of a case’s details for residents', () => {
  const from = { title: 'One owner for each leak', aim: 'Leaks wait too long', proof: 'Rota of 3 May', area: null };
  const effect = { days: 84, before: 30, after: 9, worked: true };
  const residents = fromImprovement('residents', { ...from, category: 'Leaks', effect });
  assert.deepEqual(residents, {
    area: '',
    said: 'You told us about leaks.',
    did: 'One owner for each leak. Since then fewer of you have had to complain about it.',
  });
  const board = fromImprovement('board', { ...from, category: 'Leaks', effect });
  assert.match(board.did, /weeks before: 30\. In the 12 weeks after: 9\./);
  assert.equal(
    fromLearning('staff', { area: null, category: 'Leaks', learnt: 'Own it' }).said,
    'Complaints about leaks.',
  );
});

test('a text is begun, taken up from a case, refused while it names her, put right, published, exported and taken down', async () => {
  const manager = await web.visitor('manager');
  await manager.get('/sharing/new');
  assert.match((await manager.send({})).text, /Choose whom it is for/);
  const begun = await manager.send({ audience: 'residents' });
  assert.match(begun.text, /Take up what CMP.* taught/);
  const text = begun.path;
  const take = /href="([^"]*items\/new\?case=[^"]*)"/.exec(begun.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.match((await manager.get(take)).html, /Rosa Whitby of 12 Larkspur Way waited/);
  const named = await manager.send({ said: 'You told us that leaks wait.' });
  assert.match(named.text, /3 things might tell/);
  assert.match(named.text, /‘Rosa’ ?, the name of somebody on these cases\. It has to go\./);
  assert.doesNotMatch(named.text, /Take it out, and tell it/);
  for (const format of ['text', 'pdf'])
    assert.match((await manager.get(`${text}/${format}`)).text, /once nothing in it/);
  await manager.get(`${text}/tell`);
  assert.match((await manager.send({ way: 'newsletter' })).text, /might tell who somebody is/);

  const id = text.split('/').at(-1) ?? '';
  const tell = (change: Partial<Telling>, roles: readonly Role[] = ['manager']) =>
    inLandlord(web.db, web.landlordId, async (trx) => {
      const whole = (await findText(trx, id)) ?? assert.fail('a text');
      const who = { landlordId: web.landlordId, staff: web.staff.manager, roles };
      const telling = {
        text: id,
        seen: whole.version,
        way: 'newsletter',
        place: '',
        on: today,
        now: new Date(),
      } as const;
      const told = await shareText(trx, who, { ...telling, ...change });
      const [found] = await checkText(trx, whole, today);
      const said = { digest: found?.digest ?? '', reason: 'Why not', by: web.staff.manager, today };
      const codes = (refusals: readonly Refusal[]) => refusals.map(({ code }) => code);
      return [told.is === 'refused' ? codes(told.refusals) : [], codes(await letStand(trx, whole, said))];
    });
  assert.deepEqual(await tell({}), [['might-identify'], ['may-never-stand']]);
  const wrong = { seen: 0, way: 'site', on: addDays(today, 1) } as const;
  assert.deepEqual((await tell(wrong, ['officer']))[0], [
    'not-their-part',
    'seen-otherwise',
    'in-the-future',
    'might-identify',
  ]);
  assert.deepEqual((await tell({ way: 'site', on: addDays(today, -1) }))[0], ['published-today', 'might-identify']);

  const stale = await web.visitor('officer');
  const item = foundIn(/href="([^"]*\/items\/[0-9a-f-]{36})"/, named.html);
  await stale.get(item);
  await manager.get(item);
  const right = await manager.send({
    did: 'Each leak has one owner now. One family in Oak House helped us to test it.',
  });
  assert.match((await stale.send({ did: 'Something else' })).text, /Somebody else changed this text meanwhile/);
  assert.match(right.text, /‘One family’ ?, a small number.*Let it stand/);
  for (const href of [...right.html.matchAll(/href="([^"]*\/let-stand\/[0-9a-f]{64})"/g)].map(([, to]) => to ?? '')) {
    await manager.get(href);
    assert.match((await manager.send({})).text, /Say why it tells nobody who it is/);
    await manager.send({ reason: 'They asked to be mentioned, and 60 live there' });
  }
  const ready = await manager.get(text);
  assert.match(ready.text, /Manager lets it stand: They asked to be mentioned/);

  const slug = await inLandlord(web.db, web.landlordId, publicSlug);
  const anybody = await web.visitor(null);
  assert.match((await anybody.get(`/residents/${slug}/you-said-we-did`)).text, /Nothing stands here yet/);
  await manager.get(`${text}/tell`);
  const told = await manager.send({ way: 'site', place: '' });
  assert.match(told.text, /Published\. One case says that what was learnt was shared/);
  const page = await anybody.get(`/residents/${slug}/you-said-we-did`);
  assert.match(page.text, /You said: You told us that leaks wait\. We did: Each leak has one owner now/);
  assert.match((await anybody.get(`/residents/${slug}`)).text, /You said, we did: what complaints have changed/);
  const shared = await inLandlord(web.db, web.landlordId, async (trx) => {
    const file = await readCase(trx, taught.reference);
    return file?.case.history.findLast(({ what }) => what.type === 'LearningShared')?.what;
  });
  assert.deepEqual(shared, { type: 'LearningShared', with: 'public', where: 'site', words: null });

  assert.match((await manager.get(`${text}/text`)).text, /You said: You told us that leaks wait\./);
  for (const [format, begins] of [
    ['docx', 'PK'],
    ['pdf', '%PDF'],
  ] as const)
    assert.ok((await manager.get(`${text}/${format}`)).html.startsWith(begins), format);
  assert.equal((await manager.get(`${text}/exe`)).status, 404);

  // What is changed afterwards is not on the site until it is told again.
  await manager.get(item);
  await manager.send({ did: 'Each leak has one owner, day and night.' });
  assert.doesNotMatch((await anybody.shown(`/residents/${slug}/you-said-we-did`)).text, /day and night/);
  const log = await manager.get('/sharing');
  assert.match(log.text, /Our residents’ site/);
  const down = foundIn(/href="([^"]*\/take-down\/[0-9a-f-]{36})"/, (await manager.get(text)).html);
  await manager.get(down);
  assert.match((await manager.send({ because: 'The rota changed' })).text, /Taken down on .*: The rota changed/);
  assert.match((await anybody.get(`/residents/${slug}/you-said-we-did`)).text, /Nothing stands here yet/);

  // What it was written from is erased: the item, which a person may have written too near to it, goes with it.
  await inLandlord(web.db, web.landlordId, async (trx) => {
    const file = await readCase(trx, taught.reference);
    const learnt = file?.case.history.findLast(({ what }) => what.type === 'LearningRecorded')?.what;
    assert.ok(learnt?.type === 'LearningRecorded');
    await removeWords(trx, [learnt.words]);
  });
  assert.match((await manager.get(text)).text, /It tells nothing yet/);
});

test('a text is held against every case behind it, however many they are', async () => {
  const behind = inLandlord(web.db, web.landlordId, async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from shared_text limit 1`.execute(trx);
    const text = rows[0]?.id ?? assert.fail('a text');
    await sql`
      with heads as (
        insert into case_head (landlord_id, case_id, reference, seq, hash)
        select ${trx.landlordId}::uuid, gen_random_uuid(), 'MANY-' || n, 1, sha256('') from generate_series(1, 510) n
        returning case_id)
      insert into shared_item (text_id, id, n, case_id, seq)
      select ${text}::uuid, gen_random_uuid(), 100, case_id, 1 from heads`.execute(trx);
    throw new Error(`${(await casesBehindText(trx, text)).length} cases`);
  });
  await assert.rejects(behind, /^Error: 510 cases$/);
});

test('a text for staff never stands on the residents’ site, the member responsible reads and does not write', async () => {
  const manager = await web.visitor('manager');
  await manager.get('/sharing/new');
  const text = (await manager.send({ audience: 'staff' })).path;
  await manager.get(`${text}/items/new`);
  await manager.send({ area: 'Leaks', said: 'Nobody owned leaks.', did: 'One owner each.' });
  assert.doesNotMatch((await manager.shown(`${text}/tell`)).text, /Our residents’ site/);
  assert.match((await manager.send({ way: 'site' })).text, /Choose where it was told/);
  await manager.get(`${text}/tell`);
  assert.match((await manager.send({ way: 'meeting', place: 'Team talk' })).text, /Meeting: Team talk/);
  const member = await web.visitor('member-responsible');
  const seen = await member.get(text);
  assert.match(seen.text, /What went wrong: Nobody owned leaks/);
  assert.doesNotMatch(seen.text, /What it can be written from|Change item/);
  assert.equal((await member.knock('POST', `${text}/words`, { title: 'x' })).status, 403);
  const rows = await inLandlord(web.db, web.landlordId, (trx) =>
    sql`select 1 from shared_log where landlord_id = ${trx.landlordId}`.execute(trx),
  );
  assert.equal(rows.rows.length, 2);
});
