/** What the Codes of 2020 and 2022 ask otherwise, on whole cases of their time. */
import { test } from 'node:test';
import { day } from '../../src/facts/days.js';
import type { CaseId, ImportedFact } from '../../src/facts/happened.js';
import { aComplaint, aContact, amir, anExtension, resident, words } from '../stories/story.js';
import { shows } from './seen.js';

const of2022 = () => aComplaint({ received: '2023-05-02' }, 'The roof').on('2023-05-04').acknowledges();
const of2020 = () => aComplaint({ received: '2021-05-04' }, 'The roof').on('2021-05-06').acknowledges();
const in2022 = (story: ReturnType<typeof of2022>, expected: Record<string, string>) => shows(story, expected, '2022');
const in2020 = (story: ReturnType<typeof of2020>, expected: Record<string, string>) => shows(story, expected, '2020');

test('a case of 2022 shows the provisions of 2022 and is judged by none of 2024', () => {
  in2022(of2022().on('2023-05-12').answers('not-upheld'), {
    '1.7': 'met',
    '2.1': 'met',
    '4.1': 'met',
    '4.2': 'met',
    '4.4': 'met',
    '4.15': 'met',
    '5.1': 'met',
    '5.6': 'met',
    '5.8': 'met',
    '5.17': 'met',
    '5.9': 'nothing',
    '5.13': 'nothing',
    '6.1': 'nothing',
  });
  in2022(of2022().on('2023-06-30').answers('upheld'), {
    '5.1': 'late',
    '4.10': 'no-update-given',
    '6.1': 'nothing-offered',
  });
  in2022(aComplaint({ received: '2023-05-02' }, 'x').on('2023-05-22').acknowledges(), {
    '4.1': 'late',
    '5.1': 'nothing',
  });
});

test('beyond twenty working days the resident agrees, or has the Ombudsman’s details', () => {
  const extended = (agreed: boolean | null, ombudsmanDetails: boolean | null = true) =>
    of2022()
      .on('2023-05-12')
      .happens({
        type: 'Extended',
        because: null,
        stage: 1,
        newDate: day('2023-06-30'),
        reason: words('r'),
        goodReason: null,
        agreed,
        ombudsmanDetails,
        inWriting: true,
        letter: null,
      });
  in2022(extended(true), { '5.2': 'met', '5.3': 'nothing' });
  in2022(extended(false), { '5.2': 'not-agreed', '5.3': 'met' });
  in2022(extended(false, null), { '5.3': 'unknown' });
  in2022(extended(null), { '5.2': 'unknown', '5.3': 'nothing' });
  in2022(of2022().on('2023-05-12').extends(1, '2023-06-01', anExtension(1, '2023-06-01')), { '5.2': 'nothing' });
});

test('what only the 2022 Code asks: social media, older reports, comments, feedback, stage 2 after stage 1, a third stage', () => {
  in2022(aComplaint({ received: '2023-05-02', channel: 'social-media' }, 'x'), { '2.2': 'met' });
  in2022(of2022(), { '2.2': 'nothing', '5.4': 'nothing', '4.16': 'nothing', '5.11': 'nothing' });
  in2022(of2022().happens({ type: 'CaseLinked', to: 'c' as CaseId, relation: 'earlier-case', reason: null }), {
    '5.4': 'met',
  });
  const shared = of2022()
    .happens({
      type: 'FindingsShared',
      stage: 1,
      with: { person: resident },
      points: [],
      words: words('f'),
      commentsBy: null,
    })
    .on('2023-05-12')
    .answers('not-upheld');
  in2022(shared, { '4.12': 'met' });
  in2022(of2022().answers('not-upheld'), { '4.12': 'unknown' });
  in2022(of2022().happens({ type: 'SurveyAnswered', answers: [], words: null }), { '4.16': 'met' });
  in2022(of2022().answers('not-upheld').on('2023-05-22').escalates(), { '5.11': 'met' });
  in2022(
    of2022()
      .on('2023-05-08')
      .happens({ type: 'EscalationRequested', channel: 'phone', from: null, points: 'all', words: null }),
    { '5.11': 'before-stage-1-answer' },
  );
  const third = of2022()
    .answers('not-upheld')
    .happens({ type: 'ResponseSent', stage: 3, how: 'post', letter: null, involved: [], outcome: 'upheld' });
  in2022(third, { '5.17': 'unknown' });
});

