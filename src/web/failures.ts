/** What failed: what to say of it, and a line in the log that repeats nothing that anybody wrote. */
import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { faultOf } from '../store/stop.js';
import type { Trouble } from './ui/error-pages.js';

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
]);

function isDatabaseAway(error: unknown): boolean {
  const { code, message, syscall } = error as { code?: unknown; message?: unknown; syscall?: unknown };
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return syscall === 'connect';
  return (
    (typeof code === 'string' && away.has(code)) ||
    /^(timeout exceeded when trying to connect|Connection terminated)/.test(String(message))
  );
}

/** What to say, and a line in the log that holds no values: an error's words may repeat what a resident wrote. */
export function report(request: FastifyRequest, error: unknown): { trouble: Trouble; code: string | null } {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return { trouble: 413, code: null };
  if (statusCode === 429) return { trouble: 429, code: null };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { trouble: 400, code: null };
  const incident = randomBytes(4).toString('hex');
  request.log.error({ incident, route: request.routeOptions.url, error: faultOf(error) }, 'failed');
  return isDatabaseAway(error) ? { trouble: 503, code: null } : { trouble: 500, code: incident };
}
