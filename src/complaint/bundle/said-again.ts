/**
 * The same message may stand in several cases of a bundle. What is hidden, held back or left out in one of them must not
 * be read in another: neither in the message as it came, nor in its words, nor in the chronology.
 */
import type { CaseId, Entry, Words } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { goesAlong } from './kinds.js';
import type { PaperSeen } from './paper-seen.js';
import { wordsIn } from './papers.js';

/** A case and the words behind its digests; null where they were erased. */
interface CaseSaid {
  readonly case: Case;
  readonly say: (words: Words) => string | null;
}

export interface SaidAgain {
  /** Papers that would say again what is hidden. */
  readonly heldBack: ReadonlySet<string>;
  /** Entries of which something is hidden, held back or left out, there or where they stand once more, by their case. */
  readonly hiddenBy: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Finds what says again what is hidden elsewhere, by the bytes of messages and by words. */
export function saidAgain(all: readonly PaperSeen[], cases: ReadonlyMap<CaseId, CaseSaid>): SaidAgain {
  const hidden = all.filter(({ boxes, standing }) => boxes > 0 || !goesAlong(standing));
  const hiddenAt = grouped(hidden, (paper) => [entryOf(paper)]);
  const places = grouped(all, messageIn);
  const textsAt = new Map<string, readonly string[]>();
  for (const [caseId, file] of cases)
    for (const entry of file.case.history) textsAt.set(`${caseId}:${entry.seq}`, textsIn(file, entry));
  const texts = (paper: PaperSeen): readonly string[] => textsAt.get(entryOf(paper)) ?? [];
  const hiddenWords = grouped(
    hidden.filter(({ source }) => source === 'words'),
    texts,
  );
  // In the same case a paper may be left out because its words stand there once more.
  const elsewhere = (one: PaperSeen, others: readonly PaperSeen[] = []): boolean =>
    others.some(
      ({ id, caseId, boxes, standing }) =>
        id !== one.id && (caseId !== one.caseId || boxes > 0 || standing === 'privileged'),
    );

  const heldBack = all.filter((paper) => {
    const beside = messageIn(paper).flatMap((content) =>
      (places.get(content) ?? []).flatMap((place) => hiddenAt.get(entryOf(place)) ?? []),
    );
    if (beside.some(({ id }) => id !== paper.id)) return true;
    return (
      paper.source === 'words' &&
      paper.boxes === 0 &&
      texts(paper).some((text) => elsewhere(paper, hiddenWords.get(text)))
    );
  });

  const hiddenBy = new Map<string, Set<number>>();
  const hide = (caseId: string | null, seq: number | null): void => {
    if (caseId !== null && seq !== null) hiddenBy.set(caseId, (hiddenBy.get(caseId) ?? new Set()).add(seq));
  };
  for (const { caseId, seq } of hidden) hide(caseId, seq);
  for (const { caseId, seq } of heldBack) hide(caseId, seq);
  const hiddenTexts = grouped(hidden, texts);
  for (const [caseId, { case: c }] of cases)
    for (const { seq } of c.history)
      if (
        (textsAt.get(`${caseId}:${seq}`) ?? []).some((text) =>
          hiddenTexts.get(text)?.some((one) => one.source === 'words' || one.caseId !== caseId),
        )
      )
        hide(caseId, seq);
  return { heldBack: new Set(heldBack.map(({ id }) => id)), hiddenBy };
}

const entryOf = ({ caseId, seq }: PaperSeen): string => `${caseId}:${seq}`;

/** The bytes of a message as it came: an e-mail, or one that Outlook wrote. */
function messageIn({ file }: PaperSeen): readonly string[] {
  if (file === null || file === 'gone') return [];
  return file.type === 'message/rfc822' || file.type === 'application/x-cfb' ? [file.content] : [];
}

function textsIn({ say }: CaseSaid, { what }: Entry): readonly string[] {
  return wordsIn(what).flatMap(({ words }) => {
    const text = say(words)?.trim() ?? '';
    return text === '' ? [] : [text];
  });
}

function grouped(
  papers: readonly PaperSeen[],
  keysOf: (paper: PaperSeen) => readonly string[],
): ReadonlyMap<string, PaperSeen[]> {
  const found = new Map<string, PaperSeen[]>();
  for (const paper of papers)
    for (const key of keysOf(paper)) {
      const there = found.get(key);
      if (there === undefined) found.set(key, [paper]);
      else there.push(paper);
    }
  return found;
}
