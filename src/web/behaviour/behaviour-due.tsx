/** On the first page: what about restrictions waits for whoever may decide, and that a complaint is about the reader. */
import type { VNode } from 'preact';
import { behaviourIn, countBehaviourDue } from '../../store/behaviour.js';
import { type Trx, together } from '../../store/database.js';
import { complaintsAbout, hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import type { Visit } from '../visit.js';

export interface BehaviourAtHome {
  readonly waiting: number;
  readonly aboutYou: number;
  /** Whether the register is theirs to see to. */
  readonly decides: boolean;
}

export async function behaviourAtHome(trx: Trx, visit: Visit): Promise<BehaviourAtHome> {
  const { proposes, decides: decider } = behaviourIn(visit.landlord.settings);
  const decides = visit.may('manager', proposes, decider);
  const [waiting, about] = await together(
    decides ? countBehaviourDue(trx, visit.today, await hiddenCases(trx, viewerOf(visit))) : 0,
    complaintsAbout(trx, visit.staff.id),
  );
  return { waiting, aboutYou: about.filter(({ open }) => open).length, decides };
}

export function BehaviourDue({ due: { waiting, aboutYou, decides } }: { readonly due: BehaviourAtHome }): VNode | null {
  if (aboutYou === 0 && !decides) return null;
  return (
    <ul class="govuk-list">
      {aboutYou === 0 ? null : (
        <li>
          <a class="govuk-link" href="/about-you">
            {aboutYou === 1 ? 'A complaint is about you' : `${aboutYou} complaints are about you`}: say how you see it
          </a>
        </li>
      )}
      {decides ? (
        <li>
          <a class="govuk-link" href="/behaviour">
            {waiting === 0
              ? 'Behaviour and restrictions of contact'
              : waiting === 1
                ? 'A restriction of contact is to be decided, told or reviewed'
                : `${waiting} restrictions of contact are to be decided, told or reviewed`}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
