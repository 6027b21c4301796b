/**
 * A server that behaves as GOV.UK Notify publishes that it does: a signed token that is 30 seconds old at most, its errors by
 * status and name, keys for trying and for the team, a daily limit, a limit by the minute, and letters as PDF.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface NotifySent {
  readonly id: string;
  readonly kind: 'email' | 'sms' | 'letter';
  readonly to: string;
  readonly reference: string;
  readonly personalisation: Readonly<Record<string, string>>;
  readonly pdf: Buffer | null;
  status: string;
}

export interface NotifyServer {
  readonly url: string;
  readonly apiKey: string;
  readonly sent: NotifySent[];
  /** What it does for now: 'down' answers with 503, 'gone' drops the line after it has taken the request. */
  mood: 'well' | 'slow-down' | 'day-is-full' | 'down' | 'gone' | 'wrong-key' | 'bad-request';
  asked: number;
  close(): Promise<void>;
}

const secret = 'c2a1f7d0-5b7e-4a71-9c5e-2f0f6f2d9a11';
const service = '8a6d2c44-91aa-4f3e-8d0b-6f1f1c7e5a20';

export async function notifyServer(): Promise<NotifyServer> {
  const sent: NotifySent[] = [];
  const server: NotifyServer = {
    url: '',
    apiKey: `complaints-${service}-${secret}`,
    sent,
    mood: 'well',
    asked: 0,
    close: () =>
      new Promise((done) => {
        http.closeAllConnections();
        http.close(() => done());
      }),
  };
  const http = createServer((request, response) => {
    server.asked += 1;
    void answer(server, request, response);
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
  http.unref();
  const { port } = http.address() as { port: number };
  return Object.assign(server, { url: `http://127.0.0.1:${port}` });
}

async function answer(server: NotifyServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const say = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const no = (status: number, error: string, message: string): void =>
    say(status, { status_code: status, errors: [{ error, message }] });
  if (server.mood === 'down') return no(503, 'Exception', 'Internal server error');
  const wrong = wrongToken(request.headers.authorization ?? '');
  if (wrong !== null || server.mood === 'wrong-key')
    return no(403, 'AuthError', wrong ?? 'Invalid token: API key not found');
  const url = new URL(request.url ?? '', 'http://notify');
  if (request.method === 'GET') {
    const reference = url.searchParams.get('reference');
    const id = url.pathname.split('/').at(-1);
    if (reference !== null) {
      return say(200, { notifications: server.sent.filter((one) => one.reference === reference), links: {} });
    }
    const found = server.sent.find((one) => one.id === id);
    return found === undefined ? no(404, 'NoResultFound', 'No result found') : say(200, found);
  }
  if (server.mood === 'slow-down')
    return no(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds');
  if (server.mood === 'day-is-full') return no(429, 'TooManyRequestsError', 'Exceeded send limits (50) for today');
  if (server.mood === 'bad-request')
    return no(400, 'BadRequestError', 'Can’t send to this recipient using a team-only API key');
  const kind = url.pathname.split('/').at(-1) as NotifySent['kind'];
  const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as Record<string, unknown>;
  const to = String(body.email_address ?? body.phone_number ?? '');
  if (kind === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(to))
    return no(400, 'ValidationError', 'email_address Not a valid email address');
  if (kind === 'sms' && !/^\+?[\d ]{10,16}$/.test(to))
    return no(400, 'ValidationError', 'phone_number Not a UK mobile number');
  const pdf = typeof body.content === 'string' ? Buffer.from(body.content, 'base64') : null;
  if (kind === 'letter' && pdf?.subarray(0, 4).toString() !== '%PDF')
    return no(400, 'ValidationError', 'Letter content is not a valid PDF');
  const one: NotifySent = {
    id: randomUUID(),
    kind,
    to,
    reference: String(body.reference ?? ''),
    personalisation: (body.personalisation ?? {}) as Record<string, string>,
    pdf,
    status: kind === 'letter' ? 'pending-virus-check' : 'created',
  };
  server.sent.push(one);
  if (server.mood === 'gone') return void request.socket.destroy();
  return say(201, { id: one.id, reference: one.reference, postage: body.postage });
}

/** Null when the token was signed with the key's secret less than half a minute ago. */
function wrongToken(authorization: string): string | null {
  const [head, claims, signature] = authorization.replace(/^Bearer /, '').split('.');
  if (head === undefined || claims === undefined || signature === undefined)
    return 'Unauthorized: authentication token must be provided';
  const right = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url');
  if (right !== signature) return 'Invalid token: signature, api token not found';
  const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { iss?: string; iat?: number };
  if (iss !== service) return 'Invalid token: service not found';
  return Math.abs(Date.now() / 1000 - (iat ?? 0)) > 30
    ? 'Error: Your system clock must be accurate to within 30 seconds'
    : null;
}
