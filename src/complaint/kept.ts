/** Texts that may be left out: kept apart when there are any, else null. */
import type { Words } from '../facts/happened.js';
import type { Context } from './refusals.js';

export function kept(context: Context, text: string | null): Words | null {
  return text === null || text.trim() === '' ? null : context.keep(text);
}
