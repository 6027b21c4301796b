/**
 * The process that writes a closed archive (AES-256) to its output as it goes, so that no more of it than a piece is ever
 * in memory. What it is to close, and the password, come by its input: an argument could be read by others.
 */
import { createReadStream } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { configure, ZipWriter } from '@zip.js/zip.js';

export interface ZipAsked {
  readonly password: string;
  readonly files: readonly { readonly path: string; readonly name: string }[];
}

async function write(): Promise<void> {
  const { password, files } = JSON.parse(await text(process.stdin)) as ZipAsked;
  configure({ useWebWorkers: false });
  const zip = new ZipWriter(Writable.toWeb(process.stdout), { password, encryptionStrength: 3, level: 0, zip64: true });
  for (const { path, name } of files) await zip.add(name, Readable.toWeb(createReadStream(path)) as ReadableStream);
  await zip.close();
}

void write().catch(() => process.exit(1));
