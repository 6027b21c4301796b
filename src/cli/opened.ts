/** What the commands that look after the data share: the installation opened, the landlord found, all closed again. */
import { readConfig } from '../store/config.js';
import { type Database, openDatabase } from '../store/database.js';
import { type Installation, openInstallation } from '../store/installation.js';
import { chooseLandlord, type Landlord } from '../store/landlords.js';
import { Stop } from '../store/stop.js';
import { backUpBeforeMigrating } from './backup-before-migrating.js';

export async function withInstallation<T>(work: (db: Database, installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(readConfig(), { beforeMigrating: backUpBeforeMigrating });
  const db = openDatabase(installation.urls.app, 'app', { connections: 2 });
  try {
    return await work(db, installation);
  } finally {
    await db.close();
    await installation.close();
  }
}

/** The landlord that is named, or the only one. */
export async function landlordCalled(db: Database, name: string | undefined): Promise<Landlord> {
  const chosen = await chooseLandlord(db, name);
  if (!chosen.ok) throw new Stop(chosen.why);
  return chosen.landlord;
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** 1 case, 2 cases. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}
