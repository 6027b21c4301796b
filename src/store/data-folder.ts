/** The folder of the embedded database and of the landlords' files: made, and checked before anything is started in it. */
import { accessSync, chmodSync, constants, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mayUse, type ServingUser } from './serving-user.js';
import { codeOf, Stop } from './stop.js';

export interface DataFolder {
  readonly folder: string;
  readonly postgres: string;
  readonly postgresLog: string;
  readonly files: string;
}

export function openDataFolder(folder: string, user: ServingUser | undefined): DataFolder {
  const files = join(folder, 'files');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // PostgreSQL may run as another user, who must pass through; what is within stays closed to all but its owner.
    if (user !== undefined) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    mkdirSync(files, { recursive: true, mode: 0o700 });
    const trial = join(folder, `.trial-${process.pid}`);
    writeFileSync(trial, 'x'.repeat(4096));
    rmSync(trial);
  } catch (error) {
    throw explained(error, folder);
  }
  if (user !== undefined && !mayUse(user, 'run', folder)) {
    throw new Stop(
      `PostgreSQL runs as the user "${user.name}", who may not enter ${folder}: choose another folder with PUTRIGHT_DATA.`,
    );
  }
  return { folder, files, postgres: join(folder, 'postgres'), postgresLog: join(folder, 'postgres.log') };
}

function explained(error: unknown, folder: string): unknown {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Stop(`The data folder ${folder} may not be written by this user: choose another with PUTRIGHT_DATA.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new Stop(`The data folder ${folder} is not a folder: choose another with PUTRIGHT_DATA.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return new Stop(`The disk is full: nothing can be written in ${folder}.`);
    default:
      return error;
  }
}
