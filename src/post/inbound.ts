/**
 * Reads one message as it arrived. It never throws and never gives up: what can't be read is said in `damaged`, and the
 * words that could be saved are there. Whether it opens a case or joins one is decided in take-in.ts.
 */
import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import type { Day } from '../facts/days.js';
import { trustedInner } from './first-heard.js';
import {
  all,
  areOfAMessage,
  domainOf,
  first,
  type Header,
  headerWords,
  type Mailbox,
  mailboxes,
  messageIds,
  readHeaders,
} from './headers.js';
import { cleanText, decodeGuessing, looksLikeText, mendMojibake, readableHtml } from './message-text.js';
import { ownWords } from './quoted.js';
import { receivedDay } from './received-on.js';
import { type Aside, whyAside } from './set-aside.js';
import { type HazardNoticed, suggestHazards } from './suggest-hazards.js';
import { type KindSuggestion, suggestKind } from './suggest-kind.js';
import { readTnef } from './tnef.js';

export interface Enclosed {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** It came inside another file of the message: kept too, counted with the file that it came in. */
  readonly within: boolean;
}

/** The parts of a message, before anything is concluded from them. */
export interface Parts {
  readonly headers: readonly Header[];
  readonly isMessage: boolean;
  readonly from: Mailbox | null;
  readonly subject: string;
  /** Everything readable, quoted parts too. */
  readonly text: string;
  readonly files: readonly Enclosed[];
  /** Messages that came as files inside this one. */
  readonly attached: readonly Parts[];
  /** What could not be read, each in a sentence. */
  readonly damaged: readonly string[];
}

export interface Incoming {
  readonly rawDigest: string;
  /** Digest of who, about what and with which words and files: the same however it travelled. */
  readonly contentDigest: string;
  readonly messageId: string | null;
  /** The messages that it answers, nearest first; and those that it carries inside. */
  readonly answers: readonly string[];
  readonly carries: readonly string[];
  /** Texts that look like a case reference: those that name the matter, and those further down. */
  readonly references: { readonly naming: readonly string[]; readonly mentioned: readonly string[] };
  readonly sender: Mailbox | null;
  /** Who wrote the words: the sender, or whoever wrote what a member of staff forwarded. */
  readonly writer: Mailbox | null;
  readonly forwardedByStaff: boolean;
  readonly fromStaff: boolean;
  readonly subject: string;
  readonly words: string;
  readonly own: string;
  readonly files: readonly Enclosed[];
  /** How many files the message itself has, those inside other files not counted again. */
  readonly attachments: number;
  readonly receivedOn: Day;
  readonly receivedBecause: string;
  readonly aside: Aside | null;
  /** Why a person has to look before anything else; null when it reads well enough. */
  readonly needsALook: string | null;
  readonly damaged: readonly string[];
  readonly kind: KindSuggestion;
  readonly hazards: readonly HazardNoticed[];
}

export interface ReadingFacts {
  readonly today: Day;
  /** The domains of the landlord's own mail, in lower case. */
  readonly ownDomains: readonly string[];
  /** When the bytes are only the beginning of a message that is too large to open. */
  readonly wholeSize?: number;
  readonly rawDigest?: string;
  /** A person took it out of what was set aside. */
  readonly evenIfAside?: boolean;
}

/** Above this a message is not opened: its head is read and the whole kept. */
export const mostBytes = 64 * 1024 * 1024;
const mostWords = 200_000;
/** Stands in the kept words between what the writer says and what the message quotes. */
export const quotedMark = '---------- What the message quotes ----------';
const mostFiles = 500;

