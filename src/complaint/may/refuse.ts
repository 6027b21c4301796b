import { type Day, inWords } from '../../facts/days.js';
import type { RefusalGround } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { kept } from '../kept.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, goesOn, no, noConflict, type Objection, unless, written } from '../objections.js';
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision, type Refusal } from '../refusals.js';
import { yearAfter } from '../year-after.js';

export interface RefuseRequest {
  readonly on: Day;
  readonly ground: RefusalGround;
  /** For legal proceedings: the day on which the claim was filed at court. */
  readonly filedOn: Day | null;
  /** When it happened, or when the resident came to know of it. */
  readonly issueOn: Day | null;
  readonly circumstances: string;
  readonly discretion: string | null;
  readonly reasons: string;
  readonly letter: LetterOut | null;
}

/**
 * 2.1 to 2.5: a complaint is refused only on a ground of the Code's list, after its own circumstances were looked at, with
 * reasons and the right to take the refusal to the Ombudsman. Brought within twelve months it is not too old.
 */
export function mayRefuse(c: Case, request: RefuseRequest, context: Context): Decision {
  const { on, ground, circumstances, discretion, reasons, letter } = request;
  // A date belongs to its ground: one left standing beside another says nothing.
  const filedOn = ground === 'legal-proceedings' ? request.filedOn : null;
  const issueOn = ground === 'over-twelve-months' ? request.issueOn : null;
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      noConflict(c, context.by.staff),
      canBeRefused(c),
      written(
        'circumstances',
        circumstances,
        'Write down the resident’s own circumstances as you considered them: nothing is refused by a blanket rule.',
        provisionFor(c.edition, 'circumstances'),
      ),
      written(
        'reasons',
        reasons,
        'Write the reasons that the resident is given.',
        provisionFor(c.edition, 'refusal-explained'),
      ),
      groundHolds(c, request),
      filedOn !== null && filedOn > on
        ? no('filed-later', 'The claim can’t have been filed after the refusal. Check the day.', { field: 'filedOn' })
        : null,
      letterIsWhole(c, letter),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'ComplaintRefused',
              ground,
              filedOn,
              issueOn,
              circumstances: context.keep(circumstances),
              discretion: kept(context, discretion),
              reasons: context.keep(reasons),
              letter: letter?.id ?? null,
            },
            on,
          },
          ...letterSent(letter, 'refusal', 1, on, context),
        ],
        {
          warnings: [
            ...(letter === null
              ? [
                  `Tell the resident in writing why, and that they may take this decision to the Ombudsman${inBrackets(c.edition, 'refusal-explained')}.`,
                ]
              : []),
            ...notWrittenTo(c, letter),
          ],
        },
      ),
  );
}

function canBeRefused(c: Case): Objection {
  if (c.kind !== null && c.kind !== 'complaint')
    return no('not-a-complaint', 'Only a complaint can be refused; this is logged as something else.');
  if (c.refusal !== null && c.refusal.overturnedOn === null)
    return no('already-refused', 'This complaint has been refused already.');
  if (c.stages[2] !== null || c.stages[1]?.respondedOn)
    return no('already-answered', 'This complaint has been accepted and answered, so it can’t be refused any more.');
  return null;
}

function groundHolds(c: Case, request: RefuseRequest): readonly Refusal[] {
  switch (request.ground) {
    case 'over-twelve-months':
      return tooOld(c, request);
    case 'legal-proceedings':
      return request.filedOn === null
        ? [
            no(
              'filed-on-missing',
              'Enter the day on which the claim form and the particulars of claim were filed at court.',
              {
                field: 'filedOn',
                provision: provisionFor(c.edition, 'grounds'),
              },
            ),
          ]
        : [];
    case 'already-considered':
    case 'not-our-resident-or-service':
    case 'other':
      return [];
  }
}

function tooOld(c: Case, { issueOn, discretion }: RefuseRequest): readonly Refusal[] {
  const provision = provisionFor(c.edition, 'twelve-months');
  if (issueOn === null)
    return [
      no('issue-on-missing', 'Enter the day it happened, or the day the resident came to know of it.', {
        field: 'issueOn',
        provision,
      }),
    ];
  if (c.receivedOn <= yearAfter(issueOn))
    return [
      no(
        'within-twelve-months',
        `The complaint was received on ${inWords(c.receivedOn)}, within twelve months of ${inWords(issueOn)}, so it can’t be refused as too old.`,
        { field: 'issueOn', provision },
      ),
    ];
  const missing = written(
    'discretion',
    discretion,
    'Write down why discretion to accept an older complaint was not used.',
    provision,
  );
  return missing === null ? [] : [missing];
}
