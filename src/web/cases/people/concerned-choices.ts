/** Choosing among the staff: whom a complaint is about. */
import { staffConcerned } from '../../../complaint/staff-concerned.js';
import type { Choice } from '../../ui/forms.js';
import { type CaseShown, staffName } from '../case-shown.js';

export function concernedChoices(shown: CaseShown): readonly Choice[] {
  return staffConcerned(shown.case).map((id) => ({ value: id, text: staffName(shown, id) }));
}
