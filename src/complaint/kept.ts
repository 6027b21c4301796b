/** Texts that may be left out: kept apart when there are any, else null. */
import type { Words } from '../facts/happened.js';
import type { Context } from './refusals.js';

/** The digest of a text that may be left out; null for none and for a blank one. */
export function kept(context: Context, text: string | null): Words | null {
  return text === null || text.trim() === '' ? null : context.keep(text);
}
