/** No heating, no hot water, boilers and gas checks. */
import { P } from '../policies.js';
import {
  acknowledge,
  acknowledgeStage2,
  ago,
  answer,
  approve,
  ask,
  askIfDone,
  assign,
  chase,
  done,
  escalate,
  extend,
  got,
  hear,
  interval,
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
  send,
  sorry,
  story,
  update,
  upheld,
  wantsToComplain,
} from '../script.js';

export const heating: readonly Story[] = [
  story(
    'heating-tenter-close',
    {
      ago: 5,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'derek',
      hazards: ['heating'],
      words: `Mr Hollis, 82, rang at ten past eight. "I’ve had no hot water since before last weekend. The lad came, said it wanted a part, and off he went. I’ve been boiling the kettle to shave. I rang on each day since and they say it’s on order. I don’t like to make a fuss but I can’t stand at the sink long enough to wash properly." Asked whether he would like it treated as a complaint: "If it gets the boiler done, love, yes."`,
    },
    {
      boiler: {
        understanding:
          'You have been without hot water for eight days while a part was on order, and have had nothing to help meanwhile.',
        outcome: 'Hot water, and to know when.',
        area: 'Heating and hot water',
        category: 'Breakdown',
        sinceDaysBefore: 8,
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('phone'),
      logComplaint('Heating and hot water', 'Breakdown', { atRisk: true, early: true, hazards: ['heating'] }),
      { act: 'vulnerable', words: 'Mr Hollis is 82, lives alone and cannot stand for long.' },
      note(
        'Rang Tarrow’s out-of-hours desk while he was on the line: an engineer today before six. Offered two heaters and a place at the sheltered scheme’s shower; he took the heaters.',
      ),
    ),
  ),

  story(
    'heating-tarrow-request-overdue',
    {
      ago: 11,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'laszlo',
      hazards: ['heating'],
      words: `To whom it may concern,

Fourth breakdown of the same boiler in five months. Job numbers below. Every time the engineer resets it, it works for a fortnight, and it fails again. I take a day off work each time, unpaid. That is four days' wages.

I want the boiler replaced, not reset, and my wages for the four days.

L. Farkas
Flat 9, Ropewalk House`,
    },
    {
      boiler: {
        words: 'Fourth breakdown of the same boiler in five months. I want the boiler replaced, not reset.',
        understanding: 'Your boiler has broken down four times in five months and was reset each time.',
        outcome: 'A new boiler, or a repair that lasts.',
        area: 'Heating and hot water',
        category: 'Repeated fault',
        sinceDaysBefore: 150,
      },
      wages: {
        words: 'I take a day off work each time, unpaid. That is four days’ wages.',
        understanding: 'You lost four days’ pay waiting at home for engineers.',
        outcome: 'Payment of four days’ wages.',
        area: 'Heating and hot water',
        category: 'Missed appointment',
      },
    },
    later(
      1,
      'tom',
      logComplaint('Heating and hot water', 'Repeated fault', { complex: true, hazards: ['heating'] }),
      assign('martin', 'repairs'),
    ),
    later(1, 'tom', acknowledge('email')),
    later(
      1,
      'martin',
      ask(
        'history',
        'tarrow',
        4,
        'Please send the engineers’ notes for all four visits to Flat 9, Ropewalk House, the age and condition of the boiler, and your view on whether it can be repaired.',
      ),
    ),
    later(
      5,
      'martin',
      chase(
        'history',
        'This was due yesterday and our answer is due next week. A telephone call to me will do for a start.',
      ),
    ),
    later(2, 'martin', chase('history', 'Second reminder, copied to your contract manager.')),
  ),

  story(
    'heating-mill-quarter-extended-twice',
    {
      ago: 31,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'kelly',
      person: 'rosalind',
      words: `Dear Ms Brathwaite,

Our communal heating at Fuller's Wharf has failed eleven times since the new plant room was commissioned; I have kept a list, which I enclose. On each occasion we were told that it was "an isolated incident". Eleven isolated incidents are a pattern.

I should like an independent engineer's opinion, and sight of it. I should also like to know what the residents have been paying for in the line "plant maintenance".

Rosalind Achterberg
Shared owner, 31 Fuller's Wharf`,
    },
    {
      plant: {
        words:
          'Our communal heating has failed eleven times since the new plant room was commissioned. I should like an independent engineer’s opinion, and sight of it.',
        understanding: 'The communal heating has failed eleven times and each failure was treated on its own.',
        outcome: 'An independent engineer’s report, shared with residents.',
        area: 'Heating and hot water',
        category: 'Repeated fault',
        sinceDaysBefore: 330,
      },
      charge: {
        words: 'I should also like to know what the residents have been paying for in the line "plant maintenance".',
        understanding: 'You pay for plant maintenance and do not know what was done for it.',
        outcome: 'A breakdown of the charge, with invoices.',
        area: 'Leasehold and service charges',
        category: 'Information not given',
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Heating and hot water', 'Repeated fault', { complex: true, hazards: ['heating'] }),
      assign('martin', 'gas'),
    ),
    later(
      2,
      'kelly',
      acknowledge(
        'email',
        'Thank you for your letter and for the list, which is better than our own records. An independent engineer has been asked.',
      ),
    ),
    later(
      3,
      'martin',
      ask(
        'report',
        'tarrow',
        10,
        'Commissioning records, alarm logs and every visit to the plant room at Fuller’s Wharf.',
      ),
      ask('invoices', 'leasehold', 8, 'Invoices behind "plant maintenance", last two years.'),
    ),
    later(5, 'bea', got('invoices', 'Invoices found for both years. One was charged twice.')),
    later(
      0,
      'martin',
      extend(
        10,
        'The independent engineer needs the plant to be shut down for a day, and residents must have seven days of notice of that. His report will follow within the week.',
      ),
    ),
    later(
      5,
      'martin',
      got(
        'report',
        'Alarm logs show low pressure on nine of the eleven days. Commissioning sheet for the pressure vessel is missing.',
      ),
    ),
    later(
      4,
      'martin',
      extend(
        10,
        'The engineer found that the pressure vessel is too small for the building. He needs the maker’s figures to say what size it should be, and these come on a set day.',
        {
          goodReason:
            'The answer turns on the maker’s figures: without them we could say that the plant fails but not what will be done about it. Ms Achterberg was rung, and would rather wait for a whole answer. She has the Ombudsman’s details again.',
        },
      ),
      interval(5, 'A call or an e-mail every five working days, agreed by telephone.'),
    ),
    later(
      5,
      'martin',
      update(
        'email',
        'The maker’s figures are promised for the end of the week. Temporary pressure set is in and there has been no failure since.',
      ),
    ),
    later(
      4,
      'martin',
      update(
        'email',
        'The figures have come. I am writing the answer, and it will be with you by the day that I gave you.',
      ),
    ),
  ),

  story(
    'heating-gas-check-missed',
    {
      ago: 205,
      channel: 'text-message',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'curtis',
      words: `gas man didnt turn up AGAIN thats 3 times now took day off every time. next time il send u a bill`,
    },
    {
      visits: {
        understanding: 'Three appointments for the yearly gas check were missed, and you took a day off for each.',
        outcome: 'The check done at a time that suits you, and payment for the lost days.',
        area: 'Heating and hot water',
        category: 'Missed appointment',
        sinceDaysBefore: 45,
      },
    },
    later(
      1,
      'nadia',
      wantsToComplain('phone', 'Rang him back in his lunch break. He wants it as a complaint.'),
      logComplaint('Heating and hot water', 'Missed appointment', { early: true }),
    ),
    later(1, 'tom', assign('martin', 'gas'), acknowledge('email')),
    later(3, 'martin', ask('log', 'tarrow', 3, 'Van tracker and call log for the three appointments, please.')),
    later(
      2,
      'martin',
      got(
        'log',
        'Two not attended, engineer sent to another emergency, no call made. Third: attended at 5.40 p.m., outside the slot, nobody in.',
      ),
    ),
    later(
      1,
      'martin',
      answer(1, {
        decisions: {
          visits: upheld(
            'Two visits were missed with no call and the third came after the end of the slot. None of it was your doing.',
            P.appointments,
            P.gasSafety,
          ),
        },
        remedies: [
          sorry(['visits'], 'We are sorry for three wasted days.'),
          {
            ...money('payment', ['visits'], '', ['Three missed appointments at £20', 60], ['Time spent chasing', 30]),
            borneBy: 'tarrow',
          },
        ],
        promises: [
          promise('check', ['visits'], 'Do the gas check on a Saturday morning, with a call half an hour before.', 8, {
            team: 'tarrow',
          }),
        ],
        letter: { opening: 'Thank you for your text. It was short, and it was fair.', apology: 'I am sorry.' },
        cause: 'Appointment not kept, resident not told',
        learning: 'Tarrow now texts when an engineer is moved, and the text names the new slot.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(6, 'martin', done('check', 'Check done on the Saturday; certificate issued.'), askIfDone('check', 'phone')),
    later(2, 'nadia', saidDone('check', 'yeah sorted cheers'), remedyDone('payment', '£90 paid by bank transfer.')),
  ),

  story(
    'heating-stage2-acknowledge',
    {
      ago: 33,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'abena',
      hazards: ['heating'],
      words: `"No heating in the two bedrooms. The radiators have never worked since I moved in, that is nine months. Your people came four times and bled them. Bleeding, bleeding, always bleeding. The system is wrong, I can feel it with my hand, the pipe is cold at the wall. I am a nurse, I work nights, I cannot be here for your men every week."`,
    },
    {
      radiators: {
        understanding:
          'Two bedroom radiators have not worked since you moved in nine months ago, although four visits were made.',
        outcome: 'Both radiators working, with visits that fit your shifts.',
        area: 'Heating and hot water',
        category: 'Repeated fault',
        sinceDaysBefore: 270,
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Heating and hot water', 'Repeated fault')),
    later(
      1,
      'kelly',
      assign('martin', 'gas'),
      {
        act: 'adjust',
        kind: 'other',
        reviewInMonths: 12,
        words: 'Works nights. No calls or visits between 8 a.m. and 2 p.m.',
      },
      acknowledge('email'),
    ),
    later(
      7,
      'martin',
      answer(1, {
        decisions: {
          radiators: partly(
            'Four visits were made and the radiators were bled each time. The last engineer recorded both as warm. We accept that four visits are too many.',
            P.heating,
          ),
        },
        remedies: [{ ...money('payment', ['radiators'], '', ['Repeated visits', 60]), borneBy: 'tarrow' }],
        letter: {
          opening: 'Thank you for your complaint about the radiators at 8 Cordwainer Lane.',
          apology: 'I am sorry that it took four visits.',
        },
        cause: 'Repeated repair without diagnosis',
        learning: 'A third visit for the same fault goes to a supervisor.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    ago(
      4,
      'nadia',
      escalate(
        'phone',
        `"Warm! He put his hand on it at two in the afternoon with the boiler just on. Go and feel it now. I do not accept this and I want somebody who knows heating to come."`,
      ),
    ),
    later(1, 'ruth', assign('helen', 'complaints', 2), noConflict('helen')),
  ),

  story(
    'heating-answered-on-the-day',
    {
      ago: 76,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'winston',
      words: `"You lot booked me for this morning, eight till one. It’s now half one. Nobody’s been, nobody’s rung. I’ve got one question: is anybody coming?"`,
    },
    {
      visit: {
        understanding: 'Nobody came for this morning’s appointment and nobody rang.',
        outcome: 'To know whether anybody is coming.',
        area: 'Heating and hot water',
        category: 'Missed appointment',
      },
    },
    later(
      0,
      'kelly',
      wantsToComplain('phone'),
      logComplaint('Heating and hot water', 'Missed appointment', { early: true }),
      assign('tom', 'complaints'),
      acknowledge('phone', null, 'Rang Mr Lascelles at 1.50 p.m. and read back what we understood.'),
      answer(1, {
        decisions: {
          visit: upheld(
            'The engineer was sent to a leak and nobody told you. It was our appointment to keep or to move.',
            P.appointments,
          ),
        },
        remedies: [
          sorry(['visit'], 'We are sorry for your wasted morning.'),
          money('payment', ['visit'], '', ['Missed appointment', 20]),
        ],
        promises: [promise('visit', ['visit'], 'An engineer comes today between four and six.', 0, { team: 'tarrow' })],
        letter: {
          opening: 'As we agreed on the telephone, here is your answer in writing, on the same day.',
          apology: 'I am sorry.',
        },
        cause: 'Appointment not kept, resident not told',
        learning: {
          none: 'The learning of an earlier case (a text when an engineer is moved) covers this; Tarrow’s text failed because the number had one digit wrong, which is now corrected.',
        },
        involved: ['tom'],
      }),
    ),
    later(0, 'ruth', approve()),
    later(0, 'tom', send()),
    later(1, 'martin', done('visit', 'Engineer at the flat at 4.25 p.m. Pump replaced.'), askIfDone('visit', 'phone')),
    later(
      0,
      'nadia',
      saidDone('visit', 'He came. Fair play to you.'),
      remedyDone('payment', '£20 paid by bank transfer.'),
    ),
  ),

  story(
    'heating-bill-not-upheld',
    {
      ago: 131,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'imogen',
      words: `Hi, my heating bills are ridiculous since you put in the air source heat pump. £60 more a month!! You told us it would be cheaper. I want you to pay the difference and put the gas boiler back. Imogen`,
    },
    {
      bills: {
        understanding:
          'Your bills have gone up by about £60 a month since the heat pump was fitted, although we said that it would cost less to run.',
        outcome: 'The difference paid, and the gas boiler put back.',
        area: 'Heating and hot water',
        category: 'Repeated fault',
        sinceDaysBefore: 120,
      },
    },
    later(
      2,
      'tom',
      logComplaint('Heating and hot water', 'Repeated fault', { complex: true }),
      assign('martin', 'gas'),
    ),
    later(2, 'tom', acknowledge('email')),
    later(
      6,
      'martin',
      hear(
        'imogen',
        'Visit. Pump tested and sound. It was set to "holiday override off, immersion on": the immersion heater had been running day and night since a power cut. Showed Ms Farr the two settings.',
      ),
    ),
    later(
      2,
      'martin',
      answer(1, {
        decisions: {
          bills: notUpheld(
            'The pump works as it should and was installed to standard. The extra cost came from the immersion heater, which was switched to permanent after a power cut. The leaflet that we gave you explains the switch on page 3, and the installer showed it on the day. We do not find that we did wrong, but we could have made the switch harder to knock.',
            P.heating,
          ),
        },
        remedies: [
          {
            key: 'help',
            kind: 'explanation',
            points: ['bills'],
            words:
              'We have set the pump with you, labelled the switch, and asked your supplier for a corrected direct debit.',
          },
        ],
        promises: [
          promise('look', ['bills'], 'Look at your readings with you after two months.', 45, { owner: 'martin' }),
        ],
        letter: {
          opening: 'Thank you for showing me the bills. They are high, and I can see why you were alarmed.',
          closing: 'You do not need to give a reason if you want someone else to look at this.',
        },
        cause: 'Advice not understood',
        learning: 'A label for the immersion switch goes up in the other thirty-four homes with the same pump.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(40, 'martin', done('look', 'Readings seen with Ms Farr: down by £52 a month.'), askIfDone('look', 'email')),
  ),

  story(
    'heating-stage2-investigating',
    {
      ago: 38,
      channel: 'in-person',
      heardBy: 'other-staff',
      by: 'sioned',
      loggedAfter: 1,
      person: 'halina',
      hazards: ['gas'],
      words: `Spoken to on the stairs of Ropewalk House during an estate inspection: "The gas engineer he turned off my cooker, he put red sticker, he say dangerous. This is three weeks. I cook on one electric ring. I have two boys. Your office say the cooker is mine, I must pay. But the pipe is yours! The engineer he say the pipe." Written down the next morning from my notes.`,
    },
    {
      pipe: {
        understanding:
          'Your cooker was cut off because of the pipe behind it, and we told you that it was for you to mend.',
        outcome: 'The pipe mended and the cooker connected.',
        area: 'Heating and hot water',
        category: 'Safety check',
        sinceDaysBefore: 21,
      },
      cost: {
        words: 'I cook on one electric ring. I have two boys.',
        understanding: 'For three weeks you have bought meals that you would otherwise have cooked.',
        outcome: 'The extra cost of food paid.',
        area: 'Heating and hot water',
        category: 'Safety check',
      },
    },
    later(
      1,
      'sioned',
      wantsToComplain('by-hand'),
      logComplaint('Heating and hot water', 'Safety check', { atRisk: true, hazards: ['gas'] }),
    ),
    later(1, 'kelly', assign('martin', 'gas')),
    later(
      1,
      'kelly',
      acknowledge(
        'by-hand',
        'Thank you for stopping Sioned on the stairs. Our gas engineer comes tomorrow, whatever the complaint decides.',
      ),
    ),
    later(
      6,
      'martin',
      answer(1, {
        decisions: {
          pipe: upheld(
            'The fault was in our pipe and not in your cooker. The office read the engineer’s sheet wrongly. The pipe was replaced on the day after you told us.',
            P.section11,
            P.gasSafety,
          ),
          cost: notUpheld('We have no receipts for the food that you bought.', P.compensation),
        },
        remedies: [
          sorry(['pipe'], 'We are sorry that we sent you away.'),
          money('payment', ['pipe'], '', ['Three weeks with no cooker', 80]),
        ],
        letter: {
          opening: 'Thank you for talking to Sioned, and for letting our engineer in.',
          apology: 'I am sorry for the three weeks.',
        },
        cause: 'Record misread',
        learning: 'Red stickers now say whose the fault is, in a box of their own.',
        involved: ['martin', 'sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(5, 'tom', remedyDone('payment', '£80 paid by bank transfer.')),
    later(
      4,
      'tom',
      escalate(
        'in-person',
        `"For the pipe, thank you. For the food, no. Who keeps receipt for bread? I want somebody else to look at this part."`,
        ['cost'],
      ),
    ),
    later(1, 'ruth', assign('graham', 'neighbourhood', 2), noConflict('graham')),
    later(
      1,
      'tom',
      acknowledgeStage2(
        'by-hand',
        'You have asked us to look again at one of your two points, the cost of food. The other keeps its answer.',
      ),
    ),
    later(
      4,
      'graham',
      hear(
        'halina',
        'Met Mrs Sobczak and her sons. She set out a usual week and those three weeks. It is plain and I believe it.',
        2,
      ),
    ),
  ),
];
