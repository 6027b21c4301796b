/** What a row tells, and by what it is known again, worked out once: where that may be, while others are written. */
import { type RowRead, readRow } from '../complaint/register/row.js';
import type { Reading } from '../complaint/register/row-cells.js';
import { type Identity, identityOf } from './import-identity.js';
import type { Source } from './import-records.js';
import type { MappedRow } from './import-rows.js';

const reads = new WeakMap<MappedRow, { readonly reading: Reading; readonly read: RowRead }>();

/** What a row tells; worked out once, where that may be while others are written. */
export function understood(row: MappedRow, reading: Reading): RowRead {
  const known = reads.get(row);
  if (known !== undefined && known.reading === reading) return known.read;
  const read = readRow(row.cells, reading);
  reads.set(row, { reading, read });
  return read;
}

/** Works out ahead what these rows tell, and by what they are known again. */
export function understand(rows: readonly MappedRow[], source: Source, reading: Reading): void {
  for (const row of rows) {
    identityIn(source, row);
    understood(row, reading);
  }
}

const identities = new WeakMap<MappedRow, Identity>();

/** Worked out once for each row that is read: it is asked of the database and of the memory. */
export function identityIn(source: Source, row: MappedRow): Identity {
  const known = identities.get(row);
  if (known !== undefined) return known;
  const identity = identityOf(source.salt, row.cells);
  identities.set(row, identity);
  return identity;
}
