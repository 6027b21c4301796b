/** Service requests, enquiries, compliments and comments: what is no complaint, or not yet. */
import { assign, doesNotWantToComplain, later, logAs, message, note, type Story, story } from '../script.js';

export const requests: readonly Story[] = [
  story(
    'request-tap-drip',
    {
      ago: 6,
      channel: 'app',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'ines',
      words: 'Bath tap drips, cold one, about a cupful an hour. Not urgent. Mornings best. Ines',
    },
    {},
    later(
      1,
      'nadia',
      logAs('service-request', 'Repairs', 'Delay'),
      assign('martin', 'repairs'),
      note('Plumber booked for {+6}, morning.'),
    ),
  ),
  story(
    'request-fence-panel',
    {
      ago: 12,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'curtis',
      words:
        '"One of the panels has blown out at the back, can you get someone to look at it? No, no complaint, it was the wind."',
    },
    {},
    later(0, 'nadia', logAs('service-request', 'Neighbourhood', 'Grounds and fencing')),
  ),
  story(
    'request-mutual-exchange',
    {
      ago: 3,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'chantelle',
      words:
        'Hi what do I need to do to swap with my mum’s friend in Pennmoor, she has a 2 bed and wants smaller. Thanks Chantelle',
    },
    {},
    later(1, 'tom', logAs('service-request', 'Lettings', 'Mutual exchange'), assign('sioned', 'lettings')),
  ),
  story(
    'request-lamp',
    {
      ago: 20,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'keith',
      words: 'Lamp 4 on the path behind Kiln Lane flickers. It is the one with the number 4 on it. K. Ollerton',
    },
    {},
    later(
      1,
      'tom',
      logAs('service-request', 'Neighbourhood', 'Grounds and fencing'),
      assign('sioned', 'neighbourhood'),
    ),
    later(8, 'mail', message('keith', 'web-form', 'Any news on lamp 4? It has stopped flickering and gone out.')),
  ),
  story(
    'request-fob-answered',
    {
      ago: 42,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'beatriz',
      words: '"I’ve lost the fob for the front door. Can I have another? How much is it?"',
    },
    {},
    later(0, 'nadia', logAs('service-request', 'Neighbourhood', 'Cleaning')),
    later(2, 'nadia', {
      act: 'answer-request',
      how: 'phone',
      words: 'New fob at the desk, £10, old one cancelled. She collected it the same day.',
    }),
  ),
  story(
    'request-binstore-answered',
    {
      ago: 57,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'theodore',
      words:
        'Could the bin store at Malthouse Court be unlocked on Sundays? Most of us sort our recycling then. Regards, T. Quayle',
    },
    {},
    later(1, 'kelly', logAs('service-request', 'Neighbourhood', 'Refuse')),
    later(6, 'kelly', {
      act: 'answer-request',
      how: 'email',
      words: 'Yes. From this week the store is open every day from seven to nine. Thank you for the suggestion.',
    }),
  ),
  story(
    'request-statement-answered',
    {
      ago: 83,
      channel: 'in-person',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'olena',
      words: '"Please, paper with my rent, all the year. For the school, they give free lunch if I show."',
    },
    {},
    later(0, 'nadia', logAs('service-request', 'Rent and accounts', 'Refund'), {
      act: 'answer-request',
      how: 'by-hand',
      words: 'Printed and stamped while she waited. Told her about the help with uniforms too.',
    }),
  ),
  story(
    'request-stair-answered',
    {
      ago: 135,
      channel: 'web-chat',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'laszlo',
      words: 'Stair light on 5th floor Ropewalk House is out again. — No just report it thanks.',
    },
    {},
    later(
      0,
      'nadia',
      doesNotWantToComplain('portal', '"Again" made me ask. He does not want to complain.'),
      logAs('service-request', 'Repairs', 'Delay'),
    ),
    later(1, 'martin', {
      act: 'answer-request',
      how: 'email',
      words: 'Fitting replaced, not only the lamp, since it was the third time this year. L. told by e-mail.',
    }),
  ),
  story(
    'request-fan-becomes-complaint',
    {
      ago: 45,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'joanne',
      words: '"The bathroom fan’s packed in, can you send someone?" Told her: within ten working days.',
    },
    {},
    later(0, 'nadia', logAs('service-request', 'Repairs', 'Delay')),
    later(38, 'nadia', {
      act: 'becomes-complaint',
      words:
        'I asked you two months ago to mend the bathroom fan. You said ten days. I’ve rung three times since. I want to complain now.',
      area: 'Repairs',
      category: 'Delay',
      to: 'conduct-fan-complaint-from-request',
    }),
  ),
  story(
    'request-adaptation-rail',
    {
      ago: 9,
      channel: 'phone',
      heardBy: 'partner',
      by: 'nadia',
      person: 'derek',
      words:
        'Occupational therapist at Haverstoke Community Hospital, for Mr Hollis: grab rail at the back step, left side going up, recommended today.',
    },
    {},
    later(
      0,
      'nadia',
      logAs('service-request', 'Lettings', 'Adaptations'),
      assign('martin', 'repairs'),
      note('Joiner booked for {+13}.'),
    ),
  ),
  story(
    'mp-enquiry-damp-noted',
    {
      ago: 65,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'mp',
      words: `Dear Complaints Team,

Alison Merrow MP has asked me to enquire what Osier Vale Homes is doing to prepare its older terraces for the coming changes in the law on hazards. Several constituents have asked in general terms; none has a particular complaint.

Daniel Frewin
Caseworker, Office of Alison Merrow MP`,
    },
    {},
    later(
      1,
      'ruth',
      {
        act: 'offer-choice',
        answer: 'not-complain',
        how: 'email',
        note: 'The office confirms that no resident has a complaint; they ask in general.',
      },
      logAs('mp-enquiry', 'Damp and mould', 'Cause disputed'),
    ),
    later(
      7,
      'ruth',
      note('Reply sent to the office with our programme for the terraces and the leaflet for residents.'),
    ),
  ),
  story(
    'mp-enquiry-overcrowding-noted',
    {
      ago: 16,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'mp',
      homeOf: 'shanice',
      words: `Dear Sirs,

Re: Ms Shanice Gordonbell, 33 Raglan Street

My constituent lives with three children in a two-bedroom house. She would like to understand how many points she has and when she might expect an offer. She makes no complaint about her treatment, which she describes as courteous.

Alison Merrow MP
Member of Parliament for Haverstoke and the Vale`,
    },
    {},
    later(
      2,
      'kelly',
      { act: 'identify', person: 'shanice', home: true },
      doesNotWantToComplain(
        'phone',
        'Rang Ms Gordonbell: she wants to know where she stands and does not wish to complain.',
      ),
      logAs('mp-enquiry', 'Lettings', 'Transfer'),
    ),
    later(
      5,
      'kelly',
      note('Answered to the MP and to Ms Gordonbell: points, likely wait, and what medical evidence would change.'),
    ),
  ),
  story(
    'councillor-enquiry-grass',
    {
      ago: 28,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'cllr',
      words:
        'Hi all, whose is the triangle of grass at the end of Fellmonger Row, yours or the county’s? I am asked about it at every surgery. Cllr Brian Tattershaw',
    },
    {},
    later(
      1,
      'sioned',
      doesNotWantToComplain('email', 'He confirms that nobody is complaining; he would like to know.'),
      logAs('councillor-enquiry', 'Neighbourhood', 'Grounds and fencing'),
    ),
    later(2, 'sioned', note('It is the county’s. Map sent to the councillor.')),
  ),
  story(
    'compliment-carpenter',
    {
      ago: 26,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'dorothea',
      words:
        '"That young carpenter who did the door, Lee I think. He took his time and he swept up after. And he carried my recycling down. You’ll tell him, won’t you?"',
    },
    {},
    later(0, 'nadia', logAs('compliment', 'Repairs', 'Quality of work'), note('Told Lee and his supervisor.')),
  ),
  story(
    'compliment-gas-saturday',
    {
      ago: 190,
      channel: 'email',
      heardBy: 'complaints-team',
      by: 'mail',
      daysEarlier: 1,
      person: 'abena',
      words:
        'Your out of hours lady stayed on the phone with me until the engineer came because I could smell gas and I was frightened. It was only ten minutes. It felt like she had all night. Please thank her. Abena Ofosu',
    },
    {},
    later(1, 'kelly', logAs('compliment', 'Heating and hot water', 'Breakdown')),
  ),
  story(
    'compliment-card',
    {
      ago: 101,
      channel: 'letter',
      heardBy: 'complaints-team',
      by: 'tom',
      person: 'margery',
      words:
        'A card with a picture of the bridge on it: "With thanks to Mr Sandhar and both the workmen. The room is dry as toast. M. Tansley (Mrs)"',
    },
    {},
    later(1, 'tom', logAs('compliment', 'Damp and mould', 'Quality of work')),
  ),
  story(
    'comment-newsletter',
    {
      ago: 37,
      channel: 'feedback-form',
      heardBy: 'other-staff',
      by: 'kelly',
      person: 'hugo',
      words: 'The newsletter would be better if it said what was decided and not only that people met.',
    },
    {},
    later(2, 'kelly', logAs('comment', 'Contact centre', 'No reply')),
  ),
  story(
    'comment-play-area',
    {
      ago: 144,
      channel: 'social-media',
      heardBy: 'other-staff',
      by: 'nadia',
      person: null,
      words:
        'Public comment under our post about the new play area at Osier Green: "looks good but wheres the bench for the nans"',
    },
    {},
    later(
      1,
      'nadia',
      logAs('comment', 'Neighbourhood', 'Grounds and fencing'),
      note('Passed to Sioned. There will be two benches.'),
    ),
  ),
];
