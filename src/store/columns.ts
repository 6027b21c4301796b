/**
 * Rows by the thousand as columns: one array for each, which PostgreSQL reads several times as fast as a list of JSON
 * objects that name every column in every row.
 */
type Value = string | number | boolean | null | undefined;

/** A list of values as PostgreSQL's text of an array. */
export function arrayOf(values: readonly Value[]): string {
  let text = '{';
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (i > 0) text += ',';
    if (value === null || value === undefined) text += 'NULL';
    else if (typeof value === 'string') text += quoted(value);
    else text += value;
  }
  return `${text}}`;
}

const needsMore = /["\\]/;

function quoted(text: string): string {
  return needsMore.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

/** `unnest($3::uuid[], $4::text[]) as r (case_id, type)`, from the parameter after `before`. */
export function unnested(columns: Readonly<Record<string, string>>, before: number): string {
  const names = Object.keys(columns);
  const arrays = names.map((name, i) => `$${before + i + 1}::${columns[name]}[]`);
  return `unnest(${arrays.join(', ')}) as r (${names.join(', ')})`;
}

/** The values of these columns, an array for each. */
export function columnsOf<Row extends object>(rows: readonly Row[], names: readonly string[]): string[] {
  return names.map((name) => arrayOf(rows.map((row) => (row as Readonly<Record<string, Value>>)[name])));
}
