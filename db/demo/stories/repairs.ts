/** Repairs missed or badly done, leaks between flats, lifts, doors, pests. */
import { P } from '../policies.js';
import {
  acceptRemedy,
  acknowledge,
  acknowledgeStage2,
  ago,
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
  update,
  upheld,
  wantsToComplain,
} from '../script.js';

export const repairs: readonly Story[] = [
  story(
    'repairs-leak-above',
    {
      ago: 24,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'maureen',
      hazards: ['water'],
      words: `"It’s coming through again, the ceiling in the hall, from her upstairs. Three times since I’ve been counting. Your plumber says it’s her washing machine, she says it’s your pipe, and I’m the one with the bucket. I’m not blaming her, she’s a nice girl. I just want it stopped. And my carpet’s had it."`,
    },
    {
      leak: {
        words:
          'It’s coming through again, the ceiling in the hall. Your plumber says it’s her washing machine, she says it’s your pipe, and I’m the one with the bucket.',
        understanding:
          'Water has come through your hall ceiling three times and nobody has settled where it comes from.',
        outcome: 'The leak found and stopped.',
        area: 'Repairs',
        category: 'Leak',
        sinceDaysBefore: 95,
      },
      carpet: {
        words: 'And my carpet’s had it.',
        understanding: 'Your hall carpet was ruined by the water.',
        outcome: 'The carpet replaced or paid for.',
        area: 'Repairs',
        category: 'Leak',
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Repairs', 'Leak', { complex: true, hazards: ['water'] })),
    later(
      2,
      'kelly',
      assign('martin', 'repairs'),
      acknowledge(
        'post',
        'Thank you for ringing, and for being kind about your neighbour. We will find out where the water comes from, whoever’s pipe it is.',
      ),
    ),
    later(
      3,
      'martin',
      ask(
        'dye',
        'pikeholm',
        5,
        'Dye test from Flat 22 into Flat 16, Malthouse Court, with both residents told beforehand.',
      ),
    ),
    later(
      4,
      'martin',
      got(
        'dye',
        'Dye came through from the waste stack behind the bath panel of Flat 22, not from the machine. The joint was remade.',
      ),
    ),
    later(
      2,
      'martin',
      answer(1, {
        decisions: {
          leak: upheld(
            'The water came from a joint in the shared waste stack. That is ours. Each time the plumber mended what was nearest and did not test.',
            P.section11,
            P.repairs,
          ),
          carpet: upheld(
            'The carpet was spoiled by a leak that we should have stopped after the first time. We do not ask you to claim on your own insurance.',
            P.compensation,
          ),
        },
        remedies: [
          sorry(['leak', 'carpet'], 'We are sorry for the bucket.'),
          money(
            'payment',
            ['leak', 'carpet'],
            '',
            ['Hall carpet, five years old, by the fitter’s estimate', 180],
            ['Three leaks over three months', 150],
          ),
        ],
        promises: [
          promise('ceiling', ['leak'], 'Make good and paint the hall ceiling once it is dry.', 14, {
            team: 'pikeholm',
          }),
        ],
        letter: {
          opening: 'Thank you for ringing us again. You had every reason to give up on it.',
          apology: 'I am sorry that the same leak came three times.',
        },
        cause: 'Symptom treated, cause not looked for',
        learning: 'A second leak into the same room is tested with dye before anything is mended.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(2, 'kelly', acceptRemedy('payment', 'By telephone: "That’s very fair, thank you."')),
    later(5, 'kelly', remedyDone('payment', '£330 paid by bank transfer.')),
  ),

  story(
    'repairs-front-door-approval',
    {
      ago: 10,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'rukhsana',
      hazards: ['security'],
      words: `The front door does not lock. It was kicked in by the police (wrong address). You boarded it, then fitted a second hand door that does not fit the frame. I am a woman on my own with two children. I put a chair against it every night. It has been five weeks.`,
    },
    {
      door: {
        understanding:
          'Your front door was replaced by one that does not fit or lock, and you have been left with it for five weeks.',
        outcome: 'A door that locks, now.',
        area: 'Repairs',
        category: 'Doors and windows',
        sinceDaysBefore: 35,
      },
    },
    later(
      0,
      'kelly',
      logComplaint('Repairs', 'Doors and windows', { atRisk: true, hazards: ['security'] }),
      assign('martin', 'repairs'),
      note(
        'Rang repairs at once: carpenter today to fit a lock and plate, door measured tomorrow. Ms Begum told by telephone.',
      ),
    ),
    later(
      1,
      'kelly',
      acknowledge(
        'email',
        'Thank you for telling us. A carpenter came yesterday so that the door locks tonight; the right door is being made.',
      ),
    ),
    later(
      2,
      'martin',
      hear(
        'rukhsana',
        'Visit. The frame is 12 mm out. New fire door set ordered, nine working days. She feels safer with the plate.',
      ),
      ask(
        'order',
        'pikeholm',
        3,
        'Who released a second-hand door to 5 Cordwainer Lane, and was it checked after it was fitted?',
      ),
    ),
    later(
      3,
      'martin',
      got('order', 'Emergency stock. The carpenter wrote "temporary, order new". The order was not raised.'),
    ),
    later(
      3,
      'martin',
      answer(1, {
        decisions: {
          door: upheld(
            'The door was meant to be there for a night. The carpenter wrote that a new one must be ordered and nobody ordered it. For five weeks you had a door that did not lock.',
            P.repairs,
            P.section11,
          ),
        },
        remedies: [
          sorry(['door'], 'We are sorry for five weeks of chairs against the door.'),
          money(
            'payment',
            ['door'],
            '',
            ['Five weeks without a secure door, with children', 250],
            ['Calls that led nowhere', 25],
          ),
        ],
        promises: [promise('newdoor', ['door'], 'Fit the new front door and frame.', 6, { team: 'pikeholm' })],
        letter: {
          opening: 'Thank you for showing me the door, and how you have been keeping it shut.',
          apology: 'I am sorry. You should have been safe in your home and you were not.',
        },
        cause: 'Temporary repair not followed up',
        learning: 'A job closed as "temporary" now raises the lasting one by itself.',
        involved: ['martin'],
      }),
    ),
  ),

  story(
    'repairs-ropewalk-lift-group',
    {
      ago: 13,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'cyril',
      group: ['cyril', 'halina', 'laszlo', 'prisca', 'dorothea'],
      words: `To Osier Vale Homes

We are residents of Ropewalk House, eight floors. The lift has been out of order for nine of the last thirty days. Mrs Vane on the seventh floor is 79 and has not been out since the week before last. Mrs Mukasa carries a pushchair up five floors. Mr Farkas carried Mr Boateng’s shopping up, and then Mr Boateng.

We each have a reason, but it is one complaint and we want one answer. We want: a lift that works; a notice in the hall that tells the truth about when; and somebody on call for those who cannot use the stairs.

Signed by five of us, with our flat numbers.`,
    },
    {
      lift: {
        words: 'The lift has been out of order for nine of the last thirty days. We want a lift that works.',
        understanding: 'The lift was out of order for nine of the last thirty days.',
        outcome: 'A lift that works.',
        area: 'Repairs',
        category: 'Lift',
        sinceDaysBefore: 30,
      },
      notice: {
        words: 'A notice in the hall that tells the truth about when.',
        understanding: 'Notices in the hall gave times that were not kept.',
        outcome: 'A true notice, kept up to date.',
        area: 'Contact centre',
        category: 'No reply',
      },
      stairs: {
        words: 'Somebody on call for those who cannot use the stairs.',
        understanding: 'Nothing was arranged for residents who cannot use the stairs.',
        outcome: 'Help at hand whenever the lift is out.',
        area: 'Neighbourhood',
        category: 'Cleaning',
      },
    },
    later(
      1,
      'tom',
      logComplaint('Repairs', 'Lift', { complex: true, atRisk: true }),
      assign('martin', 'repairs'),
      note('Welfare calls made to Mrs Vane and Mr Boateng the same day. Shopping arranged for both.'),
    ),
    later(
      2,
      'tom',
      acknowledge(
        'post',
        'Thank you for writing together. This is one complaint with one answer; each of you will have your own copy, and each of you may ask for stage 2 or leave the complaint at any time.',
      ),
    ),
    later(
      1,
      'martin',
      ask(
        'lift',
        'repairs',
        4,
        'Lift contractor’s call-outs for Ropewalk House, last sixty days, with cause and time to repair.',
      ),
    ),
    later(1, 'tom', { act: 'join-group', person: 'samuel' }, note('Mr Boateng rang to be added; the others agree.')),
    later(
      3,
      'martin',
      got(
        'lift',
        'Nine days, seven call-outs. The door operator fails, is reset, and fails. A new operator was quoted four months ago and not approved.',
      ),
      {
        act: 'work-out',
        sum: {
          key: 'payment',
          stage: 1,
          points: [],
          words: 'You climbed to the sixth floor with shopping and prams, again and again.',
          heads: [
            ['Nine days without a lift, for each of the five homes that complained', 250],
            ['Calls to report it, seven times', 70],
          ],
          dueIn: 20,
        },
      },
    ),
  ),

  story(
    'repairs-window-representative',
    {
      ago: 8,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'lilian',
      words: `Good evening,

I'm writing about my mum, Lilian Crouch, at 14 Tenter Close. She's 88 and her bedroom window won't shut. It's been like it for two months. She won't ring you because "they're busy". She has a blanket stuffed in the gap. When I rang you said you couldn't talk to me because of data protection!! I'm not asking for her bank details, I'm asking you to shut a window.

Janet Crouch-Adeyi (daughter)`,
    },
    {
      window: {
        words: 'Her bedroom window won’t shut. It’s been like it for two months. She has a blanket stuffed in the gap.',
        understanding: 'Your bedroom window has not shut for two months.',
        outcome: 'The window mended.',
        area: 'Repairs',
        category: 'Doors and windows',
        sinceDaysBefore: 60,
      },
      daughter: {
        words: 'When I rang you said you couldn’t talk to me because of data protection.',
        understanding: 'We would not listen to your daughter when she rang to report the window.',
        outcome: 'That your daughter can report things for you.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(1, 'kelly', logComplaint('Repairs', 'Doors and windows', { atRisk: true }), {
      act: 'represent',
      person: 'janet',
      role: 'family-or-friend',
      authority: 'asked',
      note: 'Form sent to Mrs Crouch with a stamped envelope, and Nadia will ring her: her word on the telephone is enough. Listening to Janet needs no authority; only what we tell her does.',
    }),
    later(
      2,
      'kelly',
      assign('martin', 'repairs'),
      acknowledge(
        'post',
        'Your daughter wrote to us about your window. It is being mended this week. If you are happy for us to answer her as well, tell Nadia when she rings, or send back the slip.',
      ),
    ),
  ),

  story(
    'repairs-fence-promise-late',
    {
      ago: 40,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'gary',
      words: `"The fence came down in the wind, you said you’d put it back, that’s four month ago. The dog’s been out twice on the main road. I’ve rung eight times. Eight. You can check."`,
    },
    {
      fence: {
        understanding:
          'Your back fence blew down four months ago and has not been put back, although you rang eight times.',
        outcome: 'The fence put back.',
        area: 'Neighbourhood',
        category: 'Grounds and fencing',
        sinceDaysBefore: 120,
      },
    },
    later(0, 'nadia', wantsToComplain('phone'), logComplaint('Neighbourhood', 'Grounds and fencing')),
    later(2, 'tom', assign('sioned', 'neighbourhood'), acknowledge('email')),
    later(
      6,
      'sioned',
      answer(1, {
        decisions: {
          fence: upheld(
            'I did check: nine calls, in fact. The job was raised once, closed as "no access" although the fence is outside, and not raised again.',
            P.repairs,
          ),
        },
        remedies: [
          sorry(['fence'], 'We are sorry for nine calls.'),
          money('payment', ['fence'], '', ['Delay of four months and nine calls', 100]),
        ],
        promises: [
          promise('fence', ['fence'], 'Put up twelve metres of fence with concrete posts.', 20, { team: 'pikeholm' }),
        ],
        letter: {
          opening: 'You asked me to check the number of calls, and I did. It was nine.',
          apology: 'I am sorry.',
        },
        cause: 'Job closed without the work',
        learning: '"No access" is refused as a reason for work outside.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(9, 'tom', remedyDone('payment', '£100 paid by bank transfer.')),
    later(14, 'mail', message('gary', 'text-message', 'wheres my fence')),
    later(
      1,
      'sioned',
      note(
        'Rang Pikeholm: posts out of stock, nobody told us. Rang Mr Stubbings and said that we do not have a day yet.',
      ),
    ),
  ),

  story(
    'repairs-kitchen-not-upheld',
    {
      ago: 98,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'crispin',
      words: `I have been told that my kitchen will be replaced "in about four years". My neighbour at number 12 had hers done last month. Same house, same age. Please explain how this is fair and bring mine forward.

C. Waverley-Hume`,
    },
    {
      kitchen: {
        understanding: 'Your neighbour’s kitchen was replaced and yours will not be for about four years.',
        outcome: 'Your kitchen brought forward, or the reason why not.',
        area: 'Repairs',
        category: 'Delay',
      },
    },
    later(1, 'tom', logComplaint('Repairs', 'Delay', { early: true }), assign('martin', 'repairs')),
    later(1, 'tom', acknowledge('email')),
    later(
      4,
      'martin',
      answer(1, {
        decisions: {
          kitchen: notUpheld(
            'Kitchens are renewed by condition, as surveyed, and not by address. Yours was surveyed last year and has some five years left. I cannot tell you about another home, but a kitchen may be done early for more than one reason. I have checked that the same rule was used for every house in the row.',
            P.repairs,
          ),
        },
        remedies: [
          {
            key: 'survey',
            kind: 'explanation',
            points: ['kitchen'],
            words: 'You have a copy of the survey of your kitchen with this letter.',
          },
        ],
        letter: {
          opening: 'Thank you for your e-mail. It is a fair question, and I have looked at how it was decided.',
          closing:
            'Two of your drawers do not close. That is a repair, and the joiner will come on a day that you choose.',
        },
        cause: 'No failing found',
        learning: {
          none: 'The programme and its rule were explained as they should be in the letter that Mr Waverley-Hume had.',
        },
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
  ),

  story(
    'repairs-rats-malthouse',
    {
      ago: 110,
      channel: 'social-media',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'connor',
      words: `Public post: "RATS in the bin store at Malthouse Court AGAIN @OsierValeHomes. not mice. RATS. one ran over my kids foot. 4th time of reporting. do you lot only answer if its in public??" Answered in public with thanks only, and asked him to send his number in private. He did: "yes make it a complaint".`,
    },
    {
      rats: {
        understanding: 'There are rats in the bin store, reported four times.',
        outcome: 'The rats gone and the store kept so that they stay away.',
        area: 'Repairs',
        category: 'Pests',
        sinceDaysBefore: 80,
      },
      silence: {
        words: 'do you lot only answer if its in public??',
        understanding: 'Your earlier reports were not answered.',
        outcome: 'An answer without having to post in public.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('portal', 'In a private message.'),
      logComplaint('Repairs', 'Pests', { hazards: ['other'] }),
    ),
    later(2, 'kelly', assign('sioned', 'neighbourhood'), acknowledge('email')),
    later(
      7,
      'sioned',
      answer(1, {
        decisions: {
          rats: upheld(
            'Bait was put down after each report but the broken drain cover, by which they come in, was not mended.',
            P.pests,
          ),
          silence: partly(
            'Two reports were answered by text to an old number. The other two were not answered.',
            P.complaints,
          ),
        },
        remedies: [
          sorry(['rats', 'silence'], 'We are sorry, to your child above all.'),
          money('payment', ['rats'], '', ['Distress', 75], ['Unanswered reports', 25]),
        ],
        promises: [
          promise('drain', ['rats'], 'Replace the drain cover and proof the store.', 5, { team: 'repairs' }),
          promise(
            'bait',
            ['rats'],
            'Three visits by the pest controller, with a note to every flat after the last.',
            30,
            { team: 'neighbourhood' },
          ),
        ],
        letter: {
          opening:
            'Thank you for moving our conversation to e-mail. The answer to your question is that we should answer either way.',
          apology: 'I am sorry.',
        },
        cause: 'Symptom treated, cause not looked for',
        learning: 'A second report of rats at one address brings a drain survey.',
        involved: ['sioned'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'sioned', send()),
    later(4, 'martin', done('drain', 'Cover replaced, gaps meshed.')),
    later(
      22,
      'sioned',
      done('bait', 'Three visits; no activity at the last two. Note to all sixty flats.'),
      askIfDone('bait', 'email'),
    ),
    later(3, 'mail', saidDone('bait', 'not seen one since tbf')),
    later(2, 'nadia', remedyDone('payment', '£100 paid by bank transfer.')),
  ),

  story(
    'repairs-bathroom-stage2-answered',
    {
      ago: 175,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'joyce',
      words: `"They’ve done the bathroom and they’ve done it wrong. The bath’s on the other wall, I can’t get in it with my hip, I told them that before they started. Now there’s no room for the frame. I’ve been washing at my sister’s."`,
    },
    {
      layout: {
        understanding: 'The new bathroom was laid out against what you had told us, and you cannot use the bath.',
        outcome: 'A bathroom that you can use.',
        area: 'Repairs',
        category: 'Quality of work',
        sinceDaysBefore: 30,
      },
      damage: {
        words: 'They scratched the hall floor and cracked two tiles. (Told to the officer on the telephone.)',
        understanding: 'The fitters scratched the hall floor and cracked two tiles.',
        outcome: 'The floor and tiles put right.',
        area: 'Repairs',
        category: 'Quality of work',
      },
      radiator: {
        words: 'And the towel rail’s never been connected. (Told to the officer on the telephone.)',
        understanding: 'The towel rail was never connected.',
        outcome: 'The rail connected.',
        area: 'Repairs',
        category: 'Quality of work',
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('phone'),
      logComplaint('Repairs', 'Quality of work', { complex: true, atRisk: true }),
    ),
    later(1, 'kelly', assign('martin', 'repairs'), {
      act: 'adjust',
      kind: 'visit-in-person',
      reviewInMonths: 12,
      words: 'Prefers to be visited; hears badly on the telephone.',
    }),
    later(1, 'kelly', acknowledge('post')),
    later(
      8,
      'martin',
      answer(1, {
        decisions: {
          layout: notUpheld('The drawing that you signed shows the bath on that wall.', P.repairs),
          damage: upheld('The scratch and the cracked tiles are as you say.', P.repairs),
          radiator: upheld('The rail was left off because a valve was missing.', P.repairs),
        },
        remedies: [money('payment', ['damage', 'radiator'], '', ['Damage and unfinished work', 50])],
        promises: [
          promise('snags', ['damage', 'radiator'], 'Mend the floor and tiles and connect the rail.', 10, {
            team: 'pikeholm',
          }),
        ],
        letter: { opening: 'I have looked into the work in your bathroom.', apology: 'I am sorry for the damage.' },
        cause: 'Work not checked after completion',
        learning: 'A supervisor sees every bathroom before it is handed over.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(
      9,
      'martin',
      done('snags', 'Floor sanded, tiles replaced, rail connected.'),
      remedyDone('payment', '£50 paid by bank transfer.'),
    ),
    later(
      3,
      'kelly',
      escalate(
        'letter',
        `I signed what the man told me to sign. He said it was for the colour of the tiles. I told three people about my hip. I would like the bath looked at again please. The rest is done. J. Pargeter`,
        ['layout'],
      ),
    ),
    later(1, 'ruth', assign('helen', 'complaints', 2), noConflict('helen')),
    later(2, 'kelly', acknowledgeStage2('post')),
    later(
      5,
      'helen',
      hear(
        'joyce',
        'Visit. Mrs Pargeter’s need is on our record from two years ago, in a note from the occupational therapist. The drawing is an A4 sheet at a scale that I could not read either.',
        2,
      ),
    ),
    later(
      8,
      'helen',
      answer(2, {
        decisions: {
          layout: upheld(
            'An occupational therapist’s note, on our own file, says that Mrs Pargeter needs a level-access shower. Nobody read it before the work was designed. A signature on a drawing that could not be read does not change that.',
            P.equality,
            P.adaptations,
          ),
        },
        remedies: [
          sorry(['layout'], 'We are sorry that we held your signature against you.'),
          {
            key: 'decision',
            kind: 'decision-changed',
            points: ['layout'],
            words: 'The stage 1 finding on the layout is changed to upheld.',
          },
          money(
            'payment',
            ['layout'],
            'This is in addition to the £50 that you have had.',
            ['Three months without a bath that you can use', 350],
            ['Taxi fares to your sister’s, by your list', 50],
          ),
        ],
        promises: [
          promise(
            'shower',
            ['layout'],
            'Take out the bath and fit a level-access shower with a seat and two rails.',
            25,
            { team: 'pikeholm' },
          ),
        ],
        letter: {
          opening: 'Thank you for showing me the room. It took me a minute to see that the frame cannot turn there.',
          apology: 'I am sorry.',
          closing: 'The therapist will come with us when the new room is measured.',
        },
        cause: 'Record not read before work',
        learning: 'A home’s adaptation notes are printed on the order of any bathroom or kitchen.',
        involved: ['helen', 'martin'],
      }),
    ),
    later(1, 'graham', approve(2)),
    later(0, 'helen', send(2)),
    later(9, 'kelly', remedyDone('payment', '£400 paid by bank transfer.')),
    later(
      15,
      'martin',
      done('shower', 'Shower, seat and rails fitted; therapist signed it off.'),
      askIfDone('shower', 'by-hand'),
    ),
    later(3, 'kelly', saidDone('shower', 'I had a proper wash in my own home and I cried. Thank you.')),
  ),

  story(
    'repairs-guttering-late-answer',
    {
      ago: 230,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'nigel',
      words: `Third email. Gutter at the back of 60 Coldwell Terrace is hanging off. It will hit someone. N. Attwater`,
    },
    {
      gutter: {
        understanding: 'The rear gutter is hanging loose and you have written three times.',
        outcome: 'The gutter fixed before it falls.',
        area: 'Repairs',
        category: 'Delay',
        sinceDaysBefore: 25,
      },
    },
    later(
      7,
      'tom',
      logComplaint('Repairs', 'Delay', { hazards: ['structure'] }),
      assign('martin', 'repairs'),
      note('This sat in the shared mailbox while I was on leave and nobody covered. Late through us.'),
    ),
    later(
      0,
      'tom',
      acknowledge(
        'email',
        'I am sorry: this should have reached you two days ago. The gutter was made safe this morning.',
      ),
    ),
    later(
      14,
      'martin',
      answer(1, {
        decisions: {
          gutter: upheld(
            'Two e-mails were read and not acted on, and the third was left in a mailbox that nobody was covering. We then answered late.',
            P.repairs,
            P.complaints,
          ),
        },
        remedies: [
          sorry(['gutter'], 'We are sorry for three e-mails and a late answer.'),
          money('payment', ['gutter'], '', ['Delay', 50], ['Late acknowledgement and answer', 25]),
        ],
        promises: [promise('gutter', ['gutter'], 'Renew the rear gutter.', 15, { team: 'pikeholm' })],
        letter: {
          opening: 'You wrote three times and deserved better.',
          apology: 'I am sorry, also that this answer is late.',
        },
        cause: 'Mailbox not covered',
        learning: 'Two people cover the mailbox every day, by a list on the wall.',
        involved: ['martin', 'tom'],
      }),
    ),
    later(0, 'ruth', approve()),
    later(0, 'martin', send()),
    later(12, 'martin', done('gutter', 'Gutter and two brackets renewed.'), askIfDone('gutter', 'email')),
    later(2, 'mail', saidDone('gutter', 'Done.')),
    later(3, 'tom', remedyDone('payment', '£75 paid by bank transfer.')),
  ),

  story(
    'repairs-tap-withdrawn',
    {
      ago: 54,
      channel: 'web-chat',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'priyanka',
      words: `Hi. The kitchen tap replacement has been cancelled by you 3 times. I want to complain. — OK thank you. — No I don’t need a call, just fix it.`,
    },
    {
      tap: {
        understanding: 'The replacement of your kitchen tap was cancelled three times.',
        outcome: 'The tap replaced.',
        area: 'Repairs',
        category: 'Missed appointment',
        sinceDaysBefore: 30,
      },
    },
    later(0, 'nadia', wantsToComplain('portal'), logComplaint('Repairs', 'Missed appointment', { early: true })),
    later(1, 'tom', assign('martin', 'repairs'), acknowledge('email')),
    later(3, 'tom', {
      act: 'withdraw',
      how: 'email',
      words: 'The plumber came today and was great. I’m happy to leave it there, no need for a letter. Priyanka',
      confirmed: true,
    }),
    ago(22, 'mail', {
      act: 'raise-again',
      channel: 'email',
      words: `Hi, I withdrew my complaint about the tap because it was fixed. It has come loose and the cupboard underneath is soaked. I would like to complain again please. Photos attached. Priyanka Venkat`,
      to: 'repairs-tap-raised-again',
    }),
  ),

  story(
    'repairs-tap-raised-again',
    null,
    {
      tap: {
        words: 'It has come loose and the cupboard underneath is soaked.',
        understanding: 'The tap that was replaced has come loose and has soaked the cupboard.',
        outcome: 'The tap fixed properly and the cupboard replaced.',
        area: 'Repairs',
        category: 'Quality of work',
        sinceDaysBefore: 5,
      },
    },
    later(1, 'tom', logComplaint('Repairs', 'Quality of work'), assign('martin', 'repairs')),
    later(1, 'tom', acknowledge('email')),
    later(
      6,
      'martin',
      answer(1, {
        decisions: { tap: upheld('The tap was held by one nut of two. The cupboard base has swollen.', P.repairs) },
        remedies: [
          sorry(['tap'], 'We are sorry that you had to complain twice.'),
          money('payment', ['tap'], '', ['Repair that did not last, after three cancellations', 60]),
        ],
        promises: [
          promise('cupboard', ['tap'], 'Replace the base unit and check the tap again.', 15, { team: 'pikeholm' }),
        ],
        letter: { opening: 'Thank you for the photographs. They showed the missing nut.', apology: 'I am sorry.' },
        cause: 'Work not checked after completion',
        learning: 'Plumbers photograph the fixing under the sink before they leave.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    ago(
      1,
      'mail',
      escalate(
        'email',
        'Hi, thank you for the answer but £60 for a flooded cupboard and three cancellations does not feel right, and the base unit has not come. I would like someone else to look at it. Priyanka Venkat',
      ),
    ),
  ),

  story(
    'repairs-entry-door-stage1-fresh',
    {
      ago: 4,
      channel: 'app',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'beatriz',
      words: `Entry door at Malthouse Court has not closed for 2 weeks. Anyone walks in. A man was sleeping under the stairs on two mornings. I leave for work at 5. I don't feel safe. Reported 4x in the app, status still "logged".`,
    },
    {
      door: {
        understanding:
          'The entry door has not closed for two weeks, and your four reports in the app were not acted on.',
        outcome: 'The door mended, and to know that reports in the app are read.',
        area: 'Repairs',
        category: 'Doors and windows',
        sinceDaysBefore: 14,
      },
    },
    later(
      1,
      'tom',
      logComplaint('Repairs', 'Doors and windows', { atRisk: true, hazards: ['security'] }),
      assign('martin', 'repairs'),
    ),
    later(
      1,
      'tom',
      acknowledge(
        'email',
        'Thank you for writing. The closer was replaced last night. We are finding out why four reports in the app were left at "logged", and your complaint covers that.',
      ),
    ),
  ),

  story(
    'repairs-stage2-extended',
    {
      ago: 56,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'kelly',
      person: 'prisca',
      words: `Dear Sir or Madam,

I wish to complain of cracks in my living room at 8 Ropewalk House, Flat 27. They run from the window to the floor and I can put my fingers in. I was told that it is "settlement" and to fill them. I filled them. They opened again.

I am a person of faith and I do not exaggerate. I fear for my children.

Mrs Prisca Mukasa`,
    },
    {
      cracks: {
        understanding:
          'Cracks in your living room open again after being filled, and we told you that it was settlement.',
        outcome: 'An engineer’s opinion, and the wall made safe if it is not.',
        area: 'Repairs',
        category: 'Quality of work',
        sinceDaysBefore: 200,
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Repairs', 'Quality of work', { complex: true, atRisk: true, hazards: ['structure'] }),
      assign('martin', 'repairs'),
    ),
    later(2, 'kelly', acknowledge('post')),
    later(
      8,
      'martin',
      answer(1, {
        decisions: {
          cracks: notUpheld('Our surveyor saw the cracks and found them to be shrinkage of the plaster.', P.repairs),
        },
        remedies: [
          {
            key: 'explain',
            kind: 'explanation',
            points: ['cracks'],
            words: 'The surveyor’s note is with this letter.',
          },
        ],
        letter: { opening: 'Thank you for your letter. I understand that the cracks worry you.' },
        cause: 'No failing found',
        learning: { none: 'The surveyor’s visit and note were in order.' },
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(
      12,
      'kelly',
      escalate(
        'phone',
        `"I have read your surveyor’s note. He was here four minutes. I want an engineer, not a surveyor. Please, look again."`,
      ),
    ),
    later(2, 'ruth', assign('graham', 'neighbourhood', 2), noConflict('graham')),
    later(
      2,
      'kelly',
      acknowledgeStage2('post', 'Graham Tolley will look again, with a structural engineer who does not work for us.'),
    ),
    later(
      10,
      'graham',
      hear('prisca', 'Visit with Mrs Mukasa. Tell-tales fitted across two cracks the same day.', 2),
      ask(
        'engineer',
        'repairs',
        25,
        'Structural engineer’s report, Flat 27: cause, risk, what to do. Independent firm.',
        2,
      ),
    ),
    later(
      7,
      'graham',
      extend(
        15,
        'The engineer has fitted gauges across the cracks. They must be read twice, two weeks apart, before he can say whether the wall is moving. Mrs Mukasa and the children are not at risk meanwhile: he has said so in writing, and she has the letter.',
        { stage: 2 },
      ),
    ),
    later(7, 'graham', update('phone', 'First reading: no movement. The second is on {+11}.', 2)),
  ),
];
