/** Every route, asked for by nobody and by every role: the access rule is what happens. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { roles } from '../../src/store/staff.js';
import { buildApp } from '../../src/web/app.js';
import { routes } from '../../src/web/routes.js';
import type { Route } from '../../src/web/visit.js';
import { startWeb, type TestWeb } from '../support/web.js';

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

test('nobody gets past a route that is not public: they are asked to sign in', async () => {
  for (const route of routes) {
    const visitor = await web.visitor(null);
    await visitor.get('/sign-in');
    const { status, to } = await visitor.knock(route.method, example(route.path));
    const asked = status === 303 && to?.startsWith('/sign-in?next=') === true;
    const home = status === 303 && to === '/sign-in';
    if (route.access === 'public') assert.ok(!asked && status < 500, `${name(route)} answers ${status} to nobody`);
    else assert.ok(asked || home, `${name(route)} answers ${status} to nobody, to ${to}`);
  }
});

for (const role of roles) {
  test(`${role}: each route lets in or refuses as its access rule says`, async () => {
    for (const route of routes) {
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
    const { status } = await visitor.knock('POST', example(route.path), {}, 'x'.repeat(43));
    assert.equal(status, 403, `${name(route)} took a forged form`);
  }
});

test('no route stands twice', () => {
  const names = routes.map(name);
  assert.deepEqual(
    names.filter((one, at) => names.indexOf(one) !== at),
    [],
  );
});

test('what was typed can come back: each form posts to the page that shows it, or is a button alone', () => {
  const pages = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const buttons = routes.filter(({ method, path }) => method === 'POST' && !pages.has(path)).map(({ path }) => path);
  // Whoever adds one here says that its form holds nothing that anybody types.
  for (const path of buttons) assert.match(path, /\/(link|deactivate|bring-back|remove|sign-out|demonstration)$/);
});

test('a route without an access rule is not registered', async () => {
  const handler = async () => ({ kind: 'problem', status: 404 }) as const;
  for (const access of [undefined, []]) {
    const open = { method: 'GET', path: '/open', access, handler } as unknown as Route;
    const building = buildApp({ db: web.db, address: 'http://127.0.0.1', files: '/nowhere', routes: [open] });
    await assert.rejects(building, /no access rule/);
  }
});

function name(route: Route): string {
  return `${route.method} ${route.path}`;
}