export async function readMessage(bytes: Uint8Array, facts: ReadingFacts): Promise<Incoming> {
  const tooLarge = (facts.wholeSize ?? bytes.length) > mostBytes;
  const rawDigest = facts.rawDigest ?? sha256(bytes);
  const parts = await readParts(bytes, tooLarge);
  const sender = parts.from;
  const ours = ownDomains(parts, facts.ownDomains);
  const fromStaff = sender !== null && isOurs(sender.address, ours);
  const inner = trustedInner(parts, { fromStaff, isOurs: (address) => isOurs(address, ours), today: facts.today });

  const arrived = receivedDay(parts.headers, facts.today);
  const arrivedOn = arrived.day ?? facts.today;
  const earlier = inner?.day && inner.day < arrivedOn ? inner.day : null;
  const separated = ownWords(parts.text);
  const innerWords = inner?.forwarded ? ownWords(inner.text).own || inner.text : '';
  const own = innerWords !== '' ? innerWords : separated.own || parts.text;
  const form =
    fromStaff || /^(no-?reply|donotreply|web-?forms?|forms?|website|web)\b/.test(sender?.address ?? '')
      ? formWriter(parts, ours)
      : null;
  const writer = inner?.forwarded ? (inner.from ?? (fromStaff ? null : sender)) : (form ?? sender);
  const shown =
    inner?.forwarded || separated.own === '' || separated.quoted === ''
      ? parts.text
      : `${separated.own}\n\n${quotedMark}\n\n${separated.quoted}`;
  const whole = [parts.subject === '' ? '' : `Subject: ${parts.subject}`, shown].filter((each) => each !== '');
  const words =
    whole.length === 0
      ? ''
      : cut(
          whole.join('\n\n'),
          mostWords,
          '\n\n[The rest is in the message as it arrived, which is kept with the case.]',
        );
  const forSuggestion = own.slice(0, 60_000);
  const kind = suggestKind(parts.subject, forSuggestion, writer);
  const hazards = suggestHazards(`${parts.subject}\n\n${forSuggestion}`);
  const aside =
    parts.isMessage && !facts.evenIfAside
      ? whyAside({
          headers: parts.headers,
          from: sender,
          subject: parts.subject,
          text: parts.text,
          fromOwnDomain: fromStaff,
        })
      : null;
  const messageId = messageIds(first(parts.headers, 'message-id') ?? '')[0] ?? null;
  const attachments = parts.files.filter((file) => !file.within).length;
  const answers = [
    ...all(parts.headers, 'in-reply-to').flatMap(messageIds),
    ...all(parts.headers, 'references').flatMap((value) => messageIds(value).reverse()),
  ];
  return {
    rawDigest,
    contentDigest: sha256(
      Buffer.from(
        [
          sender?.address ?? '',
          parts.subject,
          parts.text.replace(/\s+/g, ' '),
          ...parts.files.map((file) => sha256(file.bytes)),
        ].join('\0'),
      ),
    ),
    messageId,
    answers: [...new Set(answers)].filter((id) => id !== messageId).slice(0, 100),
    carries: carriedIds(parts),
    references: {
      naming: referencesIn([parts.subject, ...answers]),
      mentioned: referencesIn([own, separated.own, parts.text, ...bouncedSubjects(parts)]),
    },
    sender,
    writer,
    forwardedByStaff: inner?.forwarded === true && fromStaff,
    fromStaff: fromStaff && form === null,
    subject: parts.subject,
    words,
    own,
    files: parts.files,
    attachments,
    receivedOn: earlier ?? arrivedOn,
    receivedBecause: receivedBecause(arrived, earlier, inner?.how ?? null, inner?.older ?? null),
    aside,
    needsALook: whyLook(bytes, tooLarge, parts, attachments),
    damaged: parts.damaged,
    kind: aside ? nothing : kind.kind === 'unknown' && hazards.length > 0 ? reportsAHazard : kind,
    hazards: aside ? [] : hazards,
  };
}

const nothing: KindSuggestion = { kind: 'unknown', mayBe: null, because: [], dissatisfied: false };
const reportsAHazard: KindSuggestion = {
  kind: 'service-request',
  mayBe: 'service-request',
  because: ['tells of something that may be a hazard'],
  dissatisfied: false,
};

function whyLook(bytes: Uint8Array, tooLarge: boolean, parts: Parts, attachments: number): string | null {
  if (bytes.length === 0) return 'The file is empty: find out who sent it and ask them again.';
  if (tooLarge) return 'The message is too large to open here. It is kept whole, and its beginning is shown.';
  if (!parts.isMessage)
    return parts.text === ''
      ? 'The file is not an e-mail message and could not be read. It is kept as it came.'
      : 'The file is not an e-mail message. Its words are shown as far as they could be read.';
  if (parts.text === '' && attachments === 0)
    return /\p{L}{2}/u.test(parts.subject)
      ? null
      : 'No words and no files could be read in the message. It is kept as it came.';
  if (parts.text !== '' && !looksLikeText(parts.text) && attachments === 0 && !/\p{L}{3}/u.test(parts.text))
    return 'The words of the message could not be read. It is kept as it came.';
  return null;
}

function receivedBecause(
  arrived: ReturnType<typeof receivedDay>,
  earlier: Day | null,
  how: string | null,
  older: Day | null,
): string {
  const look =
    older && older < (earlier ?? arrived.day ?? older) ? ` A message of ${older} is quoted further down.` : '';
  if (earlier) return `The first day on which it reached the landlord: ${how}.${look}`;
  if (arrived.day) return `The day on which our mail server received it.${look}`;
  if (arrived.disbelieved === 'in-the-future')
    return `The day of taking in: the mail server’s own day lies in the future and is not believed.${look}`;
  if (arrived.disbelieved === 'unreadable')
    return `The day of taking in: the mail server’s own day can’t be read.${look}`;
  return `The day of taking in: the message does not say when a mail server received it.${look}`;
}

