/** The counting of hazards: hours that pass, days that do not roll, weeks of seven days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replay } from '../../src/complaint/case.js';
import { mayInvestigateHazard } from '../../src/complaint/may/investigate-hazard.js';
import { mayNoticeHazard } from '../../src/complaint/may/notice-hazard.js';
import { mayPutOffHazardWork } from '../../src/complaint/may/put-off-hazard-work.js';
import { addDays, type Day, day, dayFromNumber } from '../../src/facts/days.js';
import { hazardKinds } from '../../src/facts/happened.js';
import {
  endOfDay,
  instantOf,
  londonDayOf,
  londonMinute,
  londonTimeOf,
  minuteOf,
  startOfDay,
} from '../../src/facts/instants.js';
import { hazardDuties, hazardPhases, ratedHazards } from '../../src/law/hazards.js';
import { clockOf, clocksOf, firstHazard, noticed } from '../stories/hazard-clocks-of.js';
import { aComplaint, aContact } from '../stories/story.js';

// The two nights of a year on which London's clocks change, and any other.
const anyMinute = fc.oneof(
  fc.integer({ min: minuteOf('2026-03-27T22:00:00.000Z'), max: minuteOf('2026-03-30T22:00:00.000Z') }),
  fc.integer({ min: minuteOf('2026-10-23T22:00:00.000Z'), max: minuteOf('2026-10-26T22:00:00.000Z') }),
  fc.integer({ min: minuteOf('2025-10-27T00:00:00.000Z'), max: minuteOf('2027-12-31T00:00:00.000Z') }),
);

test('24 hours are hours that pass: on days of 23 and of 25 hours as on any other', () => {
  fc.assert(
    fc.property(anyMinute, (minute) => {
      const on = londonDayOf(minute);
      const s = aContact({ received: on }).does(mayNoticeHazard, {
        ...noticed,
        kind: 'gas',
        emergency: true,
        awareAt: instantOf(minute),
      });
      const { dueAt, due } = clockOf(s, 'emergency-make-safe');
      assert.equal(minuteOf(dueAt ?? '') - minute, 24 * 60);
      assert.equal(due, londonDayOf(minute + 24 * 60));
      assert.equal(clockOf(s, 'emergency-make-safe', instantOf(minute + 24 * 60)).state, 'running');
      assert.equal(clockOf(s, 'emergency-make-safe', instantOf(minute + 24 * 60 + 1)).state, 'overdue');
    }),
    { numRuns: 300 },
  );
});

test('London’s days and times are those of the time zone, and lead back to their instant', () => {
  const london = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  fc.assert(
    fc.property(anyMinute, (minute) => {
      const [on = '', time = ''] = london.format(new Date(minute * 60_000)).split(' ');
      assert.equal(londonDayOf(minute), on);
      assert.equal(londonTimeOf(minute), time);
      // An hour that came twice leads to the earlier of the two.
      const back = londonMinute(on as Day, time);
      assert.ok(back === minute || (back === minute - 60 && londonTimeOf(back) === time));
    }),
    { numRuns: 500 },
  );
  assert.equal(londonMinute(day('2026-03-29'), '01:30'), null);
  const hours = (on: string) => (endOfDay(day(on)) + 1 - startOfDay(day(on))) / 60;
  assert.deepEqual(['2026-03-29', '2026-10-25', '2026-06-01'].map(hours), [23, 25, 24]);
});

test('days are counted from the first working day after, weeks are seven days each, and no step of a count goes back', () => {
  const anyDay = fc.integer({ min: 20_400, max: 21_400 }).map(dayFromNumber);
  fc.assert(
    fc.property(anyDay, (on) => {
      const s = aComplaint({ received: on }).does(mayNoticeHazard, { ...noticed, kind: 'damp-and-mould' });
      s.does(mayInvestigateHazard, {
        hazard: firstHazard(s),
        at: null,
        found: 'significant',
        furtherWork: true,
        text: 'x',
      });
      const { calendar } = s.rules;
      for (const { name, within } of hazardDuties) {
        const found = clocksOf(s).find(({ duty }) => duty === name);
        if (found === undefined || !('workingDays' in within)) continue;
        assert.ok(calendar.isWorkingDay(found.due));
        let counted = 0;
        for (let at = addDays(on, 1); at <= found.due; at = addDays(at, 1)) if (calendar.isWorkingDay(at)) counted += 1;
        assert.equal(counted, within.workingDays);
      }
      s.does(mayPutOffHazardWork, { hazard: firstHazard(s), text: 'x' });
      assert.equal(clockOf(s, 'further-work').due, addDays(on, 84));
      assert.deepEqual(replay(s.case.id, s.case.reference, s.case.entries).hazards, s.case.hazards);
    }),
    { numRuns: 100 },
  );
});

test('each kind of hazard but ‘emergency’ is of one phase of the law, and all rated hazards but overcrowding are of one kind', () => {
  const phased = hazardPhases.flatMap(({ kinds }) => kinds);
  assert.deepEqual([...phased, 'emergency'].toSorted(), [...hazardKinds].toSorted());
  const rated = hazardKinds.flatMap((kind) => ratedHazards[kind]);
  assert.equal(rated.length, 28);
  assert.equal(new Set(rated).size, 28);
});
