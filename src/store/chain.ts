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
  for (const key of inOrder(Object.keys(object))) {
    const is = (object as Record<string, unknown>)[key];
    if (is === undefined) continue;
    const item = plainly(is);
    if (item === undefined || !key.isWellFormed()) return undefined;
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${item}`;
  }
  return `${text}}`;
}

function inOrder(keys: string[]): string[] {
  for (let i = 1; i < keys.length; i++) if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  return keys;
}

/** What the first entry's `prev` holds: so that landlord, case and reference are in the chain too. */
export function genesis(landlordId: string, caseId: string, reference: string): string {
  return hashOnce('sha256', canonical({ landlordId, caseId, reference }), 'hex');
}

/** The hash of an entry, hex, after the hash before it. */
export function hashOf(prev: string, link: Link): string {
  return hashOfText(prev, canonicalLink(link, canonical(link.body), canonical(link.recordedBy)));
}

/** The same, and the two texts in it that are stored as they stand. */
export function hashAndTexts(prev: string, link: Link): { hash: string; body: string; recordedBy: string } {
  const body = canonical(link.body);
  const recordedBy = canonical(link.recordedBy);
  return { hash: hashOfText(prev, canonicalLink(link, body, recordedBy)), body, recordedBy };
}

/** `canonical(link)`, whose keys and their order are known. */
function canonicalLink(link: Link, body: string, recordedBy: string): string {
  const { landlordId, caseId, seq, type, version, happenedOn, recordedAt } = link;
  return (
    `{"body":${body},"caseId":${canonical(caseId)},"happenedOn":${canonical(happenedOn)}` +
    `,"landlordId":${canonical(landlordId)},"recordedAt":${canonical(recordedAt)},"recordedBy":${recordedBy}` +
    `,"seq":${canonical(seq)},"type":${canonical(type)},"version":${canonical(version)}}`
  );
}

/** Where an entry is laid to be hashed in one call: most are far shorter. */
const table = Buffer.allocUnsafe(16_384);
const prevLength = 32;

function hashOfText(prev: string, text: string): string {
  if (text.length * 3 > table.length - prevLength)
    return createHash('sha256').update(prev, 'hex').update(text, 'utf8').digest('hex');
  table.write(prev, 0, 'hex');
  const length = table.write(text, prevLength, 'utf8');
  return hashOnce('sha256', table.subarray(0, prevLength + length), 'hex');
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

/** The body that is stored: a happening without its type, which has a column of its own. Its keys in canonical order. */
export function bodyOf(what: Happening): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const key of keysOf(what)) body[key] = what[key];
  return body;
}

const keysByType = new Map<string, readonly string[]>();

/** The keys of a happening in order, sorted anew only when they are not those of the last one of its type. */
function keysOf(what: Happening): readonly (keyof typeof what)[] {
  const known = keysByType.get(what.type);
  let keys = known;
  let n = 0;
  for (const key in what) {
    n += 1;
    if (keys !== undefined && !(key === 'type' || keys.includes(key))) keys = undefined;
  }
  if (keys === undefined || keys.length !== n - 1) {
    keys = Object.keys(what)
      .filter((key) => key !== 'type')
      .sort();
    keysByType.set(what.type, keys);
  }
  return keys as readonly (keyof typeof what)[];
}
