/** Who handles it: with how much each has open, and who can't because they considered stage 1 (6.13, 5.8). */
import { z } from 'zod';
import { mayAssign } from '../../../complaint/may/assign.js';
import { acts } from '../../../complaint/permitted.js';
import type { Role } from '../../../complaint/refusals.js';
import { staffConcerned } from '../../../complaint/staff-concerned.js';
import { hasConflict, whoConsidered } from '../../../complaint/who.js';
import type { StaffId, TeamId } from '../../../facts/happened.js';
import type { Trx } from '../../../store/database.js';
import { openCaseloads } from '../../../store/queue.js';
import { listStaff, type Staff } from '../../../store/staff.js';
import { InsetText } from '../../ui/components.js';
import { optionalId, requiredId } from '../../ui/fields.js';
import { RadiosField, SelectField } from '../../ui/forms.js';
import { roleWords } from '../../ui/role-words.js';
import { dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, staffName } from '../case-shown.js';
import { stageOf } from '../points/this-point.js';

/** Whoever may define and decide points can have a case. */
const handling: readonly Role[] = acts['decide-point'].roles;

interface Colleagues {
  readonly staff: readonly Staff[];
  readonly caseloads: ReadonlyMap<StaffId, number>;
}

async function readColleagues(trx: Trx): Promise<Colleagues> {
  const staff = await listStaff(trx, 'at-work');
  return {
    staff: staff.filter(({ roles }) => roles.some((role) => handling.includes(role))),
    caseloads: await openCaseloads(trx),
  };
}

function whoCant(shown: CaseShown): ReadonlyMap<StaffId, string> {
  const reasons = new Map<StaffId, string>();
  if (stageOf(shown) === 2)
    for (const id of whoConsidered(shown.case, 1))
      reasons.set(id, 'considered stage 1, so stage 2 goes to somebody else');
  for (const id of staffConcerned(shown.case)) reasons.set(id, 'is whom the complaint is about');
  for (const [id] of shown.staff)
    if (hasConflict(shown.case, id)) reasons.set(id, 'has declared a conflict of interest');
  return reasons;
}

export const assign = actScreen({
  act: 'assign',
  title: (shown) => (shown.case.stages[2] === null ? 'Assign' : 'Assign stage 2'),
  asks: (shown) => (stageOf(shown) === 2 ? ['different-person', 'conflict'] : ['conflict']),
  reads: readColleagues,
  schema: (_shown, visit) =>
    z.object({
      to: requiredId('Choose who has it'),
      team: optionalId(),
      on: dayItHappened(visit, 'the day it was assigned'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    to: typeof visit.query.to === 'string' ? visit.query.to : null,
    team: shown.case.stages[stageOf(shown)]?.team ?? shown.case.team,
  }),
  fields: ({ form, shown, visit, more }) => {
    const cant = whoCant(shown);
    const open = (id: StaffId) => more.caseloads.get(id) ?? 0;
    // The one who assigns comes first, then who has least to do.
    const able = more.staff
      .filter(({ id }) => !cant.has(id))
      .sort(
        (a, b) =>
          Number(b.id === visit.staff.id) - Number(a.id === visit.staff.id) ||
          open(a.id) - open(b.id) ||
          a.name.localeCompare(b.name),
      );
    return (
      <>
        {shown.case.handler === null ? null : (
          <p class="govuk-body">{staffName(shown, shown.case.handler)} has it now.</p>
        )}
        {cant.size > 0 ? (
          <InsetText>
            <ul class="govuk-list">
              {[...cant].map(([id, why]) => (
                <li key={id}>
                  {staffName(shown, id)} {why}.
                </li>
              ))}
            </ul>
          </InsetText>
        ) : null}
        <RadiosField
          form={form}
          name="to"
          legend="Who has it?"
          small
          items={able.map(({ id, name, roles }) => ({
            value: id,
            text: id === visit.staff.id ? `${name} (you)` : name,
            hint: `${open(id) === 1 ? '1 open case' : `${open(id)} open cases`}; ${roleWords(roles)}`,
          }))}
        />
        <SelectField
          form={form}
          name="team"
          label="Team"
          none="No team"
          items={shown.teams
            .filter((team) => !team.closed && !team.contractor)
            .map((team) => ({ value: team.id, text: team.name }))}
        />
        <OnField form={form} legend="From when?" />
      </>
    );
  },
  decide: (value, { file, context, shown }) =>
    mayAssign(
      file.case,
      { on: value.on, stage: stageOf(shown), to: value.to as StaffId, team: value.team as TeamId | null },
      context,
    ),
  button: 'Assign',
  done: 'Assigned',
});
