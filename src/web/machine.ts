/**
 * Programs that call: a source of contacts, a message service that reports. They send JSON and a bearer token. No cookie
 * counts here and none is set, so there is nothing that another site could make a browser send, and no form's token.
 * The token is looked at before a byte of the body is. Every answer is JSON, and a no is one plain sentence.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDay } from '../store/today.js';
import { report } from './failures.js';
import { asTyped } from './sent.js';
import type { AnyRoute, House, MachineAnswer, MachineKnock, MachineRoute } from './visit.js';

/** Deeper than any body of ours, and far from what makes a parser stumble. */
const deepest = 12;

export function isMachine(route: AnyRoute): route is MachineRoute {
  return typeof route.access === 'object' && 'machine' in route.access;
}

/** A no that a program can tell by its code and a person by its words. */
export function refuseMachine(status: number, code: string, words: string): MachineAnswer {
  return { kind: 'json', status, body: { error: { code, words } } };
}

class Refused extends Error {
  constructor(readonly answer: MachineAnswer) {
    super('refused');
  }
}

const noToken = refuseMachine(
  401,
  'token-not-known',
  'The token is not known here, or it has ended: ask the landlord for one that holds.',
);

/** Registers the route of a program, in a scope of its own: its parser and its errors are no page's. */
export function addMachine(app: FastifyInstance, house: House, route: MachineRoute, perMinute: number): void {
  const admitted = new WeakMap<FastifyRequest, unknown>();
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: route.largest },
      async (_: FastifyRequest, body: Buffer) => parseJson(body),
    );
    scope.setErrorHandler((error, request, reply) => send(reply, troubleOf(request, error)));
    scope.route({
      method: route.method,
      url: route.path,
      config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } },
      bodyLimit: route.largest,
      preParsing: async (request, _, payload) => {
        const known = await route.admit(knockOf(house, request));
        if (known === null) throw new Refused(noToken);
        admitted.set(request, known);
        return payload;
      },
      handler: async (request, reply) => {
        const { bearer: _, ...knock } = knockOf(house, request);
        const key = request.headers['idempotency-key'];
        return send(
          reply,
          await route.handler({
            ...knock,
            admitted: admitted.get(request),
            body: request.body,
            key: typeof key === 'string' ? key : null,
            today: londonDay(new Date(knock.now)),
            address: house.address,
          }),
        );
      },
    });
  });
}

/** What stands under /api/ and is not there, or not for this method. */
export function notThere(reply: FastifyReply): FastifyReply {
  return send(
    reply,
    refuseMachine(404, 'not-there', 'Nothing is here for this method: a source sends, and never reads.'),
  );
}

function knockOf(house: House, request: FastifyRequest): MachineKnock {
  const given = (request.params ?? {}) as Readonly<Record<string, string>>;
  return {
    house,
    params: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, asTyped(value)])),
    bearer: /^Bearer +([\w.~+/=-]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1] ?? '',
    now: new Date().toISOString(),
  };
}

function parseJson(body: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refused(refuseMachine(400, 'not-json', 'The body is not UTF-8: send JSON in UTF-8.'));
  }
  if (tooDeep(text)) {
    throw new Refused(refuseMachine(400, 'too-deep', `The body is nested deeper than ${deepest}: send it flatter.`));
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(refuseMachine(400, 'not-json', 'The body is not JSON: send one JSON object.'));
  }
}

/** Counted on the text, before anything is built from it. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (quoted) {
      if (unit === 92) at += 1;
      else if (unit === 34) quoted = false;
    } else if (unit === 34) quoted = true;
    else if (unit === 123 || unit === 91) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (unit === 125 || unit === 93) depth -= 1;
  }
  return false;
}

function troubleOf(request: FastifyRequest, error: unknown): MachineAnswer {
  if (error instanceof Refused) return error.answer;
  if ((error as { statusCode?: number }).statusCode === 415) {
    return refuseMachine(415, 'not-json', 'Only JSON is taken: send Content-Type: application/json.');
  }
  const { trouble, code } = report(request, error);
  switch (trouble) {
    case 413:
      return refuseMachine(413, 'too-large', 'The body is larger than is taken here: send less, or fewer files.');
    case 429:
      return refuseMachine(429, 'too-many', 'Too many calls came from there: try again in a minute.');
    case 503:
      return refuseMachine(503, 'away', 'Nothing was taken: the database is away. Send the same again in a minute.');
    case 500:
      return refuseMachine(500, 'failed', `Nothing was taken, and it is no fault of yours. Tell the landlord ${code}.`);
    default:
      return refuseMachine(400, 'not-understood', 'The call could not be understood.');
  }
}

function send(reply: FastifyReply, answer: MachineAnswer): FastifyReply {
  if (answer.status === 401) reply.headers({ 'www-authenticate': 'Bearer', connection: 'close' });
  return reply
    .code(answer.status)
    .headers({ 'cache-control': 'no-store', ...answer.headers })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answer.body));
}
