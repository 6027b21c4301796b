/**
 * A mailbox of 10,000 messages with two files each, read by the worker as people run it: by IMAP from a real mail server on
 * the same machine, everything forced to the disk. And what the worker weighs meanwhile.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { keepSecret } from '../src/store/landlord-secrets.js';
import { makeLandlord } from '../src/store/landlords.js';
import { readingStates } from '../src/store/mailbox-readings.js';
import { saveMailbox, secretOf } from '../src/store/mailboxes.js';
import { dovecot, missing } from '../tests/support/debian.js';
import { startMailServer } from '../tests/support/dovecot.js';
import type { Figure } from './figures.js';
import { type Product, processorMs, weigh } from './product.js';

const messages = 10_000;
const user = 'complaints@bench.example';

/** Into a landlord of its own; nothing is measured where there is no mail server to read. */
export async function measure(folder: string, product: Product): Promise<readonly Figure[]> {
  const skip = missing(dovecot);
  if (skip !== false) {
    process.stdout.write(`  ${skip}\n`);
    return [];
  }
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1 });
  // Sealed by the key of the product that opens it.
  process.env.PUTRIGHT_KEY = readFileSync(join(folder, 'installation-key'), 'utf8').trim();
  const server = await startMailServer();
  try {
    server.fill(user, manyMessages());
    const landlordId = await makeLandlord(db, { name: `A mailbox of ${messages.toLocaleString('en-GB')} messages` });
    const states = () => inLandlord(db, landlordId, readingStates);
    const started = performance.now();
    const processorBefore = processorMs(product) ?? Number.NaN;
    await inLandlord(db, landlordId, async (trx) => {
      const id = await saveMailbox(trx, null, {
        name: 'Complaints',
        host: '127.0.0.1',
        port: server.port,
        security: 'none',
        folder: 'INBOX',
        userName: user,
        signIn: 'password',
        tokenUrl: null,
        clientId: null,
        scope: null,
        authservId: null,
        replyAddress: null,
        fromTheBeginning: true,
        pollSeconds: 60,
        reads: true,
      });
      await keepSecret(trx, secretOf(id, 'password'), server.password);
    });
    let early: number | null = null;
    let most = 0;
    for (let taken = 0; taken < messages; taken = (await states())[0]?.taken ?? 0) {
      await pause(1_000);
      most = Math.max(most, workerOf(product));
      if (early === null && taken >= messages / 5) early = most;
      if (performance.now() - started > 1_800_000) throw new Error('the mailbox was not read within half an hour');
    }
    const [state] = await states();
    if (state?.left !== 0) throw new Error('not every message could be taken in');
    const seconds = (performance.now() - started) / 1_000;
    return [
      {
        what: `${messages.toLocaleString('en-GB')} e-mails of two files taken in and durable`,
        value: seconds,
        unit: 's',
        atMost: 300,
      },
      { what: 'one e-mail of two files', value: (seconds * 1_000) / messages, unit: 'ms' },
      {
        what: 'one e-mail of two files, processor time of the whole product, previews of its files with it',
        value: ((processorMs(product) ?? Number.NaN) - processorBefore) / messages,
        unit: 'ms',
      },
      { what: 'the worker at its heaviest while it reads', value: most, unit: 'MB' },
      {
        what: 'the same against its heaviest in the first fifth',
        value: most / (early ?? most),
        unit: 'times',
        atMost: 1.25,
      },
    ];
  } finally {
    await server.stop();
    await db.close();
    delete process.env.PUTRIGHT_KEY;
  }
}

/** 0 when a process ended while it was weighed. */
function workerOf(product: Product): number {
  try {
    return weigh(product)?.worker ?? 0;
  } catch {
    return 0;
  }
}

function* manyMessages(): Generator<Buffer> {
  const lines = (bytes: number) => randomBytes(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
  for (let n = 0; n < messages; n++) {
    const file = (name: string, type: string, bytes: number) => [
      '--xx',
      `Content-Type: ${type}; name=${name}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename=${name}`,
      '',
      lines(bytes),
    ];
    yield Buffer.from(
      [
        'Received: from out.example.org by mx.bench.example; Mon, 2 Nov 2026 10:00:00 +0000',
        `From: Resident ${n} <resident${n}@example.org>`,
        'To: complaints@bench.example',
        `Subject: Damp in the bedroom, number ${n}`,
        `Message-ID: <${n}.${randomUUID()}@example.org>`,
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=xx',
        '',
        '--xx',
        'Content-Type: text/plain; charset=utf-8',
        '',
        `I reported the leak in flat ${n} weeks ago and nobody came. The bedroom is damp and my son coughs at night. I am ` +
          'very unhappy with how this was handled, and I would like somebody to look at the pipe behind the bath.',
        '',
        ...file('photo.jpg', 'image/jpeg', 40_000),
        ...file('letter.pdf', 'application/pdf', 20_000),
        '--xx--',
        '',
      ].join('\r\n'),
    );
  }
}
