/** Whoever was asked for words hears of it by e-mail, once for each notice; a demonstration writes to nobody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { addDays, day } from '../../src/facts/days.js';
import type { StaffId } from '../../src/facts/happened.js';
import { runJob } from '../../src/jobs/run-job.js';
import { inLandlord, type LandlordId } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { ask } from '../../src/store/report-asks.js';
import { beginReport } from '../../src/store/reports.js';
import { addStaff } from '../../src/store/staff.js';
import { plainWaysOut, type SmtpSetting, writeWaysOut } from '../../src/store/ways-out.js';
import { freshSetting } from '../store/landlord.js';

const { db, ours } = await freshSetting();
const shown = await makeLandlord(db, { name: 'Shown Homes', demonstration: true });
const today = day('2025-05-01');
const received: string[] = [];

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData: (stream, _, done) => {
    let text = '';
    stream.on('data', (piece: Buffer) => {
      text += piece.toString();
    });
    stream.on('end', () => {
      received.push(text);
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
server.server.unref();
const { port } = server.server.address() as { port: number };
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

async function asked(landlord: LandlordId): Promise<void> {
  await inLandlord(db, landlord, async (trx) => {
    const person = { roles: ['manager'], passwordHash: 'none' } as const;
    const by = (await addStaff(trx, { ...person, name: 'Maya', email: `maya@${landlord}.example` })) as StaffId;
    const whom = (await addStaff(trx, { ...person, name: 'Joel', email: `joel@${landlord}.example` })) as StaffId;
    const { id } = await beginReport(trx, { year: 2024, by, today });
    await ask(trx, { report: id, place: 'timeliness', whom, by, on: today, dueOn: addDays(today, 10), note: '' });
  });
}

const run = (landlord: LandlordId, on = today) =>
  runJob(db, 'remind-report-asks', { landlord, caseId: null, seq: null, asked: { day: on } });

test('the first notice goes at once, the next on its day, and none twice', async () => {
  await asked(ours);
  for (const on of [today, today, addDays(today, 1), addDays(today, 7), addDays(today, 7), addDays(today, 10)]) {
    await run(ours, on);
  }
  assert.equal(received.length, 3);
  assert.match(received[0] ?? '', new RegExp(`To: .*joel@${ours}\\.example`));
  assert.match(received[0]?.replaceAll('=\r\n', '') ?? '', /annual complaints report 2024-25: How soon we answered/);
  assert.match(received[0]?.replaceAll('=\r\n', '') ?? '', /\/reports\/annual\/[0-9a-f-]{36}\/words\/timeliness/);
});

test('it goes by the mail server that the landlord set for itself, and by none when it wants no e-mail', async () => {
  const own = { host: '127.0.0.1', port, security: 'none', signIn: 'none', userName: '', from: 'words@ours.example' };
  const ways = (email: 'smtp' | 'none') =>
    inLandlord(db, ours, (trx) =>
      writeWaysOut(trx, {
        ...plainWaysOut,
        email,
        smtp: { ...own, tokenUrl: null, clientId: null, scope: null } as SmtpSetting,
      }),
    );
  process.env.SMTP_URL = '';
  process.env.PUTRIGHT_ALLOW_HOSTS = '127.0.0.1';
  await ways('none');
  await run(ours, addDays(today, 17));
  assert.equal(received.length, 3);
  await ways('smtp');
  await run(ours, addDays(today, 17));
  assert.equal(received.length, 4, 'what could not leave is not taken for sent');
  assert.match(received[3] ?? '', /From: .*words@ours\.example/);
  await ways('none');
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
});

test('a demonstration writes to nobody', async () => {
  await asked(shown);
  assert.equal(await run(shown), 'not-sent');
  assert.equal(received.length, 4);
});
