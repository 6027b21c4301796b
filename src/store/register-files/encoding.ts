/** In which characters a text file is written: what it says at its start, else what its bytes can be. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Seen {
  readonly digest: string;
  readonly size: number;
  readonly head: Buffer;
  /** Whether every byte is part of proper UTF-8. */
  readonly utf8: boolean;
}

/** Reads the whole file once: its digest, and whether it is UTF-8. */
export async function lookAt(path: string): Promise<Seen> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [size, utf8] = [0, true];
  let head: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if (head.length < 4_096) head = Buffer.concat([head, piece.subarray(0, 4_096 - head.length)]);
    hash.update(piece);
    size += piece.length;
    if (!utf8) continue;
    try {
      decoder.decode(piece, { stream: true });
    } catch {
      utf8 = false;
    }
  }
  if (utf8) {
    try {
      decoder.decode();
    } catch {
      utf8 = false;
    }
  }
  return { digest: hash.digest('hex'), size, head, utf8 };
}

/** The encoding of a text file: by its mark, by where its zeros stand, else by whether it can be UTF-8. */
export function encodingOf({ head, utf8 }: Seen): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs; i++) {
    if (head[i * 2] === 0) even += 1;
    if (head[i * 2 + 1] === 0) odd += 1;
  }
  if (pairs > 4 && odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le';
  if (pairs > 4 && even > pairs * 0.4 && odd < pairs * 0.1) return 'utf-16be';
  return utf8 ? 'utf-8' : 'windows-1252';
}

/** The file as text, in pieces; the mark at its start is no part of it. What can't be stored becomes a replacement mark. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield storable(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield storable(rest);
}

function storable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}

/** The start of a text file, for finding its separator. */
export async function startOf(path: string, encoding: Encoding): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
