/**
 * The same message may stand in several cases of a bundle. What is hidden, held back or left out in one of them must not
 * be read in another: neither in the message as it came, nor in its words, nor in the chronology.
 */
import { wordsIn } from '../../complaint/bundle/papers.js';
import type { Entry } from '../../facts/happened.js';
import type { Piece } from '../../store/bundles.js';
import type { CaseFile } from '../../store/case-file.js';
import type { FileLook } from '../../store/file-scans.js';
import type { Material } from './written.js';

export interface SaidAgain {
  /** Papers that would say again what is hidden. */
  readonly heldBack: ReadonlySet<string>;
  /** Entries of which something is hidden, held back or left out, there or where they stand once more, by their case. */
  readonly hiddenBy: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Finds what says again what is hidden elsewhere, by the bytes of messages and by words. */
export function saidAgain(
  all: readonly Piece[],
  looks: ReadonlyMap<string, FileLook>,
  { cases }: Pick<Material, 'cases'>,
): SaidAgain {
  const hidden = all.filter(({ boxes, standing }) => boxes > 0 || (standing !== 'in' && standing !== 'confidence'));
  const hiddenAt = grouped(hidden, (piece) => [entryOf(piece)]);
  const places = grouped(all, (piece) => messageIn(piece, looks));
  const textsAt = new Map<string, readonly string[]>();
  for (const [caseId, file] of cases)
    for (const entry of file.case.history) textsAt.set(`${caseId}:${entry.seq}`, textsIn(file, entry));
  const texts = (piece: Piece): readonly string[] => textsAt.get(entryOf(piece)) ?? [];
  const hiddenWords = grouped(
    hidden.filter(({ source }) => source === 'words'),
    texts,
  );
  const elsewhere = (one: Piece, others: readonly Piece[] = []): boolean =>
    others.some(({ caseId }) => caseId !== one.caseId);

  const heldBack = all.filter((piece) => {
    const beside = messageIn(piece, looks).flatMap((content) =>
      (places.get(content) ?? []).flatMap((place) => hiddenAt.get(entryOf(place)) ?? []),
    );
    if (beside.some(({ id }) => id !== piece.id)) return true;
    return (
      piece.source === 'words' &&
      piece.boxes === 0 &&
      texts(piece).some((text) => elsewhere(piece, hiddenWords.get(text)))
    );
  });

  const hiddenBy = new Map<string, Set<number>>();
  const hide = (caseId: string | null, seq: number | null): void => {
    if (caseId !== null && seq !== null) hiddenBy.set(caseId, (hiddenBy.get(caseId) ?? new Set()).add(seq));
  };
  for (const { caseId, seq } of hidden) hide(caseId, seq);
  for (const piece of heldBack) hide(piece.caseId, piece.seq);
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

const entryOf = ({ caseId, seq }: Piece): string => `${caseId}:${seq}`;

/** The bytes of a message as it came: an e-mail, or one that Outlook wrote. */
function messageIn({ file }: Piece, looks: ReadonlyMap<string, FileLook>): readonly string[] {
  const look = file === null ? undefined : looks.get(file);
  return look?.type === 'message/rfc822' || look?.type === 'application/x-cfb' ? [look.content] : [];
}

function textsIn({ say }: CaseFile, { what }: Entry): readonly string[] {
  return wordsIn(what).flatMap(({ words }) => {
    const text = say(words)?.trim() ?? '';
    return text === '' ? [] : [text];
  });
}

function grouped(pieces: readonly Piece[], keysOf: (piece: Piece) => readonly string[]): ReadonlyMap<string, Piece[]> {
  const found = new Map<string, Piece[]>();
  for (const piece of pieces) for (const key of keysOf(piece)) found.set(key, [...(found.get(key) ?? []), piece]);
  return found;
}
