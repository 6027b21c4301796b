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

export function asFields(values: unknown): Fields {
  const fields: Record<string, string | readonly string[]> = {};
  if (typeof values !== 'object' || values === null) return fields;
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') fields[name] = value;
    else if (Array.isArray(value)) fields[name] = value.filter((one): one is string => typeof one === 'string');
  }
  return fields;
}

export async function readSent(request: FastifyRequest): Promise<Sent> {
  if (request.method !== 'POST') return { fields: {}, files: [], forget: nothing };
  if (!request.isMultipart()) return { fields: asFields(request.body), files: [], forget: nothing };
  const fields: Record<string, string | string[]> = {};
  const files: SentFile[] = [];
  let folder: string | undefined;
  const forget = async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        const value = typeof part.value === 'string' ? part.value : '';
        const before = fields[part.fieldname];
        fields[part.fieldname] = before === undefined ? value : [before, value].flat();
        continue;
      }
      folder ??= await mkdtemp(join(tmpdir(), 'putright-sent-'));
      const path = join(folder, String(files.length));
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
      if (part.file.truncated) throw Object.assign(new Error('file too large'), { statusCode: 413 });
      const { size } = await stat(path);
      // A browser sends an empty, nameless file when none was chosen.
      if (part.filename !== '' || size > 0) {
        files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, size, path });
      }
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
