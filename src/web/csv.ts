/**
 * A table as a CSV file that spreadsheets open as it is meant: UTF-8 with its mark, lines by CRLF, and no cell that a
 * spreadsheet would run as a formula.
 */

/** The whole file. Cells are text; a cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection). */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** How a formula begins. Spreadsheets read the full-width signs as the plain ones. */
export const beginsAsFormula = /^[=+@＝＋－＠-]/;
const beginsWithBlank = /^[\t\r\n]/;
/** A plain negative number is a number, not a formula. */
const negative = /^-\d+(\.\d+)?$/;

/** A cell without the apostrophe that keeps it from being run, which is not part of it. */
export function unguarded(cell: string): string {
  const rest = cell.slice(1);
  return cell.startsWith("'") && (beginsAsFormula.test(rest) || beginsWithBlank.test(rest)) ? rest : cell;
}

function cell(text: string): string {
  const runs = beginsWithBlank.test(text) || (beginsAsFormula.test(text) && !negative.test(text));
  const safe = runs ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
