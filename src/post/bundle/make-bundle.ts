/**
 * Makes a bundle: papers become pages, what is hidden is painted over, volumes are bound one after the other by processes
 * of their own, and index and manifest say what is in them. Each thing is kept as it is finished; begun again, whether
 * after a kill or a change, it goes on with what is missing.
 *
 * This file is longer than 250 lines because the steps of one making are read together.
 */
import { extname } from 'node:path';
import { goesAsPictures } from '../../complaint/bundle/as-seen.js';
import { type BundleKind, bundleKindWords, goesAlong, hideReasonWords } from '../../complaint/bundle/kinds.js';
import type { FileSeen, PaperSeen } from '../../complaint/bundle/paper-seen.js';
import { saidAgain } from '../../complaint/bundle/said-again.js';
import type { Trouble } from '../../complaint/bundle/trouble-words.js';
import { divide, planVolumes, type VolumePlan, volumeBytes } from '../../complaint/bundle/volumes.js';
import { thatGo, whyNotMade } from '../../complaint/bundle/what-goes.js';
import { inShortWords } from '../../facts/days.js';
import type { File } from '../../facts/happened.js';
import { indexDocument } from '../../reports/bundle/index-document.js';
import { noteHeldBack } from '../../store/bundle-again.js';
import { type Box, boxesIn } from '../../store/bundle-boxes.js';
import {
  finishMaking,
  type Kept,
  keepMade,
  type Made,
  madeOf,
  notePages,
  sameThing,
  stopMaking,
  takeOver,
} from '../../store/bundle-making.js';
import { noteStep } from '../../store/bundle-steps.js';
import { type Bundle, type Piece, piecesOf, readBundle } from '../../store/bundles.js';
import { inLandlord, type Trx } from '../../store/database.js';
import { keepFile, receiveFile, type Stored } from '../../store/documents.js';
import { type FileLook, looksAt } from '../../store/file-scans.js';
import { allLandlords } from '../../store/landlords.js';
import { londonDay } from '../../store/today.js';
import { documentPdf } from '../document-pdf.js';
import { hidePapers } from './hide-papers.js';
import { digestOf, PaperFailed, written } from './made-files.js';
import { makePages } from './make-pages.js';
import { type BundlePlace, GaveUp, giveUp, keepOf, type Making, mostTries, Overtaken } from './making.js';
import { pagesFile, type Source, sourcesOf } from './paper-source.js';
import { runTask } from './run-task.js';
import { lookForHiddenWords } from './said-elsewhere.js';
import type { VolumePart } from './tasks.js';
import { type Material, readMaterial } from './written.js';

export type { BundlePlace } from './making.js';

