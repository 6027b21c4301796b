/** A write to one case, and how it is told on: its entries after those that stand, each chained to the one before. */
import type { CaseId, Entry, Happened, RecordedBy } from '../facts/happened.js';
import { bodyOf, genesis, hashAndTexts, type Link, mentionsIn, noMentions } from './chain.js';
import type { LandlordId } from './database.js';
import type { JobAsked } from './enqueue.js';
import { currentVersion } from './upcast.js';
import type { KeptWords } from './words.js';

/** Something that happened; in a batch each may have been recorded at its own time by its own person. */
export type ToRecord = Happened & { readonly recordedAt?: string; readonly recordedBy?: RecordedBy };

export interface Write {
  readonly caseId: CaseId;
  /** The seq of the last entry that the decision saw; 0 opens a case, which then needs its reference. */
  readonly expectedVersion: number;
  readonly reference?: string;
  readonly happened: readonly ToRecord[];
  readonly recordedBy: RecordedBy;
  /** ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  /** Texts that were kept; those that no entry of this write mentions are let go. */
  readonly words?: ReadonlyMap<string, KeptWords>;
  readonly jobs?: readonly JobAsked[];
}

/** Where a chain ends. */
export interface Head {
  readonly case_id: CaseId;
  readonly reference: string;
  readonly seq: number;
  readonly hash: string;
}

/** An entry in its chain, with its body and who recorded it as the JSON texts that are stored. */
export interface ChainedLink {
  readonly link: Link;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
  readonly recordedBy: string;
}

/** A write with its entries chained, and what stands beside them. */
export interface Told {
  readonly write: Write;
  readonly reference: string;
  readonly entries: readonly Entry[];
  readonly links: readonly ChainedLink[];
  readonly words: readonly KeptWords[];
  readonly files: readonly string[];
}

/** The entries of a write after those before them. A new case has no head. */
export function chain(landlordId: LandlordId, write: Write, head: Head | undefined, before: readonly Entry[]): Told {
  const reference = head?.reference ?? write.reference;
  if (reference === undefined) throw new Error('a new case needs its reference');
  const entries: Entry[] = [...before];
  const links: ChainedLink[] = [];
  const mentions = noMentions();
  let prev = head?.hash ?? genesis(landlordId, write.caseId, reference);
  let seq = write.expectedVersion;
  for (const happened of write.happened) {
    seq += 1;
    const link: Link = {
      landlordId,
      caseId: write.caseId,
      seq,
      type: happened.what.type,
      version: currentVersion(happened.what.type),
      body: bodyOf(happened.what),
      happenedOn: happened.on,
      recordedAt: happened.recordedAt ?? write.recordedAt,
      recordedBy: happened.recordedBy ?? write.recordedBy,
    };
    const chained = hashAndTexts(prev, link);
    links.push({ link, prev, ...chained });
    entries.push({
      seq,
      happenedOn: happened.on,
      recordedAt: link.recordedAt,
      recordedBy: link.recordedBy,
      what: happened.what,
    });
    mentionsIn(link.type, link.body, mentions);
    prev = chained.hash;
  }
  const words = [...(write.words?.values() ?? [])].filter((kept) => mentions.words.has(kept.digest));
  return { write, reference, entries, links, words, files: [...mentions.files] };
}
