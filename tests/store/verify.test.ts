/**
 * Thousands of random changes, each to a case of its own, made by someone who owns the whole database: every one is found.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type pg from 'pg';
import { mayEraseWords } from '../../src/complaint/may/erase-words.js';
import { allow } from '../../src/complaint/refusals.js';
import { day } from '../../src/facts/days.js';
import type { CaseId, File } from '../../src/facts/happened.js';
import { act, openCase } from '../../src/store/act.js';
import { takeAnchor } from '../../src/store/anchors.js';
import { append } from '../../src/store/case-store.js';
import { inLandlord, Trx } from '../../src/store/database.js';
import { keepFile, pathOf, receiveFile, removeFiles, sweepFiles } from '../../src/store/documents.js';
import { takeReferences } from '../../src/store/references.js';
import { verify, verifyWithin } from '../../src/store/verify.js';
import { newKeeper, removeWords } from '../../src/store/words.js';
import type { Write } from '../../src/store/write.js';
import { testMajor } from '../support/database.js';
import { acknowledged, freshSetting, logged, maya, monday, note, officer, pointRaised, received } from './landlord.js';

const { db, ours, theirs, admin, files } = await freshSetting();
const now = new Date('2026-03-02T10:00:00.000Z');

interface Made {
  readonly id: CaseId;
  readonly ref: string;
  readonly content: string;
}

const cases = await makeCases(500);

async function makeCases(count: number): Promise<Made[]> {
  const contents: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const kept = await receiveFile(files, ours, Buffer.from(`the bytes of document ${i}`), { name: `photo ${i}.txt` });
    assert.ok(kept.ok);
    contents.push(kept.stored.content);
  }
  const made = await inLandlord(db, ours, async (trx) => {
    const references = await takeReferences(trx, monday, count);
    const writes: Write[] = [];
    for (const [i, reference] of references.entries()) {
      const keeper = newKeeper();
      const content = contents[i] as string;
      const file = await keepFile(trx, files, {
        content,
        size: Buffer.byteLength(`the bytes of document ${i}`),
        type: 'text/plain',
        name: `photo ${i}.txt`,
      });
      writes.push({
        caseId: crypto.randomUUID() as CaseId,
        reference,
        expectedVersion: 0,
        recordedBy: { staff: maya },
        recordedAt: now.toISOString(),
        words: keeper.kept,
        happened: [
          received(keeper.keep(`It is case ${i}`)),
          logged(),
          pointRaised(keeper.keep('The first point')),
          acknowledged(),
          note(keeper.keep('A note')),
          {
            on: monday,
            what: { type: 'DocumentAdded', file, title: keeper.keep('A photo'), from: 'resident', points: [] },
          },
        ],
      });
    }
    const done = await append(trx, ours, writes);
    assert.ok(done.ok);
    return done.cases.map((one, i) => ({ id: one.caseId, ref: one.reference, content: contents[i] as string }));
  });
  await inLandlord(db, ours, (trx) => takeAnchor(trx, monday, now));
  // Half of them go on after the anchor.
  for (const { id } of made.slice(0, count / 2)) {
    await act(db, officer(ours), { ref: id, expectedVersion: null, now }, (_, context) =>
      allow([note(context.keep('Later'))]),
    );
  }
  await inLandlord(db, ours, (trx) => takeAnchor(trx, day('2026-03-03'), new Date('2026-03-03T02:00:00.000Z')));
  return made;
}

const random = (n: number) => Math.floor(Math.random() * n);
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)] as T;

/** Flips a random bit of a random byte. */
function flip(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = random(changed.length);
  changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
  return changed;
}

/** Another character in the place of one, so that the text stays JSON of another value. */
function changeJson(text: string): string {
  for (;;) {
    const at = random(text.length);
    const changed = text.slice(0, at) + oneOf([...'abc019 xyz"-']) + text.slice(at + 1);
    try {
      if (JSON.stringify(JSON.parse(changed)) !== JSON.stringify(JSON.parse(text))) return changed;
    } catch {
      // Not JSON: another place.
    }
  }
}

type Change = (client: pg.PoolClient, made: Made, spare: Made) => Promise<string>;

async function bytesColumn(
  client: pg.PoolClient,
  table: string,
  column: string,
  where: string,
  values: unknown[],
): Promise<void> {
  const found = await client.query(
    `select ctid::text as at, ${column} as bytes from ${table} where ${where} order by random() limit 1`,
    values,
  );
  await client.query(`update ${table} set ${column} = $1 where ctid = $2::tid`, [
    flip(found.rows[0].bytes),
    found.rows[0].at,
  ]);
}

