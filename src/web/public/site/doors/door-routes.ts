/** How a resident comes in and leaves: each route in its place. */
import type { Route } from '../../../visit.js';
import { chooseLanguage } from '../languages.js';
import { siteAccessibility } from '../site-accessibility.js';
import { siteStart } from '../start.js';
import { codeByMessage } from './ask-code.js';
import { closeLinks } from './close-links.js';
import { accessCodeDoor } from './code.js';
import { leave } from './leave.js';
import { residentLink } from './link.js';
import { stageOnly } from './stage-only.js';

export const doorRoutes: readonly Route[] = [
  ...siteStart,
  ...siteAccessibility,
  ...chooseLanguage,
  ...stageOnly,
  ...accessCodeDoor,
  ...codeByMessage,
  ...residentLink,
  ...leave,
  ...closeLinks,
];
