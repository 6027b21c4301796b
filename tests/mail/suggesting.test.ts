import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestHazards } from '../../src/post/suggest-hazards.js';
import { memberWriting, type SuggestedKind, suggestKind } from '../../src/post/suggest-kind.js';

const kinds: readonly (readonly [SuggestedKind, string])[] = [
  [
    'complaint',
    'I want to make a formal complaint about the way I was spoken to by your repairs call centre yesterday.',
  ],
  [
    'complaint',
    'Hiya, been waiting since October for someone to do the fence, rang 4 times, every time they say someone will call me back and nobody does.',
  ],
  [
    'complaint',
    'The plasterer left the bedroom half finished and there is dust all over my daughters bed. Not acceptable.',
  ],
  ['complaint', 'To whom it may concern. I took a day off work for the gas service and no one turned up, again.'],
  ['complaint', 'am disgusted with this council, 6 months living like this'],
  [
    'complaint',
    'You sent me a letter about arrears which I do not owe. This is the third letter. It is making me ill and nobody listens.',
  ],
  ['complaint', 'This is not a formal complaint, but I am really fed up with the state of the bin store.'],
  [
    'complaint',
    'Thanks for nothing. The contractor came, looked at the window, and left. Still broken, still freezing.',
  ],
  ['complaint', "I'm not happy with the answer I got from the housing officer about the parking."],
  ['complaint', 'Thank you for your reply. I am still not satisfied, the mould was painted over and it has come back.'],
  ['complaint', 'Your operative was rude to my wife and walked mud through the hall.'],
  [
    'complaint',
    'I am writing on behalf of my dad who is 84. He reported the shower in May. Nobody has been in touch since. Please tell me what is going on.',
  ],
  ['complaint', 'How many times do I have to report the same leak??? Its coming through again'],
  ['complaint', 'We feel we have been completely ignored since the block was handed over to your contractor.'],
  ['complaint', 'If I do not hear back this week I will be going to the Ombudsman.'],
  ['complaint', 'I should like compensation for the carpet that was ruined when your plumber flooded the hall.'],
  ['complaint', 'why has my rent gone up when nothing has been done to the flat for years'],
  [
    'complaint',
    'The new kitchen is lovely but the fitters cracked two tiles and refused to come back. Very disappointed.',
  ],
  ['service-request', 'Hi, my kitchen tap is dripping, please can you send a plumber. I am in all day Tuesday.'],
  ['service-request', 'I would like to report a broken street light outside 4 Hawthorn Close.'],
  ['service-request', 'The toilet is blocked. Number 12, ground floor. Thanks in advance'],
  ['service-request', 'Could you tell me how I apply for a transfer to a smaller property?'],
  [
    'service-request',
    'Please can I have a new fob for the main door, I lost mine. Many thanks for your help with this.',
  ],
  ['service-request', 'This is not a complaint, just to report that the bulb on the second floor landing has gone.'],
  ['service-request', 'boiler showing F22 and no hot water can someone come out'],
  ['service-request', 'There are mice in the communal hallway at Elm House. Please arrange for pest control.'],
  ['service-request', 'I need a copy of my rent statement for Universal Credit please.'],
  ['service-request', 'When is the next bulky waste collection?'],
  ['compliment', 'Just wanted to say a huge thank you to Mark who fixed our boiler on Sunday. He was brilliant.'],
  ['compliment', 'No complaints at all, the lads who did the roof were polite and tidy and went above and beyond.'],
  ['compliment', 'The lady on the phone was so kind and helpful when I was in a state about my rent. Credit to her.'],
  ['compliment', 'I am over the moon with my new bathroom, thank you so much.'],
  ['compliment', "I can't complain, the caretaker does a great job and the place has never looked better."],
  ['comment', 'I think it would be nice if there was a bench by the bus stop at Alder Court.'],
  ['comment', 'Have you thought about putting the newsletter in larger print? Just a suggestion.'],
  ['comment', 'Some feedback on the new website: the repairs page is hard to find on a phone.'],
  ['unknown', 'as discussed'],
  ['unknown', 'Mrs Green, 4 Hawthorn Close'],
  ['unknown', ''],
];

test('what residents write in their own words is suggested as what it is', () => {
  const wrong = kinds
    .map(([kind, words]) => ({ kind, words, got: suggestKind('', words, null) }))
    .filter(({ kind, got }) => got.kind !== kind)
    .map(({ kind, words, got }) => `${kind} but ${got.kind} (${got.because.join('; ')}): ${words}`);
  assert.deepEqual(wrong, []);
});

