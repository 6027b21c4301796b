/** Sample cases told in events, with words that stand for themselves: their digest is the text. */

import { type Case, replay } from '../../src/complaint/case.js';
import type { Clock, ClockKind } from '../../src/complaint/clocks.js';
import { type Day, day } from '../../src/facts/days.js';
import type {
  AdjustmentId,
  CaseId,
  Entry,
  Happening,
  HazardId,
  PersonId,
  PointId,
  PromiseId,
  RemedyId,
  RestrictionId,
  StaffId,
  Stage,
  Words,
} from '../../src/facts/happened.js';
import type { Edition } from '../../src/law/words.js';
import type { LetterInput, Matter, Recipient, RestrictionTermsTold } from '../../src/letters/words.js';

export const w = (text: string): Words => text as Words;
export const say = (words: Words): string | null => words;
export const point = (n: number): PointId => `p${n}` as PointId;
export const amina = 'amina' as PersonId;
export const officer = 'staff-1' as StaffId;

export type Step = readonly [on: string, what: Happening];

export function told(steps: readonly Step[]): Case {
  const entries = steps.map(
    ([on, what], i): Entry => ({
      seq: i + 1,
      happenedOn: day(on),
      recordedAt: `${on}T09:00:00.000Z`,
      recordedBy: { staff: officer },
      what,
    }),
  );
  return replay('c1' as CaseId, 'WH-2026-0042', entries);
}

/** The same complaint in each edition's time: the year is what differs. */
export const years: Readonly<Record<Edition, string>> = { '2020': '2021', '2022': '2023', '2024': '2026' };

const on = (edition: Edition, monthDay: string): string => `${years[edition]}-${monthDay}`;

export function received(edition: Edition): readonly Step[] {
  return [
    [
      on(edition, '03-10'),
      {
        type: 'Received',
        channel: 'email',
        firstHeardBy: 'other-staff',
        words: w('The damp is back.'),
        files: [],
        person: amina,
        home: null,
        tenure: 'LCRA',
        group: [],
        hazards: [],
      },
    ],
    [
      on(edition, '03-11'),
      {
        type: 'Logged',
        kind: 'complaint',
        area: 'North',
        category: 'repairs',
        hazards: [],
        triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
      },
    ],
    [
      on(edition, '03-11'),
      raised(
        1,
        'The damp in my son\'s bedroom came back two weeks after you "treated" it. I want a formal complaint & stage 3!',
      ),
    ],
    [on(edition, '03-11'), raised(2, 'Nobody rang me back. I was told by Friday 6 March and heard nothing.')],
    [on(edition, '03-11'), raised(3, 'I should be in a higher band on the housing register.')],
    [
      on(edition, '03-11'),
      defined(
        1,
        'The damp in the small bedroom came back after we treated the wall in February',
        'The cause found and the wall put right for good',
        'ours',
      ),
    ],
    [
      on(edition, '03-11'),
      defined(
        2,
        'We did not ring you back on the three days we said we would',
        'An apology, and one person to talk to',
        'ours',
      ),
    ],
    [
      on(edition, '03-11'),
      defined(3, 'You think that you should be in a higher band on the housing register', 'A higher band', 'lgsco'),
    ],
  ];
}

export function raised(n: number, text: string, stage: Stage = 1): Happening {
  return { type: 'PointRaised', point: point(n), words: w(text), since: null, by: amina, stage };
}

export function defined(
  n: number,
  understanding: string,
  outcomeSought: string,
  whose: 'ours' | 'lgsco' | 'ico' | 'tribunal',
): Happening {
  return {
    type: 'PointDefined',
    point: point(n),
    understanding: w(understanding),
    outcomeSought: w(outcomeSought),
    area: null,
    category: null,
    whose,
  };
}

export function decided(
  n: number,
  stage: Stage,
  finding: 'upheld' | 'partly-upheld' | 'not-upheld',
  reasons: string,
  policy: string | null,
): Happening {
  return {
    type: 'PointDecided',
    stage,
    point: point(n),
    finding,
    reasons: w(reasons),
    reliedOn: policy === null ? [] : [{ kind: 'policy', words: w(policy) }],
  };
}

