/** Each rule of the 2024 Code on whole cases: kept, an exception, or nothing about it. */
import { test } from 'node:test';
import { mayAgreeUpdates } from '../../src/complaint/may/agree-updates.js';
import { mayRaisePoint } from '../../src/complaint/may/raise-point.js';
import { day } from '../../src/facts/days.js';
import type { AdjustmentId, OrderId, PersonId, RemedyId, RequestId, RestrictionId } from '../../src/facts/happened.js';
import { aComplaint, aContact, aLetter, amir, kim, repairs, resident, words } from '../stories/story.js';
import { shows } from './seen.js';

const march = '2026-03-02';

/** Answered well at stage 1, in time, by kim. */
const answered = () =>
  aComplaint({ received: march }, 'The boiler').on('2026-03-04').acknowledges().on('2026-03-12').answers('not-upheld');

/** The same, asked for stage 2 and acknowledged there; amir has it. */
const atStage2 = () =>
  answered().on('2026-03-20').escalates('all', { text: 'It is still cold' }).as(amir).on('2026-03-23').acknowledges(2);

test('the choice to complain: kept when it went as the resident chose, an exception when it did not', () => {
  const offered = (answer: 'complain' | 'not-complain' | 'no-answer-yet') =>
    aContact({ received: march })
      .logs({ kind: 'service-request', voicesDissatisfaction: false, triage: null })
      .happens({ type: 'ChoiceToComplainOffered', answer, how: 'phone', note: null });
  shows(offered('not-complain'), { '1.3': 'met', '1.4': 'met' });
  shows(offered('complain'), { '1.3': 'chose-to-complain' });
  shows(offered('no-answer-yet'), { '1.3': 'nothing' });
  shows(aComplaint({ received: march }), { '1.3': 'nothing', '1.4': 'nothing' });
});

test('a service request runs on beside the complaint about it, and is not closed that day', () => {
  const request = () =>
    aContact({ received: march })
      .logs({ kind: 'service-request', voicesDissatisfaction: false, triage: null })
      .on('2026-03-05')
      .happens({ type: 'CaseLinked', to: 'other' as never, relation: 'complaint-about-this-request', reason: null });
  shows(request(), { '1.5': 'met' });
  shows(request().happens({ type: 'ServiceRequestAnswered', words: words('closed'), how: 'phone' }), {
    '1.5': 'request-stopped',
  });
  shows(
    request()
      .on('2026-03-09')
      .happens({ type: 'ServiceRequestAnswered', words: words('mended'), how: 'phone' }),
    {
      '1.5': 'met',
    },
  );
});

test('what came by a survey became a complaint, or the person was told how; else it is not on record', () => {
  const survey = { received: march, channel: 'survey' } as const;
  shows(aComplaint(survey), { '1.6': 'met' });
  const comment = () => aContact(survey).logs({ kind: 'comment', triage: null, voicesDissatisfaction: false });
  shows(comment(), { '1.6': 'unknown' });
  shows(comment().happens({ type: 'ChoiceToComplainOffered', answer: 'complain', how: 'email', note: null }), {
    '1.6': 'chose-to-complain',
  });
  shows(answered(), { '1.6': 'nothing' });
});

test('refusals: the ground, the twelve months, the letter, the circumstances', () => {
  shows(answered(), { '2.1': 'met', '2.2': 'nothing', '2.3': 'nothing', '2.4': 'nothing', '2.5': 'nothing' });
  const old = aComplaint({ received: march }).refuses({
    ground: 'over-twelve-months',
    issueOn: day('2024-06-01'),
    discretion: 'Nothing kept the resident from coming',
    letter: aLetter(),
  });
  shows(old, { '2.1': 'met', '2.2': 'met', '2.3': 'met', '2.4': 'met', '2.5': 'met' });
  const untold = aComplaint({ received: march }).refuses({ ground: 'already-considered' });
  shows(untold, { '2.1': 'met', '2.2': 'met', '2.4': 'no-refusal-letter' });
  const other = aComplaint({ received: march }).refuses({ letter: aLetter() });
  shows(other, { '2.1': 'unknown', '2.2': 'unknown', '2.4': 'met' });
  const legal = {
    type: 'ComplaintRefused',
    ground: 'legal-proceedings',
    filedOn: null,
    issueOn: null,
    circumstances: words('c'),
    discretion: null,
    reasons: words('r'),
    letter: null,
  } as const;
  shows(aComplaint({ received: march }).happens(legal), { '2.2': 'no-filing-day' });
  const soon = { ...legal, ground: 'over-twelve-months', issueOn: day('2025-09-01') } as const;
  shows(aComplaint({ received: march }).happens(soon), { '2.3': 'within-twelve-months' });
  const hasty = { ...legal, ground: 'over-twelve-months', issueOn: day('2024-09-01') } as const;
  shows(aComplaint({ received: march }).happens(hasty), { '2.3': 'no-discretion' });
  shows(old.happens({ type: 'RefusalOverturned', by: 'ombudsman', reasons: words('r') }), {
    '2.1': 'refusal-overturned',
  });
});

