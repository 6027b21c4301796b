/** The rows of behaviour: each step by the person it is about, each restriction as it stands, and which staff a case is about. */
import { behaviourIn } from '../complaint/behaviour/steps.js';
import type { Case } from '../complaint/case.js';
import type { Day } from '../facts/days.js';
import type { PersonId, RestrictionId } from '../facts/happened.js';
import type { CaseRows, Row } from './register-tables.js';

type BehaviourTable = 'restriction' | 'behaviour_step' | 'staff_concerned';

const none: Pick<CaseRows, BehaviourTable> = { restriction: [], behaviour_step: [], staff_concerned: [] };

const told: ReadonlySet<string> = new Set([
  'BehaviourIncidentRecorded',
  'BehaviourWarned',
  'RestrictionProposed',
  'ContactRestricted',
  'StaffMemberNamed',
]);

/** Most cases tell nothing of this. */
export function behaviourRows(c: Case): Pick<CaseRows, BehaviourTable> {
  if (!c.history.some(({ what }) => told.has(what.type))) return none;
  return { restriction: restrictionRows(c), behaviour_step: stepRows(c), staff_concerned: staffRows(c) };
}

function restrictionRows(c: Case): Row[] {
  const appealed = new Map<RestrictionId, Day>();
  for (const { what, happenedOn } of c.history)
    if (what.type === 'RestrictionAppealed' && !appealed.has(what.restriction))
      appealed.set(what.restriction, happenedOn);
  return behaviourIn(c).restrictions.flatMap((r) =>
    r.decidedOn === null
      ? []
      : [
          {
            restriction_id: r.id,
            decided_on: r.decidedOn,
            review_on: r.reviewOn,
            until: r.until,
            reviewed_on: r.reviewedOn,
            appealed_on: appealed.get(r.id) ?? null,
            lifted_on: r.liftedOn,
            person_id: r.person,
            kinds: r.kinds.join(','),
            contact_id: r.contact,
            channels: r.channels.join(','),
            how: r.how,
            proposed_by: r.proposedBy,
            decided_by: r.agreedBy,
            appeal_open: r.appealedOn !== null,
          },
        ],
  );
}

function stepRows(c: Case): Row[] {
  const rows: Row[] = [];
  const people = new Map<RestrictionId, PersonId | null>();
  const reviews = new Map<RestrictionId, Day | null>();
  const add = (what: string, on: Day, person: PersonId | null, restriction: RestrictionId | null, due?: Day | null) =>
    rows.push({
      n: rows.length + 1,
      what,
      happened_on: on,
      person_id: person,
      restriction_id: restriction,
      due_on: due ?? null,
    });
  for (const { what, happenedOn: on } of c.history) {
    const of = (id: RestrictionId) => people.get(id) ?? null;
    switch (what.type) {
      case 'BehaviourIncidentRecorded':
        add('incident', on, what.by, null);
        break;
      case 'BehaviourWarned':
        add('warned', on, what.by, null);
        break;
      case 'RestrictionProposed':
        people.set(what.restriction, what.by);
        add('proposed', on, what.by, what.restriction);
        break;
      case 'RestrictionAgreed':
        add('agreed', on, of(what.restriction), what.restriction);
        break;
      case 'RestrictionNotAgreed':
        add('not-agreed', on, of(what.restriction), what.restriction);
        break;
      case 'ContactRestricted':
        people.set(what.restriction, what.by);
        reviews.set(what.restriction, what.reviewOn);
        add('restricted', on, what.by, what.restriction);
        break;
      case 'RestrictionAppealed':
        add('appealed', on, of(what.restriction), what.restriction);
        break;
      case 'RestrictionReviewed':
        add('reviewed', on, of(what.restriction), what.restriction, reviews.get(what.restriction));
        reviews.set(what.restriction, what.reviewOn);
        break;
      case 'RestrictionLifted':
        add('lifted', on, of(what.restriction), what.restriction);
        break;
      default:
    }
  }
  return rows;
}

/** Support is the landlord's to offer: the first day on which it did. */
function staffRows(c: Case): Row[] {
  const rows = new Map<string, Row>();
  for (const { what, happenedOn } of c.history) {
    if (what.type === 'StaffMemberNamed' && !rows.has(what.staff))
      rows.set(what.staff, { staff_id: what.staff, named_on: happenedOn, support_offered_on: null });
    if (what.type === 'SupportOffered') {
      const row = rows.get(what.staff);
      if (row !== undefined && row.support_offered_on === null)
        rows.set(what.staff, { ...row, support_offered_on: happenedOn });
    }
  }
  return [...rows.values()];
}
