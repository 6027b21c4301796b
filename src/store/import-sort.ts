/** What each row of a batch is: new, known already, known with blanks now filled, a later stage of a known case, or refused. */
import { type Field, fieldWords, type RegisterMap } from '../complaint/register/fields.js';
import type { RowFacts } from '../complaint/register/row.js';
import type { Problem, Reading } from '../complaint/register/row-cells.js';
import type { CaseId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { fills, type Identity, isReference, keyOf, keyOfReference } from './import-identity.js';
import type { Names } from './import-names.js';
import type { Source } from './import-records.js';
import type { MappedRow } from './import-rows.js';
import { identityIn, understood } from './import-understood.js';

/** A row that was taken before: in an earlier import, an earlier batch, or above in this one. */
export interface Known extends Identity {
  readonly key: string | null;
  readonly kind: string;
  readonly line: number;
  /** Null while the row is only looked at. */
  readonly caseId: CaseId | null;
  readonly firstSeq: number | null;
  /** Taken in this very batch, so that the database does not hold it yet. */
  readonly here: boolean;
  readonly sameFile: boolean;
}

export type Sorted = { readonly row: MappedRow; readonly problems: readonly Problem[]; readonly key: string | null } & (
  | { readonly is: 'refused' }
  | { readonly is: 'already'; readonly known: Known; readonly identity: Identity }
  | { readonly is: 'changed'; readonly known: Known; readonly identity: Identity; readonly facts: RowFacts }
  | {
      readonly is: 'new';
      readonly identity: Identity;
      readonly facts: RowFacts;
      readonly as: Known & { caseId: CaseId | null };
    }
  /** A later stage of a case that is there. */
  | { readonly is: 'stage'; readonly identity: Identity; readonly facts: RowFacts; readonly of: Known }
  /** A later stage whose earlier one may stand further down: it waits. */
  | { readonly is: 'waits' }
);

/** What is known of rows, by digest and by key. */
export interface Memory {
  readonly byDigest: Map<string, Known>;
  readonly byKey: Map<string, Known[]>;
}

export function newMemory(): Memory {
  return { byDigest: new Map(), byKey: new Map() };
}

export function remember(memory: Memory, known: Known): void {
  memory.byDigest.set(known.digest, known);
  if (known.key === null) return;
  const list = memory.byKey.get(known.key);
  if (list === undefined) memory.byKey.set(known.key, [known]);
  else list.push(known);
}

export interface Sorting {
  readonly source: Source;
  readonly reading: Reading;
  readonly names: Names;
  readonly importId: string | null;
  /** No row further down can be the earlier stage any more. */
  readonly last: boolean;
  /** The id of a case that a row opens; null while rows are only looked at. */
  readonly newCase: () => CaseId | null;
}

/** What the database knows of these rows. */
export async function recall(
  trx: Trx,
  memory: Memory,
  rows: readonly MappedRow[],
  { source, importId }: Sorting,
): Promise<void> {
  const digests = rows.map((row) => identityIn(source, row).digest);
  const keys = new Set<string>();
  for (const { cells } of rows) {
    const key = keyOf(source.salt, cells);
    if (key !== null) keys.add(key);
    if (cells.previousReference !== undefined) keys.add(keyOfReference(cells.previousReference));
  }
  const found = await trx.client.query<{
    digest: string;
    filled: string;
    key: string | null;
    kind: string;
    line: number;
    caseId: CaseId;
    firstSeq: number;
    sameFile: boolean;
  }>({
    name: 'recall-rows',
    text: `select encode(digest, 'hex') as digest, filled, key, row_kind as kind, line, case_id as "caseId",
        first_seq as "firstSeq", import_id is not distinct from $5::uuid as "sameFile"
      from register_row
      where landlord_id = $1 and source_id = $2 and stands and digest = any ($3::bytea[])
      union
      select encode(digest, 'hex'), filled, key, row_kind, line, case_id, first_seq,
        import_id is not distinct from $5::uuid
      from register_row
      where landlord_id = $1 and source_id = $2 and stands and key = any ($4::text[])
      order by line`,
    values: [trx.landlordId, source.id, digests.map((digest) => Buffer.from(digest, 'hex')), [...keys], importId],
  });
  for (const known of found.rows) if (!memory.byDigest.has(known.digest)) remember(memory, { ...known, here: false });
}

/** Sorts one row, and remembers it when it is new. */
export function sortRow(row: MappedRow, memory: Memory, sorting: Sorting): Sorted {
  const { source, reading } = sorting;
  const { cells } = row;
  const identity = identityIn(source, row);
  const key = keyOf(source.salt, cells);
  const same = memory.byDigest.get(identity.digest);
  if (same !== undefined) {
    const problems = same.sameFile ? [whole(`This row is the same as line ${same.line}, so it was taken once.`)] : [];
    return { row, key, is: 'already', known: same, identity, problems };
  }
  const read = understood(row, reading);
  if (!read.ok) return { row, key, is: 'refused', problems: [read.problem, ...uncounted(row)] };
  const problems = [...read.problems, ...uncounted(row)];
  const facts = withNames(read.facts, sorting.names, problems);
  const candidates = key === null ? [] : (memory.byKey.get(key) ?? []);
  const earlier = candidates.find((known) => fills(source.salt, cells, identity, known));
  const fresh = (caseId: CaseId | null): Known => ({
    ...identity,
    key,
    kind: facts.rowKind,
    line: row.line,
    caseId,
    firstSeq: null,
    here: true,
    sameFile: true,
  });
  if (earlier !== undefined) {
    remember(memory, { ...fresh(earlier.caseId), firstSeq: earlier.firstSeq, here: earlier.here });
    return { row, key, is: 'changed', known: earlier, identity, facts, problems };
  }
  if (reading.rows === 'stage' && (facts.rowKind === 'stage-2' || facts.rowKind === 'stage-3')) {
    const of = stageBefore(facts, key, memory);
    if (of === null && !sorting.last) return { row, key, is: 'waits', problems: [] };
    if (of !== null) {
      remember(memory, fresh(of.caseId));
      return { row, key, is: 'stage', of, identity, facts, problems };
    }
    problems.push(noStageBefore(facts));
  }
  const twin = isReference(key) ? candidates.find(({ kind }) => kind === facts.rowKind) : undefined;
  if (twin !== undefined)
    problems.push({
      field: 'reference',
      reason: `${twin.sameFile ? `Line ${twin.line}` : 'An earlier import'} has the same reference and says otherwise; both are kept. Take one of them back if they are the same complaint.`,
    });
  const as = fresh(sorting.newCase());
  remember(memory, as);
  return { row, key, is: 'new', identity, facts, problems, as };
}

const before: Readonly<Record<string, readonly string[]>> = {
  'stage-2': ['stage-1', 'complaint'],
  'stage-3': ['stage-2', 'stage-1', 'complaint'],
};

/** The row of the stage before: by the reference that it names, else under its own. */
function stageBefore(facts: RowFacts, key: string | null, memory: Memory): Known | null {
  const wanted = facts.previousReference === null ? key : keyOfReference(facts.previousReference);
  if (!isReference(wanted)) return null;
  const there = memory.byKey.get(wanted) ?? [];
  for (const kind of before[facts.rowKind] ?? []) {
    const found = there.find((known) => known.kind === kind);
    if (found !== undefined) return found;
  }
  return null;
}

function noStageBefore(facts: RowFacts): Problem {
  return facts.previousReference === null
    ? {
        field: 'previousReference',
        reason:
          'The reference of its stage 1 is not given; it counts as a stage 2 all the same. Fill it in to join them.',
      }
    : {
        field: 'previousReference',
        reason:
          'Its stage 1 is neither in this file nor in an earlier one; it counts as a stage 2 all the same. Bring in the register that holds its stage 1 first to join them.',
      };
}

function whole(reason: string): Problem {
  return { field: null, reason };
}

function uncounted({ uncounted: fields }: MappedRow): Problem[] {
  return fields.map((field: Field) => ({
    field,
    reason:
      'The cell holds a formula whose value is not in the file; open it in a spreadsheet program, save it, and try again.',
  }));
}

function withNames(facts: RowFacts, names: Names, problems: Problem[]): RowFacts {
  const unknown = new Set(facts.unknown);
  const named = (field: 'area' | 'category'): string | null => {
    const name = facts[field];
    if (name === null) return null;
    const known = names.named(field, name);
    if (known !== null) return known;
    unknown.add(field);
    problems.push({
      field,
      reason: `There are too many different texts under “${fieldWords[field]}” for a list; choose another column, or give them fewer names.`,
    });
    return null;
  };
  const area = named('area');
  const category = named('category');
  if (area === facts.area && category === facts.category) return facts;
  return { ...facts, area, category, unknown: [...unknown] };
}

/** The heading of the column that a problem is about. */
export function headingOf(map: RegisterMap, field: Field | null): string | null {
  return field === null ? null : (map.columns[field] ?? null);
}
