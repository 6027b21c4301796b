/** A small sheet that somebody sends: read at once, and kept for its sender alone until it was looked at. What is no sheet leaves nothing. */
import { type KeptSheet, keepSheets, readSmallSheets, type SheetFor } from '../store/sheets-kept.js';
import { type FormState, withErrors } from './ui/forms.js';
import type { Visit } from './visit.js';

const largest = 10_000_000;

interface Wanted {
  readonly what: SheetFor;
  /** Characters of one cell; what is beyond them is cut off. */
  readonly longest?: number;
  /** Of the sheets that hold something, those to keep; else one plain sentence on why none will do. */
  readonly choose: (sheets: readonly KeptSheet[], fileName: string) => readonly KeptSheet[] | string;
}

export async function sheetSent(
  visit: Visit,
  { what, longest, choose }: Wanted,
): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly form: FormState }> {
  const wrong = (words: string) => ({
    ok: false as const,
    form: withErrors({ values: visit.fields, errors: [] }, [{ field: 'sheet', words }]),
  });
  const [file, another] = visit.files;
  if (file === undefined) return wrong('Choose the file');
  if (another !== undefined) return wrong('Choose one file at a time');
  if (file.size === 0) return wrong(`${file.name} is empty. Choose a file with something in it`);
  if (file.size > largest) return wrong(`${file.name} is larger than 10 MB. Bring it in by parts`);
  const read = await readSmallSheets(file.path, file.name, longest);
  if (!read.ok) return wrong(read.why);
  const sheets = choose(read.sheets, file.name);
  if (typeof sheets === 'string') return wrong(sheets);
  const id = await visit.db((trx) =>
    keepSheets(trx, { what, fileName: file.name.slice(-200), sheets, by: visit.staff.id }),
  );
  return { ok: true, id };
}
