/**
 * Reads winmail.dat (TNEF), the parcel into which some Outlook set-ups pack a whole message: its words and its files.
 * Written here because no sound library was found. It trusts no length: what does not fit is left out, nothing throws.
 * Longer than 250 lines because the parcel and the RTF inside it are one format, kept in one place.
 */
import { decodeGuessing, readableHtml } from './message-text.js';

export interface TnefFile {
  readonly name: string;
  readonly type: string | null;
  readonly bytes: Uint8Array;
}

export interface Tnef {
  readonly subject: string | null;
  readonly text: string | null;
  readonly files: readonly TnefFile[];
  /** Something in it was cut short or made no sense. */
  readonly damaged: boolean;
}

const signature = 0x223e9f78;
const attribute = {
  subject: 0x8004,
  body: 0x800c,
  attachmentData: 0x800f,
  attachmentTitle: 0x8010,
  newAttachment: 0x9002,
  messageProperties: 0x9003,
  attachmentProperties: 0x9005,
} as const;

type Property = { id: number; type: number; value: Uint8Array };
type MutableFile = { name: string | null; longName: string | null; type: string | null; bytes: Uint8Array | null };

export function isTnef(bytes: Uint8Array): boolean {
  return bytes.length > 6 && view(bytes).getUint32(0, true) === signature;
}

export function readTnef(bytes: Uint8Array, depth = 0): Tnef {
  const found = { subject: null as string | null, plain: null as string | null, html: null as string | null };
  let rtf: string | null = null;
  const files: MutableFile[] = [];
  let damaged = !isTnef(bytes);
  if (damaged) return { subject: null, text: null, files: [], damaged };
  const data = view(bytes);
  let at = 6;
  while (at + 9 <= bytes.length) {
    const id = data.getUint16(at + 1, true);
    const length = data.getUint32(at + 5, true);
    const value = bytes.subarray(at + 9, Math.min(at + 9 + length, bytes.length));
    if (at + 9 + length > bytes.length) damaged = true;
    at += 9 + length + 2;
    if (id === attribute.newAttachment) files.push({ name: null, longName: null, type: null, bytes: null });
    const file = files.at(-1);
    if (id === attribute.subject) found.subject = text8(value);
    else if (id === attribute.body) found.plain = text8(value);
    else if (id === attribute.attachmentTitle && file) file.name = text8(value);
    else if (id === attribute.attachmentData && file) file.bytes = value;
    else if (id === attribute.messageProperties) {
      const read = readProperties(value);
      damaged ||= read.damaged;
      for (const property of read.properties) {
        if (property.id === 0x1000) found.plain ??= textOf(property);
        else if (property.id === 0x1013) found.html ??= readableHtml(textOf(property));
        else if (property.id === 0x1009) rtf ??= textOfRtf(decompressRtf(property.value));
        else if (property.id === 0x0037) found.subject ??= textOf(property);
      }
    } else if (id === attribute.attachmentProperties && file) {
      const read = readProperties(value);
      damaged ||= read.damaged;
      for (const property of read.properties) {
        if (property.id === 0x3707) file.longName = textOf(property);
        else if (property.id === 0x370e) file.type = textOf(property).toLowerCase();
        else if (property.id === 0x3701) file.bytes = packed(property);
      }
    }
  }
  const given: TnefFile[] = [];
  const nestedWords: string[] = [];
  for (const file of files) {
    if (!file.bytes || file.bytes.length === 0) continue;
    if (isTnef(file.bytes) && depth < 5) {
      const inner = readTnef(file.bytes, depth + 1);
      damaged ||= inner.damaged;
      if (inner.text) nestedWords.push([inner.subject, inner.text].filter(Boolean).join('\n\n'));
      given.push(...inner.files);
    } else given.push({ name: file.longName || file.name || 'file', type: file.type, bytes: file.bytes });
  }
  const own = [found.plain, found.html, rtf].find((each) => each !== null && each.trim() !== '') ?? null;
  const text = [own, ...nestedWords].filter((each) => each !== null).join('\n\n');
  return { subject: found.subject, text: text === '' ? null : text, files: given, damaged };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text8(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeGuessing(end === -1 ? bytes : bytes.subarray(0, end));
}

/** 0x1f is UTF-16, 0x1e an 8-bit string, 0x102 bytes that hold text. */
function textOf(property: Property): string {
  if (property.type === 0x1f) return new TextDecoder('utf-16le').decode(property.value).replace(/\0[\s\S]*$/, '');
  return text8(property.value);
}

/** An object (0x0d) begins with 16 bytes that name its interface. */
function packed(property: Property): Uint8Array {
  return property.type === 0x0d ? property.value.subarray(16) : property.value;
}

const fixed: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

function readProperties(bytes: Uint8Array): { properties: Property[]; damaged: boolean } {
  const properties: Property[] = [];
  if (bytes.length < 4) return { properties, damaged: true };
  const data = view(bytes);
  const count = data.getUint32(0, true);
  let at = 4;
  const fits = (n: number): boolean => n >= 0 && at + n <= bytes.length;
  for (let i = 0; i < count && i < 10_000; i++) {
    if (!fits(4)) return { properties, damaged: true };
    const type = data.getUint16(at, true);
    const id = data.getUint16(at + 2, true);
    at += 4;
    if (id >= 0x8000) {
      if (!fits(20)) return { properties, damaged: true };
      const named = data.getUint32(at + 16, true);
      at += 20;
      if (!fits(4)) return { properties, damaged: true };
      if (named === 0) at += 4;
      else {
        const length = data.getUint32(at, true);
        at += 4 + length + ((4 - (length % 4)) % 4);
      }
    }
    const base = type & 0x0fff;
    const many = (type & 0x1000) !== 0;
    const size = fixed[base];
    const variable = size === undefined;
    let values = 1;
    if (many || variable) {
      if (!fits(4)) return { properties, damaged: true };
      values = data.getUint32(at, true);
      at += 4;
    }
    for (let n = 0; n < values; n++) {
      let length = size ?? 0;
      if (variable) {
        if (!fits(4)) return { properties, damaged: true };
        length = data.getUint32(at, true);
        at += 4;
      }
      if (!fits(length) || (length === 0 && !variable)) return { properties, damaged: true };
      if (n === 0 && variable) properties.push({ id, type: base, value: bytes.subarray(at, at + length) });
      at += length + ((4 - (length % 4)) % 4);
      if (at > bytes.length) return { properties, damaged: n + 1 < values || i + 1 < count };
    }
  }
  return { properties, damaged: false };
}

/** The dictionary that every compressed RTF begins with, as its format lays down. */
const rtfStart =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
  '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const mostRtf = 20_000_000;

export function decompressRtf(bytes: Uint8Array): string {
  if (bytes.length < 16) return '';
  const data = view(bytes);
  const rawSize = Math.min(data.getUint32(4, true), mostRtf);
  const kind = data.getUint32(8, true);
  if (kind === 0x414c454d) return latin1(bytes.subarray(16, 16 + rawSize));
  if (kind !== 0x75465a4c) return '';
  const dictionary = new Uint8Array(4096);
  for (let i = 0; i < rtfStart.length; i++) dictionary[i] = rtfStart.charCodeAt(i);
  let write = rtfStart.length;
  const out: number[] = [];
  let at = 16;
  const put = (byte: number): void => {
    out.push(byte);
    dictionary[write] = byte;
    write = (write + 1) % 4096;
  };
  while (at < bytes.length && out.length < rawSize) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && out.length < rawSize; bit++) {
      if ((control & (1 << bit)) === 0) put(bytes[at++] ?? 0);
      else {
        if (at + 1 >= bytes.length) return latin1(Uint8Array.from(out));
        const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
        at += 2;
        const offset = pair >> 4;
        if (offset === write) return latin1(Uint8Array.from(out));
        for (let n = 0; n < (pair & 15) + 2; n++) put(dictionary[(offset + n) % 4096] ?? 0);
      }
    }
  }
  return latin1(Uint8Array.from(out));
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

