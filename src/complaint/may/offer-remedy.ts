import type { Day } from '../../facts/days.js';
import type { PointId, RemedyId, RemedyKind } from '../../facts/happened.js';
import { pounds } from '../../facts/money.js';
import type { Case } from '../case.js';
import { closesDoor } from '../closing-words.js';
import { amountFits, penceOfferedAlone } from '../compensation.js';
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
import { inBrackets, provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface OfferRemedyRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly kind: RemedyKind;
  readonly points: readonly PointId[];
  readonly text: string;
  /** Whole pence; for a financial remedy only. */
  readonly pence: number | null;
  readonly dueOn: Day | null;
  /** What it meant for the resident, which this answers. */
  readonly impact?: string | null;
  /** The most that one person may offer without a sum that a second approves; left out where nobody set one. */
  readonly aloneUpTo?: number;
}

/** 5.13, 7.1, 7.3: a remedy of one of the eight kinds, at any stage: what will happen and by when. */
export function mayOfferRemedy(c: Case, request: OfferRemedyRequest, context: Context): Decision {
  const { on, stage, kind, points, text, pence, dueOn, impact, aloneUpTo } = request;
  const provision = provisionFor(c.edition, 'remedy-kinds');
  const remedy = context.newId<RemedyId>();
  const answers = kept(context, impact ?? null);
  return unless(
    [
      dayOfAct(c, on, context),
      isComplaint(c, on),
      noConflict(c, context.by.staff),
      c.stages[stage] === null
        ? no('no-such-stage', 'The case has no such stage. Choose the stage it is in.', { field: 'stage' })
        : null,
      pointsAre(c, points, 'ours'),
      written('text', text, 'Write down what is offered.', provision),
      closesDoor(c, 'offer', text, 'text'),
      closesDoor(c, 'offer', impact ?? '', 'impact'),
      amountFits(kind, pence) ?? (pence !== null && aloneUpTo !== undefined ? withinAlone(c, pence, aloneUpTo) : null),
      dueOn !== null && dueOn < on
        ? no('due-past', 'The remedy can’t be due before it is offered. Check the day.', { field: 'dueOn' })
        : withinTheCalendar('dueOn', dueOn, context),
    ],
    () =>
      allow(
        [
          {
            what: {
              type: 'RemedyOffered',
              remedy,
              stage,
              kind,
              points,
              words: context.keep(text),
              pence,
              dueOn,
            },
            on,
          },
          ...(answers === null ? [] : [{ what: { type: 'ImpactFound' as const, remedy, words: answers }, on }]),
        ],
        {
          warnings:
            dueOn === null && kind !== 'apology'
              ? [`Say by when it will be done${inBrackets(c.edition, 'promise')}.`]
              : [],
        },
      ),
  );
}

/** Money that one person offers alone has its limit for the whole case, or an offer in parts would pass any. */
function withinAlone(c: Case, pence: number, most: number): Objection {
  const before = penceOfferedAlone(c, null);
  if (before + pence <= most) return null;
  const offered = before === 0 ? '' : `, and ${pounds(before)} was offered that way in this case before`;
  return no(
    'above-the-limit',
    most === 0
      ? 'Money is worked out by head and approved by a second person before it is offered. Work out compensation instead.'
      : `One person may offer up to ${pounds(most)}${offered}. For more, work out compensation, so that a second person can approve it.`,
    { field: 'pence' },
  );
}
