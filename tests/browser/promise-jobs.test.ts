/** What a repairs system says, brought in from its sheet: mapped, looked at, taken once, and nobody is written to. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayOrderWork } from '../../src/complaint/may/order-work.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { maySayIfDone } from '../../src/complaint/may/say-if-done.js';
import { addDays } from '../../src/facts/days.js';
import { inLandlord } from '../../src/store/database.js';
import { addWay } from '../../src/store/people.js';
import { noteJob, promisesOfJobs, saidOfJobs } from '../../src/store/promise-jobs.js';
import { londonDay } from '../../src/store/today.js';
import { caseFile, did, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';
import { zipOf } from '../support/zips.js';

let web: TestWeb;
before(async () => {
  // A demonstration queues what it would send, without a way out.
  web = await startWeb({ landlord: { demonstration: true } });
});
after(() => web.close());

const today = londonDay(new Date());
const written = `${today.slice(8)}/${today.slice(5, 7)}/${today.slice(0, 4)}`;

async function withJobs(...jobs: readonly string[]): Promise<string> {
  const reference = await newCase(web, { defined: true });
  await did(web, reference, (c, context) =>
    mayPromiseAction(
      c,
      {
        on: context.today,
        stage: 1,
        points: [],
        text: 'Mend the gutter',
        owner: web.staff.officer,
        team: null,
        dueOn: addDays(context.today, 9),
        agreedWithResident: true,
      },
      context,
    ),
  );
  const { case: c } = await caseFile(web, reference);
  const [promise] = c.promises;
  assert.ok(promise);
  const { person } = c;
  assert.ok(person);
  await inLandlord(web.db, web.landlordId, (trx) => addWay(trx, person, { kind: 'email', value: 'rosa@example.org' }));
  for (const job of jobs) {
    await did(web, reference, (now, context) =>
      mayOrderWork(now, { on: context.today, promise: promise.id, job }, context),
    );
    await inLandlord(web.db, web.landlordId, (trx) => noteJob(trx, { caseId: c.id, promise: promise.id, job }));
  }
  return reference;
}

const promiseOf = async (reference: string) => {
  const [promise] = (await caseFile(web, reference)).case.promises;
  assert.ok(promise);
  return promise;
};

/** Sends a sheet and looks at what was read of it. */
async function send(visitor: Visitor, content: string | Uint8Array<ArrayBuffer>, name = 'jobs.csv') {
  await visitor.get('/promises/jobs');
  const files = [{ field: 'sheet', name, content }];
  const { status, to, html } = await sendWithFiles(web, visitor, '/promises/jobs', {}, files);
  return status === 303 ? visitor.get(to) : { status, html, text: html, path: '/promises/jobs' };
}

const sheetsKept = () =>
  inLandlord(web.db, web.landlordId, async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from sheet_kept`.execute(trx);
    return rows[0]?.n;
  });

const queued = () =>
  inLandlord(web.db, web.landlordId, async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from outgoing_message`.execute(trx);
    return rows[0]?.n;
  });

test('a finished job keeps its promise, two jobs keep it together, a visit in vain is recorded, and all of it once', async () => {
  const [one, two, three, denied, undone] = [
    await withJobs('R-1001'),
    await withJobs('R-2001', 'R-2002'),
    await withJobs('R 3001'),
    await withJobs('R-4001'),
    await withJobs('R-5001'),
  ];
  const { id: promise } = await promiseOf(denied);
  await did(web, denied, (c, context) =>
    maySayIfDone(c, { on: context.today, promise, done: false, text: null }, context),
  );
  const before = await queued();
  const sheet = [
    'Job no,Status,Finished',
    `r-1001,Completed,${written}`,
    `R-2001,Completed,${written}`,
    `R3001,Carded,${written}`,
    `R-4001,Completed,${written}`,
    `R-5001,Completed,${written}`,
    `R-5001,Cancelled,${written}`,
    'R-1001,Completed,31/31/2026',
    `=HYPERLINK("http://bad.example"),Completed,${written}`,
    `R-9999,<script>alert(1)</script>,${written}`,
  ].join('\r\n');
  const visitor = await web.visitor('officer');
  const looked = await send(visitor, sheet);
  assert.equal(looked.status, 200);
  assert.match(looked.text, /9 rows name a job/);
  assert.match(looked.text, new RegExp(`${one}.*The promise is done`, 's'));
  assert.match(looked.text, /The resident said on .* that it was not done/);
  assert.match(looked.text, /Of the same job it also says ‘It was cancelled’, on .* Somebody has to look/);
  assert.match(looked.text, /stays as it is\. Another job that it needs is not known to be done/);
  assert.doesNotMatch(looked.html, /<script>alert/);
  assert.equal((await promiseOf(one)).state, 'open', 'nothing is taken before it is confirmed');

  const taken = await visitor.send({ do: 'take', 'state-1': 'no-access' });
  assert.match(
    taken.text,
    /Brought in: one promise is done, one visit came to nothing, 2 jobs are noted, 3 rows changed nothing/,
    taken.text,
  );
  assert.deepEqual(await Promise.all([one, two, denied, undone].map(async (each) => (await promiseOf(each)).state)), [
    'done',
    'open',
    'open',
    'open',
  ]);
  assert.deepEqual(
    (await promiseOf(three)).visits.map(({ visitOn, how }) => [visitOn, how]),
    [[today, null]],
  );
  assert.equal(await queued(), before, 'nobody is written to');
  const version = (await caseFile(web, one)).case.version;

  const noted = await inLandlord(web.db, web.landlordId, (trx) => saidOfJobs(trx, ['R-4001']));
  assert.equal(noted.get('R-4001')?.meaning, 'done', 'a job from which nothing follows is known all the same');

  // A number that is erased finds nothing any more.
  const erased = (await caseFile(web, three)).case.history.find(({ what }) => what.type === 'WorkOrdered');
  assert.ok(erased?.what.type === 'WorkOrdered');
  const manager = await web.visitor('manager');
  await manager.get(`/cases/${three}/erase-words`);
  await manager.send({ words: erased.what.job, ground: 'mistake', sure: 'yes' });
  const known = await inLandlord(web.db, web.landlordId, (trx) => promisesOfJobs(trx, ['R3001', 'R-1001']));
  assert.deepEqual([...known.keys()], ['R-1001']);

  // The same again, and the second job of the two: the mapping is remembered.
  await send(visitor, `${sheet}\r\nR-2002,Completed,${written}`);
  const again = await visitor.send({ do: 'take' });
  assert.match(again.text, /one promise is done/);
  assert.equal((await promiseOf(two)).state, 'done');
  assert.equal((await promiseOf(three)).visits.length, 1);
  assert.equal((await caseFile(web, one)).case.version, version);
});

