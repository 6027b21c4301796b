/** By what a row of a register is known again: the digest of its whole mapped row, under its register's salt. */
import { hash } from 'node:crypto';
import { type Field, fields, fieldsOf, letterOf, plain } from '../complaint/register/fields.js';
import type { Cells } from '../complaint/register/row-cells.js';

export interface Identity {
  /** Hex sha256. */
  readonly digest: string;
  /** The letters of the fields that are filled. */
  readonly filled: string;
}

/** The identity of a whole row. */
export function identityOf(salt: string, cells: Cells): Identity {
  let filled = '';
  let text = salt;
  for (const field of fields) {
    const cell = cells[field];
    if (cell === undefined) continue;
    filled += letterOf[field];
    text += `\u001e${letterOf[field]}${cell}`;
  }
  return { digest: hash('sha256', text.toWellFormed(), 'hex'), filled };
}

/** Only these fields of a row. */
export function restrictedTo(cells: Cells, filled: string): Cells {
  const kept: Partial<Record<Field, string>> = {};
  for (const field of fieldsOf(filled)) if (cells[field] !== undefined) kept[field] = cells[field];
  return kept;
}

/** Whether a row is that earlier one with some of its blanks filled. */
export function fills(salt: string, cells: Cells, now: Identity, earlier: Identity): boolean {
  if (earlier.filled.length >= now.filled.length) return false;
  for (const letter of earlier.filled) if (!now.filled.includes(letter)) return false;
  return identityOf(salt, restrictedTo(cells, earlier.filled)).digest === earlier.digest;
}

/** A register's own reference as it is looked for. */
export function keyOfReference(reference: string): string {
  return plain(reference).toUpperCase().slice(0, 200);
}

const steady = ['kind', 'receivedOn', 'person', 'address', 'uprn', 'summary'] as const satisfies readonly Field[];

/** By what an earlier state of a row is looked for: its reference, else what of it seldom changes. Null when there is too little. */
export function keyOf(salt: string, cells: Cells): string | null {
  if (cells.reference !== undefined) return keyOfReference(cells.reference);
  if (
    cells.person === undefined &&
    cells.address === undefined &&
    cells.uprn === undefined &&
    cells.summary === undefined
  )
    return null;
  const text = steady.map((field) => cells[field] ?? '').join('\u001e');
  return `#${hash('sha256', (salt + text).toWellFormed(), 'hex').slice(0, 32)}`;
}

/** A key that is a reference of the register's own. */
export function isReference(key: string | null): key is string {
  return key !== null && !key.startsWith('#');
}
