/** What an Ombudsman asks, finds and orders about a case: its page there, and the acts that record it. */
import type { Route } from '../../visit.js';
import { answerMoreTime } from './answer-more-time.js';
import { answerOnOrder } from './answer-on-order.js';
import { answerReview } from './answer-review.js';
import { askMoreTime } from './ask-more-time.js';
import { askReview } from './ask-review.js';
import { beginInvestigation } from './begin-investigation.js';
import { complyWithOrder } from './comply-with-order.js';
import { dateOrder } from './date-order.js';
import { endOmbudsmanCase } from './end-ombudsman-case.js';
import { giveOrder } from './give-order.js';
import { sendEvidence } from './send-evidence.js';
import { sendOrderProof } from './send-order-proof.js';
import { takeDetermination } from './take-determination.js';
import { takeEnquiry } from './take-enquiry.js';
import { takeEvidenceRequest } from './take-evidence-request.js';
import { takeFailureNotice } from './take-failure-notice.js';
import { takeOrder } from './take-order.js';
import { caseOmbudsman } from './their-page.js';

export const ombudsmanActs: readonly Route[] = [
  ...caseOmbudsman,
  ...takeEnquiry,
  ...takeEvidenceRequest,
  ...askMoreTime,
  ...answerMoreTime,
  ...sendEvidence,
  ...beginInvestigation,
  ...takeDetermination,
  ...takeOrder,
  ...giveOrder,
  ...dateOrder,
  ...complyWithOrder,
  ...sendOrderProof,
  ...answerOnOrder,
  ...askReview,
  ...answerReview,
  ...takeFailureNotice,
  ...endOmbudsmanCase,
];