test('how it came in, who heard it, who spoke for the resident', () => {
  shows(aComplaint({ received: march }), { '3.1': 'met', '3.2': 'nothing', '3.6': 'nothing', '3.7': 'nothing' });
  const heard = { received: march, firstHeardBy: 'contractor' } as const;
  shows(aComplaint(heard), { '3.2': 'met' });
  shows(aContact(heard).on('2026-03-16').logs(), { '3.2': 'passed-on-late' });
  const spoken = (authority: 'asked' | 'signed-form') =>
    aComplaint({ received: march }).happens({
      type: 'RepresentativeAuthorised',
      person: 'friend' as PersonId,
      role: 'family-or-friend',
      authority,
      evidence: null,
      until: null,
      note: null,
    });
  shows(spoken('signed-form'), { '3.6': 'met', '1.3': 'met' });
  shows(spoken('asked'), { '3.6': 'nothing' });
  shows(spoken('asked').on('2026-03-04').acknowledges().answers('not-upheld'), { '3.6': 'authority-left-open' });
});

test('the Ombudsman is named with the acknowledgement and with an extension', () => {
  shows(answered(), { '3.7': 'met' });
  const silent = aComplaint({ received: march }, 'x').on('2026-03-04').acknowledges(1, { ombudsmanDetails: false });
  shows(silent, { '3.7': 'acknowledged-without-ombudsman' });
  const told = (ombudsmanDetails: boolean | null, newDate = '2026-03-27') =>
    aComplaint({ received: march }, 'x')
      .on('2026-03-04')
      .acknowledges()
      .on('2026-03-12')
      .happens({
        type: 'Extended',
        stage: 1,
        newDate: day(newDate),
        reason: words('r'),
        goodReason: null,
        agreed: null,
        ombudsmanDetails,
        inWriting: true,
        letter: null,
        because: null,
      });
  shows(told(true), { '6.5': 'met', '6.4': 'met', '3.7': 'met', '6.16': 'nothing', '6.15': 'nothing' });
  shows(told(false), { '6.5': 'extended-without-ombudsman', '6.4': 'nothing', '3.7': 'extended-without-ombudsman' });
  shows(told(null), { '6.5': 'unknown', '3.7': 'unknown' });
  shows(told(true, '2026-04-24'), { '6.4': 'beyond-the-limit' });
  shows(answered(), { '6.4': 'nothing', '6.5': 'nothing' });
  const late = aComplaint({ received: march }, 'x')
    .on('2026-03-04')
    .acknowledges()
    .on('2026-03-25')
    .happens({
      type: 'Extended',
      stage: 1,
      newDate: day('2026-03-27'),
      reason: words('r'),
      goodReason: null,
      agreed: null,
      ombudsmanDetails: true,
      inWriting: true,
      letter: null,
      because: null,
    });
  shows(late, { '6.4': 'told-late' });
});

