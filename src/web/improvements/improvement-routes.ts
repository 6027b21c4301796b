/** The screens of improvements. */
import type { Route } from '../visit.js';
import { addCases } from './add-case.js';
import { improvementBoard } from './board.js';
import { changeOne } from './change.js';
import { closeOne } from './close.js';
import { improvementComplaints } from './complaints.js';
import { finishOne } from './done.js';
import { oneImprovement } from './one.js';
import { openFromMany } from './open.js';
import { proofRoutes } from './proof.js';
import { reviewOne } from './review.js';

export const improvementRoutes: readonly Route[] = [
  ...improvementBoard,
  ...openFromMany,
  ...oneImprovement,
  ...changeOne,
  ...finishOne,
  ...proofRoutes,
  ...reviewOne,
  ...closeOne,
  ...addCases,
  ...improvementComplaints,
];
