/** The rules of the house that can be read from the sources: who imports whom, and what each room leaves alone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { test } from 'node:test';
import { root } from '../src/store/config.js';

interface Source {
  /** From the root, with slashes: src/store/words.ts. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** Without comments and without what stands in quotes. */
  readonly code: string;
  readonly imports: readonly Imported[];
}

interface Imported {
  readonly from: string;
  /** The room of our own that it leads to, or undefined for a package. */
  readonly room: string | undefined;
  readonly target: string;
}

const pure = ['facts', 'law', 'complaint', 'letters', 'assess', 'reports'];
const mayImport: Readonly<Record<string, readonly string[]>> = {
  facts: [],
  law: ['facts'],
  complaint: ['facts', 'law'],
  letters: ['facts', 'law', 'complaint'],
  assess: ['facts', 'law', 'complaint'],
  reports: ['facts', 'law', 'complaint'],
  store: pure,
  post: [...pure, 'store'],
  jobs: [...pure, 'store', 'post'],
  web: [...pure, 'store', 'post'],
  cli: [...pure, 'store', 'post'],
};

const sources = readSources(join(root, 'src'));

function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const path = relative(root, join(folder, file)).replaceAll('\\', '/');
      const text = readFileSync(join(folder, file), 'utf8');
      return { path, room: roomOf(path), text, code: bare(text), imports: importsOf(path, text) };
    });
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function importsOf(path: string, text: string): Imported[] {
  const statement = /^(?:import|export)\b[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statement)].map((match) => {
    const from = match[1] ?? match[2] ?? match[3] ?? '';
    const target = from.startsWith('.') ? posix.join(posix.dirname(path), from) : from;
    return { from, target, room: target.startsWith('src/') ? roomOf(target) : undefined };
  });
}

