/** The acts that keep the record right. */
import type { Route } from '../../visit.js';
import { correctEntry } from './correct.js';
import { eraseWords } from './erase-words.js';
import { caseGrants } from './grants.js';
import { holdCase } from './hold.js';
import { linkCase } from './link.js';
import { raiseAgain } from './raise-again.js';
import { caseReadings } from './readings.js';
import { returnLetter } from './return-letter.js';
import { withdrawCase } from './withdraw.js';

export const recordRoutes: readonly Route[] = [
  ...withdrawCase,
  ...raiseAgain,
  ...linkCase,
  ...correctEntry,
  ...eraseWords,
  ...returnLetter,
  ...caseGrants,
  ...caseReadings,
  ...holdCase,
];
