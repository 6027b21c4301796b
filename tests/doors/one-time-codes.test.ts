/** Codes by message and the counting of guesses, tried in the store with several processes' worth of connections. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { StaffId } from '../../src/facts/happened.js';
import { accessCodeFor, whoseCode } from '../../src/store/access-codes.js';
import { inLandlord, openDatabase, type Trx } from '../../src/store/database.js';
import { beginGuess, type Guess, wrongGuesses } from '../../src/store/guesses.js';
import {
  answerCodeRequest,
  askForCode,
  mintOneTimeCode,
  mostTries,
  useOneTimeCode,
} from '../../src/store/one-time-codes.js';
import { addStaff } from '../../src/store/staff.js';
import { londonDay } from '../../src/store/today.js';
import { plainWaysOut, writeWaysOut } from '../../src/store/ways-out.js';
import { freshSetting } from '../store/landlord.js';
import { type CaseWithPeople, caseWithPeople } from '../support/case-with-people.js';

const { db, ours, urls } = await freshSetting();
const other = openDatabase(urls.app, 'app', { connections: 10 });
// A minute into a quarter of an hour, so that what is meant to fall into one does.
const now = new Date(Math.floor(Date.now() / 900_000) * 900_000 + 60_000);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const onDayFour = (minutes: number) => later(4 * 24 * 60 + minutes);
let made: CaseWithPeople;

function within<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  return inLandlord(db, ours, work);
}

before(async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  const staff = await within((trx) => addStaff(trx, { name: 'Maya', email: 'maya@example.org', roles: ['officer'] }));
  made = await caseWithPeople(db, ours, staff as StaffId, [
    { kind: 'email', value: 'Rosa@Example.org' },
    { kind: 'text-message', value: '+44 7700 900123' },
    { kind: 'email', value: 'shared@example.org', standing: 'unsafe' },
  ]);
});

/** Asks, lets the job look, and gives what would leave: the request and to where. */
async function ask(way: string, from: { asker?: string; network?: string; reference?: string; at?: Date } = {}) {
  const { asker = 'a browser', network = way, reference = made.reference, at = now } = from;
  await within((trx) => askForCode(trx, { reference, way, asker, network }, at));
  const request = await within(async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from one_time_code where asked is not null`.execute(trx);
    assert.equal(rows.length, 1);
    return rows[0]?.id ?? '';
  });
  // A job may run twice.
  await within((trx) => answerCodeRequest(trx, request, at));
  await within((trx) => answerCodeRequest(trx, request, at));
  const queued = await within((trx) =>
    sql<{ address: string; body: string; code: { request: string } }>`
      select address, body, code from outgoing_message where key = ${`one-time-code ${request}`}`.execute(trx),
  );
  return { request, to: queued.rows[0]?.address ?? null, message: queued.rows[0] ?? null };
}

const use = (code: string, asker = 'a browser', at = now) => within((trx) => useOneTimeCode(trx, { asker, code }, at));

test('a code goes to a way on record as it stands there, never to one that is unsafe, and to nobody for a stranger’s', async () => {
  const { to, message } = await ask('rosa@example.ORG ');
  assert.equal(to, 'Rosa@Example.org');
  assert.match(message?.body ?? '', /\{code\}/, 'no code lies in a row');
  assert.ok(!message?.body.includes(made.reference) && !/Rosa|complain/i.test(message?.body ?? ''));
  assert.equal((await ask('07700900123')).to, null, 'no text leaves from here');
  const notify = { service: 'a', key: 'live', host: null, emailTemplate: null, textTemplate: 't' } as never;
  await within((trx) => writeWaysOut(trx, { ...plainWaysOut, texts: 'notify', notify }));
  assert.equal((await ask('07700900123', { network: 'again' })).to, '+44 7700 900123');
  assert.equal((await ask('shared@example.org')).to, null);
  assert.equal((await ask('stranger@example.net')).to, null);
  assert.equal((await ask('rosa@example.org', { reference: 'CMP-26-99999' })).to, null);
});

test('nothing that was typed lies in a row in plain, and none of it stays once it was looked at', async () => {
  await within((trx) =>
    askForCode(trx, { reference: made.reference, way: 'plain@example.net', asker: 'b', network: 'b' }, now),
  );
  const { rows } = await within((trx) =>
    sql<{ id: string; all: string }>`
    select id, o::text || encode(coalesce(asked, ''), 'escape') as all from one_time_code o where asked is not null`.execute(
      trx,
    ),
  );
  assert.equal(rows.length, 1);
  assert.ok(!rows[0]?.all.includes('plain@') && !rows[0]?.all.includes(made.reference));
  await within((trx) => answerCodeRequest(trx, rows[0]?.id ?? '', now));
  const left = await within((trx) => sql`select 1 from one_time_code where asked is not null`.execute(trx));
  assert.equal(left.rows.length, 0);
});

test('six digits let in once, for ten minutes, in the browser that asked, and for five tries', async () => {
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const first = await ask('rosa@example.org', { network: 'n1', asker: 'one', at: onDayFour(20) });
  const code = await within((trx) => mintOneTimeCode(trx, { request: first.request }, onDayFour(20)));
  assert.match(code, /^\d{6}$/);
  assert.equal(await use(code, 'another', onDayFour(21)), null, 'another browser');
  assert.equal(await use(code, 'one', onDayFour(31)), null, 'after ten minutes');
  for (let n = 1; n < mostTries - 1; n++) assert.equal(await use(wrong(code), 'one', onDayFour(22)), null);
  assert.deepEqual(await use(`${code.slice(0, 3)} ${code.slice(3)}`, 'one', onDayFour(22)), {
    caseId: made.caseId,
    person: made.resident,
  });
  assert.equal(await use(code, 'one', onDayFour(22)), null, 'it is spent');

  const second = await ask('rosa@example.org', { network: 'n1', asker: 'two', at: onDayFour(40) });
  const lost = await within((trx) => mintOneTimeCode(trx, { request: second.request }, onDayFour(40)));
  for (let n = 0; n < mostTries; n++) await use(wrong(lost), 'two', onDayFour(41));
  assert.equal(await use(lost, 'two', onDayFour(41)), null, 'five tries were used up');
  const both = await ask('rosa@example.org', { network: 'n1', asker: 'three', at: onDayFour(60) });
  const raced = await within((trx) => mintOneTimeCode(trx, { request: both.request }, onDayFour(60)));
  const came = await Promise.all(Array.from({ length: 8 }, () => use(raced, 'three', onDayFour(61))));
  assert.equal(came.filter((one) => one !== null).length, 1, 'of eight at once one gets in');
});

test('asking again and again sends nothing more: for one case a few, from one network a few', async () => {
  const sent: (string | null)[] = [];
  for (let n = 0; n < 6; n++) sent.push((await ask('07700900123', { network: `net ${n}`, at: later(2_000) })).to);
  assert.deepEqual(
    sent.map((to) => to !== null),
    [true, true, true, false, false, false],
  );
  for (let n = 0; n < 12; n++)
    await ask(`a${n}@example.net`, { network: 'one', reference: `X-${n}`, at: later(2_000) });
  assert.equal((await ask('rosa@example.org', { network: 'one', at: later(2_020) })).to, 'Rosa@Example.org');
});

const guess = (more: Partial<Guess> = {}): Guess => ({
  at: 'postcode',
  network: '10.1.1',
  about: ['A-1', 'LE1'],
  ...more,
});

async function guessWrong(g: Guess, at = now, on = db): Promise<boolean> {
  return inLandlord(on, ours, async (trx) => {
    const begun = await beginGuess(trx, g, at);
    await begun.wrong();
    return begun.tooMany;
  });
}

test('a wrong guess just after midnight counts as one', async () => {
  const midnight = new Date('2026-06-02T00:04:00.000Z');
  const g = guess({ network: 'at night', about: ['A-9', 'LE9'] });
  const said = [];
  for (let n = 0; n < 11; n++) said.push(await guessWrong(g, midnight));
  assert.deepEqual([said.slice(0, 10).includes(true), said[10]], [false, true]);
});

test('a hundred wrong guesses at once, by two processes, count as a hundred', async () => {
  const g = guess({ network: 'at once', about: ['A-2', 'LE2'] });
  const many = await Promise.all(Array.from({ length: 100 }, (_, n) => guessWrong(g, now, n % 2 === 0 ? db : other)));
  assert.equal(many.filter((tooMany) => !tooMany).length, 10, 'ten about one case, however they come');
  await other.close();
});

test('a network that guesses at many cases, and many networks that guess at one, are both stopped; others go on', async () => {
  const many = [];
  for (let n = 0; n < 25; n++) many.push(await guessWrong(guess({ network: 'loud', about: [`B-${n}`, `Q${n}`] })));
  assert.equal(many.filter((tooMany) => !tooMany).length, 20);
  const spread = [];
  for (let n = 0; n < 15; n++) spread.push(await guessWrong(guess({ network: `n${n}`, about: ['C-1', `M${n}`] })));
  assert.equal(spread.filter((tooMany) => !tooMany).length, 10);
  const postcodes = [];
  for (let n = 0; n < 15; n++) postcodes.push(await guessWrong(guess({ network: `p${n}`, about: [`D-${n}`, 'QQ9'] })));
  assert.equal(postcodes.filter((tooMany) => !tooMany).length, 10, 'one postcode tried with many references');
  assert.equal(await guessWrong(guess({ network: 'quiet', about: ['E-1', 'LE5'] })), false);
  assert.equal(
    await guessWrong(guess({ network: 'n1', about: ['C-1', 'M1'] }), later(16)),
    false,
    'a quarter of an hour on',
  );
});

test('nobody locks the right person out from elsewhere, and a right code needs no leave', async () => {
  const g = guess({ network: 'home', about: ['F-1', 'LE3'] });
  await within(async (trx) => (await beginGuess(trx, g, now)).right());
  for (let n = 0; n < 12; n++) await guessWrong(guess({ network: `enemy ${n}`, about: ['F-1', 'LE3'] }), later(1_000));
  const tooMany = (network: string) =>
    within(async (trx) => (await beginGuess(trx, guess({ network, about: ['F-1', 'LE3'] }), later(1_001))).tooMany);
  assert.equal(await tooMany('home'), false);
  assert.equal(await tooMany('a stranger'), true);

  const code = await within((trx) => accessCodeFor(trx, made.caseId, made.resident));
  for (let n = 0; n < 30; n++) await guessWrong({ at: 'access-code', network: 'home', about: [made.reference] });
  const found = await within((trx) =>
    whoseCode(trx, { reference: made.reference, code }, { now, today: londonDay(now) }),
  );
  assert.equal(found?.person, made.resident);
  assert.ok((await within((trx) => wrongGuesses(trx, made.reference, now))) >= 10, 'and staff see that somebody tries');
});

test('what is counted names no network, no postcode and no reference', async () => {
  const { rows } = await within((trx) =>
    sql<{ all: string }>`select string_agg(g::text, ' ') as all from guess_count g`.execute(trx),
  );
  for (const word of ['10.1.1', 'LE3', 'F-1', made.reference, 'home']) assert.ok(!rows[0]?.all.includes(word), word);
});
