/** The pages of what Ombudsmen ask, find, order and publish. */
import type { Route } from '../visit.js';
import { ombudsmanList } from './list.js';
import { ombudsmanOrders } from './orders.js';

export const ombudsmanRoutes: readonly Route[] = [...ombudsmanList, ...ombudsmanOrders];
