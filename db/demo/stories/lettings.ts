/** Lettings, transfers, exchanges, adaptations, homelessness. */
import { P } from '../policies.js';
import {
  acceptRemedy,
  acknowledge,
  acknowledgeStage2,
  answer,
  approve,
  askIfDone,
  assign,
  done,
  escalate,
  hear,
  later,
  logComplaint,
  money,
  noConflict,
  note,
  notUpheld,
  partly,
  promise,
  remedyDone,
  type Story,
  saidDone,
  saidNotDone,
  send,
  sorry,
  story,
  upheld,
  wantsToComplain,
} from '../script.js';

export const lettings: readonly Story[] = [
  story(
    'lettings-condition-not-done',
    {
      ago: 27,
      channel: 'in-person',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'chantelle',
      words: `At the desk with a baby: "I signed for the flat and there was a needle behind the cooker. A needle. And the carpet grippers sticking up, the loo seat’s off, and somebody else’s post all over. You said it was ready. I’ve had to put my little boy in the bath to keep him off the floor."`,
    },
    {
      clean: {
        words: 'There was a needle behind the cooker, and somebody else’s post all over.',
        understanding: 'Your flat was let to you unclean, with a needle behind the cooker.',
        outcome: 'The flat cleaned, and an apology.',
        area: 'Lettings',
        category: 'Condition at letting',
        sinceDaysBefore: 3,
      },
      repairs: {
        words: 'The carpet grippers sticking up, the loo seat’s off.',
        understanding: 'Carpet grippers and a toilet seat were left broken.',
        outcome: 'These mended.',
        area: 'Lettings',
        category: 'Condition at letting',
        sinceDaysBefore: 3,
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('by-hand'),
      logComplaint('Lettings', 'Condition at letting', { atRisk: true, early: true, hazards: ['other'] }),
      note('Cleaners with a sharps kit sent within two hours; Miss Toye waited at her mother’s.'),
    ),
    later(1, 'kelly', assign('sioned', 'lettings'), acknowledge('email')),
    later(
      4,
      'sioned',
      answer(1, {
        decisions: {
          clean: upheld(
            'The flat was signed off from the door. The check sheet has the time on it: four minutes.',
            P.lettings,
            P.fitness,
          ),
          repairs: upheld('Both faults are on the sheet from when the last tenant left and were not done.', P.lettings),
        },
        remedies: [
          sorry(['clean', 'repairs'], 'We are sorry. No child should come home to that.'),
          money('payment', ['clean', 'repairs'], '', ['Distress', 200], ['First week’s rent', 100]),
        ],
        promises: [
          promise(
            'floor',
            ['repairs'],
            'Take up all grippers, screed the living-room floor and fit a toilet seat.',
            10,
            { team: 'pikeholm' },
          ),
        ],
        letter: {
          opening: 'Thank you for coming to the desk. Nadia has not forgotten it, and nor have I.',
          apology: 'I am sorry.',
        },
        cause: 'Check signed without looking',
        learning: 'No flat is let without a walk through it with the new tenant, who signs too.',
        involved: ['sioned', 'nadia'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(
      4,
      'kelly',
      acceptRemedy('payment'),
      remedyDone('payment', '£200 paid by bank transfer; £100 credited as the first week’s rent, as she asked.'),
    ),
    later(5, 'martin', done('floor', 'Marked complete by Pikeholm.'), askIfDone('floor', 'phone')),
    later(
      4,
      'nadia',
      saidNotDone(
        'floor',
        'They did the seat. The floor’s just got a sheet of board on it and the baby can lift the corner.',
      ),
    ),
    later(1, 'martin', note('Pikeholm goes back tomorrow; I will be there.')),
  ),

  story(
    'lettings-homelessness-lgsco',
    {
      ago: 52,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'rebwar',
      words: `"The council sent me to you for the homeless application because you do it for them now. I’ve been in one room with my wife and two children for seven months. The officer never called back. And the room, your room, has no fridge that works."`,
    },
    {
      application: {
        words:
          'The council sent me to you for the homeless application because you do it for them now. The officer never called back.',
        understanding:
          'Your homelessness application, which we handle for the council, has not moved, and your officer does not call back.',
        outcome: 'A decision on the application.',
        area: 'Lettings',
        category: 'Homelessness and register',
        whose: 'lgsco',
        sinceDaysBefore: 210,
      },
      fridge: {
        words: 'The room, your room, has no fridge that works.',
        understanding: 'The fridge in the room that you have from us does not work.',
        outcome: 'A fridge that works.',
        area: 'Repairs',
        category: 'Delay',
        sinceDaysBefore: 30,
      },
    },
    later(
      1,
      'nadia',
      wantsToComplain('phone'),
      logComplaint('Lettings', 'Homelessness and register', { complex: true, atRisk: true }),
    ),
    later(
      1,
      'tom',
      assign('sioned', 'lettings'),
      note('Fridge delivered this afternoon.'),
      acknowledge(
        'email',
        'You raised two things. The room is ours, and we answer for it. The homelessness application is a council service: complaints about it go to the Local Government and Social Care Ombudsman, and we tell you below how. We have passed it to the council today with your permission.',
      ),
    ),
    later(
      5,
      'sioned',
      answer(1, {
        decisions: {
          fridge: upheld(
            'The fault was reported by the warden a month ago and the order was put on the wrong scheme.',
            P.repairs,
          ),
        },
        remedies: [
          sorry(['fridge'], 'We are sorry for a month without a fridge, with small children.'),
          money('payment', ['fridge'], '', ['Food lost and a month without a fridge', 80]),
        ],
        letter: {
          opening: 'Thank you for ringing us. I hope that the fridge is a help.',
          apology: 'I am sorry.',
          closing:
            'The council’s officer, whose name and number are below, has promised us to ring you this week about the application.',
        },
        cause: 'Order on the wrong scheme',
        learning: 'Rooms that we let for the council are on the same list as our own.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(8, 'tom', remedyDone('payment', '£80 paid by bank transfer.')),
  ),

  story(
    'lettings-adaptation-stage2-extended-answered',
    {
      ago: 215,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'fergus',
      words: `Hello. OT recommended a ramp for my wheelchair. Panel met without me. Panel said no, "alternative accommodation may be considered". I have lived here nineteen years, my sister is next door and she is my carer. I want the panel to meet again and I want to be in the room. Fergus Abernethy-Cole`,
    },
    {
      ramp: {
        understanding: 'A panel refused the ramp that your therapist recommended, without hearing you.',
        outcome: 'The decision taken again, with you there.',
        area: 'Lettings',
        category: 'Adaptations',
        sinceDaysBefore: 40,
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Lettings', 'Adaptations', { complex: true, atRisk: true }),
      assign('sioned', 'lettings'),
    ),
    later(2, 'kelly', acknowledge('email')),
    later(
      9,
      'sioned',
      answer(1, {
        decisions: {
          ramp: notUpheld(
            'The panel followed its terms of reference, which do not provide for residents to attend.',
            P.adaptations,
          ),
        },
        remedies: [
          { key: 'terms', kind: 'explanation', points: ['ramp'], words: 'The terms of reference are enclosed.' },
        ],
        letter: { opening: 'I have looked at how the panel decided.' },
        cause: 'No failing found',
        learning: { none: 'The panel’s terms were followed.' },
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(
      2,
      'mail',
      escalate('email', 'So the rule is that I may not speak. Then the rule is wrong. Stage 2 please. FAC'),
    ),
    later(1, 'ruth', assign('helen', 'complaints', 2), noConflict('helen')),
    later(1, 'kelly', acknowledgeStage2('email')),
    later(12, 'helen', {
      act: 'extend',
      stage: 2,
      by: 10,
      reason:
        'The panel meets again on a set day, this time with you. I want to be able to answer with what it decides and not with when it will.',
      goodReason: null,
    }),
    later(
      13,
      'helen',
      hear(
        'fergus',
        'At the panel, in the room, for half an hour. The architect had not known that the sister’s path could be shared.',
        2,
      ),
    ),
    later(
      2,
      'helen',
      answer(2, {
        decisions: {
          ramp: upheld(
            'A rule that keeps the person concerned out of the room, with no way round it, does not sit with our duty to make adjustments. With you there, the panel found in twenty minutes a way that nobody had seen.',
            P.equality,
            P.adaptations,
          ),
        },
        remedies: [
          sorry(['ramp'], 'We are sorry that you were spoken about and not with.'),
          {
            key: 'panel',
            kind: 'policy-changed',
            points: ['ramp'],
            words: 'Residents attend the panel, or send somebody, whenever they wish.',
          },
          { key: 'decision', kind: 'decision-changed', points: ['ramp'], words: 'The ramp is agreed.' },
          money('payment', ['ramp'], '', ['Four months without a way in and out', 250]),
        ],
        promises: [promise('build', ['ramp'], 'Build the ramp along the shared path.', 30, { team: 'pikeholm' })],
        letter: {
          opening: 'Thank you for coming, and for the drawing on the back of the agenda, which is now the architect’s.',
          apology: 'I am sorry.',
        },
        cause: 'Person concerned not heard',
        learning: 'The panel’s terms have changed. Three decisions of last year are being taken again.',
        involved: ['helen', 'sioned'],
      }),
    ),
    later(1, 'graham', approve(2)),
    later(0, 'helen', send(2)),
    later(
      28,
      'martin',
      done('build', 'Ramp built; therapist and Mr Abernethy-Cole tried it.'),
      askIfDone('build', 'email'),
    ),
    later(
      2,
      'mail',
      saidDone('build', 'It works. I went to the shop. FAC'),
      remedyDone('payment', '£250 paid by bank transfer.'),
    ),
  ),

  story(
    'lettings-exchange-partly',
    {
      ago: 160,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'tamsin',
      words: `Mutual exchange application: 61 days and no decision. You have 42. The other family has now given up. I want compensation and someone to admit it.`,
    },
    {
      exchange: {
        understanding: 'Your exchange was not decided within 42 days, and the other family gave up.',
        outcome: 'That we admit it, and compensation.',
        area: 'Lettings',
        category: 'Mutual exchange',
        sinceDaysBefore: 61,
      },
    },
    later(1, 'tom', logComplaint('Lettings', 'Mutual exchange'), assign('sioned', 'lettings')),
    later(3, 'tom', acknowledge('email')),
    later(
      7,
      'sioned',
      answer(1, {
        decisions: {
          exchange: partly(
            'We took 61 days and have 42. That is ours. The other family’s own landlord had refused them a week before they gave up, so the exchange could not have gone ahead.',
            P.exchange,
          ),
        },
        remedies: [
          sorry(['exchange'], 'We are sorry: nineteen days too long.'),
          money('payment', ['exchange'], '', ['Delay', 75]),
        ],
        letter: { opening: 'You asked that somebody admit it. We took 61 days.', apology: 'I am sorry.' },
        cause: 'Time limit not watched',
        learning: 'Exchanges have a list with the forty-second day on it.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(11, 'tom', remedyDone('payment', '£75 paid by bank transfer.')),
  ),

  story(
    'lettings-transfer-old-refused-overturned',
    {
      ago: 47,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'beryl',
      words: `Dear Osier Vale,

Two years ago I asked for a transfer to a ground floor. I was told that I was on the list. I have rung every few months. This month a lady looked, and there is no list with me on it and never has been.

I am 77. I have gone up and down two flights for two years for nothing.

Beryl Eastaway`,
    },
    {
      list: {
        understanding: 'You were told for two years that you were on a transfer list, and you were not.',
        outcome: 'To be put on the list from the day on which you first asked, and an explanation.',
        area: 'Lettings',
        category: 'Transfer',
        sinceDaysBefore: 730,
      },
    },
    later(2, 'tom', logComplaint('Lettings', 'Transfer')),
    later(2, 'ruth', {
      act: 'refuse',
      ground: 'over-twelve-months',
      issueDaysBefore: 732,
      circumstances: 'The request for a transfer was made two years ago. We have no record of it.',
      discretion:
        'The adviser who took the request has left and the call was not kept, so it could not be looked into fairly.',
      reasons:
        'We do not usually look at what happened more than twelve months ago. You may put in a new request for a transfer, and the form is enclosed. If you think that this decision is wrong, you may ask the Housing Ombudsman.',
    }),
    later(
      33,
      'ruth',
      {
        act: 'overturn',
        by: 'ombudsman',
        reasons:
          'The Ombudsman asked us to accept the complaint. Miss Eastaway learned only this month that she was not on the list, so the twelve months count from then. We agree, and have told her so.',
      },
      note('I was wrong to count from the request. I have rung her and said so.'),
    ),
    later(2, 'tom', assign('sioned', 'lettings')),
    later(
      1,
      'tom',
      acknowledge(
        'post',
        'We first told you that we would not look at this. We were wrong: you learned of it only this month. We are looking at it now.',
      ),
    ),
  ),

  story(
    'lettings-refused-over-twelve-months',
    {
      ago: 138,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'keith',
      words: `When I moved into Kiln Lane the previous tenant's shed was left full of rubbish and I cleared it myself, cost me a skip. I would like £220 please. It was about three years ago. Keith Ollerton`,
    },
    {},
    later(2, 'kelly', logComplaint('Lettings', 'Condition at letting')),
    later(3, 'ruth', {
      act: 'refuse',
      ground: 'over-twelve-months',
      issueDaysBefore: 1080,
      circumstances:
        'The skip was hired three years ago. Mr Ollerton knew then what it had cost, and nothing has changed since. We rang him to ask whether anything had kept him from telling us; he said that he had only now thought of it.',
      discretion:
        'We considered looking at it all the same. The check sheet of that letting has been destroyed under our retention schedule and the officer has left, so neither side could be heard fairly; and nothing about the shed affects him today.',
      reasons:
        'This happened three years ago, and for the reasons above we will not look into it now. If you think that this is wrong, you may ask the Housing Ombudsman to decide whether we should.',
    }),
  ),
];
