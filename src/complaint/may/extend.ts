import { type Day, inWords } from '../../facts/days.js';
import type { ExtensionReason, Happened, StaffId } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { clockOf } from '../clock-of.js';
import type { Clock } from '../clocks.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, dayToCome, no, noConflict, type Objection, stageRuns, unless, written } from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision, type Refusal, type Role } from '../refusals.js';

export interface ExtendRequest {
  /** The day on which the resident was told. */
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly newDate: Day;
  readonly reason: string;
  /** The same as a choice, for the figures; null: not said. */
  readonly because: ExtensionReason | null;
  readonly inWriting: boolean;
  readonly ombudsmanDetails: boolean;
  /** Why more than the usual limit is right, and the manager who approves it; whoever records it when null. */
  readonly goodReason: {
    readonly text: string;
    readonly approvedBy: { readonly staff: StaffId; readonly roles: readonly Role[] } | null;
  } | null;
  /** Whether the resident agreed: asked by the 2020 and 2022 Codes beyond the limit; null: not asked. */
  readonly agreed: boolean | null;
  readonly letter: LetterOut | null;
}

/**
 * 6.4, 6.5, 6.15, 6.16: the resident is told in writing, by the day the answer is due, why it takes longer, the new date
 * and how to reach the Ombudsman. Together no more than 10 working days (20 at stage 2) without a good reason and a
 * manager's approval. What was told too late is recorded and changes nothing (facts 10.5).
 */
export function mayExtend(c: Case, request: ExtendRequest, context: Context): Decision {
  const { on, stage, newDate, reason, because, inWriting, ombudsmanDetails, goodReason, agreed, letter } = request;
  const clock = clockOf(c, `stage-${stage}-response`, context);
  const inTime = clock !== null && on <= clock.due;
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      written(
        'reason',
        reason,
        'Write the reason that the resident is given.',
        provisionFor(c.edition, `extend-${stage}`),
      ),
      dateIsRight(request, clock, context),
      stillToBeDoneRight(c, request, context),
      inTime ? withinTheLimit(c, request, clock, context) : null,
      letterIsWhole(c, letter),
    ],
    () => {
      const approvedBy = goodReason?.approvedBy?.staff ?? (isManager(context.by.roles) ? context.by.staff : null);
      const extended: Happened = {
        what: {
          type: 'Extended',
          stage,
          newDate,
          reason: context.keep(reason),
          goodReason: goodReason === null ? null : { words: context.keep(goodReason.text), approvedBy },
          agreed,
          ombudsmanDetails,
          inWriting,
          letter: letter?.id ?? null,
          because,
        },
        on,
      };
      return allow([extended, ...letterSent(letter, 'extension', stage, on, context)], {
        warnings: [...changesNothing(request, clock), ...notWrittenTo(c, letter)],
      });
    },
  );
}

function isManager(roles: readonly Role[]): boolean {
  return roles.includes('manager');
}

/** Working days of extension if this one counts: those that count already, and those from the present date to the new one. */
function lengthWith(clock: Clock, newDate: Day, context: Context): number {
  const { calendar } = context.rules;
  if (newDate <= clock.due || newDate > calendar.knownUntil) return 0;
  return clock.extendedBy + calendar.workingDaysBetween(clock.due, newDate);
}

function dateIsRight({ newDate, on }: ExtendRequest, clock: Clock | null, context: Context): Objection {
  if (clock !== null && newDate <= clock.due)
    return no('not-later', `The answer is due on ${inWords(clock.due)} already. Choose a later date.`, {
      field: 'newDate',
    });
  return dayToCome('newDate', newDate, context, { notBefore: on });
}

/** What goes out today can still be done as the Code asks; what has happened is recorded as it happened. */
function stillToBeDoneRight(c: Case, request: ExtendRequest, context: Context): readonly Refusal[] {
  const { on, stage, inWriting, ombudsmanDetails, letter } = request;
  if (on !== context.today && letter === null) return [];
  const refusals: Refusal[] = [];
  if (!inWriting)
    refusals.push(
      no('not-in-writing', 'An extension counts only when the resident is told in writing. Write to them.', {
        field: 'inWriting',
        provision: provisionFor(c.edition, `extend-${stage}`),
      }),
    );
  if (!ombudsmanDetails)
    refusals.push(
      no('ombudsman-left-out', 'Give the Ombudsman’s contact details when you tell the resident.', {
        field: 'ombudsmanDetails',
        provision: provisionFor(c.edition, `extend-ombudsman-${stage}`),
      }),
    );
  return refusals;
}

/** What was told too late moves nothing, so no limit is asked of it. */
function withinTheLimit(c: Case, request: ExtendRequest, clock: Clock, context: Context): readonly Refusal[] {
  const { stage, goodReason, agreed } = request;
  const length = lengthWith(clock, request.newDate, context);
  if (clock.longestExtension === null || length <= clock.longestExtension) return [];
  const together = `Together that is ${length} working days of extension; usually no more than ${clock.longestExtension} are allowed.`;
  if (c.edition !== '2024') {
    const provision = provisionFor(c.edition, `extend-agreed-${stage}`);
    if (agreed === true) return [];
    return [
      no(
        'not-agreed',
        `${together} ${agreed === false ? 'The resident does not agree: give them the Ombudsman’s details and keep to the limit.' : 'Ask the resident whether they agree.'}`,
        {
          field: 'agreed',
          provision,
        },
      ),
    ];
  }
  const provision = provisionFor(c.edition, `extend-${stage}`);
  if (goodReason === null || goodReason.text.trim() === '')
    return [
      no('good-reason-missing', `${together} Write down the good reason for more, or choose an earlier date.`, {
        field: 'goodReason',
        provision,
      }),
    ];
  if (!isManager(goodReason.approvedBy?.roles ?? context.by.roles))
    return [
      no('approval-missing', `${together} A manager has to approve more: ask one.`, { field: 'goodReason', provision }),
    ];
  return [];
}

function changesNothing(request: ExtendRequest, clock: Clock | null): readonly string[] {
  const warnings: string[] = [];
  if (clock === null) return ['No date can be worked out for this answer, so there is none to extend.'];
  if (request.on > clock.due)
    warnings.push(
      `The resident was told after ${inWords(clock.due)}, when the answer was due. This is recorded and does not move that date. Agree with the resident how often they hear from you.`,
    );
  if (!request.inWriting)
    warnings.push('The resident was not told in writing, so this does not move the date. Write to them.');
  if (!request.ombudsmanDetails)
    warnings.push(
      'The resident was not given the Ombudsman’s details, so this does not move the date. Write to them again.',
    );
  return warnings;
}