export function acknowledged(edition: Edition): readonly Step[] {
  return [
    ...received(edition),
    [on(edition, '03-12'), { type: 'Assigned', stage: 1, to: officer, team: null }],
    [
      on(edition, '03-12'),
      { type: 'Acknowledged', stage: 1, how: 'email', letter: null, note: null, ombudsmanDetails: true },
    ],
    [
      on(edition, '03-12'),
      { type: 'DefinitionSetOut', stage: 1, points: [point(1), point(2), point(3)], letter: null },
    ],
  ];
}

export function found(edition: Edition): readonly Step[] {
  return [
    ...acknowledged(edition),
    [
      on(edition, '03-20'),
      decided(
        1,
        1,
        'upheld',
        'Our surveyor came on 18 March. She found that the gutter above the bedroom leaks into the wall. We treated the wall in February but did not look for the cause.\n\nWe should have sent a surveyor the first time.',
        'Damp and mould policy, section 4: we look for the cause before we treat a wall',
      ),
    ],
    [
      on(edition, '03-20'),
      decided(
        2,
        1,
        'partly-upheld',
        'We did ring on one of the three days and left a message. On the other two days nobody rang.',
        null,
      ),
    ],
    [
      on(edition, '03-20'),
      {
        type: 'RemedyOffered',
        remedy: 'r1' as RemedyId,
        stage: 1,
        kind: 'financial',
        points: [point(1)],
        words: w('For the time your son could not use his room'),
        pence: 25_000,
        dueOn: day(on(edition, '04-17')),
      },
    ],
    [
      on(edition, '03-20'),
      {
        type: 'RemedyOffered',
        remedy: 'r2' as RemedyId,
        stage: 1,
        kind: 'apology',
        points: [point(2)],
        words: w('For the calls that we did not make'),
        pence: null,
        dueOn: null,
      },
    ],
    [
      on(edition, '03-20'),
      {
        type: 'ActionPromised',
        promise: 'a1' as PromiseId,
        stage: 1,
        points: [point(1)],
        words: w('Replace the gutter and plaster the wall again'),
        owner: officer,
        team: null,
        dueOn: day(on(edition, '04-24')),
        agreedWithResident: true,
      },
    ],
  ];
}

export function answered(edition: Edition): readonly Step[] {
  return [
    ...found(edition),
    [
      on(edition, '03-25'),
      { type: 'ResponseSent', stage: 1, how: 'email', letter: null, involved: [officer], outcome: 'partly-upheld' },
    ],
  ];
}

export function escalated(edition: Edition): readonly Step[] {
  return [
    ...answered(edition),
    [
      on(edition, '04-13'),
      {
        type: 'EscalationRequested',
        channel: 'phone',
        from: amina,
        points: [point(1)],
        words: w('£250 is not enough for a whole winter.'),
      },
    ],
  ];
}

export function foundAgain(edition: Edition): readonly Step[] {
  return [
    ...escalated(edition),
    [
      on(edition, '04-15'),
      { type: 'Acknowledged', stage: 2, how: 'email', letter: null, note: null, ombudsmanDetails: true },
    ],
    [on(edition, '04-17'), { type: 'RemedyDone', remedy: 'r1' as RemedyId, proof: null, files: [] }],
    [
      on(edition, '04-20'),
      decided(
        1,
        2,
        'upheld',
        'Your son could not use his room for 14 weeks. At stage 1 we counted only 5 of them. That was wrong.',
        'Compensation policy: we pay for each week a room could not be used',
      ),
    ],
    [
      on(edition, '04-20'),
      {
        type: 'RemedyOffered',
        remedy: 'r3' as RemedyId,
        stage: 2,
        kind: 'financial',
        points: [point(1)],
        words: w('For the nine weeks we did not count'),
        pence: 45_050,
        dueOn: day(on(edition, '05-15')),
      },
    ],
  ];
}

