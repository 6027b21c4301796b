/**
 * Takes a message apart: its words as far as they can be read, its files, and the messages inside it. What is broken is
 * mended where that is safe, and said in `damaged`; nothing throws.
 */
import PostalMime, { type Email } from 'postal-mime';
import { areOfAMessage, first, type Header, headerWords, type Mailbox, mailboxes, readHeaders } from './headers.js';
import { cleanText, cut, decodeGuessing, looksLikeText, mendMojibake, readableHtml, tidied } from './message-text.js';
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

const mostFiles = 500;

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