// Parts ----------------------------------------------------------------------------------------------------------------

export async function readParts(given: Uint8Array, tooLarge = false, depth = 0): Promise<Parts> {
  const bytes = tidied(tooLarge ? given.subarray(0, 4 * 1024 * 1024) : given);
  const { headers, bodyAt } = readHeaders(bytes);
  const damaged: string[] = [];
  if (!areOfAMessage(headers)) {
    const text = cleanText(mendMojibake(decodeGuessing(bytes.subarray(0, 1_000_000))));
    return {
      headers: [],
      isMessage: false,
      from: null,
      subject: '',
      text: looksLikeText(text) ? text : '',
      files: [],
      attached: [],
      damaged: ['It is no e-mail message.'],
    };
  }
  const email = await parsed(bytes, headers, bodyAt, damaged);
  const files: Enclosed[] = [];
  const attached: Parts[] = [];
  let text = bodyText(email, bytes.subarray(bodyAt), headers, damaged);
  let subject = headerWords(first(headers, 'subject') ?? '');
  const add = (name: string | null, type: string, content: Uint8Array, within: boolean): void => {
    if (files.length < mostFiles)
      files.push({ name: fileName(name, type, files.length + 1), type, bytes: content, within });
    else if (files.length === mostFiles)
      damaged.push(`It has more than ${mostFiles} files; the rest are in the message as it arrived.`);
  };
  // Of a message that is too large only the words are read: its files would be cut in two.
  for (const file of tooLarge ? [] : (email?.attachments ?? [])) {
    const content = bytesOf(file.content);
    const type = file.mimeType || 'application/octet-stream';
    if (
      type === 'application/ms-tnef' ||
      type === 'application/vnd.ms-tnef' ||
      /^winmail\.dat$/i.test(file.filename ?? '')
    ) {
      const parcel = readTnef(content);
      if (parcel.damaged) damaged.push('Part of winmail.dat could not be read; it is kept as it came.');
      if (parcel.damaged || (parcel.text === null && parcel.files.length === 0))
        add('winmail.dat', type, content, false);
      const words = cleanText(mendMojibake(parcel.text ?? ''));
      if (words !== '' && !text.replace(/\s+/g, ' ').includes(words.replace(/\s+/g, ' ')))
        text = text === '' ? words : `${text}\n\n${words}`;
      if (subject === '' && parcel.subject) subject = headerWords(parcel.subject);
      for (const each of parcel.files) add(each.name, each.type ?? 'application/octet-stream', each.bytes, false);
    } else if (
      (type === 'message/rfc822' || type === 'message/global' || /\.eml$/i.test(file.filename ?? '')) &&
      depth < 5
    ) {
      const inner = await readParts(content, false, depth + 1);
      attached.push(inner);
      add(file.filename ?? `${inner.subject || 'message'}.eml`, 'message/rfc822', content, false);
      for (const each of inner.files) add(each.name, each.type, each.bytes, true);
      if (inner.text !== '') {
        const who = [inner.from?.name, inner.from?.address && `<${inner.from.address}>`].filter(Boolean).join(' ');
        const shown = [
          '---------- Attached message ----------',
          `From: ${who || 'not shown'}`,
          `Date: ${headerWords(first(inner.headers, 'date') ?? 'not shown')}`,
          `Subject: ${inner.subject}`,
        ];
        text = cut(`${text}\n\n${shown.join('\n')}\n\n${inner.text}`.trim(), 2_000_000, '');
      }
    } else add(file.filename, type, content, false);
  }
  return {
    headers,
    isMessage: true,
    from: mailboxes(headers, 'from')[0] ?? mailboxes(headers, 'sender')[0] ?? mailboxes(headers, 'reply-to')[0] ?? null,
    subject,
    text,
    files,
    attached,
    damaged: [...damaged, ...attached.flatMap((each) => each.damaged)],
  };
}

