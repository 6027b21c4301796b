/** Words of residents: which rise, which are never shown, what erasing takes away, and who is led to the cases. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { addDays, day } from '../../src/facts/days.js';
import type { CaseId, HomeId, PersonId } from '../../src/facts/happened.js';
import { readThemes } from '../../src/jobs/read-themes.js';
import { lastMonth } from '../../src/reports/themes/months.js';
import { mostUsed, risingTerms } from '../../src/reports/themes/rising.js';
import { termsOf } from '../../src/reports/themes/terms.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord } from '../../src/store/database.js';
import { makeHome, makePerson } from '../../src/store/people.js';
import { rebuild } from '../../src/store/rebuild.js';
import { takeReferences } from '../../src/store/references.js';
import { countToRead, readTerms } from '../../src/store/themes/read-terms.js';
import { londonDay } from '../../src/store/today.js';
import { newKeeper, removeWords } from '../../src/store/words.js';
import type { Write } from '../../src/store/write.js';
import { logged } from '../store/landlord.js';
import { openBrowser } from '../support/browser.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

const today = londonDay(new Date());
const latest = lastMonth(today);
let web: TestWeb;

interface Told {
  readonly text: string;
  readonly person?: PersonId;
  readonly home?: HomeId;
  /** Days before the end of the latest month. */
  readonly ago?: number;
}

/** Complaints with these words, each of another person unless one is named. */
async function tell(told: readonly Told[]): Promise<readonly { readonly id: CaseId; readonly words: string }[]> {
  return inLandlord(web.db, web.landlordId, async (trx) => {
    const references = await takeReferences(trx, today, told.length);
    const made: { id: CaseId; words: string }[] = [];
    const writes: Write[] = [];
    for (const [i, { text, person, home, ago = 3 }] of told.entries()) {
      const keeper = newKeeper();
      const words = keeper.keep(text);
      const on = addDays(latest.until, -ago);
      const id = randomUUID() as CaseId;
      made.push({ id, words });
      writes.push({
        caseId: id,
        expectedVersion: 0,
        reference: references[i] ?? '',
        happened: [
          {
            on,
            what: {
              type: 'Received',
              channel: 'email',
              firstHeardBy: 'complaints-team',
              words,
              files: [],
              person: person ?? (await makePerson(trx, { name: null })),
              home: home ?? null,
              tenure: 'LCRA',
              group: [],
              hazards: [],
            },
          },
          logged(on),
        ],
        recordedBy: { staff: web.staff.officer },
        recordedAt: `${on}T10:00:00.000Z`,
        words: keeper.kept,
      });
    }
    assert.equal((await append(trx, web.landlordId, writes)).ok, true);
    return made;
  });
}

const times = (n: number, told: (i: number) => Told): Told[] => Array.from({ length: n }, (_, i) => told(i));
let sewage: Awaited<ReturnType<typeof tell>>;
let four: Awaited<ReturnType<typeof tell>>;

before(async () => {
  web = await startWeb();
  const [zebrowski, one, home, lane] = await inLandlord(web.db, web.landlordId, async (trx) => [
    await makePerson(trx, { name: 'Aneta Zebrowski' }),
    await makePerson(trx, { name: 'Somebody Else' }),
    await makeHome(trx, { address: '4 Larkspur Way', postcode: 'ZZ1 1AA' }),
    await makeHome(trx, { address: '9 Mill Lane', postcode: 'ZZ1 1AB' }),
  ]);
  await tell([
    ...times(110, (i) => ({ text: 'The heating is broken and cold comes in.', ago: 40 + (i % 11) * 30 })),
    ...times(20, () => ({ text: 'The heating is broken and cold comes in.' })),
    ...times(6, (i) => ({ text: 'Our neighbour zebrowski is loud.', ...(i === 0 ? { person: zebrowski } : {}) })),
    ...times(6, (i) => ({ text: 'Rubbish lies in larkspur all over.', ...(i === 0 ? { home } : {}) })),
    ...times(6, () => ({ text: 'It was administrator who told me.' })),
    ...times(6, (i) => ({ text: 'They dump it in mill lane, by the hall.', ...(i === 0 ? { home: lane } : {}) })),
    ...times(6, () => ({ text: 'My budgerigar died.', person: one })),
  ]);
  four = await tell(times(4, () => ({ text: 'There is subsidence.' })));
  sewage = await tell(times(9, () => ({ text: 'There is raw sewage in the kitchen.' })));
  assert.ok((await readTerms(web.db, web.landlordId)) > 160);
});
after(() => web.close());

