import type { Day } from '../../facts/days.js';
import type { CaseId, CaseRelation } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, no, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface LinkRequest {
  readonly on: Day;
  readonly to: CaseId;
  readonly relation: CaseRelation;
  readonly reason: string | null;
}

/** 5.12: two cases that belong together name each other. Each side is decided and recorded in its own case. */
export function mayLink(c: Case, request: LinkRequest, context: Context): Decision {
  const { on, to, relation, reason } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      to === c.id ? no('linked-to-itself', 'A case can’t be linked to itself. Choose another.', { field: 'to' }) : null,
      c.links.some((l) => l.to === to && l.relation === relation)
        ? no('already-linked', 'These cases are linked in this way already.', { field: 'to' })
        : null,
    ],
    () => allow([{ what: { type: 'CaseLinked', to, relation, reason: kept(context, reason) }, on }]),
  );
}
