/**
 * A bundle of 2,000 scanned pages and 770 MB, of which 40 pages have hidden places, made by the worker as people run it: how
 * long it takes, and how much the largest process holds meanwhile.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import sharp from 'sharp';
import { bundleKinds } from '../src/complaint/bundle/kinds.js';
import { allow } from '../src/complaint/refusals.js';
import { picturePdf } from '../src/post/picture-pdf.js';
import { openCase } from '../src/store/act.js';
import { gatherPapers } from '../src/store/bundle-gather.js';
import { askToMake, madeOf } from '../src/store/bundle-making.js';
import { beginBundle, readBundle } from '../src/store/bundles.js';
import { type Database, inLandlord, type LandlordId, openDatabase } from '../src/store/database.js';
import { keepFile, receiveFile } from '../src/store/documents.js';
import { runningCluster } from '../src/store/embedded.js';
import { makeLandlord } from '../src/store/landlords.js';
import { addStaff } from '../src/store/staff.js';
import type { Figure } from './figures.js';
import { type Product, weigh } from './product.js';

const documents = 40;
const pagesEach = 50;
const bytesEach = 385_000;
/** The pages of one more paper, of words, with a hidden place on each: they are painted, and read. */
const hiddenPages = 40;
const wordsEach = 300;

/** Into a landlord of its own. */
export async function measure(folder: string, product: Product): Promise<readonly Figure[]> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 2 });
  try {
    const landlordId = await makeLandlord(db, { name: 'A bundle of 2,000 pages' });
    const { bundle, megabytes } = await fill(db, landlordId, join(folder, 'files'));
    const started = performance.now();
    await inLandlord(db, landlordId, (trx) => askToMake(trx, bundle, new Date()));
    let most = 0;
    for (;;) {
      most = Math.max(most, workerOf(product), ...papersProcesses());
      const found = await inLandlord(db, landlordId, (trx) => readBundle(trx, bundle));
      if (found?.state === 'made') break;
      if (found?.state !== 'making') throw new Error(`the bundle stopped: ${found?.trouble}`);
      await pause(100);
    }
    const seconds = (performance.now() - started) / 1_000;
    const volumes = (await inLandlord(db, landlordId, (trx) => madeOf(trx, bundle))).filter(
      (one) => one.what === 'volume',
    );
    return [
      {
        what: 'a bundle of 2,000 pages and 770 MB, 40 pages of it with hidden places',
        value: seconds,
        unit: 's',
        atMost: 120,
      },
      { what: 'the largest process that made it', value: most, unit: 'MB', atMost: 700 },
      { what: 'what was put together', value: megabytes, unit: 'MB' },
      { what: 'volumes that were made', value: volumes.length, unit: '' },
    ];
  } finally {
    await db.close();
  }
}

async function fill(
  db: Database,
  landlordId: LandlordId,
  files: string,
): Promise<{ readonly bundle: string; readonly megabytes: number }> {
  const page = await scan();
  const written = await scanOfWords();
  const staff = await inLandlord(db, landlordId, (trx) =>
    addStaff(trx, { name: 'Officer', email: 'bundle@bench.example', roles: ['officer'] }),
  );
  if (staff === null) throw new Error('no member of staff');
  let bytes = 0;
  const opened = await openCase(
    db,
    { landlordId, staff, roles: ['officer'] },
    { now: new Date() },
    async (context, trx) => {
      const happened = [];
      for (let n = 0; n <= documents; n++) {
        const pages = n === documents ? { length: hiddenPages, of: written } : { length: pagesEach, of: page };
        const pdf = picturePdf(
          `Scan ${n + 1}`,
          Array.from({ length: pages.length }, () => pages.of),
        );
        bytes += pdf.length;
        const received = await receiveFile(files, landlordId, pdf, { name: `scan-${n + 1}.pdf` });
        if (!received.ok) throw new Error('a scan was not taken');
        const file = await keepFile(trx, files, received.stored, 'ours');
        const what = {
          type: 'DocumentAdded',
          file,
          title: context.keep(`Scan ${n + 1}`),
          from: 'staff',
          points: [],
        } as const;
        happened.push({ what, on: context.today });
      }
      const received = {
        type: 'Received',
        channel: 'letter',
        firstHeardBy: 'complaints-team',
        words: context.keep('Everything is wrong'),
        files: [],
        person: null,
        home: null,
        tenure: 'LCRA',
        group: [],
        hazards: [],
      } as const;
      return allow([{ what: received, on: context.today }, ...happened]);
    },
  );
  if (opened.is !== 'done') throw new Error('the case was not opened');
  const bundle = await inLandlord(db, landlordId, async (trx) => {
    const id = await beginBundle(trx, {
      of: { caseId: opened.caseId },
      asked: bundleKinds,
      by: staff,
      now: new Date(),
    });
    await gatherPapers(trx, { id, audience: 'ombudsman', caseId: opened.caseId, person: null });
    await sql`
      insert into bundle_box (landlord_id, bundle_id, piece_id, page, x, y, w, h, reason, made_by)
      select p.landlord_id, p.bundle_id, p.id, page, 1000, 2000, 3000, 400, 'another-person', ${staff}::uuid
      from bundle_piece p, generate_series(1, ${hiddenPages}::int) page
      where p.landlord_id = ${trx.landlordId} and p.bundle_id = ${id} and p.title = ${`Scan ${documents + 1}`}`.execute(
      trx,
    );
    return id;
  });
  return { bundle, megabytes: bytes / 1_000_000 };
}

/** A page as a scanner gives it: noise, which nothing makes smaller, in a picture of so many bytes. */
async function scan(): Promise<{ bytes: Buffer; width: number; height: number }> {
  const [width, height] = [1_240, 1_754];
  const noise = randomBytes(width * height);
  for (let quality = 30; ; quality += 2) {
    const bytes = await sharp(noise, { raw: { width, height, channels: 1 } })
      .blur(1.2)
      .jpeg({ quality })
      .toBuffer();
    if (bytes.length >= bytesEach || quality >= 96) return { bytes, width, height };
  }
}

/** A page of a letter. */
async function scanOfWords(): Promise<{ bytes: Buffer; width: number; height: number }> {
  const [width, height] = [1_240, 1_754];
  const said = 'the ceiling of my bathroom came down in March and nobody has been to mend it'.split(' ');
  const perLine = 10;
  const lines = Array.from({ length: wordsEach / perLine }, (_, line) => {
    const words = Array.from({ length: perLine }, (_, i) => said[(line * perLine + i) % said.length]);
    return `<text x="110" y="${150 + line * 46}" font-size="24" font-family="sans-serif">${words.join(' ')}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`;
  return { bytes: await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer(), width, height };
}

/** 0 when a process ended while it was weighed. */
function workerOf(product: Product): number {
  try {
    return weigh(product)?.worker ?? 0;
  } catch {
    return 0;
  }
}

/** What the processes that put papers together hold now, in MB (Linux). */
function papersProcesses(): number[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      if (!/bundle\/(apart|read)-main/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return [];
      return [(Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_000_000];
    } catch {
      return [];
    }
  });
}
