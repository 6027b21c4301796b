/** Teams and contractors: the list with a form for a new one, and each with its members. */
import { z } from 'zod';
import type { StaffId } from '../../facts/happened.js';
import { recordChange } from '../../store/change-trail.js';
import { listStaff, type Staff } from '../../store/staff.js';
import { addTeam, changeTeam, findTeam, listTeams, setTeamMembers, type Team } from '../../store/teams.js';
import { Table, Tag } from '../ui/components.js';
import { choice, emailAddress, ids, requiredText, tick } from '../ui/fields.js';
import {
  CheckboxesField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  TickField,
  withErrors,
} from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const kinds = ['team', 'contractor'] as const;
const details = {
  name: requiredText('Enter its name', 120),
  kind: choice(kinds, 'Choose whether it is a team of yours or a contractor'),
  email: z
    .union([z.literal('').transform(() => null), emailAddress('')], {
      error: 'Enter an email address in the correct format, like name@example.org',
    })
    .default(null),
};
const newTeam = z.object(details);
const changedTeam = z.object({ ...details, members: ids(), closed: tick() });

const nameTaken = { field: 'name', words: 'There is a team of that name already' };

async function getList(visit: Visit) {
  return listView(visit, startForm(visit, { kind: 'team' }));
}

async function add(visit: Visit) {
  const read = readForm(newTeam, visit.fields);
  if (!read.ok) return listView(visit, read.form);
  const { name, kind, email } = read.value;
  const made = await visit.db(async (trx) => {
    const id = await addTeam(trx, { name, contractor: kind === 'contractor', email });
    if (id) await recordChange(trx, { about: 'team', words: `Added the ${kind} ${name}`, by: visit.staff.id });
    return id;
  });
  if (made === null) return listView(visit, withErrors(read.form, [nameTaken]));
  return redirect(`/settings/teams/${made}`, { done: `${name} added. Now say who is in it` });
}

async function listView(visit: Visit, state: FormState) {
  const teams = await visit.db((trx) => listTeams(trx, 'all'));
  return settingsPage(
    visit,
    { title: 'Teams and contractors', form: state, about: ['team'] },
    <>
      {teams.length === 0 ? (
        <p class="govuk-body">There is none yet.</p>
      ) : (
        <Table
          head={[{ text: 'Name' }, { text: 'Kind' }, { text: 'People', format: 'numeric' }]}
          rows={teams.map((team) => [
            {
              html: (
                <a class="govuk-link" href={`/settings/teams/${team.id}`}>
                  {team.name}
                </a>
              ),
            },
            { html: team.closed ? <Tag colour="grey">Closed</Tag> : team.contractor ? 'Contractor' : 'Team' },
            { text: String(team.members.length), format: 'numeric' },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Add one</h2>
      <Form visit={visit} action="/settings/teams">
        <Details state={state} />
        <Submit>Add</Submit>
      </Form>
    </>,
  );
}

function Details({ state }: { state: FormState }) {
  return (
    <>
      <TextField form={state} name="name" label="Name" autocomplete="off" />
      <RadiosField
        form={state}
        name="kind"
        legend="What it is"
        inline
        items={[
          { value: 'team', text: 'A team of yours' },
          { value: 'contractor', text: 'A contractor' },
        ]}
      />
      <TextField
        form={state}
        name="email"
        label="Shared email address (optional)"
        type="email"
        spellcheck={false}
        autocomplete="off"
      />
    </>
  );
}

async function withTeam(visit: Visit, work: (team: Team) => Promise<Answer>): Promise<Answer> {
  const team = await visit.db((trx) => findTeam(trx, visit.params.id ?? ''));
  return team ? work(team) : notFound;
}

const get = (visit: Visit) =>
  withTeam(visit, (team) => {
    const kind = team.contractor ? 'contractor' : 'team';
    return view(
      visit,
      team,
      startForm(visit, { name: team.name, kind, email: team.email, members: team.members, closed: team.closed }),
    );
  });

const post = (visit: Visit) =>
  withTeam(visit, async (team) => {
    const read = readForm(changedTeam, visit.fields);
    if (!read.ok) return view(visit, team, read.form);
    const { name, kind, email, closed } = read.value;
    const members = read.value.members as StaffId[];
    const saved = await visit.db(async (trx) => {
      if (!(await changeTeam(trx, team.id, { name, contractor: kind === 'contractor', email, closed }))) return false;
      const known = new Set((await listStaff(trx)).map(({ id }) => id));
      await setTeamMembers(
        trx,
        team.id,
        members.filter((id) => known.has(id)),
      );
      for (const words of changesOf(team, { name, contractor: kind === 'contractor', closed, members })) {
        await recordChange(trx, { about: 'team', words, by: visit.staff.id });
      }
      return true;
    });
    if (!saved) return view(visit, team, withErrors(read.form, [nameTaken]));
    return redirect('/settings/teams', { done: `${name} saved` });
  });

function changesOf(was: Team, is: Pick<Team, 'name' | 'contractor' | 'closed' | 'members'>): string[] {
  const people = was.members.length !== is.members.length || was.members.some((id) => !is.members.includes(id));
  return [
    ...(was.name === is.name ? [] : [`${was.name} is now called ${is.name}`]),
    ...(was.contractor === is.contractor ? [] : [`${is.name} is now ${is.contractor ? 'a contractor' : 'a team'}`]),
    ...(was.closed === is.closed ? [] : [`${is.name} was ${is.closed ? 'closed' : 'opened again'}`]),
    ...(people
      ? [`The people of ${is.name} were changed: ${is.members.length} now, ${was.members.length} before`]
      : []),
  ];
}

async function view(visit: Visit, team: Team, state: FormState) {
  const staff = await visit.db((trx) => listStaff(trx, 'at-work'));
  return settingsPage(
    visit,
    {
      title: team.name,
      form: state,
      about: ['team'],
      under: { text: 'Teams and contractors', href: '/settings/teams' },
    },
    <Form visit={visit}>
      <Details state={state} />
      <CheckboxesField
        form={state}
        name="members"
        legend="Who is in it"
        small
        items={staff.map((one: Staff) => ({ value: one.id, text: one.name }))}
      />
      <TickField form={state} name="closed" label="Closed: no longer offered, still named where it was" />
      <Submit>Save</Submit>
    </Form>,
  );
}

export const teams = screen({ path: '/settings/teams', access: ['administrator'], get: getList, post: add });
export const team = screen({ path: '/settings/teams/:id', access: ['administrator'], get, post });
