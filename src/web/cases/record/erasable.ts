/** What of a case can be erased: the words and files that each entry holds and that are still there. */
import { happeningWords } from '../../../complaint/happening-words.js';
import type { Entry, File, LetterId, Words } from '../../../facts/happened.js';
import { mentionsIn } from '../../../store/chain.js';
import type { Trx } from '../../../store/database.js';
import { draftsOf, draftTrail } from '../../../store/letters.js';
import type { CaseShown } from '../case-shown.js';

export interface Erasable {
  readonly entry: Entry;
  readonly title: string;
  readonly words: readonly { readonly digest: Words; readonly text: string }[];
  readonly files: readonly { readonly digest: File; readonly name: string }[];
}

/** Each digest once, with the entry that first held it; corrections and what is corrected among them. */
export function erasables(shown: Pick<CaseShown, 'file'>): readonly Erasable[] {
  const seen = new Set<string>();
  return shown.file.entries.flatMap((entry) => {
    const held = mentionsIn(entry.what.type, entry.what);
    const fresh = (digest: string) => !seen.has(digest) && seen.add(digest);
    const words = [...held.words].filter(fresh).flatMap((digest) => {
      const text = shown.file.say(digest as Words);
      return text === null ? [] : [{ digest: digest as Words, text }];
    });
    const files = [...held.files].filter(fresh).flatMap((digest) => {
      const document = shown.file.documents.get(digest as File);
      return document === undefined ? [] : [{ digest: digest as File, name: document.name }];
    });
    return words.length + files.length === 0 ? [] : [{ entry, title: happeningWords(entry.what), words, files }];
  });
}

/** A ‘yes’ that is erased stands in half of all letters and tells nothing. */
const shortestLookedFor = 8;

/** Letters whose drafts hold words that go: their own, or a text that was put into them. */
export async function draftsHolding(
  trx: Trx,
  { file }: Pick<CaseShown, 'file'>,
  erased: readonly Words[],
): Promise<LetterId[]> {
  const gone = new Set<string>(erased);
  const texts = erased
    .flatMap((digest) => plain(file.say(digest) ?? ''))
    .filter((text) => text.length >= shortestLookedFor);
  const sent = new Set(
    file.entries.flatMap(({ what }) => (what.type === 'LetterSent' && gone.has(what.words) ? [what.letter] : [])),
  );
  const found: LetterId[] = [];
  for (const draft of await draftsOf(trx, file.case.id)) {
    const versions = await draftTrail(trx, draft.letter);
    const written = plain(
      JSON.stringify(
        [draft.edits, draft.matter, versions.map(({ edits, matter, note }) => [edits, matter, note])],
        null,
        1,
      ),
    );
    if (sent.has(draft.letter) || texts.some((text) => written.includes(text))) found.push(draft.letter);
  }
  return found;
}

/** As JSON holds it, with single spaces, so that a text is found whatever its lines. */
function plain(text: string): string {
  return text
    .replace(/\\[nrt"\\]|["\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The letters that were sent with words or bytes that go. */
export function lettersErased({ file }: Pick<CaseShown, 'file'>, erased: readonly string[]): LetterId[] {
  const gone = new Set<string>(erased);
  return file.entries.flatMap(({ what }) =>
    what.type === 'LetterSent' && (gone.has(what.words) || (what.bytes !== null && gone.has(what.bytes)))
      ? [what.letter]
      : [],
  );
}

/** Whether the rows about the case's mail say what goes: who wrote, about what, how it began. */
export function holdsMail({ file }: Pick<CaseShown, 'file'>, erased: readonly string[]): boolean {
  const gone = new Set<string>(erased);
  return file.entries.some(
    ({ what }) =>
      (what.type === 'Received' || what.type === 'MessageReceived') &&
      (gone.has(what.words) || what.files.some((one) => gone.has(one))),
  );
}

/** The entries that hold something of what goes: what was noted of them goes too. */
export function entriesHolding({ file }: Pick<CaseShown, 'file'>, erased: readonly string[]): number[] {
  const gone = new Set<string>(erased);
  return file.entries.flatMap((entry) => {
    const held = mentionsIn(entry.what.type, entry.what);
    return [...held.words, ...held.files].some((one) => gone.has(one)) ? [entry.seq] : [];
  });
}
