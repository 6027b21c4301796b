/** The pages of what Ombudsmen ask, find, order and publish. */
import type { Route } from '../visit.js';
import { addOmbudsmanPaper } from './add-paper.js';
import { ombudsmanList } from './list.js';
import { ombudsmanOrders } from './orders.js';
import { ombudsmanPaper } from './paper.js';
import { ombudsmanPapers } from './papers.js';

export const ombudsmanRoutes: readonly Route[] = [
  ...ombudsmanList,
  ...ombudsmanOrders,
  ...ombudsmanPapers,
  ...addOmbudsmanPaper,
  ...ombudsmanPaper,
];
