/** What the product itself records of a letter on its way; nobody decides it. */
import type { Day } from '../facts/days.js';
import type { Case } from './case.js';
import { kept } from './kept.js';
import { allow, type Context, type Decision } from './refusals.js';
import { entriesOfSending, sendingByAnotherWay, sendingDated, sendingTakenBack } from './sending.js';

export interface NotSentRequest {
  /** The LetterSent. */
  readonly seq: number;
  readonly why: string;
  /** It was tried and did not get there; else it has only not left yet. */
  readonly failed: boolean;
}

/** A letter did not leave, or could not be delivered: its sending and the act that it carried are taken back. */
export function sendingNotDelivered(c: Case, request: NotSentRequest, context: Context): Decision {
  const { seq, why, failed } = request;
  const sent = entriesOfSending(c, seq).at(-1)?.what;
  if (sent?.type !== 'LetterSent') return allow([]);
  const taken = sendingTakenBack(c, seq, why, context);
  return allow([
    ...taken,
    ...(failed
      ? [
          {
            what: { type: 'LetterDeliveryFailed', letter: sent.letter, words: kept(context, why) } as const,
            on: context.today,
          },
        ]
      : []),
  ]);
}

export interface AnotherWayRequest {
  /** The LetterSent. */
  readonly seq: number;
  readonly how: 'email' | 'post';
  readonly why: string;
}

/** One way could not carry a letter: it goes by the next that was agreed, and counts from when it leaves by that. */
export function sendingTakesNextWay(c: Case, request: AnotherWayRequest, context: Context): Decision {
  return allow(sendingByAnotherWay(c, request, context));
}

export interface LeftRequest {
  readonly seq: number;
  /** The day on which it left. */
  readonly on: Day;
}

/** A letter has left: its sending stands on that day, with the act that it carried. */
export function sendingLeft(c: Case, { seq, on }: LeftRequest, context: Context): Decision {
  return allow(sendingDated(c, seq, on < c.receivedOn ? c.receivedOn : on, context));
}
