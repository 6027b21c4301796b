/** The file that says what the columns of a register mean, read once, at the edge. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  dateOrders,
  type Field,
  fields,
  type RegisterMap,
  rowForms,
  type ValueField,
} from '../complaint/register/fields.js';
import { valuesFor } from '../complaint/register/values.js';
import { codeOf, Stop } from '../store/stop.js';

const known = new Set<string>(fields);
const byField = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const shape = z.object({
  columns: byField(z.string().min(1)),
  values: byField(z.record(z.string(), z.string())).default({}),
  dates: z.enum(dateOrders).default('dmy'),
  rows: z.enum(rowForms).default('case'),
  headerRow: z.int().min(1).optional(),
  sheet: z.string().min(1).optional(),
  money: z.enum(['pence', 'pounds']).optional(),
});

/** The map in this file; stops with a sentence that says what is wrong in it. */
export async function readMapFile(path: string): Promise<RegisterMap> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new Stop(`There is no file ${path}.`);
    throw new Stop(`The file ${path} can’t be read.`);
  }
  return parseMap(text.replace(/^\uFEFF/, ''), path);
}

/** The map that a text holds. */
export function parseMap(text: string, path: string): RegisterMap {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Stop(`The file ${path} is not JSON.`);
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? 'It' : `“${issue.path.join('.')}”`;
    throw new Stop(`The map in ${path} is not understood: ${where} ${wanted(issue?.path[0])}.`);
  }
  for (const field of [...Object.keys(parsed.data.columns), ...Object.keys(parsed.data.values)]) {
    if (!known.has(field))
      throw new Stop(`The map in ${path} names “${field}”, which is no field: there is ${fields.join(', ')}.`);
  }
  for (const [field, texts] of Object.entries(parsed.data.values)) {
    const ours = valuesFor(field as ValueField);
    if (ours === null) continue;
    for (const [text, value] of Object.entries(texts)) {
      if (value !== '' && !ours.includes(value))
        throw new Stop(
          `The map in ${path} takes “${text}” of ${field} for “${value}”, which is none of ours: there is ${ours.join(', ')}.`,
        );
    }
  }
  const { columns, values, ...rest } = parsed.data;
  return {
    ...rest,
    columns: columns as Partial<Record<Field, string>>,
    values: values as Partial<Record<Field, Record<string, string>>>,
  };
}

function wanted(part: PropertyKey | undefined): string {
  switch (part) {
    case 'columns':
      return 'must give a heading of the file for each field';
    case 'values':
      return 'must give one of our values for each text';
    case 'dates':
      return 'must be dmy, mdy or iso';
    case 'rows':
      return 'must be case or stage';
    case 'headerRow':
      return 'must be a line of the file, from 1';
    case 'money':
      return 'must be pence or pounds';
    default:
      return 'must be an object with "columns", "values", "dates" and "rows"';
  }
}