async function parsed(
  bytes: Uint8Array,
  headers: readonly Header[],
  bodyAt: number,
  damaged: string[],
): Promise<Email | null> {
  const email = await tryParse(bytes);
  if (email === null) {
    damaged.push('It is put together in a way that can’t be taken apart.');
    return null;
  }
  const empty = !email.text?.trim() && !email.html?.trim() && email.attachments.length === 0;
  const type = first(headers, 'content-type') ?? '';
  if (empty && /multipart\//i.test(type)) {
    const again = await tryParse(
      withGuessedBoundary(bytes, bodyAt, /alternative/i.test(type) ? 'alternative' : 'mixed'),
    );
    if (again && (again.text?.trim() || again.html?.trim() || again.attachments.length > 0)) {
      damaged.push('Its parts were not marked as they should be; they were found by their looks.');
      return again;
    }
  }
  if (count(email, '\ufffd') > 0) {
    const again = await tryParse(relabelled(bytes, headers));
    if (again && count(again, '\ufffd') < count(email, '\ufffd')) return again;
  }
  return email;
}

async function tryParse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 256 });
  } catch {
    return null;
  }
}

/** Characters that could not be read; one cut off at the very end says nothing about the label. */
function count(email: Email, character: string): number {
  return [email.text ?? '', email.html ?? ''].reduce(
    (n, text) => n + text.trimEnd().slice(0, -1).split(character).length - 1,
    0,
  );
}

/** Words that are no UTF-8 although they are called so: read again as windows-1252, in which every byte is a letter. */
function relabelled(bytes: Uint8Array, headers: readonly Header[]): Uint8Array {
  let raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  raw = raw.replace(/charset\s*=\s*("[^"\r\n]{0,40}"|[^\s;"]{1,40})/gi, 'charset=windows-1252');
  raw = raw.replace(/^(content-type:\s*text\/(?:plain|html))\s*$/gim, '$1; charset=windows-1252');
  if (first(headers, 'content-type') === null) raw = `Content-Type: text/plain; charset=windows-1252\r\n${raw}`;
  return Buffer.from(raw, 'latin1');
}

/** A multipart message whose boundary is missing or wrong: the first line that looks like one is taken for it. */
function withGuessedBoundary(bytes: Uint8Array, bodyAt: number, subtype: 'alternative' | 'mixed'): Uint8Array {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + bodyAt, bytes.byteLength - bodyAt);
  const found = /^--([^\r\n]{1,100}?)[ \t]*\r?\n(?=content-[a-z-]{1,40}:)/im.exec(
    body.subarray(0, 500_000).toString('latin1'),
  );
  if (!found?.[1]) return new Uint8Array(0);
  const boundary = found[1].replace(/["\\]/g, '\\$&');
  return Buffer.concat([
    Buffer.from(`Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n`, 'latin1'),
    body,
  ]);
}

function bodyText(email: Email | null, body: Uint8Array, headers: readonly Header[], damaged: string[]): string {
  const plain = cleanText(mendMojibake(email?.text ?? ''));
  const html = email?.html ? cleanText(readableHtml(mendMojibake(email.html))) : '';
  // Some programs put only 'this message is in HTML' or the first line beside the HTML.
  let text = html !== '' && (plain === '' || (plain.length < 80 && html.length > 3 * plain.length)) ? html : plain;
  if (text === '' && html !== '') text = html;
  const nothing = text === '' && (email === null || email.attachments.length === 0);
  const multipart = /multipart\//i.test(first(headers, 'content-type') ?? '');
  if ((nothing || (text !== '' && !looksLikeText(text) && !multipart)) && body.length > 0) {
    const lines = decodeGuessing(body.subarray(0, 1_000_000)).split('\n');
    const kept = multipart
      ? lines.filter((line) => !/^(--\S|content-[a-z-]{1,40}:|[ \t]+(boundary|charset|name)=)/i.test(line))
      : lines;
    const raw = cleanText(mendMojibake(kept.join('\n')));
    const words = cleanText(/<(html|body|p|div|br)\b/i.test(raw.slice(0, 5_000)) ? readableHtml(raw) : raw);
    if (looksLikeText(words) && !/^[A-Za-z0-9+/=\s]{60,}$/.test(words)) {
      damaged.push('Its words are not written as they are labelled; they are shown as they were found.');
      return words;
    }
  }
  return text;
}

/** Without what a mailbox file, an editor or a very old program puts before or between the lines. */
function tidied(bytes: Uint8Array): Uint8Array {
  let start = 0;
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return new TextEncoder().encode(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextEncoder().encode(new TextDecoder('utf-16be').decode(bytes));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) start = 3;
  while (start < bytes.length && (bytes[start] === 10 || bytes[start] === 13)) start++;
  let rest = start === 0 ? bytes : bytes.subarray(start);
  const opening = decodeGuessing(rest.subarray(0, 400));
  const mailboxLine = /^>?From [^\r\n]{1,300}\r?\n/.exec(opening);
  if (mailboxLine) rest = rest.subarray(new TextEncoder().encode(mailboxLine[0]).length);
  if (rest.length > 0 && rest.indexOf(10) === -1 && rest.includes(13))
    return rest.map((byte) => (byte === 13 ? 10 : byte));
  return rest;
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'message/rfc822': 'eml',
  'audio/mpeg': 'mp3',
  'video/mp4': 'mp4',
};

/** A name without folders or marks that could mislead, at most 150 characters, its ending kept. */
function fileName(given: string | null, type: string, number: number): string {
  const bare = headerWords(given ?? '')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '')
    .replace(/^\.+/, '')
    .trim();
  if (bare === '') return `file-${number}.${endings[type] ?? 'bin'}`;
  if (bare.length <= 150) return bare;
  const dot = bare.lastIndexOf('.');
  const ending = dot > bare.length - 12 && dot > 0 ? bare.slice(dot) : '';
  return `${bare.slice(0, 150 - ending.length)}${ending}`.toWellFormed();
}

