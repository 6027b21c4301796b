/** The process in which one stranger's file is opened: src/post/look-at-files.ts starts it by src/post/apart.ts. */
import './no-network.js';
import { readFile } from 'node:fs/promises';
import type { Piece, Say, Told } from './looking/found.js';
import { lookLimits } from './looking/limits.js';

const [path = '', type = '', name = ''] = process.argv.slice(2);

const pictures = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/tiff', 'image/avif'];
const archives = /^application\/(zip|vnd\.(openxmlformats|oasis|ms-)|epub|java-archive)/;
const closedArchives = /^application\/(x-rar|vnd\.rar|x-7z|x-ace|x-arj|x-cab|vnd\.ms-cab|x-lzh|x-stuffit)/;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function look(bytes: Buffer, say: Say): Promise<Told> {
  const text = (words: string) => {
    if (words.trim() !== '') say({ is: 'text', text: words.slice(0, lookLimits.text) });
  };
  if (pictures.includes(type) || type.startsWith('image/hei')) {
    const { lookAtPicture } = await import('./looking/picture.js');
    return lookAtPicture(bytes, type, say);
  }
  if (type === 'application/pdf') {
    const { lookAtPdf } = await import('./looking/pdf-pictures.js');
    return lookAtPdf(bytes, say);
  }
  if (closedArchives.test(type)) return { because: 'no-kind', sealed: 'closed-kind' };
  const words = await import('./looking/words-of.js');
  if (archives.test(type)) {
    const { lookThroughZip } = await import('./looking/archive.js');
    const seen = await lookThroughZip(bytes);
    if (seen.sealed !== null)
      return { sealed: seen.sealed, because: seen.sealed === 'encrypted' ? 'locked' : 'too-many' };
    if (seen.damaged) return { because: 'damaged' };
    if (type === docx) text(await words.wordsOfDocx(bytes));
    else if (type === 'application/zip') text(words.listOf(seen));
    else return { because: 'no-kind' };
    return {};
  }
  if (type === 'application/x-cfb') {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return { sealed: 'encrypted', because: 'locked' };
    const read = /\.msg$/i.test(name) ? words.wordsOfMsg(bytes) : null;
    if (read === null) return { because: 'no-kind' };
    text(read);
    return {};
  }
  if (type === 'message/rfc822') {
    text(await words.wordsOfEml(bytes));
    return {};
  }
  if (type === 'image/svg+xml') return { because: 'unsafe-kind' };
  if (type.startsWith('text/') || type === 'application/xml') {
    const head = bytes.toString('latin1', 0, 2_000);
    if (/<svg[\s>]/i.test(head)) return { because: 'unsafe-kind' };
    text(words.wordsOfText(bytes.subarray(0, 4_000_000)));
    return {};
  }
  return { because: 'no-kind' };
}

async function main(): Promise<void> {
  // Whoever asked is gone.
  process.on('disconnect', () => process.exit());
  const pieces: Piece[] = [];
  let told: Told;
  try {
    told = await look(await readFile(path), (piece) => pieces.push(piece));
  } catch {
    told = { because: 'damaged' };
  }
  for (const piece of [...pieces, { is: 'told', told } satisfies Piece]) process.send?.(piece);
  process.send?.('done', () => process.disconnect?.());
}

void main();
