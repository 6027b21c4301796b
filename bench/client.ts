/** A person at a browser without JavaScript, over kept-open connections: asks, and says how long the whole answer took. */
import { Agent, request } from 'node:http';
import { csrfToken } from '../src/web/answers.js';

export interface Answered {
  readonly status: number;
  readonly to: string | null;
  readonly body: string;
  readonly ms: number;
}

export interface Session {
  readonly cookie: string;
  readonly token: string;
}

export function sessionOf(landlordId: string, secret: string): Session {
  return { cookie: `putright-session=${landlordId}.${secret}`, token: csrfToken(secret) };
}

type Fields = Readonly<Record<string, string>>;

export interface Client {
  get(path: string): Promise<Answered>;
  post(path: string, fields: Fields): Promise<Answered>;
  /** A form that takes files, sent as a browser sends it when none was chosen. */
  postWithFiles(path: string, fields: Fields): Promise<Answered>;
  close(): void;
}

export function clientOf(url: string, session: Session): Client {
  const agent = new Agent({ keepAlive: true });
  const ask = (method: 'GET' | 'POST', path: string, body: string | null, type = ''): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const headers: Record<string, string | number> = { cookie: session.cookie };
      if (body !== null) {
        headers['content-type'] = type;
        headers['content-length'] = Buffer.byteLength(body);
      }
      const asking = request(url + path, { method, agent, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const ms = performance.now() - begun;
          const text = Buffer.concat(pieces).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, to: answer.headers.location ?? null, body: text, ms });
        });
      });
      asking.on('error', reject);
      asking.end(body ?? undefined);
    });
  return {
    get: (path) => ask('GET', path, null),
    post: (path, fields) => {
      const body = new URLSearchParams({ _csrf: session.token, ...fields }).toString();
      return ask('POST', path, body, 'application/x-www-form-urlencoded');
    },
    postWithFiles: (path, fields) => {
      const body = parts({ _csrf: session.token, ...fields });
      return ask('POST', path, body, `multipart/form-data; boundary=${boundary}`);
    },
    close: () => agent.destroy(),
  };
}

const boundary = '----putright-bench-7d1f0c';

function parts(fields: Fields): string {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name=`;
  const typed = Object.entries(fields).map(([name, value]) => `${head}"${name}"\r\n\r\n${value}\r\n`);
  const noFile = `${head}"files"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`;
  return `${typed.join('')}${noFile}--${boundary}--\r\n`;
}

/** An answer that is not the one meant would make a fast figure of nothing. */
export function must(answered: Answered, status: number, holds = ''): Answered {
  if (answered.status !== status || !answered.body.includes(holds)) {
    throw new Error(`expected ${status} with "${holds}", had ${answered.status}: ${answered.body.slice(0, 400)}`);
  }
  return answered;
}
