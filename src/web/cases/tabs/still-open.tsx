/** Why a case that has its answer is not over: what was promised or offered and is neither done nor ended (6.6). */
import type { VNode } from 'preact';
import { type KeepsOpen, keepsOpen } from '../../../complaint/asking/when-closed.js';
import type { Case } from '../../../complaint/case.js';
import { owedRemedies } from '../../../complaint/remedies-owed.js';
import { InsetText } from '../../ui/components.js';
import type { Visit } from '../../visit.js';

const words: Readonly<Record<KeepsOpen, readonly [one: string, many: string]>> = {
  'to-do': ['one promise is still to be done', 'promises are still to be done'],
  'manager-asked': ['one waits for a manager’s decision', 'wait for a manager’s decision'],
  untold: ['one was ended, and the resident does not know why', 'were ended, and the resident does not know why'],
  'resident-asked': [
    'one is done, and the resident has not said so yet and still has time to answer',
    'are done, and the resident has not said so yet and still has time to answer',
  ],
};

export function StillOpen({ c, visit }: { readonly c: Case; readonly visit: Visit }): VNode | null {
  const owed = owedRemedies(c).length;
  if (c.standing.is !== 'answered' || (c.promises.length === 0 && owed === 0)) return null;
  const why = c.promises.flatMap((p) => keepsOpen(c, p, visit.today, visit.rules.calendar) ?? []);
  if (why.length === 0 && owed === 0)
    return <InsetText text="Each promise is done, or was ended with a reason that the resident knows." />;
  const lines = (Object.keys(words) as KeepsOpen[]).flatMap((one) => {
    const n = why.filter((each) => each === one).length;
    return n === 0 ? [] : [n === 1 ? words[one][0] : `${n} ${words[one][1]}`];
  });
  if (owed > 0) lines.push(owed === 1 ? 'one remedy is still to be done' : `${owed} remedies are still to be done`);
  return <InsetText text={`The answer is out, and the case is not over: ${lines.join('; ')}.`} />;
}
