/** Cases for figures: a few facts make a history, many are appended at once, and a period's figures are read back. */
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import { type Day, day } from '../../src/facts/days.js';
import type {
  CaseId,
  Channel,
  Finding,
  Happened,
  Happening,
  HappeningOf,
  ImportedFact,
  Kind,
  PersonId,
  RefusalGround,
  StaffId,
  Tenure,
  Words,
} from '../../src/facts/happened.js';
import type { Measured } from '../../src/reports/measured.js';
import { financialYear } from '../../src/reports/period.js';
import { append } from '../../src/store/case-store.js';
import { type Database, inLandlord, type LandlordId, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { type MeasureFilter, measure } from '../../src/store/measures.js';
import { takeReferences } from '../../src/store/references.js';
import { readRules } from '../../src/store/rules.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

export const words = 'a'.repeat(64) as Words;
export const staff = '10000000-0000-4000-8000-000000000001' as StaffId;

export interface Facts {
  readonly received: string;
  readonly kind?: Kind | null;
  readonly channel?: Channel;
  readonly tenure?: Tenure;
  readonly area?: string | null;
  readonly category?: string | null;
  readonly person?: PersonId | null;
  readonly group?: readonly PersonId[];
  readonly acknowledged?: string | null;
  readonly responded?: string | null;
  readonly outcome?: Finding | null;
  readonly extensions?: readonly {
    stage?: 1 | 2;
    toldOn: string;
    newDate: string;
    because?: HappeningOf<'Extended'>['because'];
  }[];
  readonly escalated?: string | null;
  readonly acknowledged2?: string | null;
  readonly responded2?: string | null;
  readonly outcome2?: Finding | null;
  readonly refused?: string | null;
  readonly ground?: RefusalGround;
  readonly overturned?: string | null;
  readonly withdrawn?: string | null;
  /** What a register left untold; makes it an imported case. */
  readonly unknown?: readonly ImportedFact[];
  readonly takenBack?: boolean;
  readonly more?: readonly { on: string; what: Happening }[];
}

/** What happened, in the order of its days; what happened on one day, in the order of a complaint. */
export function happenedOf(f: Facts): Happened[] {
  const told: Happened[] = [];
  const put = (on: string | null | undefined, what: Happening) => {
    if (on) told.push({ on: day(on), what });
  };
  const kind = f.kind === undefined ? 'complaint' : f.kind;
  put(f.received, {
    type: 'Received',
    channel: f.channel ?? 'email',
    firstHeardBy: 'complaints-team',
    words,
    files: [],
    person: f.person ?? null,
    home: null,
    tenure: f.tenure ?? 'LCRA',
    group: f.group ?? [],
    hazards: [],
  });
  if (f.unknown !== undefined)
    put(f.received, {
      type: 'Imported',
      source: 'a register',
      rowDigest: 'b'.repeat(64),
      kindAsWritten: null,
      unknown: f.unknown,
    });
  if (kind !== null)
    put(f.received, {
      type: 'Logged',
      kind,
      area: f.area ?? null,
      category: f.category ?? null,
      hazards: [],
      triage: null,
    });
  const acknowledged = (stage: 1 | 2): Happening => ({
    type: 'Acknowledged',
    stage,
    how: 'post',
    letter: null,
    note: null,
    ombudsmanDetails: true,
  });
  const answered = (stage: 1 | 2, outcome: Finding | null): Happening => ({
    type: 'ResponseSent',
    stage,
    how: 'post',
    letter: null,
    involved: [],
    outcome,
  });
  put(f.refused, {
    type: 'ComplaintRefused',
    ground: f.ground ?? 'other',
    filedOn: null,
    issueOn: null,
    circumstances: words,
    discretion: null,
    reasons: words,
    letter: null,
  });
  put(f.overturned, { type: 'RefusalOverturned', by: 'landlord', reasons: words });
  put(f.acknowledged, acknowledged(1));
  put(f.acknowledged, { type: 'DefinitionSetOut', stage: 1, points: [], letter: null });
  for (const e of f.extensions ?? [])
    put(e.toldOn, {
      type: 'Extended',
      stage: e.stage ?? 1,
      newDate: day(e.newDate),
      reason: words,
      goodReason: null,
      agreed: null,
      ombudsmanDetails: true,
      inWriting: true,
      letter: null,
      because: e.because ?? null,
    });
  put(f.responded, answered(1, f.outcome === undefined ? 'upheld' : f.outcome));
  put(f.escalated, { type: 'EscalationRequested', channel: 'email', from: null, points: 'all', words: null });
  put(f.acknowledged2, acknowledged(2));
  put(f.acknowledged2, { type: 'DefinitionSetOut', stage: 2, points: [], letter: null });
  put(f.responded2, answered(2, f.outcome2 === undefined ? 'upheld' : f.outcome2));
  put(f.withdrawn, { type: 'Withdrawn', how: 'phone', words: null, confirmed: true });
  if (f.takenBack) put(f.received, { type: 'ImportTakenBack', reason: words });
  for (const { on, what } of f.more ?? []) put(on, what);
  return told;
}

export interface Told {
  readonly db: Database;
  readonly landlordId: LandlordId;
  readonly tell: (cases: readonly Facts[]) => Promise<readonly CaseId[]>;
  readonly figures: (year: number, today: string, filter?: MeasureFilter) => Promise<readonly Measured[]>;
}

/** The database of these tests. */
export const made: TestDatabase = await freshDatabase();
const db = openDatabase(made.app, 'app');
after(() => db.close());

/** A landlord with nothing but what it is told. */
export async function newLandlord(name = `Landlord ${randomUUID()}`): Promise<Told> {
  const landlordId = await makeLandlord(db, { name });
  return {
    db,
    landlordId,
    tell: (cases) =>
      inLandlord(db, landlordId, async (trx) => {
        const references = await takeReferences(trx, day('2026-03-02'), cases.length);
        const ids = cases.map(() => randomUUID() as CaseId);
        const done = await append(
          trx,
          landlordId,
          cases.map((facts, i) => ({
            caseId: ids[i] as CaseId,
            expectedVersion: 0,
            reference: references[i] as string,
            happened: happenedOf(facts),
            recordedBy: { staff },
            recordedAt: '2026-03-02T10:00:00.000Z',
          })),
          { rules: await readRules(trx) },
        );
        if (!done.ok) throw new Error('not appended');
        return ids;
      }),
    figures: (year, today, filter) =>
      inLandlord(db, landlordId, (trx) => measure(trx, financialYear(year), day(today) as Day, filter)),
  };
}

/** One figure; fails when it is not there. */
export function figure(
  figures: readonly Measured[],
  id: string,
  group: string | null = null,
  reading: string | null = null,
): Measured {
  const found = figures.find((one) => one.id === id && one.group === group && one.reading === reading);
  if (found === undefined) throw new Error(`no figure ${id} ${group} ${reading}`);
  return found;
}

/** 'numerator/denominator', and what is left out: '9/10 unknown 1 not yet due 2'. */
export function said(m: Measured): string {
  const value = m.none ? 'none' : m.denominator === null ? String(m.value) : `${m.numerator}/${m.denominator}`;
  return [
    value,
    ...(m.unknown > 0 ? [`unknown ${m.unknown}`] : []),
    ...(m.notYetDue > 0 ? [`not yet due ${m.notYetDue}`] : []),
  ].join(' ');
}
