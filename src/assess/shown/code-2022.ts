/**
 * What cases show of the 2022 Code. Where it asks the same as the 2024 Code the same rule reads it; what it alone asks, or
 * asks otherwise, stands here.
 */
import { choiceToComplain, serviceRequests, surveys } from './code-2024/1-definition.js';
import { accepted, escalationAccepted, refusalExplained, refusalGrounds } from './code-2024/2-exclusions.js';
import { channels, ombudsmanToldOf, representatives } from './code-2024/3-accessibility.js';
import { adjustments, equality, openMind, restrictions } from './code-2024/5-fairness.js';
import { definitionAt, fullRecord } from './code-2024/5-process.js';
import {
  actionsTracked,
  answerInWriting,
  differentPerson,
  everyPoint,
  furtherPoints,
  goesOnToStage2,
  triage,
} from './code-2024/6-stages.js';
import { timed } from './code-2024/6-times.js';
import { doneByWhen, moneyWorkedOut, putRight } from './code-2024/7-putting-right.js';
import { causes, learningShared, orders } from './code-2024/9-oversight.js';
import {
  afterStage1,
  agreedUpdates,
  commentsBefore,
  detailsWithoutAgreement,
  feedback,
  keptInformed,
  longerByAgreement,
  olderReports,
  socialMedia,
  thirdJustified,
} from './only-in-2022.js';
import type { Rules } from './words.js';

export const code2022: Rules = {
  '1.3': choiceToComplain,
  '1.4': serviceRequests,
  '1.5': surveys,
  '1.6': choiceToComplain,
  '1.7': accepted,
  '1.8': refusalGrounds,
  '1.9': refusalExplained,
  '2.1': channels,
  '2.2': socialMedia,
  '2.5': adjustments,
  '2.8': ombudsmanToldOf,
  '3.2': openMind,
  '4.1': timed('stage-1-acknowledgement', 1, 'complaints', 'were acknowledged and logged within five working days'),
  '4.2': definitionAt([1]),
  '4.4': triage,
  '4.5': representatives,
  '4.7': openMind,
  '4.10': keptInformed,
  '4.11': agreedUpdates,
  '4.12': commentsBefore,
  '4.14': escalationAccepted,
  '4.15': fullRecord,
  '4.16': feedback,
  '4.18': restrictions,
  '4.19': equality,
  '5.1': timed('stage-1-response', 1, 'complaints', 'were answered at stage 1 in time, or by an extension that counts'),
  '5.2': longerByAgreement(1),
  '5.3': detailsWithoutAgreement(1),
  '5.4': olderReports,
  '5.5': actionsTracked([1, 2]),
  '5.6': everyPoint([1, 2]),
  '5.7': furtherPoints,
  '5.8': answerInWriting([1]),
  '5.9': goesOnToStage2,
  '5.10': definitionAt([2]),
  '5.11': afterStage1,
  '5.12': differentPerson,
  '5.13': timed('stage-2-response', 2, 'requests for stage 2', 'were answered in time, or by an extension that counts'),
  '5.14': longerByAgreement(2),
  '5.15': detailsWithoutAgreement(2),
  '5.16': answerInWriting([2]),
  '5.17': thirdJustified,
  '6.1': putRight,
  '6.3': causes,
  '6.5': doneByWhen,
  '6.6': moneyWorkedOut,
  '7.2': learningShared,
  '7.4': orders,
};
