/** What has just come in and waits for a person: to triage, to acknowledge, just acknowledged. */
import { acknowledge, assign, later, logComplaint, note, type Story, story, wantsToComplain } from '../script.js';

export const arriving: readonly Story[] = [
  story(
    'new-mould-asthma',
    {
      ago: 0,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'amara',
      hazards: ['damp-and-mould'],
      words: `It is BACK. The black mould in my son's room is BACK and I am DONE being nice about it!!

I told the surveyor. I told the woman on the phone. I told the man who came about the boiler. Zion is four, he is on his second inhaler, and last night he was coughing so hard that he was sick. You people have KNOWN about this wall since before he was born.

I have photos. I have the doctor's letter. What I have not got is anyone from Osier Vale who will DO something.

Amara Nwosu-Bright
Flat 14 Malthouse Court`,
    },
    {},
  ),
  story(
    'new-shock-from-switch',
    {
      ago: 1,
      channel: 'text-message',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'pawel',
      hazards: ['electrics', 'water'],
      words:
        'hello water is come from lamp in kitchen ceiling. when i touch switch i feel in hand elektric. i turn off all. we have no light. please come fast have baby. Pawel Wronski 12 Raglan Street',
    },
    {},
    later(
      0,
      'nadia',
      {
        act: 'hazard',
        kind: 'electrics',
        words: 'Water through a live fitting; shock at the switch.',
        emergency: '08:10',
      },
      { act: 'hand-over-hazard', team: 'repairs', job: 'R-20931', time: '08:15' },
      { act: 'make-hazard-safe', words: 'Leak isolated, circuit safe, temporary light left.', time: '08:55' },
      note(
        'Emergency electrician sent at once, at the flat within the hour: leak isolated, circuit safe, temporary light left. Whether they want to complain has not been asked yet; rang twice, no answer.',
      ),
    ),
  ),
  story(
    'new-mp-caseworker',
    {
      ago: 1,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'mp',
      homeOf: 'samuel',
      words: `Dear Osier Vale Homes,

Mr Samuel Boateng of Flat 61, Ropewalk House attended Alison's surgery last week. He is 84 and uses a wheelchair. He tells us the lift was out of order for nine days last month and that he was carried down the stairs by a neighbour to keep a hospital appointment.

He has asked Alison to find out what you intend to do. He is plainly unhappy. We should be grateful for a reply within ten days.

Yours sincerely,
Daniel Frewin
Caseworker, Office of Alison Merrow MP`,
    },
    {},
  ),
  story(
    'new-noise-brief',
    {
      ago: 2,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'marlon',
      words: 'music next door till 4 again. told you 3 times. nothing done.',
    },
    {},
  ),
  story(
    'new-survey-no-answer-yet',
    {
      ago: 4,
      channel: 'survey',
      heardBy: 'other-staff',
      by: 'kelly',
      person: 'ruby',
      words:
        'Repairs survey, "very dissatisfied": "Came on the wrong day, had the wrong part, left his cup in my sink." Ticked "you may contact me".',
    },
    {},
    later(1, 'kelly', {
      act: 'offer-choice',
      answer: 'no-answer-yet',
      how: 'email',
      note: 'Asked whether she would like to make a complaint, and told how; no answer yet. I will ring on {+5}.',
    }),
  ),
  story(
    'new-councillor-bins',
    {
      ago: 1,
      channel: 'email',
      heardBy: 'member',
      by: 'mail',
      person: 'cllr',
      words: `Morning. Three residents of Fellmonger Row caught me outside the shop about the bins, missed two weeks running, and one of them, a lady at number 15, says she was told by your office to "take it up with the council". She did. They sent her back to you.

Can somebody please ring her? She is cross and she is right. I have her number.

Brian Tattershaw`,
    },
    {},
  ),
  story(
    'new-parking-polite',
    {
      ago: 2,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'cyril',
      words: `Dear Osier Vale,

I do not know whether this is a complaint. You will tell me.

The disabled bay at Ropewalk House was painted over when the car park was done. I have a blue badge. I asked the foreman, who said it was not on his plan.

I enclose a photograph of where it was.

Cyril Pennock`,
    },
    {},
  ),
  story(
    'new-weekend-leak',
    {
      ago: 0,
      daysEarlier: 1,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'maureen',
      hazards: ['water'],
      words:
        'It is Maureen at Flat 16. The new ceiling has a wet mark on it the size of a plate. I am not cross I am just telling you before it gets to the carpet. The carpet is new.',
    },
    {},
  ),
  story(
    'ack-due-today-pests',
    {
      ago: 5,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'olena',
      hazards: ['other'],
      words: `"In kitchen is insects, brown, they run when light comes. I clean, I clean, every night. I tell the caretaker, he gives me spray. Spray is nothing. The neighbour has too. My daughter she does not want to eat at home." Asked: yes, she wants to complain.`,
    },
    {
      insects: {
        understanding: 'There are cockroaches in your kitchen and your neighbour’s, and you were given a can of spray.',
        outcome: 'The block treated.',
        area: 'Repairs',
        category: 'Pests',
        sinceDaysBefore: 40,
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('phone', 'Ukrainian interpreter offered; she prefers to try in English.'),
      logComplaint('Repairs', 'Pests', { hazards: ['other'] }),
    ),
    later(2, 'kelly', note('Pest controller booked for the whole landing. Acknowledgement to be written.')),
  ),
  story(
    'ack-fresh-contact',
    {
      ago: 2,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'jaz',
      words: `Nobody told me the action plan ended!! You said "closed with your agreement". I agreed to close the noise case. I did NOT agree to losing the calls. Can someone explain. Jaz`,
    },
    {
      calls: {
        understanding: 'Our calls stopped when the noise case was closed, and you had not agreed to that.',
        outcome: 'An explanation, and the calls back.',
        area: 'Antisocial behaviour',
        category: 'How the report was handled',
      },
    },
    later(1, 'kelly', logComplaint('Antisocial behaviour', 'How the report was handled', { early: true }), {
      act: 'link',
      to: 'asb-diary-answered',
      relation: 'earlier-case',
      reason: 'The noise case whose calls these were.',
    }),
  ),
  story(
    'investigating-door-entry',
    {
      ago: 7,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'samina',
      words: `"The buzzer for our block rings in the wrong flat. Since they rewired it. The pharmacy brings my insulin and they ring and it goes to the man on the second floor and he’s deaf. Three deliveries gone back."`,
    },
    {
      buzzer: {
        understanding:
          'Since the door entry was rewired, your buzzer rings in another flat, and three deliveries of medicine went back.',
        outcome: 'The buzzer put right.',
        area: 'Repairs',
        category: 'Quality of work',
        sinceDaysBefore: 18,
      },
    },
    later(
      0,
      'nadia',
      wantsToComplain('phone'),
      logComplaint('Repairs', 'Quality of work', { atRisk: true, early: true }),
    ),
    later(
      1,
      'kelly',
      assign('martin', 'repairs'),
      note('Rang the pharmacy with her: they will ring her mobile until the buzzer works.'),
      acknowledge('email'),
    ),
  ),
];
