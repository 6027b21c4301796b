/**
 * The key of this installation. It closes what the database must not hold in plain words: passwords of mailboxes, secrets
 * of accounts. It lies beside the files and never in the database, so that a copy of the tables alone opens nothing.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from './config.js';
import { codeOf, Stop } from './stop.js';

const keyLength = 32;

/** Reads the key that a folder holds, and makes one if there is none. Several processes at once make the same. */
export function keyOfFolder(folder: string): Buffer {
  const path = join(folder, 'installation-key');
  try {
    const found = readKey(path);
    if (found !== undefined) return found;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const trial = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`;
    writeFileSync(trial, `${randomBytes(keyLength).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    try {
      // A link is never made over another, so whoever came first has made the key for all.
      linkSync(trial, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      rmSync(trial, { force: true });
    }
    const made = readKey(path);
    if (made !== undefined) return made;
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`The key of this installation, ${path}, can’t be read or made: let this user read and write it.`);
  }
  throw new Stop(`The key of this installation, ${path}, vanished as it was made.`);
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = keyOf(readFileSync(path, 'utf8'));
    if (key === undefined) throw new Stop(`The file ${path} is not a key: put back the one that was copied apart.`);
    chmodSync(path, 0o600);
    return key;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) === 'EPERM') return keyOf(readFileSync(path, 'utf8'));
    throw error;
  }
}

/** The key that a text tells: 32 bytes in base64 or in hexadecimal digits. */
export function keyOf(text: string): Buffer | undefined {
  const tidy = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(tidy) ? Buffer.from(tidy, 'hex') : Buffer.from(tidy, 'base64');
  return bytes.length === keyLength ? bytes : undefined;
}

const known = new Map<string, Buffer>();

/** The environment's key, else the one in the data folder. */
export function installationKey(): Buffer {
  const { key, data } = readConfig();
  const from = key === undefined ? `folder ${data}` : `given ${key}`;
  const found = known.get(from) ?? (key === undefined ? keyOfFolder(data) : keyOf(key));
  if (found === undefined) throw new Stop('The setting PUTRIGHT_KEY cannot be read: it must be 32 bytes in base64.');
  known.set(from, found);
  return found;
}

/** A key for one use alone: what is learnt of it tells nothing of the others. */
export function keyFor(use: string): Buffer {
  // The doors of residents ask for theirs several times a page; the settings are read again only when they are others.
  const name = `${process.env.PUTRIGHT_KEY}\n${process.env.PUTRIGHT_DATA}\n${use}`;
  const derived =
    uses.get(name) ?? Buffer.from(hkdfSync('sha256', installationKey(), '', `putright ${use}`, keyLength));
  uses.set(name, derived);
  return derived;
}

const uses = new Map<string, Buffer>();
