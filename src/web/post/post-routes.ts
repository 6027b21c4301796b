/** Incoming mail that people see to. */
import type { Route } from '../visit.js';
import { oneMessage, wholeMessage } from './one-message.js';
import { postSetAside, postToLookAt } from './post-in.js';
import { takeInFile } from './take-in-file.js';

export const postRoutes: readonly Route[] = [
  ...postToLookAt,
  ...postSetAside,
  ...takeInFile,
  ...oneMessage,
  ...wholeMessage,
];
