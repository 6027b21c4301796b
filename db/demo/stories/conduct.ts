/** Staff and contractors, and how complaints themselves were handled. */
import { P } from '../policies.js';
import {
  acceptRemedy,
  acknowledge,
  acknowledgeStage2,
  answer,
  approve,
  ask,
  askIfDone,
  assign,
  done,
  escalate,
  hear,
  interval,
  later,
  logComplaint,
  money,
  noConflict,
  note,
  notUpheld,
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

export const conduct: readonly Story[] = [
  story(
    'conduct-operative-shoes',
    {
      ago: 90,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'naseem',
      words: `"Your workman came into my house with his boots on. I asked him politely to take them off or wear the covers, we pray on that floor. He laughed. He said, ‘I’m not taking my boots off for nobody.’ In front of my father. I want him never to come here again, and I want him to know why."`,
    },
    {
      boots: {
        understanding:
          'An operative refused to cover his boots when you asked, and laughed at you in front of your father.',
        outcome: 'That he does not come again, and that he is told why.',
        area: 'Staff and contractors',
        category: 'Conduct',
        sinceDaysBefore: 1,
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Staff and contractors', 'Conduct')),
    later(1, 'kelly', assign('martin', 'repairs'), acknowledge('email')),
    later(3, 'martin', {
      act: 'hear',
      stage: 1,
      from: { staff: 'martin' },
      words:
        'Statement of the operative through his supervisor at Pikeholm: he says that he had no covers in the van and was "joking to lighten it". He agrees with the words.',
    }),
    later(1, 'martin', {
      act: 'share',
      stage: 1,
      with: { person: 'naseem' },
      points: ['boots'],
      words: 'What the operative says, for comment before I decide.',
      commentsIn: 3,
    }),
    later(1, 'nadia', {
      act: 'comment',
      stage: 1,
      from: { person: 'naseem' },
      words: '"No covers, all right. But he could have said that. He laughed."',
    }),
    later(
      1,
      'martin',
      answer(1, {
        decisions: {
          boots: upheld(
            'He agrees with the words and says that he meant no harm. That is beside the point: you asked politely in your own home and were laughed at.',
            P.conduct,
          ),
        },
        remedies: [
          sorry(
            ['boots'],
            'We are sorry, to you and to your father. The operative’s own letter of apology is enclosed.',
          ),
          money('payment', ['boots'], '', ['Distress', 50]),
        ],
        promises: [
          promise('covers', ['boots'], 'See that every van carries covers, by a check of all twenty-two.', 10, {
            team: 'pikeholm',
          }),
        ],
        letter: {
          opening: 'Thank you for telling us, and for your patience in going through it twice.',
          apology: 'I am sorry.',
        },
        cause: 'Conduct',
        learning: 'Pikeholm’s morning talk now covers shoes, dogs, prayer and night workers.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(
      7,
      'martin',
      done('covers', 'All vans checked; nine had none and have them now.'),
      askIfDone('covers', 'email'),
    ),
    later(3, 'kelly', {
      act: 'decline-remedy',
      key: 'payment',
      note: 'By telephone: "We do not want money. The letter was right. Give it to a charity." We have paid nothing and thanked him.',
    }),
  ),

  story(
    'conduct-officer-not-upheld',
    {
      ago: 112,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'leanne',
      words: `your housing officer is racist against travellers and i want her sacked!!!! she only ever looks in OUR gardens she wrote to me about a trampoline. next door has a SOFA out the front. LEANNE`,
    },
    {
      letters: {
        words:
          'she only ever looks in OUR gardens she wrote to me about a trampoline. next door has a SOFA out the front',
        understanding:
          'You were written to about a trampoline and your neighbour was not about a sofa, and you believe that it is because you are a Traveller.',
        outcome: 'That everyone is treated alike, and that the officer is dealt with.',
        area: 'Staff and contractors',
        category: 'Conduct',
        sinceDaysBefore: 10,
      },
    },
    later(
      1,
      'ruth',
      logComplaint('Staff and contractors', 'Conduct', { complex: true }),
      assign('sioned', 'neighbourhood'),
    ),
    later(
      1,
      'kelly',
      acknowledge(
        'email',
        'Thank you for writing. What you say is serious and is being treated so. Sioned Prydderch does not work with the officer concerned.',
      ),
    ),
    later(
      3,
      'sioned',
      hear('leanne', 'Walked the road with Miss Doran, who showed me both gardens. The sofa was there.'),
    ),
    later(
      3,
      'sioned',
      note(
        'Pulled every garden letter by this officer in two years: 61, of which 3 to Traveller households (of 40 homes on the road, 4 are). The sofa’s household had a letter the same day.',
      ),
    ),
    later(
      2,
      'sioned',
      answer(1, {
        decisions: {
          letters: notUpheld(
            'I read all sixty-one letters that the officer wrote about gardens in two years, and heard her. They follow the list of her walks, house by house. Your neighbour had one on the same day as you. I cannot tell you what it said. I do not find that you were treated differently. The letter about the trampoline was curt, and I have told her manager so.',
            P.conduct,
            P.equality,
          ),
        },
        remedies: [
          {
            key: 'explain',
            kind: 'explanation',
            points: ['letters'],
            words: 'The trampoline may stay; it only has to be tied down. A kit is on its way.',
          },
        ],
        letter: {
          opening:
            'Thank you for walking round with me. I took what you said seriously and looked at it in every way that I could think of.',
          closing: 'If you are unhappy with this you need not give a reason: tell us, and someone else will look.',
        },
        cause: 'No failing found',
        learning: 'Garden letters now begin with what is allowed.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
  ),

  story(
    'handling-complaint-about-complaint',
    {
      ago: 34,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'hugo',
      words: `In brief:

1. I complained by web form. The page said thank you.
2. Nothing.
3. I rang. "We have no complaint from you."
4. I sent a screenshot. "Please complain through the web form."

I enclose the screenshot again. Hugo Brandreth, 23 Lockkeeper's Way`,
    },
    {
      lost: {
        words: 'I complained by web form. The page said thank you. "We have no complaint from you."',
        understanding: 'Your complaint by web form was lost, and when you showed proof you were sent back to the form.',
        outcome: 'That the complaint is found and answered, and the form mended.',
        area: 'Contact centre',
        category: 'Complaint handling',
        sinceDaysBefore: 38,
      },
      balcony: {
        words: 'What I complained about was the balcony door, which leaks. (From the screenshot.)',
        understanding: 'Your balcony door leaks.',
        outcome: 'The door mended.',
        area: 'Repairs',
        category: 'Doors and windows',
        sinceDaysBefore: 60,
      },
    },
    later(1, 'tom', logComplaint('Contact centre', 'Complaint handling')),
    later(
      1,
      'kelly',
      assign('harjit', null),
      acknowledge(
        'email',
        'Thank you for your four lines. We count from the day of your form, and the screenshot shows which that was.',
      ),
    ),
    later(
      8,
      'harjit',
      answer(1, {
        decisions: {
          lost: upheld(
            'The form refused a file name with a bracket in it, and said thank you all the same. Six other complaints were lost in this way in two months; all have now been answered.',
            P.complaints,
            P.records,
          ),
          balcony: upheld('The sill is cracked and lets rain in.', P.repairs),
        },
        remedies: [
          sorry(['lost', 'balcony'], 'We are sorry, most of all for number 4.'),
          money('payment', ['lost'], '', ['A lost complaint and being sent in a circle', 100]),
        ],
        promises: [
          promise('sill', ['balcony'], 'Renew the sill.', 15, { team: 'pikeholm' }),
          promise('form', ['lost'], 'Have the form tested by someone outside, and tell you the result.', 15, {
            owner: 'ruth',
          }),
        ],
        letter: { opening: 'In brief: you were right on all four.', apology: 'I am sorry.' },
        cause: 'Form said thank you for what it lost',
        learning: 'A form that cannot be saved now says so, and the page shows the reference or nothing.',
        involved: ['harjit'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'harjit', send()),
    later(6, 'tom', acceptRemedy('payment'), remedyDone('payment', '£100 paid by bank transfer.')),
    later(
      4,
      'ruth',
      done('form', 'Tested by the residents’ panel with 40 file names; report sent to Mr Brandreth.'),
      askIfDone('form', 'email'),
    ),
    later(1, 'mail', saidDone('form', 'Received. H.B.')),
  ),

  story(
    'conduct-fan-complaint-from-request',
    null,
    {
      fan: {
        words:
          'I asked you two months ago to mend the bathroom fan. You said ten days. I’ve rung three times since. I want to complain now.',
        understanding: 'You asked for the bathroom fan to be mended two months ago and were told ten days.',
        outcome: 'The fan mended, and an explanation.',
        area: 'Repairs',
        category: 'Delay',
        sinceDaysBefore: 60,
      },
    },
    later(
      1,
      'kelly',
      assign('martin', 'repairs'),
      acknowledge(
        'email',
        'Thank you for telling us that you are not content. Your request for the fan runs on and does not wait for this.',
      ),
    ),
    later(4, 'martin', ask('job', 'repairs', 6, 'Why was the fan at 30 Kiln Lane given three dates and no visit?')),
  ),

  story(
    'split-off-garage',
    null,
    {
      garage: {
        words: 'While I have you: my garage rent has been taken twice since last quarter.',
        understanding: 'Garage rent was taken twice.',
        outcome: 'The money back.',
        area: 'Rent and accounts',
        category: 'Refund',
        sinceDaysBefore: 60,
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Rent and accounts', 'Refund', { early: true }),
      assign('bea', 'leasehold'),
      acknowledge(
        'email',
        'This was part of your complaint about the gate. It is about something else and would have held that up, so it has a number of its own. It counts from the day on which you told us.',
      ),
    ),
    later(
      3,
      'bea',
      answer(1, {
        decisions: { garage: upheld('A second direct debit was set up when the garage was renumbered.', P.arrears) },
        remedies: [
          sorry(['garage'], 'We are sorry.'),
          money('payment', ['garage'], '', ['Garage rent taken twice', 97.5], ['Inconvenience', 25]),
        ],
        letter: { opening: 'Thank you for mentioning it. You were quite right.', apology: 'I am sorry.' },
        cause: 'Two payments set up for one account',
        learning: 'The old direct debit ends by itself when a garage is renumbered.',
        involved: ['bea'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'bea', send()),
  ),

  story(
    'gate-with-split',
    {
      ago: 19,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'desmond',
      words: `"The side gate’s been nailed shut by your men. Nailed. I can’t get the bins out, I’m carrying them through the kitchen. I’ve a walking stick. And while I have you: my garage rent’s been taken twice since last quarter."`,
    },
    {
      gate: {
        words:
          'The side gate’s been nailed shut by your men. I’m carrying the bins through the kitchen. I’ve a walking stick.',
        understanding: 'Your side gate was nailed shut by our contractor and you carry the bins through the kitchen.',
        outcome: 'A gate that opens.',
        area: 'Neighbourhood',
        category: 'Grounds and fencing',
        sinceDaysBefore: 15,
      },
      garage: {
        words: 'While I have you: my garage rent’s been taken twice since last quarter.',
        understanding: 'Garage rent was taken twice.',
        outcome: 'The money back.',
        area: 'Rent and accounts',
        category: 'Refund',
        sinceDaysBefore: 60,
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Neighbourhood', 'Grounds and fencing')),
    later(
      1,
      'tom',
      {
        act: 'split-off',
        point: 'garage',
        because: 'unrelated',
        reason:
          'The garage account has nothing to do with the gate; tracing the payments would hold up the answer about it.',
        to: 'split-off-garage',
      },
      assign('sioned', 'neighbourhood'),
      acknowledge('post'),
    ),
    later(
      6,
      'sioned',
      answer(1, {
        decisions: {
          gate: upheld(
            'The hinge broke and the contractor nailed the gate shut "for safety". Nobody came back.',
            P.repairs,
          ),
        },
        remedies: [
          sorry(['gate'], 'We are sorry for three weeks of bins through the kitchen.'),
          money('payment', ['gate'], '', ['Inconvenience', 60]),
        ],
        promises: [
          promise('gate', ['gate'], 'Hang a new gate with a latch that you can work with one hand.', 10, {
            team: 'pikeholm',
          }),
        ],
        letter: { opening: 'Thank you for ringing us.', apology: 'I am sorry.' },
        cause: 'Temporary repair not followed up',
        learning: 'A gate may not be made safe by closing a way that is in use.',
        involved: ['sioned'],
        how: 'post',
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(3, 'tom', remedyDone('payment', '£60 paid by bank transfer.')),
  ),

  story(
    'contact-waiting-approval',
    {
      ago: 10,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'fiona',
      words: `54 minutes on hold. Then "we are experiencing high call volumes" and cut off. I am a carer, I cannot sit on hold for an hour. Is there a number where someone answers? Fiona`,
    },
    {
      hold: {
        understanding: 'You waited 54 minutes on the telephone and were cut off.',
        outcome: 'A way of reaching us that works for you.',
        area: 'Contact centre',
        category: 'Waiting time',
      },
    },
    later(1, 'kelly', logComplaint('Contact centre', 'Waiting time', { early: true }), assign('tom', 'contactCentre')),
    later(1, 'kelly', acknowledge('email')),
    later(
      5,
      'tom',
      answer(1, {
        decisions: {
          hold: upheld(
            'On that morning four of nine advisers were away, and the recorded message did not offer a call back. The line cuts off at 55 minutes; that should not happen at all.',
            P.complaints,
          ),
        },
        remedies: [
          sorry(['hold'], 'We are sorry for an hour that you did not have.'),
          {
            key: 'line',
            kind: 'action-on-delay',
            points: ['hold'],
            words: 'Carers can text us and choose the hour at which we ring. Your number is on that list from today.',
          },
        ],
        letter: {
          opening: 'Thank you for writing. I have listened to the recording of those 54 minutes.',
          apology: 'I am sorry.',
        },
        cause: 'Too few advisers, no call back',
        learning: 'A call back is offered after five minutes, and the line no longer cuts off.',
        involved: ['tom'],
      }),
    ),
  ),

  story(
    'conduct-refused-other-enquiry',
    {
      ago: 68,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'quentin',
      words: `I wish to lodge a formal complaint about the Board's strategic decision to merge its reserves policy with its treasury policy, which I read in the minutes. I am not affected myself. Q. Lathbury`,
    },
    {},
    later(2, 'kelly', logComplaint('Contact centre', 'Complaint handling')),
    later(3, 'ruth', {
      act: 'refuse',
      ground: 'other',
      circumstances:
        'Mr Lathbury is our tenant. He says himself that he is not affected. The matter is the Board’s policy for its reserves, which is not a service to him nor an act or lack of action towards him.',
      discretion: null,
      reasons:
        'A complaint under our procedure is about our standard of service, what we did or did not do, as it affects a resident or a group of residents. You tell us that you are not affected, and we agree. Your comment has gone to the Board’s secretary, who will write to you. If you think that this decision is wrong, you may ask the Housing Ombudsman.',
    }),
  ),

  story(
    'asb-dog-stage2-answered',
    {
      ago: 200,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'trevor',
      words: `"That dog again at number 6. You said you’d write to them. Did you heck."`,
    },
    {
      dog: {
        understanding: 'We said that we would write to your neighbour about the dog, and did not.',
        outcome: 'The letter sent.',
        area: 'Antisocial behaviour',
        category: 'Noise',
        sinceDaysBefore: 40,
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Antisocial behaviour', 'Noise', { early: true })),
    later(1, 'tom', assign('sioned', 'asb'), acknowledge('post')),
    later(
      4,
      'sioned',
      answer(1, {
        decisions: {
          dog: upheld('We said that we would write and did not. The letter went on the day after you rang.', P.asb),
        },
        remedies: [
          sorry(['dog'], 'We are sorry for the forgotten letter.'),
          money('payment', ['dog'], '', ['A promise not kept', 50]),
        ],
        letter: { opening: 'You asked whether we wrote. We had not.', apology: 'I am sorry.' },
        cause: 'Promise not recorded',
        learning: 'What is promised on a call is written down as a promise with a date.',
        involved: ['sioned'],
        how: 'post',
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(14, 'nadia', escalate('phone', '"I want it at the next stage. The money’s not enough."')),
    later(0, 'nadia', { act: 'decline-remedy', key: 'payment', note: 'Said so when asking for stage 2.' }),
    later(1, 'ruth', assign('graham', 'neighbourhood', 2), noConflict('graham')),
    later(2, 'tom', acknowledgeStage2('post')),
    later(9, 'graham', hear('trevor', 'By telephone: the dog and its owner have moved. He would like £100.', 2)),
    later(
      3,
      'graham',
      answer(2, {
        decisions: { dog: upheld('The stage 1 finding stands: we forgot the letter.', P.asb) },
        remedies: [
          money('payment', ['dog'], 'This takes the place of the £50 that you did not accept.', [
            'A promise not kept, six weeks of disturbance',
            75,
          ]),
        ],
        letter: { opening: 'Thank you for talking it through with me.', apology: 'I am sorry.' },
        cause: 'Promise not recorded',
        learning: { none: 'The learning of stage 1 stands and is in use.' },
        involved: ['graham'],
        how: 'post',
      }),
    ),
    later(1, 'helen', approve(2)),
    later(0, 'graham', send(2)),
    later(8, 'tom', remedyDone('payment', '£75 paid by cheque.')),
  ),

  story(
    'conduct-overdue-no-updates',
    {
      ago: 27,
      channel: 'feedback-form',
      heardBy: 'other-staff',
      by: 'sioned',
      loggedAfter: 1,
      person: 'gwendoline',
      words: `Left in the box at the community room: "I asked the caretaker to help me in with a parcel. He said it wasn’t his job. I am 81. It was the way he said it. G. Ash, no. 4 Tenter Close. Yes, I would like someone to ring me."`,
    },
    {
      caretaker: {
        understanding: 'The caretaker would not help you with a parcel, and spoke to you rudely.',
        outcome: 'An apology, and to be treated with courtesy.',
        area: 'Staff and contractors',
        category: 'Conduct',
        sinceDaysBefore: 2,
      },
    },
    later(
      1,
      'sioned',
      wantsToComplain('phone', 'Rang Mrs Ash. She said, "I suppose it is a complaint, yes."'),
      logComplaint('Staff and contractors', 'Conduct'),
    ),
    later(3, 'kelly', assign('sioned', 'neighbourhood'), acknowledge('post')),
    later(6, 'sioned', note('Caretaker away until the week after next. I should have extended in time and did not.')),
    later(
      8,
      'kelly',
      interval(5, 'Rang Mrs Ash to say that it is late and that it is our fault. She would like a call every week.'),
    ),
  ),

  story(
    'contractor-tenant-through-contractor',
    {
      ago: 155,
      channel: 'other',
      heardBy: 'contractor',
      by: 'martin',
      loggedAfter: 2,
      person: 'ines',
      words: `From Tarrow’s engineer’s sheet, received with the week’s batch: "Tenant, 6 Kiln Lane, very unhappy. Says 3 different firms this month, nobody told her who was coming, one man would not show his card. I said sorry but it’s not for me to sort. Please ring her." Rang Mrs Carvalho; she would like it as a complaint.`,
    },
    {
      cards: {
        words: '3 different firms this month, nobody told her who was coming, one man would not show his card.',
        understanding: 'Three firms came in a month without notice, and one man would not show his card.',
        outcome: 'To be told who is coming, and to be shown a card.',
        area: 'Staff and contractors',
        category: 'Conduct',
        sinceDaysBefore: 28,
      },
    },
    later(2, 'kelly', wantsToComplain('phone'), logComplaint('Staff and contractors', 'Conduct')),
    later(
      1,
      'kelly',
      assign('martin', 'repairs'),
      acknowledge('email', 'You told our engineer, and the day on which you told him is the day from which we count.'),
    ),
    later(
      6,
      'martin',
      answer(1, {
        decisions: {
          cards: upheld(
            'Three jobs had been split among three firms. Only one of them texts. The man without a card was a subcontractor whose card had run out.',
            P.conduct,
            P.appointments,
          ),
        },
        remedies: [
          sorry(['cards'], 'We are sorry. You should always know who is at your door.'),
          money('payment', ['cards'], '', ['Three visits without notice', 40]),
        ],
        promises: [
          promise('text', ['cards'], 'Send a text with name, firm and photograph before each visit to your home.', 20, {
            team: 'repairs',
          }),
        ],
        letter: { opening: 'Thank you for telling the engineer, and for talking to me.', apology: 'I am sorry.' },
        cause: 'Resident not told who comes',
        learning: 'Subcontractors’ cards are checked at the depot each month.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(15, 'martin', {
      act: 'promise-ended',
      key: 'text',
      ground: 'declined',
      reason:
        'The texting system cannot show photographs of subcontractors. It sends name and firm; Mrs Carvalho was rung, and is content with that.',
    }),
    later(1, 'ruth', { act: 'end-agreed', key: 'text' }),
    later(2, 'kelly', remedyDone('payment', '£40 paid by bank transfer.')),
  ),

  story(
    'conduct-withdrawn-early',
    {
      ago: 118,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'ruby',
      words: `"I’d like to complain about the lady on reception, she was short with me."`,
    },
    {
      reception: {
        understanding: 'A colleague at reception was short with you.',
        outcome: 'Courtesy.',
        area: 'Staff and contractors',
        category: 'Conduct',
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Staff and contractors', 'Conduct', { early: true })),
    later(1, 'tom', {
      act: 'withdraw',
      how: 'phone',
      words: '"She rang me herself and said sorry. That’ll do me. I don’t want anything written."',
      confirmed: true,
    }),
  ),
];