const event = 'landlord_id = $1 and case_id = $2';

async function anEvent(client: pg.PoolClient, made: Made, set: string): Promise<void> {
  await client.query(
    `update case_event set ${set} where (landlord_id, case_id, seq) in (select landlord_id, case_id, seq from case_event where ${event} order by random() limit 1)`,
    [ours, made.id],
  );
}

const changes: Record<string, Change> = {
  'a character of a body': async (client, made) => {
    const found = await client.query(
      `select ctid::text as at, body::text as body from case_event where ${event} order by random() limit 1`,
      [ours, made.id],
    );
    await client.query('update case_event set body = $1::jsonb where ctid = $2::tid', [
      changeJson(found.rows[0].body),
      found.rows[0].at,
    ]);
    return made.ref;
  },
  'a whole number written as a fraction': async (client, made) => {
    await client.query(
      `update case_event set body = replace(body::text, '"stage": 1', '"stage": 1.0')::jsonb where ${event} and type = 'PointRaised'`,
      [ours, made.id],
    );
    return made.ref;
  },
  'who recorded it': async (client, made) => {
    const found = await client.query(
      `select ctid::text as at, recorded_by::text as body from case_event where ${event} order by random() limit 1`,
      [ours, made.id],
    );
    await client.query('update case_event set recorded_by = $1::jsonb where ctid = $2::tid', [
      changeJson(found.rows[0].body),
      found.rows[0].at,
    ]);
    return made.ref;
  },
  'the day it happened': async (client, made) => {
    await anEvent(client, made, `happened_on = happened_on + ${oneOf([1, -1, 30, -365])}`);
    return made.ref;
  },
  'when it was recorded': async (client, made) => {
    await anEvent(
      client,
      made,
      `recorded_at = recorded_at + interval '${oneOf(['1 millisecond', '1 hour', '-1 second', '1 microsecond'])}'`,
    );
    return made.ref;
  },
  'the type': async (client, made) => {
    await anEvent(client, made, `type = type || 'x'`);
    return made.ref;
  },
  'the version': async (client, made) => {
    await anEvent(client, made, 'version = version + 1');
    return made.ref;
  },
  'the number': async (client, made) => {
    await anEvent(client, made, 'seq = seq + 100');
    return made.ref;
  },
  'the hash': async (client, made) => {
    await bytesColumn(client, 'case_event', 'hash', event, [ours, made.id]);
    return made.ref;
  },
  'the hash before': async (client, made) => {
    await bytesColumn(client, 'case_event', 'prev', event, [ours, made.id]);
    return made.ref;
  },
  'an entry taken out': async (client, made) => {
    await client.query(
      `delete from case_event where (landlord_id, case_id, seq) in (select landlord_id, case_id, seq from case_event where ${event} order by random() limit 1)`,
      [ours, made.id],
    );
    return made.ref;
  },
  'an entry put in at the end': async (client, made) => {
    await client.query(
      `insert into case_event select landlord_id, case_id, seq + 1, type, version, body, happened_on, recorded_at, recorded_by, hash, sha256(hash) from case_event where ${event} order by seq desc limit 1`,
      [ours, made.id],
    );
    return made.ref;
  },
  'an entry moved to another case': async (client, made, spare) => {
    await client.query(`update case_event set case_id = $3, seq = 100 where ${event} and seq = 6`, [
      ours,
      made.id,
      spare.id,
    ]);
    return made.ref;
  },
  'an entry moved to another landlord': async (client, made) => {
    await client.query(`update case_event set landlord_id = $3 where ${event} and seq = 6`, [ours, made.id, theirs]);
    return made.ref;
  },
  'the tail and the head set back before an anchor': async (client, made) => {
    await client.query(`delete from case_event where ${event} and seq > 4`, [ours, made.id]);
    await client.query(
      `delete from words where ${event} and digest not in (select decode(v #>> '{}', 'hex') from case_event e, jsonb_path_query(e.body, '$.** ? (@.type() == "string" && @ like_regex "^[0-9a-f]{64}$")') v where e.landlord_id = $1 and e.case_id = $2)`,
      [ours, made.id],
    );
    await client.query(
      `update case_head h set seq = 4, hash = e.hash from case_event e where h.landlord_id = $1 and h.case_id = $2 and e.landlord_id = $1 and e.case_id = $2 and e.seq = 4`,
      [ours, made.id],
    );
    return made.ref;
  },
  'a head taken away': async (client, made) => {
    await client.query(`delete from case_head where ${event}`, [ours, made.id]);
    return made.id;
  },
  'the reference': async (client, made) => {
    await client.query(`update case_head set reference = reference || '0' where ${event}`, [ours, made.id]);
    return `${made.ref}0`;
  },
  "the head's number": async (client, made) => {
    await client.query(`update case_head set seq = seq + $3 where ${event}`, [ours, made.id, oneOf([1, -1])]);
    return made.ref;
  },
  "the head's hash": async (client, made) => {
    await bytesColumn(client, 'case_head', 'hash', event, [ours, made.id]);
    return made.ref;
  },
  'what the head says of anchors': async (client, made) => {
    await client.query(
      `update case_head set anchored_seq = ${oneOf(['null', 'anchored_seq + 1', '1'])} where ${event}`,
      [ours, made.id],
    );
    return made.ref;
  },
  'an anchored head': async (client, made) => {
    await bytesColumn(client, 'anchor_head', 'hash', event, [ours, made.id]);
    return made.ref;
  },
  'a character of words': async (client, made) => {
    const found = await client.query(
      `select ctid::text as at, text from words where ${event} order by random() limit 1`,
      [ours, made.id],
    );
    const text = found.rows[0].text as string;
    const at = random(text.length);
    const other = String.fromCharCode(text.charCodeAt(at) ^ 1);
    await client.query('update words set text = $1 where ctid = $2::tid', [
      text.slice(0, at) + other + text.slice(at + 1),
      found.rows[0].at,
    ]);
    return made.ref;
  },
  'the salt of words': async (client, made) => {
    await bytesColumn(client, 'words', 'salt', event, [ours, made.id]);
    return made.ref;
  },
  'the digest of words': async (client, made) => {
    await bytesColumn(client, 'words', 'digest', event, [ours, made.id]);
    return made.ref;
  },
  'words taken away': async (client, made) => {
    await client.query(
      `delete from words where ctid in (select ctid from words where ${event} order by random() limit 1)`,
      [ours, made.id],
    );
    return made.ref;
  },
  'words put in': async (client, made) => {
    await client.query(
      `insert into words (landlord_id, case_id, digest, salt, text) values ($1, $2, sha256(gen_random_uuid()::text::bytea), substring(sha256('x') for 16), 'never said')`,
      [ours, made.id],
    );
    return made.ref;
  },
  'words moved to another case': async (client, made, spare) => {
    await client.query(
      `update words set case_id = $3 where ctid in (select ctid from words where ${event} order by random() limit 1)`,
      [ours, made.id, spare.id],
    );
    return spare.ref;
  },
  'words moved to another landlord': async (client, made) => {
    await client.query(
      `update words set landlord_id = $3 where ctid in (select ctid from words where ${event} order by random() limit 1)`,
      [ours, made.id, theirs],
    );
    return made.ref;
  },
  "a file's row taken away": async (client, made) => {
    await client.query(`delete from file where ${event}`, [ours, made.id]);
    return made.ref;
  },
  "a file's name": async (client, made) => {
    await client.query(`update file set name = name || 'x' where ${event}`, [ours, made.id]);
    return made.ref;
  },
  "a file's type": async (client, made) => {
    await client.query(`update file set type = 'text/html' where ${event}`, [ours, made.id]);
    return made.ref;
  },
  "a file's size": async (client, made) => {
    await client.query(`update file set size = size + 1 where ${event}`, [ours, made.id]);
    return made.ref;
  },
  "a file's salt": async (client, made) => {
    await bytesColumn(client, 'file', 'salt', event, [ours, made.id]);
    return made.ref;
  },
  "a file's digest": async (client, made) => {
    await bytesColumn(client, 'file', 'digest', event, [ours, made.id]);
    return made.ref;
  },
  'which bytes a file has': async (client, made) => {
    await bytesColumn(client, 'file', 'content', event, [ours, made.id]);
    return made.ref;
  },
  'a byte on the disk': async (_, made) => {
    const path = pathOf(files, ours, made.content);
    writeFileSync(path, flip(readFileSync(path)));
    return made.ref;
  },
  'a file taken from the disk': async (_, made) => {
    rmSync(pathOf(files, ours, made.content));
    return made.ref;
  },
};

