import type { Day } from '../../facts/days.js';
import type { Happened, RemedyId, StaffId } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import type { Case, Worksheet } from '../case.js';
import { type ApprovalLimits, limitFor, workedOn, worksheetOf } from '../compensation.js';
import { dayOfAct, goesOn, no, noConflict, type Objection, unless, written } from '../objections.js';
import { allow, type Context, type Decision, type Refusal } from '../refusals.js';

export interface ApproveCompensationRequest {
  readonly on: Day;
  readonly remedy: RemedyId;
  readonly answer: 'approved' | 'sent-back';
  /** Why it goes back. */
  readonly reason: string | null;
  readonly limits: ApprovalLimits;
}

/** A second person, whose role reaches the sum, approves it: then it is offered. Or it goes back with a reason. */
export function mayApproveCompensation(c: Case, request: ApproveCompensationRequest, context: Context): Decision {
  const { on, remedy, answer, reason, limits } = request;
  const worksheet = worksheetOf(c, remedy);
  if (worksheet === null)
    return unless([no('no-such-sum', 'No such sum was worked out. Choose one that was.', { field: 'remedy' })], () =>
      allow([]),
    );
  const waits = waiting(worksheet, on, context);
  return unless(
    [
      dayOfAct(c, on, context),
      goesOn(c, on),
      noConflict(c, context.by.staff),
      waits,
      workedOn(worksheet, context.by.staff)
        ? no('own-sum', 'You worked this sum out yourself. A second person has to approve it.', { field: 'answer' })
        : null,
      answer === 'sent-back' ? written('reason', reason, 'Write down why it goes back.') : null,
      answer === 'approved' ? withinLimit(c, worksheet, context, limits) : null,
    ],
    () =>
      answer === 'sent-back'
        ? allow([{ what: { type: 'CompensationSentBack', remedy, reason: context.keep(reason ?? '') }, on }])
        : allow(approval(c, worksheet, on, context), { warnings: toTell(c, worksheet) }),
  );
}

function waiting(worksheet: Worksheet, on: Day, context: Context): Objection {
  return on < worksheet.workedOutOn
    ? no('before-worked-out', 'The sum was worked out after that day. Check the day.', { field: 'on' })
    : whyNoApproval(worksheet, context.by.staff);
}

/** Why a sum waits for nobody’s approval; null while it does. */
export function whyNoApproval(worksheet: Worksheet, staff: StaffId | null): Refusal | null {
  switch (worksheet.state) {
    case 'waiting':
      return null;
    case 'sent-back':
      return no('sent-back', 'This sum was sent back. It has to be worked out anew before it can be approved.', {
        field: 'answer',
      });
    case 'approved':
      return worksheet.approved?.by === staff
        ? no('approved-by-you', 'You have approved this sum already. Nothing more is needed from you.', {
            field: 'answer',
          })
        : no('approved-already', 'This sum is approved already. It waits to be paid.', { field: 'answer' });
    case 'paid':
      return no('paid-already', 'This sum was paid already.', { field: 'answer' });
  }
}

/** A limit is for a case: what one person approved in it before counts, or a sum in parts would pass any. */
function withinLimit(
  c: Case,
  { remedy, totalPence }: Worksheet,
  context: Context,
  limits: ApprovalLimits,
): Refusal | null {
  const most = limitFor(context.by.roles, limits);
  const before = c.worksheets
    .filter((one) => one.remedy !== remedy && one.approved?.by === context.by.staff)
    .reduce((sum, one) => sum + one.totalPence, 0);
  if (most === null || totalPence + before <= most) return null;
  return no(
    'above-your-limit',
    most === 0
      ? 'Your role approves no compensation. Ask somebody whose role does.'
      : `The sum is ${pounds(totalPence)}${before === 0 ? '' : ` after ${pounds(before)} that you approved in this case before`}, and your role approves up to ${pounds(most)}. Ask somebody whose limit reaches it.`,
    { field: 'answer' },
  );
}

/** An answer that has gone says nothing of a sum that came after it. */
function toTell(c: Case, { offer }: Worksheet): readonly string[] {
  const answered = offer !== null && (c.stages[offer.stage]?.respondedOn ?? null) !== null;
  return answered ? ['The answer has gone already: write to the resident about this offer.'] : [];
}

/** What is approved is offered on that day; an offer that stands already is one of this sum now. */
function approval(c: Case, worksheet: Worksheet, on: Day, context: Context): readonly Happened[] {
  const { remedy, totalPence, offer } = worksheet;
  const approved: Happened = {
    what: { type: 'CompensationApproved', remedy, by: context.by.staff, totalPence },
    on,
  };
  if (offer === null || c.remedies.some((one) => one.id === remedy)) return [approved];
  const { stage, points, words, dueOn } = offer;
  return [
    approved,
    {
      what: { type: 'RemedyOffered', remedy, stage, kind: 'financial', points, words, pence: totalPence, dueOn },
      on,
    },
  ];
}
