/** What the Code wants in a complaints policy, edition by edition. */
import type { WantedRule } from './rule.js';
import { handling } from './wanted-handling.js';
import { waysIn } from './wanted-ways-in.js';
import { whatCounts } from './wanted-what-counts.js';

export const wantedRules: readonly WantedRule[] = [...whatCounts, ...waysIn, ...handling];
