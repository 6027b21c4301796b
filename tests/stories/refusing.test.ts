import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAcknowledge } from '../../src/complaint/may/acknowledge.js';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayOverturn } from '../../src/complaint/may/overturn.js';
import { mayRefuse } from '../../src/complaint/may/refuse.js';
import { mayRefuseEscalation } from '../../src/complaint/may/refuse-escalation.js';
import { maySendLetter } from '../../src/complaint/may/send-letter.js';
import { actsPossible } from '../../src/complaint/permitted.js';
import { refusalLetterOwed, refusalLetterWords } from '../../src/complaint/refusal-letter.js';
import { day } from '../../src/facts/days.js';
import { aComplaint, aContact, aLetter, aRefusal, resident, type Story } from './story.js';

test('a complaint is refused with its circumstances, its reasons and a letter, and its clocks end', () => {
  aContact({ received: '2026-03-02' })
    .on('2026-03-04')
    .refuses({ ground: 'not-our-resident-or-service', letter: aLetter() })
    .noWarning()
    .stands('refused')
    .state('stage-1-acknowledgement', 'ended')
    .recorded('LetterSent');
});

test('nothing is refused without the resident’s own circumstances and the reasons', () => {
  aContact({ received: '2026-03-02' }).cannot(
    mayRefuse,
    { ...aRefusal, circumstances: '', reasons: ' ' },
    'circumstances-missing',
    'reasons-missing',
  );
});

test('a complaint brought within twelve months can’t be refused as too old', () => {
  const old = { ...aRefusal, ground: 'over-twelve-months' } as const;
  aContact({ received: '2026-03-02' })
    .cannot(mayRefuse, old, 'issue-on-missing')
    .cannot(mayRefuse, { ...old, issueOn: day('2025-03-02'), discretion: 'None' }, 'within-twelve-months')
    .cannot(mayRefuse, { ...old, issueOn: day('2025-03-01') }, 'discretion-missing')
    .refuses({ ...old, issueOn: day('2025-03-01'), discretion: 'There was no reason for the wait' })
    .stands('refused');
});

test('for legal proceedings the day of filing is named', () => {
  const court = { ...aRefusal, ground: 'legal-proceedings' } as const;
  aContact({ received: '2026-03-02' })
    .cannot(mayRefuse, court, 'filed-on-missing')
    .cannot(mayRefuse, { ...court, filedOn: day('2026-03-03') }, 'filed-later')
    .refuses({ ...court, filedOn: day('2026-02-20') })
    .stands('refused');
});

test('a refusal that the Ombudsman overturns: receipt and edition stay, the acknowledgement is owed from that day', () => {
  const s = aComplaint({ received: '2024-03-28' })
    .on('2024-04-03')
    .acknowledges()
    .on('2024-04-05')
    .refuses()
    .on('2024-06-03')
    .cannot(mayEscalate, { channel: 'phone', from: resident, points: 'all', text: null }, 'refused')
    .does(mayOverturn, { by: 'ombudsman', reasons: 'The circumstances were not considered' })
    .stands('to-acknowledge', 1)
    .due('stage-1-acknowledgement', '2024-06-10')
    .on('2024-06-10')
    .acknowledges();
  assert.equal(s.case.edition, '2022');
  assert.equal(s.case.receivedOn, '2024-03-28');
  assert.deepEqual(s.case.refusal, {
    on: '2024-04-05',
    ground: 'other',
    overturnedOn: '2024-06-03',
    overturnedBy: 'ombudsman',
  });
  s.state('stage-1-acknowledgement', 'met');
});

test('a refusal before logging, overturned, leaves a logged complaint with its point', () => {
  aContact({ received: '2026-03-02' })
    .on('2026-03-03')
    .refuses()
    .on('2026-03-10')
    .does(mayOverturn, { by: 'landlord', reasons: 'We had the wrong address' })
    .stands('to-acknowledge', 1)
    .recorded('Logged', 'PointRaised')
    .due('stage-1-acknowledgement', '2026-03-17')
    .cannot(mayOverturn, { by: 'landlord', reasons: 'Again' }, 'nothing-refused');
});