test('a team that was asked: answered by its date, after it, or never', () => {
  const asked = (contractor = false) =>
    aComplaint({ received: march }, 'x')
      .on('2026-03-04')
      .acknowledges()
      .happens({
        type: 'InformationAsked',
        request: 'r1' as RequestId,
        stage: 1,
        of: repairs,
        contractor,
        dueOn: day('2026-03-10'),
        words: words('When?'),
      });
  const came = { type: 'InformationReceived', request: 'r1' as RequestId, words: words('Then'), files: [] } as const;
  shows(asked(), { '4.2': 'nothing' });
  shows(asked().on('2026-03-10').happens(came), { '4.2': 'met', '5.5': 'nothing' });
  shows(asked(true).on('2026-03-11').happens(came).answers('not-upheld'), {
    '4.2': 'team-late',
    '5.4': 'met',
    '5.5': 'met',
  });
  shows(asked(true).on('2026-03-27').answers('not-upheld'), {
    '4.2': 'team-never-answered',
    '5.5': 'late-with-contractor',
    '6.3': 'late',
  });
});

test('no stage before the first, two at most, and the same two for what a contractor heard', () => {
  shows(answered(), { '5.2': 'met', '5.3': 'met', '5.4': 'nothing' });
  const first = aContact({ received: march })
    .logs({ kind: 'comment', triage: null, voicesDissatisfaction: false })
    .on('2026-03-03')
    .happens({ type: 'Logged', kind: 'complaint', area: null, category: null, hazards: [], triage: null });
  shows(first, { '5.2': 'logged-otherwise-first', '5.3': 'nothing' });
  const third = atStage2().happens({
    type: 'ResponseSent',
    stage: 3,
    how: 'post',
    letter: null,
    involved: [],
    outcome: 'not-upheld',
  });
  shows(third, { '5.3': 'third-stage' });
});

test('the definition, and whose each point is, by the acknowledgement', () => {
  shows(aComplaint({ received: march }, 'x'), { '5.6': 'nothing', '5.7': 'nothing' });
  shows(answered(), { '5.6': 'met', '5.7': 'met' });
  const bare = aComplaint({ received: march }, 'x').on('2026-03-04').happens({
    type: 'ResponseSent',
    stage: 1,
    how: 'post',
    letter: null,
    involved: [],
    outcome: 'upheld',
  });
  shows(bare, {
    '5.6': 'no-definition',
    '5.12': 'answer-not-on-file',
    '6.9': 'unknown',
    '6.7': 'point-without-finding',
  });
  const story = aComplaint({ received: march }, 'x', 'y').on('2026-03-04').acknowledges();
  shows(
    story.on('2026-03-09').happens({
      type: 'PointFoundNotOurs',
      point: story.point(2),
      whose: 'lgsco',
      words: words('The council'),
    }),
    { '5.7': 'not-ours-said-late' },
  );
});

test('nobody with a conflict of interest decides', () => {
  shows(answered(), { '5.8': 'nothing' });
  const declared = (conflict: boolean) =>
    aComplaint({ received: march }, 'x')
      .on('2026-03-04')
      .acknowledges()
      .decides('not-upheld')
      .learns()
      .happens({ type: 'ConflictDeclared', stage: 1, staff: kim, conflict, words: null })
      .happens({ type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'not-upheld' });
  shows(declared(false), { '5.8': 'met' });
  shows(declared(true), { '5.8': 'decided-in-conflict' });
});

test('an answer outside the times has its updates agreed with the resident', () => {
  const late = (agree: string | null, agreedWithResident = true) => {
    const story = aComplaint({ received: march }, 'x').on('2026-03-04').acknowledges();
    if (agree !== null)
      story
        .on(agree)
        .does(mayAgreeUpdates, { stage: 1, everyWorkingDays: 5, agreedWithResident, note: 'We called twice' });
    return story.on('2026-04-10').answers('not-upheld');
  };
  shows(answered(), { '5.9': 'nothing', '6.3': 'met' });
  shows(late(null), { '5.9': 'no-updates-agreed', '6.3': 'late' });
  shows(late('2026-03-16'), { '5.9': 'met' });
  shows(late('2026-03-30'), { '5.9': 'updates-agreed-late' });
  shows(late('2026-03-16', false), { '5.9': 'unknown' });
});