export async function makeBundle(place: BundlePlace, id: string, now: () => Date = () => new Date()): Promise<void> {
  for (;;) {
    const bundle = await inLandlord(place.db, place.landlordId, (trx) => readBundle(trx, id));
    if (bundle === null || bundle.state !== 'making') return;
    try {
      return await makeVersion(place, bundle, now);
    } catch (error) {
      if (error instanceof GaveUp) {
        const making = { id, version: bundle.version, now };
        return keepOf(place, making, null, (trx) => stopMaking(trx, id, 'paper-failed', now()));
      }
      // Words of it were erased, and then nothing is to be made any more; or something was chosen just then.
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}

async function makeVersion(place: BundlePlace, bundle: Bundle, now: () => Date, nth = 1): Promise<void> {
  const { id } = bundle;
  const inTrx = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    inLandlord(place.db, place.landlordId, work, { statementTimeoutMs: 60_000 });
  const making: Making = { id, version: bundle.version, now };
  const stop = (trouble: Trouble) => keepOf(place, making, null, (trx) => stopMaking(trx, id, trouble, now()));
  const landlord = (await allLandlords(place.db)).find((one) => one.id === place.landlordId)?.name ?? '';
  const all = await inTrx((trx) => piecesOf(trx, id));
  const looks = await inTrx((trx) =>
    looksAt(
      trx,
      all.flatMap(({ file }) => file ?? []),
    ),
  );
  const material = await inTrx((trx) =>
    readMaterial(trx, { landlord, today: londonDay(now()), audience: bundle.audience, pieces: all }),
  );
  const boxes = await inTrx((trx) => boxesIn(trx, id));
  const papers = all.map((piece) => paperSeen(piece, boxes.get(piece.id) ?? [], looks));
  const { heldBack, hiddenBy } = saidAgain(papers, material.cases);
  await keepOf(place, making, null, (trx) => noteHeldBack(trx, id, heldBack));
  const going = thatGo(papers, heldBack);
  const refused = whyNotMade(going, papers);
  if (refused !== null) return stop(refused);

  const ids = new Set(going.map((paper) => paper.id));
  const chosen = all.filter((piece) => ids.has(piece.id));
  await makePages(place, making, chosen, material, (piece) => hiddenBy.get(piece.caseId ?? '') ?? new Set());
  const paged = (await inTrx((trx) => piecesOf(trx, id))).filter((piece) => ids.has(piece.id));
  // Also when it is begun again: until somebody has looked through the new pages, no place on them is the right one.
  if (paged.some(({ trouble, boxes }) => trouble === 'moved' && boxes > 0)) return stop('changed-under-boxes');
  const wrong = await hidePapers(place, making, paged, boxes);
  if (wrong !== null) return stop(wrong);

  const ready = (await inTrx((trx) => piecesOf(trx, id))).filter((piece) => ids.has(piece.id));
  const titles = titlesOf(ready);
  const kept: Kept[] = [];
  const keep: Keep = async (made) => {
    kept.push(await keepThing(place, making, made));
  };
  let plans: readonly VolumePlan[];
  try {
    plans = await bindVolumes(place, { bundle, making, keep, kept }, ready, looks, titles);
  } catch (error) {
    if (!(error instanceof PaperFailed) || place.stop?.aborted === true) throw error;
    // A paper that can't be bound goes along as the file it is, and the rest is bound without it.
    const found = await setAside(place, making, ready);
    if (!found && nth >= mostTries) throw error;
    return makeVersion(place, bundle, now, found ? 1 : nth + 1);
  }
  await inTrx((trx) => noteStep(trx, id, 'index'));
  await encloseFiles(keep, ready, looks);
  await writeIndex(place, bundle, keep, { landlord, all, ready, plans, titles, material, looks, boxes });
  await writeManifest(place, bundle, { keep, kept });
  await lookForHiddenWords(place, making, { ready, boxes, kept });
  await keepOf(place, making, null, (trx) =>
    finishMaking(trx, id, {
      version: bundle.version,
      kept,
      pages: plans.at(-1)?.last ?? 0,
      places: placesIn(plans),
      now: now(),
    }),
  );
}

function paperSeen(piece: Piece, boxes: readonly Box[], looks: ReadonlyMap<string, FileLook>): PaperSeen {
  const { id, source, caseId, seq, standing, file } = piece;
  const look = file === null ? undefined : looks.get(file);
  const places = [...new Set(boxes.map(({ page, x, y, w, h }) => [page, x, y, w, h].join(' ')))].sort().join(', ');
  return {
    id,
    source,
    caseId,
    seq,
    standing,
    boxes: boxes.length,
    places,
    file: file === null ? null : look === undefined ? 'gone' : fileSeen(look),
  };
}

function fileSeen({ content, type, state }: FileLook): FileSeen {
  return { content, type, scan: state === 'waiting' || state === 'infected' ? state : 'seen' };
}

/** What a paper is called outside: a file of which something is hidden goes without its name. */
function titlesOf(ready: readonly Piece[]): ReadonlyMap<string, string> {
  return new Map(
    ready.map((piece) => [
      piece.id,
      piece.source === 'file' && piece.boxes > 0 ? `A paper of ${kindIn(piece.kind)}` : piece.title,
    ]),
  );
}

function kindIn(kind: BundleKind): string {
  const words = bundleKindWords[kind];
  return `“${words}”`;
}

async function bindVolumes(
  place: BundlePlace,
  about: { readonly bundle: Bundle; readonly making: Making; readonly keep: Keep; readonly kept: Kept[] },
  ready: readonly Piece[],
  looks: ReadonlyMap<string, FileLook>,
  titles: ReadonlyMap<string, string>,
): Promise<readonly VolumePlan[]> {
  const { bundle, making, keep, kept } = about;
  const inTrx = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => inLandlord(place.db, place.landlordId, work);
  const boundFrom = (piece: Piece): File | null =>
    piece.pages === null ? null : goesAsPictures(piece) ? piece.hiddenFile : pagesFile(piece);
  const sources = await sourcesOf(
    place,
    ready.flatMap((piece) => boundFrom(piece) ?? []),
  );
  const bound = new Map<string, Source & { readonly piece: Piece }>();
  for (const piece of ready) {
    const found = sources.get(boundFrom(piece) ?? '');
    if (found !== undefined) bound.set(piece.id, { ...found, piece });
  }
  let plans = planVolumes(
    [...bound.values()].map(({ piece }) => ({
      id: piece.id,
      pages: piece.pages ?? 1,
      bytes: (goesAsPictures(piece) ? piece.hiddenSize : piece.pageSize) ?? looks.get(piece.file ?? '')?.size ?? 0,
    })),
  );
  await inTrx((trx) => noteStep(trx, bundle.id, 'volumes', plans.length));
  const before = await inTrx((trx) => madeOf(trx, bundle.id));
  for (let i = 0; i < plans.length; ) {
    const plan = plans[i];
    if (plan === undefined) break;
    const parts = plan.parts.flatMap((part): (VolumePart & { content: string })[] => {
      const { path, content, piece } = bound.get(part.id) ?? {};
      if (path === undefined || content === undefined || piece === undefined) return [];
      const confidence = piece.standing === 'confidence';
      const withoutNotes = bundle.audience === 'subject';
      return [
        {
          ...part,
          of: piece.pages ?? 0,
          file: path,
          content,
          title: titles.get(part.id) ?? '',
          confidence,
          withoutNotes,
        },
      ];
    });
    const title = `Volume ${plan.n}`;
    const known = {
      what: 'volume' as const,
      plan: digestOf({ title, parts: parts.map(({ file: _, ...part }) => part) }),
      n: plan.n,
    };
    const there = before.find((one) => sameThing(one, known));
    if (there !== undefined) {
      await keepOf(place, making, null, async (trx) => {
        await takeOver(trx, bundle.id, there, bundle.version);
      });
      kept.push(known);
      i += 1;
      continue;
    }
    const name = `volume-${String(plan.n).padStart(2, '0')}.pdf`;
    const { stored } = await written(
      place,
      { do: 'volume', title, parts: parts.map(({ content: _, ...part }) => part) },
      name,
    );
    const smaller = stored.size > volumeBytes ? divide(plans, plan.n) : null;
    if (smaller !== null) {
      plans = smaller;
      await inTrx((trx) => noteStep(trx, bundle.id, 'volumes', plans.length));
      continue;
    }
    await keep({
      ...known,
      name,
      stored,
      firstPage: plan.first,
      lastPage: plan.last,
    });
    i += 1;
  }
  return plans;
}

/** Finds the files that can't be bound even alone, and notes that they have no pages. Whether there was one. */
async function setAside(place: BundlePlace, making: Making, ready: readonly Piece[]): Promise<boolean> {
  let found = false;
  const sources = await sourcesOf(
    place,
    ready.flatMap((piece) => pagesFile(piece) ?? []),
  );
  for (const piece of ready) {
    const source = sources.get(pagesFile(piece) ?? '');
    if (piece.pages === null || piece.file === null || goesAsPictures(piece) || source === undefined) continue;
    const part = {
      file: source.path,
      from: 1,
      to: piece.pages,
      of: piece.pages,
      first: 1,
      title: '',
      confidence: false,
      withoutNotes: false,
    };
    let bound = false;
    for (let n = 1; !bound; n++) {
      const { end, said } = await runTask({ do: 'volume', title: '', parts: [part] }, async (ran) => ran, place);
      if (end !== 'done' && place.stop?.aborted === true) throw new PaperFailed(end);
      if (said.some((one) => one.is === 'no-pages')) break;
      bound = end === 'done';
      if (!bound && n >= mostTries) await giveUp(place, making, piece.id);
    }
    if (bound) continue;
    found = true;
    const from = piece.madeFrom ?? source.content;
    await keepOf(place, making, null, (trx) =>
      notePages(trx, making.id, piece.id, {
        from,
        file: null,
        pages: null,
        size: piece.pageSize,
        trouble: 'damaged',
        unseen: [],
      }),
    );
  }
  return found;
}

interface Finished extends Kept, Pick<Made, 'name' | 'firstPage' | 'lastPage'> {
  readonly stored: Stored;
}

type Keep = (made: Finished) => Promise<void>;

async function keepThing(place: BundlePlace, making: Making, made: Finished): Promise<Kept> {
  const { id, version } = making;
  const { what, n, plan } = made;
  await keepOf(place, making, made.stored, async (trx) => {
    if (await takeOver(trx, id, made, version)) return;
    const file = await keepFile(trx, place.files, { ...made.stored, name: made.name }, 'ours');
    await keepMade(trx, id, { ...made, file, version });
  });
  return { what, n, plan };
}

/** What has no pages goes as the file it is, under a number and not under its name. */
async function encloseFiles(keep: Keep, ready: readonly Piece[], looks: ReadonlyMap<string, FileLook>): Promise<void> {
  for (const { piece, name, n } of enclosuresOf(ready, looks)) {
    const look = looks.get(piece.file ?? '');
    if (look === undefined) continue;
    const { content, size, type } = look;
    const plan = digestOf({ content, name });
    const stored = { content, size, type, name };
    await keep({ what: 'enclosure', n, plan, name, stored, firstPage: null, lastPage: null });
  }
}

function enclosuresOf(
  ready: readonly Piece[],
  looks: ReadonlyMap<string, FileLook>,
): readonly { readonly piece: Piece; readonly name: string; readonly n: number }[] {
  return ready
    .filter(({ pages, file }) => pages === null && file !== null)
    .map((piece, i) => {
      const ending = extname(looks.get(piece.file ?? '')?.name ?? '').toLowerCase();
      const n = i + 1;
      return { piece, n, name: `file-${String(n).padStart(2, '0')}${/^\.[a-z0-9]{1,5}$/.test(ending) ? ending : ''}` };
    });
}

function placesIn(plans: readonly VolumePlan[]): { piece: string; first: number; last: number }[] {
  const places = new Map<string, { piece: string; first: number; last: number }>();
  for (const { id, from, to, first } of plans.flatMap(({ parts }) => parts)) {
    const last = first + to - from;
    places.set(id, { piece: id, first: places.get(id)?.first ?? first, last });
  }
  return [...places.values()];
}

async function writeIndex(
  place: BundlePlace,
  bundle: Bundle,
  keep: Keep,
  about: {
    readonly landlord: string;
    readonly all: readonly Piece[];
    readonly ready: readonly Piece[];
    readonly plans: readonly VolumePlan[];
    readonly titles: ReadonlyMap<string, string>;
    readonly material: Material;
    readonly looks: ReadonlyMap<string, FileLook>;
    readonly boxes: ReadonlyMap<string, readonly Box[]>;
  },
): Promise<void> {
  const { landlord, all, ready, plans, titles, material, looks, boxes } = about;
  const places = new Map(placesIn(plans).map((one) => [one.piece, one]));
  const files = new Map(enclosuresOf(ready, looks).map(({ piece, name }) => [piece.id, name]));
  const ids = new Set(ready.map(({ id }) => id));
  const several = new Set(ready.map(({ reference }) => reference)).size > 2;
  const reasons = new Set<string>();
  for (const { reason } of ready.flatMap(({ id }) => boxes.get(id) ?? []))
    reasons.add(reason === 'other' ? 'Another reason, which we can be asked about' : hideReasonWords[reason]);
  const where = (piece: Piece): string => {
    const at = places.get(piece.id);
    if (at === undefined) return files.get(piece.id) ?? '';
    const volumes = plans.filter((plan) => plan.first <= at.last && plan.last >= at.first).map(({ n }) => n);
    const pages = at.first === at.last ? `page ${at.first}` : `pages ${at.first} to ${at.last}`;
    return `Volume ${volumes.join(' and ')}, ${pages}`;
  };
  const document = indexDocument({
    landlord,
    title: bundle.audience === 'ombudsman' ? 'Evidence for the Ombudsman: index' : 'What we hold about you: index',
    subtitle: bundle.reference === null ? null : `Case ${bundle.reference}`,
    today: material.today,
    asked: bundle.asked,
    volumes: plans,
    pieces: ready
      .filter((piece) => places.has(piece.id) || files.has(piece.id))
      .map((piece) => ({
        kind: piece.kind,
        title: `${titles.get(piece.id) ?? ''}${several && piece.reference !== null ? ` (${piece.reference})` : ''}`,
        on: piece.on,
        where: where(piece),
        confidence: piece.standing === 'confidence',
        hidden: piece.boxes > 0,
      })),
    held: new Set(
      all.filter(({ id }) => !ready.some((one) => one.id === id && one.trouble === 'erased')).map(({ kind }) => kind),
    ),
    leftOut:
      bundle.audience === 'subject'
        ? []
        : all
            .filter(({ standing }) => standing === 'out')
            .map(({ kind, on, reason, markedBy }) => ({
              title: bundleKindWords[kind],
              on,
              why: reason ?? '',
              by: markedBy ?? '',
            })),
    heldBack: all
      .filter((piece) => piece.standing === 'privileged' || (goesAlong(piece.standing) && !ids.has(piece.id)))
      .map((piece) => ({
        title: `${bundleKindWords[piece.kind]}${piece.on === null ? '' : `, ${inShortWords(piece.on)}`}`,
        why:
          piece.standing === 'privileged'
            ? (piece.reason ?? '')
            : 'It can’t be opened safely, or says again what is hidden',
        by: piece.markedBy ?? '',
      })),
    hiddenBecause: [...reasons].sort(),
  });
  const { bytes } = documentPdf(document);
  const received = await receiveFile(place.files, place.landlordId, bytes, { name: 'index.pdf' });
  if (!received.ok) throw new Error('an index without bytes');
  await keep({
    what: 'index',
    n: 1,
    plan: digestOf({ content: received.stored.content }),
    name: 'index.pdf',
    stored: received.stored,
    firstPage: null,
    lastPage: null,
  });
}

/** Digest and name of each file that is handed over, one a line, as `sha256sum --check` reads them. */
async function writeManifest(
  place: BundlePlace,
  bundle: Bundle,
  { keep, kept }: { readonly keep: Keep; readonly kept: readonly Kept[] },
): Promise<void> {
  const all = await inLandlord(place.db, place.landlordId, (trx) => madeOf(trx, bundle.id, bundle.version));
  const made = all.filter((one) => kept.some((mine) => sameThing(one, mine)));
  const lines = made.filter(({ what }) => what !== 'manifest').map(({ content, name }) => `${content}  ${name}\n`);
  const received = await receiveFile(place.files, place.landlordId, Buffer.from(lines.join('')), {
    name: 'manifest.txt',
  });
  if (!received.ok) throw new Error('a manifest without lines');
  await keep({
    what: 'manifest',
    n: 1,
    plan: digestOf({ content: received.stored.content }),
    name: 'manifest.txt',
    stored: received.stored,
    firstPage: null,
    lastPage: null,
  });
}