test('a refused complaint takes notes, and no acknowledgement', () => {
  aContact({ received: '2026-03-02' })
    .refuses()
    .on('2026-03-04')
    .does(mayNote, { text: 'She called and was told about the Ombudsman', files: [] })
    .cannot(
      mayAcknowledge,
      { stage: 1, how: 'post', note: null, definitionSetOut: true, ombudsmanDetails: true, letter: null },
      'refused',
      'no-points',
    );
});

test('an answered complaint is not refused any more', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .answers()
    .on('2026-03-05')
    .cannot(mayRefuse, aRefusal, 'already-answered');
});

const noStage2 = {
  ground: 'other',
  filedOn: null,
  circumstances: 'We considered why she asked now',
  reasons: 'It came after our time limit',
  lateWindowOnly: true,
  letter: null,
} as const;

test('stage 2 refused only because it was asked late is warned of', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .answers()
    .on('2026-05-05')
    .escalates()
    .on('2026-05-07')
    .does(mayRefuseEscalation, noStage2)
    .warns(/does not meet 5\.11/)
    .stands('escalation-refused')
    .state('stage-2-acknowledgement', 'ended');
});

test('stage 2 is not refused for the age of what was accepted at stage 1, nor without reasons', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .answers()
    .escalates()
    .cannot(mayRefuseEscalation, { ...noStage2, ground: 'over-twelve-months' }, 'accepted-at-stage-1')
    .cannot(
      mayRefuseEscalation,
      { ...noStage2, ground: 'legal-proceedings', reasons: '' },
      'filed-on-missing',
      'reasons-missing',
    );
});

test('a refusal to escalate that is overturned starts stage 2 from that day', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .answers()
    .on('2026-03-10')
    .escalates()
    .on('2026-03-12')
    .does(mayRefuseEscalation, { ...noStage2, lateWindowOnly: false })
    .on('2026-04-07')
    .does(mayOverturn, { by: 'ombudsman', reasons: 'No ground of the Code' })
    .stands('to-acknowledge', 2)
    .due('stage-2-acknowledgement', '2026-04-14');
});

test('after a refusal to escalate the resident may ask again, and that request counts from its own day', () => {
  aComplaint({ received: '2026-03-02' })
    .acknowledges()
    .answers()
    .on('2026-03-10')
    .escalates()
    .on('2026-03-12')
    .does(mayRefuseEscalation, { ...noStage2, lateWindowOnly: false })
    .on('2026-03-16')
    .escalates()
    .stands('to-acknowledge', 2)
    .due('stage-2-acknowledgement', '2026-03-23');
});

test('a refusal owes its letter until that is sent: the case waits for it', () => {
  const waits = (s: Story) =>
    actsPossible(s.case, s.context())
      .filter(({ next }) => next)
      .map(({ act }) => act);
  const s = aContact({ received: '2026-03-02' }).on('2026-03-04').refuses({ letter: null });
  assert.deepEqual(refusalLetterOwed(s.case), { since: '2026-03-04', of: 'complaint', cameBack: false });
  assert.deepEqual(waits(s), ['draft-letter']);
  s.on('2026-03-05').does(maySendLetter, { letter: aLetter(), kind: 'refusal', stage: 1 });
  assert.equal(refusalLetterOwed(s.case), null);
  assert.deepEqual(waits(s), []);

  s.happens({ type: 'LetterReturned', letter: s.case.letters[0]?.id as never, words: null }, '2026-03-09');
  assert.equal(refusalLetterOwed(s.case)?.cameBack, true);
  s.on('2026-03-10').does(mayOverturn, { by: 'landlord', reasons: 'We looked again' });
  s.on('2026-03-11').refuses({ letter: null });
  assert.deepEqual(refusalLetterOwed(s.case), { since: '2026-03-11', of: 'complaint', cameBack: false });

  const second = aComplaint({ received: '2026-03-02' }).acknowledges().answers().escalates();
  second.on('2026-03-09').does(mayRefuseEscalation, {
    ground: 'other',
    filedOn: null,
    lateWindowOnly: false,
    circumstances: 'Weighed',
    reasons: 'Nothing is left to look at',
    letter: null,
  });
  const owed = refusalLetterOwed(second.case);
  assert.equal(owed === null ? '' : refusalLetterWords(owed), 'Stage 2 refused: its letter is not sent yet');
  second.does(mayOverturn, { by: 'landlord', reasons: 'We looked again' });
  assert.equal(refusalLetterOwed(second.case), null);
});
