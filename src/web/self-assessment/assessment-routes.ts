/** The screens of the self-assessment. */
import type { Route } from '../visit.js';
import { beginOne } from './begin.js';
import { assessmentList } from './list.js';
import { assessmentOverview } from './overview.js';
import { provision } from './provision.js';

export const assessmentRoutes: readonly Route[] = [...assessmentList, ...beginOne, ...assessmentOverview, ...provision];
