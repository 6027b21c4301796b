/** What a form says when an improvement could not be changed as asked. */
import type { Improved } from '../../store/improve.js';
import { type FormState, withErrors, withRefusals } from '../ui/forms.js';

export function afterImproving(
  form: FormState,
  outcome: Exclude<Improved, { is: 'done' }>,
  names: Readonly<Record<string, string>> = {},
): FormState {
  return outcome.is === 'refused'
    ? withRefusals(form, outcome.refusals, names)
    : withErrors(form, [
        {
          field: null,
          words: 'Somebody else changed it while you were writing. Look at it again; what you typed is kept here',
        },
      ]);
}
