/** Service charges, rent and accounts, data. */
import { P } from '../policies.js';
import {
  acknowledge,
  acknowledgeStage2,
  answer,
  approve,
  ask,
  askIfDone,
  assign,
  done,
  escalate,
  extend,
  got,
  hear,
  later,
  logComplaint,
  money,
  noConflict,
  note,
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

export const charges: readonly Story[] = [
  story(
    'charges-invoices-stage2',
    {
      ago: 44,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'theodore',
      words: `Dear Osier Vale Homes,

I refer to the service charge statement for Malthouse Court, in which "Sundry" has risen from £11.20 to £148.75 per flat. I asked for the invoices under the usual right. I received a one-line e-mail saying that "costs have gone up generally".

I am a leaseholder, I am also an accountant, and "Sundry" is not a cost. Please provide the invoices, and then explain the sum.

Theodore Quayle FCA
Flat 55, Malthouse Court`,
    },
    {
      invoices: {
        words:
          'I asked for the invoices under the usual right. I received a one-line e-mail saying that "costs have gone up generally".',
        understanding: 'You asked for invoices and were not given them.',
        outcome: 'The invoices.',
        area: 'Leasehold and service charges',
        category: 'Information not given',
        sinceDaysBefore: 50,
      },
      sundry: {
        words: '"Sundry" has risen from £11.20 to £148.75 per flat. "Sundry" is not a cost.',
        understanding: 'The line "Sundry" rose thirteenfold and was not explained.',
        outcome: 'An explanation of the sum.',
        area: 'Leasehold and service charges',
        category: 'Charge disputed',
      },
      amount: {
        words:
          'I say that £148.75 is not reasonable. (Added on the telephone when the complaint was read back to him.)',
        understanding: 'You say that the amount itself is not reasonable.',
        outcome: 'The charge lowered.',
        area: 'Leasehold and service charges',
        category: 'Charge disputed',
        whose: 'tribunal',
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Leasehold and service charges', 'Information not given', { complex: true }),
      assign('bea', 'leasehold'),
    ),
    later(
      2,
      'kelly',
      acknowledge(
        'email',
        'Two of your points are ours to answer. The third, whether the amount is reasonable, is for the First-tier Tribunal (Property Chamber), and this letter tells you how to reach it.',
      ),
    ),
    later(4, 'bea', ask('ledger', 'leasehold', 4, 'Ledger and invoices behind "Sundry", Malthouse Court, last year.')),
    later(
      4,
      'bea',
      got(
        'ledger',
        'Twenty-two invoices. Nineteen are for the bin store’s doors and belong under repairs; three are for another block.',
      ),
    ),
    later(
      1,
      'bea',
      answer(1, {
        decisions: {
          invoices: upheld(
            'You had a right to them within a month and we sent you a sentence. All twenty-two are enclosed.',
            P.section22,
            P.charges,
          ),
          sundry: partly(
            'Most of the sum is the repair of the bin store’s doors, put in the wrong line. Three invoices belong to another block.',
            P.charges,
          ),
        },
        remedies: [
          sorry(['invoices'], 'We are sorry for the one-line reply.'),
          {
            key: 'credit',
            kind: 'record-amended',
            points: ['sundry'],
            words: 'The three invoices have been taken out; £31.10 is credited to each flat.',
          },
          money('payment', ['invoices'], '', ['Information refused', 50]),
        ],
        promises: [
          promise('restate', ['sundry'], 'Send all leaseholders a corrected statement.', 15, { owner: 'bea' }),
        ],
        letter: {
          opening:
            'Thank you for your patience on the telephone. The invoices are enclosed, with a sheet that adds them up.',
          apology: 'I am sorry. "Sundry" is indeed not a cost.',
        },
        cause: 'Cost coded to the wrong line',
        learning: 'The line "Sundry" has been abolished. A cost without a line of its own cannot be posted.',
        involved: ['bea'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'bea', send()),
    later(
      8,
      'bea',
      done('restate', 'Corrected statement sent to all twelve leaseholders.'),
      remedyDone('credit', 'Credits posted.'),
      remedyDone('payment', '£50 paid by bank transfer.'),
    ),
    later(
      5,
      'mail',
      escalate(
        'email',
        'The corrected statement has an arithmetical error on line 14, and two of the invoices for the doors are for the same door on the same day. I should like this reviewed. T. Quayle',
        ['sundry'],
      ),
    ),
    later(1, 'ruth', assign('helen', 'complaints', 2), noConflict('helen')),
    later(2, 'kelly', acknowledgeStage2('email')),
    later(
      6,
      'helen',
      hear('theodore', 'Call of forty minutes, invoices in hand. He is right about line 14 and about invoice 17.', 2),
      ask(
        'doors',
        'pikeholm',
        8,
        'Invoices 16 and 17 show the same door on the same day. Please explain or credit.',
        2,
      ),
    ),
    later(8, 'helen', note('Answer from Pikeholm due today.')),
  ),

  story(
    'charges-rent-level-tribunal',
    {
      ago: 36,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'glenys',
      words: `"My rent’s gone up again and I want to complain about it. It’s too much for what it is. And nobody told me I could get help with it, I found out from my neighbour."`,
    },
    {
      level: {
        words: 'My rent’s gone up again. It’s too much for what it is.',
        understanding: 'You say that your new rent is too high.',
        outcome: 'A lower rent.',
        area: 'Rent and accounts',
        category: 'Rent level',
        whose: 'tribunal',
      },
      help: {
        words: 'Nobody told me I could get help with it, I found out from my neighbour.',
        understanding: 'The letter about the rent did not tell you where to get help.',
        outcome: 'To know what help there is, and that others are told.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Rent and accounts', 'Rent level', { early: true })),
    later(
      2,
      'tom',
      assign('bea', 'leasehold'),
      acknowledge(
        'post',
        'What the rent is, and by how much it rises, is for the First-tier Tribunal (Property Chamber); this letter says how to ask it and by when. Your other point is ours, and Bea Lightfoot is looking into it.',
      ),
    ),
    later(
      5,
      'bea',
      answer(1, {
        decisions: {
          help: upheld(
            'The leaflet about help with rent was left out of the letters to one street in four, by an error at the printers, and we did not check.',
            P.arrears,
          ),
        },
        remedies: [
          sorry(['help'], 'We are sorry that you had to hear of it from a neighbour.'),
          {
            key: 'visit',
            kind: 'explanation',
            points: ['help'],
            words:
              'Our money adviser has been through your entitlement with you; you are owed £14.20 a week, from today and for a month back.',
          },
        ],
        promises: [
          promise('leaflet', ['help'], 'Send the leaflet to the 610 homes that did not have it.', 10, { owner: 'bea' }),
        ],
        letter: {
          opening: 'Thank you for telling us. Without your call we should not have known.',
          apology: 'I am sorry.',
        },
        cause: 'Printing not checked',
        learning: 'Two copies of every mass letter come back to us by post before the rest goes out.',
        involved: ['bea'],
        how: 'post',
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'bea', send()),
    later(8, 'bea', done('leaflet', '610 leaflets posted.'), askIfDone('leaflet', 'phone')),
  ),

  story(
    'charges-refund-upheld',
    {
      ago: 252,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'olamide',
      words: `Hello, I moved out of 12 Kiln Lane in good order and my account was £212.40 in credit. It has been four months. I have been told "it's with finance" five times by five people. I need it for the deposit on my next place. Can somebody please just pay me? Many thanks, Olamide Fashola`,
    },
    {
      refund: {
        understanding: 'A credit of £212.40 has not been paid back four months after you moved out.',
        outcome: 'The credit paid.',
        area: 'Rent and accounts',
        category: 'Refund',
        sinceDaysBefore: 120,
      },
    },
    later(1, 'kelly', logComplaint('Rent and accounts', 'Refund', { early: true }), assign('bea', 'leasehold')),
    later(1, 'kelly', acknowledge('email')),
    later(
      2,
      'bea',
      answer(1, {
        decisions: {
          refund: upheld(
            'The form was complete. It waited for a second signature from someone who had left.',
            P.arrears,
          ),
        },
        remedies: [
          sorry(['refund'], 'We are sorry that it was your money and our drawer.'),
          money('payment', ['refund'], '', ['Credit on the account', 212.4], ['Delay of four months', 60]),
        ],
        letter: { opening: 'Thank you for your patience with five of us.', apology: 'I am sorry.' },
        cause: 'Waiting for someone who had left',
        learning: 'Refunds under £500 need one signature.',
        involved: ['bea'],
      }),
    ),
    later(0, 'ruth', approve()),
    later(0, 'bea', send()),
    later(1, 'bea', remedyDone('payment', '£272.40 paid by faster payment.')),
  ),

  story(
    'arrears-letter-partly',
    {
      ago: 124,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'hevin',
      words: `Through a telephone interpreter: "I pay. Every month I pay, the bank shows. I have letter that says court. My children read it to me. I was crying. I brought the bank paper to your desk, the woman copied it. Then another letter that says court. Why?"`,
    },
    {
      letters: {
        understanding: 'You had two letters about arrears although you pay, and showed us proof.',
        outcome: 'The letters withdrawn, and an explanation.',
        area: 'Rent and accounts',
        category: 'Arrears letter',
        sinceDaysBefore: 30,
      },
      language: {
        words: 'My children read it to me.',
        understanding: 'We wrote to you in English although we know that you do not read it.',
        outcome: 'Letters that you can read.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(
      1,
      'nadia',
      wantsToComplain('phone', 'Through the interpreter.'),
      logComplaint('Rent and accounts', 'Arrears letter', { atRisk: true }),
    ),
    later(1, 'kelly', assign('bea', 'leasehold'), {
      act: 'adjust',
      kind: 'translation',
      reviewInMonths: 24,
      words: 'Letters in Kurmanji as well as English, and a call with an interpreter before any letter about money.',
    }),
    later(1, 'kelly', acknowledge('email')),
    later(
      6,
      'bea',
      answer(1, {
        decisions: {
          letters: upheld(
            'Your payments went to the account of the tenant before you, because the reference on your card was never changed. When you brought proof, the copy was filed and the letters were not stopped.',
            P.arrears,
          ),
          language: partly(
            'Your language was on record at the contact centre but the income system does not show it.',
            P.equality,
          ),
        },
        remedies: [
          sorry(['letters', 'language'], 'We are sorry for the fear that these letters caused.'),
          money(
            'payment',
            ['letters', 'language'],
            '',
            ['Two unfounded threats of court', 150],
            ['Letters in a language that you do not read', 50],
          ),
        ],
        promises: [
          promise(
            'account',
            ['letters'],
            'Move eleven payments to your account, and write to you that it is clear.',
            5,
            { owner: 'bea' },
          ),
        ],
        letter: {
          opening:
            'Thank you for coming back to us a second time. You had no reason to trust us. This letter comes in Kurmanji too.',
          apology: 'I am sorry.',
        },
        cause: 'Payments to the wrong account',
        learning: 'A proof of payment stops all letters for fourteen days, by itself.',
        involved: ['bea', 'nadia'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'bea', send()),
    later(
      4,
      'bea',
      done('account', 'Eleven payments moved; account in credit by £3.12; letter sent in both languages.'),
      askIfDone('account', 'phone'),
    ),
    later(
      3,
      'nadia',
      saidDone('account', 'Through the interpreter: "Thank you. I can sleep."'),
      remedyDone('payment', '£200 paid by bank transfer.'),
    ),
  ),

  story(
    'major-works-extended',
    {
      ago: 21,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'kelly',
      person: 'annelise',
      words: `Dear Leasehold Team,

The notice for the roof at Fuller's Wharf puts my share at £9,840. It names one estimate. I understand that you must consult properly and obtain more than one. I sent observations within the thirty days and they have not been mentioned since.

I do not refuse to pay for a roof. I ask that it be done by the book.

Annelise Vandermeer`,
    },
    {
      consultation: {
        understanding: 'The notice for the roof names one estimate, and your observations were not answered.',
        outcome: 'A proper consultation, with your observations answered.',
        area: 'Leasehold and service charges',
        category: 'Major works',
        sinceDaysBefore: 70,
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Leasehold and service charges', 'Major works', { complex: true }),
      assign('bea', 'leasehold'),
    ),
    later(2, 'kelly', acknowledge('email')),
    later(
      2,
      'bea',
      ask(
        'file',
        'leasehold',
        5,
        'The whole consultation file for the roof at Fuller’s Wharf, with every observation received and what was done with it.',
      ),
    ),
    later(
      5,
      'bea',
      got(
        'file',
        'Four observations received; none acknowledged. Two further estimates were obtained and left out of the notice.',
      ),
    ),
    later(
      1,
      'bea',
      extend(
        10,
        'Our solicitor is checking whether the notice must be served again. Her advice decides what we can promise you, and comes next week.',
      ),
    ),
  ),

  story(
    'staircasing-refusal-escalation',
    {
      ago: 96,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'barnaby',
      words: `Our staircasing valuation ran out because your solicitor sat on the papers for eleven weeks. The new one costs us £7,500 more. We want the old price honoured. Barnaby & Ciara Stroud, 4 Lockkeeper's Way`,
    },
    {
      delay: {
        understanding: 'Papers for buying a further share lay for eleven weeks, so the valuation ran out.',
        outcome: 'The old price honoured.',
        area: 'Leasehold and service charges',
        category: 'Staircasing',
        sinceDaysBefore: 90,
      },
    },
    later(
      1,
      'tom',
      logComplaint('Leasehold and service charges', 'Staircasing', { complex: true }),
      assign('bea', 'leasehold'),
    ),
    later(2, 'tom', acknowledge('email')),
    later(
      8,
      'bea',
      answer(1, {
        decisions: {
          delay: upheld(
            'Nine of the eleven weeks were ours. A signature was missing and nobody chased it.',
            P.lease,
            P.complaints,
          ),
        },
        remedies: [
          sorry(['delay'], 'We are sorry.'),
          {
            key: 'price',
            kind: 'decision-changed',
            points: ['delay'],
            words: 'We honour the old valuation if you complete within three months.',
          },
          money('payment', ['delay'], 'We pay the second valuation.', ['Second valuation, by invoice', 390]),
        ],
        letter: {
          opening: 'Thank you for setting out the dates so clearly. They agree with ours.',
          apology: 'I am sorry.',
        },
        cause: 'Papers not chased',
        learning: 'Every staircasing case has one owner, and a date for the next step.',
        involved: ['bea'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'bea', send()),
    later(
      9,
      'bea',
      remedyDone('payment', '£390 paid by bank transfer.'),
      remedyDone('price', 'Memorandum at the old price issued.'),
    ),
    later(
      40,
      'mail',
      escalate(
        'email',
        'We have now issued a claim in the county court for our legal costs over the staircasing, filed by our solicitor. We would like a stage 2 as well to be safe. B & C Stroud',
      ),
    ),
    later(3, 'ruth', {
      act: 'refuse-escalation',
      ground: 'legal-proceedings',
      filedDaysBefore: 12,
      circumstances:
        'Mr and Mrs Stroud filed a claim with particulars about the same delay a week before asking for stage 2. The claim covers all that they ask.',
      reasons:
        'The court has your claim about the same delay and will decide it. Our answer at stage 1 stands, and so does what we offered in it. If you think that we should look at it at stage 2 all the same, you may ask the Housing Ombudsman.',
    }),
  ),

  story(
    'data-breach-answered',
    {
      ago: 195,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'solveig',
      words: `You have sent me someone else's rent statement. Her name, her address, her arrears. I have not read more than I had to in order to see that it was not mine. I have to wonder who has mine.

Solveig Aas`,
    },
    {
      statement: {
        understanding: 'You were sent another person’s rent statement and want to know who has yours.',
        outcome: 'To know where your own statement went.',
        area: 'Staff and contractors',
        category: 'Data protection',
      },
    },
    later(
      0,
      'kelly',
      logComplaint('Staff and contractors', 'Data protection', { complex: true }),
      note('Data protection officer told within the hour. Statement collected from Ms Aas the same day.'),
    ),
    later(1, 'ruth', assign('bea', 'leasehold'), acknowledge('email')),
    later(
      6,
      'bea',
      answer(1, {
        decisions: {
          statement: upheld(
            'Two envelopes were filled one behind. Thirty-eight people had the statement of the person before. Yours went to one household, who sent it back unread.',
            P.data,
          ),
        },
        remedies: [
          sorry(['statement'], 'We are sorry for the breach and the worry.'),
          money('payment', ['statement'], '', ['Distress', 100]),
        ],
        promises: [
          promise(
            'machine',
            ['statement'],
            'Fit the folding machine with a reader that stops when page and envelope differ.',
            30,
            { owner: 'bea' },
          ),
        ],
        letter: {
          opening: 'Thank you for reading no more than you had to, and for telling us at once.',
          apology: 'I am sorry.',
          closing: 'We have reported this to the Information Commissioner, to whom you may complain as well.',
        },
        cause: 'Letters filled one behind',
        learning: 'Statements are offered by e-mail first; half of all residents have chosen it.',
        involved: ['bea', 'ruth'],
      }),
    ),
    later(1, 'helen', approve()),
    later(0, 'bea', send()),
    later(
      26,
      'bea',
      done('machine', 'Reader fitted and tested with deliberate faults.'),
      remedyDone('payment', '£100 paid by bank transfer.'),
    ),
  ),

  story(
    'charges-ack-late',
    {
      ago: 7,
      channel: 'email',
      heardBy: 'other-staff',
      by: 'bea',
      loggedAfter: 6,
      person: 'walter',
      words: `Bea, I'll put this to you since you're the one I know. The gardening charge at Lockkeeper's Way. £31 a month for a strip of grass a goat could keep. I've asked what's in it and been sent a photo of the grass. I'm not satisfied. Walter Imray, no. 17`,
    },
    {
      gardening: {
        understanding: 'You pay £31 a month for gardening and were not told what it contains.',
        outcome: 'A breakdown of the charge.',
        area: 'Leasehold and service charges',
        category: 'Information not given',
        sinceDaysBefore: 40,
      },
    },
    later(
      0,
      'kelly',
      logComplaint('Leasehold and service charges', 'Information not given'),
      note(
        'This came to Bea’s own mailbox while she was away and was found on her return. It counts from the day on which it came: the acknowledgement is late.',
      ),
    ),
  ),
];
