/** Behaviour across cases: the register, a person before contact, safety markers. */
import type { Route } from '../visit.js';
import { safetyMarkers } from './markers.js';
import { behaviourOfPerson } from './one-person.js';
import { behaviourRegister } from './register.js';

export const behaviourRoutes: readonly Route[] = [...behaviourRegister, ...behaviourOfPerson, ...safetyMarkers];
