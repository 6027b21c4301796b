/** What a case shows to its people: only what was said to them or by them, whatever the history; told as stories too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replay } from '../../src/complaint/case.js';
import { type SeenCase, seenByResident } from '../../src/complaint/following/seen-by-resident.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayReceiveMessage } from '../../src/complaint/may/receive-message.js';
import { mayWriteToResident } from '../../src/complaint/may/write-to-resident.js';
import { actingFor, residentsOf } from '../../src/complaint/who.js';
import { addDays, day } from '../../src/facts/days.js';
import type { CaseId, Entry, Happening, HappeningType, LetterId, PersonId } from '../../src/facts/happened.js';
import { aContact, repairs, resident, usualRules, words } from '../stories/story.js';
import { aHistory } from './any-history.js';

const people = ['ann', 'bo', 'cy'] as PersonId[];
const today = day('2026-11-20');

/** Every text and file of the history gets a name of its own, so that it is known where a seen one came from. */
function named(entries: readonly Entry[]): { entries: Entry[]; from: Map<string, Entry> } {
  const from = new Map<string, Entry>();
  const rename = (value: unknown, entry: Entry, path: string): unknown => {
    if (typeof value === 'string' && /^[wf][12]$/.test(value)) {
      const name = `${entry.seq}${path}`;
      from.set(name, entry);
      return name;
    }
    if (Array.isArray(value)) return value.map((one, i) => rename(one, entry, `${path}.${i}`));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rename(one, entry, `${path}.${key}`)]));
    return value;
  };
  return { entries: entries.map((e) => ({ ...e, what: rename(e.what, e, '') as Happening })), from };
}

function textsIn(value: unknown, known: ReadonlyMap<string, Entry>, into: Set<string> = new Set()): Set<string> {
  if (typeof value === 'string' && known.has(value)) into.add(value);
  else if (Array.isArray(value)) for (const one of value) textsIn(one, known, into);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) textsIn(one, known, into);
  return into;
}

/** What is told to residents or by them. Everything else is for staff. */
const letOut: ReadonlySet<HappeningType> = new Set([
  'Received',
  'MessageReceived',
  'MessageSent',
  'ServiceRequestAnswered',
  'PointRaised',
  'PointSplit',
  'PointDefined',
  'ClarificationAsked',
  'Extended',
  'UpdateGiven',
  'FindingsShared',
  'CommentsMade',
  'EscalationRequested',
  'RemedyOffered',
  'ActionPromised',
  'ActionMoved',
  // Why it ended, once they were told.
  'ActionEnded',
  'LetterSent',
  'DocumentAdded',
]);

test('whatever the history, nobody sees what is for staff, or was said to or by somebody else', () => {
  let seenSomething = 0;
  fc.assert(
    fc.property(aHistory, fc.constantFrom(...people), (history, person) => {
      const { entries, from } = named(history);
      const c = replay('c' as CaseId, 'CMP-26-00001', entries);
      const seen = seenByResident(c, person, usualRules, today);
      const acting = actingFor(c, today).filter(({ authority }) => authority !== 'elected-member');
      const party = residentsOf(c).includes(person) || acting.some((one) => one.person === person);
      assert.equal(seen !== null, party && !c.importTakenBack);
      if (seen === null) return;
      const actors = new Set(acting.map((one) => one.person));
      const mayRead = (to: PersonId | null) =>
        to === person || (seen.access.part === 'resident' && to !== null && actors.has(to));
      for (const text of textsIn(seen, from)) {
        seenSomething += 1;
        // What a correction put in place of an entry is of that entry's kind.
        const told = from.get(text)?.what;
        const what = told?.type === 'EntryCorrected' ? told.becomes?.what : told;
        assert.ok(what && letOut.has(what.type), `${what?.type} is for staff`);
        if (told?.type === 'EntryCorrected') assert.doesNotMatch(text, /\.reason$/, 'why staff corrected it');
        if (what.type === 'LetterSent') assert.ok(what.to.some(mayRead), 'somebody else’s letter');
        if (what.type === 'MessageSent') assert.ok(what.to.some(mayRead), 'a message to somebody else');
        if (what.type === 'MessageReceived' || what.type === 'EscalationRequested')
          assert.ok(mayRead(what.from), 'somebody else’s words');
        if (what.type === 'FindingsShared') assert.ok('person' in what.with, 'findings shared among staff');
        if (what.type === 'CommentsMade') assert.ok('person' in what.from && what.from.person === person);
      }
      // Ids of staff are those who wrote to them and who has the case, and no other.
      assert.doesNotMatch(JSON.stringify(seen.points), /kim|amir/);
    }),
    { numRuns: 400 },
  );
  assert.ok(seenSomething > 100, 'the histories show something');
});

