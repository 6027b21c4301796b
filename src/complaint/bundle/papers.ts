/** The papers of a case as its history tells them: the words of entries, and the files that came with them. */
import type { Day } from '../../facts/days.js';
import type { Entry, File, Happening, Words } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { happeningWords } from '../happening-words.js';
import { type BundleKind, kindOfDocument, kindOfEntry } from './kinds.js';

export interface Paper {
  readonly key: string;
  readonly kind: BundleKind;
  readonly source: 'file' | 'words';
  readonly seq: number;
  readonly on: Day;
  readonly file: File | null;
  readonly title: string;
}

export interface PapersKnown {
  /** The words behind a digest; null when they were erased. */
  readonly say: (words: Words) => string | null;
  /** The name of a file that is there; null when it was erased. */
  readonly nameOf: (file: File) => string | null;
}

/** Words of an entry with what they are called: 'Reasons', or '' for what the entry itself says. */
export interface Labelled {
  readonly label: string;
  readonly words: Words;
}

const labels: Readonly<Record<string, string>> = {
  note: 'Note',
  reason: 'Reason',
  reasons: 'Reasons',
  circumstances: 'Circumstances',
  discretion: 'Discretion',
  understanding: 'Our understanding',
  outcomeSought: 'Outcome sought',
  proof: 'Proof',
  title: 'Title',
  equality: 'Equality considered',
  how: 'How',
};

const digest = /^[0-9a-f]{64}$/;
const fileKeys: ReadonlySet<string> = new Set(['file', 'files', 'evidence', 'bytes']);

/** Every digest of words in an entry, in the order of its shape. */
export function wordsIn(what: Happening): readonly Labelled[] {
  const found: Labelled[] = [];
  walk(what, '', (key, value) => {
    if (!fileKeys.has(key) && key !== 'rowDigest') found.push({ label: labels[key] ?? '', words: value as Words });
  });
  return found;
}

/** Every digest of a file in an entry. */
function filesIn(what: Happening): readonly File[] {
  const found: File[] = [];
  walk(what, '', (key, value) => {
    if (fileKeys.has(key)) found.push(value as File);
  });
  return found;
}

function walk(value: unknown, key: string, take: (key: string, digest: string) => void): void {
  if (typeof value === 'string') {
    if (digest.test(value)) take(key, value);
  } else if (Array.isArray(value)) {
    for (const item of value) walk(item, key, take);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) walk(item, name, take);
  }
}

/** Nothing of these is put in by itself: what the product or the Ombudsman wrote about the case itself. */
const leftAlone: ReadonlySet<Happening['type']> = new Set(['BundleSent', 'WordsErased', 'EntryCorrected']);

/** The history by the days of what happened, not by when it was told: what was recorded late stands in its place. */
export function asItHappened({ history }: Pick<Case, 'history'>): readonly Entry[] {
  return history.toSorted((a, b) =>
    a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.seq - b.seq,
  );
}

/** Every paper of a case, in the order in which it happened. What was erased is none. */
export function papersOf(c: Case, known: PapersKnown): readonly Paper[] {
  return asItHappened(c)
    .filter(({ what }) => !leftAlone.has(what.type))
    .flatMap((entry) => [...wordsPaper(c, entry, known), ...filePapers(c, entry, known)]);
}

function wordsPaper(c: Case, entry: Entry, { say, nameOf }: PapersKnown): readonly Paper[] {
  const { what, seq, happenedOn: on } = entry;
  const kind = kindOfEntry(what);
  if (kind === null) return [];
  // The letter itself goes in, as it went out.
  if (what.type === 'LetterSent' && what.bytes !== null && nameOf(what.bytes) !== null) return [];
  if (!wordsIn(what).some(({ words }) => (say(words) ?? '').trim() !== '')) return [];
  return [{ key: `${c.id}:${seq}:words`, kind, source: 'words', seq, on, file: null, title: happeningWords(what) }];
}

function filePapers(c: Case, entry: Entry, { say, nameOf }: PapersKnown): readonly Paper[] {
  const { what, seq, happenedOn: on } = entry;
  return [...new Set(filesIn(what))].flatMap((file) => {
    const name = nameOf(file);
    if (name === null) return [];
    const title = what.type === 'DocumentAdded' ? (say(what.title) ?? name) : name;
    const kind =
      what.type === 'LetterSent'
        ? 'answers'
        : what.type === 'DocumentAdded' || what.type === 'Received' || what.type === 'MessageReceived'
          ? kindOfFile(title, name, what)
          : (kindOfEntry(what) ?? kindOfDocument(`${title} ${name}`));
    return [
      {
        key: `${c.id}:${seq}:${file}`,
        kind,
        source: 'file' as const,
        seq,
        on,
        file,
        title: what.type === 'LetterSent' ? happeningWords(what) : title,
      },
    ];
  });
}

function kindOfFile(title: string, name: string, what: Happening): BundleKind {
  const told = kindOfDocument(`${title} ${name}`);
  return told === 'other' ? (kindOfEntry(what) ?? told) : told;
}
