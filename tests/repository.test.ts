/** What must hold across the whole repository: migrations, jobs, routes and provisions are each accounted for. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Act, acts } from '../src/complaint/permitted.js';
import { handlers } from '../src/jobs/handlers.js';
import { codes } from '../src/law/in-force.js';
import { root } from '../src/store/config.js';
import { migrationsIn } from '../src/store/migrate.js';
import { routes } from '../src/web/routes.js';

function textsOf(folder: string, pattern: RegExp): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(root, folder, file), 'utf8') }));
}

test('migrations are numbered from 1 without a gap, each number once', () => {
  const numbers = migrationsIn().map((migration) => migration.number);
  assert.deepEqual(
    numbers,
    numbers.map((_, at) => at + 1),
  );
});

test('migrations are named for what they bring, and go forward only', () => {
  for (const { name, text } of migrationsIn()) {
    assert.match(name, /^\d{4}_[a-z0-9_]+$/);
    assert.doesNotMatch(name, /down|revert|rollback|undo/);
    // Each runs in one transaction that the runner opens and closes.
    assert.doesNotMatch(text, /^\s*(begin|commit|rollback)\s*;/im, name);
    assert.doesNotMatch(text, /\bconcurrently\b/i, name);
    // uuidv7() came with PostgreSQL 18.
    assert.doesNotMatch(text.replace(/--.*$/gm, ''), /\buuidv7\(/i, name);
  }
});

test('every job that is enqueued has a handler', () => {
  const known = Object.keys(handlers);
  const asked = textsOf('src', /\.tsx?$/).flatMap(({ file, text }) =>
    [...text.matchAll(/\bname: '([a-z-]+)',\s*(?:seq|payload):/g)].map((match) => ({ file, name: match[1] ?? '' })),
  );
  assert.ok(asked.length > 0);
  for (const { file, name } of asked) assert.ok(known.includes(name), `${file} enqueues ${name}, which nothing does`);
});

test('every job stands in a file of its name', () => {
  for (const name of Object.keys(handlers)) assert.ok(existsSync(join(root, 'src', 'jobs', `${name}.ts`)), name);
});

test('every route says who may come in, and stands in the list once', () => {
  const seen = new Set<string>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    assert.ok(route.access === 'public' || String(route.access).length > 0, `${name} has no access rule`);
    assert.ok(route.access !== undefined && route.access !== null, `${name} has no access rule`);
    assert.ok(!seen.has(name), `${name} stands in the list twice`);
    seen.add(name);
    assert.match(route.path, /^\/[a-z0-9/:.*_-]*$/i, `${name} is plain`);
  }
});

test('every act has a screen that shows it and one that does it, open to the roles that may do it', () => {
  const letter = '/cases/:reference/letters/:letter';
  const elsewhere: Partial<Record<Act, { shown: string; done: string }>> = {
    receive: { shown: '/log', done: '/log' },
    approve: { shown: '/cases/:reference/approve', done: `${letter}/approve` },
    'check-letter': { shown: `${letter}/send`, done: `${letter}/send` },
    'send-letter': { shown: `${letter}/send`, done: `${letter}/send` },
    'test-improvement': { shown: '/improvements/:improvement/review', done: '/improvements/:improvement/review' },
    'close-improvement': { shown: '/improvements/:improvement/close', done: '/improvements/:improvement/close' },
    'share-learning': { shown: '/sharing/:id/tell', done: '/sharing/:id/tell' },
  };
  for (const act of Object.keys(acts) as Act[]) {
    const { shown, done } = elsewhere[act] ?? { shown: `/cases/:reference/${act}`, done: `/cases/:reference/${act}` };
    for (const [method, path] of [
      ['GET', shown],
      ['POST', done],
    ]) {
      const route = routes.find((one) => one.method === method && one.path === path);
      assert.ok(route !== undefined, `${act} has no ${method} ${path}`);
      if (method === 'POST' && path === `${letter}/approve`) continue; // The writer asks there too; the decision looks.
      assert.deepEqual(route.access, acts[act].roles, `${act}: ${method} ${path} is open to others`);
    }
  }
});

test('a provision is counted, shown by what happened, or judged by a person: none is left open', () => {
  const tests = textsOf('tests', /\.test\.tsx?$/)
    .map(({ text }) => text)
    .join('\n');
  for (const code of Object.values(codes)) {
    for (const section of code.sections) {
      for (const [number, provision] of Object.entries(section.provisions)) {
        const name = `${code.edition}: ${number}`;
        switch (provision.judgedBy) {
          case 'clock':
            assert.ok(
              tests.includes(`'${number}'`) || tests.includes(`${number} `),
              `${name} is counted and in no test`,
            );
            break;
          case 'cases':
            assert.ok(provision.shownBy.length > 0, `${name} names nothing in which it shows`);
            break;
          case 'person':
            assert.ok(provision.evidence.length > 0, `${name} does not say what to look at`);
            break;
          default:
            assert.fail(`${name}: ${JSON.stringify(provision satisfies never)}`);
        }
      }
    }
  }
});

test('a pure function that others use says what it gives: above it, or at the head of its file when it is the only one', () => {
  for (const room of ['facts', 'law', 'complaint', 'letters', 'assess', 'reports'])
    for (const { file, text } of textsOf(`src/${room}`, /\.ts$/)) {
      const exported = [...text.matchAll(/(\*\/\n)?^export function (\w+)/gm)];
      const alone = exported.length === 1 && text.startsWith('/**');
      for (const [, documented, name] of exported) assert.ok(alone || documented, `${file}: ${name} has no docstring`);
    }
});

test('package-lock.json names no registry, so any registry may serve it', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  assert.doesNotMatch(lock, /"resolved": "https?:/);
});

test('every dependency is pinned exactly', () => {
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(about[kind] ?? {})) assert.match(version, /^\d+\.\d+\.\d+/, name);
  }
});

test('every setting of the environment is in docs/operations.md', () => {
  const settings = readFileSync(join(root, 'src/store/config.ts'), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm);
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
  for (const [, name] of settings) {
    if (name === 'PUTRIGHT_APP_URL' || name === 'PUTRIGHT_JOBS_URL') continue;
    assert.ok(page.includes(`\`${name}\``), `${name} is not explained`);
  }
});
