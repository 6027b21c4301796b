/** What a row tells of the stages of a complaint, and what of them stays unknown. */
import { type Day, inShortWords } from '../../facts/days.js';
import type { Finding, ImportedFact, Stage } from '../../facts/happened.js';
import type { Field } from './fields.js';
import { columnOf, dayOf, notBefore, notKnown, type RowReader, short, statusOf, textOf, wrong } from './row-cells.js';
import { type RowKind, readValue } from './values.js';

/** A stage as a row tells it; a day that it does not tell is null. */
export interface StageTold {
  readonly stage: Stage;
  readonly startedOn: Day | null;
  readonly acknowledgedOn: Day | null;
  readonly extension: { readonly toldOn: Day; readonly to: Day } | null;
  readonly respondedOn: Day | null;
  readonly outcome: Finding | null;
}

const names = {
  1: {
    acknowledged: 'acknowledged',
    extension: 'stage-1-extension',
    response: 'stage-1-response',
    outcome: 'stage-1-outcome',
  },
  2: {
    acknowledged: 'stage-2-acknowledged',
    extension: 'stage-2-extension',
    response: 'stage-2-response',
    outcome: 'stage-2-outcome',
  },
} as const satisfies Record<1 | 2, Record<string, ImportedFact>>;

/** The stages that a row tells, in order; none of what is no complaint. */
export function stagesOf(r: RowReader, kind: RowKind, receivedOn: Day | null): StageTold[] {
  if (!isComplaint(kind)) return [];
  if (r.reading.rows === 'stage') {
    const stage: Stage = kind === 'stage-3' ? 3 : kind === 'stage-2' ? 2 : 1;
    return [stageOf(r, stage, { startedOn: receivedOn, over: statusOf(r) === 'closed' }).told];
  }
  const asked = notBefore(
    r,
    dayOf(r, columnOf(r, 'escalationRequestedOn')),
    'escalationRequestedOn',
    receivedOn,
    'the receipt',
  );
  const shown = stage2Shown(r) || kind === 'stage-2' || asked.on !== null;
  const first = stageOf(r, 1, { startedOn: receivedOn, over: shown ? stage2Answered(r) : statusOf(r) === 'closed' });
  if (!shown) {
    if (asked.is === 'unknown') r.unknown.add('stage-2-request');
    return [first.told];
  }
  if (asked.on === null) {
    r.unknown.add('stage-2-request');
    if (asked.is === 'blank')
      wrong(r, 'escalationRequestedOn', 'Stage 2 happened, but the day it was asked for is blank; fill it in.');
  }
  return [first.told, stageOf(r, 2, { startedOn: asked.on, over: statusOf(r) === 'closed' }).told];
}

function stage2Shown(r: RowReader): boolean {
  return (
    ['stage2AcknowledgedOn', 'stage2ExtensionToldOn', 'stage2ExtendedTo', 'stage2RespondedOn', 'stage2Outcome'] as const
  ).some((field) => textOf(r, field) !== null);
}

function stage2Answered(r: RowReader): boolean {
  return textOf(r, 'stage2RespondedOn') !== null || textOf(r, 'stage2Outcome') !== null;
}

interface About {
  readonly startedOn: Day | null;
  /** Something else of the row shows that the stage was answered. */
  readonly over: boolean;
}

function columnsOf(r: RowReader, stage: Stage) {
  const whole = r.reading.rows === 'case';
  const first = stage === 1;
  return {
    acknowledged: first
      ? columnOf(r, 'acknowledgedOn')
      : whole
        ? columnOf(r, 'stage2AcknowledgedOn')
        : columnOf(r, 'acknowledgedOn', 'stage2AcknowledgedOn'),
    told: whole
      ? columnOf(r, first ? 'stage1ExtensionToldOn' : 'stage2ExtensionToldOn')
      : columnOf(r, 'extensionToldOn', first ? 'stage1ExtensionToldOn' : 'stage2ExtensionToldOn'),
    to: whole
      ? columnOf(r, first ? 'stage1ExtendedTo' : 'stage2ExtendedTo')
      : columnOf(r, 'extendedTo', first ? 'stage1ExtendedTo' : 'stage2ExtendedTo'),
    responded: whole
      ? columnOf(r, first ? 'stage1RespondedOn' : 'stage2RespondedOn')
      : columnOf(r, 'respondedOn', first ? 'stage1RespondedOn' : 'stage2RespondedOn'),
    outcome: whole
      ? columnOf(r, first ? 'stage1Outcome' : 'stage2Outcome')
      : columnOf(r, 'outcome', first ? 'stage1Outcome' : 'stage2Outcome'),
  } as const;
}

