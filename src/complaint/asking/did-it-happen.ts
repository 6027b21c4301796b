/**
 * 6.6: whom to ask whether what was promised was done for them. Asked three working days after the promise's date, once
 * more five working days later, and then no more: silence is not yes. Whoever has said that it was not done is asked
 * again only after a new date was given, or after it was done anew.
 */
import type { Calendar } from '../../facts/calendar.js';
import type { Day } from '../../facts/days.js';
import type { Entry, PromiseId } from '../../facts/happened.js';
import type { Case, PromiseMade } from '../case.js';
import { mayBeWrittenTo } from './may-be-written-to.js';

export const firstAskAfter = 3;
export const secondAskAfter = 5;
/** Whoever could not be asked within these working days is not asked at all: nobody is written to about long ago. */
export const staleAfter = 20;

export interface ToAsk {
  readonly promise: PromiseId;
  readonly time: 1 | 2;
  /** The date that it is asked about: the promise's, or the day on which it was done anew. */
  readonly about: Day;
}

/** The promises of a case about which the resident is to be asked on this day. */
export function promisesToAskAbout(c: Case, today: Day, calendar: Calendar): readonly ToAsk[] {
  if (!mayBeWrittenTo(c)) return [];
  return c.promises.flatMap((p) => askAbout(c, p, today, calendar) ?? []);
}

/** How often the resident was asked since the date that holds; null while there is nothing to ask. */
export function askedSince(c: Case, p: PromiseMade): { readonly about: Day; readonly asked: readonly Day[] } | null {
  if (p.state === 'ended') return null;
  const told = toldOf(c, p.id);
  const said = told.findLastIndex(
    ({ what }) => what.type === 'ResidentSaidDone' || what.type === 'ResidentSaidNotDone',
  );
  if (said >= 0 && told[said]?.what.type === 'ResidentSaidDone') return null;
  const later = told.slice(said + 1);
  const again = later.findLast(({ what }) => what.type === 'ActionMoved' || what.type === 'ActionDone');
  if (said >= 0 && again === undefined) return null;
  const about = said >= 0 && again !== undefined && again.happenedOn > p.dueOn ? again.happenedOn : p.dueOn;
  const asked = later.flatMap(({ what, happenedOn }) =>
    what.type === 'ResidentAskedIfDone' && happenedOn >= about ? [happenedOn] : [],
  );
  return { about, asked };
}

/** Somebody told us that what was ended ought to be done: nothing opens by it, and a manager looks at it. */
export function endDisputed(c: Case, p: PromiseMade): boolean {
  if (p.state !== 'ended') return false;
  const said = toldOf(c, p.id).findLast(
    ({ what: { type } }) => type === 'ResidentSaidDone' || type === 'ResidentSaidNotDone' || type === 'ActionEnded',
  );
  return said?.what.type === 'ResidentSaidNotDone';
}

/** Since when the resident has been asked, whoever asked them, and has not said; a new date takes the question back. */
export function waitingSince(c: Case, p: PromiseMade): Day | null {
  if (p.state === 'ended') return null;
  const told = toldOf(c, p.id);
  const last = told.findLast(
    ({ what: { type } }) =>
      type === 'ResidentAskedIfDone' ||
      type === 'ResidentSaidDone' ||
      type === 'ResidentSaidNotDone' ||
      type === 'ActionMoved',
  );
  return last?.what.type === 'ResidentAskedIfDone' ? last.happenedOn : null;
}

function askAbout(c: Case, p: PromiseMade, today: Day, calendar: Calendar): ToAsk | null {
  const since = askedSince(c, p);
  if (since === null || since.asked.length >= 2) return null;
  const [first] = since.asked;
  const from = first ?? since.about;
  const after = first === undefined ? firstAskAfter : secondAskAfter;
  if (from < calendar.knownFrom || !calendar.reaches(from, after + staleAfter)) return null;
  if (today < calendar.addWorkingDays(from, after)) return null;
  if (today > calendar.addWorkingDays(from, after + staleAfter)) return null;
  return { promise: p.id, time: first === undefined ? 1 : 2, about: since.about };
}

function toldOf(c: Case, id: PromiseId): readonly Entry[] {
  return c.history.filter(({ what }) => 'promise' in what && what.promise === id);
}
