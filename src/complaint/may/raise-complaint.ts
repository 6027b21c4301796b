import type { Day } from '../../facts/days.js';
import type { Channel, File, Happened, HazardKind, Hearer } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, unless, written } from '../objections.js';
import { openedFrom, pointsRaised } from '../opening.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface RaiseComplaintRequest {
  /** The day on which the dissatisfaction was voiced: the complaint counts from it. */
  readonly on: Day;
  readonly channel: Channel;
  readonly firstHeardBy: Hearer;
  readonly text: string;
  readonly files: readonly File[];
  /** When it is triaged at once; null leaves the new case to triage. */
  readonly log: {
    readonly area: string | null;
    readonly category: string | null;
    readonly hazards: readonly HazardKind[];
    readonly triage: {
      readonly complexity: 'simple' | 'complex';
      readonly atRisk: boolean;
      readonly earlyAnswer: boolean;
    };
  } | null;
}

/**
 * 1.5: a service request (or an enquiry or comment) that leaves the resident dissatisfied becomes a complaint in a case of
 * its own, received on the day they said so. The request runs on.
 */
export function mayRaiseComplaint(c: Case, request: RaiseComplaintRequest, context: Context): Decision {
  const { on, channel, firstHeardBy, text, files, log } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.kind === 'complaint'
        ? no('already-a-complaint', 'This is already a complaint. Raise a further point in it instead.')
        : null,
      c.kind === null ? no('not-logged', 'This has not been logged yet. Log it as a complaint straight away.') : null,
      written(
        'text',
        text,
        'Write down what the resident is dissatisfied with.',
        provisionFor(c.edition, 'request-runs-on'),
      ),
    ],
    () => {
      const words = context.keep(text);
      const logged: readonly Happened[] =
        log === null
          ? []
          : [
              { what: { type: 'Logged', kind: 'complaint', ...log }, on: context.today },
              ...pointsRaised([], { words, person: c.person }, on, context),
            ];
      const start = { on, channel, firstHeardBy, words, files, relation: 'request-behind-this-complaint' } as const;
      const opening = openedFrom(c, start, context, logged);
      return allow(
        [{ what: { type: 'CaseLinked', to: opening.id, relation: 'complaint-about-this-request', reason: null }, on }],
        {
          opens: [opening],
          warnings:
            c.standing.is === 'request-open'
              ? [
                  `The request stays open: work on it must not stop because of the complaint${inBrackets(c.edition, 'request-runs-on')}.`,
                ]
              : [],
        },
      );
    },
  );
}
