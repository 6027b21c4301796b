/** Runs lint, types and all tests, and ends with the line `N passed, N failed, N skipped`. Called by `putright test`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { root } from '../../src/store/config.js';
import { sharedAs, startTestCluster, testBinaries } from './database.js';
import { installParts } from './debian.js';

const tests = fileURLToPath(new URL('../', import.meta.url));
const counts = { passed: 0, failed: 0, skipped: 0 };
/** What failed, and where: said once more at the very end, as whoever has only the end of a long log wants it. */
const failures: string[] = [];
const began = performance.now();
const words = process.argv.slice(2);

/** What Node made of each file is kept between the two hundred processes that read the same ones. */
const compiled = mkdtempSync(join(tmpdir(), 'putright-tests-compiled-'));

function say(line: string): void {
  process.stdout.write(`\n${line}\n`);
}

function tool(what: string, script: string, args: readonly string[]): void {
  say(what);
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  counts[done.status === 0 ? 'passed' : 'failed'] += 1;
  if (done.status !== 0) failures.push(what);
}

async function runFiles(files: string[], environment: Readonly<Record<string, string>>): Promise<void> {
  // The processes of the test files take our environment.
  Object.assign(process.env, environment, { NODE_COMPILE_CACHE: compiled });
  const stream = run({ files, concurrency: Math.min(2, cpus().length), timeout: 600_000 });
  stream.on('test:pass', (event) => {
    if (event.details.type === 'suite') return;
    if (event.skip !== undefined || event.todo !== undefined) counts.skipped += 1;
    else counts.passed += 1;
  });
  stream.on('test:fail', (event) => {
    if (event.details.type === 'suite') return;
    counts.failed += 1;
    const { error } = event.details;
    const place = event.file === undefined ? '' : relative(tests, event.file);
    const why = inspect(error.cause ?? error).slice(0, 1500);
    failures.push(`${event.name} (${place}, PostgreSQL ${environment.PUTRIGHT_TEST_POSTGRES})\n${why}`);
  });
  const told = stream.compose(new spec());
  for await (const piece of told) process.stdout.write(piece as string);
}

async function runOn(major: 15 | 18, files: string[]): Promise<void> {
  const cluster = await startTestCluster(major);
  try {
    await runFiles(files, { PUTRIGHT_TEST_CLUSTER: sharedAs(cluster), PUTRIGHT_TEST_POSTGRES: String(major) });
  } finally {
    await cluster.stop();
  }
}

const all = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js'))
  .filter((file) => words.every((word) => file.includes(word)))
  .sort()
  .map((file) => join(tests, file));
// What speaks to the database by itself, and the main job from end to end.
// Reading real mailboxes takes its time and asks the database nothing new.
const alsoOnTheOldest =
  /^store\/|^mail\/(?!mailbox|oauth-mailbox|heard-by-email)|^letters\/sending|^browser\/(main-job|signing-in)/;
const onTheOldest = all.filter((file) => alsoOnTheOldest.test(relative(tests, file)));

installParts(say);
if (words.length === 0) {
  tool('Lint', '@biomejs/biome/bin/biome', ['check', '.']);
  tool('Types', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
}
say(`Tests, on PostgreSQL 18: ${all.length} files`);
await runOn(18, all);
if (onTheOldest.length > 0) {
  if (testBinaries(15) === undefined) {
    say('Nothing was run on PostgreSQL 15: it is not in /usr/lib/postgresql/15 on this machine.');
  } else {
    say(`Again, on PostgreSQL 15: ${onTheOldest.length} files`);
    await runOn(15, onTheOldest);
  }
}
rmSync(compiled, { recursive: true, force: true });
for (const failure of failures) say(`Failed: ${failure}`);
say(`${Math.round((performance.now() - began) / 1000)} seconds`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
