/** The acts that begin, widen or refuse stage 2. */
import type { Route } from '../../visit.js';
import { escalate } from './escalate.js';
import { refuseEscalation } from './refuse-escalation.js';
import { widenEscalation } from './widen-escalation.js';

export const stage2Routes: readonly Route[] = [...escalate, ...widenEscalation, ...refuseEscalation];
