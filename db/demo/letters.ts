/** The letters of the demonstration, composed by the product as its screens compose them. Nothing is ever sent. */

import type { LetterOut } from '../../src/complaint/letter-out.js';
import { mayDraftLetter } from '../../src/complaint/may/draft-letter.js';
import { stageOfLetter } from '../../src/complaint/with-letter.js';
import type { File, LetterId, Sending, Words } from '../../src/facts/happened.js';
import { compose } from '../../src/letters/compose.js';
import { type Edits, editsFrom, withEdits } from '../../src/letters/edits.js';
import { whoIsWrittenTo } from '../../src/letters/frame.js';
import { missing } from '../../src/letters/must-say.js';
import { clocksOnceSent } from '../../src/letters/once-sent.js';
import { plainText } from '../../src/letters/plain-text.js';
import type { Letter, LetterInput, Matter, Recipient } from '../../src/letters/words.js';
import { type StaffKey, staff } from './landlord.js';
import { type Draft, filled, now, type Telling, take } from './play.js';
import type { PlacedPerson } from './world.js';

export interface Written {
  readonly letter: Letter;
  readonly input: LetterInput;
  readonly edits: Edits;
  readonly to: Recipient;
}

/** A letter as someone writes it today: composed from the case, with their own words in its places. */
export function write(telling: Telling, matter: Matter, places: Readonly<Record<string, string>> = {}): Written {
  const { world, today, by } = telling;
  const c = now(telling);
  if (by === 'mail') throw new Error(`${telling.story.key}: nobody writes this letter`);
  const { name, title, phone, email } = staff[signs(telling, matter) ?? by];
  const to = recipient(telling);
  const input: LetterInput = {
    matter,
    case: c,
    clocks: clocksOnceSent(c, matter, world.rules, today),
    letterhead: world.letterhead,
    to,
    signedBy: { name, job: title, phone, email },
    today,
    say: (words: Words) => telling.words.get(words)?.text ?? null,
  };
  const composed = compose(input);
  const texts = Object.fromEntries(Object.entries(places).map(([place, text]) => [place, filled(telling, text)]));
  const edits = editsFrom(composed, texts);
  return { letter: withEdits(composed, edits), input, edits, to };
}

/** Whoever looks into it signs, also where somebody else writes the letter. */
function signs(telling: Telling, matter: Matter): StaffKey | undefined {
  const stage = stageOfLetter(matter);
  const handler = stage === null ? null : (now(telling).stages[stage]?.handler ?? null);
  return handler === null
    ? undefined
    : (Object.keys(staff) as StaffKey[]).find((key) => telling.world.staff(key) === handler);
}

/** The letter that goes out with an act; its draft is recorded unless it is one that was drafted before. */
export function letterOut(
  telling: Telling,
  matter: Matter,
  how: Sending,
  more: { readonly id?: LetterId; readonly places?: Readonly<Record<string, string>> } = {},
): LetterOut {
  const id = more.id ?? begin(telling, matter);
  const { letter, input, to, edits } = write(telling, matter, more.places);
  if (more.id === undefined) telling.drafts.push({ ...draftOf(telling, id, matter, edits, to), sent: true });
  const written = whoIsWrittenTo(input.case, telling.today).map(({ person }) => person);
  return {
    id,
    text: plainText(letter),
    bytes: laidDown(telling, id, letter, how),
    to: written,
    how,
    missing: missing(letter, input).map(({ words }) => words),
  };
}

/** What goes out, as the very document that a screen would have made of it. */
function laidDown(telling: Telling, id: LetterId, letter: Letter, how: Sending): File | null {
  const bytes = telling.world.layDown(letter);
  if (how !== 'phone') telling.sendings.push({ letter: id, how, as: letter, file: bytes, at: telling.recordedAt });
  return bytes;
}

export function begin(telling: Telling, matter: Matter): LetterId {
  const id = telling.world.newId<LetterId>();
  const stage = stageOfLetter(matter);
  const { today: on } = telling;
  take(telling, (x) => mayDraftLetter(now(telling), { on, letter: id, kind: matter.kind, stage }, x));
  return id;
}

export function draftOf(telling: Telling, letter: LetterId, matter: Matter, edits: Edits, to: Recipient): Draft {
  const { id: caseId, by, recordedAt: at } = telling;
  return { letter, caseId, matter, edits, to: to.person, as: to.as, by, at, approved: null, sent: false };
}

function recipient(telling: Telling): Recipient {
  const c = now(telling);
  const [first] = whoIsWrittenTo(c, telling.today);
  const { people } = telling.world;
  const person = people.find(({ id }) => id === first?.person);
  if (first === undefined || person === undefined) throw new Error(`${telling.story.key}: there is nobody to write to`);
  const resident = people.find(({ id }) => id === c.person);
  return {
    person: person.id,
    as: first.as,
    name: person.name,
    salutation: null,
    address: addressOf(person),
    actsFor: first.as === 'representative' ? (resident?.name ?? null) : null,
    adjustments: first.adjustments,
    language: person.language ?? 'en-GB',
  };
}

export function addressOf(person: PlacedPerson): readonly string[] {
  if (person.safeAddress !== undefined) return person.safeAddress.split(', ');
  return person.place === null ? [] : [...person.place.address.split(', '), person.place.postcode];
}
