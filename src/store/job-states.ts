/**
 * What a repairs system says of jobs, weighed before it is taken and taken once: a row that was taken before is passed
 * over, a job that nobody gave to a promise is nobody's. Nothing is enqueued and nobody is written to.
 *
 * It is longer than 250 lines because what is shown before and what is taken have to be weighed by the same lines.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Case, type PromiseMade, replay } from '../complaint/case.js';
import { followsFromJob, type JobFollows, type JobMeaning, type JobRow, textKey } from '../complaint/job-rows.js';
import { contradictedRows, type SaidOfJob } from '../complaint/jobs-contradicted.js';
import { mayKeepPromise } from '../complaint/may/keep-promise.js';
import { mayOfferVisit } from '../complaint/may/offer-visit.js';
import { refuse } from '../complaint/refusals.js';
import { type Day, inWords } from '../facts/days.js';
import type { CaseId, PromiseId, StaffId } from '../facts/happened.js';
import { actWithin } from './act.js';
import { readHistories } from './case-file.js';
import { binary } from './chain.js';
import type { Trx } from './database.js';
import { jobKey, jobsOfCases, promisesOfJobs, saidOfJobs } from './promise-jobs.js';

export type Meanings = ReadonlyMap<string, JobMeaning>;

export interface WeighedRow {
  readonly row: JobRow;
  readonly became: 'matched' | 'already' | 'not-ours' | 'no-meaning';
  readonly for: readonly {
    readonly caseId: CaseId;
    readonly reference: string;
    readonly promise: PromiseId;
    readonly follows: JobFollows;
  }[];
}

/** What each row would do today. Nothing is written. */
export async function weighJobs(
  trx: Trx,
  rows: readonly JobRow[],
  meanings: Meanings,
  today: Day,
): Promise<readonly WeighedRow[]> {
  return weighAll(trx, await gather(trx, rows, meanings), rows, meanings, today);
}

function weighAll(
  trx: Trx,
  before: Known,
  rows: readonly JobRow[],
  meanings: Meanings,
  today: Day,
): readonly WeighedRow[] {
  const known = { ...before, last: new Map(before.last) };
  return byDay(rows).map((row): WeighedRow => {
    const meaning = meanings.get(textKey(row.state));
    learn(known, row, meaning);
    const matched = known.jobs.get(jobKey(row.job)) ?? [];
    if (matched.length === 0) return { row, became: 'not-ours', for: [] };
    if (meaning === undefined) return { row, became: 'no-meaning', for: [] };
    if (known.taken.has(digestOf(trx, row, meaning))) return { row, became: 'already', for: [] };
    const found = matched.flatMap(({ caseId, promise: id }) => {
      const c = known.cases.get(caseId);
      const promise = c?.promises.find((p) => p.id === id);
      if (c === undefined || promise === undefined) return [];
      return [{ caseId, reference: c.reference, promise: id, follows: weigh(c, promise, row, meaning, known, today) }];
    });
    return { row, became: found.length === 0 ? 'not-ours' : 'matched', for: found };
  });
}

/** What several jobs do together is done when the last of them is. */
function byDay(rows: readonly JobRow[]): readonly JobRow[] {
  const day = ({ on }: JobRow) => on ?? '';
  return rows.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.line - b.line));
}

interface Known {
  readonly jobs: Awaited<ReturnType<typeof promisesOfJobs>>;
  readonly cases: ReadonlyMap<CaseId, Case>;
  readonly taken: ReadonlySet<string>;
  readonly siblings: ReadonlyMap<PromiseId, readonly string[]>;
  /** Of each job the last that is known: of sheets before, and of this one as it is read, the oldest day first. */
  readonly last: Map<string, JobMeaning>;
  /** The rows that say ‘done’ while another word of the same job speaks against it. */
  readonly contradicted: ReadonlyMap<JobRow, SaidOfJob>;
}

