/** Incoming mail that people see to. */
import type { Route } from '../visit.js';
import { oneLetter } from './one-letter.js';
import { oneMessage, wholeMessage } from './one-message.js';
import { oneScan, scanPage } from './one-scan.js';
import { postSetAside, postToLookAt } from './post-in.js';
import { postScans, separatorSheet, uploadScan } from './scans.js';
import { takeInFile } from './take-in-file.js';

export const postRoutes: readonly Route[] = [
  ...postToLookAt,
  ...postSetAside,
  ...takeInFile,
  ...postScans,
  ...uploadScan,
  ...separatorSheet,
  ...oneScan,
  ...scanPage,
  ...oneLetter,
  ...oneMessage,
  ...wholeMessage,
];
