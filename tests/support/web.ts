/**
 * The real web application on a real database, with a landlord and one person for each role. A test asks it over HTTP
 * as a browser without JavaScript would, or opens its pages in Chromium by tests/support/browser.ts.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../src/complaint/refusals.js';
import type { StaffId } from '../../src/facts/happened.js';
import { type Database, inLandlord, type LandlordId, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { openSession } from '../../src/store/sessions.js';
import { addStaff, newSecret, roles } from '../../src/store/staff.js';
import { csrfToken } from '../../src/web/answers.js';
import { type AppOptions, buildApp } from '../../src/web/app.js';
import { hashPassword } from '../../src/web/passwords.js';
import { freshDatabase, type TestDatabase } from './database.js';

export const testPassword = 'correct horse battery';

export interface TestWeb {
  readonly url: string;
  readonly db: Database;
  readonly database: TestDatabase;
  readonly landlordId: LandlordId;
  /** The folder of the landlord's documents. */
  readonly files: string;
  /** One person for each role, called after it: 'Officer', at officer@example.org, with `testPassword`. */
  readonly staff: Readonly<Record<Role, StaffId>>;
  /** The value of the session cookie of somebody who has just signed in. */
  session(who: Role | StaffId): Promise<string>;
  /** A browser without JavaScript, signed in or (null) not. */
  visitor(who: Role | StaffId | null): Promise<Visitor>;
  close(): Promise<void>;
}

export interface WebOptions extends Partial<AppOptions> {
  readonly landlord?: { readonly name?: string; readonly demonstration?: boolean };
}

export async function startWeb(options: WebOptions = {}): Promise<TestWeb> {
  const database = await freshDatabase();
  const db = openDatabase(database.app, 'app');
  const files = mkdtempSync(join(tmpdir(), 'putright-web-'));
  const landlordId = await makeLandlord(db, {
    id: randomUUID(),
    name: options.landlord?.name ?? 'Meadow Homes',
    demonstration: options.landlord?.demonstration ?? false,
  });
  const passwordHash = await hashPassword(testPassword);
  const staff = await inLandlord(db, landlordId, async (trx) => {
    const made: Partial<Record<Role, StaffId>> = {};
    for (const role of roles) {
      const name = role.charAt(0).toUpperCase() + role.slice(1).replace('-', ' ');
      const id = await addStaff(trx, { name, email: `${role}@example.org`, roles: [role], passwordHash });
      if (id !== null) made[role] = id;
    }
    return made as Record<Role, StaffId>;
  });
  const { landlord: _, ...rest } = options;
  const app = await buildApp({ db, address: 'http://127.0.0.1', files, publicPerMinute: 100_000, ...rest });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const session = async (who: Role | StaffId) => {
    const secret = newSecret();
    const id = (roles as readonly string[]).includes(who) ? staff[who as Role] : (who as StaffId);
    await inLandlord(db, landlordId, (trx) => openSession(trx, id, secret));
    return `${landlordId}.${secret}`;
  };
  return {
    url,
    db,
    database,
    landlordId,
    files,
    staff,
    session,
    async visitor(who) {
      const visitor = new Visitor(url);
      if (who !== null) visitor.cookies.set('putright-session', await session(who));
      return visitor;
    },
    async close() {
      await app.close();
      await db.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

export interface Seen {
  readonly status: number;
  /** The path it ended at. */
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
  /** The page as read: no tags, single spaces. */
  readonly text: string;
}

type Filled = Readonly<Record<string, string | readonly string[]>>;

/** Follows links and sends forms as a browser without JavaScript does, cookies and tokens included. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  private last: Seen | null = null;

  constructor(readonly url: string) {}

  async get(path: string): Promise<Seen> {
    return this.ask(path, { method: 'GET' });
  }

  /** A page that is there: what an error page lacks as well says nothing of what is kept from somebody. */
  async shown(path: string): Promise<Seen> {
    const seen = await this.get(path);
    assert.equal(seen.status, 200, `${path} answers ${seen.status}`);
    return seen;
  }

  /** Fills in the form of the page last seen that posts to `action` (or the first one in its main part) and sends it. */
  async send(filled: Filled, action?: string): Promise<Seen> {
    const html = this.last?.html ?? '';
    const main = html.slice(Math.max(0, html.indexOf('<main')));
    const forms = [...main.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].filter(
      ([, attributes]) =>
        /method="post"/.test(attributes ?? '') && (!action || attributes?.includes(`action="${action}"`)),
    );
    const [found] = forms;
    if (!found) throw new Error(`no form${action ? ` that posts to ${action}` : ''} on ${this.last?.path}`);
    const to = /action="([^"]*)"/.exec(found[1] ?? '')?.[1] ?? this.last?.path ?? '/';
    return this.post(unescaped(to), { ...standing(found[2] ?? ''), ...filled });
  }

  async post(path: string, fields: Filled): Promise<Seen> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.ask(path, { method: 'POST', body });
  }

  /** One request without following where it leads, with a right token unless told otherwise. */
  async knock(
    method: string,
    path: string,
    fields: Filled = {},
    token = this.token(),
  ): Promise<{ status: number; to: string | null }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = new URLSearchParams({ _csrf: token });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    const init = method === 'POST' ? { method, body } : { method };
    const response = await fetch(this.url + path, { ...init, redirect: 'manual', headers: { cookie } });
    await response.arrayBuffer();
    return { status: response.status, to: response.headers.get('location') };
  }

  /** The token that forms of this visitor carry. */
  token(): string {
    const session = this.cookies.get('putright-session')?.split('.')[1];
    return csrfToken(session ?? this.cookies.get('putright-visitor') ?? '');
  }

  private async ask(path: string, init: RequestInit, hops = 0): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
    }
    const to = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && to && hops < 5)
      return this.ask(to, { method: 'GET' }, hops + 1);
    const html = await response.text();
    const text = unescaped(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ')).replace(
      /\s+/g,
      ' ',
    );
    this.last = { status: response.status, path, html, headers: response.headers, text };
    return this.last;
  }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x2F;', '/')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

/** What a form would send untouched. */
function standing(html: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  };
  const attribute = (tag: string, name: string) => {
    const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    return found === undefined ? undefined : unescaped(found);
  };
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')];
    if (!name || type === 'file' || ((type === 'radio' || type === 'checkbox') && !/\schecked\b/.test(tag))) continue;
    add(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag, text] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag ?? '', 'name');
    if (name) add(name, unescaped(text ?? ''));
  }
  for (const [, tag, options] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag ?? '', 'name');
    const all = [...(options ?? '').matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0];
    if (name && chosen) add(name, attribute(chosen, 'value') ?? '');
  }
  return values;
}
