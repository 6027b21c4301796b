import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayAddDocument } from '../../src/complaint/may/add-document.js';
import { mayCheckLetter } from '../../src/complaint/may/check-letter.js';
import { type CorrectRequest, mayCorrect } from '../../src/complaint/may/correct.js';
import { mayDraftLetter } from '../../src/complaint/may/draft-letter.js';
import { mayEraseWords } from '../../src/complaint/may/erase-words.js';
import { mayLink } from '../../src/complaint/may/link.js';
import { mayNote } from '../../src/complaint/may/note.js';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { mayReturnLetter } from '../../src/complaint/may/return-letter.js';
import { maySendLetter } from '../../src/complaint/may/send-letter.js';
import { type Day, day } from '../../src/facts/days.js';
import type { CaseId, Entry, File, HappeningType, LetterId } from '../../src/facts/happened.js';
import { aComplaint, aLetter, type Story, words } from './story.js';

function entryOf(s: Story, type: HappeningType): Entry {
  const found = s.case.history.findLast((e) => e.what.type === type);
  assert.ok(found, `no ${type}`);
  return found;
}

const correction = (seq: number, becomes: CorrectRequest['becomes']): CorrectRequest => ({
  seq,
  reason: 'A slip',
  becomes,
});

test('an acknowledgement recorded on the wrong day is corrected in its place, and the clock follows', () => {
  const s = aComplaint({ received: '2026-03-02' })
    .on('2026-03-12')
    .acknowledges()
    .due('stage-1-response', '2026-03-26');
  const entry = entryOf(s, 'Acknowledged');
  s.does(mayCorrect, correction(entry.seq, { what: entry.what, happenedOn: day('2026-03-09') }))
    .warns(/due Monday 23 March 2026 instead of Thursday 26 March 2026/)
    .due('stage-1-response', '2026-03-23');
  assert.equal(s.case.entries.length, s.entries.length);
  assert.equal(s.case.stages[1]?.acknowledgedOn, '2026-03-09');
});

test('an act recorded by mistake is taken back, and can be done rightly', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges();
  const { seq } = entryOf(s, 'Acknowledged');
  s.does(mayCorrect, correction(seq, null))
    .stands('to-acknowledge', 1)
    .cannot(mayCorrect, correction(seq, null), 'taken-back')
    .on('2026-03-04')
    .acknowledges()
    .stands('investigating', 1);
});

test('a corrected entry may be corrected again, a correction may not', () => {
  const s = aComplaint({ received: '2026-03-02' }).on('2026-03-12').acknowledges();
  const entry = entryOf(s, 'Acknowledged');
  const on = (d: string) => ({ what: entry.what, happenedOn: day(d) });
  s.does(mayCorrect, correction(entry.seq, on('2026-03-09')))
    .cannot(mayCorrect, correction(s.case.version, null), 'a-correction')
    .does(mayCorrect, correction(entry.seq, on('2026-03-10')))
    .due('stage-1-response', '2026-03-24');
});

test('a wrong day of receipt changes the edition, and says so first', () => {
  const s = aComplaint({ received: '2024-04-02' });
  const entry = entryOf(s, 'Received');
  s.cannot(mayCorrect, correction(entry.seq, null), 'receipt-stands')
    .cannot(mayCorrect, correction(entry.seq, { what: entry.what, happenedOn: day('2024-04-03') }), 'in-the-future')
    .does(mayCorrect, correction(entry.seq, { what: entry.what, happenedOn: day('2024-03-28') }))
    .warns(/Another edition/);
  assert.equal(s.case.edition, '2022');
  s.on('2024-05-01').cannot(
    mayCorrect,
    correction(entry.seq, { what: entry.what, happenedOn: day('2024-04-29') }),
    'after-other-entries',
  );
});

