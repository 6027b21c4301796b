/** Who writes the pages of the policy, and where. */
import type { PolicyPage } from '../../assess/policy/pages.js';

export const writers = ['manager', 'administrator'] as const;

export function pageHref(page: PolicyPage): string {
  return `/policy-pages/${page}`;
}
