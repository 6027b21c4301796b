/** The pages behind our questions to residents. */
import type { Route } from '../../../visit.js';
import { promiseByLink, promiseOfCase } from './promise.js';
import { survey } from './survey.js';
import { surveyStop } from './survey-stop.js';

export const askedRoutes: readonly Route[] = [...promiseByLink, ...promiseOfCase, ...survey, ...surveyStop];
