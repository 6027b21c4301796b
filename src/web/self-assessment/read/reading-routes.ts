/** Older self-assessments that are read, confirmed and taken; and the complaints policy held against the Code. */
import type { Route } from '../../visit.js';
import { checkPolicyScreen } from '../policy-check/check-policy.js';
import { oneCheck } from '../policy-check/one-check.js';
import { oneReading } from './one-reading.js';
import { oneRow } from './one-row.js';
import { putAsideReading, readingDocument } from './put-aside.js';
import { takeReadingScreen } from './take.js';
import { uploadReading } from './upload.js';

export const readingRoutes: readonly Route[] = [
  ...uploadReading,
  ...oneReading,
  ...oneRow,
  ...takeReadingScreen,
  ...putAsideReading,
  ...readingDocument,
  ...checkPolicyScreen,
  ...oneCheck,
];
