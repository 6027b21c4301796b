/**
 * The one file that a backup is: a gzipped tar that any machine can open. `manifest.json` comes first and says whose it
 * is and what shape its tables have; `checksums.json` comes last, so that a file that was cut short is known for it.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { z } from 'zod';
import { codeOf, Stop } from './stop.js';

export const manifestSchema = z.object({
  format: z.literal('putright-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  /** The migrations that its database had run. */
  migrations: z.array(z.string()),
  landlords: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Tables in the order in which they can be filled, with their columns. */
  tables: z.array(z.object({ name: z.string().regex(/^[a-z_]+$/), columns: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

const checksumsSchema = z.record(z.string(), z.object({ sha256: z.string(), size: z.number() }));
type Checksums = z.infer<typeof checksumsSchema>;

export interface ArchiveWriter {
  put(name: string, bytes: Buffer): Promise<void>;
  /** False when the file is not there any more. */
  putFile(name: string, path: string): Promise<boolean>;
}

/** Writes an archive beside its place and moves it there when it is whole and on the disk. */
export async function writeArchive(path: string, fill: (archive: ArchiveWriter) => Promise<void>): Promise<void> {
  const partial = `${path}.partial`;
  const begun = await open(partial, 'wx', 0o600).catch((error: unknown) => {
    throw new Stop(whyNotBegun(path, partial, error));
  });
  const pack = tar.pack();
  const gzip = createGzip({ level: 2 });
  const out = begun.createWriteStream();
  let outFailed: Error | undefined;
  out.on('error', (error) => {
    // What ends the pipeline from the other side has a code of Node's own.
    if (codeOf(error)?.startsWith('ERR_') === false) outFailed ??= error;
  });
  const written = pipeline(pack, gzip, out);
  // It is awaited below; a failure in between must not count as unhandled.
  written.catch(() => {});
  const sums: Checksums = {};

  const put = async (name: string, bytes: Buffer): Promise<void> => {
    sums[name] = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    await entry(pack, name, bytes.length, [bytes], written);
  };
  try {
    await fill({
      put,
      async putFile(name, from) {
        const handle = await open(from, 'r').catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return undefined;
          throw error;
        });
        if (handle === undefined) return false;
        try {
          const { size } = await handle.stat();
          const hash = createHash('sha256');
          const pieces = async function* () {
            for await (const piece of createReadStream(from, { highWaterMark: 256 * 1024 })) {
              hash.update(piece as Buffer);
              yield piece as Buffer;
            }
          };
          await entry(pack, name, size, pieces(), written);
          sums[name] = { sha256: hash.digest('hex'), size };
          return true;
        } finally {
          await handle.close();
        }
      },
    });
    const last = Buffer.from(JSON.stringify(sums));
    await entry(pack, 'checksums.json', last.length, [last], written);
    pack.finalize();
    await written;
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, path);
  } catch (error) {
    pack.destroy();
    await written.catch(() => {});
    await rm(partial, { force: true });
    // A disk that is full comes up in whatever was just written; its own error says it.
    throw outFailed ?? error;
  }
}

function whyNotBegun(path: string, partial: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'EEXIST':
      return `A backup to ${path} is being written, or was interrupted: if it was, remove ${partial}.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no folder for ${path}.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} may not be written by this user.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: there is no room for ${path}.`;
    default:
      return `${path} can't be written: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function entry(
  pack: tar.Pack,
  name: string,
  size: number,
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>,
  written: Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A full disk ends the pipeline, and this entry would wait for ever.
    written.catch(reject);
    const sink = pack.entry({ name, size, mode: 0o600 }, (error) => (error ? reject(error) : resolve()));
    pipeline(Readable.from(pieces), sink as unknown as Writable).catch(reject);
  });
}

export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  /** What is not read is passed over. */
  readonly pieces: AsyncIterable<Buffer>;
}

/** Reads an archive once, from its beginning to its end, and holds every entry against its checksum. */
export async function readArchive(path: string, take: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const extract = tar.extract();
  // Its types do not know that an extract is iterated entry by entry.
  const entries = extract as unknown as AsyncIterable<Readable & { header: { name: string; size?: number } }>;
  const reading = pipeline(createReadStream(path), createGunzip(), extract);
  reading.catch(() => {});
  const found: Checksums = {};
  let said: Checksums | undefined;
  try {
    for await (const stream of entries) {
      const { name, size = 0 } = stream.header;
      if (name === 'checksums.json') {
        said = checksumsSchema.parse(JSON.parse((await whole(stream)).toString('utf8')));
        continue;
      }
      if (found[name] !== undefined) throw new Stop(`The archive ${path} holds ${name} twice: it is damaged.`);
      const hash = createHash('sha256');
      const pieces = async function* () {
        for await (const piece of stream) {
          hash.update(piece as Buffer);
          yield piece as Buffer;
        }
      };
      const iterator = pieces();
      await take({ name, size, pieces: iterator });
      for await (const _ of iterator);
      found[name] = { sha256: hash.digest('hex'), size };
    }
    await reading;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (error instanceof Stop || isOfTheDatabase(error) || /^(ENOSPC|EDQUOT)$/.test(code)) throw error;
    if (code === 'EISDIR') throw new Stop(`${path} is a folder, not an archive.`);
    if (code === 'EACCES' || code === 'EPERM') throw new Stop(`The archive ${path} may not be read by this user.`);
    throw new Stop(`The archive ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (said === undefined) throw new Stop(`The archive ${path} was cut short: its end is missing.`);
  for (const name of new Set([...Object.keys(said), ...Object.keys(found)])) {
    if (said[name]?.sha256 !== found[name]?.sha256) throw new Stop(`The archive ${path} is damaged at ${name}.`);
  }
}

function isOfTheDatabase(error: unknown): boolean {
  return error instanceof Error && 'severity' in error;
}

export async function whole(pieces: AsyncIterable<Buffer | Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
