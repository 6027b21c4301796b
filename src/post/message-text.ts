/**
 * Text out of bytes whose label may lie: windows-1252 called us-ascii, UTF-8 called nothing, a program that has already
 * garbled one into the other. Residents' programs are old, and a word that can't be read is a contact half lost.
 */
import { convert } from 'html-to-text';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const windows1252 = new TextDecoder('windows-1252');

/** How each character of windows-1252 is written as one byte; what the label 'us-ascii' or 'iso-8859-1' really means. */
const byteOf = new Map<string, number>(
  Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte]),
);

/** UTF-8 when it is that, else windows-1252, which reads every byte. */
export function decodeGuessing(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** Each run of characters that is UTF-8 read as windows-1252 is put right; everything else stays as it stands. */
export function mendMojibake(text: string): string {
  return text.replace(/[\u0080-\uffff]{2,400}/g, (run) => {
    const bytes: number[] = [];
    for (const character of run) {
      const byte = byteOf.get(character);
      if (byte === undefined) return run;
      bytes.push(byte);
    }
    try {
      const mended = strictUtf8.decode(Uint8Array.from(bytes));
      return likely(mended) ? mended : run;
    } catch {
      return run;
    }
  });
}

const everyday = /^(?:\ufe0f|[\u00a0-\u00ff\u2010-\u2044\u20ac\u2122\u2600-\u27bf\u{1f000}-\u{1faff}])+$/u;
const anAlphabet = /^[\u00a0-\u0dff]{3,}$/;

/** 'CAFÉ–' is UTF-8 of something by chance; a chance seldom makes a pound sign, a dash or a whole word. */
function likely(mended: string): boolean {
  return everyday.test(mended) || anAlphabet.test(mended);
}

/** What a database and a screen can hold: no NUL, no half character, one kind of line end. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();
}

const mostHtml = 3_000_000;

/** Readable words out of HTML. Quoted parts keep their `>`, so that a reply's own words can be told from them. */
export function readableHtml(html: string): string {
  const plain = strippedHtml(html);
  try {
    const words = convert(html.length > mostHtml ? html.slice(0, mostHtml) : html, {
      wordwrap: false,
      preserveNewlines: false,
      limits: { maxInputLength: mostHtml, maxDepth: 150, maxChildNodes: 20_000 },
      selectors: [
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, noAnchorUrl: true } },
        { selector: 'img', format: 'skip' },
        { selector: 'h1', options: { uppercase: false } },
        { selector: 'h2', options: { uppercase: false } },
        { selector: 'h3', options: { uppercase: false } },
        { selector: 'h4', options: { uppercase: false } },
        { selector: 'h5', options: { uppercase: false } },
        { selector: 'h6', options: { uppercase: false } },
        { selector: 'table', format: 'block' },
        { selector: 'style', format: 'skip' },
        { selector: 'script', format: 'skip' },
        { selector: 'title', format: 'skip' },
      ],
    });
    // Hundreds of boxes in each other end in dots: then the words without any form are better.
    return letters(words) * 2 < letters(plain) ? plain : words;
  } catch {
    return plain;
  }
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
};

/** The words of HTML without any form: what is left when tags, scripts and styles are taken out. */
function strippedHtml(html: string): string {
  const pieces: string[] = [];
  let hidden: string | null = null;
  for (const piece of html.slice(0, mostHtml).split('<')) {
    const end = piece.indexOf('>');
    const tag = /^\/?([a-z][a-z0-9]*)/i.exec(piece)?.[0]?.toLowerCase() ?? '';
    if (tag === 'script' || tag === 'style' || tag === 'title') hidden = tag;
    else if (hidden !== null && tag === `/${hidden}`) hidden = null;
    if (hidden === null) {
      if (/^\/?(p|div|br|li|tr|h[1-6]|table|blockquote)$/.test(tag)) pieces.push('\n');
      pieces.push(end === -1 ? (pieces.length === 0 ? piece : '') : piece.slice(end + 1));
    }
  }
  return pieces
    .join('')
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
}

/** Whether bytes read as words at all, or are a picture, a PDF or noise. */
export function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (sample.trim() === '') return false;
  let odd = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd || (code > 126 && code < 160)) odd++;
  }
  return odd / sample.length < 0.02 && letters(sample) / sample.length > 0.3;
}

/** At most so many characters, with a mark where it was cut. */
export function cut(text: string, most: number, mark: string): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}${mark}`;
}

/** Without what a mailbox file, an editor or a very old program puts before or between the lines. */
export function tidied(bytes: Uint8Array): Uint8Array {
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
