/**
 * What slows down guessing at the doors: wrong attempts are counted for the network they come from and for what they are
 * about, in the database, since several web processes answer. A right access code is never refused for them: its 45 bits
 * need no such help. What little a reference and a postcode show is.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { type Trx, together } from './database.js';
import { keyFor } from './installation-key.js';

export type GuessAt = 'postcode' | 'access-code' | 'asking';

export interface Guess {
  readonly at: GuessAt;
  readonly network: string;
  /** What it is about: the reference as typed, the postcode as typed. */
  readonly about: readonly string[];
}

interface Limit {
  readonly network: number;
  readonly about: number;
}

/** Wrong attempts that one network may make, and that may be made about one thing from anywhere, in each span. */
const limits: Readonly<Record<GuessAt, { readonly quarter: Limit; readonly day: Limit }>> = {
  postcode: { quarter: { network: 20, about: 10 }, day: { network: 100, about: 30 } },
  'access-code': { quarter: { network: 20, about: 10 }, day: { network: 100, about: 50 } },
  // Here each asking counts: somebody gets a message for it.
  asking: { quarter: { network: 10, about: 3 }, day: { network: 40, about: 8 } },
};

const quarter = 15 * 60_000;
const day = 24 * 60 * 60_000;
/** A network that gave a right answer is known for it for so long. */
const knownFor = 30 * day;

function digest(trx: Trx, words: readonly string[]): Buffer {
  const hmac = createHmac('sha256', keyFor('guesses')).update(trx.landlordId);
  for (const word of words) hmac.update('\0').update(word.toLowerCase().replace(/[\s-]+/g, ''));
  return hmac.digest();
}

interface Keys {
  readonly network: Buffer;
  readonly about: readonly Buffer[];
  readonly known: readonly Buffer[];
  readonly overflow: Buffer;
}

function keysOf(trx: Trx, { at, network, about }: Guess): Keys {
  return {
    network: digest(trx, [at, 'network', network]),
    about: about.map((one, n) => digest(trx, [at, 'about', String(n), one])),
    known: about.map((one, n) => digest(trx, [at, 'known', String(n), one, network])),
    overflow: digest(trx, [at, 'overflow']),
  };
}

export interface GuessBegun {
  /** One too many: whatever was typed, it is answered like a wrong one. */
  readonly tooMany: boolean;
  readonly wrong: () => Promise<void>;
  readonly right: () => Promise<void>;
}

/**
 * Counts before anything is looked up. Attempts from one network, and about one thing, wait for each other until the
 * transaction ends, so that a hundred at once count as a hundred. Wrong, unknown and too many do the same work.
 */
export async function beginGuess(trx: Trx, guess: Guess, now: Date): Promise<GuessBegun> {
  const keys = keysOf(trx, guess);
  const spans = [begin(now, quarter), begin(now, day)] as const;
  // They travel together, and the count is made once the lock is held.
  const [, { rows }] = await together(
    sql`select pg_advisory_xact_lock(k) from (
      select distinct k from unnest(${[keys.network, ...keys.about].map((one) => one.readBigInt64BE(0).toString())}::bigint[])
        as k order by k) as keys`.execute(trx),
    sql<{ key: string; began: string; failures: number }>`
      select encode(key_digest, 'hex') as key, to_char(began_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as began, failures
      from guess_count
      where landlord_id = ${trx.landlordId}
        and key_digest = any (${[keys.network, ...keys.about, ...keys.known]}::bytea[])`.execute(trx),
  );
  const failures = (key: Buffer, span: Date) =>
    rows.find((row) => row.key === key.toString('hex') && Date.parse(row.began) === span.getTime())?.failures ?? 0;
  const isKnown = (key: Buffer) =>
    rows.some((row) => row.key === key.toString('hex') && Date.parse(row.began) > now.getTime() - knownFor);
  const { quarter: ofQuarter, day: ofDay } = limits[guess.at];
  const over = (key: Buffer, which: keyof Limit) =>
    failures(key, spans[0]) >= ofQuarter[which] || failures(key, spans[1]) >= ofDay[which];
  const networkOver = over(keys.network, 'network');
  // Nobody locks the right person out from elsewhere: where they have come from before, only their own misses count.
  const tooMany = networkOver || keys.about.some((key, n) => over(key, 'about') && !isKnown(keys.known[n] ?? key));
  return {
    tooMany,
    wrong: async () => {
      // A network that may not go on fills no table either: what it asks about is counted under one key.
      const counted = [keys.network, ...keys.about.map((key) => (networkOver ? keys.overflow : key))];
      await note(trx, [...new Set(counted.map((one) => one.toString('hex')))], spans, now);
    },
    right: async () => {
      const fresh = keys.known.filter((key) => !rows.some((row) => row.key === key.toString('hex')));
      for (const key of fresh) {
        await sql`insert into guess_count (landlord_id, key_digest, began_at, failures)
          values (${trx.landlordId}, ${key}, ${now.toISOString()}, 0) on conflict do nothing`.execute(trx);
      }
    },
  };
}

function begin(now: Date, span: number): Date {
  return new Date(Math.floor(now.getTime() / span) * span);
}

async function note(trx: Trx, keys: readonly string[], spans: readonly Date[], now: Date): Promise<void> {
  // In the first quarter of an hour of a day both spans begin together, and one row counts for both.
  const begun = [...new Set(spans.map((one) => one.toISOString()))];
  await sql`
    insert into guess_count (landlord_id, key_digest, began_at, failures)
    select ${trx.landlordId}, decode(k, 'hex'), s, 1
    from unnest(${[...keys].sort()}::text[]) as k, unnest(${begun}::timestamptz[]) as s
    on conflict (landlord_id, key_digest, began_at) do update set failures = guess_count.failures + 1`.execute(trx);
  await sql`delete from guess_count
    where landlord_id = ${trx.landlordId} and began_at < ${new Date(now.getTime() - knownFor).toISOString()}`.execute(
    trx,
  );
}

/** How often a code for this reference was wrong on the day: for the staff of the case. */
export async function wrongGuesses(trx: Trx, reference: string, now: Date): Promise<number> {
  const keys = (['postcode', 'access-code'] as const).map((at) => digest(trx, [at, 'about', '0', reference]));
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(failures), 0)::int as n from guess_count
    where landlord_id = ${trx.landlordId} and key_digest = any (${keys}::bytea[])
      and began_at = ${begin(now, day).toISOString()}`.execute(trx);
  return rows[0]?.n ?? 0;
}
