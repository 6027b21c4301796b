import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../src/facts/happened.js';
import { type Facts, figure, newLandlord, said } from './told.js';

const today = '2026-06-01';
const homes = { LCRA: 1000, LCHO: null };

/** Figures of 2025-26 from these cases alone. */
async function given(cases: readonly Facts[], seen = today, filter = {}) {
  const landlord = await newLandlord();
  await landlord.tell(cases);
  const figures = await landlord.figures(2025, seen, { homes, ...filter });
  return (id: string, group: string | null = null, reading: string | null = null) =>
    said(figure(figures, id, group, reading));
}

const answered: Facts = { received: '2025-06-02', acknowledged: '2025-06-04', responded: '2025-06-16' };

test('a year without a case has no share of anything, and says none', async () => {
  const of = await given([]);
  assert.equal(of('stage1.count'), '0');
  assert.equal(of('ch01.1', 'LCRA'), '0/1000');
  assert.equal(of('ch01.1', 'LCHO'), 'none');
  assert.equal(of('ch02.1', 'all', 'base'), 'none');
  assert.equal(of('stage1.outcome', 'upheld'), 'none');
  assert.equal(of('escalation-rate'), 'none');
  assert.equal(of('working-days-to-answer', 'stage1', 'median'), 'none');
  assert.equal(of('refused', 'legal-proceedings'), '0');
});

test('stage 1 counts by receipt, stage 2 by request, and the escalation rate sets one beside the other', async () => {
  const of = await given([
    answered,
    { ...answered, received: '2025-03-31' },
    { ...answered, received: '2025-03-20', escalated: '2025-04-02' },
    { received: '2026-03-31' },
  ]);
  assert.equal(of('stage1.count'), '2');
  assert.equal(of('stage2.count'), '1');
  assert.equal(of('escalation-rate'), '1/2');
  assert.equal(of('contacts', 'stage-1'), '2');
  assert.equal(of('contacts', 'stage-2'), '1');
});

test('an answer after the date and within an extension that counts is in time by one reading and late by the other', async () => {
  const of = await given([
    answered,
    {
      received: '2025-06-02',
      acknowledged: '2025-06-04',
      extensions: [{ toldOn: '2025-06-16', newDate: '2025-06-25' }],
      responded: '2025-06-25',
    },
  ]);
  assert.equal(of('ch02.1', 'all', 'base'), '1/2');
  assert.equal(of('ch02.1', 'all', 'with-extensions'), '2/2');
  assert.equal(of('ch02.1', 'all', 'receipt-base'), '1/2');
});

test('a late acknowledgement moves the date of the Code and not the one counted from receipt', async () => {
  // Receipt 2 June: acknowledge by 9 June, answer as if acknowledged then by 23 June. Acknowledged on 20 June: by 4 July.
  const of = await given([{ received: '2025-06-02', acknowledged: '2025-06-20', responded: '2025-07-04' }]);
  assert.equal(of('ch02.1', 'all', 'base'), '1/1');
  assert.equal(of('ch02.1', 'all', 'receipt-base'), '0/1');
  assert.equal(of('acknowledged-in-time'), '0/1');
});

test('what is not due yet stands apart, and is late the day after', async () => {
  const open: Facts = { received: '2025-06-02', acknowledged: '2025-06-04' };
  assert.equal((await given([open], '2025-06-18'))('ch02.1', 'all', 'base'), 'none not yet due 1');
  assert.equal((await given([open], '2025-06-19'))('ch02.1', 'all', 'base'), '0/1');
});

test('refused complaints and other contacts are in no figure of complaints, withdrawn ones only where answered', async () => {
  const of = await given([
    { received: '2025-06-02', refused: '2025-06-05', ground: 'legal-proceedings' },
    { received: '2025-06-02', kind: 'service-request' },
    { received: '2025-06-02', withdrawn: '2025-06-10' },
    { ...answered, withdrawn: '2025-06-20' },
    { ...answered, refused: '2025-06-03', overturned: '2025-06-04' },
  ]);
  assert.equal(of('stage1.count'), '3');
  assert.equal(of('ch01.1', 'LCRA'), '3/1000');
  assert.equal(of('ch02.1', 'all', 'with-extensions'), '2/2');
  assert.equal(of('refused', 'legal-proceedings'), '1');
  assert.equal(of('refused', 'other'), '0');
  assert.equal(of('refused.overturned'), '1');
  assert.equal(of('contacts', 'service-request'), '1');
  assert.equal(of('contacts', 'stage-1'), '4');
});

