/** A form with a file, as a browser without JavaScript sends it. */
import { csrfToken } from '../../src/web/answers.js';
import type { Seen, Visitor } from './web.js';

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly type?: string;
  readonly bytes: string | Uint8Array;
}

/** Sends the form of `path` with one file (or none) and goes where the answer leads. A 422 is the page itself. */
export async function upload(
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>>,
  file: Upload | null,
  token?: string,
): Promise<Pick<Seen, 'status' | 'path' | 'text' | 'html'>> {
  const secret = visitor.cookies.get('putright-session')?.split('.')[1] ?? '';
  const body = new FormData();
  body.append('_csrf', token ?? csrfToken(secret));
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file !== null) {
    const bytes = typeof file.bytes === 'string' ? Buffer.from(file.bytes) : Buffer.from(file.bytes);
    body.append(file.field, new Blob([bytes], { type: file.type ?? 'text/csv' }), file.name);
  }
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(visitor.url + path, { method: 'POST', body, redirect: 'manual', headers: { cookie } });
  const to = response.headers.get('location');
  if (to !== null) {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      visitor.cookies.set(pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1)));
    }
    return visitor.get(to);
  }
  const html = await response.text();
  const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { status: response.status, path, html, text };
}
