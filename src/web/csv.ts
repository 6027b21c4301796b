/**
 * A table as a CSV file that spreadsheets open as it is meant: UTF-8 with its mark, lines by CRLF, and no cell that a
 * spreadsheet would run as a formula.
 */

/** The whole file. Cells are text; a cell that begins like a formula gets an apostrophe before it (OWASP, CSV injection). */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  // A plain negative number is a number, not a formula.
  // Spreadsheets read the full-width signs as the plain ones.
  const safe = /^[=+@\t\r\n＝＋－＠]|^-(?!\d+(\.\d+)?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
