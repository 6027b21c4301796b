/** The pages of themes. */
import type { Route } from '../visit.js';
import { themesByGroup } from './by-group.js';
import { themeOfGroup } from './one-group.js';
import { oneRisk } from './one-risk.js';
import { themeOfWord } from './one-word.js';
import { raiseRiskScreen } from './raise-risk.js';
import { risks } from './risks.js';
import { seniorLeadScreen } from './senior-lead.js';
import { themes } from './themes.js';
import { wordThemes } from './words.js';

export const themeRoutes: readonly Route[] = [
  ...themes,
  ...themesByGroup,
  ...themeOfGroup,
  ...wordThemes,
  ...themeOfWord,
  ...risks,
  ...raiseRiskScreen,
  ...seniorLeadScreen,
  ...oneRisk,
];
