/** How a row says that a complaint ended without an answer: refused, or withdrawn. */
import type { Day } from '../../facts/days.js';
import type { RefusalGround } from '../../facts/happened.js';
import { columnOf, dayOf, notBefore, type RowReader, textOf, wrong } from './row-cells.js';
import { isComplaint } from './row-stages.js';
import { type RowKind, readValue } from './values.js';

export interface Ends {
  readonly refused: { readonly on: Day; readonly ground: RefusalGround } | null;
  readonly withdrawnOn: Day | null;
}

/** What can't be told is among the row's unknown facts. */
export function endsOf(r: RowReader, kind: RowKind, receivedOn: Day | null): Ends {
  const withdrawn = notBefore(r, dayOf(r, columnOf(r, 'withdrawnOn')), 'withdrawnOn', receivedOn, 'the receipt');
  if (withdrawn.is === 'unknown') r.unknown.add('withdrawal');
  const refused = notBefore(r, dayOf(r, columnOf(r, 'refusedOn')), 'refusedOn', receivedOn, 'the receipt');
  const ground = readValue('refusedGround', 'ground', r.cells.refusedGround ?? '', r.reading.values);
  const end = { withdrawnOn: withdrawn.on };
  if (!isComplaint(kind)) {
    if (refused.on !== null) wrong(r, 'refusedOn', 'Only a complaint can be refused, so this day was left out.');
    return { ...end, refused: null };
  }
  if (refused.is === 'unknown' || (refused.is === 'blank' && ground.is !== 'blank')) {
    r.unknown.add('refusal');
    if (refused.is === 'blank') wrong(r, 'refusedOn', 'It was refused, but the day is blank; fill it in.');
  }
  // Refused, and nobody knows when: it stands on the day of receipt, so that no figure takes it for a complaint accepted.
  if (refused.on === null && ground.is === 'value' && receivedOn !== null && !isAnswered(r))
    return { ...end, refused: { on: receivedOn, ground: ground.value } };
  if (refused.on === null) return { ...end, refused: null };
  if (ground.is === 'value') return { ...end, refused: { on: refused.on, ground: ground.value } };
  r.unknown.add('refusal');
  const field = r.reading.mapped.has('refusedGround') ? 'refusedGround' : 'refusedOn';
  wrong(r, field, 'Why it was refused can’t be told, so it stands under other; say which ground it was.');
  return { ...end, refused: { on: refused.on, ground: 'other' } };
}

/** Whether the row shows an answer: then what was refused may have been the request for stage 2, and nobody can tell. */
function isAnswered(r: RowReader): boolean {
  const fields = ['stage1RespondedOn', 'stage1Outcome', 'respondedOn', 'outcome', 'escalationRequestedOn'] as const;
  return fields.some((field) => textOf(r, field) !== null);
}