test('every suggestion but none says why', () => {
  for (const [, words] of kinds) {
    const got = suggestKind('', words, null);
    assert.equal(got.because.length > 0, got.kind !== 'unknown', words);
  }
});

test('a member of Parliament or a councillor makes an enquiry, by address, name or signature; a resident who names one does not', () => {
  assert.equal(memberWriting({ name: 'Alan Frith', address: 'alan.frith.mp@parliament.uk' }, ''), 'mp');
  assert.equal(memberWriting({ name: 'Casework', address: 'casework@members.parliament.uk' }, ''), 'mp');
  assert.equal(memberWriting({ name: 'Alan Frith MP', address: 'office@frith.example' }, ''), 'mp');
  assert.equal(memberWriting({ name: 'x', address: 'x@parliament.uk.evil.example' }, ''), null);
  assert.equal(memberWriting({ name: 'Councillor Jo Banerjee', address: 'jo@b.example' }, ''), 'councillor');
  assert.equal(memberWriting({ name: 'Jo', address: 'cllr.banerjee@b.example' }, ''), 'councillor');
  assert.equal(memberWriting(null, 'Please look into it.\n\nRegards\nCllr J Banerjee\nEastfield Ward'), 'councillor');
  assert.equal(
    memberWriting(
      { name: 'Pat', address: 'pat@mail.example' },
      'I have written to Councillor Banerjee and to my MP about this.',
    ),
    null,
  );
  assert.equal(
    suggestKind('', 'My constituent has waited a year. Please advise.', { name: 'A Frith MP', address: 'a@b.c' }).mayBe,
    'mp-enquiry',
  );
});

test('an answer to our answer that does not accept it is dissatisfaction, a thank-you is not', () => {
  for (const words of [
    "I don't accept this and want it looked at again.",
    'I disagree with what you have found.',
    'This does not answer my questions. I would like to take it further.',
    'Not good enough.',
    'I want to go to stage 2.',
    'The works you promised have not been done.',
    'Nothing has been done since your letter.',
  ])
    assert.equal(suggestKind('Re: Your complaint', words, null).dissatisfied, true, words);
  for (const words of [
    'Thank you for sorting this out.',
    'Received with thanks.',
    'That is fine, Tuesday suits me.',
    'Here is the photo that you asked for.',
  ])
    assert.equal(suggestKind('Re: Your complaint', words, null).dissatisfied, false, words);
});

const hazards: readonly (readonly [string, readonly string[]])[] = [
  ['There is black mould all over my son’s bedroom wall and he has asthma.', ['damp-and-mould']],
  ['I can smell gas in the kitchen', ['gas', 'emergency']],
  ['the carbon monoxide alarm keeps going off', ['gas', 'emergency']],
  ['No heating or hot water since Friday and we have a newborn baby', ['heating', 'emergency']],
  ['Boiler is not working.', ['heating']],
  ['Sparks came out of the socket when I plugged the kettle in', ['electrics', 'emergency']],
  ['There are bare wires hanging out of the ceiling where the light was', ['electrics', 'emergency']],
  ['Water is pouring through the ceiling from the flat above', ['water', 'emergency']],
  ['The kitchen tap has a small leak', ['water']],
  ['The bedroom ceiling collapsed last night', ['structure', 'emergency']],
  ['Cracks in the outside wall are getting wider', ['structure']],
  ['The front door won’t lock and I am scared to sleep', ['security', 'emergency']],
  ['The communal fire door has been propped open for weeks', ['fire']],
  ['The smoke alarm is beeping', ['fire']],
  ['Sewage is coming up in the bath', ['water', 'emergency']],
  ['We had no water all day', ['water', 'emergency']],
  ['There is no damp and no mould in the flat, thank you.', []],
  ['The leak has been fixed now, thanks.', []],
  ['The leak was fixed but it has come back.', ['water']],
  ['I was shocked by the letter and want to fire off a complaint about the gas bill.', []],
  ['Someone leaked my personal details.', []],
  ['We had a flood of emails about the consultation.', []],
  ['You should fire that contractor.', []],
  ['The lift is broken and I’m on the 7th floor.', []],
  ['I would like a parking permit.', []],
];

test('hazards are noticed in residents’ own words, and what is denied or mended is believed', () => {
  const wrong = hazards
    .map(([words, expected]) => ({
      words,
      expected: [...expected].sort(),
      got: suggestHazards(words)
        .map((each) => each.hazard)
        .sort(),
    }))
    .filter(({ expected, got }) => expected.join() !== got.join())
    .map(({ words, expected, got }) => `${expected.join()} but ${got.join()}: ${words}`);
  assert.deepEqual(wrong, []);
});
