/** Answers to surveys of others: a low one or dissatisfied words bring the offer to complain, each once, and nothing else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { proposeSurveyColumns, readSurveyRows, seemsLow } from '../../src/complaint/survey-rows.js';
import { waitingArrivals } from '../../src/store/arrivals.js';
import { inLandlord } from '../../src/store/database.js';
import { makePerson } from '../../src/store/people.js';
import { csvFile } from '../../src/web/csv.js';
import { answered, newCase, sendWithFiles } from '../support/cases-for-screens.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const store = <T>(work: Parameters<typeof inLandlord<T>>[2]) => inLandlord(web.db, web.landlordId, work);

async function sends(visitor: Visitor, csv: string, name = 'repairs.csv'): Promise<string> {
  await visitor.get('/survey-answers');
  const sheet = { field: 'sheet', name, content: csv };
  const { status, html, to } = await sendWithFiles(web, visitor, '/survey-answers', {}, [sheet]);
  return to === '' ? `${status} ${html}` : to;
}

const count = async (table: string) => {
  const { rows } = await store((trx) =>
    sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(table)} where landlord_id = ${web.landlordId}`.execute(trx),
  );
  return rows[0]?.n ?? 0;
};

test('columns are proposed by their headings, and low answers by their numbers or words', () => {
  const rows = [
    ['Repairs survey, October'],
    ['Job', 'Date completed', 'Tenant', 'Email address', 'Mobile', 'How satisfied were you?', 'Comments'],
    ['J1', '02/10/2026', 'Amina Noor', 'a@example.org', '', 'Very dissatisfied', '=1+1'],
    [],
    ['J2', '2026-10-31', '', '', '', '', ''],
  ];
  const columns = proposeSurveyColumns(rows);
  assert.deepEqual(columns, { on: 1, name: 2, email: 3, phone: 4, rating: 5, words: 6, reference: null });
  assert.deepEqual(readSurveyRows(rows, columns), [
    {
      line: 3,
      rating: 'Very dissatisfied',
      words: '=1+1',
      reference: '',
      email: 'a@example.org',
      phone: '',
      name: 'Amina Noor',
      on: '2026-10-02',
    },
  ]);
  const low = (all: string[]) => all.filter((one) => seemsLow(one, all));
  assert.deepEqual(low(['1', '2', '3', '4', '5']), ['1', '2']);
  assert.deepEqual(low(['10', '9', '5', '3', '0']), ['5', '3', '0']);
  assert.deepEqual(low(['Very satisfied', 'Fairly dissatisfied', 'Poor', 'Good']), ['Fairly dissatisfied', 'Poor']);
});

test('a low answer or dissatisfied words become one offer each: on their case, or on a contact of a known person', async () => {
  const officer = await web.visitor('officer');
  await store((trx) =>
    makePerson(trx, { name: 'Known Person', ways: [{ kind: 'email', value: 'known@example.org' }] }),
  );
  const request = await newCase(web, { kind: 'service-request', name: 'Has Request' });
  const complaint = await newCase(web, { name: 'Was Answered', defined: true });
  await answered(web, complaint);
  const csv = csvFile([
    ['Reference', 'Date', 'Name', 'Email', 'Phone', 'Rating', 'Comment'],
    ['', '01/11/2026', 'Known Person', 'known@example.org', '', '1', 'Nobody came and I am fed up'],
    ['', '02/11/2026', '', '', '01632 960444', '5', 'Very good, thank you'],
    [request, '03/11/2026', '', '', '', '2', ''],
    [complaint, '', '', '', '', '4', 'I am still not happy with your answer'],
    ['', '04/11/2026', 'Out Of Reach', '', '', '1', 'Terrible'],
    ['', '05/11/2026', '', 'new@example.org', '', '1', '=HYPERLINK("http://evil.example","x")'],
    ['CMP-99-99999', '05/11/2026', '', '', '', '1', ''],
  ]);
  const cases = await count('case_head');
  const path = await sends(officer, csv);
  assert.match(path, /^\/survey-answers\/[0-9a-f-]{36}$/);
  const looked = await officer.get(path);
  assert.match(looked.text, /7 rows\. 6 would become an offer/);
  assert.equal(await count('arrival'), 0, 'nothing is taken by looking');
  const taken = await officer.send({ do: 'take' });
  assert.match(
    taken.text,
    /7 rows were brought in, 4 of them offers to complain\. Nobody could be reached by line 6, 8\./,
  );
  const waiting = await store((trx) => waitingArrivals(trx));
  assert.deepEqual(
    waiting.map(({ kind, arrivedOn, personName }) => `${kind} ${arrivedOn} ${personName}`).sort(),
    [
      'offer-to-complain 2026-11-01 Known Person',
      'offer-to-complain 2026-11-03 null',
      'offer-to-complain 2026-11-05 null',
      `possible-stage-2 ${new Date().toISOString().slice(0, 10)} null`,
    ].sort(),
  );
  assert.equal(await count('case_head'), cases + 2);
  const list = await officer.get('/arrivals');
  assert.ok(!list.html.includes('href="http://evil'), 'a formula is text');
  assert.equal(await count('perception_result'), 0, 'it is never the regulator’s satisfaction');
  assert.equal(await count('outgoing_message'), 0, 'nobody is written to by themselves');

  const again = await sends(officer, csv, 'renamed.csv');
  await officer.get(again);
  const second = await officer.send({ name: 'repairs', do: 'take' });
  assert.match(second.text, /0 rows were brought in, 0 of them offers to complain\. 7 were here already/);
  assert.equal((await store((trx) => waitingArrivals(trx))).length, 4);
});

test('a sheet is for whoever sent it, and what can’t be read is said in one sentence', async () => {
  const officer = await web.visitor('officer');
  const path = await sends(officer, 'Rating,Email\n5,a@example.org\n');
  const manager = await web.visitor('manager');
  assert.equal((await manager.get(path)).status, 404);
  for (const bad of ['', '%PDF-1.7 nothing', '{\\rtf1 nothing']) {
    assert.match(await sends(officer, bad), /^422 /);
  }
  await officer.get(path);
  const lost = await officer.send({ 'column-email': '', do: 'take' });
  assert.equal(lost.status, 422);
  assert.match(lost.text, /Choose a column by which people can be found/);
});
