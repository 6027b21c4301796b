/** Noise and antisocial behaviour, parking, cleaning, boundaries. */
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
  message,
  money,
  noConflict,
  note,
  notUpheld,
  partly,
  promise,
  remedyDone,
  type Story,
  saidDone,
  send,
  sorry,
  story,
  upheld,
  wantsToComplain,
} from '../script.js';

export const neighbours: readonly Story[] = [
  story(
    'asb-diary-answered',
    {
      ago: 84,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      daysEarlier: 1,
      person: 'jaz',
      words: `Six months of diary sheets. Six months. I've sent them every fortnight like you asked and I have not had ONE call about them. The shouting starts at 11 and goes on till 3 and I start work at 7. Your ASB officer left and nobody told me. What was the point of the diary??

Jaz Dhillon`,
    },
    {
      diary: {
        words: 'Six months of diary sheets and I have not had ONE call about them.',
        understanding: 'You sent diary sheets every fortnight for six months and nobody spoke to you about them.',
        outcome: 'Somebody to read the diary and act on it.',
        area: 'Antisocial behaviour',
        category: 'How the report was handled',
        sinceDaysBefore: 180,
      },
      officer: {
        words: 'Your ASB officer left and nobody told me.',
        understanding: 'Your officer left and you were not told who took over.',
        outcome: 'A named officer.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(
      2,
      'kelly',
      logComplaint('Antisocial behaviour', 'How the report was handled', { complex: true }),
      assign('sioned', 'asb'),
    ),
    later(
      1,
      'kelly',
      acknowledge(
        'email',
        'Thank you for writing. The complaint is about how we dealt with your reports. Stopping the noise itself goes on meanwhile, and Sioned has started on it.',
      ),
    ),
    later(
      2,
      'sioned',
      hear(
        'jaz',
        'By telephone at 5 p.m. after work. Noise is from one flat. Jaz does not want to be named to the neighbour.',
      ),
    ),
    later(
      5,
      'sioned',
      answer(1, {
        decisions: {
          diary: upheld(
            'Thirteen sheets were scanned to a folder that belonged to the officer who left. No risk assessment was made and no action plan agreed.',
            P.asb,
            P.noise,
          ),
          officer: upheld('Her cases were shared out in a list, and yours was not on it.', P.asb),
        },
        remedies: [
          sorry(['diary', 'officer'], 'We are sorry for six months in which you did your part and we did not do ours.'),
          money(
            'payment',
            ['diary', 'officer'],
            '',
            ['Six months without action on reports', 250],
            ['No handover', 50],
          ),
        ],
        promises: [
          promise('plan', ['diary'], 'Agree an action plan with you, with sound monitoring for two weeks.', 10, {
            owner: 'sioned',
          }),
          promise(
            'calls',
            ['diary', 'officer'],
            'Ring you every ten working days until the case is closed, and agree with you when it is.',
            30,
            { owner: 'sioned' },
          ),
        ],
        letter: {
          opening: 'Thank you for the diary. I have read all thirteen sheets.',
          apology: 'I am sorry that I am the first person here who has.',
        },
        cause: 'Case not handed over',
        learning: 'When someone leaves, each open case is handed over in a call with the resident on the line.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(6, 'sioned', done('plan', 'Action plan signed by Jaz; sound equipment booked.')),
    later(
      4,
      'kelly',
      acceptRemedy('payment', 'By e-mail: "ok thanks"'),
      remedyDone('payment', '£300 paid by bank transfer.'),
    ),
    later(
      19,
      'sioned',
      done(
        'calls',
        'Three calls made. Acceptable behaviour contract signed by the neighbour. Closed with Jaz’s agreement.',
      ),
      askIfDone('calls', 'phone'),
    ),
    later(2, 'nadia', saidDone('calls', 'Slept through for two weeks. Feels weird.')),
  ),

  story(
    'asb-drugs-investigating',
    {
      ago: 11,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'anon',
      words: `I will not put my name on the front of this but it is inside. There is dealing on the second landing of Fuller's Wharf every evening. I told your officer, who knocked on the very door and said "we've had a complaint from number 19". Do you know what that has meant for me?

I want to know who decided to do that.`,
    },
    {
      named: {
        understanding: 'You reported drug dealing and our officer told the household who had reported it.',
        outcome: 'To know who decided that, and what we will do to keep you safe.',
        area: 'Staff and contractors',
        category: 'Data protection',
        sinceDaysBefore: 20,
      },
      dealing: {
        words: 'There is dealing on the second landing every evening.',
        understanding: 'There is drug dealing on the second landing, which you reported.',
        outcome: 'The dealing stopped.',
        area: 'Antisocial behaviour',
        category: 'Drugs',
        sinceDaysBefore: 60,
      },
    },
    later(
      0,
      'tom',
      logComplaint('Antisocial behaviour', 'How the report was handled', { complex: true, atRisk: true }),
      note(
        'Restricted in talk: only Ruth, Sioned and I. Ruth rang the resident today on the number inside the letter. Safety plan with the police’s liaison officer. Letters to the safe address only. Passed to the data protection officer: thirty-day clock of its own.',
      ),
    ),
    later(1, 'ruth', assign('sioned', 'asb'), {
      act: 'adjust',
      kind: 'other',
      reviewInMonths: 6,
      words: 'Nothing by post to the flat. Letters to the safe address; no voicemail.',
    }),
    later(1, 'tom', acknowledge('post')),
    later(2, 'sioned', {
      act: 'hear',
      stage: 1,
      from: { staff: 'graham' },
      words:
        'The officer concerned works in my directorate. He accepts that he named the flat, says that he believed it to be known already. He has been told not to visit the block.',
    }),
    later(3, 'sioned', {
      act: 'share',
      stage: 1,
      with: { person: 'anon' },
      points: ['named'],
      words: 'What the officer says, with an invitation to comment before anything is decided.',
      commentsIn: 5,
    }),
  ),

  story(
    'asb-ball-games-stage2-answered',
    {
      ago: 288,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'bernadette',
      words: `"It’s the ball games. Against my wall, from four till dark. I’ve asked them nicely, I’ve asked the mothers. The young man from your office said children are allowed to play. I know they are. I’m asking about my wall."`,
    },
    {
      ball: {
        understanding: 'Balls are kicked against your wall every afternoon and we told you that nothing could be done.',
        outcome: 'Something done about the wall.',
        area: 'Antisocial behaviour',
        category: 'Noise',
        sinceDaysBefore: 90,
      },
    },
    later(1, 'nadia', wantsToComplain('phone'), logComplaint('Antisocial behaviour', 'Noise')),
    later(2, 'tom', assign('sioned', 'asb'), acknowledge('post')),
    later(
      9,
      'sioned',
      answer(1, {
        decisions: {
          ball: notUpheld('Children’s play is not antisocial behaviour and our officer was right to say so.', P.asb),
        },
        remedies: [
          { key: 'explain', kind: 'explanation', points: ['ball'], words: 'Our policy on play is with this letter.' },
        ],
        letter: { opening: 'Thank you for your call about the ball games.' },
        cause: 'No failing found',
        learning: { none: 'The policy was followed.' },
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(
      7,
      'nadia',
      escalate('phone', `"I never said it was antisocial. I said it was my wall. Does nobody listen?"`),
    ),
    later(1, 'ruth', assign('graham', 'neighbourhood', 2), noConflict('graham')),
    later(3, 'tom', acknowledgeStage2('post')),
    later(
      8,
      'graham',
      hear(
        'bernadette',
        'Sat in the front room from four to five. Forty-one thuds. The children play there because the goal on the green was taken away for mowing and not put back.',
        2,
      ),
    ),
    later(
      5,
      'graham',
      answer(2, {
        decisions: {
          ball: upheld(
            'We answered a question that you had not asked. The children play against your wall because we took away their goal. That is ours to put right, and quickly done.',
            P.noise,
            P.neighbourhood,
          ),
        },
        remedies: [
          sorry(['ball'], 'We are sorry that we did not listen.'),
          money('payment', ['ball'], '', ['A complaint answered beside the point', 75]),
        ],
        promises: [
          promise('goal', ['ball'], 'Put the goal back on the green, and plant a hedge along your wall.', 15, {
            team: 'neighbourhood',
          }),
        ],
        letter: {
          opening: 'Thank you for letting me sit and listen. I stopped counting at forty-one.',
          apology: 'I am sorry.',
        },
        cause: 'Question not understood',
        learning: 'Noise has a policy of its own now, apart from antisocial behaviour.',
        involved: ['graham', 'sioned'],
      }),
    ),
    later(0, 'helen', approve(2)),
    later(0, 'graham', send(2)),
    later(6, 'sioned', done('goal', 'Goal back, hedge planted. Children helped.'), askIfDone('goal', 'phone')),
    later(
      3,
      'nadia',
      saidDone('goal', 'They waved at me. It’s grand.'),
      remedyDone('payment', '£75 paid by bank transfer.'),
    ),
  ),

  story(
    'parking-long-letter-due-today',
    {
      ago: 5,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'eileen',
      words: `Dear Sir or Madam,

I hope this letter finds you well. I write, with some reluctance, upon the subject of the parking bay allotted to my home at 5 Weir Mews, of which I have had the enjoyment, uninterrupted and without incident, since I took up my tenancy.

For the past seven weeks a white van has been stationed in it from early evening until morning. I have spoken to its driver, a civil enough man, who informs me that he was told by "the office" that bays are first come, first served. I have looked out my tenancy agreement, and enclose a copy of the relevant page, on which the bay is plainly marked.

I telephoned on three occasions. On the first I was told that somebody would look into it; on the second, that parking is not your responsibility; on the third I was cut off.

I do not wish to cause anyone unpleasantness. I am seventy-four and carry my shopping from the public car park, which is uphill. I should simply like to know whose bay it is.

With kind regards, I remain,
Yours faithfully,
Eileen Postlethorpe (Miss)`,
      loggedAfter: 1,
    },
    {
      bay: {
        words: 'I should simply like to know whose bay it is.',
        understanding:
          'A van uses the bay that goes with your home, and its driver was told by us that bays are free to all.',
        outcome: 'To know whose bay it is, and to have the use of it.',
        area: 'Neighbourhood',
        category: 'Parking',
        sinceDaysBefore: 49,
      },
      calls: {
        words: 'I telephoned on three occasions. On the third I was cut off.',
        understanding: 'Three telephone calls had three different ends, and none was an answer.',
        outcome: 'An explanation.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(2, 'tom', logComplaint('Neighbourhood', 'Parking')),
  ),

  story(
    'parking-permits-partly',
    {
      ago: 146,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'marlon',
      words: `Got a ticket from the parking firm in MY OWN SPACE. Permit was on the dash. They want £60. Cancel it and tell them to stop.`,
    },
    {
      ticket: {
        understanding: 'You were given a £60 parking charge in your own space with a permit on show.',
        outcome: 'The charge cancelled.',
        area: 'Neighbourhood',
        category: 'Parking',
        sinceDaysBefore: 6,
      },
      firm: {
        words: 'tell them to stop',
        understanding: 'You want the parking firm to stop.',
        outcome: 'No more patrols at Malthouse Court.',
        area: 'Neighbourhood',
        category: 'Parking',
      },
    },
    later(1, 'kelly', logComplaint('Neighbourhood', 'Parking', { early: true }), assign('sioned', 'neighbourhood')),
    later(1, 'kelly', acknowledge('email')),
    later(
      4,
      'sioned',
      answer(1, {
        decisions: {
          ticket: upheld(
            'Your photograph shows the permit. It was last year’s colour, and we had not sent you this year’s although you are on the list.',
            P.parking,
          ),
          firm: notUpheld(
            'Residents of the court asked for patrols by a vote, and they have helped. We cannot end them for one bay.',
            P.parking,
          ),
        },
        remedies: [
          sorry(['ticket'], 'We are sorry about the ticket.'),
          {
            key: 'cancel',
            kind: 'decision-changed',
            points: ['ticket'],
            words: 'The charge has been cancelled; the firm’s letter is enclosed.',
          },
        ],
        letter: {
          opening: 'Thank you for the photograph, which settled it.',
          apology: 'I am sorry that our post was behind.',
          closing: 'Your new permit is with this letter.',
        },
        cause: 'Permit not sent',
        learning: 'Permits go out a month before the old ones end, with a list of what came back.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(1, 'kelly', remedyDone('cancel', 'Cancellation confirmed by the firm.')),
  ),

  story(
    'cleaning-stair-stage1',
    {
      ago: 188,
      channel: 'survey',
      heardBy: 'other-staff',
      by: 'kelly',
      person: 'dorothea',
      words: `Satisfaction survey, question 9, "very dissatisfied": "The stairs are filthy. Someone was sick on the fourth floor and it was there for nine days. I counted. And we PAY for cleaning." Asked to be contacted.`,
    },
    {
      stairs: {
        understanding: 'The stairs at Ropewalk House are not cleaned as they should be; vomit was left for nine days.',
        outcome: 'Clean stairs, and the charge looked at.',
        area: 'Neighbourhood',
        category: 'Cleaning',
        sinceDaysBefore: 14,
      },
    },
    later(
      1,
      'kelly',
      wantsToComplain(
        'phone',
        'Rang because she ticked "contact me". Explained the survey is not itself a complaint and that she may make one. She did.',
      ),
      logComplaint('Neighbourhood', 'Cleaning'),
    ),
    later(1, 'kelly', assign('sioned', 'neighbourhood'), acknowledge('post')),
    later(
      5,
      'sioned',
      answer(1, {
        decisions: {
          stairs: upheld(
            'The cleaner’s log shows two visits missed in a row, for sickness, with no cover.',
            P.neighbourhood,
          ),
        },
        remedies: [
          sorry(['stairs'], 'We are sorry. Nine days is disgusting.'),
          money(
            'payment',
            ['stairs'],
            'Every household in the block has two weeks of the cleaning charge back; yours is £6.40, and £30 for your trouble.',
            ['Cleaning charge', 6.4],
            ['Time and trouble', 30],
          ),
        ],
        promises: [promise('deep', ['stairs'], 'Deep clean of the whole stair.', 5, { team: 'neighbourhood' })],
        letter: { opening: 'Thank you for ticking the box. We read every one of those.', apology: 'I am sorry.' },
        cause: 'No cover for absence',
        learning: 'Two cleaners share each block, and the log hangs in the hall where residents can see it.',
        involved: ['sioned'],
        how: 'post',
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(4, 'sioned', done('deep', 'Deep clean done; photographs on file.'), askIfDone('deep', 'phone')),
    later(2, 'kelly', saidDone('deep', 'Smells of lemons.'), remedyDone('payment', '£36.40 paid by bank transfer.')),
  ),

  story(
    'hedge-boundary-refused-not-ours',
    {
      ago: 60,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'rex',
      words: `I own 1 The Paddock outright. Your hedge between your house at number 3 and mine is nine feet tall and I want it cut. This is a formal complaint. R. Holloway-Finch`,
    },
    {},
    later(1, 'kelly', logComplaint('Neighbourhood', 'Boundary')),
    later(3, 'ruth', {
      act: 'refuse',
      ground: 'not-our-resident-or-service',
      circumstances:
        'Mr Holloway-Finch owns his home and has no tenancy or lease from us. He writes as the neighbour of one of our homes.',
      discretion: null,
      reasons:
        'Our complaints procedure is for people who rent or lease a home from us, or have asked for one. Your request for the hedge to be cut has gone to our neighbourhood team, who will write to you within ten working days. If you think that this decision is wrong, you may ask the Housing Ombudsman to look at it.',
    }),
  ),

  story(
    'asb-refused-already-considered',
    {
      ago: 105,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'tom',
      person: 'trevor',
      words: `"I want to complain about the dog at number 6 and how you dealt with it. I know you’ve answered. I didn’t like the answer."`,
    },
    {},
    later(1, 'tom', wantsToComplain('phone'), logComplaint('Antisocial behaviour', 'Noise'), {
      act: 'link',
      to: 'asb-dog-stage2-answered',
      relation: 'same-matter',
      reason: 'The complaint that was answered at both stages.',
    }),
    later(3, 'ruth', {
      act: 'refuse',
      ground: 'already-considered',
      circumstances:
        'The same events, in the same weeks, were answered at both stages. The final response was sent some three months ago. Mr Upjohn confirmed on the telephone that nothing has happened since: the dog and its owner have moved.',
      discretion: null,
      reasons:
        'We have answered this complaint at both stages and nothing has happened since then that we have not looked at. You may take it to the Housing Ombudsman now, whose details are in this letter; you have twelve months from our final response. If anything new happens, tell us and we will treat it as new.',
    }),
  ),

  story(
    'noise-floor-stage2-acknowledged',
    {
      ago: 44,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'ahmed',
      words: `Call by Moira Keane, Haverstoke Floating Support, with Mr Barzani beside her: "Ahmed’s upstairs neighbours had laminate put down, with your permission. He hears every step. He has PTSD, he doesn’t sleep, his psychologist has written to you. He’s asked twice and was told to buy earplugs. Those were the words."`,
    },
    {
      floor: {
        words: 'The upstairs neighbours had laminate put down, with your permission. He hears every step.',
        understanding: 'We gave permission for a hard floor above you, and you hear every step.',
        outcome: 'The floor made quiet.',
        area: 'Antisocial behaviour',
        category: 'Noise',
        sinceDaysBefore: 130,
      },
      earplugs: {
        words: 'He’s asked twice and was told to buy earplugs. Those were the words.',
        understanding: 'You were told to buy earplugs, and your psychologist’s letter was not answered.',
        outcome: 'An apology, and the letter read.',
        area: 'Staff and contractors',
        category: 'Conduct',
      },
    },
    later(
      1,
      'nadia',
      wantsToComplain('phone', 'Mr Barzani said yes himself.'),
      logComplaint('Antisocial behaviour', 'Noise', { complex: true, atRisk: true }),
      {
        act: 'represent',
        person: 'moira',
        role: 'support-worker',
        authority: 'resident-told-us',
        note: 'Mr Barzani said on the telephone that Moira may speak and receive letters for him.',
      },
    ),
    later(
      1,
      'kelly',
      assign('sioned', 'asb'),
      {
        act: 'adjust',
        kind: 'interpreter',
        reviewInMonths: 12,
        words: 'Sorani Kurdish, a man if possible, by appointment.',
      },
      { act: 'vulnerable', words: 'Has a diagnosis that affects sleep; letter from his psychologist on file.' },
    ),
    later(1, 'kelly', acknowledge('email')),
    later(
      8,
      'sioned',
      answer(1, {
        decisions: {
          floor: partly(
            'Permission was given on the condition of an underlay, and we did not check it. We have asked the neighbour to show the receipt.',
            P.noise,
          ),
          earplugs: upheld(
            'The words were used and are in the note of the call. The letter was filed and not read.',
            P.conduct,
            P.equality,
          ),
        },
        remedies: [
          sorry(['earplugs'], 'We are sorry for the words, and for the unread letter.'),
          money('payment', ['floor', 'earplugs'], '', ['Distress, with a known vulnerability', 150]),
        ],
        promises: [
          promise('underlay', ['floor'], 'Visit the flat above and see whether there is an underlay.', 10, {
            owner: 'sioned',
          }),
        ],
        letter: {
          opening: 'Thank you for talking to me with Moira and the interpreter.',
          apology: 'I am sorry. Nobody should have said that to you.',
        },
        cause: 'Condition not checked',
        learning: 'Permission for a hard floor is given only after the underlay has been seen.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(
      7,
      'sioned',
      done('underlay', 'Visited. No underlay.'),
      remedyDone('payment', '£150 paid by bank transfer.'),
      note('The neighbour is willing to have one fitted if somebody pays.'),
    ),
    later(
      6,
      'kelly',
      message(
        'moira',
        'email',
        'Ahmed would like to go to the next stage. You found out that there is no underlay and then nothing happened.',
      ),
      escalate(
        'email',
        'You found out that there is no underlay and then nothing happened. Ahmed would like to go to the next stage.',
        ['floor'],
      ),
    ),
    later(2, 'ruth', assign('helen', 'complaints', 2), noConflict('helen')),
    later(2, 'kelly', acknowledgeStage2('email')),
  ),

  story(
    'councillor-lights-complaint',
    {
      ago: 167,
      channel: 'email',
      heardBy: 'member',
      by: 'mail',
      person: 'cllr',
      homeOf: 'glenys',
      words: `Dear officers

I am contacted by Mrs Glenys Maddox of 9 Fellmonger Row, who tells me the lights on the footpath behind the row have been out for two months and that she had a fall. She has rung you. She is unhappy with the response, and frankly so am I.

Kindly look into it and copy me in.

Cllr Brian Tattershaw, Pennmoor ward`,
    },
    {
      lights: {
        words:
          'The lights on the footpath behind the row have been out for two months and she had a fall. She has rung you.',
        understanding:
          'The footpath lights behind your home were out for two months after you reported them, and you fell.',
        outcome: 'The lights mended.',
        area: 'Neighbourhood',
        category: 'Grounds and fencing',
        sinceDaysBefore: 60,
      },
    },
    later(
      1,
      'kelly',
      { act: 'identify', person: 'glenys', home: true },
      wantsToComplain(
        'phone',
        'Rang Mrs Maddox, because the councillor passes on her dissatisfaction. She would like it treated as a complaint and is content for him to be copied in.',
      ),
      logComplaint('Neighbourhood', 'Grounds and fencing', { atRisk: true, hazards: ['security'] }),
    ),
    later(2, 'kelly', assign('sioned', 'neighbourhood'), acknowledge('post')),
    later(
      5,
      'sioned',
      answer(1, {
        decisions: {
          lights: upheld(
            'The fault was passed to the council, whose lights we thought they were. They wrote back in a week that they are ours, and nobody read it.',
            P.neighbourhood,
          ),
        },
        remedies: [
          sorry(['lights'], 'We are sorry, above all for your fall.'),
          money(
            'payment',
            ['lights'],
            'It does not stop you from claiming for the injury: the form for our insurer is enclosed.',
            ['Delay of two months and distress', 120],
          ),
        ],
        promises: [
          promise('lamps', ['lights'], 'Replace all six lamps and paint a number on each post.', 10, {
            team: 'repairs',
          }),
        ],
        letter: {
          opening: 'Thank you for talking to Kelly. I hope that your wrist is mending.',
          apology: 'I am sorry.',
        },
        cause: 'Ownership not known',
        learning: 'All lamp posts on our land are now on a map, with numbers.',
        involved: ['sioned'],
        how: 'post',
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(9, 'martin', done('lamps', 'Six lamps replaced and numbered.'), askIfDone('lamps', 'phone')),
    later(1, 'nadia', saidDone('lamps', 'Bright as day.'), remedyDone('payment', '£120 paid by cheque.')),
  ),

  story(
    'asb-neighbour-court-refused',
    {
      ago: 44,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'shaun',
      words: `You are taking me to court for "nuisance" on lies from next door. I have the court papers, hearing soon. I want to complain about the same thing, the way you took her side and never asked me once. Shaun Rudge`,
    },
    {},
    later(2, 'tom', logComplaint('Antisocial behaviour', 'How the report was handled')),
    later(2, 'ruth', {
      act: 'refuse',
      ground: 'legal-proceedings',
      filedDaysBefore: 25,
      circumstances:
        'Our claim for an injunction was filed at the county court, with particulars, before the complaint was made. The complaint is about the same evidence that the court will weigh: whose account was believed and whether Mr Rudge was heard.',
      discretion: null,
      reasons:
        'The court will decide whether our claim is well founded and will hear you on it. We cannot answer the same question beside it. Anything else that you are unhappy with we will look at: the repair to your gate, which you mention, is a separate request and has been logged today. If you think this decision is wrong, you may ask the Housing Ombudsman.',
    }),
  ),
];
