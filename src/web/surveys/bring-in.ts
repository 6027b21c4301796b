/** Brings in the rows of a survey: a row that is low or dissatisfied becomes an offer to complain, each once. */
import { mayReceive } from '../../complaint/may/receive.js';
import { mayReceiveMessage } from '../../complaint/may/receive-message.js';
import { type SurveyRow, surveyRowSeenAs } from '../../complaint/survey-rows.js';
import type { Day } from '../../facts/days.js';
import { suggestHazards } from '../../post/suggest-hazards.js';
import { suggestKind } from '../../post/suggest-kind.js';
import { actWithin, openWithin } from '../../store/act.js';
import { noteArrival } from '../../store/arrivals.js';
import { readHistory } from '../../store/case-file.js';
import type { Trx } from '../../store/database.js';
import { keepSurvey, oneSurveyAtATime, type RowBecame, rowDigest, rowsTaken } from '../../store/surveys-brought-in.js';
import { whoItIs } from '../staff/who-and-where.js';
import type { Visit } from '../visit.js';

export interface Survey {
  readonly name: string;
  readonly fileName: string;
  /** For rows that tell no day. */
  readonly on: Day;
  readonly low: ReadonlySet<string>;
}

export interface BroughtIn {
  readonly taken: number;
  readonly already: number;
  readonly offers: number;
  /** Lines of rows that call for an offer and tell no way to anybody. */
  readonly nobody: readonly number[];
}

/** Whether a row calls for the offer to complain. */
export function callsForOffer(row: SurveyRow, low: ReadonlySet<string>): boolean {
  return low.has(row.rating) || (row.words !== '' && suggestKind('', row.words, null).dissatisfied);
}

/** All of it in the caller's transaction, or nothing. */
export async function bringIn(trx: Trx, visit: Visit, survey: Survey, rows: readonly SurveyRow[]): Promise<BroughtIn> {
  await oneSurveyAtATime(trx);
  const known = rows.map((row) => {
    const { line: _, on, ...said } = row;
    return { row, digest: rowDigest(trx, survey.name, [...Object.values(said), on ?? '']) };
  });
  const before = await rowsTaken(
    trx,
    known.map(({ digest }) => digest),
  );
  const fresh = new Map<string, (typeof known)[number]>();
  for (const one of known) {
    const name = one.digest.toString('hex');
    if (!before.has(name)) fresh.set(name, one);
  }
  const kept: { digest: Buffer; became: RowBecame }[] = [];
  const nobody: number[] = [];
  for (const { row, digest } of fresh.values()) {
    const became = callsForOffer(row, survey.low) ? await offer(trx, visit, survey, row, digest) : 'nothing';
    if (became === 'unmatched') nobody.push(row.line);
    kept.push({ digest, became });
  }
  await keepSurvey(trx, { name: survey.name, fileName: survey.fileName, by: visit.staff.id }, kept);
  const offers = kept.filter(({ became }) => became === 'offer').length;
  return { taken: kept.length, already: rows.length - kept.length, offers, nobody };
}

async function offer(trx: Trx, visit: Visit, survey: Survey, row: SurveyRow, digest: Buffer): Promise<RowBecame> {
  const on = row.on !== null && row.on < visit.today ? row.on : row.on === null ? survey.on : visit.today;
  const about = `Answered the survey ‘${survey.name}’${row.rating === '' ? '' : `: ${row.rating}`}.`;
  const note = row.words === '' ? about : `${about}\n${row.words}`;
  const key = `survey:${digest.toString('hex')}`;
  const known = row.reference === '' ? null : await readHistory(trx, row.reference);
  if (known !== null) return onItsCase(trx, visit, { ref: known.id, on, note, key, row });
  const ways = {
    name: row.name.slice(0, 200) || null,
    email: /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(row.email) ? row.email.slice(0, 254) : null,
    phone: row.phone.replace(/\D/g, '').length >= 7 ? row.phone.slice(0, 60) : null,
  };
  if (ways.email === null && ways.phone === null) return 'unmatched';
  const now = new Date(visit.now);
  const person = await whoItIs(trx, ways);
  const opened = await openWithin(trx, who(visit), { now }, (context) =>
    mayReceive(
      {
        on,
        channel: 'survey',
        firstHeardBy: 'other-staff',
        text: note,
        files: [],
        person,
        home: null,
        tenure: 'unknown',
        group: [],
        hazards: [...new Set(suggestHazards(row.words).map(({ hazard }) => hazard))],
        sender: null,
        earlier: null,
      },
      context,
    ),
  );
  if (opened.is !== 'done') throw new Error('a row of a survey could not be received');
  await noteArrival(trx, {
    key,
    kind: 'offer-to-complain',
    caseId: opened.caseId,
    seq: 1,
    person,
    channel: 'survey',
    arrivedOn: on,
    note,
  });
  return 'offer';
}

interface OnCase {
  readonly ref: string;
  readonly on: Day;
  readonly note: string;
  readonly key: string;
  readonly row: SurveyRow;
}

/** The reference proves nobody: the message is from whoever answered, and the case's own resident is the one to ask. */
async function onItsCase(trx: Trx, visit: Visit, { ref, on, note, key, row }: OnCase): Promise<RowBecame> {
  const now = new Date(visit.now);
  const added = await actWithin(trx, who(visit), { ref, expectedVersion: null, now }, ({ case: c }, context) =>
    mayReceiveMessage(
      c,
      { on: on < c.receivedOn ? c.receivedOn : on, channel: 'survey', from: null, text: note, files: [] },
      context,
    ),
  );
  if (added.is !== 'done') return 'unmatched';
  await noteArrival(trx, {
    key,
    kind: surveyRowSeenAs(added.case, row.words !== ''),
    caseId: added.caseId,
    seq: added.version,
    person: null,
    channel: 'survey',
    arrivedOn: on,
    note,
  });
  return 'offer';
}

function who(visit: Visit) {
  return { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles };
}
