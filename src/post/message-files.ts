/** A message and what came with it as files: read from the disk, and brought to the landlord's folder. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import { receiveFile, type Stored } from '../store/documents.js';
import { readSetting } from '../store/rules.js';
import { type Incoming, mostBytes } from './inbound.js';

export interface Place {
  readonly db: Database;
  /** The folder of all landlords' files. */
  readonly files: string;
  readonly landlordId: LandlordId;
}

export interface Message {
  /** What the file was called, for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** When `bytes` is only the beginning: where the whole is. */
  readonly whole?: { readonly path: string; readonly size: number };
  /** When the mail server put it into its mailbox. */
  readonly arrivedAt?: Date;
}

/** A file as a message. What is too large to open is read at its beginning and kept whole. */
export async function messageFile(path: string, name: string): Promise<Message> {
  const { size } = await stat(path);
  const handle = await open(path, 'r');
  try {
    if (size <= mostBytes) return { name, bytes: await handle.readFile() };
    const bytes = new Uint8Array(4 * 1024 * 1024);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return { name, bytes: bytes.subarray(0, bytesRead), whole: { path, size } };
  } finally {
    await handle.close();
  }
}

export interface StoredFiles {
  readonly files: readonly Stored[];
  readonly raw: Stored | null;
}

/** Brings the bytes to the disk before the transaction names them. A set-aside message keeps only the whole. */
export async function storeFiles(place: Place, message: Message, incoming: Incoming): Promise<StoredFiles> {
  const largest = Number.MAX_SAFE_INTEGER;
  const put = async (
    source: Uint8Array | ReturnType<typeof createReadStream>,
    name: string,
  ): Promise<Stored | null> => {
    const received = await receiveFile(place.files, place.landlordId, source, { name, largest });
    return received.ok ? received.stored : null;
  };
  const name = `message ${incoming.receivedOn}.eml`;
  const raw = await put(message.whole ? createReadStream(message.whole.path) : message.bytes, name);
  const files: Stored[] = [];
  const wanted = incoming.aside ? [] : incoming.files;
  // A few at a time: the disk is waited for together, and a message of hundreds of files opens no hundreds of them.
  for (let at = 0; at < wanted.length; at += 4) {
    const some = await Promise.all(wanted.slice(at, at + 4).map((file) => put(file.bytes, file.name)));
    files.push(...some.filter((stored) => stored !== null));
  }
  return { files, raw };
}

export async function whole(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/** The name under which a landlord's settings hold the domains of its own mail: a list of texts. */
export const ownDomainsSetting = 'mail-domains';

const remembered = new Map<string, { readonly domains: readonly string[]; readonly until: number }>();

/** The landlord's own domains. `lately`: as they were within the last ten seconds, for mail that comes by the hundred. */
export async function ownDomainsOf(place: Place, lately = false): Promise<readonly string[]> {
  const known = lately ? remembered.get(place.landlordId) : undefined;
  if (known !== undefined && known.until > performance.now()) return known.domains;
  const setting = await inLandlord(place.db, place.landlordId, (trx) => readSetting<unknown>(trx, ownDomainsSetting), {
    readOnly: true,
  });
  const domains = domainsIn(setting);
  remembered.set(place.landlordId, { domains, until: performance.now() + 10_000 });
  return domains;
}

function domainsIn(setting: unknown): readonly string[] {
  return Array.isArray(setting) ? setting.filter((each) => typeof each === 'string') : [];
}
