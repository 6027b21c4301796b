/** Writes the register's rows of one case or of many, in one statement: what changed is put in, what is gone goes out. */
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { type CaseRows, type RegisterTable, register, registerTables } from './register-tables.js';

const write = statement();

/** Makes the register say of these cases exactly what their rows say. `fresh` cases have no rows yet. */
export async function writeRows(
  trx: Trx,
  cases: readonly { id: CaseId; rows: CaseRows; fresh: boolean }[],
): Promise<void> {
  if (cases.length === 0) return;
  const known = cases.filter((c) => !c.fresh).map((c) => c.id);
  const json = registerTables.map((table) =>
    JSON.stringify(cases.flatMap((c) => c.rows[table].map((row) => ({ case_id: c.id, ...row })))),
  );
  await trx.client.query({ name: 'write-register', text: write, values: [trx.landlordId, known, ...json] });
}

function statement(): string {
  const parts = registerTables.flatMap((table, i) => [
    putIn(table, i + 3),
    ...(table === 'complaint' ? [] : [takeOut(table, i + 3)]),
  ]);
  return `with ${parts.join(',\n')}\nselect 1`;
}

function shape(table: RegisterTable): string {
  const columns = Object.entries(register[table].columns).map(([name, type]) => `${name} ${type}`);
  return `(case_id uuid, ${columns.join(', ')})`;
}

function putIn(table: RegisterTable, n: number): string {
  const { key, columns } = register[table];
  const names = Object.keys(columns);
  const rest = names.filter((name) => !(key as readonly string[]).includes(name));
  const mine = rest.map((name) => `t.${name}`).join(', ');
  const theirs = rest.map((name) => `excluded.${name}`).join(', ');
  return `${table}_in as (
  insert into ${table} as t (landlord_id, case_id, ${names.join(', ')})
  select $1::uuid, case_id, ${names.join(', ')} from json_to_recordset($${n}::json) as r ${shape(table)}
  on conflict (${['landlord_id', 'case_id', ...key].join(', ')}) do update
  set ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}
  where row(${mine}) is distinct from row(${theirs}))`;
}

function takeOut(table: RegisterTable, n: number): string {
  const key = register[table].key.join(', ');
  return `${table}_out as (
  delete from ${table}
  where landlord_id = $1::uuid and case_id = any ($2::uuid[])
    and (case_id, ${key}) not in (select case_id, ${key} from json_to_recordset($${n}::json) as r ${shape(table)}))`;
}
