/** The screens of what cases show, and of the editions. */
import type { Route } from '../visit.js';
import { editionsPage } from './editions.js';
import { evidenceOfCases } from './evidence-of-cases.js';
import { evidenceOfProvision } from './evidence-of-provision.js';

export const evidenceRoutes: readonly Route[] = [...evidenceOfCases, ...evidenceOfProvision, ...editionsPage];