test('a missing fact is unknown only where it could change the answer', async () => {
  const of = await given([
    // Answered within ten working days of receipt: in time whenever it was acknowledged.
    { received: '2025-06-02', responded: '2025-06-16', unknown: ['acknowledged'] },
    // In time if acknowledged late enough; counted from receipt it is late, whenever that was.
    { received: '2025-06-02', responded: '2025-06-30', unknown: ['acknowledged'] },
    // Late by the Code; an extension might have made it in time, and not beyond ten working days more.
    { received: '2025-06-02', acknowledged: '2025-06-04', responded: '2025-06-25', unknown: ['stage-1-extension'] },
    { received: '2025-06-02', acknowledged: '2025-06-04', responded: '2025-08-25', unknown: ['stage-1-extension'] },
    { received: '2025-06-02', acknowledged: '2025-06-04', unknown: ['stage-1-response'] },
  ]);
  assert.equal(of('ch02.1', 'all', 'base'), '1/3 unknown 2');
  assert.equal(of('ch02.1', 'all', 'with-extensions'), '1/2 unknown 3');
  assert.equal(of('ch02.1', 'all', 'receipt-base'), '1/4 unknown 1');
  assert.equal(of('acknowledged-in-time'), '3/3 unknown 2');
  assert.equal(of('stage1.count'), '5');
});

test('a contact that nobody has triaged may be a complaint: it is unknown to the figures of complaints', async () => {
  const of = await given([answered, { received: '2025-06-02', kind: null }]);
  assert.equal(of('stage1.count'), '1 unknown 1');
  assert.equal(of('contacts', 'undecided'), '1');
});

test('where no complaint says its kind of home and one kind is owned, all are of that kind, and it says so', async () => {
  const landlord = await newLandlord();
  await landlord.tell([{ ...answered, tenure: 'unknown' }]);
  const one = await landlord.figures(2025, today, { homes });
  assert.equal(said(figure(one, 'ch01.1', 'LCRA')), '1/1000');
  assert.match(figure(one, 'ch01.1', 'LCRA').note ?? '', /counted as LCRA/);
  const both = await landlord.figures(2025, today, { homes: { LCRA: 1000, LCHO: 10 } });
  assert.equal(said(figure(both, 'ch01.1', 'LCRA')), '0/1000 unknown 1');
  assert.equal(said(figure(both, 'ch02.1', 'LCRA', 'base')), 'none unknown 1');
  assert.equal(said(figure(both, 'ch01.1', 'all')), '1/1010');
  await landlord.tell([{ ...answered, tenure: 'leasehold' }]);
  const said2 = await landlord.figures(2025, today, { homes });
  assert.equal(said(figure(said2, 'ch01.1', 'LCRA')), '0/1000 unknown 1');
});

test('outcomes and days go by the answer: shares with their counts, the median between two, nine in ten by the nearest rank', async () => {
  const of = await given([
    { ...answered, outcome: 'upheld' },
    { ...answered, responded: '2025-06-17', outcome: 'partly-upheld' },
    { ...answered, responded: '2025-07-01', outcome: null },
    { ...answered, received: '2024-12-02', responded: '2025-04-01', outcome: 'not-upheld' },
    { received: '2026-03-20', responded: '2026-04-02', outcome: 'upheld' },
  ]);
  assert.equal(of('stage1.outcome', 'upheld'), '1/3 unknown 1');
  assert.equal(of('stage1.outcome', 'not-upheld'), '1/3 unknown 1');
  // 10, 11, 21 and 83 working days.
  assert.equal(of('working-days-to-answer', 'stage1', 'median'), '16');
  assert.equal(of('working-days-to-answer', 'stage1', 'p90'), '83');
  assert.equal(of('stage1.days', '6-10'), '1/4');
});

test('an import that was taken back counts nowhere, and a group complaint once', async () => {
  const people = ['30000000-0000-4000-8000-000000000001', '30000000-0000-4000-8000-000000000002'] as PersonId[];
  const of = await given([
    { ...answered, unknown: [], takenBack: true },
    { ...answered, group: people },
  ]);
  assert.equal(of('stage1.count'), '1');
  assert.equal(of('contacts', 'stage-1'), '1');
  assert.equal(of('stage1.outcome', 'upheld'), '1/1');
});

test('a figure by area is the area’s own, and homes are not known by area', async () => {
  const cases = [
    { ...answered, area: 'Repairs' },
    { ...answered, area: 'Estates' },
    { ...answered, area: null },
  ];
  const of = await given(cases);
  assert.equal(of('stage1.count', 'Repairs'), '1');
  assert.equal(of('stage1.count', 'not-recorded'), '1');
  const ours = await given(cases, today, { area: 'Repairs' });
  assert.equal(ours('stage1.count'), '1');
  assert.equal(ours('ch01.1', 'LCRA'), 'none');
});

test('a new date that was told can settle what an unknown acknowledgement leaves open', async () => {
  const told: Facts = {
    received: '2025-04-01',
    extensions: [{ toldOn: '2025-04-05', newDate: '2025-04-25' }],
    unknown: ['acknowledged'],
  };
  // Whenever it was acknowledged, the resident was told of 25 April in time: late without an answer by then.
  assert.equal((await given([told]))('ch02.1', 'all', 'with-extensions'), '0/1');
  assert.equal((await given([told]))('ch02.1', 'all', 'base'), 'none unknown 1');
  assert.equal((await given([{ ...told, responded: '2025-04-25' }]))('ch02.1', 'all', 'with-extensions'), '1/1');
});