async function tampering(client: pg.PoolClient, work: (trx: Trx) => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    // Triggers, foreign keys and checks are the database's own locks; this thief has the keys to all of them.
    await client.query('set local session_replication_role = replica');
    await client.query(`alter table case_event drop constraint case_event_recorded_at_check`);
    await work(new Trx(client, ours));
  } finally {
    await client.query('rollback');
  }
}

test('an untouched history holds', async () => {
  const found = await verify(db, { files });
  assert.deepEqual(found.broken, []);
  assert.equal(found.cases, 500);
  assert.equal(found.events, 500 * 6 + 250);
});

// What a chain shows is the same on every PostgreSQL: on the older one a quarter as many tell what the database does.
const tries = testMajor === 15 ? 2_500 : 10_000;

test(`${tries} random changes, of every kind, are all found`, async () => {
  const kinds = Object.keys(changes);
  const client = await admin.connect();
  const bytes = cases.map(({ content }) => readFileSync(pathOf(files, ours, content)));
  let tried = 0;
  const missed: string[] = [];
  try {
    while (tried < tries) {
      await tampering(client, async (trx) => {
        // Each change has a case of its own, and a spare one that nothing else touches.
        const shuffled = [...cases].sort(() => Math.random() - 0.5);
        const made: { kind: string; expected: string }[] = [];
        for (let i = 0; i + 1 < shuffled.length; i += 2) {
          const kind = kinds[tried % kinds.length] as string;
          tried += 1;
          const expected = await (changes[kind] as Change)(client, shuffled[i] as Made, shuffled[i + 1] as Made);
          made.push({ kind, expected });
        }
        const found = new Set((await verifyWithin(trx, { files })).broken.map((one) => one.ref));
        for (const { kind, expected } of made) if (!found.has(expected)) missed.push(`${kind} (${expected})`);
      });
      for (const [i, { content }] of cases.entries()) writeFileSync(pathOf(files, ours, content), bytes[i] as Buffer);
    }
  } finally {
    client.release();
  }
  assert.deepEqual(missed, []);
  assert.deepEqual((await verify(db, { files })).broken, []);
});

