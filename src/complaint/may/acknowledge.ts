import { type Day, inWords } from '../../facts/days.js';
import type { Happened, Sending } from '../../facts/happened.js';
import type { Case } from '../case.js';
import { clockOf } from '../clock-of.js';
import { kept } from '../kept.js';
import { type LetterOut, letterIsWhole, letterSent, notWrittenTo } from '../letter-out.js';
import { dayOfAct, no, noConflict, type Objection, stageRuns, unless } from '../objections.js';
import { numbersOf, standingPoints } from '../points.js';
import { provisionFor } from '../provisions.js';
import { allow, type Context, type Decision } from '../refusals.js';

export interface AcknowledgeRequest {
  readonly on: Day;
  readonly stage: 1 | 2;
  readonly how: Sending;
  /** What was said, when it was said and not written. */
  readonly note: string | null;
  /** Whether the definition went with it. By phone it may follow in writing; a letter sets it out. */
  readonly definitionSetOut: boolean;
  readonly ombudsmanDetails: boolean;
  readonly letter: LetterOut | null;
}

/**
 * 6.2, 6.11, 5.6, 5.7: the complaint is acknowledged, with our understanding of it, the outcomes sought, and whose each
 * point is. A call acknowledges on its day, with a note; the definition then follows in writing.
 */
export function mayAcknowledge(c: Case, request: AcknowledgeRequest, context: Context): Decision {
  const { on, stage, how, note, definitionSetOut, ombudsmanDetails, letter } = request;
  const record = c.stages[stage];
  const spoken = how === 'phone';
  return unless(
    [
      dayOfAct(c, on, context),
      stageRuns(c, stage, on),
      noConflict(c, context.by.staff),
      record?.acknowledgedOn
        ? no('already-acknowledged', `Stage ${stage} was acknowledged on ${inWords(record.acknowledgedOn)} already.`)
        : null,
      record !== null && on < record.startedOn
        ? no('before-the-start', `Stage ${stage} began on ${inWords(record.startedOn)}. Check the day.`, {
            field: 'on',
          })
        : null,
      spoken && (note === null || note.trim() === '')
        ? no('note-missing', 'Write down what was said on the phone.', {
            field: 'note',
            provision: provisionFor(c.edition, 'record'),
          })
        : null,
      // What is still to be written can set the definition out; what was posted without it is recorded as it was.
      !spoken && !definitionSetOut && on === context.today
        ? no(
            'definition-left-out',
            'Set out how you understand the complaint and the outcomes sought in the acknowledgement.',
            {
              field: 'definitionSetOut',
              provision: provisionFor(c.edition, 'definition'),
            },
          )
        : null,
      definitionSetOut ? allDefined(c, stage) : null,
      letterIsWhole(c, letter),
    ],
    () => {
      const points = standingPoints(c, stage).map((p) => p.id);
      const happened: Happened[] = [
        {
          what: {
            type: 'Acknowledged',
            stage,
            how,
            letter: letter?.id ?? null,
            note: kept(context, note),
            ombudsmanDetails,
          },
          on,
        },
      ];
      if (definitionSetOut)
        happened.push({ what: { type: 'DefinitionSetOut', stage, points, letter: letter?.id ?? null }, on });
      happened.push(
        ...letterSent(letter, stage === 1 ? 'acknowledgement' : 'stage-2-acknowledgement', stage, on, context),
      );
      return allow(happened, {
        warnings: [
          ...late(c, stage, on, context),
          ...definitionFollows(c, request, context),
          ...notWrittenTo(c, letter),
        ],
      });
    },
  );
}

/** 5.6: every point that the stage looks at has our understanding and the outcome sought. */
export function allDefined(c: Case, stage: 1 | 2): Objection {
  const points = standingPoints(c, stage);
  const provision = provisionFor(c.edition, 'definition');
  if (points.length === 0)
    return no('no-points', 'The complaint has no points yet. Raise and define them first.', { provision });
  const undefined_ = points.filter((p) => p.state === 'raised');
  if (undefined_.length === 0) return null;
  return no('points-not-defined', `Define ${numbersOf(undefined_)} first: your understanding and the outcome sought.`, {
    provision,
  });
}

function acknowledgementDue(c: Case, stage: 1 | 2, context: Context): Day | null {
  return clockOf(c, `stage-${stage}-acknowledgement`, context)?.due ?? null;
}

function late(c: Case, stage: 1 | 2, on: Day, context: Context): readonly string[] {
  const due = acknowledgementDue(c, stage, context);
  if (due === null || on <= due) return [];
  return [
    `This was due by ${inWords(due)}, so it is late. That stays on the record, although the time to answer runs from the acknowledgement.`,
  ];
}

function definitionFollows(c: Case, request: AcknowledgeRequest, context: Context): readonly string[] {
  if (request.definitionSetOut) return [];
  const due = acknowledgementDue(c, request.stage, context);
  return [
    due === null
      ? 'Send your understanding of the complaint and the outcomes sought in writing.'
      : `Send your understanding of the complaint and the outcomes sought in writing by ${inWords(due)}.`,
  ];
}
