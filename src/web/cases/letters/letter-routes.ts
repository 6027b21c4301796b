/** Letters: beginning them with their act, writing, approving, sending. */
import type { Route } from '../../visit.js';
import { acknowledge } from './acknowledge.js';
import { approveLetter } from './approve.js';
import { approveAct } from './approve-act.js';
import { askClarification } from './ask-clarification.js';
import { draftLetter } from './draft-letter.js';
import { extend } from './extend.js';
import { giveUpdate } from './give-update.js';
import { writeLetter } from './letter.js';
import { letterAsHtml, letterAsPdf, letterAsText } from './letter-as.js';
import { respond, respondFinally } from './respond.js';
import { sendLetter } from './send.js';
import { setOutDefinition } from './set-out-definition.js';
import { toMake } from './to-make.js';
import { whatBecame } from './what-became.js';

export const letterRoutes: readonly Route[] = [
  ...acknowledge,
  ...setOutDefinition,
  ...askClarification,
  ...giveUpdate,
  ...extend,
  ...respond,
  ...respondFinally,
  ...draftLetter,
  ...approveAct,
  ...writeLetter,
  ...letterAsPdf,
  ...letterAsHtml,
  ...letterAsText,
  ...sendLetter,
  ...approveLetter,
  ...whatBecame,
  ...toMake,
];