function bare(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

function inRooms(...rooms: string[]): Source[] {
  return sources.filter((source) => rooms.includes(source.room));
}

function none(found: readonly string[], rule: string): void {
  assert.deepEqual(found, [], rule);
}

test('every source stands in a room of the house', () => {
  none(
    sources.filter((source) => !Object.hasOwn(mayImport, source.room)).map((source) => source.path),
    'src has the rooms of design section 1 and no other',
  );
});

test('rooms import only the rooms below them; web, jobs and cli never each other', () => {
  const wrong = sources.flatMap((source) =>
    source.imports
      .filter(({ room }) => room !== undefined && room !== source.room && !mayImport[source.room]?.includes(room))
      .map(({ from }) => `${source.path} imports ${from}`),
  );
  none(wrong, 'facts < law < complaint < letters, assess, reports < store < post < web, jobs, cli');
});

test('the pure rooms import nothing from outside', () => {
  const wrong = inRooms(...pure).flatMap((source) =>
    source.imports
      .filter(({ from, room }) => room === undefined && !from.startsWith('.'))
      .map(({ from }) => `${source.path} imports ${from}`),
  );
  none(wrong, 'no node:*, database, web framework or validator in a pure room');
});

test('no source reaches outside src, save the demonstration and the types of the tables', () => {
  const wrong = sources.flatMap((source) =>
    source.imports
      .filter(({ from, target }) => from.startsWith('.') && !/^(src|db\/demo|db\/types)/.test(target))
      .map(({ from }) => `${source.path} imports ${from}`),
  );
  none(wrong, 'the product never imports its tests');
});

test('time, chance and the machine come into the pure rooms by the door', () => {
  const forbidden =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess(?:\.\w|\[)|\bperformance\b|\bcrypto\b\.|\bfetch\(|\bsetTimeout\b|\bglobalThis\b|\bconsole\./;
  none(
    inRooms(...pure)
      .filter((source) => forbidden.test(source.code))
      .map((source) => `${source.path}: ${forbidden.exec(source.code)?.[0]}`),
    'today, now, by whom and new ids are arguments',
  );
});

function importers(packages: RegExp, allowed: readonly string[]): string[] {
  return sources
    .filter((source) => !allowed.includes(source.room))
    .flatMap((source) =>
      source.imports.filter(({ from }) => packages.test(from)).map(({ from }) => `${source.path} imports ${from}`),
    );
}

test('only store knows the database, and the worker its runner', () => {
  none(importers(/^(pg|kysely|pg-.*)(\/|$)/, ['store']), 'pg and kysely are imported by store alone');
  none(importers(/^graphile-worker/, ['store', 'jobs']), 'the job runner belongs to jobs');
});

test('only store writes SQL', () => {
  const statement =
    /[`'"]\s*(?:select\s[\s\S]{1,400}?\sfrom\s+[a-z_"$]|insert\s+into\s|update\s+[a-z_]+\s+set\s|delete\s+from\s|with\s+[a-z_]+\s+as\s*\(|(?:create|alter|drop)\s+(?:table|view|function|index|role)\s)/;
  none(
    sources
      .filter((source) => source.room !== 'store')
      .filter((source) => statement.test(source.text.replace(/\/\*[\s\S]*?\*\//g, '')))
      .map((source) => source.path),
    'a query outside store has no transaction that names its landlord',
  );
});

test('only post speaks with mail servers, and only web knows HTTP', () => {
  none(
    importers(/^(nodemailer|imapflow|smtp-|notifications-node-client)/, ['post']),
    'mail leaves and comes in by post',
  );
  none(
    importers(/^(fastify|@fastify\/|node:https?$|govuk-frontend|@ministryofjustice|nunjucks)/, ['web']).filter(
      (found) => !found.startsWith('src/post/checked-request.ts imports node:http'),
    ),
    'HTTP is web’s; what we ask of others goes through the one door that checks the host',
  );
});

test('only the history’s own files put events into it', () => {
  const writers = sources.filter((source) =>
    /insert into\s+"?case_event\b|insertInto\('case_event'\)/.test(source.text),
  );
  none(
    writers.map((source) => source.path).filter((path) => path !== 'src/store/case-store.ts'),
    'case-store.append alone inserts events',
  );
  assert.equal(writers.length, 1);
});

/** The parameters of a function, from behind its opening bracket. */
function parametersAt(code: string, start: number): string[] {
  const parameters = [''];
  for (let at = start, depth = 0; at < code.length && depth >= 0; at++) {
    const sign = code[at] ?? '';
    if ('([{<'.includes(sign)) depth++;
    if (')]}'.includes(sign) || (sign === '>' && code[at - 1] !== '=')) depth--;
    if (sign === ',' && depth === 0) parameters.push('');
    else parameters[parameters.length - 1] += sign;
  }
  return parameters.map((text) => text.trim());
}

test('what runs inside a transaction takes it as its first, required parameter', () => {
  const wrong = sources.flatMap(({ path, code }) =>
    [...code.matchAll(/\bfunction\s+(\w+)(?:<[^(]*>)?\(/g)]
      .filter((match) =>
        parametersAt(code, match.index + match[0].length).some(
          (text, at) => /^trx\?/.test(text) || (at > 0 && /^trx\b/.test(text)),
        ),
      )
      .map((match) => `${path}: ${match[1]}`),
  );
  none(wrong, 'append(trx, …), never append(…, trx?)');
});

test('start starts the entry files of web and jobs, and imports neither', () => {
  const keeper = sources
    .filter((source) => /web\/server\.js|jobs\/worker\.js/.test(source.text))
    .map(({ path }) => path);
  none(
    sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => /web\/server|jobs\/worker/.test(target))
        .map(({ from }) => `${path} imports ${from}`),
    ),
    'the entry files are processes of their own',
  );
  assert.ok(keeper.includes('src/cli/start.ts'));
});

test('no default exports, no barrels, no rooms without a name', () => {
  none(
    sources.filter(({ code }) => /\bexport\s+default\b/.test(code)).map(({ path }) => path),
    'a default export has no name that can be searched for',
  );
  none(
    sources
      .filter(({ code }) => {
        const statements = code
          .split(';')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        return statements.length > 0 && statements.every((line) => /^export\s+(type\s+)?[{*][^=]*\bfrom\b/.test(line));
      })
      .map(({ path }) => path),
    'a file that only passes on is a barrel',
  );
  none(
    sources
      .filter(({ path }) => /(^|[/-])(utils?|helpers?|common|manager|misc)([.-]|\/)/.test(path))
      .map(({ path }) => path),
    'if it has no better name, it has no home yet',
  );
});

test('files are named in kebab-case, and only markup is .tsx', () => {
  none(
    sources.filter(({ path }) => !/^(src\/)([a-z0-9-]+\/)*[a-z0-9-]+\.tsx?$/.test(path)).map(({ path }) => path),
    'kebab-case',
  );
  none(
    sources.filter(({ path, code }) => path.endsWith('.tsx') && !/<[A-Za-z>]/.test(code)).map(({ path }) => path),
    '.tsx only for markup',
  );
});

test('a file of more than 250 lines says why at its head', () => {
  none(
    sources
      .filter(({ text }) => text.split('\n').length > 251)
      .filter(({ text }) => !/longer than 250 lines because|generated/i.test(text.slice(0, 1500)))
      .map(({ path, text }) => `${path} has ${text.split('\n').length - 1} lines`),
    'small and whole, or “longer than 250 lines because …” in its first comment',
  );
});

test('an event says what happened, never a screen, a button or a table', async () => {
  const { text } = sources.find(({ path }) => path === 'src/facts/happened.ts') ?? { text: '' };
  const names = [...text.matchAll(/type: '([A-Za-z]+)'/g)].map((match) => match[1] ?? '');
  assert.ok(names.length > 60, `${names.length} events were read`);
  none(
    names.filter(
      (name) =>
        /Screen|Button|Table|Page|Form|Click|Row|Tab|Menu|Dialog|Record(?!ed)|Status|Updated?$/.test(name) &&
        name !== 'UpdateGiven',
    ),
    'in the resident’s terms',
  );
});

test('raw HTML enters only through the doors', () => {
  none(
    sources
      .filter(({ code }) => /dangerouslySetInnerHTML|\bjsxTemplate\b/.test(code))
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('src/web/ui/') && !path.startsWith('src/post/letter-html')),
    'web/ui alone takes HTML as it is',
  );
});