// What follows from the parts -------------------------------------------------------------------------------------------

const publicProviders =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|btinternet|btopenworld|sky|virginmedia|talktalk|ntlworld|blueyonder|tiscali|plusnet|proton|protonmail|pm|gmx|mail|zoho|fastmail|hey|tutanota|orange|o2|ee|vodafone|mail2world)\.(com|co\.uk|net|org|uk|me|fr|de|ie|ch|email)$/;

/** The landlord's domains by its setting, and that of the mailbox it came to: an address there is a colleague's. */
function ownDomains(parts: Parts, given: readonly string[]): readonly string[] {
  const mailbox = ['delivered-to', 'x-original-to', 'to']
    .flatMap((name) => mailboxes(parts.headers, name).slice(0, 1))
    .slice(0, 1)
    .map((box) => domainOf(box.address))
    .filter((domain) => !publicProviders.test(domain) && /\.[a-z]{2,}$/.test(domain));
  const own = given.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')).filter((domain) => domain !== '');
  return [...new Set([...own, ...mailbox])];
}

function isOurs(address: string, domains: readonly string[]): boolean {
  const domain = domainOf(address);
  return domains.some(
    (own) =>
      domain === own || domain.endsWith(`.${own}`) || (own.endsWith(`.${domain}`) && domain.split('.').length > 2),
  );
}

/** A web form writes in its own name; who filled it in stands in Reply-To or in a line 'Email: …'. */
function formWriter(parts: Parts, ours: readonly string[]): Mailbox | null {
  const lines =
    /^[ \t*]*(?:your |contact )?e-?mail(?: address)?[ \t]*:[ \t]*([^\s@<>]{1,100}@[^\s@<>]{1,150})[ \t]*$/im.exec(
      parts.text,
    );
  const name = /^[ \t*]*(?:your |full )?name[ \t]*:[ \t]*([^\n]{1,100})$/im.exec(parts.text)?.[1]?.trim() ?? '';
  const found =
    mailboxes(parts.headers, 'reply-to')[0] ?? (lines?.[1] ? { name, address: lines[1].toLowerCase() } : null);
  if (found === null || found.address === parts.from?.address || isOurs(found.address, ours)) return null;
  return { name: found.name || name, address: found.address };
}

function carriedIds(parts: Parts): readonly string[] {
  return parts.attached.flatMap((inner) => [
    ...messageIds(first(inner.headers, 'message-id') ?? ''),
    ...all(inner.headers, 'in-reply-to').flatMap(messageIds),
    ...carriedIds(inner),
  ]);
}

/** A bounce names our own letter in the headers that it sends back. */
function bouncedSubjects(parts: Parts): readonly string[] {
  return parts.files
    .filter((file) => file.type === 'text/rfc822-headers')
    .map((file) => headerWords(first(readHeaders(file.bytes).headers, 'subject') ?? ''))
    .concat(parts.attached.map((inner) => inner.subject));
}

/** PR-2026-00012 and its like, in whatever case, with a space or stroke for a hyphen. Whether there is such a case, the store knows. */
export function referencesIn(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const text of texts) {
    for (const [, prefix, year, number] of text
      .slice(0, 300_000)
      .matchAll(/(?<![A-Za-z0-9])([A-Za-z]{1,10})[-–—/ ]{0,2}(\d{2,4})[-–—/ ]{1,2}(\d{1,8})(?!\d)/g)) {
      seen.add(`${prefix?.toUpperCase()}-${year}-${number}`);
      if (seen.size >= 60) return [...seen];
    }
  }
  return [...seen];
}

function cut(text: string, most: number, mark: string): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}${mark}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
