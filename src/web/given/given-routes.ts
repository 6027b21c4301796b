/** Figures that are given and not counted: managers and administrators enter them, the member responsible reads them. */
import type { Route } from '../visit.js';
import { benchmarkRemove, benchmarkSet, benchmarkSets } from './benchmarks.js';
import { enterStock } from './enter-stock.js';
import { enterSurvey } from './enter-survey.js';
import { enterTotal } from './enter-total.js';
import { loadBenchmarkSheet } from './load-benchmarks.js';
import { loadSurvey } from './load-survey.js';
import { givenOverview } from './overview.js';
import { sendBenchmarks, sendSurvey } from './send-sheet.js';
import { stock, stockRemove } from './stock.js';
import { surveyRemove, surveys } from './surveys.js';
import { totalRemove, totals } from './totals.js';

export const givenRoutes: readonly Route[] = [
  ...givenOverview,
  ...stock,
  ...enterStock,
  ...stockRemove,
  ...totals,
  ...enterTotal,
  ...totalRemove,
  ...benchmarkSets,
  ...sendBenchmarks,
  ...loadBenchmarkSheet,
  ...benchmarkRemove,
  ...benchmarkSet,
  ...surveys,
  ...enterSurvey,
  ...surveyRemove,
  ...sendSurvey,
  ...loadSurvey,
];
