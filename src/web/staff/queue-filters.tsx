/**
 * What the queue can be filtered by, and the filters as a form. The form is posted, since its first field may hold a name;
 * without one the answer leads to an address with the rest, which can be kept and shared.
 */
import type { VNode } from 'preact';
import { kindWords } from '../../complaint/standing-words.js';
import type { areasInUse } from '../../store/queue.js';
import type { listStaff } from '../../store/staff.js';
import type { listTeams } from '../../store/teams.js';
import { Filter } from '../ui/components.js';
import { type FormState, SelectField, TextField } from '../ui/forms.js';
import type { Visit } from '../visit.js';

export const shows = {
  live: 'Open, or a promise still runs',
  open: 'Open',
  promises: 'Answered, a promise still runs',
  closed: 'Closed',
  all: 'All cases',
} as const;
export const standings = {
  'to-triage': 'To triage',
  'to-acknowledge': 'To acknowledge',
  investigating: 'Being looked into',
  'request-open': 'Request open',
  answered: 'Answered',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
} as const;
export const flags = {
  'at-risk': 'Somebody at risk',
  hazard: 'Hazard',
  vulnerable: 'Vulnerability',
  adjusted: 'Adjustment',
  represented: 'Representative',
} as const;
export const dues = { late: 'Overdue', today: 'Due today', week: 'Due this week' } as const;

export const filterNames = [
  'show',
  'kind',
  'stage',
  'standing',
  'due',
  'handler',
  'team',
  'area',
  'category',
  'flag',
  'waiting',
  'promises',
] as const;

export function Filters(props: {
  readonly visit: Visit;
  /** What was typed; never part of an address. */
  readonly text: string;
  readonly staff: Awaited<ReturnType<typeof listStaff>>;
  readonly teams: Awaited<ReturnType<typeof listTeams>>;
  readonly inUse: Awaited<ReturnType<typeof areasInUse>>;
}): VNode {
  const { visit, text, staff, teams, inUse } = props;
  const form: FormState = { values: { ...visit.query, text }, errors: [] };
  const items = (table: Readonly<Record<string, string>>) =>
    Object.entries(table).map(([value, text]) => ({ value, text }));
  const named = (list: readonly string[]) => list.map((text) => ({ value: text, text }));
  const handlers = [
    { value: 'me', text: 'Me' },
    { value: 'nobody', text: 'Nobody yet' },
    ...staff.map((one) => ({ value: one.id as string, text: one.name })),
  ];
  const chosen = filterNames.flatMap((name) => {
    const value = visit.query[name];
    return typeof value === 'string' && value !== ''
      ? [{ text: chosenWords(name, value, { handlers, teams }), href: linkWith(visit, { [name]: null }) }]
      : [];
  });
  if (text !== '') chosen.unshift({ text, href: linkWith(visit, {}) });
  return (
    <form method="post" action="/cases">
      <input type="hidden" name="_csrf" value={visit.csrf} />
      <Filter
        heading={{ text: 'Filter' }}
        submit={{ text: 'Apply filters' }}
        selectedFilters={
          chosen.length === 0
            ? undefined
            : {
                heading: { text: 'Chosen' },
                clearLink: { text: 'Clear filters', href: '/cases' },
                categories: [{ heading: { text: 'Filters' }, items: chosen }],
              }
        }
      >
        <TextField form={form} name="text" label="Name, address, reference or words" autocomplete="off" />
        <SelectField form={form} name="handler" label="With" none="Anybody" items={handlers} />
        <SelectField form={form} name="due" label="Due" none="Any time" items={items(dues)} />
        <SelectField
          form={form}
          name="stage"
          label="Stage"
          none="Any"
          items={[
            { value: '1', text: 'Stage 1' },
            { value: '2', text: 'Stage 2' },
          ]}
        />
        <SelectField form={form} name="standing" label="Where it stands" none="Any" items={items(standings)} />
        <SelectField
          form={form}
          name="kind"
          label="Kind"
          none="Any"
          items={[{ value: 'undecided', text: 'Not decided yet' }, ...items(kindWords)]}
        />
        <SelectField
          form={form}
          name="team"
          label="Team"
          none="Any"
          items={teams.map((team) => ({ value: team.id, text: team.name }))}
        />
        <SelectField form={form} name="area" label="Area" none="Any" items={named(inUse.areas)} />
        <SelectField form={form} name="category" label="Category" none="Any" items={named(inUse.categories)} />
        <SelectField form={form} name="flag" label="Take care" none="Any" items={items(flags)} />
        <SelectField form={form} name="show" label="Show" items={items(shows)} />
      </Filter>
    </form>
  );
}

function chosenWords(
  name: (typeof filterNames)[number],
  value: string,
  lists: {
    readonly handlers: readonly { value: string; text: string }[];
    readonly teams: readonly { id: string; name: string }[];
  },
): string {
  const from = (table: object): string => (table as Record<string, string>)[value] ?? value;
  switch (name) {
    case 'show':
      return from(shows);
    case 'kind':
      return value === 'undecided' ? 'Not decided yet' : from(kindWords);
    case 'stage':
      return `Stage ${value}`;
    case 'standing':
      return from(standings);
    case 'due':
      return from(dues);
    case 'flag':
      return from(flags);
    case 'handler':
      return `With: ${lists.handlers.find((one) => one.value === value)?.text ?? 'somebody'}`;
    case 'team':
      return lists.teams.find((team) => team.id === value)?.name ?? 'A team';
    case 'waiting':
      return 'Waiting for a team or contractor';
    case 'promises':
      return 'A promise is late';
    case 'area':
    case 'category':
      return value;
    default:
      return name satisfies never;
  }
}

/** The same list with something changed; back on its first page unless a page is what changes. */
export function linkWith(visit: Visit, changes: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const name of [...filterNames, 'sort', 'order']) {
    const value = visit.query[name];
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '/cases' : `/cases?${text}`;
}