test('adjustments and restrictions are reviewed by their day', () => {
  const agreed = () =>
    aComplaint({ received: march }).happens({
      type: 'AdjustmentAgreed',
      adjustment: 'a1' as AdjustmentId,
      kind: 'large-print',
      reviewOn: day('2026-06-01'),
      words: null,
    });
  const reviewed = {
    type: 'AdjustmentReviewed',
    adjustment: 'a1' as AdjustmentId,
    outcome: 'kept',
    reviewOn: day('2026-12-01'),
    words: null,
  } as const;
  shows(aComplaint({ received: march }), { '5.10': 'nothing', '5.14': 'nothing', '5.15': 'nothing' });
  shows(agreed(), { '5.10': 'met' });
  shows(agreed().happens(reviewed, '2026-05-30'), { '5.10': 'met' });
  shows(agreed().happens(reviewed, '2026-06-10'), { '5.10': 'adjustment-reviewed-late' });
  const restricted = () =>
    aComplaint({ received: march }).happens({
      type: 'ContactRestricted',
      restriction: 'c1' as RestrictionId,
      by: resident,
      how: words('One call a week'),
      reasons: words('Shouting'),
      equality: words('We asked about health'),
      reviewOn: day('2026-06-01'),
      until: null,
      decidedBy: kim,
    });
  const again = {
    type: 'RestrictionReviewed',
    restriction: 'c1' as RestrictionId,
    outcome: 'lifted',
    reviewOn: null,
    words: words('r'),
  } as const;
  shows(restricted().happens(again, '2026-05-01'), { '5.14': 'met', '5.15': 'met' });
  shows(restricted().happens(again, '2026-07-01'), { '5.14': 'restriction-reviewed-late' });
});

test('the record holds the answer and the outcome; triage holds how hard it is', () => {
  shows(answered(), { '5.12': 'met', '6.1': 'met', '6.2': 'met', '6.7': 'met', '6.9': 'met' });
  const noOutcome = aComplaint({ received: march }, 'x').happens({
    type: 'ResponseSent',
    stage: 1,
    how: 'phone',
    letter: null,
    involved: [],
    outcome: null,
  });
  shows(noOutcome, { '5.12': 'no-outcome', '6.9': 'not-in-writing' });
  const untriaged = aContact({ received: march }).happens({
    type: 'Logged',
    kind: 'complaint',
    area: null,
    category: null,
    hazards: [],
    triage: null,
  });
  shows(untriaged, { '6.1': 'no-triage', '5.12': 'nothing' });
});

test('the times of stage 1: kept, late, given up, or still running and so not shown', () => {
  shows(aComplaint({ received: march }, 'x'), { '6.2': 'nothing', '6.3': 'nothing' });
  shows(aComplaint({ received: march }, 'x').on('2026-03-10').acknowledges(), { '6.2': 'late', '6.3': 'nothing' });
  const withdrawn = aComplaint({ received: march }, 'x')
    .on('2026-03-03')
    .happens({ type: 'Withdrawn', how: 'phone', words: null, confirmed: true });
  shows(withdrawn, { '6.2': 'nothing', '6.3': 'nothing' });
  const inTime = aComplaint({ received: march }, 'x')
    .on('2026-03-04')
    .acknowledges()
    .on('2026-03-12')
    .extends(1, '2026-03-27');
  shows(inTime.on('2026-03-27').answers('not-upheld'), { '6.2': 'met', '6.3': 'met', '6.4': 'met' });
});

test('promises: kept or told of, else an exception', () => {
  const promised = () =>
    aComplaint({ received: march }, 'x')
      .on('2026-03-04')
      .acknowledges()
      .decides('upheld')
      .learns()
      .promises('Mend the boiler', '2026-04-10')
      .responds();
  const of = (story: ReturnType<typeof promised>) => {
    const [promise] = story.case.promises;
    if (promise === undefined) throw new Error('no promise');
    return promise.id;
  };
  shows(answered(), { '6.6': 'nothing', '7.1': 'nothing', '7.3': 'nothing' });
  shows(promised(), { '6.6': 'met', '6.17': 'nothing', '7.1': 'met', '7.3': 'met' });
  const done = (on: string) => {
    const story = promised();
    return story.happens({ type: 'ActionDone', promise: of(story), proof: words('p'), files: [] }, on);
  };
  shows(done('2026-04-09'), { '6.6': 'met', '7.3': 'met' });
  shows(done('2026-04-20'), { '6.6': 'promise-late', '7.3': 'promise-late' });
  const moved = (residentTold: boolean) => {
    const story = promised();
    return story.happens({
      type: 'ActionMoved',
      promise: of(story),
      newDate: day('2026-05-01'),
      reason: words('r'),
      residentTold,
    });
  };
  shows(moved(true), { '6.6': 'met' });
  shows(moved(false), { '6.6': 'moved-untold' });
  const ended = promised();
  shows(ended.happens({ type: 'ActionEnded', promise: of(ended), reason: words('r'), residentTold: false }), {
    '6.6': 'ended-untold',
  });
  const undone = done('2026-04-09');
  shows(undone.happens({ type: 'ResidentSaidNotDone', promise: of(undone), words: null }), {
    '6.6': 'resident-says-not-done',
  });
});

