/**
 * Residents on every channel: a form, a chat, a public post, calls; and what they answered to cases that other files
 * tell, which waits to be seen on the day of loading.
 */
import {
  ago,
  arrives,
  callBack,
  later,
  logComplaint,
  note,
  readBack,
  type Step,
  type Story,
  saidNotDone,
  seenAs,
  story,
  survey,
  themselves,
  wantsToComplain,
} from '../script.js';

export const onEveryChannel: readonly Story[] = [
  story(
    'form-two-points',
    {
      ago: 1,
      channel: 'web-form',
      heardBy: 'complaints-team',
      by: 'mail',
      person: 'tamsin',
      words: '',
      told: {
        points: [
          {
            what: 'The kitchen window will not shut. It has been held with parcel tape since the storm.',
            right: 'A window that shuts before it gets any colder.',
            sinceDaysBefore: 34,
          },
          {
            what: 'I have sent three messages through your site and nobody has answered one of them.',
            right: 'Somebody to say sorry, and to tell me who reads them.',
            sinceDaysBefore: 20,
          },
        ],
        risk: 'if-it-goes-on',
        riskWords: 'My lad has a bad chest and sleeps in the next room.',
        when: 'After half past three. Not at work, please.',
        adjustments: ['large-print'],
      },
    },
    {},
  ),
  story(
    'chat-lift-stuck',
    {
      ago: 0,
      channel: 'web-chat',
      heardBy: 'other-staff',
      by: 'mail',
      source: true,
      person: 'solveig',
      words:
        'Hi. Third time I ask about the same thing. The outside light at my door is out and I come home at eleven at night. Last time the robot told me it was "raised". By whom? To whom? I would like a person, please.',
    },
    {},
  ),
  story(
    'post-bins-public',
    {
      ago: 1,
      channel: 'social-media',
      heardBy: 'other-staff',
      by: 'tom',
      person: null,
      words:
        'Shout out to Osier Vale Homes for leaving our bins three weeks running 👏👏 rats like CATS now. anyone else?? asking for the whole of Kiln Lane',
      post: {
        network: 'Facebook',
        link: 'https://www.facebook.com/groups/kiln-lane-chat/posts/40417733',
        author: 'KilnLaneKev',
        answer:
          'Thank you for raising this. We never talk about anybody in public, so please contact us privately: 01632 960100, or complaints@osiervalehomes.example. We want to hear what happened and put it right.',
      },
    },
    {},
  ),
  story(
    'call-back-late',
    {
      ago: 3,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'winston',
      words:
        '"You sent me a bill for the lock. The police broke the lock, it was the wrong door, they told me so themselves. I am not paying it. I want to talk to somebody who can decide, not leave another message."',
    },
    {},
    later(
      0,
      'nadia',
      note('How to reach them safely: his own mobile only; the house phone is his nephew’s.'),
      callBack(
        'winston',
        'kelly',
        1,
        'After two, when he is off shift',
        'The bill for the lock; who can decide on it.',
        {
          tried: true,
        },
      ),
    ),
  ),
  story(
    'call-back-due',
    {
      ago: 1,
      channel: 'phone',
      heardBy: 'other-staff',
      by: 'nadia',
      person: 'samuel',
      words:
        '"It’s the ramp. The ramp’s fine. It’s the gate at the bottom of the ramp, it opens the wrong way, so I can’t get through it in the chair and hold it. I told the lad who built it. He laughed."',
    },
    {},
    later(
      0,
      'nadia',
      callBack(
        'samuel',
        null,
        1,
        'Before lunch; let it ring, he takes a while',
        'The gate, and whether he wants to complain.',
      ),
    ),
  ),
  story(
    'read-back-by-phone',
    {
      ago: 4,
      channel: 'phone',
      heardBy: 'complaints-team',
      by: 'kelly',
      person: 'dorothea',
      words:
        '"Two things. The bench in the hall was taken away when the lift went wrong, and that was where I sat to get my breath. And the notice says the lift is mended. It is not mended."',
    },
    {
      bench: {
        words: 'The bench in the hall was taken away, and I used it to get my breath.',
        understanding: 'The bench in the hall of Ropewalk House was taken away while the lift was out of order.',
        outcome: 'The bench back in the hall.',
        area: 'Neighbourhood',
        category: 'Cleaning',
      },
      notice: {
        words: 'The notice says that the lift is mended, and it is not.',
        understanding: 'The notice in the hall says that the lift works, and it does not.',
        outcome: 'A notice that tells the truth.',
        area: 'Contact centre',
        category: 'No reply',
      },
    },
    later(0, 'kelly', wantsToComplain('phone'), logComplaint('Neighbourhood', 'Cleaning', { atRisk: true })),
    later(2, 'kelly', readBack({ notice: 'Not in the hall. In the lift itself, where nobody can read it.' })),
  ),
];

