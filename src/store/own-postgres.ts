/** A PostgreSQL of the customer's own, named by DATABASE_URL: is it one that Putright can and may use? */
import pg from 'pg';
import type { Config } from './config.js';
import { type Role, roles } from './roles.js';
import { codeOf, Stop } from './stop.js';

export interface DatabaseUrls {
  readonly owner: string;
  readonly app: string;
  readonly jobs: string;
}

export function urlsOfOwnPostgres(config: Config, databaseUrl: string): DatabaseUrls {
  return {
    app: databaseUrl,
    owner: config.databaseOwnerUrl ?? databaseUrl,
    jobs: config.databaseJobsUrl ?? databaseUrl,
  };
}

export async function checkOwnPostgres(urls: DatabaseUrls): Promise<void> {
  await checkLogin('putright_app', urls.app);
  await checkLogin('putright_owner', urls.owner);
  await checkLogin('putright_jobs', urls.jobs);
}

async function checkLogin(role: Role, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(error, url);
  }
  try {
    const { rows } = await client.query<{
      version: number;
      login: string;
      above: boolean;
      roles: string[];
      may: boolean;
    }>(
      `select current_setting('server_version_num')::int / 10000 as version,
              session_user::text as login,
              (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as above,
              array(select rolname::text from pg_roles where rolname = any($1)) as roles,
              (select pg_has_role(session_user, oid, 'member') from pg_roles where rolname = $2) as may`,
      [roles, role],
    );
    const found = rows[0];
    if (found === undefined) throw new Error('no answer');
    if (found.version < 15 || found.version > 18) {
      throw new Stop(`This database is PostgreSQL ${found.version}: Putright works with 15 to 18.`);
    }
    if (found.above) {
      throw new Stop(
        `The login "${found.login}" is a superuser or may pass row security, so landlords would not be kept apart: use an ordinary login (docs/operations.md).`,
      );
    }
    const missing = roles.find((name) => !found.roles.includes(name));
    if (missing !== undefined) {
      throw new Stop(
        `The role ${missing} is missing: run db/roles.sql once as the administrator of the database (docs/operations.md).`,
      );
    }
    if (!found.may) {
      throw new Stop(`The login "${found.login}" may not act as ${role}: docs/operations.md says how it is granted.`);
    }
  } finally {
    await client.end();
  }
}

function unreachable(error: unknown, url: string): Stop {
  const place = new URL(url.replace('@/', '@localhost/'));
  const code = codeOf(error);
  if (code === '28P01' || code === '28000') return new Stop(`The database at ${place.host} refused the login.`);
  if (code === '3D000') return new Stop(`There is no database ${place.pathname.slice(1)} at ${place.host}.`);
  if (code === '53300') return new Stop(`The database at ${place.host} has no connection free.`);
  return new Stop(`The database at ${place.host} does not answer (${error instanceof Error ? error.message : code}).`);
}