test('something further, raised on the way or after the answer', () => {
  const further = aComplaint({ received: march }, 'x')
    .on('2026-03-05')
    .does(mayRaisePoint, {
      text: 'And the roof',
      since: null,
      by: resident,
      channel: 'phone',
      firstHeardBy: 'complaints-team',
      goes: { where: 'joins' },
    });
  shows(further, { '6.8': 'met' });
  shows(answered(), { '6.8': 'nothing' });
  const after = answered().happens(
    { type: 'PointRaised', point: 'late-one' as never, words: words('w'), since: null, by: null, stage: 1 },
    '2026-03-20',
  );
  shows(after, { '6.8': 'not-a-new-complaint' });
});

test('on to stage 2: asked, acknowledged, somebody else, everyone needed, and the effort to understand', () => {
  shows(answered(), { '5.11': 'nothing', '6.10': 'nothing', '6.11': 'nothing', '6.13': 'nothing', '6.20': 'nothing' });
  const stage2 = atStage2();
  shows(stage2, { '5.11': 'met', '6.10': 'nothing', '6.11': 'met', '6.14': 'nothing', '6.12': 'nothing' });
  const final = stage2.on('2026-04-02').decides('not-upheld', 2).learns(2).respondsFinally();
  shows(final, {
    '6.10': 'met',
    '6.12': 'met',
    '6.13': 'met',
    '6.14': 'met',
    '6.18': 'met',
    '6.19': 'met',
    '6.20': 'met',
    '9.1': 'met',
  });
  const silent = answered()
    .on('2026-03-20')
    .escalates()
    .as(amir)
    .acknowledges(2)
    .decides('not-upheld', 2)
    .learns(2)
    .respondsFinally();
  shows(silent, { '6.12': 'nobody-asked-why' });
  const same = answered()
    .on('2026-03-20')
    .escalates()
    .happens({ type: 'Assigned', stage: 2, to: kim, team: null })
    .on('2026-05-29')
    .happens({
      type: 'PointDecided',
      stage: 2,
      point: 'p' as never,
      finding: 'upheld',
      reasons: words('r'),
      reliedOn: [],
    })
    .happens({ type: 'ResponseSent', stage: 2, how: 'post', letter: null, involved: [], outcome: 'upheld' });
  const first = answered();
  shows(same, {
    '6.11': 'late',
    '6.14': 'late',
    '6.20': 'unknown',
    '6.18': 'point-without-finding',
    '7.1': 'nothing-offered',
  });
  shows(
    first.happens(
      { type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'upheld' },
      '2026-03-25',
    ),
    {
      '6.10': 'answered-twice',
    },
  );
});

test('the same person at both stages is an exception', () => {
  const both = aComplaint({ received: march }, 'x')
    .assigns(1, kim)
    .on('2026-03-04')
    .acknowledges()
    .answers('not-upheld');
  both
    .on('2026-03-20')
    .escalates()
    .happens({ type: 'Assigned', stage: 2, to: kim, team: null })
    .happens({ type: 'ResponseSent', stage: 2, how: 'post', letter: null, involved: [kim], outcome: 'upheld' });
  shows(both, { '6.13': 'same-person' });
});

test('a request for stage 2 that is refused has a ground and a letter', () => {
  const refused = (ground: 'already-considered' | 'over-twelve-months' | 'other', letter: boolean) => {
    const story = answered().on('2026-03-20').escalates();
    story.happens({
      type: 'EscalationRefused',
      ground,
      filedOn: null,
      circumstances: words('c'),
      reasons: words('r'),
      letter: letter ? ('l9' as never) : null,
    });
    if (letter)
      story.happens({
        type: 'LetterSent',
        letter: 'l9' as never,
        kind: 'refusal-to-escalate',
        stage: 2,
        to: [resident],
        how: 'post',
        words: words('w'),
        bytes: null,
      });
    return story;
  };
  shows(refused('already-considered', true), { '5.11': 'met', '2.2': 'met', '2.5': 'met' });
  shows(refused('already-considered', false), { '5.11': 'no-refusal-letter' });
  shows(refused('over-twelve-months', true), { '5.11': 'accepted-before' });
  shows(refused('other', true), { '5.11': 'unknown' });
});

