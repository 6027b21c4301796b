/** What an act that was not done says on the form it came from, with everything typed still there. */
import type { OpenOutcome, Outcome } from '../store/act.js';
import { type FormState, withErrors, withRefusals } from './ui/forms.js';

type NotDone = Exclude<Outcome | OpenOutcome, { is: 'done' } | { is: 'no-such-case' }>;

/**
 * The form again after a refusal or a conflict. After a conflict its hidden `version` is the newest, so that whoever has
 * read what changed can send it again. `names` puts a refusal's field beside another input.
 */
export function formAfter(form: FormState, outcome: NotDone, names: Readonly<Record<string, string>> = {}): FormState {
  if (outcome.is === 'refused') return withRefusals(form, outcome.refusals, names);
  const n = outcome.since.length;
  const words = `Somebody else added ${n === 1 ? 'an entry' : `${n} entries`} to this case while you were writing. What you typed is kept: look at the history, then send it again`;
  const values = { ...form.values, version: String(outcome.file.case.version) };
  return withErrors({ values, errors: form.errors }, [{ field: null, words }]);
}
