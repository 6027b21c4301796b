import { type Day, inWords } from '../../facts/days.js';
import type { Entry, Happening, HappeningType } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import { after, type Case } from '../case.js';
import { clocksNow } from '../clock-of.js';
import type { Clock } from '../clocks.js';
import { amountFits, penceOfferedAlone, worksheetOf } from '../compensation.js';
import { choseThemself } from '../following/choose-to-complain.js';
import { no, type Objection, unless, withinTheCalendar, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision, type Refusal } from '../refusals.js';

export interface CorrectRequest {
  readonly seq: number;
  readonly reason: string;
  /** A whole replacement of the same type; null takes the entry back. */
  readonly becomes: { readonly what: Happening; readonly happenedOn: Day } | null;
  /** The most that one person may offer without a sum that a second approves; left out where nobody set one. */
  readonly aloneUpTo?: number;
}

/** These can't be undone by writing that they were not: the words are gone, the case has been opened. */
const forGood: readonly HappeningType[] = ['EntryCorrected', 'WordsErased', 'ImportTakenBack'];

/** 5.12: a mistake in the record is put right in its place, with the reason; what was recorded first stays to be seen. */
export function mayCorrect(c: Case, request: CorrectRequest, context: Context): Decision {
  const { seq, reason, becomes, aloneUpTo } = request;
  const recorded = c.entries.find((e) => e.seq === seq);
  const stands = c.history.find((e) => e.seq === seq);
  return unless(
    [
      recorded === undefined
        ? no('no-such-entry', 'There is no such entry in the history. Choose one that there is.', { field: 'seq' })
        : null,
      recorded?.what.type === 'EntryCorrected'
        ? no('a-correction', 'This is a correction. Correct the entry itself again instead.', { field: 'seq' })
        : null,
      recorded !== undefined && recorded.what.type !== 'EntryCorrected' && forGood.includes(recorded.what.type)
        ? no('for-good', 'This can’t be undone.', { field: 'seq' })
        : null,
      recorded !== undefined && stands === undefined
        ? no('taken-back', 'This entry has been taken back already.', { field: 'seq' })
        : null,
      stands?.what.type === 'Received' && becomes === null
        ? no('receipt-stands', 'The receipt can’t be taken back: correct its day or its facts instead.', {
            field: 'becomes',
          })
        : null,
      stands !== undefined ? theirOwnChoice(c, stands, becomes) : null,
      stands !== undefined ? sumStands(c, stands, becomes, aloneUpTo) : null,
      stands !== undefined ? seenByTwo(c, stands) : null,
      stands !== undefined && becomes === null ? toldInAnswer(c, stands) : null,
      stands !== undefined ? dateStands(c, stands, becomes) : null,
      written('reason', reason, 'Write down what was wrong.'),
      stands !== undefined && becomes !== null ? replacementFits(c, stands, becomes, context) : null,
    ],
    () => {
      if (stands === undefined) return allow([]);
      const { what } = becomes ?? stands;
      // Neither side is a correction, as the refusals above have seen.
      if (what.type === 'EntryCorrected') return allow([]);
      const corrected = {
        type: 'EntryCorrected',
        seq,
        reason: context.keep(reason),
        becomes: becomes === null ? null : { what, happenedOn: becomes.happenedOn },
      } as const;
      return allow([{ what: corrected, on: context.today }], {
        warnings: datesMoved(c, corrected, context),
      });
    },
  );
}

/** What two people saw is not changed by one: another sum is worked out and approved anew. */
function sumStands(
  c: Case,
  { what }: Entry,
  becomes: CorrectRequest['becomes'],
  aloneUpTo: number | undefined,
): Objection {
  if (what.type !== 'RemedyOffered' || becomes?.what.type !== 'RemedyOffered') return null;
  const { kind, pence } = becomes.what;
  if (pence === what.pence) return null;
  const unfit = amountFits(kind, pence);
  if (unfit !== null) return unfit;
  if (worksheetOf(c, what.remedy) === null)
    return pence !== null &&
      aloneUpTo !== undefined &&
      pence + penceOfferedAlone(c, what.remedy) > aloneUpTo &&
      pence > (what.pence ?? 0)
      ? no(
          'above-the-limit',
          aloneUpTo === 0
            ? 'A sum is not raised by correcting it. Work it out instead, so that a second person can approve it.'
            : `One person may offer up to ${pounds(aloneUpTo)}. To offer more, work it out instead, so that a second person can approve it.`,
          { field: 'pence' },
        )
      : null;
  return approvedByTwo('pence');
}

/** What a second person has approved is undone by no correction, nor is the approval. */
function seenByTwo(c: Case, { seq, what }: Entry): Objection {
  const approved =
    what.type === 'CompensationApproved' ||
    (what.type === 'CompensationWorkedOut' &&
      c.history.some((e) => e.seq > seq && e.what.type === 'CompensationApproved' && e.what.remedy === what.remedy));
  return approved ? approvedByTwo('becomes') : null;
}

function approvedByTwo(field: 'pence' | 'becomes'): Refusal {
  return no(
    'sum-stands',
    'This sum was worked out and approved. Work it out anew instead, so that it is approved again.',
    { field },
  );
}

