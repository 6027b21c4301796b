/** A register brought in by its screens, step by step, as somebody without JavaScript does it. */

import { day } from '../../src/facts/days.js';
import { readNow } from '../../src/store/registers-sent.js';
import { takeKeptRegister, takeKeptRegisterBack } from '../../src/store/take-kept-register.js';
import { upload } from './uploads.js';
import type { Seen, TestWeb, Visitor } from './web.js';

type Page = Pick<Seen, 'status' | 'path' | 'text' | 'html'>;

export interface RegisterToBring {
  readonly name?: string;
  readonly source?: string;
  readonly bytes: string | Uint8Array;
}

/** Sends the file; the answer is the page of its columns, or of what is wrong with it. */
export async function sendRegister(visitor: Visitor, register: RegisterToBring): Promise<Page> {
  const { name = 'register.csv', source = 'Complaints register', bytes } = register;
  return upload(visitor, '/imports/new', { source }, { field: 'register', name, bytes });
}

/** From the page of the columns to the preview, taking what is proposed. */
export async function toPreview(visitor: Visitor, columns: Readonly<Record<string, string>> = {}): Promise<Page> {
  let at: Page = await visitor.send(columns);
  if (at.path.endsWith('/values')) at = await visitor.send({});
  if (!at.path.endsWith('/dates')) return at;
  return visitor.send({ dates: 'dmy' });
}

/** From the preview on: confirmed, and standing on the page of the import, which waits for its job. */
export async function confirm(visitor: Visitor, mode: 'good-rows' | 'all-or-none' = 'good-rows'): Promise<Page> {
  await visitor.send({ mode });
  return visitor.send({});
}

export const idIn = (path: string): string => /\/imports\/(?:sent\/)?([0-9a-f-]{36})/.exec(path)?.[1] ?? '';

const placeOf = (web: TestWeb) => ({ db: web.db, landlordId: web.landlordId, files: web.files });

/** What the worker does with an import that was confirmed. */
export async function runImport(web: TestWeb, importId: string): Promise<void> {
  await takeKeptRegister(placeOf(web), importId, new Date());
}

export async function runTakingBack(web: TestWeb, importId: string): Promise<void> {
  await takeKeptRegisterBack(placeOf(web), importId, new Date());
}

export async function runReading(web: TestWeb, sentId: string): Promise<void> {
  await readNow(placeOf(web), sentId, day(new Date().toISOString().slice(0, 10)));
}

/** The whole way: sent, taken as proposed, confirmed, done. The answer is the page of the import. */
export async function bringIn(web: TestWeb, visitor: Visitor, register: RegisterToBring): Promise<Page> {
  await sendRegister(visitor, register);
  await toPreview(visitor);
  const { path } = await confirm(visitor);
  await runImport(web, idIn(path));
  return visitor.get(path);
}
