/** Columns arrive in PostgreSQL as they were sent, on each version of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ColumnType, column } from '../../src/store/columns.js';
import { acrossLandlords } from '../../src/store/database.js';
import { freshSetting } from './landlord.js';

const { db } = await freshSetting();

const hex = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const storable = fc
  .string({ unit: 'grapheme', maxLength: 400 })
  .map((text) => text.toWellFormed().replaceAll('\0', ''));
const dayText = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString());

const samples: Readonly<Record<ColumnType, { of: fc.Arbitrary<string | number | boolean>; shown: string }>> = {
  text: { of: storable, shown: 'v' },
  uuid: { of: fc.uuid(), shown: 'v::text' },
  integer: { of: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }), shown: 'v' },
  smallint: { of: fc.integer({ min: -32_768, max: 32_767 }), shown: 'v' },
  boolean: { of: fc.boolean(), shown: 'v' },
  date: { of: fc.oneof(dayText, fc.constant('infinity')), shown: 'v::text' },
  timestamptz: { of: instant, shown: `to_char(v at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` },
  jsonb: { of: storable.map((text) => JSON.stringify({ a: text })), shown: 'v::text' },
  bytea: { of: hex, shown: "encode(v, 'hex')" },
};

for (const [type, { of, shown }] of Object.entries(samples) as [ColumnType, (typeof samples)[ColumnType]][]) {
  test(`a column of ${type} arrives as it was sent`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(of), { maxLength: 60 }), async (values) => {
        const { rows } = await acrossLandlords(db, (trx) =>
          trx.client.query<{ v: unknown }>({
            text: `select ${shown} as v from unnest($1::${type}[]) with ordinality as r (v, n) order by n`,
            values: [column(type, values.length, (row) => values[row])],
          }),
        );
        const seen = rows.map(({ v }) => (type === 'jsonb' && v !== null ? JSON.stringify(JSON.parse(String(v))) : v));
        assert.deepEqual(
          seen,
          values.map((value) => value),
        );
      }),
      { numRuns: 25 },
    );
  });
}

test('what is no id is told from one', () => {
  assert.throws(() => column('uuid', 1, () => 'not-an-id'));
});

test('columns larger than the place they are put together in arrive whole', async () => {
  const large = ['x'.repeat(700_000), 'é'.repeat(300_000), null, 'last'];
  const { rows } = await acrossLandlords(db, (trx) =>
    trx.client.query<{ v: string | null }>({
      text: 'select v from unnest($1::text[]) with ordinality as r (v, n) order by n',
      values: [column('text', large.length, (row) => large[row])],
    }),
  );
  assert.deepEqual(
    rows.map(({ v }) => v),
    large,
  );
});
