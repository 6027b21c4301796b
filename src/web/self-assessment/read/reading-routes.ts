/** Older self-assessments that are read, confirmed and taken. */
import type { Route } from '../../visit.js';
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
];
