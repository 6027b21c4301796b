/**
 * `npm run bench`: the product as people run it, on landlords of 1,000, 10,000 and 100,000 cases, asked over HTTP by an
 * officer who is signed in. Prints every figure as it comes, and keeps the last ones in README.md.
 *
 *   --fresh        makes the landlords again
 *   --only WORD    only what is measured in files with this word in their name; README.md is left as it is
 *   --sizes N,N    only landlords of these sizes; README.md is left as it is
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { openSession } from '../src/store/sessions.js';
import { addStaff, newSecret } from '../src/store/staff.js';
import * as annualReport from './annual-report.js';
import * as bundle from './bundle.js';
import * as casePage from './case-page.js';
import { clientOf, sessionOf } from './client.js';
import * as clock from './clock.js';
import * as create from './create.js';
import * as dashboards from './dashboards.js';
import { copyOf, type Made, makeOnce } from './data.js';
import { type Figure, inFigures, type Times, verdict } from './figures.js';
import * as form from './form.js';
import * as register from './import.js';
import * as list from './list.js';
import * as logged from './logged.js';
import * as mail from './mail.js';
import type { Measured } from './measured.js';
import * as measures from './measures.js';
import * as ombudsman from './ombudsman.js';
import { type Product, processorMs, startProduct, weigh } from './product.js';
import * as promises from './promises.js';
import { type AtSize, keepFigures } from './readme.js';
import * as residents from './residents.js';
import * as search from './search.js';
import * as selfAssessment from './self-assessment.js';
import * as themes from './themes.js';
import * as workingDays from './working-days.js';

const { values: options } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, only: { type: 'string' }, sizes: { type: 'string' } },
});
const sizes = options.sizes?.split(',').map(Number) ?? [1_000, 10_000, 100_000];
const wanted = (name: string): boolean => options.only === undefined || name.includes(options.only);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function measureSize(made: Made): Promise<AtSize> {
  const folder = copyOf(made.cases);
  const figures: Figure[] = [];
  const times: Times[] = [];
  let product: Product | undefined;
  try {
    say(`\n${made.cases.toLocaleString('en-GB')} cases`);
    if (wanted('start')) {
      figures.push(await warmStart(folder));
      for (const figure of figures) tell(figure);
    }
    if (wanted('self-assessment')) {
      for (const figure of await selfAssessment.rebuilt(made, folder)) {
        figures.push(figure);
        tell(figure);
      }
    }
    product = await startProduct(folder);
    if (wanted('measures')) {
      for (const figure of await measures.measure(made, folder)) {
        figures.push(figure);
        tell(figure);
      }
    }
    const idle = async (what: string, afterSeconds: number) => {
      const weighed = product && wanted('memory') ? await memory(product, what, afterSeconds) : [];
      for (const figure of weighed) tell(figure);
      figures.push(...weighed);
    };
    await idle('idle after its start', 5);
    const measured = await signIn(made, folder, product);
    if (wanted('ombudsman')) await ombudsman.prepare(made, folder);
    for (const [name, file] of Object.entries({
      list,
      'case-page': casePage,
      search,
      dashboards,
      promises,
      ombudsman,
      'self-assessment': selfAssessment,
      create,
    })) {
      if (!wanted(name)) continue;
      for (const one of await file.measure(measured)) {
        times.push(one);
        tellTimes(one);
      }
    }
    if (wanted('residents')) {
      for (const figure of await residents.measure(made, folder, measured)) {
        figures.push(figure);
        tell(figure);
      }
    }
    if (wanted('themes')) {
      for (const figure of await themes.measure(made, folder, measured)) {
        figures.push(figure);
        tell(figure);
      }
    }
    if (wanted('form')) {
      for (const figure of await form.measure(made, folder, measured)) {
        figures.push(figure);
        tell(figure);
      }
    }
    if (wanted('logged')) {
      for (const figure of await logged.measure(measured)) {
        figures.push(figure);
        tell(figure);
      }
    }
    // Once is enough: a register brings its own landlord.
    if (wanted('import') && made.cases === sizes[0]) {
      for (const figure of await register.measure(folder)) {
        figures.push(figure);
        tell(figure);
      }
    }
    if (wanted('bundle') && made.cases === sizes[0]) {
      for (const figure of await bundle.measure(folder, product)) {
        figures.push(figure);
        tell(figure);
      }
    }
    if (wanted('mail') && made.cases === sizes[0]) {
      for (const figure of await mail.measure(folder, product)) {
        figures.push(figure);
        tell(figure);
      }
    }
    measured.client.close();
    measured.manager.close();
    // By then connections to the database that nobody uses are given back.
    await idle('idle a minute after the work', 65);
  } finally {
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { cases: made.cases, times, figures };
}

/** The middle one of three starts. */
async function warmStart(folder: string): Promise<Figure> {
  const taken: number[] = [];
  for (let i = 0; i < 3; i++) {
    const product = await startProduct(folder);
    taken.push(product.firstPageMs / 1_000);
    await product.stop();
  }
  const value = taken.sort((a, b) => a - b)[1] ?? Number.NaN;
  return { what: 'warm start until the first page', value, unit: 's', atMost: 3 };
}

