/** What lies behind complaints: a list of two levels that a landlord keeps. The name stands in cases for ever. */

export interface CauseGroup {
  readonly name: string;
  readonly causes: readonly string[];
}

/** Chosen where nothing went wrong; it needs its reason. */
export const noFailing = 'No failing found';

/**
 * What the history says of a cause or a theme that somebody wrote themselves. The history stands for ever, so their own
 * words are kept beside it, where they can be erased.
 */
export const notOnTheList = 'Something else';

/** The list of a landlord that keeps none of its own. */
export const causesUnlessSet: readonly CauseGroup[] = [
  {
    name: 'Getting the work done',
    causes: [
      'Appointment missed',
      'Condition or damage not recognised',
      'Delay by a contractor',
      'Delay by us',
      'Poor quality of work',
    ],
  },
  { name: 'Keeping people informed', causes: ['Promise not kept', 'Resident not kept informed'] },
  { name: 'Records and systems', causes: ['Poor record keeping', 'System or letter went wrong'] },
  { name: 'People and teams', causes: ['Staff conduct', 'Teams did not work together'] },
  { name: 'Rules and decisions', causes: ['Policy not followed', 'Policy unfair or unclear', 'Wrong decision'] },
  { name: 'Knowing the resident', causes: ['Adjustment not made', 'Vulnerability not taken into account'] },
  { name: 'Nothing went wrong', causes: [noFailing] },
];

/** The group of a cause that somebody wrote themselves, or that no list knows. */
export const inNoGroup = 'In no group';

/** What stands for every cause of a group, where several are meant at once. */
export function anyOf({ name }: Pick<CauseGroup, 'name'>): string {
  return `${name}: any of them`;
}

/** The causes that are meant by a cause, or by a whole group. */
export function causesMeant(list: readonly CauseGroup[], cause: string): readonly string[] {
  return list.find((group) => anyOf(group) === cause)?.causes ?? [cause];
}

const longest = 120;
const most = 200;

/**
 * The list as somebody types it: a group on a line of its own, its causes below it, each after a dash. Gives the list, or
 * what is wrong with it in a sentence.
 */
export function readCauseList(text: string): readonly CauseGroup[] | string {
  const groups: { name: string; causes: string[] }[] = [];
  const seen = new Map<string, string>();
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\s+/g, ' ').trim();
    if (line === '') continue;
    const cause = /^[-–•*]\s*(.*)$/.exec(line)?.[1];
    const name = cause ?? line;
    if (name.length > longest) return `‘${name.slice(0, 30)}…’ is too long. Use ${longest} characters or fewer`;
    if (cause === undefined) {
      if (groups.some((one) => one.name === name))
        return `The group ‘${name}’ stands there twice. Bring the two together`;
      groups.push({ name, causes: [] });
      continue;
    }
    if (cause === '') continue;
    const group = groups.at(-1);
    if (group === undefined) return 'Begin with a group on a line of its own, then its causes, each after a dash';
    const there = seen.get(cause.toLowerCase());
    if (there !== undefined)
      return there === group.name
        ? `‘${cause}’ stands there twice. Take one of them out`
        : `‘${cause}’ stands under ‘${there}’ and ‘${group.name}’. A cause has one place, so that it is counted once`;
    seen.set(cause.toLowerCase(), group.name);
    group.causes.push(cause);
  }
  const empty = groups.find(({ causes }) => causes.length === 0);
  if (empty !== undefined) return `‘${empty.name}’ has no causes. Write at least one below it, after a dash`;
  if (seen.size > most) return `Use ${most} causes or fewer`;
  if (groups.length > 0 && !seen.has(noFailing.toLowerCase()))
    return `Keep ‘${noFailing}’ in one of the groups: it is chosen where nothing went wrong`;
  return groups;
}

/** The same list as it is typed. */
export function causeListText(list: readonly CauseGroup[]): string {
  return list.map(({ name, causes }) => [name, ...causes.map((one) => `- ${one}`)].join('\n')).join('\n\n');
}
