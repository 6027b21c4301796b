/** What a clock rests on, as a caption under it: the provision, or another law; null for what was promised or asked for. */
import { dataProtectionRule } from '../law/data-protection.js';
import type { Clock } from './clocks.js';

/** A provision as what something rests on; null where the case’s Code has none. */
export function inTheCode(provision: string | null): string | null {
  return provision === null ? null : `Provision ${provision} of the Code`;
}

/** The law or the provision of a clock in words; null for what was promised or asked for. */
export function restsOn({ kind, provision }: Pick<Clock, 'kind' | 'provision'>): string | null {
  if (kind === 'data-protection') return dataProtectionRule;
  return inTheCode(provision);
}
