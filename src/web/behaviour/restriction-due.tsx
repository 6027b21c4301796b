/** When a restriction is looked at again and an appeal answered, in a list: the same as its case and its Clock tab say. */
import type { VNode } from 'preact';
import { clocksOfRestriction, datesNow } from '../../complaint/behaviour/restriction-clocks.js';
import { behaviourIn, type RestrictionRow } from '../../store/behaviour.js';
import { BesideLine } from '../cases/tabs/beside-clocks.js';
import type { Visit } from '../visit.js';

export function RestrictionDue({ row, visit }: { readonly row: RestrictionRow; readonly visit: Visit }): VNode {
  const { appealDays } = behaviourIn(visit.landlord.settings);
  const rules = { calendar: visit.rules.calendar, appealDays };
  const clocks = clocksOfRestriction(datesNow(row), row.edition, rules, visit.today);
  return (
    <>
      {clocks.map((clock) => (
        <div key={clock.key}>
          <span class="govuk-!-display-block">{clock.what}</span>
          <BesideLine clock={clock} visit={visit} />
        </div>
      ))}
    </>
  );
}