export function largePrint(edition: Edition): Step {
  return [
    on(edition, '03-11'),
    {
      type: 'AdjustmentAgreed',
      adjustment: 'j1' as AdjustmentId,
      kind: 'large-print',
      reviewOn: day(on(edition, '09-11')),
      words: null,
    },
  ];
}

/** A hazard that was looked into, and what was found. */
export function lookedInto(
  edition: Edition,
  found: 'emergency' | 'significant' | 'none' = 'significant',
): readonly Step[] {
  const hazard = 'h1' as HazardId;
  return [
    ...received(edition),
    [
      on(edition, '03-11'),
      {
        type: 'HazardNoticed',
        hazard,
        kind: 'damp-and-mould',
        awareAt: null,
        words: null,
        emergency: found === 'emergency',
        points: [point(1)],
      },
    ],
    [
      on(edition, '03-18'),
      {
        type: 'HazardInvestigated',
        hazard,
        emergency: found === 'emergency',
        significant: found === 'significant',
        words: w('Black mould on the outside wall, 2 square metres.'),
        at: null,
        furtherWork: found !== 'none',
      },
    ],
  ];
}

export function clock(kind: ClockKind, stage: Stage, due: Day): Clock {
  return {
    provision: null,
    kind,
    stage,
    what: kind,
    about: null,
    from: null,
    dayZero: null,
    due,
    provisional: false,
    dueIfAcknowledgedOnTime: null,
    unextendedDue: due,
    extendedBy: 0,
    longestExtension: null,
    extensions: [],
    target: null,
    doneOn: null,
    endedOn: null,
    workingDaysTaken: 0,
    workingDaysFromReceipt: 0,
    bankHolidaysLeftOut: 0,
    workingDaysLate: 0,
    state: 'running',
    because: [],
  };
}

export const resident: Recipient = {
  person: amina,
  as: 'resident',
  name: 'Ms Amina Begum',
  salutation: 'Ms Begum',
  address: ['Flat 4, 12 Mill Lane', 'Whitby', 'YO21 3PQ'],
  actsFor: null,
  adjustments: [],
  language: 'en',
};

export function input<M extends Matter>(
  matter: M,
  steps: readonly Step[],
  edition: Edition,
  more: Partial<LetterInput<M>> = {},
): LetterInput<M> {
  const c = told(steps);
  return {
    matter,
    case: c,
    clocks: [
      clock('stage-1-response', 1, day(on(edition, '03-26'))),
      ...(c.stages[2] ? [clock('stage-2-response', 2, day(on(edition, '05-14')))] : []),
    ],
    letterhead: {
      name: 'Wharfedale Homes',
      team: 'Complaints team',
      address: ['1 Station Road', 'Ilkley', 'LS29 8AB'],
      phone: '01943 555 010',
      email: 'complaints@wharfedale.example',
      website: 'www.wharfedale.example',
      colour: '#1b5e4f',
    },
    to: resident,
    signedBy: { name: 'Priya Shah', job: 'Complaints officer', phone: null, email: null },
    today: day(on(edition, c.stages[2] ? '04-21' : '03-23')),
    say,
    ...more,
  };
}

/** How contact is restricted in the samples. */
function restricted(edition: Edition): RestrictionTermsTold {
  return {
    kinds: ['single-contact', 'channels', 'times'],
    contact: officer,
    contactName: 'Dawn Price',
    channels: ['phone', 'letter'],
    how: 'You can ring on Tuesdays and Thursdays between 10 and 12. We will answer one letter a week.',
    until: day(on(edition, '09-30')),
  };
}

