/**
 * A look into a ZIP before anything reads it: its list of contents, that nothing hides between them, and that what comes
 * out of it is not a thousand times what goes in.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline as joined, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { Stop } from '../stop.js';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** How a part is packed, by the numbers of the format. */
const stored = 0;
const deflated = 8;

const mostEntries = 2_000;
/** A sheet of 200,000 rows and thirty columns comes to about 400 MB. */
const mostUnpacked = 1_000_000_000;

export const damaged = new Stop(
  'This workbook is damaged: open it in a spreadsheet program, save it again as .xlsx, and try once more.',
);
const bomb = new Stop('This workbook unpacks to more than a register can hold, so it was not read.');

/** Its contents, in their order. */
export async function zipEntries(path: string, size: number): Promise<ZipEntry[]> {
  const handle = await open(path);
  try {
    const tail = await bytes(handle, Math.max(0, size - 66_000), Math.min(size, 66_000));
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end === -1 || end + 22 > tail.length) throw damaged;
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (count > mostEntries) throw bomb;
    if (start + length > size) throw damaged;
    const directory = await bytes(handle, start, length);
    const entries: ZipEntry[] = [];
    let at = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged;
      const nameLength = directory.readUInt16LE(at + 28);
      if ((directory.readUInt16LE(at + 8) & 1) !== 0)
        throw new Stop('This workbook has a password: save it without one, and try again.');
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/** Unpacks everything once, counting, and keeps nothing: a bomb shows before anything reads it. */
export async function refuseBombs(path: string, entries: readonly ZipEntry[]): Promise<void> {
  let unpacked = 0;
  try {
    for (const entry of entries) {
      const counting = new Writable({
        write(piece: Buffer, _encoding, done) {
          unpacked += piece.length;
          done(unpacked > mostUnpacked ? bomb : null);
        },
      });
      await pipeline(await unpackedBytes(path, entry), counting);
    }
  } catch (error) {
    throw error instanceof Stop ? error : damaged;
  }
}

/** A part of any size, unpacked as it is read; it ends with an error where the part is damaged. */
export async function unpackedBytes(path: string, { offset, packed, method }: ZipEntry): Promise<Readable> {
  const handle = await open(path);
  let start: number;
  try {
    start = await dataOf(handle, offset);
  } finally {
    await handle.close();
  }
  if (packed === 0) {
    if (method === stored) return Readable.from([]);
    throw damaged;
  }
  const bytes = createReadStream(path, { start, end: start + packed - 1 });
  if (method === stored) return bytes;
  if (method !== deflated) throw damaged;
  // What fails on the way is heard by whoever reads the end of it.
  return joined(bytes, createInflateRaw(), () => {});
}

/** A small part, unpacked. */
export async function readEntry(path: string, entry: ZipEntry): Promise<string> {
  const handle = await open(path);
  try {
    const packed = await bytes(handle, await dataOf(handle, entry.offset), entry.packed);
    if (entry.method === stored) return packed.toString('utf8');
    return inflateRawSync(packed, { maxOutputLength: 4_000_000 }).toString('utf8');
  } catch (error) {
    throw error instanceof Stop ? error : damaged;
  } finally {
    await handle.close();
  }
}

async function dataOf(handle: FileHandle, offset: number): Promise<number> {
  const head = await bytes(handle, offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw damaged;
  return offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
}

async function bytes(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}
