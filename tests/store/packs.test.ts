import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { addDays, type Day } from '../../src/facts/days.js';
import { periodBefore, periodHolding } from '../../src/reports/period.js';
import { inLandlord, type Trx } from '../../src/store/database.js';
import { makePacksDue } from '../../src/store/make-packs.js';
import { writePackCalendar } from '../../src/store/pack-calendar.js';
import { answerTo, askOf, challengesOf, findPack, listPacks } from '../../src/store/packs.js';
import { londonDay } from '../../src/store/today.js';
import { newCase } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const inside = <T>(work: (trx: Trx) => Promise<T>) => inLandlord(web.db, web.landlordId, work);
const today = londonDay(new Date());
/** The first day of next month but a week: every kind of pack of the month just ended is due. */
const later = addDays(periodHolding('month', today).until, 10);

test('a landlord without a case gets no pack', async () => {
  assert.equal(await inside((trx) => makePacksDue(trx, later)), 0);
});

test('packs are made once each, with the figures of their period and where the history stood', async () => {
  await newCase(web, { on: periodHolding('month', today).from });
  const made = await inside((trx) => makePacksDue(trx, later));
  assert.ok(made >= 2, `${made} made`);
  assert.equal(await inside((trx) => makePacksDue(trx, later)), 0, 'a second run makes none');
  const packs = await inside((trx) => listPacks(trx, ['managers']));
  const month = packs.find((pack) => pack.every === 'month');
  const kept = await inside((trx) => findPack(trx, month?.id ?? ''));
  assert.equal(kept?.period.name, periodHolding('month', today).name);
  assert.equal(kept?.figures.now.find((m) => m.id === 'stage1.count' && m.group === null)?.value, 1);
  assert.match(kept?.head ?? '', /^[0-9a-f]{64}$/);
  assert.match(JSON.stringify(kept?.document), /Open on the day of this pack/);
});

test('a kind that was taken off the calendar is not made', async () => {
  await inside((trx) => writePackCalendar(trx, { off: ['month-managers'], daysAfter: 1 }));
  const month = periodHolding('month', addDays(periodHolding('month', today).until, 40));
  await inside((trx) => makePacksDue(trx, addDays(month.until, 5)));
  const packs = await inside((trx) => listPacks(trx, ['managers']));
  assert.equal(packs.filter((pack) => pack.every === 'month').length, 1);
});

test('a question stands with its answer, an answer that is given again leaves the first to be seen', async () => {
  const [pack] = await inside((trx) => listPacks(trx, ['managers']));
  const id = pack?.id ?? '';
  const staff = web.staff.manager;
  await inside((trx) => askOf(trx, { pack: id, question: 'Why late?', by: 'The chair', on: today, staff }));
  const [asked] = await inside((trx) => challengesOf(trx, id));
  const answer = (text: string) =>
    inside((trx) =>
      answerTo(trx, { pack: id, challenge: asked?.id ?? '', answer: text, by: 'Head of housing', on: today, staff }),
    );
  assert.equal(await answer('Two people were ill.'), true);
  assert.equal(await answer('Two people were ill, and nobody stood in.'), true);
  const [now] = await inside((trx) => challengesOf(trx, id));
  assert.equal(now?.answer?.text, 'Two people were ill, and nobody stood in.');
  assert.equal(now?.earlierAnswers, 1);
  assert.equal((await inside((trx) => listPacks(trx, ['managers']))).find((one) => one.id === id)?.unanswered, 0);
  await assert.rejects(
    inside((trx) => sql`update pack set document = '{}'`.execute(trx)),
    /permission denied/,
  );
});

test('the question of last time comes back in the next pack of the same kind', async () => {
  const kept = await inside((trx) => listPacks(trx, ['managers']));
  const week = kept.find((pack) => pack.every === 'week');
  const asked = await inside((trx) => challengesOf(trx, week?.id ?? ''));
  if (asked.length === 0)
    await inside((trx) =>
      askOf(trx, {
        pack: week?.id ?? '',
        question: 'What of the damp?',
        by: 'A panel member',
        on: today,
        staff: web.staff.manager,
      }),
    );
  const whole = await inside((trx) => findPack(trx, week?.id ?? ''));
  const next = addDays(whole?.period.until ?? today, 14) as Day;
  await inside((trx) => makePacksDue(trx, next));
  const later = (await inside((trx) => listPacks(trx, ['managers']))).find((pack) => pack.every === 'week');
  const document = JSON.stringify((await inside((trx) => findPack(trx, later?.id ?? '')))?.document);
  assert.notEqual(later?.id, week?.id);
  assert.match(document, /Asked last time/);
  assert.ok(periodBefore('week', periodHolding('week', next)).until >= (whole?.period.until ?? today));
});

test('orders and determinations of a case whose import was taken back stand in no pack', async () => {
  const [stands, takenBack] = [await newCase(web, { on: today }), await newCase(web, { on: today })];
  const next = addDays(today, 200);
  const on = periodBefore('quarter', periodHolding('quarter', next)).from;
  await inside(async (trx) => {
    const c = sql`complaint where landlord_id = ${trx.landlordId} and reference in (${stands}, ${takenBack})`;
    await sql`insert into determination (landlord_id, case_id, n, determined_on, case_number, finding)
      select landlord_id, case_id, 1, ${on}::date, '1', 'severe-maladministration' from ${c}`.execute(trx);
    await sql`insert into ombudsman_order (landlord_id, case_id, order_id, binding, made_on, due_on)
      select landlord_id, case_id, 'one', true, ${on}::date, ${on}::date from ${c}`.execute(trx);
    await sql`update complaint set standing = 'import-taken-back' where reference = ${takenBack}`.execute(trx);
    await sql`update ombudsman_order o set counts = false from complaint c
      where c.case_id = o.case_id and c.reference = ${takenBack}`.execute(trx);
    await makePacksDue(trx, next);
  });
  const [board] = (await inside((trx) => listPacks(trx, ['board']))).filter(({ every }) => every === 'quarter');
  const document = JSON.stringify((await inside((trx) => findPack(trx, board?.id ?? '')))?.document);
  assert.equal(document.split(stands).length - 1, 2, 'in both tables');
  assert.doesNotMatch(document, new RegExp(takenBack));
});