/** One of each kind, in a case that is ready for it. */
export function matters(edition: Edition): readonly { matter: Matter; steps: readonly Step[]; today: Day }[] {
  const d = (monthDay: string): Day => day(on(edition, monthDay));
  return [
    { matter: { kind: 'acknowledgement' }, steps: received(edition), today: d('03-12') },
    {
      matter: {
        kind: 'clarification',
        points: [point(2)],
        question: 'On which days did we say that we would ring you?',
        replyBy: d('03-19'),
      },
      steps: acknowledged(edition),
      today: d('03-13'),
    },
    {
      matter: {
        kind: 'update',
        stage: 1,
        progress: 'Our surveyor came on Wednesday. We are waiting for the report on the roof.',
        nextUpdateOn: d('04-02'),
      },
      steps: acknowledged(edition),
      today: d('03-20'),
    },
    {
      matter: {
        kind: 'extension',
        stage: 1,
        newDate: d('04-09'),
        dueBefore: d('03-26'),
        reason:
          'The roof could not be looked at in the high wind this week. We have to see it before we can say where the water comes from.',
      },
      steps: acknowledged(edition),
      today: d('03-23'),
    },
    {
      matter: {
        kind: 'refusal',
        ground: 'legal-proceedings',
        filedOn: d('02-02'),
        issueOn: null,
        reasons:
          'Your solicitor started a court case about the same damp. The court will now decide who is to blame. We will go on with the repair while it does.',
        discretion: null,
      },
      steps: received(edition),
      today: d('03-16'),
    },
    { matter: { kind: 'stage-1-response' }, steps: found(edition), today: d('03-25') },
    { matter: { kind: 'stage-2-acknowledgement' }, steps: escalated(edition), today: d('04-15') },
    {
      matter: {
        kind: 'refusal-to-escalate',
        ground: 'already-considered',
        filedOn: null,
        reasons:
          'You asked us to look again at the calls that we missed. We looked at them at stage 2 last year and nothing has changed since then.',
      },
      steps: escalated(edition),
      today: d('04-15'),
    },
    { matter: { kind: 'final-response' }, steps: foundAgain(edition), today: d('04-21') },
    {
      matter: {
        kind: 'promise-kept',
        promise: 'a1' as PromiseId,
        doneOn: d('04-23'),
        how: 'Our roofers fitted a new gutter on 22 April. The plasterer finished the wall the next day.',
      },
      steps: answered(edition),
      today: d('04-24'),
    },
    {
      matter: {
        kind: 'behaviour-warning',
        person: amina,
        what: 'On 18 March you shouted at our colleague on the phone and called her names. On 19 March you rang 31 times.',
        asks: 'Please do not shout at our staff or call them names. Please ring once a day at most, unless something new has happened.',
      },
      steps: received(edition),
      today: d('03-20'),
    },
    {
      matter: {
        kind: 'contact-restriction',
        restriction: 'r1' as RestrictionId,
        terms: restricted(edition),
        reasons: 'We wrote to you on 20 March. Since then you have rung us 64 times and called three colleagues names.',
        reviewOn: d('06-30'),
        appealDays: 20,
      },
      steps: received(edition),
      today: d('04-02'),
    },
    {
      matter: {
        kind: 'restriction-outcome',
        restriction: 'r1' as RestrictionId,
        onAppeal: false,
        outcome: 'changed',
        terms: {
          ...restricted(edition),
          kinds: ['single-contact'],
          channels: [],
          how: 'You can ring on any working day.',
        },
        reasons: 'You have kept to the times that we agreed. We do not need the limit on how you reach us any more.',
        reviewOn: d('09-20'),
      },
      steps: received(edition),
      today: d('06-29'),
    },
    {
      matter: {
        kind: 'hazard-summary',
        hazard: 'h1' as HazardId,
        plan: {
          found:
            'Our surveyor, Jo Lee, came on 18 March. She found black mould on the outside wall of the small bedroom. The gutter above it leaks.',
          safety: 'We will wash off the mould with a fungicide and lend you a dehumidifier.',
          safeBy: d('03-25'),
          further: 'Our roofers will fit a new gutter. The plasterer will then put the wall right.',
          furtherFrom: d('03-25'),
          furtherBy: d('04-24'),
          meanwhile: 'Please keep your son out of the small bedroom until the wall is clean. Do not scrape the mould.',
        },
      },
      steps: lookedInto(edition),
      today: d('03-20'),
    },
  ];
}
