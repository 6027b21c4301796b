/** A case that came from a register opens like any other, and says what is not known instead of making it up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RegisterMap } from '../../src/complaint/register/fields.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { bringIn, fileWith, rowsOf } from './bringing-in.js';

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

const map: RegisterMap = {
  columns: {
    reference: 'Ref',
    kind: 'Type',
    receivedOn: 'Received',
    stage1ExtensionToldOn: 'Told',
    stage1ExtendedTo: 'To',
    stage1RespondedOn: 'Answered',
    stage1Outcome: 'Outcome',
    stage2Outcome: 'S2 outcome',
    refusedOn: 'Refused',
    compensationPence: 'Paid £',
    learning: 'Learning',
    handler: 'Officer',
  },
  values: {},
  dates: 'dmy',
  rows: 'case',
};

test('every page of a case that came from a register opens', async () => {
  const taken = await bringIn(
    web.db,
    web.landlordId,
    fileWith(
      [
        'Ref,Type,Received,Told,To,Answered,Outcome,S2 outcome,Refused,Paid £,Learning,Officer',
        'A1,Complaint,02/05/2023,10/05/2023,24/05/2023,20/05/2023,Upheld,,,125,Ring first,J Smith',
        'A2,Complaint,02/05/2023,,,,Upheld,Not upheld,,,,',
        'A3,Complaint,02/05/2023,,,,,,09/05/2023,,,',
        'A4,Stage 0,02/05/2023,,,,,,,,,',
        'A5,Complaint,02/05/2019,,,,,,,,,',
      ].join('\n'),
    ),
    map,
  );
  assert.deepEqual([taken.taken, taken.refused], [5, 0]);
  const visitor = await web.visitor('officer');
  const seen = new Map<string, string>();
  for (const { reference, caseReference } of await rowsOf(web.db, web.landlordId, taken.id)) {
    for (const tab of ['', '/points', '/evidence', '/messages', '/letters', '/promises', '/clock', '/history']) {
      const { status, text: body } = await visitor.get(`/cases/${caseReference}${tab}`);
      assert.equal(status, 200, `${reference}${tab}`);
      assert.ok(!body.includes('have been erased'), `${reference}${tab}`);
      seen.set(`${reference}${tab}`, body);
    }
  }
  assert.match(seen.get('A2') ?? '', /Answer not in the register/);
  assert.match(seen.get('A4') ?? '', /There it was called “Stage 0”/);
  assert.match(seen.get('A1') ?? '', /The register does not say/);
});
