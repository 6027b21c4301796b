/** What a resident's browser may send: one file, as large as was said, and never two gigabytes. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { writeSetting } from '../../src/store/rules.js';
import { startWeb, type TestWeb, type Visitor } from '../support/web.js';

let web: TestWeb;
let base: string;
let visitor: Visitor;

before(async () => {
  web = await startWeb();
  base = await inLandlord(web.db, web.landlordId, async (trx) => {
    await writeSetting(trx, 'largest-file', 2_000_000);
    return `/residents/${await publicSlug(trx)}`;
  });
  visitor = await web.visitor(null);
  await visitor.get(`${base}/complain`);
  await visitor.send({ wish: 'wrong' });
});
after(() => web.close());

const boundary = 'x-boundary-x';
const head = () =>
  Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${visitor.token()}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n`,
  );

/** Sends until it is cut off, or `most` have gone; says how much went and what came back. */
async function pour(
  most: number,
  announced: number | null,
): Promise<{ gone: number; status: number | null; text: string }> {
  const { hostname, port } = new URL(web.url);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const sending = request({
    hostname,
    port,
    method: 'POST',
    path: `${base}/complain/files`,
    headers: {
      cookie,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(announced === null ? {} : { 'content-length': announced }),
    },
  });
  let status: number | null = null;
  let text = '';
  let over = false;
  sending.on('response', (response) => {
    status = response.statusCode ?? null;
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      text += piece;
    });
  });
  sending.on('error', () => {
    over = true;
  });
  sending.on('close', () => {
    over = true;
  });
  sending.write(head());
  let gone = 0;
  const piece = Buffer.alloc(256 * 1024, 7);
  while (!over && gone < most) {
    gone += piece.length;
    if (!sending.write(piece)) await Promise.race([once(sending, 'drain').catch(() => null), once(sending, 'close')]);
    await new Promise((go) => setImmediate(go));
  }
  if (!over) sending.destroy();
  return { gone, status, text };
}

const gigabyte = 1_073_741_824;

test('an upload of two gigabytes is refused before it is read when it says so, and cut off when it does not', async () => {
  const said = await pour(2 * gigabyte, 2 * gigabyte);
  assert.equal(said.status, 413);
  assert.match(said.text, /larger than we can take at once/);
  assert.ok(said.gone < 40_000_000, `${said.gone} bytes were taken`);
  const unsaid = await pour(2 * gigabyte, null);
  assert.ok(unsaid.gone < 60_000_000, `${unsaid.gone} bytes were taken`);
  const page = await visitor.get(`${base}/complain/files`);
  assert.doesNotMatch(page.text, /film\.mp4/);
});

test('the limits are said before anything is chosen', async () => {
  const page = await visitor.get(`${base}/complain/files`);
  assert.match(
    page.text,
    /One at a time, up to 10 of them\. Each up to 2 MB: photos, films, recordings, PDF, Word and text/,
  );
});
