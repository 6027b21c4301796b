/** What a member of staff sees of complaints about them. */
import type { Route } from '../visit.js';
import { aboutYou } from './about-you.js';
import { yourAccount } from './your-account.js';

export const aboutYouRoutes: readonly Route[] = [...aboutYou, ...yourAccount];
