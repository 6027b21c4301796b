/** The screens of the self-assessment, of its evidence and of its action plan. */
import type { Route } from '../visit.js';
import { allActions, assessmentActions } from './actions.js';
import { addOneAction } from './add-action.js';
import { addOnePiece } from './add-piece.js';
import { approve } from './approve.js';
import { beginOne } from './begin.js';
import { checkAnswers } from './check.js';
import { comparison } from './comparison.js';
import { evidenceLibrary } from './evidence.js';
import { governingBody } from './governing-body.js';
import { assessmentList } from './list.js';
import { oneAction } from './one-action.js';
import { assessmentOverview } from './overview.js';
import { onePiece } from './piece.js';
import { pieceChanges } from './piece-changes.js';
import { provision } from './provision.js';
import { publication } from './publication.js';
import { putToBody } from './put.js';
import { respond } from './respond.js';
import { takeBack } from './take-back.js';
import { whatsNew } from './whats-new.js';
import { wording } from './wording.js';

export const assessmentRoutes: readonly Route[] = [
  ...assessmentList,
  ...beginOne,
  ...evidenceLibrary,
  ...addOnePiece,
  ...onePiece,
  ...pieceChanges,
  ...allActions,
  ...oneAction,
  ...wording,
  ...assessmentOverview,
  ...provision,
  ...checkAnswers,
  ...comparison,
  ...whatsNew,
  ...assessmentActions,
  ...addOneAction,
  ...governingBody,
  ...putToBody,
  ...takeBack,
  ...respond,
  ...approve,
  ...publication,
];