function stageOf(r: RowReader, stage: Stage, { startedOn, over }: About): { told: StageTold } {
  const columns = columnsOf(r, stage);
  const facts = stage === 1 ? names[1] : names[2];
  const began = stage === 1 ? 'the receipt' : 'the request';
  const outcome = outcomeOf(r, columns.outcome);
  const responded = notBefore(r, dayOf(r, columns.responded), columns.responded, startedOn, began);
  let acknowledged = notBefore(r, dayOf(r, columns.acknowledged), columns.acknowledged, startedOn, began);
  if (acknowledged.on !== null && responded.on !== null && acknowledged.on > responded.on) {
    wrong(
      r,
      columns.acknowledged,
      `${inShortWords(acknowledged.on)} is after the answer (${inShortWords(responded.on)}); put right whichever of the two is wrong.`,
    );
    acknowledged = notKnown;
  }
  if (acknowledged.is === 'unknown') r.unknown.add(facts.acknowledged);
  if (responded.on === null) {
    const happened = outcome.is === 'value' || outcome.is === 'unknown-text' || over;
    if (happened || (responded.is === 'unknown' && statusOf(r) !== 'open')) r.unknown.add(facts.response);
    if (happened && responded.is === 'blank')
      wrong(r, columns.responded, 'It was answered, but the day of the answer is blank; fill it in.');
  }
  if (outcome.is === 'unknown-text')
    wrong(
      r,
      columns.outcome,
      `“${short(outcome.text)}” is no outcome that is known; write upheld, partly upheld or not upheld.`,
    );
  if (outcome.is !== 'value' && (responded.on !== null || outcome.is === 'unknown-text' || columns.outcome === null))
    r.unknown.add(facts.outcome);
  return {
    told: {
      stage,
      startedOn,
      acknowledgedOn: acknowledged.on,
      extension: extensionOf(r, columns, facts.extension, startedOn, began),
      respondedOn: responded.on,
      outcome: outcome.is === 'value' ? outcome.value : null,
    },
  };
}

function outcomeOf(
  r: RowReader,
  field: Field | null,
): { is: 'value'; value: Finding } | { is: 'blank' } | { is: 'unknown-text'; text: string } {
  if (field !== 'outcome' && field !== 'stage1Outcome' && field !== 'stage2Outcome') return { is: 'blank' };
  const text = r.cells[field] ?? '';
  const read = readValue(field, 'outcome', text, r.reading.values);
  return read.is === 'unknown-text' ? { is: 'unknown-text', text } : read;
}

function extensionOf(
  r: RowReader,
  columns: { told: Field | null; to: Field | null },
  fact: ImportedFact,
  startedOn: Day | null,
  began: string,
): StageTold['extension'] {
  const told = notBefore(r, dayOf(r, columns.told), columns.told, startedOn, began);
  const to = notBefore(
    r,
    dayOf(r, columns.to, 'may-come'),
    columns.to,
    told.on ?? startedOn,
    told.on ? 'the day it was told' : began,
  );
  if (told.on !== null && to.on !== null) return { toldOn: told.on, to: to.on };
  if (told.is === 'blank' && to.is === 'blank') return null;
  r.unknown.add(fact);
  if (told.is === 'blank')
    wrong(r, columns.told, 'There was an extension, but not when the resident was told; fill it in.');
  if (to.is === 'blank' && told.on !== null)
    wrong(r, columns.to, 'There was an extension, but not to which date; fill it in.');
  return null;
}

/** Whether a row of that kind tells of a complaint, whole or by its stages. */
export function isComplaint(kind: RowKind): boolean {
  return kind === 'complaint' || kind === 'stage-1' || kind === 'stage-2' || kind === 'stage-3';
}
