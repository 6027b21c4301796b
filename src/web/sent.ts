/** What a browser sent: fields as text, files laid into a temporary place while the handler works. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Fields, SentFile } from './visit.js';

export interface Sent {
  readonly fields: Fields;
  readonly files: readonly SentFile[];
  readonly forget: () => Promise<void>;
}

const nothing = async () => {};

/** More than any form of ours has. Somebody's program sends thousands, and each would be looked at and shown again. */
export const mostFields = 2_000;
/** All the text of a form together; the longest single one is a tenth of it. */
const mostText = 2 * 1_048_576;

/** As people type: without the control characters that no database keeps, and without halves of characters. */
export function asTyped(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** Without a prototype, so that a field may be called anything. */
function noFields(): Record<string, string | string[]> {
  return Object.create(null) as Record<string, string | string[]>;
}

export function asFields(values: unknown): Fields {
  const fields = noFields();
  if (typeof values !== 'object' || values === null) return fields;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') fields[asTyped(name)] = asTyped(value);
    else if (Array.isArray(value)) {
      fields[asTyped(name)] = value.filter((one): one is string => typeof one === 'string').map(asTyped);
    }
  }
  return fields;
}

/** The posted text of an ordinary form. Refused when it has more fields than any form of ours. */
export function readFormText(text: string): Record<string, unknown> {
  let fields = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) fields += 1;
  if (fields > mostFields) throw Object.assign(new Error('too many fields'), { statusCode: 413 });
  const found = noFields();
  for (const [name, value] of new URLSearchParams(text)) add(found, name, value);
  return found;
}

function add(fields: Record<string, string | string[]>, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (typeof before === 'string') fields[name] = [before, value];
  else before.push(value);
}

/** How many files a form may bring, and how large each may be; what says beforehand that it is larger is not read. */
export interface Bounds {
  readonly files: number;
  readonly largest: number;
}

const tooLarge = () => Object.assign(new Error('file too large'), { statusCode: 413 });

/** Files are laid down only once `takesFiles` agrees: before that anybody could fill the disk. */
export async function readSent(
  request: FastifyRequest,
  takesFiles: (sofar: Fields) => Promise<boolean>,
  bounds?: Bounds,
): Promise<Sent> {
  if (request.method !== 'POST') return { fields: {}, files: [], forget: nothing };
  if (!request.isMultipart()) return { fields: asFields(request.body), files: [], forget: nothing };
  const announced = Number(request.headers['content-length'] ?? 0);
  if (bounds !== undefined && announced > bounds.files * bounds.largest + mostText) throw tooLarge();
  const limits = bounds === undefined ? {} : { limits: { files: bounds.files, fileSize: bounds.largest } };
  const fields = noFields();
  const files: SentFile[] = [];
  let text = 0;
  let folder: string | undefined;
  const forget = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    for await (const part of request.parts(limits)) {
      if (part.type === 'field') {
        const value = typeof part.value === 'string' ? asTyped(part.value) : '';
        text += value.length + part.fieldname.length;
        if (text > mostText) throw Object.assign(new Error('too much text'), { statusCode: 413 });
        add(fields, asTyped(part.fieldname), value);
        continue;
      }
      // The parser would skip to the end of what is too large; whoever sends it is told now.
      part.file.once('limit', () => part.file.destroy(tooLarge()));
      // A browser sends an empty, nameless file when none was chosen.
      if (part.filename === '' || !(await takesFiles(fields))) {
        part.file.resume();
        continue;
      }
      folder ??= await mkdtemp(join(tmpdir(), 'putright-sent-'));
      const path = join(folder, String(files.length));
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw tooLarge();
      const { size } = await stat(path);
      files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, size, path });
    }
    return { fields, files, forget };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** What may be kept of a form: never a password, a token or a hidden draft of another. */
export function worthKeeping(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !name.startsWith('_') && !/password|secret|token/i.test(name)),
  );
}

/** What is still on its way after an answer has gone is read a little further, so that the answer arrives. */
const mostAfterwards = 8 * 1_048_576;
const longestAfterwards = 5_000;

/** Cuts off whoever goes on sending what was refused: two gigabytes are never read to their end. */
export function cutShort(request: FastifyRequest): void {
  const { raw } = request;
  if (raw.complete || raw.destroyed) return;
  let more = 0;
  const end = () => raw.destroy();
  const timer = setTimeout(end, longestAfterwards);
  timer.unref();
  // Whoever had no more to send keeps the connection.
  for (const over of ['end', 'close']) raw.once(over, () => clearTimeout(timer));
  // Whoever read it has stopped, and must not hold it back.
  raw.unpipe();
  raw.on('data', (piece: Buffer) => {
    more += piece.length;
    if (more > mostAfterwards) end();
  });
  raw.resume();
}
