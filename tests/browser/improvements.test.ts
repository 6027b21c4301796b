/** Improvements: opened from a case or from many, done with proof, reviewed with the numbers before and after, closed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { mayNameStaffMember } from '../../src/complaint/may/name-staff-member.js';
import { addDays } from '../../src/facts/days.js';
import { fileNameTells } from '../../src/reports/improvement-rules.js';
import { readCase } from '../../src/store/case-file.js';
import { inLandlord } from '../../src/store/database.js';
import { rebuild } from '../../src/store/rebuild.js';
import { beginReport } from '../../src/store/reports.js';
import { londonDay } from '../../src/store/today.js';
import { openBrowser } from '../support/browser.js';
import { answered, did, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { dayBoxes } from '../support/day-boxes.js';
import { foundIn } from '../support/found-in.js';
import { assertGoodScreen } from '../support/screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const today = londonDay(new Date());
const ahead = (days: number, name = 'dueOn') => dayBoxes(name, addDays(today, days));

async function history(reference: string): Promise<string[]> {
  const file = await inLandlord(web.db, web.landlordId, (trx) => readCase(trx, reference));
  return (file?.case.history ?? []).map(({ what }) => what.type);
}

/** It was opened and done so many days ago. */
const longAgo = (days: number) =>
  inLandlord(web.db, web.landlordId, (trx) =>
    sql`update improvement_plan set opened_on = opened_on - ${days}::int, done_on = done_on - ${days}::int
      where landlord_id = ${web.landlordId} and state = 'done'`.execute(trx),
  );

async function categoryOf(reference: string, category: string): Promise<void> {
  await inLandlord(web.db, web.landlordId, async (trx) => {
    for (const table of ['complaint', 'counted_stage'])
      await sql`update ${sql.table(table)} t set category = ${category} from case_head h
        where h.landlord_id = t.landlord_id and h.case_id = t.case_id and h.reference = ${reference}`.execute(trx);
  });
}

const field = (html: string, name: string) => new RegExp(`id="${name}-error"`).test(html);