test('what is no sheet of jobs is refused in a plain sentence and leaves nothing; another’s sheet is not there', async () => {
  const visitor = await web.visitor('manager');
  await visitor.get('/promises/jobs');
  assert.match((await visitor.send({})).text, /Choose the file/);
  const many = `Job no,Status\n${'R-1,Completed\n'.repeat(50_000)}`;
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  for (const [content, name, why] of [
    ['%PDF-1.7', 'jobs.csv', /This is a PDF/],
    [
      'This program cannot be run in DOS mode.\r\n$',
      'jobs.exe',
      /jobs\.exe holds no table of jobs\. Send a CSV file or/,
    ],
    [`MZ\u0001\0\u0003\0\0\0${'\0'.repeat(200)}PE`, 'setup.exe', /setup\.exe is neither a workbook .* nor a text file/],
    [wide(`MZ${'\u0001\u0002 '.repeat(100)}`), 'jobs.csv', /neither a workbook/],
    ['I am no workbook', 'jobs.xlsx', /jobs\.xlsx holds no table of jobs/],
    [new Uint8Array(zipOf([['word/document.xml', Buffer.from('x')]])), 'jobs.xlsx', /no Excel workbook/],
    ['', 'jobs.csv', /jobs\.csv is empty/],
    ['Job no,Status,Finished\r\n,,\r\n', 'jobs.csv', /holds headings and no job below them/],
    [many, 'jobs.csv', /has more than 5,000 lines/],
  ] as const) {
    const refused = await send(visitor, content, name);
    assert.equal(refused.status, 422, name);
    assert.match(refused.text, why);
  }
  assert.equal(await sheetsKept(), 0);
  const { path } = await send(visitor, 'Name,Colour\nAnn,red');
  assert.match((await visitor.send({ do: 'take' })).text, /Choose the column with the jobs’ numbers/);
  assert.equal((await (await web.visitor('officer')).get(path)).status, 404);
});

test('a sheet without headings loses no row: whether its first row is a job is asked, and nothing is offered that does nothing', async () => {
  const reference = await withJobs('R-7001');
  const visitor = await web.visitor('officer');
  const sheet = [
    'Jobs of the week',
    `;;"Repair done, no access\nneeded";${written};R-7001`,
    `;;Completed;${written};"=HYPERLINK(""http://bad.example"")"`,
  ].join('\r\n');
  const asked = await send(visitor, Buffer.from(`\ufeff${sheet}`, 'utf16le'));
  assert.match(asked.text, /What is the first row\? It says: Repair done, no access needed · .* · R-7001/);
  assert.match(asked.text, /Column 5, which begins with R-7001/);
  assert.match(asked.text, /2 rows name a job/);
  const unknown = await visitor.send({ do: 'look', 'column-job': '' });
  assert.match(unknown.text, /Choose below the columns/);
  assert.doesNotMatch(unknown.html, /value="take"/, 'nothing can be brought in before its columns are known');
  const looked = await visitor.send({ do: 'look', 'column-job': '4' });
  assert.match(looked.text, /2 rows name a job/);
  assert.match(looked.text, /What does ‘Repair done, no access needed’ mean/);
  const meant = await visitor.send({ do: 'look', 'state-0': 'done' });
  assert.match(meant.text, new RegExp(`${reference}.*The promise is done`, 's'));
  assert.match(meant.html, /value="take"/);
  const asHeadings = await visitor.send({ do: 'look', headed: 'yes' });
  assert.match(asHeadings.text, /One row names a job/);
  assert.match(asHeadings.text, /There is nothing to bring in\./);
  assert.doesNotMatch(asHeadings.html, /value="take"/);
  await visitor.send({ do: 'look', headed: 'no' });
  const taken = await visitor.send({ do: 'take', 'state-0': 'done', 'state-1': 'done' });
  assert.match(taken.text, /Brought in: one promise is done/, taken.text);
  assert.equal((await promiseOf(reference)).state, 'done');
  const next = await send(visitor, `Job no,Status,Finished\r\nR-7001,Completed,${written}`);
  assert.match(next.text, /One row names a job/, 'the headings of earlier sheets are still known');
  assert.doesNotMatch(next.text, /What is the first row/);
});
