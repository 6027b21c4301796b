/** Rows in batches, and the next of them read while the one before it is written. */
import type { MappedRow } from './import-rows.js';

/** Batches of rows, whatever pieces they come in. */
export async function* inBatches(rows: AsyncIterable<readonly MappedRow[]>, size: number): AsyncGenerator<MappedRow[]> {
  let batch: MappedRow[] = [];
  for await (const some of rows) {
    for (const row of some) {
      batch.push(row);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The batch that comes next is read, and understood, while the one before it is written. */
export function readAhead(batches: AsyncGenerator<MappedRow[]>, use: (rows: readonly MappedRow[]) => void) {
  let coming: Promise<MappedRow[] | null> | null = null;
  const fetch = (): Promise<MappedRow[] | null> => {
    if (coming !== null) return coming;
    coming = batches.next().then(({ done, value }) => {
      if (done) return null;
      use(value);
      return value;
    });
    // A fault in the file is heard when its batch is asked for.
    coming.catch(() => {});
    return coming;
  };
  return {
    meanwhile: (): void => void fetch(),
    async next(): Promise<MappedRow[] | null> {
      const rows = await fetch();
      coming = null;
      return rows;
    },
  };
}
