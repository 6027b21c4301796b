/** Opening a whole case to the member responsible for complaints: for a reason, until a day, and seen by whoever asks. */
import { z } from 'zod';
import { worksOnCases } from '../../../complaint/roles.js';
import { staffConcerned } from '../../../complaint/staff-concerned.js';
import { addDays } from '../../../facts/days.js';
import type { StaffId } from '../../../facts/happened.js';
import { type CaseGrant, endGrant, grantCase, grantsOf } from '../../../store/case-grants.js';
import { listStaff, type Staff } from '../../../store/staff.js';
import { Button, InsetText } from '../../ui/components.js';
import { DayText, InstantText } from '../../ui/dates.js';
import { choice, requiredDay, requiredText } from '../../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../../visit.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, showCase, staffName } from '../case-shown.js';

/** Nobody needs a case for longer than a year without being asked again. */
const longest = 365;

const schema = (visit: Visit, members: readonly Staff[]) =>
  z.object({
    to: choice(
      members.length === 0 ? ['nobody'] : members.map(({ id }) => id as string),
      'Choose to whom the case is opened',
    ),
    reason: requiredText('Write down why they need the whole case', 500),
    until: requiredDay('the last day on which they may read it', {
      notBefore: visit.today,
      notAfter: addDays(visit.today, longest),
    }),
  });

/** The member responsible; for a complaint about one of the staff, everybody who handles cases but them. */
async function readMembers(visit: Visit, shown: CaseShown): Promise<readonly Staff[]> {
  const atWork = await visit.db((trx) => listStaff(trx, 'at-work'));
  const concerned = staffConcerned(shown.case);
  return atWork.filter(
    ({ id, roles }) =>
      !concerned.includes(id) &&
      (roles.includes('member-responsible') || (concerned.length > 0 && worksOnCases(roles))),
  );
}

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const members = await readMembers(visit, shown);
  const only = members.length === 1 ? (members[0]?.id ?? null) : null;
  return view(visit, shown, members, startForm(visit, { to: only, until: addDays(visit.today, 14) }));
}

async function post(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const path = casePath(shown.case.reference, '/grants');
  if (visit.fields.what === 'end') {
    const ended = await visit.db((trx) => endGrant(trx, shown.case.id, String(visit.fields.grant), visit.staff.id));
    return redirect(path, { done: ended ? 'They can’t read this case any more' : 'That had ended already' });
  }
  const members = await readMembers(visit, shown);
  const read = readForm(schema(visit, members), visit.fields);
  if (!read.ok) return view(visit, shown, members, read.form);
  const { to, reason, until } = read.value;
  await visit.db((trx) =>
    grantCase(trx, { caseId: shown.case.id, to: to as StaffId, grantedBy: visit.staff.id, reason, until }),
  );
  return redirect(path, { done: 'The case is open to them, and it is on record' });
}

async function view(visit: Visit, shown: CaseShown, members: readonly Staff[], form: FormState) {
  const grants = await visit.db((trx) => grantsOf(trx, shown.case.id));
  const { reference } = shown.case;
  return page(
    visit,
    {
      title:
        staffConcerned(shown.case).length > 0
          ? 'Open this case to somebody'
          : 'Open this case to the member responsible',
      section: 'cases',
      form,
      back: { href: casePath(reference), text: `Back to ${reference}` },
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      {staffConcerned(shown.case).length === 0 ? null : (
        <InsetText text="This complaint is about a member of staff. Managers see it, whoever has it, and those to whom it is opened here." />
      )}
      <p class="govuk-body">
        The member responsible for complaints sees figures, and cases without names or words. Opened to them, this case
        is shown to them whole, with what the resident told us and all notes.
      </p>
      {members.length === 0 ? (
        <InsetText text="Nobody has the role of member responsible for complaints. An administrator gives it under Settings, People." />
      ) : (
        <Form visit={visit}>
          <RadiosField
            form={form}
            name="to"
            legend="To whom?"
            items={members.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <TextareaField
            form={form}
            name="reason"
            label="Why do they need the whole case?"
            hint="Without names: it stays on record beside who read it"
            rows={3}
          />
          <DateField form={form} name="until" legend="Until when? The last day" hint="A year at most" />
          <Submit>Open the case to them</Submit>
        </Form>
      )}
      <h2 class="govuk-heading-m">To whom it was opened</h2>
      {grants.length === 0 ? <p class="govuk-body">To nobody yet.</p> : null}
      <ul class="app-list">
        {grants.map((grant) => (
          <li key={grant.id} class="app-list__item">
            <GrantText grant={grant} shown={shown} />
            {grant.endedAt === null && grant.until >= visit.today ? (
              <Form visit={visit} id={`end-${grant.id}`}>
                <Hidden name="grant" value={grant.id} />
                <Button
                  classes="govuk-button--secondary govuk-!-margin-bottom-0"
                  name="what"
                  value="end"
                  preventDoubleClick
                >
                  End it now <span class="govuk-visually-hidden">for {staffName(shown, grant.to)}</span>
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </>,
  );
}

export function GrantText({ grant, shown }: { readonly grant: CaseGrant; readonly shown: CaseShown }) {
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{staffName(shown, grant.to)}</strong>, until <DayText day={grant.until} />: {grant.reason}
      </p>
      <p class="govuk-body-s">
        Opened by {staffName(shown, grant.grantedBy)}, <InstantText at={grant.grantedAt} />
        {grant.endedAt === null ? null : (
          <>
            . Ended by {staffName(shown, grant.endedBy)}, <InstantText at={grant.endedAt} />
          </>
        )}
      </p>
    </>
  );
}

export const caseGrants = screen({ path: '/cases/:reference/grants', access: ['officer', 'manager'], get, post });
