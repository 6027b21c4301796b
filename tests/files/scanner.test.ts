/** The scanner: a real clamd where there is one, and one of the tests' own that answers as clamd would on a bad day. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { scanBytes } from '../../src/post/clamd.js';
import { lookAtFiles, waysOf } from '../../src/post/look-at-files.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { findUnlooked } from '../../src/store/file-looking.js';
import { previewFolder, serveable, servingOf } from '../../src/store/file-scans.js';
import { type Scanner, scannerOf } from '../../src/store/scanner.js';
import { freshSetting } from '../store/landlord.js';
import { infectedWords, startClamd } from '../support/clamd.js';
import { clamav, missing } from '../support/debian.js';
import { zipOf } from '../support/zips.js';
import { bring, lookOf } from './kept.js';
import { photograph } from './makings.js';

const { db, ours, files } = await freshSetting();
const place = { db, files, landlordId: ours };
const quick = { connectMs: 2_000, silenceMs: 400, wholeMs: 3_000 };

async function* bytes(...pieces: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}

/** A scanner that does with each connection what it is told. */
async function scannerThat(does: (socket: Socket) => void): Promise<{ scanner: Scanner; server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    does(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return { scanner: { host: '127.0.0.1', port: (server.address() as { port: number }).port }, server };
}

/** Answers once the stream has ended. */
const saying = (answer: string) => (socket: Socket) => {
  let heard = Buffer.alloc(0);
  socket.on('data', (piece) => {
    heard = Buffer.concat([heard, piece]);
    if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
  });
};

test('where the scanner listens is a host with a port, or a socket', () => {
  assert.equal(scannerOf({}), null);
  assert.deepEqual(scannerOf({ PUTRIGHT_CLAMD: 'clamd:3310' }), { host: 'clamd', port: 3310 });
  assert.deepEqual(scannerOf({ PUTRIGHT_CLAMD: '[::1]:3310' }), { host: '::1', port: 3310 });
  assert.deepEqual(scannerOf({ PUTRIGHT_CLAMD: '/run/clamav/clamd.ctl' }), { path: '/run/clamav/clamd.ctl' });
  assert.throws(() => scannerOf({ PUTRIGHT_CLAMD: 'clamd' }), /PUTRIGHT_CLAMD cannot be read/);
});

test('only the scanner’s plain OK means clean; silence, nonsense and a closed door mean that it waits', async () => {
  const answers: [(socket: Socket) => void, unknown][] = [
    [saying('stream: OK\0'), { is: 'clean' }],
    [saying('stream: Eicar-Test-Signature FOUND\0'), { is: 'infected', name: 'Eicar-Test-Signature' }],
    [saying('stream: <b>words of its own</b> FOUND\0'), { is: 'infected', name: 'unnamed' }],
    [saying('stream: Heuristics.Encrypted.Zip FOUND\0'), { is: 'cannot', why: 'encrypted' }],
    [saying('stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0'), { is: 'cannot', why: 'over-limit' }],
    [saying('INSTREAM size limit exceeded. ERROR\0'), { is: 'cannot', why: 'over-limit' }],
    [saying('stream: OK but not quite\0'), { is: 'down' }],
    [saying('stream: '), { is: 'down' }],
    [saying(''), { is: 'down' }],
    [(socket) => socket.destroy(), { is: 'down' }],
    [() => {}, { is: 'down' }],
    [(socket) => socket.write('x'.repeat(100_000)), { is: 'down' }],
  ];
  const said = await Promise.all(
    answers.map(async ([does]) =>
      scanBytes((await scannerThat(does)).scanner, () => bytes('some', '', 'bytes'), quick),
    ),
  );
  assert.deepEqual(
    said,
    answers.map(([, expected]) => expected),
  );
  assert.deepEqual(await scanBytes({ path: '/nowhere/at/all' }, () => bytes('x'), quick), { is: 'down' });
});

test('a scanner that is down leaves a file waiting, and it is asked again', async () => {
  const down = await scannerThat((socket) => socket.destroy());
  const file = await bring(place, 'patience.jpg', await photograph());
  const now = Date.now();
  const at = (seconds: number) => () => new Date(now + seconds * 1_000);
  const ways = waysOf({ scanner: down.scanner, scanLimits: quick, now: at(1) });
  assert.equal(await lookAtFiles(place, ways), 1);
  const waits = await lookOf(place, file);
  assert.deepEqual([waits.state, waits.because, waits.preview], ['waiting', 'scanner-down', 'waiting']);
  const served = await inLandlord(db, ours, (trx) => serveable(trx, file, 'staff'));
  assert.deepEqual([served?.pictures, served?.copy, served?.original], [0, false, 'no']);
  const well = await scannerThat(saying('stream: OK\0'));
  assert.equal(await lookAtFiles(place, { ...ways, scanner: well.scanner, now: at(2) }), 0);
  assert.equal(await lookAtFiles(place, { ...ways, scanner: well.scanner, now: at(60) }), 1);
  assert.deepEqual([(await lookOf(place, file)).state, (await lookOf(place, file)).pictures], ['clean', 1]);
});

test('what came without a scanner is scanned once there is one, and not served until then', async () => {
  const file = await bring(place, 'before.jpg', await photograph(60));
  await lookAtFiles(place, waysOf({ scanner: null }));
  assert.equal((await lookOf(place, file)).state, 'not-scanned');
  process.env.PUTRIGHT_CLAMD = '/run/somewhere';
  after(() => delete process.env.PUTRIGHT_CLAMD);
  assert.equal((await lookOf(place, file)).state, 'waiting');
  delete process.env.PUTRIGHT_CLAMD;
  assert.equal(await inLandlord(db, ours, (trx) => findUnlooked(trx, true)), 1);
  const { scanner } = await scannerThat(saying('stream: OK\0'));
  await lookAtFiles(place, waysOf({ scanner, scanLimits: quick, now: () => new Date(Date.now() + 60_000) }));
  assert.equal((await lookOf(place, file)).state, 'clean');
});

test('a real clamd: clean, infected, infected inside an archive, too long', { skip: missing(clamav) }, async (t) => {
  const clamd = await startClamd();
  t.after(() => clamd.stop());
  const ways = waysOf({ scanner: { path: clamd.path } });
  const clean = await bring(place, 'clean.jpg', await photograph(70));
  const bad = await bring(place, 'bad.txt', `Hello. ${infectedWords}`);
  const inside = await bring(place, 'inside.zip', zipOf([['bad.txt', Buffer.from(infectedWords)]]));
  const long = await bring(place, 'long.bin', Buffer.alloc(3_500_000, 7));
  assert.equal(await lookAtFiles(place, ways), 4);
  assert.equal((await lookOf(place, clean)).state, 'clean');
  assert.deepEqual([(await lookOf(place, long)).state, (await lookOf(place, long)).because], ['cannot', 'over-limit']);
  for (const file of [bad, inside]) {
    const look = await lookOf(place, file);
    assert.deepEqual([look.state, look.preview], ['infected', 'none']);
    assert.match(look.found ?? '', /Putright\.Tests\.Signature/);
    assert.ok(!existsSync(join(files, previewFolder(ours, look.content))));
    const { pictures, text, copy, original } = servingOf(look, 'staff', true);
    assert.deepEqual([pictures, text, copy, original], [0, false, false, 'no']);
  }
  const told = await inLandlord(db, ours, (trx) => waitingArrivals(trx));
  assert.deepEqual(
    told.map((one) => one.kind),
    ['infected-file', 'infected-file'],
  );
  assert.match(told[0]?.note ?? '', /is infected \(Putright\.Tests\.Signature/);
  await clamd.stop();
  const later = await bring(place, 'later.txt', 'Nobody scans this now');
  await lookAtFiles(place, ways);
  assert.equal((await lookOf(place, later)).state, 'waiting');
});
