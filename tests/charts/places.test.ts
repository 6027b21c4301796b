/** Lines that say where homes stand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPlaces } from '../../src/reports/places.js';

test('a line is a name and two numbers, in whichever order; headings and blank lines are passed over', () => {
  const read = readPlaces([
    ['Ward', 'Longitude', 'Latitude'],
    ['Mill Quarter', '-1.97', '52.70'],
    ['', '', ''],
    ['WS11 1AA', '52.69', '-2.03'],
    ['New York', '-74.0', '40.7'],
    ['Nothing', 'x', ''],
    ['', '-1.9', '52.7'],
  ]);
  assert.deepEqual(read.places, [
    { what: 'Mill Quarter', longitude: -1.97, latitude: 52.7 },
    { what: 'WS11 1AA', longitude: -2.03, latitude: 52.69 },
  ]);
  assert.deepEqual(
    read.refused.map(({ line }) => line),
    [5, 6, 7],
  );
});

test('any lines at all are read: each is a place in England, refused with its line, or blank', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.double({ min: -90, max: 90, noNaN: true }).map(String));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 20 }), (rows) => {
      const { places, refused } = readPlaces(rows);
      assert.ok(places.length + refused.length <= rows.length);
      for (const { longitude, latitude } of places)
        assert.ok(longitude >= -7 && longitude <= 2.5 && latitude >= 49.5 && latitude <= 56.5);
    }),
  );
});
