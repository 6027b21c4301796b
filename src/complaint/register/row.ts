/**
 * What one row of a register tells. A row is refused only when nobody can tell what it is; any other fault leaves that fact
 * unknown and is said, with how to mend it.
 *
 * A fact did not happen when its column is there, its cell is blank, and nothing else of the row shows that it did. It is
 * unknown when the column is missing, when it can't be read, or when the row shows that it happened without saying when.
 */
import { type Day, earliest, inShortWords } from '../../facts/days.js';
import type { Channel, ImportedFact, Kind, Tenure } from '../../facts/happened.js';
import { type Field, plain } from './fields.js';
import { readPence } from './money.js';
import {
  type Cells,
  columnOf,
  type DayCell,
  dayOf,
  noDayOf,
  notBefore,
  notKnown,
  type Problem,
  type Reading,
  type RowReader,
  short,
  statusOf,
  textOf,
  wrong,
} from './row-cells.js';
import { type Ends, endsOf } from './row-ends.js';
import { type StageTold, stagesOf } from './row-stages.js';
import { isOldKind, type RowKind, readName, readValue } from './values.js';

export interface RowFacts extends Ends {
  readonly kind: Kind;
  /** What the row is called among rows: a stage where it tells one. */
  readonly rowKind: RowKind;
  /** The old word for it (stage 0, informal, stage 3), kept as it was written. */
  readonly kindAsWritten: string | null;
  readonly reference: string | null;
  readonly previousReference: string | null;
  /** The day of receipt; of a row of a later stage the day it was asked for. Null when it is not told. */
  readonly receivedOn: Day | null;
  /** The day on which it stands: receipt, else the first day that the row tells, else the day it is brought in. */
  readonly standsOn: Day;
  readonly heardElsewhere: boolean;
  readonly channel: Channel | null;
  /** In order. Empty for what is no complaint. A row of a later stage has that stage alone. */
  readonly stages: readonly StageTold[];
  /** When a service request was answered. */
  readonly answeredOn: Day | null;
  readonly person: string | null;
  readonly address: string | null;
  readonly uprn: string | null;
  readonly tenure: Tenure;
  readonly area: string | null;
  readonly category: string | null;
  readonly summary: string | null;
  readonly outcomeSought: string | null;
  readonly compensationPence: number | null;
  readonly learning: string | null;
  readonly handler: string | null;
  readonly notes: string | null;
  readonly unknown: readonly ImportedFact[];
}

