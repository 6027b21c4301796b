/** The points that are ours to answer, as choices. */
import { ownPoints } from '../../../complaint/points.js';
import { pointChoices } from '../act-fields.js';
import type { CaseShown } from '../case-shown.js';

export function ownPointChoices(shown: CaseShown, stage: 1 | 2) {
  const ours = new Set<string>(ownPoints(shown.case, stage).map(({ id }) => id));
  return pointChoices(shown, stage).filter(({ value }) => ours.has(value));
}
