/** The acts that a person may do to a case now, as its menu shows them; each has its screen under the act's own name. */
import { type Act, acts, actsPossible, type PossibleAct, roleMay } from '../../complaint/permitted.js';
import type { Context, Role } from '../../complaint/refusals.js';
import { standingSentence } from '../../complaint/standing-words.js';
import type { Words } from '../../facts/happened.js';
import type { Visit } from '../visit.js';
import type { CaseShown } from './case-shown.js';

/** A context for asking what is possible: it keeps nothing and gives no ids. */
export function readingContext(visit: Visit): Context {
  return {
    today: visit.today,
    now: visit.now,
    by: { staff: visit.staff.id, roles: visit.staff.roles },
    rules: visit.rules,
    keep: () => '' as Words,
    newId: <T>() => '' as T,
  };
}

/** Done through the screens of a letter, of an improvement or of a text for others, not from the menu. */
const elsewhere: readonly Act[] = [
  'check-letter',
  'send-letter',
  'test-improvement',
  'close-improvement',
  'share-learning',
];

function possibleActs(shown: CaseShown, visit: Visit): readonly PossibleAct[] {
  return actsPossible(shown.case, readingContext(visit)).filter(({ act }) => !elsewhere.includes(act));
}

export function mayBegin(shown: CaseShown, visit: Visit, act: Act): boolean {
  return actsPossible(shown.case, readingContext(visit)).some((possible) => possible.act === act);
}

/** Who may come to the screen at all; the decision itself looks closer. */
export function rolesFor(act: Act): readonly [Role, ...Role[]] {
  return acts[act].roles as unknown as readonly [Role, ...Role[]];
}

export function actPath(reference: string, act: Act, query = ''): `/${string}` {
  return `/cases/${reference}/${act}${query}`;
}

/** What the case waits for comes first and is not in here: it has buttons of its own. */
export function menuOf(shown: CaseShown, visit: Visit): readonly PossibleAct[] {
  return possibleActs(shown, visit).filter(({ next }) => !next);
}

export function nextActs(shown: CaseShown, visit: Visit): readonly PossibleAct[] {
  return possibleActs(shown, visit).filter(({ next }) => next);
}

export function whyNotNow(shown: CaseShown, visit: Visit, act: Act): string {
  const what = acts[act].words.charAt(0).toLowerCase() + acts[act].words.slice(1);
  return roleMay(visit.staff.roles, act)
    ? `You can’t ${what} now. ${standingSentence(shown.case.standing)} Go back to the case to see what can be done.`
    : `Your role does not let you ${what}. Ask an officer or a manager.`;
}