test('only what its writer wrote small is a word; names, addresses of mail, numbers and shouting are none', () => {
  const terms = termsOf([
    'Dear Sir, the Boiler leaks. Mr okonkwo of 14 Elm Road, o’brien and dave said so; write to a.b@example.org or www.example.org',
    'The leak, the windows’ frames, the batteries and 2nd radiator. It hasn’t stopped',
    'THE ROOF FELL IN',
    'no capitals here, so perhaps zelenka is a name',
  ]);
  assert.deepEqual([...terms].sort(), ['battery', 'frame', 'leak', 'radiator', 'window']);
  // Two that stand side by side are a term too, not across a stop, a name, a number or an empty line.
  const together = termsOf([
    'The boiler pressure drops. Black Mould, black moulds\nspread in the hall\n\nbathroom, flat 12 boiler Smith pressure',
  ]);
  assert.deepEqual([...together].filter((term) => term.includes(' ')).sort(), [
    'black mould',
    'boiler pressure',
    'mould spread',
    'pressure drop',
  ]);
});

test('however many pairs a case tells of, its words are read to the end', () => {
  const few = [...'abcdefghijklmnopqrstu'].map((letter) => `zo${letter}ke`);
  const pairs = few.flatMap((one) => few.filter((other) => other !== one).map((other) => `${one} ${other}`));
  const terms = [...termsOf([`The ${pairs.join('. ')}. the sewage stank`])];
  assert.deepEqual(terms.filter((term) => !term.includes(' ')).sort(), [...few, 'sewage', 'stank'].sort());
  assert.equal(terms.filter((term) => term.includes(' ')).length, 400);
  // Nor is a word lost to pairs the other way: past the most words, none is counted in a pair alone.
  const many = Array.from({ length: 500 }, (_, n) => `zo${few[n % 21]?.[2]}${few[Math.trunc(n / 21)]?.[2] ?? 'z'}ke`);
  const read = new Set(termsOf([`The ${many.join(' ')}`]));
  for (const term of read) for (const word of term.split(' ')) assert.ok(read.has(word), term);
});

test('a busy month lifts no word by itself, and a word of nine cases that nobody used before rises', () => {
  const counts = [
    { id: 1, term: 'heating', latest: 60, before: 360 },
    { id: 2, term: 'sewage', latest: 9, before: 0 },
    { id: 3, term: 'lift', latest: 4, before: 0 },
  ];
  const cases = { latest: 100, before: 600 };
  assert.deepEqual(
    risingTerms(counts, cases).map(({ term }) => term),
    ['sewage'],
  );
  assert.deepEqual(
    mostUsed(counts).map(({ term }) => term),
    ['heating', 'sewage'],
  );
});

test('a pair stands for the words that rise by it alone, and is left out where they rise without it', () => {
  const cases = { latest: 100, before: 600 };
  const rising = (counts: readonly (readonly [string, number, number])[]) =>
    risingTerms(
      counts.map(([term, latest, before], id) => ({ id, term, latest, before })),
      cases,
    ).map(({ term }) => term);
  // 'boiler' is told as much as ever; 'pressure' only with it.
  assert.deepEqual(
    rising([
      ['boiler', 30, 180],
      ['pressure', 12, 2],
      ['boiler pressure', 12, 0],
    ]),
    ['boiler pressure'],
  );
  // 'mould' rises in every way of speaking, so 'black mould' says no more.
  assert.deepEqual(
    rising([
      ['mould', 40, 20],
      ['black mould', 10, 5],
    ]),
    ['mould'],
  );
  assert.deepEqual(
    mostUsed([
      { id: 1, term: 'front', latest: 10, before: 0 },
      { id: 2, term: 'door', latest: 40, before: 0 },
      { id: 3, term: 'front door', latest: 9, before: 0 },
    ]).map(({ term }) => term),
    ['door', 'front door'],
  );
});

test('sewage rises; a resident’s name, a street, a colleague’s name, one person’s word and a word of four cases are nowhere', async () => {
  const manager = await web.visitor('manager');
  const page = await manager.get('/themes/words');
  assert.equal(page.status, 200);
  assert.match(page.text, /Words that rise: of 1,000 complaints/);
  for (const word of ['raw sewage', 'heating', 'broken']) assert.match(page.text, new RegExp(word), word);
  for (const word of ['mill lane', 'zebrowski', 'larkspur', 'administrator', 'budgerigar', 'subsidence'])
    assert.doesNotMatch(page.text, new RegExp(`\\b${word}\\b`), word);
  assert.match(page.text, /words were left out: a name/);
  assert.match((await manager.get('/themes')).text, /In residents’ own language:.*sewage/);
});

