/** The web process as a table of contents: what is registered, in order, and nothing found by itself. */
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import type { Database } from '../store/database.js';
import { slugOfHost } from '../store/site-settings.js';
import { addMachine, isMachine, notThere } from './machine.js';
import { routes } from './routes.js';
import { cutShort, readFormText } from './sent.js';
import { serve, troubleOf } from './serve.js';
import { serveSite } from './serve-site.js';
import { assets, assetsFolder } from './ui/build-styles.js';
import { type AnyRoute, type House, isSiteRoute } from './visit.js';

export interface AppOptions {
  readonly db: Database;
  /** Where it is reached: 'https://complaints.example.org'. */
  readonly address: string;
  /** The folder of the landlords' documents. */
  readonly files: string;
  readonly logger?: FastifyServerOptions['logger'];
  /** Requests a minute to public pages from one address. */
  readonly publicPerMinute?: number;
  readonly largestFile?: number;
  /** Whether a mail server is set, so that letters can leave by e-mail. */
  readonly sendsMail?: boolean;
  /** Addresses of the proxy in front, whose word about the visitor's address is taken. */
  readonly trustProxy?: string[] | boolean;
  /** For tests: routes beside, or instead of, the product's own. */
  readonly routes?: readonly AnyRoute[];
}

const megabyte = 1_048_576;

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'self'"],
};
const policyText = Object.entries(policy)
  .map(([name, values]) => [name, ...values].join(' '))
  .join(';');
const earlyHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
};

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const house: House = {
    db: options.db,
    files: options.files,
    assets: await assets(),
    secure: options.address.startsWith('https://'),
    sendsMail: options.sendsMail ?? false,
    address: options.address,
  };
  const app: FastifyInstance = Fastify({
    logger: options.logger ?? false,
    // One line a request of our own, below: the route's pattern and never the address's values.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 2 * megabyte,
    requestTimeout: 120_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that cannot be read (broken escapes, a part that is far too long) gets a page like any other mistake.
    frameworkErrors: (_, request, reply) => {
      // No hook runs this early, so what helmet does for every other answer is done by hand.
      reply.headers({ ...earlyHeaders, 'content-security-policy': policyText });
      troubleOf(house, request, reply, 404).catch(() => reply.raw.destroy());
    },
    // Someone closing the browser is no error.
    forceCloseConnections: 'idle',
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: policy,
    },
    strictTransportSecurity: house.secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'sameorigin' },
  });
  await app.register(cookie);
  // Forms are all that is taken.
  app.removeAllContentTypeParsers();
  await app.register(formbody, { bodyLimit: 2 * megabyte, parser: readFormText });
  await app.register(multipart, {
    limits: { fileSize: options.largestFile ?? 100 * megabyte, files: 30, fields: 500, fieldSize: 2 * megabyte },
  });
  await app.register(rateLimit, { global: false });
  await app.register(fastifyStatic, {
    root: assetsFolder,
    prefix: '/assets/',
    index: false,
    // Their names carry a digest of what is in them.
    immutable: true,
    maxAge: 31_536_000_000,
    preCompressed: true,
  });

  // A landlord may have a name of its own on the web: it leads to that landlord's site.
  const own = new URL(options.address).hostname;
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.url !== '/' || request.hostname === own) return;
    const slug = await slugOfHost(options.db, request.hostname);
    if (slug !== null) return reply.header('cache-control', 'no-store').redirect(`/residents/${slug}`, 303);
  });
  app.addHook('onResponse', async (request, reply) => {
    cutShort(request);
    const route = request.routeOptions.url ?? 'none';
    if (route.startsWith('/assets/')) return;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'request');
  });
  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/') ? notThere(reply) : troubleOf(house, request, reply, 404),
  );
  app.setErrorHandler((error, request, reply) => troubleOf(house, request, reply, error));

  for (const route of options.routes ?? routes) add(app, house, route, options.publicPerMinute ?? 300);
  return app;
}

function add(app: FastifyInstance, house: House, route: AnyRoute, publicPerMinute: number): void {
  // The types ask for it; a route made by hand must not slip through either.
  if (route.access === undefined || (Array.isArray(route.access) && route.access.length === 0)) {
    throw new Error(`the route ${route.method} ${route.path} has no access rule`);
  }
  if (isMachine(route)) {
    addMachine(app, house, route, publicPerMinute);
    return;
  }
  if (isSiteRoute(route)) {
    app.route({
      method: route.method,
      url: route.path,
      // Many residents may stand behind one address of a library or a phone network; guesses are slowed down elsewhere.
      config: { rateLimit: { max: publicPerMinute * 10, timeWindow: '1 minute' } },
      handler: (request, reply) => serveSite(house, route, request, reply),
    });
    return;
  }
  app.route({
    method: route.method,
    url: route.path,
    config: route.access === 'public' ? { rateLimit: { max: publicPerMinute, timeWindow: '1 minute' } } : {},
    handler: (request, reply) => serve(house, route, request, reply),
  });
}
