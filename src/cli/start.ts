/**
 * `putright start`: the database, the web process and the worker, until it is told to stop. It starts the entry files of
 * web and jobs and never imports them. Whatever ends, even by kill -9, leaves nothing running and nothing half done.
 */
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../store/config.js';
import { openDatabase } from '../store/database.js';
import { type KeptInstallation, keepInstallation } from '../store/installation.js';
import { installationKey } from '../store/installation-key.js';
import { allLandlords } from '../store/landlords.js';
import { bringRegistersUpToDate } from '../store/registers-up-to-date.js';
import { makeFirstLink } from '../store/staff.js';
import { codeOf, Stop } from '../store/stop.js';
import { backUpBeforeMigrating } from './backup-before-migrating.js';
import { type Command, misused } from './command.js';
import { demonstrate } from './demonstration.js';
import { environmentOfChildren, type Kept, keep } from './keep.js';

export const start: Command = {
  summary: 'web, worker and database; prints the address',
  help: `
putright start [--demo | --empty | --fresh-demo]

Starts the database, the web process and the worker, and prints the address. Ctrl-C stops them in order.

  --demo        loads the demonstration landlord, also into a database of your own (DATABASE_URL) if that is empty
  --empty       loads no demonstration; prints a link, good for one day and one use, that makes a landlord and its
                first administrator
  --fresh-demo  loads the demonstration again, dated from today

Without an option the demonstration is loaded on the first run, into the embedded database only.

Settings: PORT, HOST, PUTRIGHT_DATA, PUTRIGHT_ADDRESS, DATABASE_URL, SMTP_URL (docs/operations.md).
`,
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, empty: { type: 'boolean' }, 'fresh-demo': { type: 'boolean' } },
    });
    const wish = {
      asked: values.demo === true,
      empty: values.empty === true,
      fresh: values['fresh-demo'] === true,
    };
    if (wish.empty && (wish.asked || wish.fresh)) throw misused('--empty and a demonstration exclude each other.');
    return serve(readConfig(), wish);
  },
};

type Wish = { readonly asked: boolean; readonly empty: boolean; readonly fresh: boolean };

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function serve(config: Config, wish: Wish): Promise<0 | 1> {
  const signals = listenForSignals();
  const installation = await keepInstallation(config, {
    beforeStarting: () => portIsFree(config),
    beforeMigrating: backUpBeforeMigrating,
  });
  const kept: Kept[] = [];
  let why: string | undefined;
  const over = new Promise<void>((resolve) => {
    signals.then(resolve);
    const giveUp = (sentence: string) => {
      why ??= sentence;
      resolve();
    };
    installation.onLost((error) => giveUp(`The database was lost: ${error instanceof Error ? error.message : error}`));
    installation.onRestart(() => say('The database had ended and was started again.'));
    void begin(config, wish, installation, kept, giveUp).catch((error: unknown) => {
      giveUp(
        error instanceof Stop
          ? error.message
          : `Putright could not start: ${error instanceof Error ? error.stack : error}`,
      );
    });
  });
  await over;
  signals.again(() => {
    for (const one of kept) void one.stop();
  });
  await Promise.all(kept.map((one) => one.stop()));
  await installation.close();
  signals.end();
  if (why === undefined) return 0;
  process.stderr.write(`${why}\n`);
  return 1;
}

async function begin(
  config: Config,
  wish: Wish,
  installation: KeptInstallation,
  kept: Kept[],
  giveUp: (sentence: string) => void,
): Promise<void> {
  const environment = environmentOfChildren(config, installation.urls);
  // Made here, at the first start, so that it can be copied apart before anything was closed with it.
  installationKey();
  await upToDate(installation);
  await demonstrate(config, installation.urls, { ...wish, embedded: installation.embedded }, say);
  const notice = await noticeFor(config, wish, installation);
  const onHopeless = (name: string) => giveUp(`The ${name} process ended again and again; what it said is above.`);
  let told = false;
  const onReady = () => {
    if (told) return;
    told = true;
    say(`Putright is ready: ${config.address}`);
    for (const line of notice) say(line);
  };
  kept.push(keep({ name: 'web', entry: 'web/server.js', environment, onHopeless, onReady }));
  kept.push(
    keep({
      name: 'worker',
      entry: 'jobs/worker.js',
      environment: { ...environment, PUTRIGHT_JOBS_URL: installation.urls.jobs },
      onHopeless,
    }),
  );
}

async function upToDate(installation: KeptInstallation): Promise<void> {
  const app = openDatabase(installation.urls.app, 'app', { connections: 2 });
  try {
    await bringRegistersUpToDate(app, say);
  } finally {
    await app.close();
  }
}

async function noticeFor(config: Config, wish: Wish, installation: KeptInstallation): Promise<string[]> {
  const app = openDatabase(installation.urls.app, 'app', { connections: 1 });
  try {
    const landlords = await allLandlords(app);
    if (landlords.length === 0 && wish.empty) {
      const link = `${config.address}/set-up/${await makeFirstLink(app)}`;
      return ['', 'Make your landlord and its first administrator here, within a day:', link];
    }
    if (landlords.length === 0) {
      return ['There is no landlord yet: start with --empty to make yours, or with --demo to look around.'];
    }
    if (wish.empty) return ['There is a landlord already, so there is no link to make the first one.'];
    return [];
  } finally {
    await app.close();
  }
}

function portIsFree(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const trial = createServer();
    trial.once('error', (error) => {
      const code = codeOf(error);
      if (code === 'EADDRINUSE') reject(new Stop(`Port ${config.port} is taken: set PORT to another.`));
      else if (code === 'EACCES')
        reject(new Stop(`Port ${config.port} needs more rights: set PORT to one above 1023.`));
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
        reject(new Stop(`This machine has no address ${config.host}: set HOST to one that it has.`));
      } else reject(error);
    });
    trial.listen({ port: config.port, host: config.host }, () => trial.close(() => resolve()));
  });
}

interface Signals extends Promise<void> {
  /** What to do when someone asks a second time. */
  again(work: () => void): void;
  end(): void;
}

function listenForSignals(): Signals {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let first: number | undefined;
  let more = (): void => {};
  let listener = (): void => {};
  const promise = new Promise<void>((resolve) => {
    listener = () => {
      const now = performance.now();
      // A terminal's Ctrl-C may reach us twice, from it and from the launcher.
      if (first !== undefined && now - first > 1000) more();
      first ??= now;
      resolve();
    };
    for (const name of names) process.on(name, listener);
  });
  return Object.assign(promise, {
    again: (work: () => void) => {
      more = work;
    },
    end: () => {
      for (const name of names) process.off(name, listener);
    },
  });
}