/** What came lately to cases that other files tell, by the key of their story. */
export const sinceThen: Readonly<Record<string, readonly Step[]>> = {
  'damp-priory-bedroom': [
    themselves(
      { ago: 1 },
      'chioma',
      arrives(
        'possible-stage-2',
        'chioma',
        'web-form',
        'I have read your answer again. You say the money is for the delay. It is not for my daughter’s bed, which we threw away. I do not think that is right and I would like somebody else to look at it.',
      ),
    ),
  ],
  'repairs-entry-door-stage1-fresh': [
    themselves(
      { ago: 1 },
      'beatriz',
      arrives(
        'withdrawal',
        'beatriz',
        'web-form',
        'I want to withdraw this. The man came this morning and the door shuts now.',
      ),
    ),
  ],
  'heating-mill-quarter-extended-twice': [
    themselves(
      { ago: 0 },
      'rosalind',
      arrives(
        'contact-change',
        'rosalind',
        'web-form',
        'Please change how you reach me.\nEmail: rosalind.achterberg@post.example',
        { ways: [{ kind: 'email', value: 'rosalind.achterberg@post.example' }] },
      ),
    ),
  ],
  'repairs-ropewalk-lift-group': [
    themselves(
      { ago: 1 },
      'halina',
      arrives(
        'group-leave',
        'halina',
        'web-form',
        'Please take my name off the list. I am moving to my sister’s. Halina',
      ),
    ),
  ],
  'investigating-door-entry': [
    themselves(
      { ago: 0 },
      'samina',
      arrives(
        'message',
        'samina',
        'web-form',
        'It rang in the right flat today for the first time!! Then at four it did not.',
      ),
    ),
  ],
  'repairs-fence-promise-late': [
    ago(3, 'mail', { act: 'ask-if-done', key: 'fence', how: 'portal' }),
    themselves(
      { ago: 1 },
      'gary',
      saidNotDone('fence', 'no fence. not one post.'),
      seenAs('promise-not-done', 'gary', 'web-form', 'no fence. not one post.'),
    ),
  ],
  'damp-basement-extended-late': [
    themselves(
      { ago: 9 },
      'farrukh',
      survey(
        'farrukh',
        [4, 5, 5, 5, 4],
        'Nadia rang every Friday, even when there was nothing to tell. That was the whole difference.',
      ),
    ),
  ],
  'handling-complaint-about-complaint': [
    themselves(
      { ago: 1 },
      'hugo',
      survey('hugo', [2, 1, 3, 2, 2], null),
      seenAs('offer-to-complain', 'hugo', 'survey', null),
    ),
  ],
};

/** The stories with what came to them since. */
export function withWhatCameSince(stories: readonly Story[]): readonly Story[] {
  for (const key of Object.keys(sinceThen)) {
    if (!stories.some((one) => one.key === key)) throw new Error(`no story is called ${key}`);
  }
  return stories.map((one) => ({ ...one, steps: [...one.steps, ...(sinceThen[one.key] ?? [])] }));
}
