import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { aComplaint } from './story.js';

test('an edition change in the middle of a case leaves the case under the Code of its receipt', () => {
  const s = aComplaint({ received: '2024-03-27' }).on('2024-04-03').acknowledges();
  assert.equal(s.case.edition, '2022');
  s.due('stage-1-response', '2024-04-17')
    .on('2024-04-17')
    .answers('not-upheld')
    .on('2024-05-01')
    .escalates()
    // 5.13 of 2022: twenty working days from the request; no limit of its own for the acknowledgement.
    .noClock('stage-2-acknowledgement')
    .due('stage-2-response', '2024-05-31');
});

test('a complaint on 1 April 2024, a bank holiday, is under the 2024 Code', () => {
  const s = aComplaint({ received: '2024-04-01' });
  assert.equal(s.case.edition, '2024');
  s.due('stage-1-acknowledgement', '2024-04-09');
});

test('a complaint under the 2020 Code is answered within ten working days of its receipt', () => {
  aComplaint({ received: '2021-03-01' }).on('2021-03-12').acknowledges().due('stage-1-response', '2021-03-15');
});

test('what was received before any Code has no clocks', () => {
  const s = aComplaint({ received: '2020-07-06' });
  assert.equal(s.case.edition, null);
  s.noClock('stage-1-acknowledgement').acknowledges().answers().stands('answered', 1);
});

test('an imported case with a third stage says so and stands as answered', () => {
  const s = aComplaint({ received: '2021-03-01' });
  s.happens({ type: 'Imported', source: 'register', rowDigest: 'x', kindAsWritten: null, unknown: [] })
    .happens({ type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: null })
    .happens({ type: 'EscalationRequested', channel: 'letter', from: null, points: 'all', words: null })
    .happens({ type: 'ResponseSent', stage: 2, how: 'post', letter: null, involved: [], outcome: null })
    .happens({ type: 'ResponseSent', stage: 3, how: 'post', letter: null, involved: [], outcome: 'upheld' })
    .stands('answered', 3)
    .happens({ type: 'ImportTakenBack', reason: 'wrong file' as never })
    .stands('import-taken-back');
  const hazard = { kind: 'gas', emergency: true, points: [], awareAt: null, text: null } as const;
  s.cannot(mayNoticeHazard, { ...hazard, on: s.today }, 'import-taken-back');
  assert.deepEqual(s.clocks(), []);
});
