import type { Day } from '../../facts/days.js';
import type { CompensationHead, File, HappeningOf, PointId, RemedyId, TeamId, Working } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import type { LandlordKind } from '../../law/statutory-payments.js';
import type { Case } from '../case.js';
import { closesDoor } from '../closing-words.js';
import { anAmount, headWords, isAmount, mostPence, penceOf, rightToRepairDoubt, worksheetOf } from '../compensation.js';
import { kept } from '../kept.js';
import {
  dayOfAct,
  isComplaint,
  no,
  noConflict,
  type Objection,
  pointsAre,
  unless,
  withinTheCalendar,
  written,
} from '../objections.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision, type Refusal } from '../refusals.js';
import { againstSettingOff, type SetOffAsked, whySetOff } from '../setting-off.js';
import { yearAfter } from '../year-after.js';

export interface HeadWorkedOut {
  readonly head: CompensationHead;
  readonly working: Working;
  readonly note: string | null;
}

export interface WorkOutCompensationRequest {
  readonly on: Day;
  /** A sum worked out before, or money offered without a sum; null: a new one. */
  readonly remedy: RemedyId | null;
  readonly stage: 1 | 2;
  readonly points: readonly PointId[];
  /** What it meant for the resident, and why this answers it. */
  readonly text: string;
  readonly heads: readonly HeadWorkedOut[];
  readonly borneBy: 'landlord' | TeamId;
  readonly dueOn: Day | null;
  readonly setOff: SetOffAsked | null;
  readonly files: readonly File[];
  /** What kind of landlord it is; null: nobody has said. */
  readonly landlord: LandlordKind | null;
}

/** 7.1, 7.4: a sum by head, each with its arithmetic. It is offered to nobody until a second person has approved it. */
export function mayWorkOutCompensation(c: Case, request: WorkOutCompensationRequest, context: Context): Decision {
  const { on, stage, points, text, heads, borneBy, dueOn, setOff, files } = request;
  const totalPence = heads.reduce((sum, { working }) => sum + penceOf(working), 0);
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      noConflict(c, context.by.staff),
      c.stages[stage] === null
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      stillToPay(c, request.remedy),
      pointsAre(c, points, 'ours'),
      written('text', text, 'Write down what it meant for the resident.', provisionFor(c.edition, 'remedy-kinds')),
      closesDoor(c, 'offer', text, 'text'),
      heads.length === 0
        ? no('heads-missing', 'Fill in at least one head, so that the sum can be worked out.', { field: 'heads' })
        : null,
      heads.flatMap((head) => wrongIn(head, on) ?? []),
      totalPence > mostPence
        ? no(
            'sum-too-large',
            `The sum comes to ${pounds(totalPence)}, more than can be paid for a complaint. Check each amount.`,
            { field: 'heads' },
          )
        : null,
      dueOn !== null && dueOn < on
        ? no('due-past', 'It can’t be due for payment before it is worked out. Check the day.', { field: 'dueOn' })
        : withinTheCalendar('dueOn', dueOn, context),
      setOff === null ? null : againstSettingOff(c, setOff, heads, totalPence),
    ],
    () => {
      const what: HappeningOf<'CompensationWorkedOut'> = {
        type: 'CompensationWorkedOut',
        remedy: request.remedy ?? context.newId<RemedyId>(),
        heads: heads.map(({ head, working, note }) => ({
          head,
          pence: penceOf(working),
          words: kept(context, note),
          working,
        })),
        totalPence,
        borneBy,
        offer: { stage, points, words: context.keep(text), dueOn },
        setOff:
          setOff === null
            ? null
            : {
                pence: setOff.pence,
                reason: context.keep(whySetOff(setOff)),
                impact: context.keep(setOff.impact ?? ''),
                consent: context.keep(setOff.consent ?? ''),
              },
        files,
      };
      return allow([{ what, on }], {
        warnings: [
          ...(dueOn === null ? ['Say by when it will be paid, so that the letter can tell the resident.'] : []),
          ...(heads.some(({ head }) => head === 'loss') && files.length === 0
            ? ['Ask for the receipts, and add them to the case.']
            : []),
          ...(heads.some(({ working }) => working.is === 'right-to-repair')
            ? rightToRepairDoubt(c, request.landlord)
            : []),
        ],
      });
    },
  );
}

function stillToPay(c: Case, id: RemedyId | null): Objection {
  if (id === null) return null;
  const remedy = c.remedies.find((one) => one.id === id);
  const worksheet = worksheetOf(c, id);
  if (remedy === undefined && worksheet === null)
    return no('no-such-sum', 'No such sum was worked out. Go back to the case and choose one that was.', {
      field: 'remedy',
    });
  if (worksheet?.state === 'paid' || remedy?.state === 'done')
    return no('paid-already', 'This sum was paid already. Work out what is owed beside it as a sum of its own.', {
      field: 'remedy',
    });
  return remedy !== undefined && remedy.kind !== 'financial'
    ? no('not-money', 'Only money can be worked out. Choose an offer of compensation.', { field: 'remedy' })
    : null;
}

function wrongIn({ head, working, note }: HeadWorkedOut, on: Day): Refusal | null {
  const wrong = (code: string, words: string) => no(code, `${headWords[head]}: ${words}`, { field: head });
  const absurd = wrong('amount-absurd', `enter ${anAmount}.`);
  switch (working.is) {
    case 'sum':
      if (!isAmount(working.pence)) return absurd;
      return note === null || note.trim() === ''
        ? wrong('why-missing', 'write down why it is this amount, so that whoever approves it can follow.')
        : null;
    case 'times':
      if (!isAmount(working.pence)) return absurd;
      return Number.isSafeInteger(working.times) && working.times > 0 && working.times <= 1_000
        ? null
        : wrong('times-absurd', 'enter how many times as a whole number from 1 to 1,000.');
    case 'receipts':
      return working.pence.length > 0 && working.pence.every(isAmount) ? null : absurd;
    case 'share-of-rent':
      if (!isAmount(working.rentPence)) return absurd;
      if (!Number.isSafeInteger(working.percent) || working.percent < 1 || working.percent > 100)
        return wrong('percent-absurd', 'enter the share of the rent as a whole number from 1 to 100.');
      if (working.until < working.from)
        return wrong('period-backwards', 'the last day lies before the first. Check both days.');
      // How far ahead it can be foreseen that a room stays out of use; a mistyped year is found by it.
      return working.until > yearAfter(on)
        ? wrong('period-too-far', 'the last day lies more than a year ahead. Check its year.')
        : penceOf(working) === 0
          ? absurd
          : null;
    case 'right-to-repair':
      return Number.isSafeInteger(working.days) && working.days >= 0 && working.days <= 10_000
        ? null
        : wrong('days-absurd', 'enter the days after the second time limit as a whole number, 0 or more.');
    default:
      return working satisfies never;
  }
}