const hidden =
  /^(fonttbl|colortbl|stylesheet|info|pict|object|themedata|datastore|xmlnstbl|listtable|generator|latentstyles)$/;
const windows1252 = new TextDecoder('windows-1252');

/** The words of an RTF text; HTML that Outlook hid inside it (`\fromhtml`) is found again and read as HTML. */
export function textOfRtf(rtf: string): string {
  const fromHtml = /\\fromhtml1?\b/.test(rtf.slice(0, 2000));
  let text = '';
  const stack: { skip: boolean; html: boolean; unicodeSkip: number }[] = [];
  let now = { skip: false, html: false, unicodeSkip: 1 };
  let hideRtf = false;
  let drop = 0;
  const token = /\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}]+)/g;
  const put = (words: string): void => {
    if (now.skip || (fromHtml && hideRtf && !now.html)) return;
    text += words;
  };
  for (const [, hex, word, number, symbol, brace, plain] of rtf.slice(0, mostRtf).matchAll(token)) {
    if (brace === '{') stack.push({ ...now });
    else if (brace === '}') now = stack.pop() ?? { skip: false, html: false, unicodeSkip: 1 };
    else if (hex !== undefined) {
      if (drop > 0) drop--;
      else put(windows1252.decode(Uint8Array.of(Number.parseInt(hex, 16))));
    } else if (plain !== undefined) {
      const words = plain.replace(/[\r\n]/g, '');
      const cut = Math.min(drop, words.length);
      drop -= cut;
      put(words.slice(cut));
    } else if (symbol !== undefined) {
      if (symbol === '*') {
        // An ignorable destination, unless it holds Outlook's HTML tags.
        now.skip = true;
      } else if (symbol === '~') put(' ');
      else if (symbol === '\\' || symbol === '{' || symbol === '}') put(symbol);
      else if (symbol === '_') put('-');
      else if (symbol === '\n' || symbol === '\r') put('\n');
    } else if (word !== undefined) {
      if (word === 'htmltag' && fromHtml) {
        now.skip = false;
        now.html = true;
      } else if (word === 'htmlrtf') hideRtf = number !== '0';
      else if (hidden.test(word)) now.skip = true;
      else if (word === 'par' || word === 'line') put('\n');
      else if (word === 'tab') put('\t');
      else if (word === 'uc') now.unicodeSkip = Math.min(Number(number ?? 1), 4);
      else if (word === 'u') {
        const code = Number(number ?? 0);
        put(String.fromCharCode(code < 0 ? code + 65_536 : code));
        drop = now.unicodeSkip;
      } else if (word === 'bin') drop = Math.min(Number(number ?? 0), mostRtf);
      else if (word === 'rquote') put('’');
      else if (word === 'lquote') put('‘');
      else if (word === 'ldblquote') put('“');
      else if (word === 'rdblquote') put('”');
      else if (word === 'endash') put('–');
      else if (word === 'emdash') put('—');
      else if (word === 'bullet') put('•');
    }
  }
  return (fromHtml ? readableHtml(text) : text).trim();
}
