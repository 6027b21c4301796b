/** The pages of themes. */
import type { Route } from '../visit.js';
import { themesByGroup } from './by-group.js';
import { themeOfGroup } from './one-group.js';
import { themes } from './themes.js';

export const themeRoutes: readonly Route[] = [...themes, ...themesByGroup, ...themeOfGroup];
