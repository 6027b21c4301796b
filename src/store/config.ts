/**
 * Everything that the environment can say, in one place. A value that cannot be read stops the start with one sentence.
 * docs/operations.md carries the same list for the people who run the system.
 */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { scannerOf } from './scanner.js';
import { Stop } from './stop.js';

/** The folder of the installation: db/, node_modules/ and package.json stand in it. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const schema = z.object({
  /** Where the pages are served. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The address to listen on; 0.0.0.0 opens the door to the network. */
  HOST: z.string().default('127.0.0.1'),
  /** What residents and staff type to reach it, for links in letters: https://complaints.example.org */
  PUTRIGHT_ADDRESS: z.url().optional(),
  /** The proxies in front, besides one on this machine: addresses, ranges (10.1.0.0/16), or 'uniquelocal'. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^(uniquelocal|[0-9a-f.:/,\s]+)$/i, 'must be addresses or ranges with commas between, or uniquelocal')
    .optional(),
  /** The folder of the embedded database and of the landlords' files. */
  PUTRIGHT_DATA: z.string().optional(),
  /** A PostgreSQL of your own, 15 to 18, instead of the embedded one. */
  DATABASE_URL: databaseUrl.optional(),
  /** Only where one login may not take all three roles: the logins of putright_owner and putright_jobs. */
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_JOBS_URL: databaseUrl.optional(),
  /** How letters leave by e-mail: smtp://user:password@host:587 */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  /** The sender of letters by e-mail. */
  MAIL_FROM: z.string().optional(),
  /** 32 bytes in base64 that close the landlords' secrets; without it a key in the data folder does. */
  PUTRIGHT_KEY: z
    .string()
    .refine((text) => /^[0-9a-f]{64}$/i.test(text.trim()) || Buffer.from(text, 'base64').length === 32, {
      message: 'must be 32 bytes in base64',
    })
    .optional(),
  /** Servers inside this network that landlords may name: 10.1.0.0/16, mail.internal, 127.0.0.1:1143 */
  PUTRIGHT_ALLOW_HOSTS: z
    .string()
    .regex(/^[\w.:/[\],\s-]+$/, 'must be names, addresses or ranges with commas between')
    .optional(),
  /** Where letters for a hybrid-mail supplier are put, a folder for each landlord in it: /var/spool/putright-post */
  PUTRIGHT_POST_FOLDER: z.string().optional(),
  /** For tests of the residents' pages: offers them a language of other letters, from right to left. */
  PUTRIGHT_PSEUDO_LANGUAGE: z.enum(['yes', 'no']).default('no'),
  /** The virus scanner, clamd: host:port, or the path of its socket. None: files are not scanned. */
  PUTRIGHT_CLAMD: z.string().optional(),
  /** Where scanned post is put for us, a folder for each landlord in it: /var/spool/putright-post-in */
  PUTRIGHT_POST_IN: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Set by `start` for the processes it starts; people never set these. */
  PUTRIGHT_APP_URL: databaseUrl.optional(),
  PUTRIGHT_JOBS_URL: databaseUrl.optional(),
});

export interface Config {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly address: string;
  /** Whose word about a visitor's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly data: string;
  /** Where the landlords' documents lie: a folder for each landlord in it. */
  readonly files: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseJobsUrl: string | undefined;
  /** The connection as putright_app, given by `start` to web and worker. */
  readonly appUrl: string | undefined;
  /** The connection as putright_jobs, given by `start` to the worker. */
  readonly jobsUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly supplierFolder: string | undefined;
  /** The key that the environment gives; the one in the data folder is read by installation-key.ts. */
  /** The folder of scanned post that comes in. */
  readonly postIn: string | undefined;
  readonly key: string | undefined;
  /** Hosts and ranges inside this network that landlords may name. */
  readonly allowHosts: readonly string[];
  /** Whether residents' pages offer the language of the tests. */
  readonly pseudoLanguage: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the environment, read once; one that can’t be read stops the start in a plain sentence. */
export function readConfig(environment: Environment = process.env): Config {
  // An empty variable is how compose files and service units say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new Stop(`The setting ${issue?.path.join('.')} cannot be read: ${plain(issue?.message)}.`);
  }
  const e = read.data;
  scannerOf(given);
  const data = dataFolder(e.PUTRIGHT_DATA, given);
  return {
    root,
    port: e.PORT,
    host: e.HOST,
    address: (e.PUTRIGHT_ADDRESS ?? `http://${e.HOST === '0.0.0.0' ? '127.0.0.1' : e.HOST}:${e.PORT}`).replace(
      /\/+$/,
      '',
    ),
    trustedProxies: ['loopback', ...(e.TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter((one) => one !== '')],
    data,
    files: join(data, 'files'),
    databaseUrl: e.DATABASE_URL,
    databaseOwnerUrl: e.DATABASE_OWNER_URL,
    databaseJobsUrl: e.DATABASE_JOBS_URL,
    appUrl: e.PUTRIGHT_APP_URL,
    jobsUrl: e.PUTRIGHT_JOBS_URL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    supplierFolder: e.PUTRIGHT_POST_FOLDER === undefined ? undefined : resolve(e.PUTRIGHT_POST_FOLDER),
    postIn: e.PUTRIGHT_POST_IN === undefined ? undefined : resolve(e.PUTRIGHT_POST_IN),
    key: e.PUTRIGHT_KEY,
    allowHosts: (e.PUTRIGHT_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter((one) => one !== ''),
    pseudoLanguage: e.PUTRIGHT_PSEUDO_LANGUAGE === 'yes',
    logLevel: e.LOG_LEVEL,
  };
}

function dataFolder(given: string | undefined, environment: Environment): string {
  if (given !== undefined) return resolve(given);
  // Root's own folder is closed to everyone else, and PostgreSQL refuses to run as root.
  if (process.getuid?.() === 0) return '/var/lib/putright';
  const home = environment.HOME ?? homedir();
  if (!isAbsolute(home)) throw new Stop('There is no home folder for the data: set PUTRIGHT_DATA to a folder.');
  return join(home, '.local', 'share', 'putright');
}

function plain(message: string | undefined): string {
  return (message ?? 'it is not valid').replace(/^Invalid input: /, '').replace(/\.$/, '');
}
