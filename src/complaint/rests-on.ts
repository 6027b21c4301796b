/** What a clock rests on, as a caption under it: the provision, or another law; null for what was promised or asked for. */
import { dataProtectionRule } from '../law/data-protection.js';
import type { Clock } from './clocks.js';

export function restsOn({ kind, provision }: Pick<Clock, 'kind' | 'provision'>): string | null {
  if (kind === 'data-protection') return dataProtectionRule;
  return provision === null ? null : `Provision ${provision} of the Code`;
}
