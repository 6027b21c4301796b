/**
 * The residents' side: 60 requests a second, coming when they come and not when the last one was answered, to the answer
 * for a reference and a postcode and to the page of a case. A request that had to wait its turn counts from when it came.
 */
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { CaseId, PersonId } from '../src/facts/happened.js';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { publicSlug } from '../src/store/publications.js';
import { openResidentSession } from '../src/store/resident-sessions.js';
import { csrfToken } from '../src/web/answers.js';
import type { Made } from './data.js';
import { type Figure, timesOf } from './figures.js';
import type { Measured } from './measured.js';

const usual = 60;
const seconds = 12;
const visitor = 'v'.repeat(43);

interface Followed {
  readonly reference: string;
  readonly postcode: string;
  readonly cookie: string;
}

interface Asked {
  readonly path: string;
  readonly cookie: string;
  readonly body: string | null;
  readonly holds: string;
}

/** Gives the p99 of each, and the processor time of one. */
export async function measure(made: Made, folder: string, measured: Measured): Promise<readonly Figure[]> {
  const { base, cases } = await followed(made, folder);
  const one = (i: number): Followed => {
    const found = cases[i % cases.length];
    if (found === undefined) throw new Error('no case of this landlord has a resident and a postcode');
    return found;
  };
  const stage = await atRate(measured, 'the stage and the next date, by reference and postcode', (i) => {
    const { reference, postcode } = one(i);
    const body = new URLSearchParams({ _csrf: csrfToken(visitor), reference, postcode }).toString();
    return { path: `${base}/follow`, cookie: `putright-visitor=${visitor}`, body, holds: reference };
  });
  const page = await atRate(measured, 'the page of a case for its resident', (i) => {
    const { reference, cookie } = one(i);
    return { path: `${base}/case`, cookie, body: null, holds: reference };
  });
  return [...stage, ...page];
}

async function followed(made: Made, folder: string): Promise<{ base: string; cases: readonly Followed[] }> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1 });
  try {
    return await inLandlord(db, made.landlordId, async (trx) => {
      const { rows } = await sql<{ id: CaseId; person: PersonId; reference: string; postcode: string }>`
        select c.case_id as id, c.person_id as person, c.reference, h.postcode
        from complaint c
        join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
        where c.landlord_id = ${trx.landlordId} and c.person_id is not null and h.postcode is not null
          and c.version between 15 and 25
        order by md5(c.reference) limit 300`.execute(trx);
      const cases: Followed[] = [];
      for (const { id: caseId, person, reference, postcode } of rows) {
        const opened = { purpose: 'follow', caseId, person, about: null, way: 'access-code' } as const;
        const secret = await openResidentSession(trx, opened, new Date());
        const cookie = `putright-visitor=${visitor}; putright-resident-follow=${made.landlordId}.${secret}`;
        cases.push({ reference, postcode, cookie });
      }
      return { base: `/residents/${await publicSlug(trx)}`, cases };
    });
  } finally {
    await db.close();
  }
}

/** So many requests a second, each when it comes: the p99 of the whole answers, and the processor time of one. */
export async function atRate(
  measured: Measured,
  what: string,
  asked: (i: number) => Asked,
  aSecond = usual,
): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const taken: number[] = [];
  const all: Promise<void>[] = [];
  for (let i = 0; i < aSecond; i++) await ask(measured, agent, asked(i));
  const from = measured.processorMs();
  const begun = performance.now();
  for (let i = 0; i < aSecond * seconds; i++) {
    const comes = begun + (i * 1_000) / aSecond;
    await pause(Math.max(0, comes - performance.now()));
    all.push(ask(measured, agent, asked(i)).then(() => void taken.push(performance.now() - comes)));
  }
  await Promise.all(all);
  const until = measured.processorMs();
  agent.destroy();
  const { p50, p99, n } = timesOf(what, taken);
  return [
    { what: `${what}, ${aSecond} a second: p99`, value: p99, unit: 'ms', atMost: 100 },
    { what: `${what}, ${aSecond} a second: p50`, value: p50, unit: 'ms' },
    ...(from === null || until === null
      ? []
      : [{ what: `${what}: processor time of one`, value: (until - from) / n, unit: 'ms' }]),
  ];
}

function ask({ product }: Measured, agent: Agent, { path, cookie, body, holds }: Asked): Promise<void> {
  return new Promise((resolve, reject) => {
    const type = body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { cookie, ...type };
    const asking = request(product.url + path, { method: body === null ? 'GET' : 'POST', agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        if (answer.statusCode === 200 && text.includes(holds)) resolve();
        else
          reject(new Error(`expected 200 with ${holds} at ${path}, had ${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    asking.on('error', reject);
    asking.end(body ?? undefined);
  });
}
