/**
 * The form by which residents complain: 150 requests a second to a page of it, and what a photo or film of 50 MB adds to
 * the memory of the web process while it comes in.
 */
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nothingTold } from '../src/complaint/telling/told.js';
import { beginDraft } from '../src/store/complaint-drafts.js';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { publicSlug } from '../src/store/publications.js';
import { openResidentSession } from '../src/store/resident-sessions.js';
import { csrfToken } from '../src/web/answers.js';
import type { Made } from './data.js';
import type { Figure } from './figures.js';
import type { Measured } from './measured.js';
import { weigh } from './product.js';
import { atRate } from './residents.js';

const visitor = 'v'.repeat(43);
const megabyte = 1_048_576;
const film = 50 * megabyte - 4096;

/** Gives the p99 of the form's pages, and the memory that an upload adds. */
export async function measure(made: Made, folder: string, measured: Measured): Promise<readonly Figure[]> {
  const { base, cookie } = await begun(made, folder);
  // One visitor may ask 3,000 times a minute, so it is one page: the one with most on it.
  const page = await atRate(
    measured,
    'a page of the form, with what was typed',
    () => ({ path: `${base}/complain/points/1`, cookie, body: null, holds: 'black with mould' }),
    150,
  );
  return [...page, ...(await upload(measured, base, cookie))];
}

async function begun(made: Made, folder: string): Promise<{ readonly base: string; readonly cookie: string }> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1 });
  try {
    return await inLandlord(db, made.landlordId, async (trx) => {
      const point = { what: 'The bedroom is black with mould.', right: 'Treat it.', since: null, sinceWords: '' };
      const about = await beginDraft(trx, { ...nothingTold, wish: 'wrong', points: [point] });
      const opened = { purpose: 'draft', caseId: null, person: null, about, way: 'form' } as const;
      const secret = await openResidentSession(trx, opened, new Date());
      return {
        base: `/residents/${await publicSlug(trx)}`,
        cookie: `putright-visitor=${visitor}; putright-resident-draft=${made.landlordId}.${secret}`,
      };
    });
  } finally {
    await db.close();
  }
}

/** The web process is weighed twenty times a second while 50 MB come in; the first upload of all has warmed it. */
async function upload(measured: Measured, base: string, cookie: string): Promise<readonly Figure[]> {
  await pour(measured, base, cookie, megabyte);
  await pause(3_000);
  const before = weigh(measured.product)?.web;
  if (before === undefined) return [];
  let most = before;
  let over = false;
  const watching = (async () => {
    while (!over) {
      most = Math.max(most, weigh(measured.product)?.web ?? 0);
      await pause(50);
    }
  })();
  await pour(measured, base, cookie, film);
  over = true;
  await watching;
  return [
    { what: 'memory of the web process that an upload of 50 MB adds', value: most - before, unit: 'MB', atMost: 60 },
  ];
}

function pour({ product }: Measured, base: string, cookie: string, bytes: number): Promise<void> {
  const boundary = '----putright-bench-film';
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${csrfToken(visitor)}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n` +
      '\0\0\0\u0018ftypmp42\0\0\0\0mp42isom',
    'latin1',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const piece = Buffer.alloc(64 * 1024, 7);
  const pieces = Math.floor(bytes / piece.length);
  return new Promise((resolve, reject) => {
    const sending = request(
      `${product.url}${base}/complain/files`,
      {
        method: 'POST',
        headers: {
          cookie,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': head.length + pieces * piece.length + tail.length,
        },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 303 ? resolve() : reject(new Error(`the upload was answered by ${answer.statusCode}`)),
        );
      },
    );
    sending.on('error', reject);
    sending.write(head);
    let gone = 0;
    const more = (): void => {
      while (gone < pieces) {
        gone += 1;
        if (!sending.write(piece)) {
          sending.once('drain', more);
          return;
        }
      }
      sending.end(tail);
    };
    more();
  });
}
