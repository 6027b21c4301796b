import type { Day } from '../../facts/days.js';
import type { Finding, PointId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { dayOfAct, differentPerson, no, noConflict, pointIs, stageRuns, unless, written } from '../objections.js';
import { pointOf } from '../points.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';
import { staffConcerned } from '../staff-concerned.js';

export interface DecidePointRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly point: PointId;
  readonly finding: Finding;
  readonly reasons: string;
  readonly reliedOn: readonly { readonly kind: 'policy' | 'law' | 'good-practice'; readonly text: string }[];
}

/** 6.7, 6.18: each point is decided, with reasons that name the policy, law or good practice; 6.13 at stage 2 by another. */
export function mayDecidePoint(c: Case, request: DecidePointRequest, context: Context): Decision {
  const { on, stage, point: id, finding, reasons, reliedOn } = request;
  const point = pointOf(c, id);
  const provision = provisionFor(c.edition, `every-point-${stage}`);
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      differentPerson(
        c,
        stage,
        context.by.staff,
        null,
        'You considered this complaint at stage 1. At stage 2 someone else decides: ask for it to be assigned.',
      ),
      pointIs(c, id, 'ours'),
      point?.state === 'raised'
        ? no('point-not-defined', `Define point ${point.number} first: your understanding and the outcome sought.`, {
            field: 'point',
            provision: provisionFor(c.edition, 'definition'),
          })
        : null,
      stage === 2 && point !== null && !point.escalated
        ? no('not-escalated-point', `Point ${point.number} was not taken to stage 2, so its stage 1 decision stands.`, {
            field: 'point',
          })
        : null,
      written('reasons', reasons, 'Give the reasons for the decision.', provision),
      reliedOn.some((r) => r.text.trim() === '')
        ? no('relied-on-empty', 'Say which policy, law or good practice it is, or remove the line.', {
            field: 'reliedOn',
            provision,
          })
        : null,
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'PointDecided',
              stage,
              point: id,
              finding,
              reasons: context.keep(reasons),
              reliedOn: reliedOn.map((r) => ({ kind: r.kind, words: context.keep(r.text) })),
            },
            on,
          },
        ],
        { warnings: fairness(c, request) },
      ),
  );
}

function fairness(c: Case, { stage, reliedOn, on }: DecidePointRequest): readonly string[] {
  const record = c.stages[stage];
  const warnings: string[] = [];
  if (reliedOn.length === 0) warnings.push('No policy, law or good practice is named. Name it where there is one.');
  if (record !== null && !record.positions.some((p) => 'person' in p.from))
    warnings.push(
      `The resident’s own position has not been heard at this stage. Give them the chance${inBrackets(c.edition, 'both-sides')}.`,
    );
  const notHeard = staffConcerned(c).filter(
    (staff) => !record?.positions.some(({ from }) => 'staff' in from && from.staff === staff),
  );
  if (notHeard.length > 0)
    warnings.push(
      `${notHeard.length === 1 ? 'A member' : `${notHeard.length} members`} of staff whom this is about ${notHeard.length === 1 ? 'has' : 'have'} not been heard at this stage. Give them the chance${inBrackets(c.edition, 'both-sides')}.`,
    );
  if (record?.findingsShared.some((f) => f.commentsBy !== null && f.commentsBy >= on && record.comments.length === 0))
    warnings.push('There is still time to comment on the findings that were shared.');
  return warnings;
}
