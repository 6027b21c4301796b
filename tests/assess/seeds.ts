/** The five landlords' own documents, when they lie beside this folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/store/config.js';

const folder = join(root, '..', 'shared', 'seeds');

/** Said aloud when they are not there. */
export const skipSeeds = existsSync(folder)
  ? false
  : 'the five landlords’ documents are not beside this folder (../shared/seeds)';

export type Seed = '000' | '001' | '002' | '003' | '004';

export function seedPath(seed: Seed): string {
  const name = readdirSync(folder).find((file) => file.startsWith(`${seed}_`));
  if (name === undefined) throw new Error(`no document ${seed}`);
  return join(folder, name);
}

export function seedText(seed: Seed): string {
  return readFileSync(seedPath(seed), 'utf8');
}
