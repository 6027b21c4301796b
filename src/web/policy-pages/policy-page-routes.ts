/** Writing and publishing the pages of the policy. */
import type { Route } from '../visit.js';
import { policyPagesList } from './list.js';
import { previewPolicyPage } from './preview-page.js';
import { writePolicyPage } from './write-page.js';

export const policyPageRoutes: readonly Route[] = [...policyPagesList, ...writePolicyPage, ...previewPolicyPage];
