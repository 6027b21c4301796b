/** A letter about behaviour goes to the person it is about, whoever else acts in the case. */
import type { BehaviourPolicy, BehaviourRecord } from '../../../complaint/behaviour/rules.js';
import { residentsOf } from '../../../complaint/who.js';
import type { PersonId } from '../../../facts/happened.js';
import type { Matter } from '../../../letters/words.js';
import type { Extras } from '../../../store/act.js';
import { behaviourIn, readBehaviourRecord } from '../../../store/behaviour.js';
import type { Trx } from '../../../store/database.js';
import { beginDraft } from '../../../store/letters.js';
import type { Visit } from '../../visit.js';
import type { CaseShown } from '../case-shown.js';
import { lastBegun } from '../letters/begin.js';

/** The draft of the letter that was begun with the act. */
export function draftTo(person: PersonId | null, matter: Matter, visit: Visit, shown: CaseShown): Extras {
  const as =
    person === shown.case.person
      ? 'resident'
      : person !== null && residentsOf(shown.case).includes(person)
        ? 'group-member'
        : 'representative';
  return {
    also: async (trx, done) => {
      await beginDraft(trx, {
        letter: lastBegun(done.case),
        caseId: done.caseId,
        matter,
        to: person,
        as,
        by: visit.staff.id,
        now: new Date(visit.now),
      });
    },
  };
}

/** What sending such a letter is held against: asked again when it goes, since much may have happened since it was begun. */
export async function behaviourFor(
  trx: Trx,
  matter: Matter,
  visit: Visit,
): Promise<{ readonly policy: BehaviourPolicy; readonly record: BehaviourRecord }> {
  const warned = matter.kind === 'behaviour-warning' ? matter.person : null;
  return {
    policy: behaviourIn(visit.landlord.settings),
    record: await readBehaviourRecord(trx, warned, visit.today),
  };
}
