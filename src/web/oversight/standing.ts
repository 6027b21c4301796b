/** Where a case stands, from a row that holds its stage apart. */
import type { Standing } from '../../complaint/case.js';
import { standingWords } from '../../complaint/standing-words.js';
import type { Stage } from '../../facts/happened.js';

export function standingIn(is: Standing['is'], stage: Stage | null): string {
  switch (is) {
    case 'to-acknowledge':
    case 'investigating':
      return standingWords({ is, stage: stage === 2 ? 2 : 1 });
    case 'answered':
      return `Stage ${stage ?? 1}: answered`;
    default:
      return standingWords({ is } as Standing);
  }
}