test('a representative sees the complaint only while the authority lasts', () => {
  fc.assert(
    fc.property(aHistory, fc.constantFrom(...people), (history, person) => {
      const c = replay('c' as CaseId, 'CMP-26-00001', history);
      const ended = { ...c, representatives: c.representatives.map((one) => ({ ...one, endedOn: today })) };
      const seen = seenByResident(ended, person, usualRules, addDays(today, 1));
      assert.equal(seen?.access.part === 'representative', false);
    }),
    { numRuns: 100 },
  );
});

const daughter = 'daughter' as PersonId;
const aStory = () => aContact({ received: day('2026-03-02') }).logs({ kind: 'complaint' });

function sees(story: ReturnType<typeof aStory>, person: PersonId): SeenCase {
  const seen = seenByResident(story.case, person, usualRules, story.today);
  assert.ok(seen);
  return seen;
}

test('findings, remedies and promises are seen once the answer has told them, and not a day earlier', () => {
  const story = aStory().acknowledges().on('2026-03-10');
  story.does(mayPromiseAction, {
    stage: 1,
    points: [story.point(1)],
    text: 'We mend the roof',
    owner: null,
    team: repairs,
    dueOn: day('2026-04-10'),
    agreedWithResident: false,
  });
  story.does(mayDecidePoint, {
    stage: 1,
    point: story.point(1),
    finding: 'upheld',
    reasons: 'It leaked',
    reliedOn: [],
  });
  const before = sees(story, resident);
  assert.deepEqual(before.promises, []);
  assert.deepEqual(before.points[0]?.findings, []);
  story.happens({ type: 'ResponseSent', stage: 1, how: 'post', letter: null, involved: [], outcome: 'upheld' });
  const after = sees(story, resident);
  assert.equal(after.promises[0]?.dueOn, '2026-04-10');
  assert.deepEqual(after.points[0]?.findings, [{ stage: 1, finding: 'upheld' }]);
});

test('the resident’s own messages stay from the representative, what the representative says is the resident’s to read', () => {
  const story = aStory().on('2026-03-04');
  const says = (from: PersonId, text: string) =>
    story.does(mayReceiveMessage, { channel: 'web-form', from, text, files: [] });
  says(resident, 'Please do not tell my daughter about my health');
  story.happens({
    type: 'RepresentativeAuthorised',
    person: daughter,
    role: 'family-or-friend',
    authority: 'resident-told-us',
    evidence: null,
    until: null,
    note: null,
  });
  says(daughter, 'When will you come?');
  story.does(mayNote, { text: 'The daughter was rude', files: [] } as never);
  story.does(mayWriteToResident, { to: [daughter], text: 'On Monday', files: [] });
  story.does(mayWriteToResident, { to: [resident], text: 'Are you well?', files: [] });
  const words = (person: PersonId) => sees(story, person).messages.map((one) => one.words);
  assert.deepEqual(words(daughter), ['When will you come?', 'On Monday']);
  assert.deepEqual(words(resident), [
    'Please do not tell my daughter about my health',
    'When will you come?',
    'On Monday',
    'Are you well?',
  ]);
  assert.equal(sees(story, daughter).firstWords, null);
  story.happens({ type: 'AuthorityEnded', person: daughter, reason: 'over' as never });
  assert.equal(seenByResident(story.case, daughter, usualRules, story.today), null);
});

test('a warning to a representative about their own behaviour is theirs alone to read', () => {
  const niece = 'niece' as PersonId;
  const s = aContact({ received: '2026-03-02' }).happens({
    type: 'RepresentativeAuthorised',
    person: niece,
    role: 'family-or-friend',
    authority: 'signed-form',
    evidence: null,
    until: null,
    note: null,
  });
  const letters = (person: PersonId) => seenByResident(s.case, person, usualRules, s.today)?.letters.length;
  for (const kind of ['behaviour-warning', 'contact-restriction', 'restriction-outcome', 'update'] as const)
    s.happens({
      type: 'LetterSent',
      letter: `letter-${kind}` as LetterId,
      kind,
      stage: null,
      to: [niece],
      how: 'post',
      words: words('Dear niece'),
      bytes: null,
    });
  assert.deepEqual([letters(niece), letters(resident)], [4, 1]);
});