test('an improvement from two cases is done, found not to have worked, tried again, and closed when it has', async () => {
  const on = addDays(today, -5);
  const [first, second] = [await newCase(web, { defined: true, on }), await newCase(web, { defined: true, on })];
  await answered(web, first);
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`insert into category (landlord_id, name) values (${web.landlordId}, 'Damp') on conflict do nothing`.execute(
      trx,
    ),
  );
  const officer = await web.visitor('officer');
  await officer.get(`/cases/${first}/open-improvement`);
  const empty = await officer.send({ title: '', owner: '', cause: '', category: '' });
  for (const name of ['title', 'owner', 'dueOn']) assert.ok(field(empty.html, name), `${name} is asked for`);
  const plan = {
    title: 'Every damp report is surveyed within ten days',
    aim: 'Two surveyors hold a day a week free.',
    kind: 'corrective',
    owner: web.staff.officer,
    ...ahead(30),
    cause: '',
    category: '',
    weeks: '4',
  };
  const nothing = await officer.send(plan);
  assert.match(nothing.text, /Choose at least one of cause, category, area and block/);
  const named = await officer.send({ ...plan, category: 'Damp', title: 'Ring Rosa Whitby sooner' });
  assert.match(named.text, /Leave out ‘Rosa Whitby’/);
  const opened = await officer.send({ ...plan, category: 'Damp' });
  assert.equal(opened.path, `/cases/${first}`);
  assert.match(opened.text, /Every damp report is surveyed within ten days/);
  const path = foundIn(/href="(\/improvements\/[0-9a-f-]{36})"/, opened.html);

  await officer.get(`${path}/cases`);
  assert.match((await officer.send({ cases: 'PR-0000-1' })).text, /There is no case PR-0000-1/);
  assert.match((await officer.send({ cases: second })).text, /The case was added/);
  await officer.get(`${path}/cases`);
  assert.match((await officer.send({ cases: second })).text, /belongs to this improvement already/);
  assert.ok((await history(second)).includes('ImprovementOpened'));

  const done = async (visitor: Visitor) => {
    await visitor.get(`${path}/done`);
    assert.ok(field((await visitor.send({ proof: '' })).html, 'proof'));
    assert.match((await visitor.send({ proof: 'Rosa Whitby says so' })).text, /Leave out ‘Rosa Whitby’/);
    return visitor.send({ proof: 'The diary shows both days free.' });
  };
  assert.match((await done(officer)).text, /Done. It is to be reviewed in 4 weeks/);
  const reviewer = await web.visitor('reviewer');
  assert.match((await reviewer.get(`${path}/review`)).text, /days enough to hold against each other/);
  await longAgo(20);
  for (const one of [first, second]) await categoryOf(one, 'Damp');
  const manager = await web.visitor('manager');
  await reviewer.get(`${path}/review`);
  const says = await reviewer.send({ worked: 'again', words: 'As many as before.' });
  assert.match(says.text, /Enter the day by which it is tried again/);
  assert.match(says.text, /0 such complaints in the 20 days before, 2 in the 20 days since, so far/);
  await reviewer.send(ahead(14, 'againBy'));
  assert.match((await reviewer.get(path)).text, /It did not work .*As many as before/);
  for (const one of [first, second]) assert.equal((await history(one)).at(-1), 'ImprovementTested');

  await done(officer);
  await longAgo(40);
  assert.match((await manager.get('/improvements?show=to-review')).text, /surveyed within ten days/);
  await manager.get(`${path}/review`);
  assert.match(
    (await manager.send({ worked: 'yes', words: 'Both came before it was done.' })).text,
    /Tested: it worked/,
  );
  await manager.get(`${path}/close`);
  assert.match((await manager.send({ words: 'The two days stay in the diary.' })).text, /Closed: it worked/);
  assert.equal((await history(first)).filter((type) => type === 'ImprovementClosed').length, 1);
  const doneOn = addDays(today, -40);
  const year = Number(doneOn.slice(0, 4)) - (doneOn.slice(5) < '04-01' ? 1 : 0);
  const { id } = await inLandlord(web.db, web.landlordId, (trx) =>
    beginReport(trx, { year, by: web.staff.manager, today }),
  );
  const items = await manager.get(`/reports/annual/${id}/items`);
  const taken = foundIn(/href="([^"]*items\?improvement=[^"]*)"[^>]*>Every damp report/, items.html);
  assert.match((await manager.get(taken)).text, /In the 28 days before it there were 0 such complaints/);
  const added = await manager.send({});
  assert.match(added.text, /Added/);
  assert.doesNotMatch(added.html, /items\?improvement=/);

  const toldOtherwise = async () => {
    const { different } = await rebuild(web.db, web.landlordId, { compareOnly: true });
    return different
      .filter(({ table }) => table === 'improvement' || table === 'improvement_plan')
      .map(({ ref }) => ref);
  };
  assert.deepEqual(await toldOtherwise(), []);
  await inLandlord(web.db, web.landlordId, (trx) =>
    sql`update improvement_plan set state = 'tested', closed_on = null, closed_by = null, closed_words = null`.execute(
      trx,
    ),
  );
  assert.deepEqual(await toldOtherwise(), [first, second]);
});

test('the board, an improvement and its review are good screens', async () => {
  const browser = await openBrowser();
  try {
    const board = '/improvements?show=all';
    const one = /href="(\/improvements\/[0-9a-f-]{36})"/;
    for (const path of [board, foundIn(one, (await (await web.visitor('manager')).get(board)).html)])
      await assertGoodScreen(browser, web, 'manager', path);
  } finally {
    await browser.close();
  }
});

