/** Which provisions of an earlier edition a provision of a later one takes up. */
import type { Edition } from '../law/words.js';
import type { Lead } from './comparison.js';

/** Within one edition each provision takes up itself. */
export function leadBetween(from: Edition, to: Edition): Lead {
  return from === to ? (provision) => [provision] : () => [];
}
