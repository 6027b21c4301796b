/** Packs and yearly returns. */
import type { Route } from '../visit.js';
import { enterTsmFigure } from './enter-figure.js';
import { freezeTsmReturn } from './freeze-return.js';
import { pack, packAnswer } from './pack.js';
import { packDocx, packPdf } from './pack-file.js';
import { packCalendar, packs } from './packs.js';
import { publishTsmReturn } from './publish-return.js';
import { returns } from './returns.js';
import { sentTsmReturn } from './sent-return.js';
import { submission, submissionItem } from './submission.js';
import { tsmCsvFile, tsmPdfFile } from './tsm-file.js';
import { tsmReturn } from './tsm-return.js';

export const packsRoutes: readonly Route[] = [
  ...packs,
  ...packCalendar,
  ...pack,
  ...packAnswer,
  ...packPdf,
  ...packDocx,
  ...returns,
  ...tsmReturn,
  ...freezeTsmReturn,
  ...sentTsmReturn,
  ...publishTsmReturn,
  ...tsmCsvFile,
  ...tsmPdfFile,
  ...enterTsmFigure,
  ...submission,
  ...submissionItem,
];
