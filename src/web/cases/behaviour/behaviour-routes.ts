/** What is done about behaviour on a case, in the order of its steps. */
import type { Route } from '../../visit.js';
import { appealRestriction } from './appeal-restriction.js';
import { caseBehaviour } from './case-behaviour.js';
import { decideRestriction } from './decide-restriction.js';
import { proposeRestriction } from './propose-restriction.js';
import { recordIncident } from './record-incident.js';
import { restrictContact } from './restrict-contact.js';
import { reviewRestriction } from './review-restriction.js';
import { warn } from './warn.js';

export const caseBehaviourRoutes: readonly Route[] = [
  ...caseBehaviour,
  ...recordIncident,
  ...warn,
  ...proposeRestriction,
  ...decideRestriction,
  ...restrictContact,
  ...appealRestriction,
  ...reviewRestriction,
];
