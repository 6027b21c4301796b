/** What `verify` gathers while it goes through a landlord's history. */
import type { RawBuilder } from 'kysely';
import type { Trx } from './database.js';

export interface Broken {
  /** The case's reference, or its id where the reference is what is missing; the landlord's name for an anchor. */
  readonly ref: string;
  readonly seq: number | null;
  readonly why: string;
}

export interface Findings {
  cases: number;
  events: number;
  readonly broken: Broken[];
  /** References by case, for what is found wrong about words and files. */
  readonly references: Map<string, string>;
  /** The first entry that mentions a file, by the file's digest. */
  readonly mentionedIn: Map<string, { readonly ref: string; readonly seq: number }>;
  /** What some entry says was erased on purpose. */
  readonly erased: ReadonlySet<string>;
}

/** A digest that an entry mentions. */
export interface Mentioned {
  readonly ref: string;
  readonly seq: number;
  readonly digest: string;
}

/** Takes rows in steps, each query from behind the last row of the one before. */
export async function inSteps<R extends { readonly id: string }>(
  trx: Trx,
  query: (after: string | null) => RawBuilder<unknown>,
  take: (rows: readonly R[]) => void | Promise<void>,
): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const { rows } = (await query(after).execute(trx)) as { rows: R[] };
    const last = rows.at(-1);
    if (last === undefined) return;
    await take(rows);
    after = last.id;
  }
}
