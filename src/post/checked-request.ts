/**
 * A request over HTTP to an address that a landlord gave, token addresses above all. Each host on its way, also of a
 * redirect, is checked and connected to by the checked address, and nothing that the other side says is told on: its
 * answer is for the program, `why` is ours.
 */
import { request as plainRequest } from 'node:http';
import { type RequestOptions, request as tlsRequest } from 'node:https';
import { checkHost, type HostRules, isPublicAddress } from './checked-host.js';

export interface Asked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
  /** The longest answer that is read. */
  readonly most?: number;
}

export type Answered =
  | { readonly ok: true; readonly status: number; readonly type: string; readonly body: string }
  | { readonly ok: false; readonly why: string };

/** Asks once. At most three redirects are followed, of a GET alone: what is posted goes nowhere else. */
export async function checkedRequest(asked: Asked, rules: HostRules): Promise<Answered> {
  let url = asked.url;
  for (let hop = 0; hop <= 3; hop++) {
    const answer = await askOnce({ ...asked, url }, rules);
    if (!answer.ok || answer.location === null) return answer;
    if (asked.method !== 'GET') return no('The server sends what was asked to another address: give that address.');
    const next = parsed(answer.location, url);
    if (next === undefined) return no('The server sends what was asked to an address that can’t be read.');
    // What stands in the headers was meant for the first host.
    if (next.origin !== new URL(url).origin) return no('The server sends what was asked to another server.');
    url = next.href;
  }
  return no('The server sends what was asked from one address to the next without an end.');
}

type Once = ({ readonly ok: true; readonly location: string | null } & Omit<Answered & { ok: true }, 'ok'>) | No;
type No = Extract<Answered, { ok: false }>;

async function askOnce(asked: Asked, rules: HostRules): Promise<Once> {
  const url = parsed(asked.url);
  if (url === undefined || url.username !== '' || url.password !== '')
    return no('This is not an address: write it like https://login.example.org/token.');
  const tls = url.protocol === 'https:';
  const port = Number(url.port || (tls ? 443 : 80));
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const checked = await checkHost(host, port, rules);
  if (!checked.ok) return checked;
  // An address inside the network was let through by the operator's own list; to any other, nothing goes over an open line.
  if (!tls && isPublicAddress(checked.address)) return no('The address must begin with https://.');
  const options: RequestOptions = {
    host: checked.address,
    port,
    path: `${url.pathname}${url.search}`,
    method: asked.method,
    headers: {
      host: url.host,
      ...asked.headers,
      ...(asked.body === undefined ? {} : { 'content-length': Buffer.byteLength(asked.body) }),
    },
    ...(checked.servername === '' ? {} : { servername: checked.servername }),
    agent: false,
    signal: AbortSignal.timeout(asked.timeoutMs ?? 15_000),
  };
  return new Promise((tell) => {
    const failed = (): void => tell(no('The server did not answer: check its address, or try again later.'));
    const sent = (tls ? tlsRequest : plainRequest)(options, (response) => {
      const pieces: Buffer[] = [];
      let length = 0;
      response.on('data', (piece: Buffer) => {
        length += piece.length;
        if (length > (asked.most ?? 256 * 1024)) {
          tell(no('The server answered with more than was asked for.'));
          response.destroy();
        } else pieces.push(piece);
      });
      response.on('error', failed);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        const location = status >= 300 && status < 400 ? (response.headers.location ?? null) : null;
        const body = Buffer.concat(pieces).toString('utf8');
        tell({ ok: true, status, type: response.headers['content-type'] ?? '', body, location });
      });
    });
    sent.on('error', failed);
    sent.end(asked.body);
  });
}

function parsed(text: string, base?: string): URL | undefined {
  try {
    const url = new URL(text, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}

function no(why: string): No {
  return { ok: false, why };
}
