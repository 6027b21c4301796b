/**
 * When a letter counts as sent: on the day it really left. It is recorded when its sender lets it go; if it leaves on a
 * later day the record is put on that day, and if it can't be delivered the sending, and the act that it carried, are taken
 * back, so that the clock runs again (docs/decisions/0019-sent-is-the-day-it-left.md).
 */
import { type Day, inWords } from '../facts/days.js';
import type { Entry, Happened, Happening, HappeningType, LetterId } from '../facts/happened.js';
import { type Case, replay } from './case.js';
import type { Context } from './refusals.js';

/** What a letter may carry: done by its going out, and by nothing else. */
const carriedTypes: ReadonlySet<HappeningType> = new Set([
  'Acknowledged',
  'DefinitionSetOut',
  'ClarificationAsked',
  'UpdateGiven',
  'Extended',
  'ResponseSent',
  'ComplaintRefused',
  'EscalationRefused',
  'ResidentAskedIfDone',
  'BehaviourWarned',
  'ContactRestricted',
  'RestrictionReviewed',
  'RestrictionChanged',
  'RestrictionLifted',
  'HazardSummaryGiven',
]);

/** The entries of one sending: the LetterSent at `seq`, and the acts that were recorded with it. */
export function entriesOfSending(c: Case, seq: number): readonly Entry[] {
  const at = c.entries.findIndex((entry) => entry.seq === seq);
  const sent = c.entries[at];
  if (sent === undefined || sent.what.type !== 'LetterSent') return [];
  const { letter } = sent.what;
  const found: Entry[] = [sent];
  for (let i = at - 1; i >= 0; i--) {
    const entry = c.entries[i];
    if (entry === undefined || entry.recordedAt !== sent.recordedAt || !carriedTypes.has(entry.what.type)) break;
    if ('letter' in entry.what && entry.what.letter !== letter) break;
    found.unshift(entry);
  }
  return found;
}

/** Whether a sending stands in the history, and on which day. */
function dayOfSending(c: Case, seq: number): Day | null {
  return c.history.find((entry) => entry.seq === seq)?.happenedOn ?? null;
}

/** The entries that take a sending back: it has not left, or has not arrived. None when it is taken back already. */
export function sendingTakenBack(c: Case, seq: number, why: string, context: Context): readonly Happened[] {
  const all = entriesOfSending(c, seq).filter((entry) => dayOfSending(c, entry.seq) !== null);
  const entries = actWasOvertaken(c, seq) ? all.filter((entry) => entry.seq === seq) : all;
  if (entries.length === 0) return [];
  const reason = context.keep(why);
  return entries.map((entry) => ({
    what: { type: 'EntryCorrected', seq: entry.seq, reason, becomes: null },
    on: context.today,
  }));
}

/** The entries that put a sending on the day it left, also when it was taken back meanwhile. None when it stands there. */
export function sendingDated(c: Case, seq: number, on: Day, context: Context): readonly Happened[] {
  const entries = entriesOfSending(c, seq).filter((entry) => dayOfSending(c, entry.seq) !== on);
  if (entries.length === 0) return [];
  const reason = context.keep(`It left on ${inWords(on)}: that is the day that counts.`);
  return entries.flatMap((entry): readonly Happened[] => {
    const what = lastWord(c, entry);
    return what.type === 'EntryCorrected'
      ? []
      : [
          {
            what: { type: 'EntryCorrected', seq: entry.seq, reason, becomes: { what, happenedOn: on } },
            on: context.today,
          },
        ];
  });
}

/** What says of itself how it went. */
const saysHow = [
  'LetterSent',
  'Acknowledged',
  'ClarificationAsked',
  'UpdateGiven',
  'ResponseSent',
  'HazardSummaryGiven',
] as const;

/**
 * The entries that put a sending on another way, after the first could not carry it: from then on it says how it goes now,
 * and it is taken back until it has left.
 */
export function sendingByAnotherWay(
  c: Case,
  { seq, how, why }: { readonly seq: number; readonly how: 'email' | 'post'; readonly why: string },
  context: Context,
): readonly Happened[] {
  const overtaken = actWasOvertaken(c, seq);
  const reason = context.keep(why);
  const changed = entriesOfSending(c, seq).flatMap((entry): readonly Happened[] => {
    const what = lastWord(c, entry);
    if (!isOneOf(what, saysHow) || (overtaken && entry.seq !== seq)) return [];
    const happenedOn = dayOfSending(c, entry.seq) ?? entry.happenedOn;
    return [
      {
        what: { type: 'EntryCorrected', seq: entry.seq, reason, becomes: { what: { ...what, how }, happenedOn } },
        on: context.today,
      },
    ];
  });
  return [...changed, ...sendingTakenBack(c, seq, why, context)];
}

function isOneOf<T extends HappeningType>(
  what: Happening,
  types: readonly T[],
): what is Extract<Happening, { type: T }> {
  return (types as readonly string[]).includes(what.type);
}

/** The case as somebody outside knows it: without the letters that are still in the house, and what they carry. */
export function withoutUnsent(c: Case, unsent: readonly number[]): Case {
  const hidden = new Set(unsent.flatMap((seq) => entriesOfSending(c, seq).map((entry) => entry.seq)));
  if (hidden.size === 0) return c;
  const told = c.entries.filter(
    ({ seq, what }) => !hidden.has(seq) && !(what.type === 'EntryCorrected' && hidden.has(what.seq)),
  );
  // It is the same case of the same version: whoever acts on it acts on all of it.
  return { ...replay(c.id, c.reference, told), version: c.version };
}

/** Whether the resident already acted on it, or another copy of it reached somebody: then the act stands without this letter. */
function actWasOvertaken(c: Case, seq: number): boolean {
  const sent = c.history.find((entry) => entry.seq === seq)?.what;
  if (sent?.type !== 'LetterSent') return false;
  return c.history.some(({ seq: other, what }) => {
    if (other === seq) return false;
    if (what.type === 'EscalationRequested') return other > seq && sent.kind === 'stage-1-response';
    if (what.type === 'RefusalOverturned')
      return other > seq && (sent.kind === 'refusal' || sent.kind === 'refusal-to-escalate');
    if (what.type !== 'LetterSent' || what.kind !== sent.kind || what.stage !== sent.stage) return false;
    if (what.kind === 'update' || what.kind === 'clarification' || what.kind === 'promise-kept') return false;
    if (what.kind === 'behaviour-warning' || what.kind === 'restriction-outcome') return false;
    if (what.kind === 'hazard-summary') return false;
    return !c.letters.some((letter) => letter.id === what.letter && letter.failed);
  });
}

/** An entry as it was last told, whether it stands or not. */
function lastWord(c: Case, entry: Entry): Happening {
  const told = c.entries.findLast(
    ({ what }) => what.type === 'EntryCorrected' && what.seq === entry.seq && what.becomes !== null,
  );
  return told?.what.type === 'EntryCorrected' && told.what.becomes !== null ? told.what.becomes.what : entry.what;
}

/** The sending of a letter that was recorded last, whether it stands or not. */
export function lastSendingOf(c: Case, letter: LetterId): number | null {
  return c.entries.findLast(({ what }) => what.type === 'LetterSent' && what.letter === letter)?.seq ?? null;
}
