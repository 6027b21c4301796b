/** The words of a document, a message or a list of what is in an archive, as plain text. Nothing remote is fetched. */
import { createRequire } from 'node:module';
import mammoth from 'mammoth';
import PostalMime from 'postal-mime';
import { cleanText, decodeGuessing, readableHtml } from '../message-text.js';
import type { ArchiveSeen } from './archive.js';

/** A Word document, whose archive has been looked through. What it names outside itself is left alone. */
export async function wordsOfDocx(bytes: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return readableHtml(value);
}

interface MsgFields {
  readonly subject?: string;
  readonly senderName?: string;
  readonly senderEmail?: string;
  readonly senderSmtpAddress?: string;
  readonly recipients?: readonly { readonly name?: string; readonly email?: string; readonly smtpAddress?: string }[];
  readonly messageDeliveryTime?: string;
  readonly clientSubmitTime?: string;
  readonly body?: string;
  readonly bodyHtml?: string;
  readonly html?: Uint8Array;
  readonly attachments?: readonly {
    readonly fileName?: string;
    readonly name?: string;
    readonly contentLength?: number;
  }[];
}

/** A message as Outlook saves it. */
export function wordsOfMsg(bytes: Buffer): string | null {
  const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as {
    default: new (bytes: ArrayBufferLike) => { getFileData(): MsgFields & { error?: string } };
  };
  const own = new Uint8Array(bytes);
  const told = new MsgReader(own.buffer).getFileData();
  if (told.error !== undefined) return null;
  const html = told.bodyHtml ?? (told.html === undefined ? undefined : decodeGuessing(told.html));
  return message({
    from: named(told.senderName, told.senderSmtpAddress ?? told.senderEmail),
    to: (told.recipients ?? []).map((one) => named(one.name, one.smtpAddress ?? one.email)),
    date: told.messageDeliveryTime ?? told.clientSubmitTime,
    subject: told.subject,
    text: told.body?.trim() ? told.body : html === undefined ? '' : readableHtml(html),
    files: (told.attachments ?? []).map((one) => one.fileName ?? one.name ?? 'a file without a name'),
  });
}

/** A message as it went over the network. */
export async function wordsOfEml(bytes: Buffer): Promise<string> {
  const read = await PostalMime.parse(bytes, { maxNestingDepth: 20 });
  return message({
    from: named(read.from?.name, read.from && 'address' in read.from ? read.from.address : undefined),
    to: (read.to ?? []).map((one) => named(one.name, 'address' in one ? one.address : undefined)),
    date: read.date,
    subject: read.subject,
    text: read.text?.trim() ? read.text : read.html === undefined ? '' : readableHtml(read.html),
    files: read.attachments.map((one) => one.filename ?? 'a file without a name'),
  });
}

interface Shown {
  readonly from: string;
  readonly to: readonly string[];
  readonly date: string | undefined;
  readonly subject: string | undefined;
  readonly text: string;
  readonly files: readonly string[];
}

function message({ from, to, date, subject, text, files }: Shown): string {
  const line = (label: string, value: string | undefined) => (value?.trim() ? [`${label}: ${oneLine(value)}`] : []);
  return [
    ...line('From', from),
    ...line('To', to.slice(0, 20).join('; ')),
    ...line('Date', date),
    ...line('Subject', subject),
    ...(files.length === 0 ? [] : [`Files with it: ${files.slice(0, 50).map(oneLine).join('; ')}`]),
    '',
    text,
  ].join('\n');
}

function named(name: string | undefined, address: string | undefined): string {
  if (!name?.trim() || name === address) return address ?? '';
  return address === undefined ? name : `${name} <${address}>`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

/** Plain text, or a web page as its words. */
export function wordsOfText(bytes: Buffer): string {
  const text = decodeGuessing(bytes);
  return /^\s*(?:<!doctype\s+html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype\s+html)/i.test(text)
    ? readableHtml(text)
    : cleanText(text);
}

export function listOf({ entries }: ArchiveSeen): string {
  const lines = entries
    .slice(0, 500)
    .map(({ name, size }) => `${oneLine(name)} (${size.toLocaleString('en-GB')} bytes)`);
  const more = entries.length > 500 ? [`and ${entries.length - 500} more`] : [];
  return [`It holds ${entries.length === 1 ? 'one entry' : `${entries.length} entries`}:`, ...lines, ...more].join(
    '\n',
  );
}
