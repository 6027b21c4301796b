import type { Day } from '../../facts/days.js';
import type { HazardKind, Kind } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, goesOn, no, type Objection, unless } from '../objections.js';
import { pointsRaised } from '../opening.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface LogRequest {
  readonly on: Day;
  readonly kind: Kind;
  readonly area: string | null;
  readonly category: string | null;
  readonly hazards: readonly HazardKind[];
  /** 6.1; asked of a complaint only. */
  readonly triage: {
    readonly complexity: 'simple' | 'complex';
    readonly atRisk: boolean;
    readonly earlyAnswer: boolean;
  } | null;
  /** Whether the contact voices a resident's dissatisfaction: then it is filed as nothing else before they have chosen. */
  readonly voicesDissatisfaction: boolean;
  /** A complaint's points, each in the resident's words; when none is named, the contact's words are the one point. */
  readonly points: readonly { readonly text: string; readonly since: Day | null }[];
}

/** 1.3, 1.4, 6.1: what a contact is. The resident's choice decides whether dissatisfaction is filed as a complaint. */
export function mayLog(c: Case, request: LogRequest, context: Context): Decision {
  const { on, kind, area, category, hazards, triage, points } = request;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      c.loggedOn !== null
        ? no('already-logged', 'This has been logged already. If it was logged as the wrong kind, correct that entry.')
        : null,
      kind === 'complaint' ? asComplaint(c, request) : asSomethingElse(c, request),
      points.some((p) => p.text.trim() === '')
        ? no('point-empty', 'Write each point in words, or remove it.', { field: 'points' })
        : null,
      points.some((p) => p.since !== null && p.since > context.today)
        ? no('since-in-the-future', 'A point can’t go back to a day in the future. Check the day.', { field: 'points' })
        : null,
    ],
    () => {
      const logged = {
        type: 'Logged',
        kind,
        area,
        category,
        hazards,
        triage: kind === 'complaint' ? triage : null,
      } as const;
      if (kind !== 'complaint') return allow([{ what: logged, on }]);
      // The points were raised when the contact came, not when it was logged.
      const named = points.map((p) => ({ words: context.keep(p.text), since: p.since }));
      const raised = c.points.length > 0 && named.length === 0 ? [] : pointsRaised(named, c, c.receivedOn, context);
      return allow([{ what: logged, on }, ...raised], { warnings: aboutComplaint(c, request) });
    },
  );
}

function asComplaint(c: Case, request: LogRequest): Objection {
  if (c.choiceToComplain?.answer === 'not-complain')
    return no(
      'chose-not-to-complain',
      'The resident chose not to complain. If they have changed their mind, record the new answer first.',
      {
        field: 'kind',
        provision: provisionFor(c.edition, 'choice'),
      },
    );
  if (request.triage === null)
    return no(
      'triage-missing',
      'Say how complex the complaint is, whether anyone is at risk, and whether it can be answered early.',
      {
        field: 'triage',
        provision: provisionFor(c.edition, 'triage'),
      },
    );
  return null;
}

function asSomethingElse(c: Case, request: LogRequest): Objection {
  const provision = provisionFor(c.edition, 'choice');
  if (c.refusal !== null)
    return no(
      'was-a-complaint',
      'This was refused as a complaint and that was overturned, so it can only be logged as a complaint.',
      {
        field: 'kind',
      },
    );
  const answer = c.choiceToComplain?.answer ?? null;
  if (answer === 'complain')
    return no(
      'chose-to-complain',
      'The resident chose to complain, so this can’t be filed as anything else. Log it as a complaint.',
      {
        field: 'kind',
        provision,
      },
    );
  if (request.voicesDissatisfaction && answer !== 'not-complain')
    return no(
      answer === null ? 'choice-not-offered' : 'choice-not-answered',
      answer === null
        ? 'A resident is dissatisfied here. Offer the choice to complain and record the answer first.'
        : 'The resident has not answered yet. Wait for the answer, or log this as a complaint.',
      { field: 'kind', provision },
    );
  return null;
}

function aboutComplaint(c: Case, request: LogRequest): readonly string[] {
  const warnings: string[] = [];
  if (c.channel === 'survey' && c.choiceToComplain === null)
    warnings.push(
      `Dissatisfaction in a survey is not by itself a complaint: make sure that the person wants to complain${inBrackets(c.edition, 'survey')}.`,
    );
  if (request.triage?.atRisk)
    warnings.push('Someone may be at risk. What can’t wait is put right now, whatever becomes of the complaint.');
  return warnings;
}