test('what was upheld has something offered, its cause found, its money worked out, and done by when it was said', () => {
  // That nothing failed is no cause of what was upheld.
  const upheld = () =>
    aComplaint({ received: march }, 'x')
      .on('2026-03-04')
      .acknowledges()
      .happens({ type: 'CauseFound', stage: 1, points: [], cause: 'No failing found', words: null })
      .decides('upheld')
      .happens({ type: 'NoLearningFound', stage: 1, reason: words('w') });
  const offer = (kind: 'apology' | 'financial', dueOn: string | null, stage: 1 | 2 = 1) =>
    ({
      type: 'RemedyOffered',
      remedy: 'm1' as RemedyId,
      stage,
      kind,
      points: [],
      words: words('w'),
      pence: kind === 'financial' ? 10_000 : null,
      dueOn: dueOn === null ? null : day(dueOn),
    }) as const;
  const sent = { type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'upheld' } as const;
  shows(upheld().happens(sent), { '7.1': 'nothing-offered', '9.2': 'no-cause', '7.4': 'nothing', '5.13': 'nothing' });
  shows(upheld().happens(offer('apology', null)).happens(sent), { '7.1': 'met', '7.3': 'nothing', '5.13': 'met' });
  shows(upheld().happens(offer('financial', null)).happens(sent), { '7.3': 'no-date', '7.4': 'no-working' });
  const worked = upheld()
    .happens(offer('financial', '2026-04-01'))
    .happens({
      type: 'CompensationWorkedOut',
      remedy: 'm1' as RemedyId,
      heads: [{ head: 'distress', pence: 10_000, words: null, working: null }],
      totalPence: 10_000,
      borneBy: null,
      offer: null,
      setOff: null,
      files: [],
    })
    .happens({ type: 'CauseFound', stage: 1, points: [], cause: 'delay', words: null })
    .happens(sent);
  shows(worked, { '7.3': 'met', '7.4': 'met', '9.2': 'met' });
  shows(
    worked.happens(
      { type: 'CompensationPaid', remedy: 'm1' as RemedyId, pence: 10_000, how: 'bacs', proof: null },
      '2026-04-20',
    ),
    {
      '7.3': 'remedy-late',
    },
  );
  const second = upheld()
    .happens(sent)
    .on('2026-03-20')
    .escalates()
    .happens(offer('apology', null, 2))
    .happens({ ...sent, stage: 2 });
  shows(second, { '5.13': 'only-at-stage-2', '7.1': 'met' });
});

test('learning, sharing it, and the Ombudsman’s orders', () => {
  shows(answered(), { '9.1': 'met', '9.2': 'nothing', '9.3': 'nothing', '9.7': 'nothing' });
  const none = aComplaint({ received: march }, 'x')
    .on('2026-03-04')
    .acknowledges()
    .decides('not-upheld')
    .happens({ type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'not-upheld' });
  shows(none, { '9.1': 'no-learning' });
  shows(answered().happens({ type: 'LearningShared', with: 'panel', where: 'meeting', words: null }), { '9.3': 'met' });
  const ordered = () =>
    answered().happens({
      type: 'OrderMade',
      ombudsman: 'HOS',
      wider: false,
      owner: null,
      order: 'o1' as OrderId,
      binding: true,
      dueOn: day('2026-06-01'),
      pence: null,
      words: words('w'),
    });
  const complied = { type: 'OrderCompliedWith', order: 'o1' as OrderId, proof: words('p'), files: [] } as const;
  shows(ordered(), { '9.7': 'nothing' });
  shows(ordered().happens(complied, '2026-05-30'), { '9.7': 'met' });
  shows(ordered().happens(complied, '2026-06-05'), { '9.7': 'order-late' });
});