test('an improvement from several cases at once counts once; who may not open a case sees only that there is one', async () => {
  const cases = [await newCase(web), await newCase(web)];
  const manager = await web.visitor('manager');
  await manager.get('/improvements/open');
  const plan = {
    title: 'Letters say who comes',
    kind: 'preventive',
    owner: web.staff.manager,
    ...ahead(5),
    weeks: '4',
  };
  const opened = await manager.send({
    ...plan,
    cause: 'Getting the work done: any of them',
    cases: cases.join('\n'),
  });
  assert.match(opened.text, /The improvement is open/);
  const { path } = opened;
  for (const one of cases) assert.match(opened.text, new RegExp(one));
  const member = await web.visitor('member-responsible');
  const seen = await member.get(path);
  assert.match(seen.text, /None that you may open/);
  for (const one of cases) assert.doesNotMatch(seen.html, new RegExp(one));
  assert.equal((await member.knock('GET', `${path}/change`)).status, 403);
  const counted = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from figure_learning where what = 'improvement-opened'`.execute(trx),
  );
  assert.equal(counted.rows[0]?.n, 2);
  await manager.get(`${path}/change`);
  const other = await manager.send({ owner: web.staff.officer });
  assert.match(other.text, /Say why somebody else sees to it/);
  assert.match((await manager.send({ why: 'A new post' })).text, /sees to it instead of .*Why: A new post/);
  await manager.get(`${path}/done`);
  await manager.send({ proof: 'The new letter is in use.' });
  await longAgo(20);
  assert.match((await manager.get(`${path}/review`)).text, /or recorded it as done, so somebody else judges/);
  // Who saw to what is done stays who saw to it, so that nobody hands it on in order to judge it.
  await manager.get(`${path}/change`);
  const after = await manager.send({ owner: web.staff.manager, why: 'Back to me' });
  assert.match(after.text, /It is done, and Officer saw to it/);
});

/** Adds files as proof: the status, and what stood there then. */
async function sendsFiles(visitor: Visitor, path: string, named: Readonly<Record<string, string>>): Promise<string> {
  const files = Object.entries(named).map(([name, content]) => ({ field: 'files', name, content }));
  const { status, html } = await sendWithFiles(web, visitor, path, {}, files);
  return `${status} ${html}`;
}

test('files show that it was done: looked at like any other, seen only on their improvement, and taken away with a reason', async () => {
  const reference = await newCase(web);
  const manager = await web.visitor('manager');
  await manager.get('/improvements/open');
  const plan = { title: 'Rails on every stair', kind: 'preventive', owner: web.staff.manager, ...ahead(5), weeks: '4' };
  const { path } = await manager.send({ ...plan, cause: 'Getting the work done: any of them', cases: reference });
  const add = `${path}/proof`;
  assert.match(await sendsFiles(manager, add, {}), /^422 .*Choose a file that shows it/s);
  assert.match(await sendsFiles(manager, add, { 'empty.pdf': '' }), /^422 .*empty.pdf is empty/s);
  const named = await sendsFiles(manager, add, { 'Rosa_Whitby-stairs.jpg': 'x', 'stairs.jpg': 'MZ\u0000\u0001' });
  assert.match(named, /^422 .*Leave out ‘Rosa Whitby’/s);
  assert.match(named, /Files that have come already/);
  for (const [file, said] of [
    ['CMP-26-00001.pdf', 'CMP-26-00001’ .the reference'],
    ['RosaWhitby-stairs.jpg', 'Rosa Whitby'],
    ['rosawhitby.jpg', 'Rosa Whitby'],
    ['4OrchardRow.jpg', '4 Orchard Row'],
    ['OL99PR_hall.jpg', 'OL99PR'],
    ['4 orchard row.jpg', '4 Orchard Row'],
  ] as const) {
    const objection = fileNameTells('files', file, ['Rosa Whitby']);
    assert.match(objection?.words ?? '', new RegExp(`Leave out .*‘${said}`), file);
  }
  for (const file of [
    'stairs-2026-11-02.jpg',
    'IMG_20261102_101500.jpg',
    'Minutes of 3 November.docx',
    'roof after.png',
  ])
    assert.equal(fileNameTells('files', file, ['Rosa Whitby', 'Li Ng']), null, file);
  // A short name is looked for as a word of its own: in the middle of another it is none.
  const others = ['Ann Ross', "Pat O'Neil", 'Ina Stone'];
  for (const file of ['across the hall.jpg', 'planning.pdf', 'stonework_2026.jpg', 'in a hall.jpg', 'embossed.png'])
    assert.equal(fileNameTells('files', file, others), null, file);
  for (const [file, said] of [
    ['ross_letter.pdf', 'Ross'],
    ['RossLetter.pdf', 'Ross'],
    ['IMGRoss2.pdf', 'Ross'],
    ['letter-from-ross.pdf', 'Ross'],
    ['annross.pdf', 'Ann Ross'],
    ['o_neil roof.pdf', 'O.Neil'],
    ['zebrowskihall.pdf', 'Zebrowski'],
  ] as const)
    assert.match(
      fileNameTells('files', file, [...others, 'Zebrowski'])?.words ?? '',
      new RegExp(`Leave out ‘${said}’`),
      file,
    );
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  assert.match(await sendsFiles(manager, add, { '../../stairs.jpg': 'MZ\u0000\u0001', 'plan.svg': svg }), /^303/);
  const { rows } = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ file: string; type: string; name: string }>`
      select encode(f.digest, 'hex') as file, f.type, f.name
      from improvement_proof p join file f on f.landlord_id = p.landlord_id and f.digest = p.file
      order by f.name`.execute(trx),
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['plan.svg', 'stairs.jpg'],
  );
  for (const { type } of rows) assert.doesNotMatch(type, /svg|xml|image/);
  const shown = await manager.get(path);
  assert.match(shown.text, /stairs\.jpg.*Take it away/);
  const at = `${path}/files/${rows[1]?.file}`;
  assert.match((await manager.get(at)).text, /waits to be looked at/);
  assert.match((await manager.get(`${at}/original`)).text, /waits to be looked at/);
  assert.equal((await manager.get(`${at}/pictures/1`)).status, 404);

  // Of this improvement alone, by whoever may read it; only who works on it adds and takes away.
  const { path: other } = await (async () => {
    await manager.get('/improvements/open');
    return manager.send({ ...plan, cause: 'Getting the work done: any of them', cases: reference });
  })();
  assert.equal((await manager.get(`${other}/files/${rows[1]?.file}`)).status, 404);
  assert.equal((await manager.get(`${path}/files/${'0'.repeat(64)}`)).status, 404);
  const member = await web.visitor('member-responsible');
  const seen = await member.get(path);
  assert.match(seen.text, /stairs\.jpg/);
  assert.doesNotMatch(seen.text, /Take it away|Add files/);
  assert.equal((await member.get(at)).status, 200);
  assert.match(await sendsFiles(member, add, { 'a.txt': 'a' }), /^404/);
  assert.equal((await member.get(`${at}/away`)).status, 404);
  assert.equal((await (await web.visitor('administrator')).get(at)).status, 403);

  await manager.get(`${at}/away`);
  assert.match((await manager.send({ because: '' })).text, /Say why it is taken away/);
  assert.match((await manager.send({ because: 'It shows a face' })).text, /Took a file away: It shows a face/);
  assert.equal((await manager.get(at)).status, 404);
  const left = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ n: number }>`select count(*)::int as n from file
      where landlord_id = ${web.landlordId} and digest = decode(${rows[1]?.file ?? ''}, 'hex')`.execute(trx),
  );
  assert.equal(left.rows[0]?.n, 0);
});

test('similar cases stand beside the form for cause and learning, and looking for others keeps what was typed', async () => {
  const [one, other] = [
    await newCase(web, { defined: true }),
    await newCase(web, { text: 'The zebra crossing is worn' }),
  ];
  const visitor = await web.visitor('investigator');
  const page = await visitor.get(`/cases/${one}/record-learning`);
  assert.match(page.text, /Similar cases/);
  const found = await visitor.send({ text: 'Paint it again', like: 'zebra', do: 'look-up' });
  assert.match(found.html, new RegExp(`href="/cases/${other}"`));
  assert.match(found.html, />Paint it again</);
  // What is about them is not shown to them, here as anywhere.
  await did(web, other, (c, context) =>
    mayNameStaffMember(c, { on: context.today, staff: web.staff.investigator, text: 'Named' }, context),
  );
  const hidden = await visitor.send({ like: 'zebra', do: 'look-up' });
  assert.match(hidden.html, /value="zebra"/);
  assert.doesNotMatch(hidden.html, new RegExp(`href="/cases/${other}"`));
});

test('the list of causes is kept in two levels; a cause has one place, and one that is taken out keeps its group', async () => {
  const administrator = await web.visitor('administrator');
  await administrator.get('/settings/causes');
  const twice = await administrator.send({ causes: 'Gas\n- Leak\n\nWater\n- Leak' });
  assert.match(twice.text, /‘Leak’ stands under ‘Gas’ and ‘Water’/);
  const saved = await administrator.send({ causes: 'Gas\n- Boiler\n\nNothing\n- No failing found' });
  assert.match(saved.text, /Causes added: Boiler. Causes taken out: Appointment missed/);
  const rows = await inLandlord(web.db, web.landlordId, (trx) =>
    sql<{ name: string }>`select name from cause_choice where closed and group_name = 'Getting the work done'`.execute(
      trx,
    ),
  );
  assert.equal(rows.rows.length, 5);
});
