/** What a batch of a register's rows works with: how it is read, and what it adds to each case, new or there. */
import { randomUUID } from 'node:crypto';
import type { Case } from '../complaint/case.js';
import type { ClockRules } from '../complaint/clocks.js';
import type { RegisterMap } from '../complaint/register/fields.js';
import type { Bringing } from '../complaint/register/happenings.js';
import type { Reading } from '../complaint/register/row-cells.js';
import type { Day } from '../facts/days.js';
import type { CaseId, Happened, ImportedFact, PointId } from '../facts/happened.js';
import type { Names } from './import-names.js';
import type { Found } from './import-people.js';
import type { Source } from './import-records.js';
import type { Keeper } from './words.js';

export interface Batch {
  readonly importId: string;
  readonly source: Source;
  readonly sourceName: string;
  readonly map: RegisterMap;
  readonly reading: Reading;
  readonly names: Names;
  readonly rules: ClockRules;
  readonly today: Day;
  readonly now: Date;
  /** Called when all is on its way to PostgreSQL and nothing is left to do but wait. */
  readonly meanwhile: () => void;
}

/** What a batch adds to one case, new or there. */
export interface Pending {
  readonly caseId: CaseId;
  readonly reference: string | undefined;
  readonly expectedVersion: number;
  readonly happened: Happened[];
  readonly keeper: Keeper;
  untold: readonly ImportedFact[];
  readonly point: PointId | null;
  /** As it stood before this batch; null for a fresh one. */
  readonly case: Case | null;
}

/** What comes in with a row, for the rules that say what happened. */
export function bringing(
  batch: Batch,
  rowDigest: string,
  found: Found | undefined,
  { keep }: Pick<Keeper, 'keep'>,
): Bringing {
  return {
    today: batch.today,
    source: batch.sourceName,
    rowDigest,
    person: found?.person ?? null,
    home: found?.home ?? null,
    keep,
    newId: <T>() => randomUUID() as T,
  };
}

/** What the last word on it leaves unknown. */
export function untoldIn(happened: readonly Happened[]): readonly ImportedFact[] {
  for (const { what } of happened) if (what.type === 'Imported') return what.unknown;
  return [];
}

export function pointIn(happened: readonly Happened[]): PointId | null {
  for (const { what } of happened) if (what.type === 'PointRaised') return what.point;
  return null;
}
