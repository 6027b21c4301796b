/** What promises can be filtered by. Nothing here names a resident, so all of it stands in the address. */
import type { VNode } from 'preact';
import type { Staff } from '../../store/staff.js';
import type { Team } from '../../store/teams.js';
import { Filter } from '../ui/components.js';
import { type FormState, SelectField } from '../ui/forms.js';
import type { Visit } from '../visit.js';
import { promiseFilterNames, promisesLink } from './asked-for.js';
import { calledTeam } from './called-team.js';
import { stateWords } from './state-words.js';

const kindsOfTeam = { teams: 'Our own teams', contractors: 'Contractors' } as const;

export function PromiseFilters({
  visit,
  staff,
  teams,
}: {
  readonly visit: Visit;
  readonly staff: readonly Staff[];
  readonly teams: readonly Team[];
}): VNode {
  const form: FormState = { values: visit.query, errors: [] };
  const items = (table: Readonly<Record<string, string>>) =>
    Object.entries(table).map(([value, text]) => ({ value, text }));
  const people = [
    { value: 'me', text: 'Me' },
    ...staff.filter((one) => one.state !== 'deactivated').map((one) => ({ value: one.id as string, text: one.name })),
  ];
  const groups = [
    { value: 'none', text: 'No team' },
    ...teams.map((team) => ({
      value: team.id as string,
      text: calledTeam(team),
    })),
  ];
  const lists = { of: items(kindsOfTeam), team: groups, owner: people, handler: people, state: items(stateWords) };
  const chosen = promiseFilterNames.flatMap((name) => {
    const value = visit.query[name];
    if (name === 'state' || typeof value !== 'string' || value === '') return [];
    const text = lists[name].find((one) => one.value === value)?.text;
    const words = text === undefined ? 'Somebody' : name === 'handler' ? `Cases of: ${text}` : text;
    return [{ text: words, href: promisesLink(visit, { [name]: null }) }];
  });
  return (
    <form method="get" action="/promises">
      <Filter
        heading={{ text: 'Filter' }}
        submit={{ text: 'Apply filters' }}
        selectedFilters={
          chosen.length === 0
            ? undefined
            : {
                heading: { text: 'Chosen' },
                clearLink: {
                  text: 'Clear filters',
                  href: promisesLink(visit, { of: null, team: null, owner: null, handler: null }),
                },
                categories: [{ heading: { text: 'Filters' }, items: chosen }],
              }
        }
      >
        <SelectField form={form} name="state" label="Show" items={lists.state} />
        <SelectField form={form} name="of" label="Teams or contractors" none="Both" items={lists.of} />
        <SelectField form={form} name="team" label="Team or contractor" none="Any" items={groups} />
        <SelectField form={form} name="owner" label="Who sees to it" none="Anybody" items={people} />
        <SelectField form={form} name="handler" label="Whose case" none="Anybody’s" items={people} />
      </Filter>
    </form>
  );
}
