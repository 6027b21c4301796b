/** The privacy notice that stands where residents are asked for something: the landlord's own, or the product's. */
import type { Trx } from './database.js';
import { writeSetting } from './rules.js';

const setting = 'privacy-notice';

/** Null: the landlord has set none, and the product's own stands. */
export function privacyIn(settings: Readonly<Record<string, unknown>>): string | null {
  const own = settings[setting];
  return typeof own === 'string' && own.trim() !== '' ? own : null;
}

export async function writePrivacyNotice(trx: Trx, text: string | null): Promise<void> {
  await writeSetting(trx, setting, text);
}
