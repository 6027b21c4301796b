/** Which provisions of an earlier edition a provision of a later one takes up. */
import { takesUp } from '../law/mapping/mapping.js';
import type { Edition } from '../law/words.js';
import type { Lead } from './comparison.js';

export function leadBetween(from: Edition, to: Edition): Lead {
  return takesUp(from, to);
}
