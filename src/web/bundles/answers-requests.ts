/** Who answers a request for what is held of somebody, and so who learns that there is one. */
import type { Role } from '../../complaint/refusals.js';

export const answersRequests = ['officer', 'manager'] as const satisfies readonly Role[];
