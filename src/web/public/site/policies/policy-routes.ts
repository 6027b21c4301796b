/** The pages of the policy, for anybody. */
import type { Route } from '../../../visit.js';
import { policiesIndex } from './index-page.js';
import { policyPage, policyPageVersion } from './one-page.js';

export const policyRoutes: readonly Route[] = [...policiesIndex, ...policyPage, ...policyPageVersion];
