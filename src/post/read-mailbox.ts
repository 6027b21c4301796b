/**
 * Reads one mailbox for as long as it is told to: holds it, connects, takes in what is new, waits for more. Whatever
 * breaks, the next time begins where everything before was taken in.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { keepSecret } from '../store/landlord-secrets.js';
import { holdMailbox, letGo, noteTrouble, type Reading } from '../store/mailbox-readings.js';
import { secretOf, secretsOf } from '../store/mailboxes.js';
import { ConnectionLost } from './fetch-mail.js';
import { type Opened, openMailbox } from './mailbox-connection.js';
import { NotOurs, numbering, type Reader, readOnce, type Stuck, within } from './mailbox-pass.js';

const renewEvery = 20_000;

/** Reads until it is told to stop. Never throws for what the mailbox or the line does. */
export async function keepReading(reader: Reader, stop: AbortSignal): Promise<void> {
  let failures = 0;
  const stuck: Stuck = { after: -1, rounds: 0 };
  while (!stop.aborted) {
    const held = await hold(reader).catch(() => null);
    if (held === null) {
      await rest(15_000, stop);
      continue;
    }
    let trouble: { why: string; lasting: boolean } | null = null;
    try {
      trouble = await readWhileConnected(reader, held, stuck, stop, () => {
        failures = 0;
      });
    } catch (error) {
      if (!(error instanceof NotOurs)) {
        if (!(error instanceof ConnectionLost)) reader.onFault(error);
        trouble = { why: 'The connection to the mail server was lost: we try again.', lasting: false };
      }
    }
    if (stop.aborted) break;
    if (trouble !== null) {
      failures += 1;
      // A line that breaks now and then is no trouble that a person should read about.
      if (trouble.lasting || failures > 1)
        await within(reader, (trx) => noteTrouble(trx, reader.box.id, reader.holder, trouble.why)).catch(() => {});
      await rest((reader.pauses ?? pauseAfter)(failures, trouble.lasting), stop);
    }
  }
  await within(reader, (trx) => letGo(trx, reader.box.id, reader.holder)).catch(() => {});
}

/** 5, 10, 20 seconds and so on to five minutes; where only a person can help, five minutes at once and half an hour at most. */
export function pauseAfter(failures: number, lasting: boolean): number {
  const [first, most] = lasting ? [300_000, 1_800_000] : [5_000, 300_000];
  return Math.min(most, first * 2 ** Math.min(10, failures - 1)) * (0.9 + Math.random() * 0.2);
}

async function rest(milliseconds: number, stop: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: stop }).catch(() => {});
}

function hold(reader: Reader): Promise<Reading | null> {
  return within(reader, (trx) => holdMailbox(trx, reader.box.id, reader.holder));
}

async function readWhileConnected(
  reader: Reader,
  held: Reading,
  stuck: Stuck,
  stop: AbortSignal,
  onRead: () => void,
): Promise<{ why: string; lasting: boolean } | null> {
  const { box, rules } = reader;
  const secrets = await within(reader, (trx) => secretsOf(trx, box.id));
  const opened = await openMailbox(box, secrets, { ...rules, signal: stop });
  if (!opened.ok) return opened;
  const { client, refreshToken } = opened;
  const close = (): void => client.close();
  stop.addEventListener('abort', close, { once: true });
  let ours = true;
  // What is told while we take in counts too: then there is no waiting.
  const news = { came: false };
  client.on('exists', () => {
    news.came = true;
  });
  const renewing = setInterval(() => {
    hold(reader).then(
      (still) => {
        if (still === null) {
          ours = false;
          client.close();
        }
      },
      () => {},
    );
  }, renewEvery);
  try {
    // The old one may be void already: the new one is kept before anything else.
    if (refreshToken !== null)
      await within(reader, (trx) => keepSecret(trx, secretOf(box.id, 'refresh token'), refreshToken));
    let at = await numbering(reader, opened, held);
    while (!stop.aborted && ours) {
      news.came = false;
      at = await readOnce(reader, opened, at, stuck);
      onRead();
      if (!news.came) await untilMore(opened, box.pollSeconds * 1000, stop);
      if (!client.usable) throw ours ? new ConnectionLost('the connection ended') : new NotOurs();
    }
    return null;
  } finally {
    clearInterval(renewing);
    stop.removeEventListener('abort', close);
    client.close();
  }
}

/** Waits until the server tells of something new, the pause between two looks is over, the line breaks or we are to stop. */
async function untilMore({ client }: Opened, milliseconds: number, stop: AbortSignal): Promise<void> {
  const over = new AbortController();
  const end = (): void => over.abort();
  client.once('exists', end);
  client.once('close', end);
  stop.addEventListener('abort', end, { once: true });
  try {
    client.idle().catch(end);
    await rest(milliseconds, over.signal);
  } finally {
    client.off('exists', end);
    client.off('close', end);
    stop.removeEventListener('abort', end);
  }
}
