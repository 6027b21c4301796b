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
  ['My mum slipped on the steps by the back door, the paving is uneven', ['falls']],
  ['There is no handrail on the stairs', ['falls']],
  ['The house is full of rats and nobody comes', ['hygiene']],
  ['The flat is unbearably hot and the heating can’t be turned off', ['excess-heat']],
  ['The hot water tank exploded', ['explosions']],
  ['My neighbour and I fell out over the fence', []],
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

const residents: readonly (readonly [SuggestedKind, string, string])[] = [
  ['complaint', 'Repairs', 'The contractor has cancelled on me again and I have had to take another day off.'],
  ['complaint', 'Kitchen', 'It has been eleven weeks since you inspected my kitchen and I have not heard a thing.'],
  ['complaint', 'Stairwell', 'The stairwell is never cleaned and it stinks.'],
  ['complaint', 'Your operative', 'Your operative left mud all over my carpet and swore at my son.'],
  ['complaint', 'Complaint', 'I wish to make a formal complaint about the service I have received.'],
  ['complaint', 'Rent increase', 'I think it is outrageous that rent went up while the roof leaks.'],
  ['complaint', 'Neighbours', 'You have done nothing about the neighbours despite my diary sheets.'],
  ['complaint', 'Boiler', 'This is the fourth time I am writing about the boiler. Please get it fixed.'],
  ['complaint', 'Lift', 'The lift has been out for nine days. My mother is housebound. What are you playing at?'],
  ['complaint', 'Appointment', 'Nobody turned up on Tuesday between 8 and 12 and no one rang.'],
  ['complaint', 'Housing officer', 'My housing officer never answers the phone.'],
  ['complaint', 'Decision', 'I do not agree with your decision on my transfer.'],
  ['complaint', 'Windows', "I'd like someone to explain why I am still living with rotten windows after two years."],
  ['complaint', 'Service charge', "The service charge bill is wrong again. I've asked three times for a breakdown."],
  [
    'complaint',
    'Damp',
    'Could you please send someone again, the mould treatment has not worked and the kids are ill.',
  ],
  ['complaint', 'Stage 2', 'I want my complaint looked at again, I am not satisfied with the reply.'],
  ['complaint', 'Garden', 'I am writing to express my dissatisfaction with the grounds maintenance.'],
  ['complaint', 'Bath', "The plumber made a right pig's ear of my bathroom."],
  ['complaint', '', 'Not good enough. Sort it out.'],
  ['complaint', 'ASB', 'I feel let down and unsafe in my own home.'],
  ['service-request', 'Leak', 'My kitchen tap is dripping. Please can you send a plumber?'],
  ['service-request', 'Repair', 'Hello, my bathroom light does not work. Can someone come and have a look?'],
  ['service-request', 'Fence', 'A fence panel blew down in the storm last night and needs replacing.'],
  ['service-request', 'Extractor', 'The extractor fan is not working, please can someone come.'],
  ['service-request', 'Rent statement', 'Please could you send me a rent statement for the last quarter.'],
  ['service-request', 'Mutual exchange', 'How do I apply for a mutual exchange?'],
  ['service-request', 'Key', 'I have lost my fob, how do I get a new one?'],
  ['service-request', 'Toilet', 'The toilet is blocked. I need a plumber today please.'],
  ['service-request', 'Boiler', 'My boiler has broken down. When can an engineer come?'],
  ['service-request', 'Gas safety', 'I would like to rearrange my gas safety appointment.'],
  ['service-request', 'Hedge', 'I just want to know when the hedge will be cut.'],
  ['service-request', 'Pet', "I'd like permission to keep a dog."],
  ['service-request', 'Moving', 'I want to give notice on my garage.'],
  ['service-request', 'Report', 'Reporting a broken window at 12 Elm Court.'],
  ['service-request', 'Heating', "We've had no heating since this morning."],
  ['service-request', 'Rubbish', 'There is fly tipping by the bin store.'],
  ['compliment', 'Thanks', 'I just wanted to say thank you to Karen, she was so helpful with my application.'],
  ['compliment', 'Great service', 'Your team did a great job on the new bathroom, I am delighted.'],
  ['compliment', 'Praise', 'Please pass on my thanks to the electrician, very professional and friendly.'],
  ['compliment', 'Well done', 'Well done to everybody who organised the fun day!'],
  ['compliment', 'Thank you', 'Thank you, the repair was done quickly and the lad was polite.'],
  ['comment', 'Idea', 'It would be good if you put a bench by the bus stop.'],
  ['comment', 'Newsletter', 'I think the newsletter should have larger print.'],
  ['comment', 'Feedback', 'Some feedback on the website: the search could be better.'],
  ['unknown', 'Hello', 'See attached.'],
  ['unknown', '', 'ok'],
  ['service-request', 'Address', 'My new email address is x@example.org, please update your records.'],
  ['complaint', 'Letter', 'I object to the tone of your letter and want an apology.'],
  ['complaint', 'Re: Works', 'The works are not finished and the scaffolding has been up since May.'],
  ['complaint', 'Call centre', 'I was on hold for 55 minutes and then cut off.'],
  ['service-request', 'Smoke alarm', 'Smoke alarm is beeping, can you help?'],
  [
    'complaint',
    'Repair no 4411',
    'I reported this leak on 3 March and again on 10 March. It is now May and no one has been.',
  ],
  ['service-request', 'Door', 'Could you come and fix my front door, it sticks.'],
  ['compliment', 'Ref 22', 'Brilliant service from the gas man, no complaints at all!'],
  ['service-request', 'Question', 'What time is the office open on Saturday?'],
  ['complaint', 'Water', 'There is water coming in round my window every time it rains, I told you last winter.'],
  ['complaint', 'Disrepair', 'I have instructed nobody yet but I am considering legal action over the disrepair.'],
  ['complaint', 'Contractor parking', 'The contractors keep blocking my drive.'],
  ['complaint', 'Noise', 'My neighbour plays loud music all night and you do not do anything.'],
  ['service-request', 'Noise', 'My neighbour was playing loud music last night, can you speak to them?'],
  [
    'complaint',
    'Shower',
    'Three months with no shower. My disabled husband has to be washed at the sink. When is someone going to take responsibility?',
  ],
  ['complaint', 'Refund', "You charged me twice for the garage and won't give it back."],
  ['complaint', 'Communal door', "The communal door was reported broken in August. It's November. Anyone can walk in."],
  ['complaint', 'Tree', "I've been asking for the tree to be cut for over a year."],
  ['complaint', 'Letter dated 4 May', 'Your letter is insulting and factually wrong.'],
  ['complaint', 'New build', 'Snagging list from March still not completed despite several emails.'],
  ['complaint', 'staff', 'The man at reception laughed at me when I asked about my rent.'],
  ['complaint', 'Bed bugs', 'Your pest people came once and the bugs are back. I want this sorted properly.'],
  ['complaint', 'gas', 'Engineer no show today. AGAIN.'],
  ['complaint', 'Allocations', 'It is unfair that my neighbour got a bigger house before us.'],
  ['complaint', 'Re: repair', 'The plumber said he would come back on Monday. It is Thursday.'],
  [
    'complaint',
    'Heating',
    'My heating has been off since October and you keep sending different engineers who do nothing.',
  ],
  ['complaint', 'noise', 'I have filled in diary sheets for months. Nothing has changed.'],
  ['service-request', 'Radiator', 'The radiator in the bedroom is cold at the top. Can it be bled?'],
  ['service-request', 'Repair', 'I reported a leak last week, can you tell me the date of my appointment please?'],
  ['service-request', 'Repair', 'Good morning. The handle has come off the kitchen door. Thank you.'],
  ['service-request', 'Visit', 'I was not in when the engineer came, please can we rebook.'],
  ['service-request', 'Name change', 'I have got married and need to change my name on the tenancy.'],
  ['service-request', 'Joint tenancy', 'Can my partner be added to my tenancy?'],
  ['service-request', 'Rent', 'I have not been paid this month so will be a few days late. Can I set up a plan?'],
  ['service-request', 'Gutter', 'The gutter at the back is overflowing when it rains.'],
  ['service-request', 'Cooker', 'When is the electrician coming to wire the cooker?'],
  ['service-request', 'Adaptation', 'My mum needs a grab rail in the bathroom.'],
  ['service-request', 'Bulb', 'landing light out at Birch House 2nd floor'],
  ['service-request', 'Graffiti', "There's graffiti on the side of the block."],
  ['service-request', 'Recycling', 'No recycling bin at my new flat, could one be delivered?'],
  ['service-request', 'Meter', "I'm not sure where my water meter is. Can you tell me?"],
  ['service-request', 'Wasp nest', 'wasps nest in the loft, I have children so please come soon'],
  ['compliment', 'Caretaker', 'Our caretaker Joe is a star, the block has never looked so clean.'],
  ['compliment', 'Call', 'Spoke to Aisha today. What a lovely helpful person. She sorted everything in five minutes.'],
  ['compliment', 'Repair', 'Really pleased with how quickly my window was replaced. Thanks to all.'],
  ['compliment', 'Thanks', 'Thank you for sorting out my complaint so quickly, I am very happy with the result.'],
  ['comment', 'Playground', 'Have you considered putting lights in the playground?'],
  ['comment', 'Meeting', 'I enjoyed the tenants meeting but I think it should start later.'],
  ['comment', 'Policy', 'My comments on the draft pets policy: cats should not need permission.'],
  ['unknown', 'Photo', 'Attached as requested.'],
  ['unknown', 'Re: appointment', 'Yes that is fine.'],
  ['unknown', '', 'Test'],
  ['unknown', 'Phone', '07700 900123'],
];

test('short messages with a subject are suggested as what they are', () => {
  const wrong = residents
    .map(([kind, subject, words]) => ({ kind, words, got: suggestKind(subject, words, null) }))
    .filter(({ kind, got }) => got.kind !== kind)
    .map(({ kind, words, got }) => `${kind} but ${got.kind} (${got.because.join('; ')}): ${words}`);
  assert.deepEqual(wrong, []);
});

test('asbestos that was disturbed is a hazard, a question about its survey is none', () => {
  const kinds = (words: string) => suggestHazards(words).map((each) => each.hazard);
  assert.deepEqual(kinds('The contractor drilled into asbestos tiles.'), ['other']);
  assert.deepEqual(kinds('Please send me the asbestos survey for my flat.'), []);
});