test('a late answer with an interval for updates had one on the way', () => {
  const late = () =>
    of2022().happens({
      type: 'UpdateIntervalAgreed',
      stage: 1,
      everyWorkingDays: 5,
      agreedWithResident: true,
      note: null,
    });
  in2022(late().on('2023-06-30').answers('not-upheld'), { '4.11': 'no-update-given' });
  in2022(
    late()
      .on('2023-05-15')
      .happens({ type: 'UpdateGiven', stage: 1, how: 'phone', words: words('u'), letter: null })
      .on('2023-06-30')
      .answers('not-upheld'),
    { '4.11': 'met', '4.10': 'met' },
  );
  in2022(of2022().answers('not-upheld'), { '4.11': 'nothing', '4.10': 'nothing' });
});

test('the questions of 2020: times of both stages, where it ended, evidence for the Ombudsman', () => {
  in2020(of2020().on('2021-05-14').answers('not-upheld'), {
    '4.3': 'met',
    '4.7': 'met',
    '3.8': 'met',
    '4.5': 'met',
    '4.6': 'nothing',
    '4.8': 'nothing',
    '5.1': 'nothing',
    '5.2': 'nothing',
    '6.3': 'nothing',
    '8.1': 'met',
  });
  const on = of2020().on('2021-05-14').answers('not-upheld').on('2021-05-24').escalates();
  in2020(on, { '4.5': 'went-on', '4.7': 'met' });
  in2020(on.as(amir).on('2021-08-02').acknowledges(2).decides('not-upheld', 2).learns(2).respondsFinally(), {
    '4.7': 'late',
    '4.6': 'met',
    '3.6': 'met',
  });
  const asked = () =>
    of2020().happens({
      type: 'EvidenceAsked',
      ombudsman: 'HOS',
      caseNumber: null,
      dueOn: day('2021-06-01'),
      words: words('e'),
      files: [],
    });
  const sent = { type: 'BundleSent', files: [], pages: 12, answers: null } as const;
  in2020(asked(), { '5.1': 'nothing' });
  in2020(asked().happens(sent, '2021-06-01'), { '5.1': 'met' });
  in2020(asked().happens(sent, '2021-06-02'), { '5.1': 'evidence-late' });
  const longer = asked().happens(
    { type: 'EvidenceDateExtended', ombudsman: 'HOS', newDate: day('2021-06-10'), reason: words('r'), request: null },
    '2021-05-20',
  );
  in2020(longer.happens(sent, '2021-06-09'), { '5.1': 'met', '5.2': 'met' });
});

test('from an old register: what it does not tell is unknown only where it could make another answer', () => {
  const imported = (
    unknown: readonly ImportedFact[],
    answeredOn: string | null,
    acknowledgedOn: string | null = null,
  ) => {
    const story = aContact({ received: '2025-03-03' })
      .happens({ type: 'Imported', source: 'register', rowDigest: 'd', kindAsWritten: null, unknown: [...unknown] })
      .happens({ type: 'Logged', kind: 'complaint', area: null, category: null, hazards: [], triage: null });
    if (acknowledgedOn !== null)
      story.happens(
        { type: 'Acknowledged', stage: 1, how: 'post', letter: null, note: null, ombudsmanDetails: false },
        acknowledgedOn,
      );
    if (answeredOn !== null)
      story.happens(
        { type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'upheld' },
        answeredOn,
      );
    return story;
  };
  shows(imported([], '2025-03-18', '2025-03-05'), {
    '6.2': 'met',
    '6.3': 'met',
    '6.1': 'unknown',
    '7.1': 'unknown',
    '9.1': 'unknown',
  });
  shows(imported([], '2025-04-28', '2025-03-05'), { '6.2': 'met', '6.3': 'late', '5.9': 'unknown', '5.12': 'unknown' });
  shows(imported(['acknowledged'], '2025-03-12'), { '6.2': 'unknown', '6.3': 'met' });
  shows(imported(['acknowledged'], '2025-03-28'), { '6.2': 'unknown', '6.3': 'unknown' });
  shows(imported(['stage-1-response'], null, '2025-03-05'), { '6.2': 'met', '6.3': 'unknown' });
  shows(imported(['stage-1-extension'], '2025-04-10', '2025-03-05'), { '6.3': 'unknown', '6.4': 'unknown' });
  shows(imported(['stage-1-extension'], '2025-03-14', '2025-03-05'), { '6.3': 'met' });
  shows(imported(['received'], '2025-03-14', '2025-03-05'), { '6.2': 'unknown', '6.3': 'met' });
  shows(imported(['acknowledged'], null), { '6.2': 'unknown', '6.3': 'nothing' });
  shows(imported(['channel'], '2025-03-14', '2025-03-05'), { '3.1': 'unknown', '6.3': 'met' });
  const back = imported([], '2025-03-18', '2025-03-05').happens({ type: 'ImportTakenBack', reason: words('r') });
  shows(back, { '6.2': 'nothing', '2.1': 'nothing' });
});
