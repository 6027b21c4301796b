/** The causes that a landlord chooses from, in their groups. One that is taken out is closed: old cases keep its group. */
import { sql } from 'kysely';
import { type CauseGroup, causesUnlessSet } from '../complaint/cause-list.js';
import type { Trx } from './database.js';

interface CauseRow {
  readonly name: string;
  readonly groupName: string;
  readonly closed: boolean;
}

async function rowsOf(trx: Trx): Promise<CauseRow[]> {
  const { rows } = await sql<CauseRow>`
    select name, group_name as "groupName", closed from cause_choice
    where landlord_id = ${trx.landlordId}
    order by closed, position, name`.execute(trx);
  return rows;
}

function grouped(rows: readonly CauseRow[]): CauseGroup[] {
  return [...Map.groupBy(rows, ({ groupName }) => groupName)].map(([name, list]) => ({
    name,
    causes: list.map((one) => one.name),
  }));
}

/** What can be chosen now. The usual list where the landlord keeps none of its own. */
export async function readCauses(trx: Trx): Promise<readonly CauseGroup[]> {
  const open = (await rowsOf(trx)).filter(({ closed }) => !closed);
  return open.length === 0 ? causesUnlessSet : grouped(open);
}

/** Every cause that ever stood on the list, so that what was found under an old one still has its group. */
export async function readAllCauses(trx: Trx): Promise<readonly CauseGroup[]> {
  const rows = await rowsOf(trx);
  const known = new Set(rows.map(({ name }) => name));
  const usual = causesUnlessSet.flatMap(({ name, causes }) =>
    causes.filter((one) => !known.has(one)).map((one) => ({ name: one, groupName: name, closed: true })),
  );
  return grouped([...rows, ...usual]);
}

/** The group of each cause that ever stood on the list, by the name of the cause. */
export async function groupsOfCauses(trx: Trx): Promise<ReadonlyMap<string, string>> {
  return new Map(
    (await readAllCauses(trx)).flatMap(({ name, causes }) => causes.map((cause) => [cause, name] as const)),
  );
}

/** Puts the list as it shall be; an empty one takes the usual again. Answers what changed, in words for the trail. */
export async function writeCauses(trx: Trx, list: readonly CauseGroup[]): Promise<readonly string[]> {
  const was = await readCauses(trx);
  const now = list.length === 0 ? causesUnlessSet : list;
  const words = changeWords(was, now);
  if (words.length === 0) return words;
  const flat = now.flatMap(({ name, causes }) => causes.map((cause) => ({ cause, group: name })));
  const rows = flat.map((one, i) => ({ name: one.cause, group_name: one.group, position: i + 1 }));
  await sql`
    insert into cause_choice (landlord_id, name, group_name, position, closed)
    select ${trx.landlordId}::uuid, c.name, c.group_name, c.position, false
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (name text, group_name text, position integer)
    on conflict (landlord_id, name) do update
    set group_name = excluded.group_name, position = excluded.position, closed = false`.execute(trx);
  // Those of the usual list that were never put down are put down closed, so that their group stands.
  const gone = was
    .flatMap(({ name, causes }) => causes.map((cause) => ({ name: cause, group_name: name })))
    .filter(({ name }) => !flat.some(({ cause }) => cause === name));
  await sql`
    insert into cause_choice (landlord_id, name, group_name, position, closed)
    select ${trx.landlordId}::uuid, c.name, c.group_name, 0, true
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as c (name text, group_name text)
    on conflict (landlord_id, name) do update set closed = true`.execute(trx);
  return words;
}

function changeWords(was: readonly CauseGroup[], now: readonly CauseGroup[]): string[] {
  const placed = (list: readonly CauseGroup[]) =>
    new Map(list.flatMap(({ name, causes }) => causes.map((cause) => [cause, name] as const)));
  const [before, after] = [placed(was), placed(now)];
  const added = [...after.keys()].filter((one) => !before.has(one));
  const gone = [...before.keys()].filter((one) => !after.has(one));
  const moved = [...after].filter(([one, group]) => before.has(one) && before.get(one) !== group);
  const reordered =
    added.length + gone.length + moved.length === 0 && [...before.keys()].join('\n') !== [...after.keys()].join('\n');
  return [
    ...(added.length > 0 ? [`Causes added: ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`Causes taken out: ${gone.join(', ')}`] : []),
    ...moved.map(([one, group]) => `The cause ${one} moved to ${group}`),
    ...(reordered ? ['The order of the causes was changed'] : []),
  ];
}
