/**
 * A row that is known and whose blanks are now filled: what must be added to its case. What the earlier row told and the
 * later one tells otherwise is corrected in its place, so that nothing stands twice.
 */
import type { Entry, Happened, Happening, ImportedFact } from '../../facts/happened.js';

/** What makes two happenings the same one, told with more or less: its type, and its stage where it has one. */
function keyOf(what: Happening): string {
  return 'stage' in what ? `${what.type} ${what.stage}` : what.type;
}

/**
 * What to record, so that the case tells the later row. `before` and `after` are what the two rows bring with the same
 * words and ids standing for the same texts; `standing` are the entries that stand in the case.
 */
export function changesBetween(
  before: readonly Happened[],
  after: readonly Happened[],
  standing: readonly Entry[],
  reason: Extract<Happening, { type: 'EntryCorrected' }>['reason'],
): Happened[] {
  const was = new Map(before.map((one) => [keyOf(one.what), one]));
  const is = new Map(after.map((one) => [keyOf(one.what), one]));
  const entries = new Map<string, Entry>();
  for (const entry of standing) {
    const key = keyOf(entry.what);
    if (!entries.has(key)) entries.set(key, entry);
  }
  const recorded: Happened[] = [];
  const importedOn = after.at(-1)?.on;
  const correct = (entry: Entry, becomes: Happened | null): void => {
    if (entry.what.type === 'EntryCorrected' || importedOn === undefined) return;
    if (becomes !== null && becomes.what.type === 'EntryCorrected') return;
    recorded.push({
      on: importedOn,
      what: {
        type: 'EntryCorrected',
        seq: entry.seq,
        reason,
        becomes:
          becomes === null
            ? null
            : { what: keepingIds(becomes.what as Replacement, entry.what), happenedOn: becomes.on },
      },
    });
  };
  for (const [key, earlier] of was) {
    if (earlier.what.type === 'Imported') continue;
    const entry = entries.get(key);
    const later = is.get(key);
    if (entry === undefined) continue;
    if (later === undefined) correct(entry, null);
    else if (later.on !== earlier.on || !sameAs(earlier.what, later.what)) correct(entry, later);
  }
  for (const [key, later] of is) {
    if (later.what.type === 'Imported' || was.has(key)) continue;
    recorded.push(later);
  }
  const marks = after.filter(({ what }) => what.type === 'Imported');
  return [...recorded, ...marks];
}

type Replacement = Exclude<Happening, { type: 'EntryCorrected' }>;

/** The ids under which other entries speak of it stay. */
function keepingIds(what: Replacement, was: Happening): Replacement {
  if ('point' in what && 'point' in was) return { ...what, point: was.point } as Replacement;
  if ('remedy' in what && 'remedy' in was) return { ...what, remedy: was.remedy } as Replacement;
  return what;
}

/** Whether two happenings say the same, their own ids apart. */
function sameAs(a: Happening, b: Happening): boolean {
  return JSON.stringify(a, withoutIds) === JSON.stringify(b, withoutIds);
}

function withoutIds(key: string, value: unknown): unknown {
  return key === 'point' || key === 'points' || key === 'remedy' ? undefined : value;
}

/** What a case that several rows told does not know: what the later row says goes before what the earlier one did. */
export function untoldTogether(
  earlier: readonly ImportedFact[],
  before: readonly ImportedFact[],
  after: readonly ImportedFact[],
): ImportedFact[] {
  const now = new Set(earlier.filter((fact) => !before.includes(fact) || after.includes(fact)));
  for (const fact of after) now.add(fact);
  return [...now];
}