/** A job is not done by a row that another one contradicts, for the promises that need it beside others neither. */
function learn(known: Known, row: JobRow, meaning: JobMeaning | undefined): void {
  if (meaning !== undefined && !known.contradicted.has(row)) known.last.set(jobKey(row.job), meaning);
}

async function gather(trx: Trx, rows: readonly JobRow[], meanings: Meanings): Promise<Known> {
  const jobs = await promisesOfJobs(trx, [...new Set(rows.map(({ job }) => jobKey(job)))]);
  const matched = [...jobs.values()].flat();
  const cases = new Map<CaseId, Case>();
  for (const { id, reference, entries } of await readHistories(trx, [
    ...new Set(matched.map(({ caseId }) => caseId)),
  ])) {
    const c = replay(id, reference, entries);
    if (!c.importTakenBack) cases.set(id, c);
  }
  const siblings = await jobsOfCases(
    trx,
    matched.map(({ caseId }) => caseId),
  );
  const said = await saidOfJobs(trx, [...siblings.values()].flat());
  const last = new Map([...said].map(([job, { meaning }]) => [job, meaning]));
  const digests: string[] = [];
  for (const row of rows) {
    const meaning = meanings.get(textKey(row.state));
    if (meaning === undefined || !jobs.has(jobKey(row.job))) continue;
    digests.push(digestOf(trx, row, meaning));
  }
  const before = await sql<{ digest: string }>`
    select encode(row_digest, 'hex') as digest from promise_job_said
    where landlord_id = ${trx.landlordId}
      and row_digest = any (${binary(digests)}::bytea[])`.execute(trx);
  return {
    jobs,
    cases,
    siblings,
    last,
    contradicted: contradictedRows(rows, meanings, said, jobKey),
    taken: new Set(before.rows.map(({ digest }) => digest)),
  };
}

/** The identity of what was said: of this landlord's, the job, what it means and the day. */
function digestOf(trx: Trx, row: JobRow, meaning: JobMeaning): string {
  const said = JSON.stringify([trx.landlordId, jobKey(row.job), meaning, row.on ?? '']);
  return createHash('sha256').update(said, 'utf8').digest('hex');
}

function weigh(c: Case, p: PromiseMade, row: JobRow, meaning: JobMeaning, known: Known, today: Day): JobFollows {
  const others = (known.siblings.get(p.id) ?? []).filter((job) => job !== jobKey(row.job));
  const saidNo = c.history.findLast(({ what }) => what.type === 'ResidentSaidNotDone' && what.promise === p.id);
  return followsFromJob(
    p,
    { meaning, on: row.on, badDay: row.badDay },
    {
      today,
      othersDone: others.every((job) => known.last.get(job) === 'done'),
      saidNotDoneOn: saidNo?.happenedOn ?? null,
      against: known.contradicted.get(row) ?? null,
    },
  );
}

export interface JobsTaken {
  readonly done: number;
  readonly visits: number;
  readonly seen: number;
  readonly already: number;
  readonly nothing: number;
  readonly notOurs: number;
}

