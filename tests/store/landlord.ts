/** A database with two landlords in it, and the makings of a case, for the tests of this folder. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { day } from '../../src/facts/days.js';
import type { Happened, PointId, StaffId, TeamId, Words } from '../../src/facts/happened.js';
import type { Who } from '../../src/store/act.js';
import { type Database, type LandlordId, openDatabase } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

export interface Setting {
  readonly db: Database;
  readonly owner: Database;
  readonly urls: TestDatabase;
  readonly admin: pg.Pool;
  readonly ours: LandlordId;
  readonly theirs: LandlordId;
  readonly files: string;
}

export async function freshSetting(): Promise<Setting> {
  const made = await freshDatabase();
  const db = openDatabase(made.app, 'app');
  const owner = openDatabase(made.owner, 'owner');
  const admin = new pg.Pool({ connectionString: made.admin, max: 2 });
  const files = mkdtempSync(join(tmpdir(), 'putright-files-'));
  after(async () => {
    await Promise.all([db.close(), owner.close(), admin.end()]);
    rmSync(files, { recursive: true, force: true });
  });
  return {
    db,
    owner,
    urls: made,
    admin,
    ours: await makeLandlord(db, { name: 'Ashdown Homes' }),
    theirs: await makeLandlord(db, { name: 'Brookside Housing' }),
    files,
  };
}

export const maya = '10000000-0000-4000-8000-000000000001' as StaffId;
export const joel = '10000000-0000-4000-8000-000000000002' as StaffId;
export const repairs = '20000000-0000-4000-8000-000000000001' as TeamId;

export const officer = (landlordId: LandlordId, staff: StaffId = maya): Who => ({
  landlordId,
  staff,
  roles: ['officer', 'manager'],
});

export const monday = day('2026-03-02');

export function received(words: Words, on = monday): Happened {
  return {
    on,
    what: {
      type: 'Received',
      channel: 'email',
      firstHeardBy: 'complaints-team',
      words,
      files: [],
      person: null,
      home: null,
      tenure: 'LCRA',
      group: [],
      hazards: [],
    },
  };
}

export function logged(on = monday): Happened {
  return {
    on,
    what: {
      type: 'Logged',
      kind: 'complaint',
      area: 'North',
      category: 'Repairs',
      hazards: [],
      triage: { complexity: 'simple', atRisk: false, earlyAnswer: false },
    },
  };
}

export function acknowledged(on = monday): Happened {
  return {
    on,
    what: { type: 'Acknowledged', stage: 1, how: 'email', letter: null, note: null, ombudsmanDetails: true },
  };
}

export function pointRaised(words: Words, on = monday): Happened {
  return {
    on,
    what: { type: 'PointRaised', point: randomUUID() as PointId, words, since: null, by: null, stage: 1 },
  };
}

export function note(words: Words, on = monday): Happened {
  return { on, what: { type: 'NoteMade', words, files: [] } };
}