export type RowRead =
  | { readonly ok: true; readonly facts: RowFacts; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/** What a row tells, or why it must be refused. */
export function readRow(cells: Cells, reading: Reading): RowRead {
  const r: RowReader = { cells, reading, problems: [], unknown: new Set() };
  const kind = kindOf(r);
  if (typeof kind === 'object') return { ok: false, problem: kind };
  const later = reading.rows === 'stage' && (kind === 'stage-2' || kind === 'stage-3');
  const received = receiptOf(r, later);
  const stages = stagesOf(r, kind, received.cell.on);
  const ends = endsOf(r, kind, received.cell.on);
  const answeredOn = kind === 'service-request' ? requestAnswer(r, received.cell.on) : null;
  const standsOn =
    received.cell.on ??
    earliest(
      ...stages.flatMap((one) => [one.startedOn, one.acknowledgedOn, one.extension?.toldOn ?? null, one.respondedOn]),
      ends.refused?.on ?? null,
      ends.withdrawnOn,
      answeredOn,
    ) ??
    // Of what has no stages (an enquiry) the other columns are read for a day only when nothing else tells one.
    earliest(...daysOfAnyRow.map((field) => dayOf(r, columnOf(r, field)).on));
  if (standsOn === null) {
    // Where no column says what a row is, its day is what told it from a remark between the rows.
    if (!reading.mapped.has('kind'))
      return { ok: false, problem: { field: received.field, reason: neitherKindNorDay } };
    wrong(r, received.field, noDayOf(r, received.field));
  }
  const told = textOf(r, 'kind');
  return {
    ok: true,
    problems: r.problems,
    facts: {
      kind: asKind(kind),
      rowKind: kind,
      kindAsWritten: told !== null && isOldKind(told) ? told : null,
      reference: textOf(r, 'reference'),
      previousReference: textOf(r, 'previousReference'),
      receivedOn: received.cell.on,
      standsOn: standsOn ?? reading.today,
      heardElsewhere: received.heardElsewhere,
      channel: channelOf(r),
      stages,
      answeredOn,
      ...ends,
      ...about(r),
      compensationPence: compensation(r),
      unknown: [...r.unknown],
    },
  };
}

const neitherKindNorDay =
  'No column says what this row is and no day of it can be read, so nobody can tell; fill in the day it was received.';

function kindOf(r: RowReader): RowKind | Problem {
  if (!r.reading.mapped.has('kind')) {
    if (r.reading.rows === 'case') return 'complaint';
    return { field: null, reason: 'No column says what this row is; name the one that holds stage 1 or stage 2.' };
  }
  const written = r.cells.kind ?? '';
  const read = readValue('kind', 'kind', written, r.reading.values);
  if (read.is === 'value') return read.value;
  return {
    field: 'kind',
    reason:
      read.is === 'blank'
        ? 'What this row is stays untold; fill in stage 1, stage 2, service request, MP’s enquiry or the like.'
        : `“${short(written)}” is no kind that is known; say what it stands for: a complaint, a stage, an enquiry, a request.`,
  };
}

function asKind(kind: RowKind): Kind {
  return kind === 'stage-1' || kind === 'stage-2' || kind === 'stage-3' ? 'complaint' : kind;
}

function receiptOf(r: RowReader, later: boolean): { cell: DayCell; field: Field | null; heardElsewhere: boolean } {
  const field = later ? columnOf(r, 'receivedOn', 'escalationRequestedOn') : columnOf(r, 'receivedOn');
  const cell = dayOf(r, field);
  const heard = later || !r.reading.mapped.has('firstHeardOn') ? notKnown : dayOf(r, 'firstHeardOn');
  if (heard.on !== null && (cell.on === null || heard.on < cell.on))
    return { cell: heard, field, heardElsewhere: true };
  if (heard.on !== null && cell.on !== null && heard.on > cell.on)
    wrong(r, 'firstHeardOn', `${inShortWords(heard.on)} is after the receipt, which stands; check both days.`);
  if (cell.on === null) {
    r.unknown.add(later ? 'stage-2-request' : 'received');
    if (cell.is === 'blank') wrong(r, field, 'The day of receipt is blank; fill it in.');
  }
  return { cell, field, heardElsewhere: false };
}

const daysOfAnyRow = ['firstHeardOn', 'acknowledgedOn', 'respondedOn', 'stage1RespondedOn'] as const;

/** A request has one answer. A column that is named after stage 1 says nothing of it when it is blank. */
function requestAnswer(r: RowReader, receivedOn: Day | null): Day | null {
  const field = columnOf(r, 'respondedOn', 'stage1RespondedOn');
  const cell = notBefore(r, dayOf(r, field), field, receivedOn, 'the receipt');
  const untold =
    cell.is === 'unknown' || (cell.is === 'blank' && (field === 'stage1RespondedOn' || statusOf(r) === 'closed'));
  if (cell.on === null && untold && statusOf(r) !== 'open') r.unknown.add('stage-1-response');
  return cell.on;
}

function channelOf(r: RowReader): Channel | null {
  const read = readValue('channel', 'channel', r.cells.channel ?? '', r.reading.values);
  if (read.is === 'value') return read.value;
  r.unknown.add('channel');
  if (read.is === 'unknown-text')
    wrong(
      r,
      'channel',
      `“${short(r.cells.channel ?? '')}” is no way of arriving that is known; say what it stands for.`,
    );
  return null;
}

function about(r: RowReader) {
  const tenure = readValue('tenure', 'tenure', r.cells.tenure ?? '', r.reading.values);
  if (tenure.is !== 'value' || tenure.value === 'unknown') r.unknown.add('tenure');
  if (tenure.is === 'unknown-text')
    wrong(r, 'tenure', `“${short(r.cells.tenure ?? '')}” is no tenure that is known; say what it stands for.`);
  const area = readName('area', r.cells.area ?? '', r.reading.values);
  const category = readName('category', r.cells.category ?? '', r.reading.values);
  if (area === null) r.unknown.add('area');
  if (category === null) r.unknown.add('category');
  return {
    tenure: tenure.is === 'value' ? tenure.value : ('unknown' as const),
    area,
    category,
    person: textOf(r, 'person'),
    address: textOf(r, 'address'),
    uprn: uprnOf(r),
    summary: textOf(r, 'summary'),
    outcomeSought: textOf(r, 'outcomeSought'),
    learning: textOf(r, 'learning'),
    handler: textOf(r, 'handler'),
    notes: textOf(r, 'notes'),
  };
}

function uprnOf(r: RowReader): string | null {
  const text = textOf(r, 'uprn');
  if (text === null) return null;
  const digits = text.replace(/\s|\.0+$/g, '');
  if (/^\d{1,12}$/.test(digits)) return digits.replace(/^0+(?=\d)/, '');
  wrong(r, 'uprn', `“${short(text)}” is no UPRN, which is a number of up to 12 digits; correct it or leave it blank.`);
  return null;
}

function compensation(r: RowReader): number | null {
  if (!r.reading.mapped.has('compensationPence')) {
    r.unknown.add('compensation');
    return null;
  }
  const text = textOf(r, 'compensationPence');
  if (text === null || plain(text) === 'no') return null;
  const pence = readPence(text, r.reading.pounds);
  if (pence !== null) return pence === 0 ? null : pence;
  r.unknown.add('compensation');
  wrong(r, 'compensationPence', `“${short(text)}” is no amount that can be read; write it as £125.00.`);
  return null;
}
