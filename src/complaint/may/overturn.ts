import type { Day } from '../../facts/days.js';
import type { Happened } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, no, unless, written } from '../objections.js';
import { pointsRaised } from '../opening.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface OverturnRequest {
  readonly on: Day;
  readonly by: 'landlord' | 'ombudsman';
  readonly reasons: string;
}

/**
 * 2.4, 5.11: a refusal to accept, or to escalate, that does not stand, because the Ombudsman says so or the landlord thinks
 * again. Receipt and edition stay; the acknowledgement is owed again from this day.
 */
export function mayOverturn(c: Case, request: OverturnRequest, context: Context): Decision {
  const { on, by, reasons } = request;
  const refusedOn =
    c.refusal !== null && c.refusal.overturnedOn === null ? c.refusal.on : (c.escalation?.refusedOn ?? null);
  const ofComplaint = c.refusal !== null && c.refusal.overturnedOn === null;
  return unless(
    [
      dayOfAct(c, on, context),
      c.withdrawal === null
        ? null
        : no('withdrawn', 'The case was withdrawn, so there is no refusal left to overturn.'),
      refusedOn === null
        ? no('nothing-refused', 'Nothing has been refused here, so there is nothing to overturn.')
        : null,
      refusedOn !== null && on < refusedOn
        ? no('before-the-refusal', 'The refusal came after that day. Check the day.', { field: 'on' })
        : null,
      written(
        'reasons',
        reasons,
        'Write down why the refusal does not stand.',
        provisionFor(c.edition, 'refusal-explained'),
      ),
    ],
    () => {
      const happened: Happened[] = [{ what: { type: 'RefusalOverturned', by, reasons: context.keep(reasons) }, on }];
      if (ofComplaint && c.loggedOn === null) {
        const { area, category } = c;
        happened.push({ what: { type: 'Logged', kind: 'complaint', area, category, hazards: [], triage: null }, on });
        if (c.points.length === 0) happened.push(...pointsRaised([], c, c.receivedOn, context));
      }
      return allow(happened, {
        warnings: [`${ofComplaint ? 'The complaint' : 'Stage 2'} is to be acknowledged again, counted from this day.`],
      });
    },
  );
}
