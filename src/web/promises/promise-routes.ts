/** The pages of promises. */
import type { Route } from '../visit.js';
import { promisesOfTeams } from './by-team.js';
import { promisesList } from './list.js';
import { lookAtJobs } from './look-at-jobs.js';
import { sendJobs } from './send-jobs.js';

export const promiseRoutes: readonly Route[] = [...promisesList, ...promisesOfTeams, ...sendJobs, ...lookAtJobs];