/** Takes a sheet: all of it in the caller's transaction, or nothing. One sheet at a time. */
export async function takeJobs(
  trx: Trx,
  by: StaffId,
  sheet: { readonly rows: readonly JobRow[]; readonly meanings: Meanings },
  { today, now }: { readonly today: Day; readonly now: Date },
): Promise<JobsTaken> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} job states`}, 0))`.execute(trx);
  const known = await gather(trx, sheet.rows, sheet.meanings);
  const noted = new Map<string, Noted>();
  // The same line may stand in a sheet twice. Nobody else takes one meanwhile.
  const note = (row: JobRow, meaning: JobMeaning): boolean => {
    const digest = digestOf(trx, row, meaning);
    if (noted.has(digest)) return false;
    noted.set(digest, { digest, job: jobKey(row.job), meaning, on: row.on });
    return true;
  };
  const counts = { done: 0, visits: 0, seen: 0, already: 0, nothing: 0, notOurs: 0 };
  for (const weighed of weighAll(trx, known, sheet.rows, sheet.meanings, today)) {
    const { row } = weighed;
    const meaning = sheet.meanings.get(textKey(row.state));
    if (weighed.became !== 'matched' || meaning === undefined) {
      counts[weighed.became === 'already' ? 'already' : 'notOurs'] += 1;
      continue;
    }
    learn(known, row, meaning);
    if (weighed.for.every(({ follows }) => follows.is === 'nothing')) {
      // Nothing follows for the promise, but the job is known from now on: another job of it may wait for this one alone.
      // What is contradicted is not known, and may be sent again.
      if (row.on !== null && row.on <= today && !known.contradicted.has(row)) note(row, meaning);
      counts.nothing += 1;
      continue;
    }
    if (!note(row, meaning)) {
      counts.already += 1;
      continue;
    }
    for (const { caseId, promise } of weighed.for) {
      const became = await applyTo(trx, { caseId, promise, row, meaning, known, today, now });
      counts[became] += 1;
    }
  }
  await putDown(trx, by, [...noted.values()]);
  return counts;
}

interface Noted {
  readonly digest: string;
  readonly job: string;
  readonly meaning: JobMeaning;
  readonly on: Day | null;
}

/** What was said of jobs, in the order in which it was said: the last of a job is what is known of it. */
async function putDown(trx: Trx, by: StaffId, all: readonly Noted[]): Promise<void> {
  await sql`
    insert into promise_job_said (landlord_id, row_digest, job, meaning, said_on, taken_by)
    select ${trx.landlordId}::uuid, s.digest, s.job, s.meaning, s.said_on, ${by}::uuid
    from unnest(${binary(all.map(({ digest }) => digest))}::bytea[], ${all.map(({ job }) => job)}::text[],
      ${all.map(({ meaning }) => meaning)}::text[], ${all.map(({ on }) => on)}::date[])
      with ordinality as s (digest, job, meaning, said_on, n)
    order by s.n`.execute(trx);
}

interface OneOf {
  readonly caseId: CaseId;
  readonly promise: PromiseId;
  readonly row: JobRow;
  readonly meaning: JobMeaning;
  readonly known: Known;
  readonly today: Day;
  readonly now: Date;
}

/** Weighed again on the case as it is in this moment: an earlier row may have changed it. */
async function applyTo(trx: Trx, one: OneOf): Promise<'done' | 'visits' | 'seen' | 'nothing'> {
  const { caseId, promise: id, row, meaning, known, today, now } = one;
  const seen: { as: 'done' | 'visits' | 'seen' | 'nothing' } = { as: 'nothing' };
  // What a sheet says of many is no person's act on this case: an imported case stays silent.
  const who = { landlordId: trx.landlordId, staff: null, roles: [], recordedBy: { system: 'import' } } as const;
  const outcome = await actWithin(trx, who, { ref: caseId, expectedVersion: null, now }, ({ case: c }, context) => {
    const promise = c.promises.find((p) => p.id === id);
    const follows = promise === undefined ? null : weigh(c, promise, row, meaning, known, today);
    if (follows?.is === 'seen') seen.as = 'seen';
    if (follows === null || follows.is === 'seen' || follows.is === 'nothing')
      return refuse('nothing-follows', 'Nothing follows from this row.');
    seen.as = follows.is === 'done' ? 'done' : 'visits';
    const { on } = follows;
    const job = row.job.slice(0, 60);
    return follows.is === 'done'
      ? mayKeepPromise(
          c,
          {
            on,
            promise: id,
            proof: `Job ${job}: the repairs system says that it was done on ${inWords(on)}.`,
            files: [],
          },
          context,
        )
      : mayOfferVisit(c, { on, promise: id, visitOn: on, how: null, cameOf: 'nobody-in', text: `Job ${job}` }, context);
  });
  return outcome.is === 'done' || seen.as === 'seen' ? seen.as : 'nothing';
}