test('who works with cases is led from a word to them; the member responsible, to whom none was opened, is not', async () => {
  const officer = await web.visitor('officer');
  const href = foundIn(/href="(\/themes\/words\/\d+)">raw sewage/, (await officer.get('/themes/words')).html);
  const word = await officer.get(href);
  assert.match(word.text, /‘raw sewage’/);
  assert.match(word.text, /9 cases\./);
  assert.doesNotMatch(word.text, /Leave these words out/);
  const member = await web.visitor('member-responsible');
  const seen = await member.get('/themes/words');
  assert.match(seen.text, /sewage/);
  assert.doesNotMatch(seen.html, /\/themes\/words\/\d/);
  assert.equal((await member.get(href)).status, 404);
  for (const none of ['/themes/words/0', '/themes/words/x', '/themes/words/999999999999'])
    assert.equal((await officer.get(none)).status, 404);
});

test('the job reads what waits and puts what is news to the senior lead, each thing of a month once', async () => {
  for (let i = 0; i < 2; i++) await readThemes.run({ db: web.db, landlordId: web.landlordId }, { day: today });
  const manager = await web.visitor('manager');
  const listed = await manager.get('/themes/risks');
  assert.equal(listed.text.split('9 of ').length, 1 + 2, 'raw sewage and kitchen, each once');
  assert.match(listed.text, /A word that rises Waits for an answer Proposed by the rule/);
  assert.doesNotMatch(listed.text, /sewage/);
  assert.match((await manager.get('/')).text, /possible systemic risk/);
});

test('a manager leaves a word out and takes it back', async () => {
  const manager = await web.visitor('manager');
  const href = foundIn(/href="(\/themes\/words\/\d+)">raw sewage/, (await manager.get('/themes/words')).html);
  await manager.get(href);
  const left = await manager.send({}, href);
  assert.match(left.text, /The word is left out from now on/);
  assert.match(left.text, /raw sewage, by Manager/);
  assert.doesNotMatch(left.html, /words\/\d+">raw sewage/);
  assert.equal((await manager.get(href)).status, 404);
  await manager.get('/themes/words');
  assert.match((await manager.send({ term: 'raw sewage' }, '/themes/words')).html, /words\/\d+">raw sewage/);
});

test('what is erased is told no more, at once; rebuilding finds nothing else and puts right what somebody changed', async () => {
  const known = (word: string) =>
    inLandlord(web.db, web.landlordId, async (trx) => {
      const { rows } = await sql`select 1 from theme_term where term = ${word}`.execute(trx);
      return rows.length > 0;
    });
  assert.equal(await known('subsidence'), true);
  await inLandlord(web.db, web.landlordId, (trx) =>
    removeWords(
      trx,
      four.map(({ words }) => words),
    ),
  );
  assert.equal(await known('subsidence'), false);
  assert.equal(await known('heating'), true);
  assert.equal(await inLandlord(web.db, web.landlordId, countToRead), 4);
  await readTerms(web.db, web.landlordId);
  assert.equal(await known('subsidence'), false);
  const clean = await rebuild(web.db, web.landlordId, { compareOnly: true });
  assert.deepEqual(clean.different, []);
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`update theme_case set terms = terms[2:] where case_id = ${sewage[0]?.id}`.execute(trx),
  );
  const changed = await rebuild(web.db, web.landlordId, { compareOnly: true });
  assert.deepEqual(
    changed.different.map(({ table, why }) => [table, why]),
    [['theme_case', '0 words too many, 1 missing']],
  );
  await rebuild(web.db, web.landlordId);
  assert.equal((await rebuild(web.db, web.landlordId, { compareOnly: true })).differences, 0);
});

test('a month that has not ended, and days that are none, lead to the last month', async () => {
  const manager = await web.visitor('manager');
  for (const month of [today.slice(0, 7), '2026-13', 'x', '%00']) {
    assert.match((await manager.get(`/themes?month=${month}`)).text, new RegExp(latest.name));
  }
  assert.equal(day(latest.until) < today, true);
  for (const path of ['/themes/by/shoe-size', '/themes/by/block/none', '/themes/by/area/000000000000'])
    assert.equal((await manager.get(path)).status, 404);
  const csv = await manager.get('/themes/by/area/csv');
  assert.match(csv.text, /North/);
  assert.match(csv.headers.get('content-type') ?? '', /csv/);
});

test('the pages of themes and of what is shared are good screens, with and without JavaScript, at 320 pixels', async () => {
  const manager = await web.visitor('manager');
  const word = foundIn(/href="(\/themes\/words\/\d+)">raw sewage/, (await manager.get('/themes/words')).html);
  await manager.get('/sharing/new');
  const text = (await manager.send({ audience: 'panel' })).path;
  await manager.get(`${text}/items/new`);
  await manager.send({ said: 'One family waited.', did: 'Kowalski rings back by noon, £50 is paid.' });
  const browser = await openBrowser();
  try {
    for (const path of ['/themes', '/themes/by/area', word, '/themes/risks/new', text])
      await assertGoodScreen(browser, web, 'manager', path);
  } finally {
    await browser.close();
  }
});