/** What an answer has promised or offered is taken back by nobody alone (7.4): the resident relies on it. */
function toldInAnswer(c: Case, { seq, what }: Entry): Objection {
  if (what.type !== 'ActionPromised' && what.type !== 'RemedyOffered') return null;
  const told = c.history.some((e) => e.seq > seq && e.what.type === 'ResponseSent' && e.what.stage === what.stage);
  if (!told) return null;
  return what.type === 'ActionPromised'
    ? no(
        'promise-stands',
        'The answer has told the resident this promise. Use “Ask to end a promise” instead, with a reason that they are told and that another person agrees to.',
        { field: 'becomes' },
      )
    : no(
        'offer-stands',
        'The answer has told the resident this offer. It stands until they decline it or it is done; correct what is wrong in it instead.',
        { field: 'becomes' },
      );
}

/** What an answer has told is moved for all to see, with the reason, and the resident is told; it is not written over. */
function dateStands(c: Case, { what }: Entry, becomes: CorrectRequest['becomes']): Objection {
  if (what.type !== 'ActionPromised' || becomes?.what.type !== 'ActionPromised') return null;
  if (becomes.what.dueOn === what.dueOn || (c.stages[what.stage]?.respondedOn ?? null) === null) return null;
  return no(
    'date-stands',
    'The answer has told the resident this date. Use “Move a promised date” instead, so that they hear of the new one and why.',
    { field: 'dueOn' },
  );
}

/** 1.3: that a resident chose to complain is theirs; no correction makes a request of it again. */
function theirOwnChoice(c: Case, { what, recordedBy }: Entry, becomes: CorrectRequest['becomes']): Objection {
  const { is, was } = { is: becomes?.what ?? null, was: what };
  const unsaid =
    was.type === 'ChoiceToComplainOffered' &&
    'person' in recordedBy &&
    !(is?.type === 'ChoiceToComplainOffered' && is.answer === was.answer);
  const unlogged =
    was.type === 'Logged' &&
    was.kind === 'complaint' &&
    choseThemself(c) &&
    !(is?.type === 'Logged' && is.kind === 'complaint');
  return unsaid || unlogged
    ? no(
        'chose-themself',
        'The resident told us themself that they want to complain, so this stays a complaint. Refuse it with a letter, or wait until they withdraw it.',
        { field: 'becomes', provision: provisionFor(c.edition, 'choice') },
      )
    : null;
}

function replacementFits(
  c: Case,
  stands: Entry,
  becomes: { readonly what: Happening; readonly happenedOn: Day },
  context: Context,
): Objection {
  if (becomes.what.type !== stands.what.type)
    return no(
      'another-type',
      'An entry is replaced by one of the same kind. Take this one back and record the other.',
      { field: 'becomes' },
    );
  if (becomes.happenedOn > context.today)
    return no('in-the-future', 'The day is in the future. Enter the day it happened, today or earlier.', {
      field: 'happenedOn',
    });
  if (stands.what.type === 'Received') {
    const first = c.history.find((e) => e.seq !== stands.seq && !isOfHazard(e) && e.happenedOn < becomes.happenedOn);
    return first === undefined
      ? null
      : no(
          'after-other-entries',
          `Something happened on ${inWords(first.happenedOn)} already, so the receipt was no later than that.`,
          {
            field: 'happenedOn',
          },
        );
  }
  if (becomes.happenedOn < c.receivedOn && !isOfHazard(stands))
    return no('before-receipt', `The day is before the case was received, ${inWords(c.receivedOn)}. Check the day.`, {
      field: 'happenedOn',
    });
  const { what } = becomes;
  return 'newDate' in what
    ? withinTheCalendar('newDate', what.newDate, context)
    : 'dueOn' in what
      ? withinTheCalendar('dueOn', what.dueOn, context)
      : null;
}

/** What is known of a hazard, and done about it, may be older than the complaint. */
function isOfHazard({ what }: Entry): boolean {
  return what.type.startsWith('Hazard');
}

/** Which dates a correction moves, so that whoever makes it sees what it does. */
function datesMoved(
  c: Case,
  what: Extract<Happening, { type: 'EntryCorrected' }>,
  context: Context,
): readonly string[] {
  const { today, by } = context;
  const entry: Entry = {
    seq: c.version + 1,
    happenedOn: today,
    recordedAt: `${today}T00:00:00.000Z`,
    recordedBy: { staff: by.staff },
    what,
  };
  const corrected = after(c, entry);
  const before = clocksNow(c, context);
  const now = clocksNow(corrected, context);
  const same = (a: Clock, b: Clock) => a.kind === b.kind && a.about === b.about && a.stage === b.stage;
  const warnings = before.flatMap((was) => {
    const is = now.find((k) => same(k, was));
    if (is === undefined) return [`There will be no date any more for: ${was.what}.`];
    return is.due === was.due ? [] : [`${was.what}: due ${inWords(is.due)} instead of ${inWords(was.due)}.`];
  });
  const edition = corrected.edition === c.edition ? [] : ['Another edition of the Code will apply to this case.'];
  return [...edition, ...warnings];
}
