/** Whether given facts can be true together: an order that can't be, or a fact that has not happened yet. */
import { capital } from '../facts/capital.js';
import { inFull } from './clock-words.js';
import type { GivenFacts } from './given-facts.js';

/** What a sentence calls each date. */
export const dateKeys = {
  received: 'the receipt',
  acknowledged: 'the acknowledgement',
  defined: 'the definition',
  logged: 'the logging',
  stage1Response: 'the stage 1 response',
  escalationRequested: 'the request for stage 2',
  stage2Acknowledged: 'the stage 2 acknowledgement',
  stage2Defined: 'the stage 2 definition',
  stage2Response: 'the stage 2 response',
  refusedOn: 'the refusal',
  overturnedOn: 'the overturning of the refusal',
  withdrawnOn: 'the withdrawal',
  today: 'today',
} as const;
export type DateKey = keyof typeof dateKeys;

/** Thrown inside the reading alone, and given out as the sentence that it is. */
export class Unreadable extends Error {}

/** Ends the reading with a sentence for whoever gave the facts. */
export function unreadable(words: string): never {
  throw new Unreadable(words);
}

/** An order that can't be true, or a fact that has not happened yet. */
export function checkOrder(f: GivenFacts): void {
  const notBefore = (later: DateKey, earlier: DateKey): void => {
    const a = f[earlier];
    const b = f[later];
    if (a !== null && b !== null && b < a)
      unreadable(`${capital(dateKeys[later])} (${inFull(b)}) can't be before ${dateKeys[earlier]} (${inFull(a)}).`);
  };
  const needs = (later: DateKey, first: DateKey): void => {
    if (f[later] !== null && f[first] === null)
      unreadable(`${capital(dateKeys[later])} is given, but not ${dateKeys[first]} ("${first}").`);
  };
  for (const key of Object.keys(dateKeys) as DateKey[]) {
    const on = f[key];
    if (on !== null && on > f.today)
      unreadable(`${capital(dateKeys[key])} (${inFull(on)}) is after today (${inFull(f.today)}).`);
  }
  for (const key of ['acknowledged', 'stage1Response', 'escalationRequested', 'refusedOn', 'withdrawnOn'] as const)
    notBefore(key, 'received');
  for (const key of ['defined', 'logged'] as const) notBefore(key, 'received');
  for (const key of ['stage2Acknowledged', 'stage2Defined', 'stage2Response'] as const) {
    needs(key, 'escalationRequested');
    notBefore(key, 'escalationRequested');
  }
  notBefore('stage2Response', 'stage1Response');
  needs('overturnedOn', 'refusedOn');
  notBefore('overturnedOn', 'refusedOn');
  checkExtensions(f);
  checkEnd(f);
}

function checkExtensions(f: GivenFacts): void {
  for (const { stage, toldOn, newDate } of f.extensions) {
    const start = stage === 1 ? f.received : f.escalationRequested;
    if (start === null)
      unreadable('A stage 2 extension is given, but not the request for stage 2 ("escalationRequested").');
    if (toldOn === null) continue;
    const told = `The day an extension was told (${inFull(toldOn)})`;
    if (toldOn > f.today) unreadable(`${told} is after today (${inFull(f.today)}).`);
    if (toldOn < start)
      unreadable(
        `${told} can't be before ${stage === 1 ? 'the receipt' : 'the request for stage 2'} (${inFull(start)}).`,
      );
    if (newDate < toldOn)
      unreadable(
        `The new date of an extension (${inFull(newDate)}) can't be before the day it was told (${inFull(toldOn)}).`,
      );
  }
}

/** Nothing is done to a complaint that was withdrawn, or refused for good. */
function checkEnd(f: GivenFacts): void {
  const acts = [
    'acknowledged',
    'stage1Response',
    'escalationRequested',
    'stage2Acknowledged',
    'stage2Response',
  ] as const;
  for (const act of acts) {
    const on = f[act];
    if (on === null) continue;
    if (f.withdrawnOn !== null && on > f.withdrawnOn)
      unreadable(
        `${capital(dateKeys[act])} (${inFull(on)}) can't come after the withdrawal (${inFull(f.withdrawnOn)}): a complaint raised again is a new one.`,
      );
    if (f.refusedOn === null || f.overturnedOn !== null || on <= f.refusedOn) continue;
    if (refusalIsOfStage2(f) && (act === 'acknowledged' || act === 'stage1Response')) continue;
    unreadable(
      `${capital(dateKeys[act])} (${inFull(on)}) can't come after the refusal (${inFull(f.refusedOn)}), unless that was overturned ("overturnedOn").`,
    );
  }
}

/** Stage 2 was asked for by then and stage 1 was answered: what was refused is stage 2, and a stage 1 answer is still owed. */
export function refusalIsOfStage2(f: GivenFacts): boolean {
  return (
    f.refusedOn !== null &&
    f.escalationRequested !== null &&
    f.escalationRequested <= f.refusedOn &&
    f.stage1Response !== null
  );
}
