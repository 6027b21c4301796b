import type { Day } from '../../facts/days.js';
import type { Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { dayOfAct, goesOn, no, type Objection, unless } from '../objections.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface WithdrawRequest {
  readonly on: Day;
  readonly how: Sending;
  readonly text: string | null;
  /** Whether the resident confirmed it, after they knew what it means. */
  readonly confirmed: boolean;
}

/** The resident no longer pursues the matter: their choice alone. If they raise it again, a new linked case opens. */
export function mayWithdraw(c: Case, request: WithdrawRequest, context: Context): Decision {
  const { on, how, text, confirmed } = request;
  return unless([dayOfAct(c, on, context), goesOn(c, on), nothingLeft(c)], () =>
    allow([{ what: { type: 'Withdrawn', how, words: kept(context, text), confirmed }, on }], {
      warnings: [
        ...(confirmed
          ? []
          : ['Write to the resident to confirm that they withdraw it, and that they may raise it again.']),
        ...(c.promises.some((p) => p.state === 'open') ? ['What was promised is still to be done.'] : []),
      ],
    }),
  );
}

function nothingLeft(c: Case): Objection {
  switch (c.standing.is) {
    case 'withdrawn':
      return no('already-withdrawn', 'This has been withdrawn already.');
    case 'answered':
    case 'request-answered':
      return no('already-answered', 'This has been answered, so there is nothing left to withdraw.');
    case 'refused':
    case 'escalation-refused':
      return no('already-refused', 'This has been refused, so there is nothing left to withdraw.');
    case 'noted':
      return no('nothing-to-withdraw', 'This is no complaint and no request, so there is nothing to withdraw.');
    case 'answer-not-told':
    case 'import-taken-back':
    case 'to-triage':
    case 'request-open':
    case 'to-acknowledge':
    case 'investigating':
      return null;
  }
}
