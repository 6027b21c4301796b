import type { Day } from '../../facts/days.js';
import type { File, PointId, WhichOmbudsman } from '../../facts/happened.js';
import { findingsOf } from '../../law/ombudsman-words.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { no, unless, written } from '../objections.js';
import { isSameDetermination } from '../ombudsman-case.js';
import { numberIsOne, ombudsmanMayWrite, theirCase } from '../ombudsman-objections.js';
import { pointOf } from '../points.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface TakeDeterminationRequest {
  readonly on: Day;
  readonly ombudsman: WhichOmbudsman;
  readonly caseNumber: string;
  readonly issues: readonly {
    readonly points: readonly PointId[];
    readonly finding: string;
    readonly text: string | null;
  }[];
  readonly files: readonly File[];
}

/** The Ombudsman's decision: a finding for each issue, in the words that it used on that day. */
export function mayTakeDetermination(c: Case, request: TakeDeterminationRequest, context: Context): Decision {
  const { on, ombudsman, caseNumber, issues, files } = request;
  const told = issues.map((issue) => ({ ...issue, words: null }));
  const used = findingsOf(ombudsman, on).map(({ id }) => id);
  return unless(
    [
      ...ombudsmanMayWrite(c, on, context),
      written('caseNumber', caseNumber, 'Enter the Ombudsman’s number of the case.'),
      caseNumber.trim() === '' ? null : numberIsOne(caseNumber),
      theirCase(c, ombudsman)?.determinations.some((one) => isSameDetermination(one, { on, caseNumber, issues: told }))
        ? no(
            'determined-already',
            'This determination is on record already. If a review changed it, record the findings as they are now.',
            { field: 'issues' },
          )
        : null,
      issues.length === 0
        ? no('issues-missing', 'Enter a finding for each issue that the Ombudsman decided.', { field: 'issues' })
        : null,
      issues.some((issue) => !used.includes(issue.finding))
        ? no(
            'not-its-finding',
            'That is no finding of this Ombudsman on that day. Choose one of those that it used then.',
            { field: 'issues' },
          )
        : null,
      issues.some((issue) => issue.points.length === 0 && (issue.text ?? '').trim() === '')
        ? no('issue-unnamed', 'Say what the issue was that is about none of our points.', { field: 'issues' })
        : null,
      // A point that was split off or withdrawn here may still be one that the Ombudsman decides.
      issues.some((issue) => issue.points.some((id) => pointOf(c, id) === null))
        ? no('no-such-point', 'That point is not one of this case. Choose another.', { field: 'issues' })
        : null,
    ],
    () =>
      allow([
        {
          what: {
            type: 'OmbudsmanDetermined',
            ombudsman,
            caseNumber,
            issues: issues.map(({ points, finding, text }) => ({ points, finding, words: kept(context, text) })),
            files,
          },
          on,
        },
      ]),
  );
}
