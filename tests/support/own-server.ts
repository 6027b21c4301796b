/** A database as a customer's administrator would prepare it, and a plain connection for what tests look at. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../src/store/config.js';
import type { TestDatabase } from './database.js';

export async function rows<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** What the administrator of a customer's own server does: an ordinary login, then db/roles.sql for it. */
export async function ownServer(database: TestDatabase): Promise<string> {
  const login = `login_${database.name}`;
  // psql puts the login where its variable stands.
  const script = readFileSync(join(root, 'db/roles.sql'), 'utf8').replaceAll(':"login"', login);
  await rows(
    database.admin,
    `do $$ begin create role testers; exception when duplicate_object then null; end $$;
     create role ${login} login; grant testers to ${login}; ${script}`,
  );
  return database.admin.replace('postgres@', `${login}@`);
}
