/** The screens of calls that were promised. */
import type { Route } from '../visit.js';
import { callBacks } from './list.js';
import { oneCall } from './one-call.js';
import { promiseACall } from './promise-call.js';

export const callBackRoutes: readonly Route[] = [...callBacks, ...oneCall, ...promiseACall];
