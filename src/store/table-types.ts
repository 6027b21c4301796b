/** db/types.ts as the database itself gives it: every table and view with its columns, for Kysely. A test holds it current. */
import { sql } from 'kysely';
import type { Trx } from './database.js';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly given: boolean;
}

const typeNames: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'string',
  bool: 'boolean',
  bytea: 'Buffer',
  jsonb: 'unknown',
  json: 'unknown',
  tsvector: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  _date: 'string[]',
};

export async function tableTypes(trx: Trx): Promise<string> {
  const found = await sql<Column>`
    select c.relname as table, a.attname as column, t.typname as type,
      not a.attnotnull and c.relkind <> 'v' or c.relkind = 'v' as nullable, a.atthasdef as given
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
    order by c.relname, a.attnum`.execute(trx);
  const tables = Map.groupBy(found.rows, (row) => row.table);
  const parts = [...tables].map(([table, columns]) => {
    const lines = columns.map(({ column, type, nullable, given }) => {
      const name = typeNames[type];
      if (name === undefined) throw new Error(`${table}.${column} is of type ${type}, for which there is no name`);
      const full = nullable && name !== 'unknown' ? `${name} | null` : name;
      return `    ${column}: ${given ? `Generated<${full}>` : full};`;
    });
    return `  ${table}: {\n${lines.join('\n')}\n  };`;
  });
  return `/** The tables as Kysely sees them. Generated from the migrations; tests/store/table-types.test.ts holds it current. */
import type { Generated } from 'kysely';

export interface DB {
${parts.join('\n')}
}
`;
}