test('an anchor that was altered, taken away or put in is found', async () => {
  const client = await admin.connect();
  const alterations = [
    `update anchor set heads = heads + 1 where day = '2026-03-02'`,
    `update anchor set taken_at = taken_at + interval '1 second' where day = '2026-03-03'`,
    `update anchor set digest = sha256(digest) where day = '2026-03-02'`,
    `update anchor set prev = sha256(prev) where day = '2026-03-03'`,
    `update anchor set day = '2026-03-09' where day = '2026-03-03'`,
    `delete from anchor where day = '2026-03-02'`,
    `delete from anchor where day = '2026-03-03'`,
    `delete from anchor_head where day = '2026-03-03' and case_id = (select min(case_id::text)::uuid from anchor_head where day = '2026-03-03')`,
  ];
  try {
    for (const alteration of alterations) {
      await tampering(client, async (trx) => {
        await client.query(alteration);
        assert.notEqual((await verifyWithin(trx, { files })).broken.length, 0, alteration);
      });
    }
  } finally {
    client.release();
  }
});

test('what was erased on purpose is gone, cannot be found, and the history still holds', async () => {
  const opened = await openCase(db, officer(ours), { now }, (context) =>
    allow([received(context.keep('Zanzibar is what I wrote'))]),
  );
  assert.ok(opened.is === 'done');
  const kept = await receiveFile(files, ours, Buffer.from('private'), { name: 'scan.txt' });
  assert.ok(kept.ok);
  let file = '' as File;
  await act(db, officer(ours), { ref: opened.caseId, expectedVersion: 1, now }, async (_, context, trx) => {
    file = await keepFile(trx, files, kept.stored);
    return allow([
      { on: monday, what: { type: 'DocumentAdded', file, title: context.keep('Scan'), from: 'resident', points: [] } },
    ]);
  });
  const words = [opened.case.words];
  const erased = await act(
    db,
    officer(ours),
    { ref: opened.caseId, expectedVersion: 2, now },
    async (erasing, context, trx) => {
      await removeWords(trx, words);
      await removeFiles(trx, [file]);
      return mayEraseWords(
        erasing.case,
        { on: context.today, words, files: [file], ground: 'Our retention schedule' },
        context,
      );
    },
  );
  assert.equal(erased.is, 'done');
  await sweepFiles(db, files, ours);
  const left = await admin.query(`select count(*)::int as n from words where text like 'Zanzibar%'`);
  assert.equal(left.rows[0].n, 0);
  const found = await inLandlord(db, ours, (trx) =>
    trx.client.query(`select * from putright_search_words('zanzibar', 10)`),
  );
  assert.equal(found.rowCount, 0);
  assert.throws(() => readFileSync(pathOf(files, ours, kept.stored.content)));
  assert.deepEqual((await verify(db, { files })).broken, []);
});
