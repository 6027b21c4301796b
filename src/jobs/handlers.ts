/** Every job by its name and the file that does it. A name without a handler does not compile. */
import type { Database, LandlordId, Trx } from '../store/database.js';
import type { JobName, Jobs } from '../store/job-names.js';
import { answerCodeRequestJob } from './answer-code-request.js';
import { askResidentsJob } from './ask-residents.js';
import { foldShown } from './fold-shown.js';
import { forgetDrafts } from './forget-drafts.js';
import { forgetRegisters } from './forget-registers.js';
import { lookAtFilesJob } from './look-at-files.js';
import { makeBundleJob } from './make-bundle.js';
import { makePacksJob } from './make-packs.js';
import { readRegister } from './read-register.js';
import { readScansJob } from './read-scans.js';
import { readThemes } from './read-themes.js';
import { remindBehaviour } from './remind-behaviour.js';
import { remindEvidence } from './remind-evidence.js';
import { remindImprovementsJob } from './remind-improvements.js';
import { remindOmbudsman } from './remind-ombudsman.js';
import { remindPromisesJob } from './remind-promises.js';
import { remindReportAsks } from './remind-report-asks.js';
import { ringOnCall } from './ring-on-call.js';
import { seeToLetters } from './see-to-letters.js';
import { sendLetter } from './send-letter.js';
import { sendLetterAgain } from './send-letter-again.js';
import { sendMessageJob } from './send-message.js';
import { takeAnchorJob } from './take-anchor.js';
import { takeRegister } from './take-register.js';
import { takeRegisterBack } from './take-register-back.js';

export interface Job<N extends JobName> {
  /** Both null for a job that is about no case. */
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly asked: Jobs[N];
}

export interface Handler<N extends JobName> {
  /** Never done for a demonstration: it writes to nobody. */
  readonly writesToResidents: boolean;
  /** It may take minutes: it waits among the long ones, and no letter or alarm behind it. */
  readonly slow?: true;
  /**
   * A job about a case runs in the transaction in which it is noted as done, so that its effect happens once. A job
   * about no case must be harmless when it runs twice. `db` is for what must be committed before the work goes on,
   * such as that a letter is about to leave.
   */
  run(trx: Trx, job: Job<N>, db: Database): Promise<void>;
}

/**
 * A job that takes minutes, is about no case and writes to nobody. It has transactions of its own, keeps how far it is,
 * and goes on from there when it is run again.
 */
export interface LongHandler<N extends JobName> {
  readonly long: true;
  run(place: { readonly db: Database; readonly landlordId: LandlordId }, asked: Jobs[N]): Promise<void>;
}

export const handlers: { readonly [N in JobName]: Handler<N> | LongHandler<N> } = {
  'make-bundle': makeBundleJob,
  'make-packs': makePacksJob,
  'remind-behaviour': remindBehaviour,
  'remind-evidence': remindEvidence,
  'remind-ombudsman': remindOmbudsman,
  'remind-promises': remindPromisesJob,
  'remind-improvements': remindImprovementsJob,
  'remind-report-asks': remindReportAsks,
  'send-letter': sendLetter,
  'ring-on-call': ringOnCall,
  'forget-drafts': forgetDrafts,
  'send-letter-again': sendLetterAgain,
  'see-to-letters': seeToLetters,
  'send-message': sendMessageJob,
  'answer-code-request': answerCodeRequestJob,
  'take-anchor': takeAnchorJob,
  'read-register': readRegister,
  'take-register': takeRegister,
  'forget-registers': forgetRegisters,
  'take-register-back': takeRegisterBack,
  'fold-shown': foldShown,
  'look-at-files': lookAtFilesJob,
  'read-scans': readScansJob,
  'ask-residents': askResidentsJob,
  'read-themes': readThemes,
};