async function memory(product: Product, when: string, afterSeconds: number): Promise<Figure[]> {
  await pause(afterSeconds * 1_000);
  const weight = weigh(product);
  if (weight === null) return [];
  const { web, worker, postgres, supervisor } = weight;
  const all = web + worker + postgres;
  return [
    { what: `web, worker and PostgreSQL, ${when}`, value: all, unit: 'MB', atMost: 400 },
    { what: `the web process, ${when}`, value: web, unit: 'MB' },
    { what: `the worker, ${when}`, value: worker, unit: 'MB' },
    { what: `PostgreSQL, ${when}`, value: postgres, unit: 'MB' },
    { what: `all with the supervisor, ${when}`, value: all + supervisor, unit: 'MB' },
  ];
}

async function signIn(made: Made, folder: string, product: Product): Promise<Measured> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1 });
  const secret = newSecret();
  const sample = (events: 20 | 200, most: number) =>
    inLandlord(db, made.landlordId, async (trx) => {
      await sql`select setseed(0.5)`.execute(trx);
      const found = await sql<{ reference: string }>`
        select reference from complaint
        where landlord_id = ${trx.landlordId} and version >= ${events} and version < ${events + 20}
        order by random() limit ${most}`.execute(trx);
      return found.rows.map((row) => row.reference);
    });
  const managing = newSecret();
  await inLandlord(db, made.landlordId, async (trx) => {
    await openSession(trx, made.officer, secret);
    const manager = await addStaff(trx, { name: 'A manager', email: 'manager@example.org', roles: ['manager'] });
    if (manager === null) throw new Error('the landlord that was made has a manager already');
    await openSession(trx, manager, managing);
  });
  const [references, long] = [await sample(20, 400), await sample(200, 60)];
  await db.close();
  const session = sessionOf(made.landlordId, secret);
  const client = clientOf(product.url, session);
  const manager = clientOf(product.url, sessionOf(made.landlordId, managing));
  return {
    cases: made.cases,
    product,
    processorMs: () => processorMs(product),
    client,
    manager,
    session,
    references,
    long,
  };
}

function tell(figure: Figure): void {
  say(`  ${figure.what.padEnd(60)} ${inFigures(figure.value)} ${figure.unit} ${verdict(figure.value, figure)}`);
}

function tellTimes({ what, p50, p95, p99, processor }: Times): void {
  const parts = Object.entries({ p50, p95, p99 }).map(([name, ms]) => `${name} ${inFigures(ms).padStart(5)}`);
  const cost = processor === null ? '' : `, processor ${inFigures(processor)} ms`;
  say(`  ${what.padEnd(38)} ${parts.join('  ')} ms${cost}`);
}

const begun = performance.now();
say('Landlords');
const made: Made[] = [];
for (const cases of sizes) made.push(await makeOnce(cases, options.fresh, say));
const alone: Figure[] = [];
for (const [name, file] of Object.entries({ 'working-days': workingDays, clock, 'annual-report': annualReport })) {
  if (!wanted(name)) continue;
  for (const figure of await file.measure()) {
    alone.push(figure);
    tell(figure);
  }
}
const atSizes: AtSize[] = [];
for (const one of made) atSizes.push(await measureSize(one));
if (options.only === undefined && options.sizes === undefined) keepFigures(atSizes, alone);
say(`\n${Math.round((performance.now() - begun) / 1_000)} seconds`);
