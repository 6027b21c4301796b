/** Damp and mould. */
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
  moved,
  noConflict,
  note,
  partly,
  promise,
  remedyDone,
  type Story,
  saidDone,
  saidNotDone,
  send,
  sorry,
  story,
  update,
  upheld,
  wantsToComplain,
} from '../script.js';

export const damp: readonly Story[] = [
  story(
    'damp-priory-bedroom',
    {
      ago: 58,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'chioma',
      hazards: ['damp-and-mould'],
      words: `Hello,

I have reported the mould in my daughters' bedroom three times. Twice a man came, sprayed it, painted over it and left. Each time it was back within weeks, worse than before. It is now on the ceiling above the bunk bed and on their clothes in the wardrobe. Ife is six and has asthma. She used her inhaler four nights last week.

I do not want it painted again. I want somebody to find out why the wall is wet.

I would like this treated as a complaint.

Chioma Ezenwa
3 Priory Walk`,
    },
    {
      mould: {
        words:
          'Twice a man came, sprayed it, painted over it and left. Each time it was back within weeks. I want somebody to find out why the wall is wet.',
        understanding:
          'You have reported mould in your daughters’ bedroom three times. We washed and painted it twice and never looked for the cause.',
        outcome: 'A proper inspection that finds the cause, and a lasting repair.',
        area: 'Damp and mould',
        category: 'Quality of work',
        sinceDaysBefore: 210,
      },
      health: {
        words: 'Ife is six and has asthma. She used her inhaler four nights last week.',
        understanding:
          'You told us that your daughter has asthma when you first reported the mould. We did not treat the report as more urgent because of it.',
        outcome: 'That your daughter’s health is taken into account from now on, and that we say why it was not.',
        area: 'Damp and mould',
        category: 'Health affected',
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Damp and mould', 'Quality of work', { complex: true, atRisk: true, hazards: ['damp-and-mould'] }),
      note(
        'Passed to Harjit the same morning as a possible hazard. The inspection does not wait for the complaint. Asked whether the girls can sleep in another room: they are in with their mother.',
      ),
      { act: 'hazard', kind: 'damp-and-mould', words: 'Mould above a child’s bed; she has asthma.' },
      { act: 'hand-over-hazard', team: 'damp', job: 'D-3318' },
      assign('harjit', 'damp'),
    ),
    later(
      1,
      'kelly',
      {
        act: 'vulnerable',
        words: 'A child of six in the home has asthma and uses an inhaler at night. Told by her mother.',
      },
      acknowledge(
        'email',
        'Thank you for telling us about the mould in your daughters’ bedroom, and I am sorry that you have had to tell us more than once. Harjit Sandhar, who leads our damp and mould team, is looking into your complaint and will visit before he answers it.',
      ),
    ),
    later(
      1,
      'harjit',
      hear(
        'chioma',
        'Visit at 9.15. Ms Ezenwa showed photographs from each time. She was told by the operative that it was "condensation, open a window". The window lock is broken, reported and never mended.',
      ),
      ask(
        'readings',
        'pikeholm',
        4,
        'Please send the job sheets and any moisture readings for the two mould washes at 3 Priory Walk, and say who decided that no survey was needed.',
      ),
    ),
    later(
      4,
      'harjit',
      got(
        'readings',
        'Both jobs were raised as "mould wash". No readings were taken on either visit. The second operative noted a blocked hopper at the rear but no job was raised from it.',
      ),
      note('Survey: outside wall wet to 1.4 metres behind the wardrobe; rainwater hopper blocked, downpipe cracked.'),
      {
        act: 'investigate-hazard',
        found: 'significant',
        further: true,
        words: 'Outside wall wet to 1.4 metres behind the wardrobe; rainwater hopper blocked, downpipe cracked.',
      },
      { act: 'make-hazard-safe', words: 'Mould treated, bunk bed moved, dehumidifier left.' },
    ),
    later(
      2,
      'harjit',
      {
        act: 'summarise-hazard',
        how: 'email',
        words:
          'What we found behind the wardrobe, that the mould was treated, and that the downpipe is replaced this week.',
      },
      { act: 'begin-hazard-work', words: 'Hopper cleared, new downpipe begun.' },
      answer(1, {
        decisions: {
          mould: upheld(
            'Your rear downpipe is cracked and the hopper above it is blocked, so rain has been running down the wall behind the wardrobe. Our contractor saw the hopper on the second visit and nobody raised a job for it. Washing and painting could never have cured this. We should have inspected after your first report.',
            P.damp,
            P.section11,
          ),
          health: upheld(
            'You told us about Ife’s asthma in your first call and it was written down, but the job was raised as routine. Our policy asks us to visit a home with a child who has asthma within five working days. We took eleven weeks.',
            P.damp,
            P.hazards,
          ),
        },
        remedies: [
          sorry(
            ['mould', 'health'],
            'We are sorry that we painted over the problem twice, and that we did not act on what you told us about Ife.',
          ),
          money(
            'payment',
            ['mould', 'health'],
            'Paid to your bank account, not set against rent.',
            ['Distress and inconvenience over eleven weeks, with a child affected', 300],
            ['Two failed repairs and the time spent chasing', 75],
            ['Clothes and bedding, by your list', 50],
          ),
        ],
        promises: [
          promise(
            'pipe',
            ['mould'],
            'Replace the cracked downpipe and clear the hopper at the rear of 3 Priory Walk.',
            5,
            { team: 'pikeholm' },
          ),
          promise(
            'plaster',
            ['mould'],
            'Treat, replaster and redecorate the bedroom wall once it is dry, and mend the window lock.',
            30,
            { team: 'repairs' },
          ),
          promise('visit', ['mould', 'health'], 'Visit six weeks after the work and take readings again.', 60, {
            owner: 'harjit',
          }),
        ],
        letter: {
          opening:
            'Thank you for showing me the bedroom, and for the photographs. They made it plain what had gone on.',
          apology: 'I am sorry. You asked us three times and we gave you paint.',
          closing:
            'My direct number is 01632 960121. If the wall is no drier in two weeks, please ring me and not the contact centre.',
        },
        cause: 'Symptom treated, cause not looked for',
        learning:
          'A mould wash can no longer be ordered on its own. The order asks for readings and a photograph of the outside wall before the job can be closed.',
        involved: ['harjit'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'harjit', send()),
    later(4, 'martin', done('pipe', 'Downpipe and hopper replaced. Photographs before and after on the job.')),
    later(3, 'kelly', acceptRemedy('payment', 'By telephone. She asked for it to go to her own account.')),
    later(6, 'kelly', remedyDone('payment', '£425 paid by bank transfer.')),
    later(
      13,
      'harjit',
      done(
        'plaster',
        'Wall at 14% moisture, treated and replastered; lock replaced. Signed off on site with Ms Ezenwa.',
      ),
      askIfDone('plaster', 'phone'),
    ),
    later(2, 'kelly', saidDone('plaster', 'Yes it is done and done well. The girls are back in their room.')),
  ),

  story(
    'damp-malthouse-kitchen',
    {
      ago: 31,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'tomasz',
      hazards: ['damp-and-mould'],
      words: `Caller very upset. "The black is in kitchen and now bathroom. I call you months ago, I call again, always somebody will come. Nobody come. My wife she is pregnant seven month. I clean with bleach every Sunday and Wednesday it is back. I pay the rent every week, every week. What do I pay for?" Asked for a manager. Told him that I would record it as a complaint; he said yes.`,
    },
    {
      mould: {
        understanding: 'You have reported black mould in the kitchen and bathroom several times, and nobody came.',
        outcome: 'An inspection at once, the mould treated, and the fan made to work before the baby comes.',
        area: 'Damp and mould',
        category: 'Delay',
        sinceDaysBefore: 160,
      },
      calls: {
        words: 'I call you, I call again, always somebody will come. Nobody come.',
        understanding: 'You were told on three calls that somebody would come. No visit was ever booked.',
        outcome: 'An explanation of what happened to your calls.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('phone', 'He asked for a manager; I explained what a complaint does and he said yes.'),
      logComplaint('Damp and mould', 'Delay', { complex: true, atRisk: true, hazards: ['damp-and-mould'] }),
      { act: 'hazard', kind: 'damp-and-mould', words: 'Black mould in kitchen and bathroom; a baby is expected.' },
      { act: 'hand-over-hazard', team: 'damp', job: 'D-3402' },
    ),
    later(1, 'kelly', assign('harjit', 'damp'), {
      act: 'adjust',
      kind: 'interpreter',
      reviewInMonths: 12,
      words: 'Polish interpreter for visits and long calls. Letters in English are all right, his wife reads them.',
    }),
    later(
      1,
      'kelly',
      acknowledge(
        'email',
        'Thank you for calling us. I am sorry that nobody came. Harjit Sandhar will visit you, with a Polish interpreter, to see the mould and to hear what happened.',
      ),
    ),
    later(
      2,
      'harjit',
      {
        act: 'investigate-hazard',
        found: 'significant',
        further: true,
        words: 'Both fans dead. Mould on the north wall of the kitchen and round the bath.',
      },
      { act: 'make-hazard-safe', words: 'Mould treated, two temporary extractors left.' },
      { act: 'put-off-hazard-work', words: 'The new fans need a cable that is ordered; an electrician is named.' },
      hear(
        'tomasz',
        'Visit with interpreter. Both fans dead. Mould on the north wall of the kitchen and round the bath. Mould treated the same day, two temporary extractors left.',
      ),
      ask(
        'calls',
        'contactCentre',
        5,
        'Please send the notes and recordings of every call from this household in the last seven months.',
      ),
    ),
    later(6, 'harjit', chase('calls', 'Due yesterday. I need these to answer the second point.')),
    later(
      1,
      'nadia',
      got(
        'calls',
        'Three calls found. On each the adviser opened the repairs form and did not submit it: the form asks for a "job type" and offered none for mould.',
      ),
    ),
    later(
      0,
      'harjit',
      extend(
        8,
        'The electrician’s report on the two fans and the surveyor’s readings will not be with us before the day on which we should answer. Without them we could not tell you what will be done.',
      ),
    ),
    later(
      4,
      'harjit',
      answer(1, {
        decisions: {
          mould: upheld(
            'Both extractor fans had failed and the kitchen vent was painted shut from the outside. That is ours to mend. Five months is far beyond the five working days in which we should have inspected.',
            P.damp,
            P.hazards,
          ),
          calls: upheld(
            'You did call, three times, and each time the call ended without a job. The form our advisers use had no line for mould. They told you that somebody would come because they believed it.',
            P.repairs,
            P.records,
          ),
        },
        remedies: [
          sorry(
            ['mould', 'calls'],
            'We are sorry for the months in which nobody came, and for promising visits that were never booked.',
          ),
          money(
            'payment',
            ['mould', 'calls'],
            'Paid to you, not set against rent.',
            ['Distress and inconvenience over five months', 250],
            ['Three calls lost', 100],
          ),
        ],
        promises: [
          promise('fans', ['mould'], 'Fit two humidity-controlled fans, kitchen and bathroom, and clear the vent.', 5, {
            team: 'repairs',
          }),
          promise('paint', ['mould'], 'Repaint the kitchen wall and the bathroom ceiling with anti-mould paint.', 15, {
            team: 'pikeholm',
          }),
        ],
        letter: {
          opening:
            'Thank you for letting me and the interpreter in, and for your patience with us after so many broken promises.',
          apology: 'I am sorry. You did everything right and we did nothing.',
        },
        cause: 'Form without the right choice',
        learning:
          'The repairs form now has "damp or mould" as its first choice, and a call cannot be closed with a form left open.',
        involved: ['harjit', 'nadia'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(1, 'harjit', send()),
    later(4, 'martin', done('fans', 'Two fans fitted and tested, vent cleared. Certificate on the job.')),
    later(
      5,
      'martin',
      moved(
        'paint',
        10,
        'The painter’s van was off the road. Pikeholm has given a new day, and Mr Wrona was rung about it.',
      ),
    ),
  ),

  story(
    'damp-coldwell-terrace',
    {
      ago: 150,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'margery',
      hazards: ['damp-and-mould'],
      words: `Dear Sirs,

I have been your tenant at 22 Coldwell Terrace for thirty-one years and have never before had cause to write to you in this way.

The back bedroom has been damp since the new windows were put in. I mentioned it to the young man who fitted them, to the lady who came about the gas, and to your office on the telephone. I was told that it was my "lifestyle", that I ought to dry my washing elsewhere. I do not dry washing indoors. I have a line, and a dryer that my son gave me.

I should like somebody with knowledge of old houses to look at it, and I should like whoever wrote "lifestyle" on my record to take it off.

Yours faithfully,
Margery Tansley (Mrs)`,
    },
    {
      cause: {
        words: 'The back bedroom has been damp since the new windows were put in.',
        understanding:
          'The back bedroom has been damp since new windows were fitted, and nobody has looked for the cause.',
        outcome: 'A visit by someone who knows old houses, and a repair.',
        area: 'Damp and mould',
        category: 'Cause disputed',
        sinceDaysBefore: 400,
      },
      lifestyle: {
        words: 'I should like whoever wrote "lifestyle" on my record to take it off.',
        understanding: 'We blamed your way of living without looking, and wrote it on your record.',
        outcome: 'The note taken off your record, and an apology.',
        area: 'Staff and contractors',
        category: 'Information wrong',
      },
    },
    later(
      1,
      'tom',
      logComplaint('Damp and mould', 'Cause disputed', { complex: true, hazards: ['damp-and-mould'] }),
      assign('harjit', 'damp'),
    ),
    later(
      2,
      'tom',
      acknowledge(
        'post',
        'Thank you for your letter, and for thirty-one years with us. I am sorry that you have had to write it. Harjit Sandhar will bring a surveyor who works on older houses.',
      ),
    ),
    later(
      6,
      'harjit',
      hear(
        'margery',
        'Visit with surveyor. No trickle vents in the new frames, cavity bridged with mortar below the sill. Mrs Tansley’s account is right in every particular.',
      ),
    ),
    later(
      2,
      'harjit',
      answer(1, {
        decisions: {
          cause: upheld(
            'The windows were fitted without the vents that were ordered, and mortar was left in the cavity under the sill, which carries rain to the inside. It has nothing to do with washing.',
            P.damp,
            P.section11,
          ),
          lifestyle: upheld(
            'The word is on your record from a call two years ago. Nobody had visited. It should never have been written, and it was then repeated by others who read it.',
            P.damp,
            P.records,
          ),
        },
        remedies: [
          sorry(['cause', 'lifestyle'], 'We are sorry for the damp, and more so for blaming you for it.'),
          {
            key: 'record',
            kind: 'record-amended',
            points: ['lifestyle'],
            words:
              'The note has been taken off your record and replaced by the surveyor’s findings. You have a copy with this letter.',
          },
          money(
            'payment',
            ['cause', 'lifestyle'],
            '',
            ['Distress and inconvenience', 200],
            ['An unfounded remark kept on record', 50],
          ),
        ],
        promises: [
          promise('cavity', ['cause'], 'Clear the cavity below the sill and fit the missing vents.', 20, {
            team: 'pikeholm',
          }),
          promise(
            'others',
            ['cause'],
            'Check the other nineteen houses whose windows were fitted in the same order.',
            60,
            { owner: 'harjit' },
          ),
        ],
        letter: {
          opening: 'Thank you for your patience on the day, and for the tea.',
          apology: 'I am sorry. You were right, and we were wrong twice: about the wall and about you.',
        },
        cause: 'Work not checked after completion',
        learning:
          'The word "lifestyle" is no longer accepted as a reason on a damp report. A report without readings cannot be closed.',
        involved: ['harjit'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'harjit', send()),
    later(1, 'tom', remedyDone('record', 'Note removed; corrected page sent with the letter.')),
    later(10, 'tom', remedyDone('payment', '£250 paid by cheque, as she asked.')),
    later(
      7,
      'martin',
      done('cavity', 'Cavity cleared, four vents fitted, photographs taken.'),
      askIfDone('cavity', 'post'),
    ),
    later(
      8,
      'tom',
      saidDone(
        'cavity',
        'The wall is drying nicely. Please thank the two men, who put dust sheets down without being asked.',
      ),
    ),
    later(
      25,
      'harjit',
      done(
        'others',
        'All nineteen checked. Seven lacked vents and have them now; two had the same mortar. List on file.',
      ),
    ),
  ),

  story(
    'damp-northgate-stage2',
    {
      ago: 58,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'keisha',
      hazards: ['damp-and-mould'],
      words: `mould in both bedrooms AGAIN. you sent someone months back who said it needed a new roof vent. no vent. no call. nothing. my son has had 3 chest infections. sort it out or I go to the papers`,
    },
    {
      vent: {
        words: 'you sent someone months back who said it needed a new roof vent. no vent. no call. nothing.',
        understanding: 'A surveyor found that a roof vent was needed, and it was never fitted.',
        outcome: 'The vent fitted and the mould removed.',
        area: 'Damp and mould',
        category: 'Delay',
        sinceDaysBefore: 190,
      },
      health: {
        words: 'my son has had 3 chest infections',
        understanding: 'Your son has had three chest infections while the mould was there.',
        outcome: 'Recognition of the effect on your son.',
        area: 'Damp and mould',
        category: 'Health affected',
      },
    },
    later(
      2,
      'kelly',
      logComplaint('Damp and mould', 'Delay', { complex: true, atRisk: true, hazards: ['damp-and-mould'] }),
      assign('martin', 'repairs'),
    ),
    later(2, 'kelly', acknowledge('email')),
    later(
      7,
      'martin',
      answer(1, {
        decisions: {
          vent: partly(
            'The surveyor did recommend a vent. The order was raised but was cancelled by the contractor after two calls that were not answered. We should have tried to reach you in another way.',
            P.damp,
          ),
          health: partly(
            'We are sorry to hear of your son’s illness. We cannot say from our records that the mould was the cause.',
            P.damp,
          ),
        },
        remedies: [money('payment', ['vent'], '', ['Delay', 75])],
        promises: [promise('vent', ['vent'], 'Fit the roof vent.', 20, { team: 'pikeholm' })],
        letter: {
          opening: 'I have looked into your complaint about mould.',
          apology: 'I apologise for any inconvenience caused.',
        },
        cause: 'Order cancelled by contractor',
        learning: 'Pikeholm may not cancel a damp order without our agreement.',
        involved: ['martin'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'martin', send()),
    later(
      5,
      'kelly',
      escalate(
        'phone',
        `£75 is an insult. "Any inconvenience"? My boy was in hospital. You never asked me for the letter from the doctor, I have got it here in my hand. And the vent has still not been fitted.`,
      ),
    ),
    later(0, 'kelly', { act: 'decline-remedy', key: 'payment', note: 'Said so when asking for stage 2.' }),
    later(1, 'ruth', assign('helen', 'complaints', 2), noConflict('helen')),
    later(
      2,
      'kelly',
      acknowledgeStage2(
        'email',
        'Thank you for ringing. Helen Castledon, who has had nothing to do with your complaint so far, will look at both points again. Please send the hospital’s letter to her, she would like to read it.',
      ),
    ),
    later(
      4,
      'helen',
      hear(
        'keisha',
        'Visit. Read the discharge letter: mould at home named as a likely factor. Saw the bedrooms. Vent not fitted, although marked as done.',
        2,
      ),
      ask(
        'vent',
        'pikeholm',
        5,
        'The vent at 41 Northgate Road is marked as complete. It is not there. Please explain, and send whoever signed it off.',
        2,
      ),
    ),
    later(
      5,
      'martin',
      got(
        'vent',
        'The operative closed the wrong address: 41 Northgate Rise for 41 Northgate Road. A crew goes to the right one tomorrow.',
      ),
    ),
    later(4, 'martin', done('vent', 'Vent fitted at 41 Northgate Road; photograph shows the number of the door.')),
    later(
      3,
      'helen',
      answer(2, {
        decisions: {
          vent: upheld(
            'The vent was not fitted when we told you that it would be, and was then marked as done at another address. Nobody looked. In all the order was seven months late.',
            P.damp,
            P.section11,
          ),
          health: upheld(
            'We said that we could not tell. We had not asked. The hospital’s letter names the mould as a likely factor, and we knew of a child in the home from the surveyor’s first report.',
            P.damp,
            P.hazards,
          ),
        },
        remedies: [
          sorry(
            ['vent', 'health'],
            'We are sorry for what you and your son went through, and for an answer at stage 1 that did not take it seriously.',
          ),
          money(
            'payment',
            ['vent', 'health'],
            'This takes the place of the £75 that you did not accept.',
            ['Seven months of avoidable damp and mould, with a child’s health affected', 550],
            ['How we dealt with the complaint at stage 1', 100],
          ),
        ],
        promises: [
          promise('wash', ['vent'], 'Treat and repaint both bedrooms, now that the vent is in.', 10, {
            team: 'repairs',
          }),
          promise('sixweeks', ['vent', 'health'], 'Visit six weeks after the work with readings.', 40, {
            owner: 'harjit',
          }),
        ],
        letter: {
          opening:
            'Thank you for showing me your home, and the letter from the hospital. I know that it was not easy to go through it all again.',
          apology: 'I am sorry. Our first answer was wrong, and its tone was wrong.',
          closing: 'The vent was fitted while I was writing this. I went back to see it for myself.',
        },
        cause: 'Closed at the wrong address',
        learning:
          'A job for damp is closed with a photograph that shows the number of the door. Stage 1 investigators ask for medical letters before they say that there is no evidence.',
        involved: ['helen', 'harjit'],
      }),
    ),
    later(1, 'graham', approve(2)),
    later(0, 'helen', send(2)),
    later(8, 'kelly', remedyDone('payment', '£650 paid by bank transfer.')),
    later(2, 'martin', done('wash', 'Both bedrooms treated and painted.'), askIfDone('wash', 'phone')),
    later(4, 'kelly', saidNotDone('wash', 'They did one bedroom. The small one they said was not on the sheet.')),
  ),

  story(
    'damp-osier-green-overdue',
    {
      ago: 29,
      channel: 'phone',
      heardBy: 'contractor',
      by: 'nadia',
      loggedAfter: 1,
      person: 'sofia',
      hazards: ['damp-and-mould'],
      words: `Passed on by Pikeholm’s plasterer, who was at the flat for another job: "Tenant says she has had a leak stain on the hall ceiling since before she moved in and that it grows when it rains. She is sick of telling people. She wanted to know who she complains to, so I said I would pass it on." Rang Ms Marchetti: "Yes please, make it official. I am tired."`,
    },
    {
      stain: {
        words:
          'A stain on the hall ceiling since before she moved in; it grows when it rains. She is sick of telling people.',
        understanding:
          'Water has come through the hall ceiling since you moved in, and reports of it have led nowhere.',
        outcome: 'The leak found and stopped, and the ceiling made good.',
        area: 'Damp and mould',
        category: 'Delay',
        sinceDaysBefore: 240,
      },
    },
    later(
      1,
      'nadia',
      wantsToComplain('phone', 'Rang her back the next day. She asked for it to be a complaint.'),
      logComplaint('Damp and mould', 'Delay', { complex: true, hazards: ['damp-and-mould', 'structure'] }),
    ),
    later(1, 'kelly', assign('harjit', 'damp')),
    later(
      2,
      'kelly',
      acknowledge(
        'email',
        'Thank you for telling our plasterer, and for talking to Nadia. The day on which you told him is the day from which we count.',
      ),
    ),
    later(
      3,
      'harjit',
      ask(
        'roof',
        'pikeholm',
        5,
        'Roof report for block 1 to 12 Osier Green: parapet, outlets, flashing at flat 12. With photographs.',
      ),
    ),
    later(6, 'harjit', chase('roof', 'Due yesterday. Our answer to the resident falls due this week.')),
    later(
      3,
      'kelly',
      interval(
        5,
        'Ms Marchetti agreed by telephone to a call every five working days until she has her answer. She prefers late afternoons.',
      ),
      note(
        'The roofer needs a scaffold before he can see the parapet. We did not tell her of a new date in time, so this answer will be late and it is our fault.',
      ),
    ),
    later(
      4,
      'kelly',
      update(
        'phone',
        'No roof report yet. The scaffold is ordered. I said sorry for the delay, and that the answer is late through us and not through her.',
      ),
    ),
    later(4, 'kelly', update('phone', 'Scaffold up. The roofer goes up tomorrow if it stays dry.')),
  ),

  story(
    'damp-basement-extended-late',
    {
      ago: 118,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      daysEarlier: 2,
      person: 'farrukh',
      hazards: ['damp-and-mould'],
      words: `Dear complaints team

The basement flat at 2A Quay Parade has rising damp in the living room. Your surveyor visited more than a year ago and I have his report, which recommends tanking. It has not been done. I have emailed four times and have had four automatic replies.

I would be grateful for a reply from a person.

Kind regards
Farrukh Mirzo`,
    },
    {
      tanking: {
        words: 'Your surveyor’s report recommends tanking. It has not been done.',
        understanding:
          'A surveyor recommended tanking of the living room more than a year ago, and it has not been done.',
        outcome: 'The tanking done, or an explanation of what will be done instead.',
        area: 'Damp and mould',
        category: 'Delay',
        sinceDaysBefore: 300,
      },
      replies: {
        words: 'I have emailed four times and have had four automatic replies.',
        understanding: 'Four e-mails were answered only automatically.',
        outcome: 'A reply from a person, and a name to write to.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(1, 'tom', logComplaint('Damp and mould', 'Delay', { complex: true }), assign('harjit', 'damp')),
    later(
      2,
      'tom',
      acknowledge('email', 'I am a person, and I am sorry that the four replies before this one were not.'),
    ),
    later(
      11,
      'harjit',
      extend(
        6,
        'The specialist who must price the tanking could not come until this week. I should have told you before your answer fell due and did not.',
      ),
    ),
    later(
      5,
      'harjit',
      answer(1, {
        decisions: {
          tanking: upheld(
            'The report went to a budget meeting and was not put into the next year’s plan, and nobody told you. The wall is damp and tanking is the right cure.',
            P.damp,
            P.section11,
          ),
          replies: upheld(
            'The mailbox on our old letters was no longer read, although it still sent replies.',
            P.complaints,
          ),
        },
        remedies: [
          sorry(['tanking', 'replies'], 'We are sorry for a year in which a report lay in a drawer.'),
          money(
            'payment',
            ['tanking', 'replies'],
            '',
            ['Delay of a year, one room hardly usable', 350],
            ['Four e-mails without a reply', 50],
          ),
        ],
        promises: [
          promise(
            'tank',
            ['tanking'],
            'Tank the two outer walls of the living room. You will have a place to stay for the four nights it takes.',
            45,
            { team: 'pikeholm' },
          ),
        ],
        letter: {
          opening: 'Thank you for sending me the surveyor’s report. Ours had been misfiled.',
          apology: 'I am sorry, also for telling you late that this answer would be late.',
        },
        cause: 'Recommendation not followed up',
        learning:
          'Every surveyor’s recommendation now becomes an order or a written no, within ten working days, and the resident has a copy.',
        involved: ['harjit', 'tom'],
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'harjit', send()),
    later(7, 'tom', remedyDone('payment', '£400 paid by bank transfer.')),
    later(
      36,
      'harjit',
      moved(
        'tank',
        12,
        'The first coat failed its test and is to be done again. Mr Mirzo has been told and keeps the flat that we found him meanwhile.',
      ),
    ),
    later(
      11,
      'harjit',
      done('tank', 'Tanking passed on the second test. Ten-year guarantee sent to Mr Mirzo.'),
      askIfDone('tank', 'email'),
    ),
    later(
      6,
      'mail',
      saidDone('tank', 'It is finished and the room is dry. Thank you for the weekly emails, they made a difference.'),
    ),
  ),

  story(
    'damp-raglan-investigating',
    {
      ago: 9,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'yusuf',
      hazards: ['damp-and-mould'],
      words: `There is mould on the wall behind the cot. Reported 6 weeks ago. Someone took photos and left. Please can someone tell me what is happening. I have moved the cot into the living room.`,
    },
    {
      mould: {
        understanding:
          'You reported mould behind your baby’s cot six weeks ago. We took photographs and did nothing that you know of.',
        outcome: 'To be told what is happening, and the mould dealt with.',
        area: 'Damp and mould',
        category: 'Delay',
        sinceDaysBefore: 42,
      },
    },
    later(
      1,
      'kelly',
      logComplaint('Damp and mould', 'Delay', { atRisk: true, hazards: ['damp-and-mould'] }),
      assign('harjit', 'damp'),
      { act: 'hazard', kind: 'damp-and-mould', words: 'Mould behind a baby’s cot, told by the father.' },
    ),
    later(
      1,
      'kelly',
      acknowledge(
        'email',
        'Thank you for writing, and I am sorry that you had to ask. Moving the cot was wise. Harjit will ring you tomorrow and visit this week.',
      ),
    ),
    later(
      2,
      'harjit',
      hear(
        'yusuf',
        'Visit. Cold bridge at the lintel, 40 by 60 cm of mould, treated on the spot. The photographs of six weeks ago were on the phone of a colleague who has since left.',
      ),
      ask(
        'lintel',
        'repairs',
        6,
        'Please price an insulated board over the lintel in the small bedroom of 17 Raglan Street, and say when it can be done.',
      ),
      {
        act: 'work-out',
        sum: {
          key: 'payment',
          stage: 1,
          points: ['mould'],
          words: 'Your baby’s cot stood in the living room for weeks, and you had to ask what was happening.',
          heads: [
            ['Six weeks of worry about a baby, and nobody told you anything', 150],
            ['A cot mattress and bedding', 85],
          ],
          rent: { pounds: 118.46, percent: 15, days: 42, note: 'The small bedroom could not be used' },
        },
      },
    ),
    later(0, 'ruth', {
      act: 'send-back',
      key: 'payment',
      reason: 'Ask for the receipt of the mattress first: what they spent is paid in full, not guessed.',
    }),
  ),

  story(
    'damp-tanners-yard-old',
    {
      ago: 262,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'bernadette',
      hazards: ['damp-and-mould'],
      words: `"I’m ringing about the bathroom ceiling. It’s black. You did it last year and it’s back. I’m not being funny but I’ve a bad chest and I can’t be getting up a ladder with bleach at seventy-three."`,
    },
    {
      ceiling: {
        understanding: 'Mould on your bathroom ceiling was treated a year ago and is back.',
        outcome: 'The mould removed for good.',
        area: 'Damp and mould',
        category: 'Quality of work',
        sinceDaysBefore: 60,
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('phone'),
      logComplaint('Damp and mould', 'Quality of work', { early: true, hazards: ['damp-and-mould'] }),
    ),
    later(
      1,
      'tom',
      assign('harjit', 'damp'),
      acknowledge(
        'phone',
        null,
        'Rang Mrs Quill. Read back to her what we had understood; she agreed. Letter follows as large print.',
      ),
      { act: 'adjust', kind: 'large-print', reviewInMonths: 24, words: 'Letters in 18 point.' },
    ),
    later(
      5,
      'harjit',
      answer(1, {
        decisions: {
          ceiling: upheld(
            'The fan was wired to the light and stops as soon as you leave the room. It should run on for fifteen minutes. Whoever treated the ceiling last year did not look at it.',
            P.damp,
          ),
        },
        remedies: [
          sorry(['ceiling'], 'We are sorry that you had this twice.'),
          money('payment', ['ceiling'], '', ['A repair that did not last', 75]),
        ],
        promises: [
          promise('fan', ['ceiling'], 'Fit a fan that runs on, and treat and paint the ceiling.', 10, {
            team: 'repairs',
          }),
        ],
        letter: {
          opening: 'Thank you for ringing us, and please leave the ladder to us.',
          apology: 'I am sorry that it came back.',
        },
        cause: 'Symptom treated, cause not looked for',
        learning: 'Fans are tested on every mould visit.',
        involved: ['harjit'],
        how: 'post',
      }),
    ),
    later(1, 'ruth', approve()),
    later(0, 'harjit', send()),
    later(8, 'martin', done('fan', 'Fan fitted, ceiling treated and painted.'), askIfDone('fan', 'phone')),
    later(
      3,
      'nadia',
      saidDone('fan', 'Lovely job. It hums a bit but I don’t mind.'),
      remedyDone('payment', '£75 paid by bank transfer.'),
    ),
  ),
];
