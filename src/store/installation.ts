/**
 * Opens the installation that the environment names: the embedded PostgreSQL or the customer's own, with its tables
 * brought up to date. `start` keeps it open; every other command opens it for as long as it works, beside a running
 * `start` or without one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from './config.js';
import { openDataFolder } from './data-folder.js';
import { type Cluster, ensureDatabase, runningCluster, startCluster } from './embedded.js';
import { type Migration, migrate } from './migrate.js';
import { checkOwnPostgres, type DatabaseUrls, urlsOfOwnPostgres } from './own-postgres.js';
import { embeddedBinaries } from './postgres-binaries.js';
import { servingUser } from './serving-user.js';
import { Stop } from './stop.js';

export interface Installation {
  readonly urls: DatabaseUrls;
  /** Where the landlords' documents lie. */
  readonly files: string;
  readonly embedded: boolean;
  /** The migrations that ran as it was opened; all of them in a new one. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Told before an existing database is changed. A backup is taken here. */
  readonly beforeMigrating?: (pending: readonly Migration[], urls: DatabaseUrls, config: Config) => Promise<void>;
}

const database = 'putright';

/** For a command that works and ends. */
export async function openInstallation(config: Config, options: OpenOptions = {}): Promise<Installation> {
  if (config.databaseUrl !== undefined) {
    const data = openDataFolder(config.data, undefined);
    const urls = urlsOfOwnPostgres(config, config.databaseUrl);
    await checkOwnPostgres(urls);
    const migrated = await upToDate(config, urls, options);
    return { urls, files: data.files, embedded: false, migrated, close: async () => {} };
  }
  const user = servingUser();
  const data = openDataFolder(config.data, user);
  const running = await runningCluster(data.postgres);
  if (running !== undefined) {
    const urls = urlsOf(running);
    // Its own start may still be making the database; what is there is awaited by the migrations' lock.
    await ensureDatabase(running, database);
    return {
      urls,
      files: data.files,
      embedded: true,
      migrated: await upToDate(config, urls, options),
      close: async () => {},
    };
  }
  const cluster = await startCluster({
    binaries: embeddedBinaries(user, data.folder),
    user,
    folder: data.postgres,
    log: data.postgresLog,
  });
  try {
    await ensureDatabase(cluster, database);
    const urls = urlsOf(cluster);
    const migrated = await upToDate(config, urls, options);
    // Another command may have joined in the meantime: its work is waited for.
    return { urls, files: data.files, embedded: true, migrated, close: () => cluster.stop({ patient: true }) };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

export interface KeptInstallation extends Installation {
  /** Called when the embedded server was lost and has been started again. */
  onRestart(work: () => void): void;
  /** Called when it was lost and could not be started again. */
  onLost(work: (error: unknown) => void): void;
}

/** For `start`: alone on its data folder, and a lost server is started again. */
export async function keepInstallation(
  config: Config,
  options: OpenOptions & { readonly beforeStarting: () => Promise<void> },
): Promise<KeptInstallation> {
  const none = { onRestart: () => {}, onLost: () => {} };
  if (config.databaseUrl !== undefined) {
    await options.beforeStarting();
    return { ...(await openInstallation(config, options)), ...none };
  }
  const user = servingUser();
  const data = openDataFolder(config.data, user);
  await nobodyElse(data.postgres, data.folder);
  await options.beforeStarting();
  const plan = { binaries: embeddedBinaries(user, data.folder), user, folder: data.postgres, log: data.postgresLog };
  let cluster = await startCluster(plan);
  let claim: pg.Client | undefined;
  let closing = false;
  let restarted = (): void => {};
  let lost = (_: unknown): void => {};

  const watch = (): void => {
    void cluster.ended.then(async () => {
      if (closing) return;
      try {
        cluster = await startCluster({ ...plan, socket: cluster.socket });
        claim = await claimFolder(cluster, data.folder);
        watch();
        restarted();
      } catch (error) {
        lost(error);
      }
    });
  };

  try {
    claim = await claimFolder(cluster, data.folder);
    await ensureDatabase(cluster, database);
    const urls = urlsOf(cluster);
    const migrated = await upToDate(config, urls, options);
    watch();
    return {
      urls,
      files: data.files,
      embedded: true,
      migrated,
      onRestart: (work) => {
        restarted = work;
      },
      onLost: (work) => {
        lost = work;
      },
      async close() {
        closing = true;
        await claim?.end().catch(() => {});
        await cluster.stop();
      },
    };
  } catch (error) {
    closing = true;
    await claim?.end().catch(() => {});
    await cluster.stop();
    throw error;
  }
}

function urlsOf(cluster: Pick<Cluster, 'url'>): DatabaseUrls {
  return {
    owner: cluster.url('putright_owner', database),
    app: cluster.url('putright_app', database),
    jobs: cluster.url('putright_jobs', database),
  };
}

function upToDate(config: Config, urls: DatabaseUrls, options: OpenOptions): Promise<string[]> {
  return migrate({
    owner: urls.owner,
    jobs: urls.jobs,
    before: async (pending) => options.beforeMigrating?.(pending, urls, config),
  });
}

const claimText = `hashtext('putright start')`;

function alreadyRunning(folder: string): Stop {
  return new Stop(
    `Putright is already running on the data folder ${folder}: stop it first, or set PUTRIGHT_DATA to another.`,
  );
}

/** Held for as long as this connection lives, so a killed start lets go of it at once. */
async function claimFolder(cluster: Pick<Cluster, 'url'>, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: cluster.url('postgres', 'postgres') });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${claimText}) as mine`);
  if (rows[0]?.mine === true) return client;
  await client.end();
  throw alreadyRunning(folder);
}

/** A server that answers belongs to another start, to a command at work, or to a start that was just killed. */
async function nobodyElse(postgres: string, folder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const running = await runningCluster(postgres);
    if (running === undefined) return;
    try {
      const claim = await claimFolder(running, folder);
      await claim.end();
    } catch (error) {
      if (error instanceof Stop) throw error;
      // It went away while we asked.
    }
    if (attempt === 60)
      throw new Stop(`Another command is using the data folder ${folder}: start again when it has ended.`);
    await pause(250);
  }
}
