/**
 * The chain that shows alteration: each entry's hash is sha256(the hash before it ‖ the entry in RFC 8785 form).
 *
 * It shows that something was changed; it does not prevent it. A tail removed together with its head, before an anchor
 * was taken, cannot be seen.
 */
import { createHash, hash as hashOnce } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Happening, RecordedBy } from '../facts/happened.js';

/** An entry in the form in which it is chained and stored. Instants are ISO 8601 in UTC with milliseconds. */
export interface Link {
  readonly landlordId: string;
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly version: number;
  readonly body: unknown;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly recordedBy: RecordedBy;
}

/**
 * Text in RFC 8785 form, the same for the same content whoever writes it. What a history holds (strings, whole numbers,
 * booleans, null, lists and objects of them) is written here, since every entry is; anything else by the library.
 */
export function canonical(value: unknown): string {
  const text = plainly(value) ?? canonicalize(value);
  if (text === undefined) throw new Error('nothing to write in canonical form');
  return text;
}

/** Undefined for what is not written here: a fraction, half a surrogate pair, an object that is more than its keys. */
function plainly(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? JSON.stringify(value) : undefined;
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? listPlainly(value) : objectPlainly(value);
    default:
      return undefined;
  }
}

function listPlainly(list: readonly unknown[]): string | undefined {
  let text = '[';
  for (let i = 0; i < list.length; i++) {
    const item = plainly(list[i]);
    if (item === undefined) return undefined;
    text += i === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function objectPlainly(object: object): string | undefined {
  const kind = Object.getPrototypeOf(object);
  if ((kind !== Object.prototype && kind !== null) || 'toJSON' in object) return undefined;
  let text = '{';
  // RFC 8785 sorts by UTF-16 code units, as sort does.
  for (const key of Object.keys(object).sort()) {
    const is = (object as Record<string, unknown>)[key];
    if (is === undefined) continue;
    const item = plainly(is);
    if (item === undefined || !key.isWellFormed()) return undefined;
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${item}`;
  }
  return `${text}}`;
}

/** What the first entry's `prev` holds: so that landlord, case and reference are in the chain too. */
export function genesis(landlordId: string, caseId: string, reference: string): string {
  return hashOnce('sha256', canonical({ landlordId, caseId, reference }), 'hex');
}

/** The hash of an entry, hex, after the hash before it. */
export function hashOf(prev: string, link: Link): string {
  return createHash('sha256').update(prev, 'hex').update(canonical(link), 'utf8').digest('hex');
}

/** Hex digests as the database takes a list of them: an array it can look up, not a query it might join by reading all. */
export function binary(digests: readonly string[]): Buffer[] {
  return digests.map((digest) => Buffer.from(digest, 'hex'));
}

const hexDigest = /^[0-9a-f]{64}$/;
const fileKeys = new Set(['file', 'files', 'evidence', 'bytes']);

export interface Mentions {
  readonly words: Set<string>;
  readonly files: Set<string>;
  /** What a WordsErased entry says is gone on purpose. */
  readonly erased: Set<string>;
}

export function noMentions(): Mentions {
  return { words: new Set(), files: new Set(), erased: new Set() };
}

/** Every digest of words and files that an entry's body holds. */
export function mentionsIn(type: string, body: unknown, into: Mentions = noMentions()): Mentions {
  if (type === 'WordsErased') gather(body, '', into.erased, into.erased);
  // The digest of an imported row is its identity, not words kept here.
  else gather(body, '', into.words, into.files);
  return into;
}

function gather(value: unknown, key: string, words: Set<string>, files: Set<string>): void {
  if (typeof value === 'string') {
    if (key !== 'rowDigest' && value.length === 64 && hexDigest.test(value))
      (fileKeys.has(key) ? files : words).add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) gather(item, key, words, files);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) gather(item, name, words, files);
  }
}

/** The body that is stored: a happening without its type, which has a column of its own. */
export function bodyOf(what: Happening): Record<string, unknown> {
  const { type: _type, ...body } = what;
  return body;
}