test('a correction keeps the kind of entry, and its day within the case', () => {
  const s = aComplaint({ received: '2026-03-02' }).acknowledges();
  const entry = entryOf(s, 'Acknowledged');
  s.cannot(
    mayCorrect,
    correction(entry.seq, { what: entryOf(s, 'Received').what, happenedOn: day('2026-03-02') }),
    'another-type',
  )
    .cannot(mayCorrect, correction(entry.seq, { what: entry.what, happenedOn: day('2026-03-01') }), 'before-receipt')
    .cannot(mayCorrect, correction(99, null), 'no-such-entry')
    .cannot(mayCorrect, { ...correction(entry.seq, null), reason: '' }, 'reason-missing');
});

test('words are erased, what happened stays, and that is not undone', () => {
  const s = aComplaint({ received: '2026-03-02' }).does(mayEraseWords, {
    words: [words('x')],
    files: [],
    ground: 'Retention: six years',
  });
  assert.deepEqual(s.case.erased, ['x']);
  s.cannot(mayCorrect, correction(s.case.version, null), 'for-good').cannot(
    mayEraseWords,
    { words: [], files: [], ground: '' },
    'words-missing',
    'ground-missing',
  );
});

test('a letter is begun, checked, sent, comes back and is sent again', () => {
  const s = aComplaint({ received: '2026-03-02' });
  const id = 'a-letter' as LetterId;
  const letter = aLetter({ id });
  s.cannot(mayDraftLetter, { letter: id, kind: 'final-response', stage: 2 }, 'not-escalated')
    .cannot(mayDraftLetter, { letter: id, kind: 'promise-kept', stage: 1 }, 'nothing-promised')
    .does(mayDraftLetter, { letter: id, kind: 'update', stage: 1 })
    .does(mayCheckLetter, { letter: id, missing: [], readingEase: 71.6 })
    .cannot(mayReturnLetter, { letter: id, what: 'returned', text: null }, 'not-sent')
    .does(maySendLetter, { kind: 'update', stage: 1, letter })
    .cannot(maySendLetter, { kind: 'update', stage: 1, letter }, 'letter-already-sent')
    .on('2026-03-05')
    .does(mayReturnLetter, { letter: id, what: 'returned', text: 'Not at this address' });
  assert.equal(s.case.letters[0]?.failed, true);
  s.does(mayReturnLetter, { letter: id, what: 'delivery-failed', text: null }).does(maySendLetter, {
    kind: 'update',
    stage: 1,
    letter,
  });
  assert.equal(s.case.letters[0]?.failed, false);
});

test('notes, documents and links are kept, each once where once is enough', () => {
  const file = 'photo' as File;
  const document = { file, title: 'The boiler', from: 'resident', points: [] } as const;
  const other = 'another-case' as CaseId;
  const s = aComplaint({ received: '2026-03-02' });
  s.does(mayNote, { text: 'She prefers mornings', files: [] })
    .cannot(mayNote, { text: ' ', files: [] }, 'text-missing')
    .does(mayAddDocument, document)
    .cannot(mayAddDocument, document, 'already-added')
    .does(mayLink, { to: other, relation: 'same-matter', reason: null })
    .cannot(mayLink, { to: other, relation: 'same-matter', reason: null }, 'already-linked')
    .cannot(mayLink, { to: s.case.id, relation: 'same-matter', reason: null }, 'linked-to-itself');
});

test('a hazard may have been known before the complaint came, and is handed over at once', () => {
  const s = aComplaint({ received: '2026-03-02' });
  s.does(mayNoticeHazard, {
    on: '2026-02-20',
    kind: 'damp-and-mould',
    emergency: false,
    points: [],
    awareAt: '2026-02-20T09:15:00.000Z',
    text: null,
  })
    .warns(/knew of this before/)
    .cannot(
      mayNoticeHazard,
      { on: '2026-03-03' as Day, kind: 'gas', emergency: false, points: [], awareAt: 'noon', text: null },
      'in-the-future',
      'time-unreadable',
    );
  assert.equal(s.case.hazards[0]?.noticedOn, '2026-02-20');
});
