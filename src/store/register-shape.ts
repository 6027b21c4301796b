/**
 * A release may work out more from the history than the one before. The register then says of every case what this
 * release says before anybody reads a figure: each landlord notes the shape in which its register was last made.
 */
import { createHash } from 'node:crypto';
import { canonical } from './chain.js';
import type { Trx } from './database.js';
import { register } from './register-tables.js';
import { readSetting, writeSetting } from './rules.js';

/** Raised when the same columns are worked out otherwise than before. */
const workedOut = 4;

/** Of the tables and columns, and of how they are worked out. */
export const registerShape: string = createHash('sha256').update(canonical({ register, workedOut })).digest('hex');

const setting = 'register-shape';

/** The shape in which it was last made; null before it was first noted. */
export const shapeNoted = (trx: Trx): Promise<string | null> => readSetting<string>(trx, setting);

/** Notes that the register of this landlord was made by this release. */
export async function noteRegisterShape(trx: Trx): Promise<void> {
  await writeSetting(trx, setting, registerShape);
}
