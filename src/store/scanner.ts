/** Whether this installation has a virus scanner, and where it listens: the operator's word, in the environment. */
import { isAbsolute } from 'node:path';
import { Stop } from './stop.js';

export type Scanner = { readonly host: string; readonly port: number } | { readonly path: string };

/** Null when none is set. PUTRIGHT_CLAMD is `host:port`, `[::1]:port`, or the path of a socket. */
export function scannerOf(environment: Readonly<Record<string, string | undefined>> = process.env): Scanner | null {
  const given = environment.PUTRIGHT_CLAMD?.trim() ?? '';
  if (given === '') return null;
  if (isAbsolute(given)) return { path: given };
  const [, six, four, port] = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]/]+)):(\d{1,5})$/i.exec(given) ?? [];
  const host = six ?? four;
  const number = Number(port);
  if (host === undefined || number < 1 || number > 65_535) {
    throw new Stop('The setting PUTRIGHT_CLAMD cannot be read: it is host:port, or the path of a socket.');
  }
  return { host, port: number };
}
