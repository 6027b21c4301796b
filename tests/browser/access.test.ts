/** Every route, asked for by nobody and by every role: the access rule is what happens. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLandlord } from '../../src/store/database.js';
import { publicSlug } from '../../src/store/publications.js';
import { roles } from '../../src/store/staff.js';
import { buildApp } from '../../src/web/app.js';
import { isMachine } from '../../src/web/machine.js';
import { routes as everyRoute } from '../../src/web/routes.js';
import { type AnyRoute, isSiteRoute, type Route } from '../../src/web/visit.js';
import { startWeb, type TestWeb } from '../support/web.js';

/** Those that a person's browser asks for; programs call the rest. */
const routes = everyRoute.filter((route) => !isMachine(route)) as readonly Route[];
const machines = everyRoute.filter(isMachine);

let web: TestWeb;
before(async () => {
  web = await startWeb();
});
after(() => web.close());

/** A real address of that pattern: of something that is not there. */
function example(path: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'id' || name === 'landlord' ? '00000000-0000-4000-8000-000000000000' : 'none',
  );
}

/** A path of the site of the landlord that is there. */
async function atSite(path: string): Promise<string> {
  const slug = await inLandlord(web.db, web.landlordId, publicSlug);
  return example(path.replace(':slug', slug));
}

test('at a residents’ site nobody, and nobody of the staff, gets past a route for those who were let in', async () => {
  for (const route of routes.filter(isSiteRoute)) {
    for (const role of [null, 'officer', 'administrator'] as const) {
      const visitor = await web.visitor(role);
      const path = await atSite(route.path);
      await visitor.get(await atSite('/residents/:slug'));
      visitor.cookies.delete('putright-session');
      const { status, to } = await visitor.knock(route.method, path);
      if (route.access === 'resident') assert.deepEqual([status, to], [303, await atSite('/residents/:slug/code')]);
      else assert.ok(status < 500, `${name(route)} answers ${status} to ${role}`);
    }
  }
});

test('nobody gets past a route that is not public: they are asked to sign in', async () => {
  for (const route of routes) {
    const visitor = await web.visitor(null);
    await visitor.get('/sign-in');
    const { status, to } = await visitor.knock(route.method, example(route.path));
    const asked = status === 303 && to?.startsWith('/sign-in?next=') === true;
    const home = status === 303 && to === '/sign-in';
    if (isSiteRoute(route)) assert.equal(status, 404, `${name(route)} is of no landlord, and answers ${status}`);
    else if (route.access === 'public') assert.ok(!asked && status < 500, `${name(route)} answers ${status} to nobody`);
    else assert.ok(asked || home, `${name(route)} answers ${status} to nobody, to ${to}`);
  }
});

for (const role of roles) {
  test(`${role}: each route lets in or refuses as its access rule says`, async () => {
    for (const route of routes) {
      if (isSiteRoute(route)) continue;
      const visitor = await web.visitor(role);
      const { status } = await visitor.knock(route.method, example(route.path));
      const allowed = route.access === 'public' || route.access === 'signed-in' || route.access.includes(role);
      if (allowed) assert.ok(status !== 403 && status < 500, `${name(route)} answers ${status} to ${role}`);
      else assert.equal(status, 403, `${name(route)} answers ${status} to ${role}`);
    }
  });
}

test('a form without the right token is not taken, by any route', async () => {
  for (const route of routes.filter(({ method }) => method === 'POST')) {
    const visitor = await web.visitor('administrator');
    const path = isSiteRoute(route) ? await atSite(route.path) : example(route.path);
    const { status } = await visitor.knock('POST', path, {}, 'x'.repeat(43));
    assert.equal(status, 403, `${name(route)} took a forged form`);
  }
});

test('a program’s route is opened by its token alone: no session, no form, and nothing read before it is known', async () => {
  assert.ok(machines.length > 0);
  for (const route of machines) {
    for (const role of [null, ...roles]) {
      const visitor = await web.visitor(role);
      if (role === null) await visitor.get('/sign-in');
      const { status } = await visitor.knock('POST', example(route.path));
      assert.equal(status, 401, `${name(route)} answers ${status} to ${role}`);
      const read = await visitor.knock('GET', example(route.path));
      assert.equal(read.status, 404, `${route.path} can be read by ${role}`);
    }
    const response = await fetch(web.url + example(route.path), {
      method: 'POST',
      headers: { authorization: `Bearer ${'x'.repeat(43)}`, 'content-type': 'application/json' },
      body: '{ not json',
    });
    assert.equal(response.status, 401, name(route));
    assert.equal(response.headers.get('set-cookie'), null, `${name(route)} sets a cookie`);
    const answer = (await response.json()) as { error: { words: string } };
    assert.match(answer.error.words, /^[A-Z].*\.$/);
  }
});

test('no route stands twice', () => {
  const names = everyRoute.map(name);
  assert.deepEqual(
    names.filter((one, at) => names.indexOf(one) !== at),
    [],
  );
});

test('what was typed can come back: each form posts to the page that shows it, or is a button alone', () => {
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const buttons = routes.filter(({ method, path }) => method === 'POST' && !pages.has(path)).map(({ path }) => path);
  // Whoever adds one here says that its form holds nothing that anybody types.
  for (const path of buttons)
    assert.match(path, /\/(link|leave|language|withdraw|deactivate|bring-back|remove|sign-out|demonstration|take)$/);
});

test('a route without an access rule is not registered', async () => {
  const handler = async () => ({ kind: 'problem', status: 404 }) as const;
  for (const access of [undefined, []]) {
    const open = { method: 'GET', path: '/open', access, handler } as unknown as Route;
    const building = buildApp({ db: web.db, address: 'http://127.0.0.1', files: '/nowhere', routes: [open] });
    await assert.rejects(building, /no access rule/);
  }
});

function name(route: AnyRoute): string {
  return `${route.method} ${route.path}`;
}
