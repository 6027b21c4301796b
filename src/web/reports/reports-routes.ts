/** Annual reports. */
import type { Route } from '../visit.js';
import { approveScreen } from './approve.js';
import { reportComments } from './comments.js';
import { compareReport } from './compare.js';
import { reportDraft } from './draft.js';
import { freezeScreen } from './freeze.js';
import { reportItems } from './items.js';
import { reportLearning } from './learning.js';
import { reportList } from './list.js';
import { oneLesson } from './one-lesson.js';
import { reportOverview } from './overview.js';
import { reportPublished } from './published.js';
import { reportWords } from './words.js';
import { writeWords } from './write-words.js';

export const reportsRoutes: readonly Route[] = [
  ...reportList,
  ...reportOverview,
  ...reportDraft,
  ...reportWords,
  ...writeWords,
  ...reportLearning,
  ...oneLesson,
  ...reportItems,
  ...reportComments,
  ...approveScreen,
  ...freezeScreen,
  ...compareReport,
  ...reportPublished,
];
