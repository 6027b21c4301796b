/** Cannock Chase's year 2023-24, as its own report tells it: 259 contacts, logged and counted back. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { mayEscalate } from '../../src/complaint/may/escalate.js';
import { mayLog } from '../../src/complaint/may/log.js';
import { mayReceive } from '../../src/complaint/may/receive.js';
import { addDays, type Day, day } from '../../src/facts/days.js';
import type { Kind, StaffId } from '../../src/facts/happened.js';
import { actWithin, openWithin, type Who } from '../../src/store/act.js';
import { root } from '../../src/store/config.js';
import { inLandlord, openDatabase, type Trx } from '../../src/store/database.js';
import { makeLandlord } from '../../src/store/landlords.js';
import { freshDatabase } from '../support/database.js';

const seeds = join(root, '..', 'shared', 'seeds');
const report = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('001_')) : undefined;
const now = new Date('2026-11-22T12:00:00Z');

test('Cannock Chase’s contacts of 2023-24 are logged and counted back: 259 in all', {
  skip: report === undefined ? 'the five landlords’ documents are not beside this folder (../shared/seeds)' : false,
}, async () => {
  const text = readFileSync(join(seeds, report ?? ''), 'utf8');
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
  const told = {
    all: number(/total of (\d+) enquiries and complaint contacts/),
    stage1: number(/with (\d+) Stage One complaints/),
    stage2: number(/and (\d+) Stage Two complaints/),
    mp: number(/There were (\d+) MP Enquiries/),
    requests: number(/(\d+) Service Requests \(informal resolutions\) were received/),
  };
  assert.deepEqual(told, { all: 259, stage1: 36, stage2: 7, mp: 113, requests: 103 });
  const areas = [
    ...text.matchAll(
      /^(Repairs \/ Maintenance|Housing Property Services \(HPS\)|Allocations|Neighbourhoods|Tenancy Services)\t(\d+)\t\d+%$/gm,
    ),
  ];
  const areaCounts = areas.slice(0, 5).map(([, name = '', n]) => ({ area: name, count: Number(n) }));
  assert.equal(
    areaCounts.reduce((sum, { count }) => sum + count, 0),
    told.stage1,
  );

  const db = openDatabase((await freshDatabase()).app, 'app');
  try {
    const landlordId = await makeLandlord(db, { name: 'Cannock Chase' });
    const who: Who = { landlordId, staff: crypto.randomUUID() as StaffId, roles: ['officer'] };
    const contacts = [
      ...areaCounts.flatMap(({ area, count }) =>
        Array.from({ length: count }, () => ({ kind: 'complaint' as Kind, area })),
      ),
      ...Array.from({ length: told.mp }, () => ({ kind: 'mp-enquiry' as Kind, area: null })),
      ...Array.from({ length: told.requests }, () => ({ kind: 'service-request' as Kind, area: null })),
    ];
    await inLandlord(db, landlordId, async (trx) => {
      let complaints = 0;
      for (const [i, contact] of contacts.entries()) {
        const on = addDays(day('2023-04-01'), (i * 53) % 350);
        const reference = await logged(trx, who, contact, on);
        if (contact.kind === 'complaint' && complaints++ < told.stage2)
          await escalated(trx, who, reference, addDays(on, 14));
      }
    });
    const counted = await inLandlord(db, landlordId, async (trx) => {
      const found = await sql<{ contact: string; n: number }>`
          select case c.kind when 'complaint' then 'stage-1' else c.kind end as contact, count(*) as n
          from complaint c
          where c.landlord_id = ${landlordId} and c.received_on between '2023-04-01' and '2024-03-31'
          group by 1
          union all
          select 'stage-2', count(*) from stage
          where landlord_id = ${landlordId} and stage = 2 and started_on between '2023-04-01' and '2024-03-31'
          order by 1`.execute(trx);
      const byArea = await sql<{ area: string; n: number }>`
          select area, count(*) as n from complaint
          where landlord_id = ${landlordId} and kind = 'complaint' group by area`.execute(trx);
      return { contacts: found.rows, byArea: new Map(byArea.rows.map((row) => [row.area, row.n])) };
    });
    assert.deepEqual(counted.contacts, [
      { contact: 'mp-enquiry', n: 113 },
      { contact: 'service-request', n: 103 },
      { contact: 'stage-1', n: 36 },
      { contact: 'stage-2', n: 7 },
    ]);
    assert.equal(
      counted.contacts.reduce((sum, { n }) => sum + n, 0),
      259,
    );
    for (const { area, count } of areaCounts) assert.equal(counted.byArea.get(area), count, area);
  } finally {
    await db.close();
  }
});

async function logged(trx: Trx, who: Who, contact: { kind: Kind; area: string | null }, on: Day): Promise<string> {
  const opened = await openWithin(trx, who, { now }, (context) =>
    mayReceive(
      {
        on,
        channel: 'email',
        firstHeardBy: contact.kind === 'mp-enquiry' ? 'member' : 'complaints-team',
        text: 'A contact from the register of 2023-24.',
        files: [],
        person: null,
        home: null,
        tenure: 'LCRA',
        group: [],
        hazards: [],
        sender: null,
        earlier: null,
      },
      context,
    ),
  );
  assert.equal(opened.is, 'done');
  const reference = opened.is === 'done' ? opened.reference : '';
  const done = await actWithin(trx, who, { ref: reference, expectedVersion: 1, now }, ({ case: c }, context) =>
    mayLog(
      c,
      {
        on: addDays(on, 1),
        kind: contact.kind,
        area: contact.area,
        category: null,
        hazards: [],
        triage: contact.kind === 'complaint' ? { complexity: 'simple', atRisk: false, earlyAnswer: false } : null,
        voicesDissatisfaction: false,
        points: [],
      },
      context,
    ),
  );
  assert.equal(done.is, 'done', JSON.stringify(done));
  return reference;
}

async function escalated(trx: Trx, who: Who, ref: string, on: Day): Promise<void> {
  const done = await actWithin(trx, who, { ref, expectedVersion: null, now }, ({ case: c }, context) =>
    mayEscalate(c, { on, channel: 'phone', from: null, points: 'all', text: null }, context),
  );
  assert.equal(done.is, 'done', JSON.stringify(done));
}
