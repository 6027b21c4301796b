/** Compensation in the demonstration: each head finds its place, a second person approves the sum, finance pays it. */
import { mayApproveCompensation } from '../../src/complaint/may/approve-compensation.js';
import { mayPayCompensation } from '../../src/complaint/may/pay-compensation.js';
import { type HeadWorkedOut, mayWorkOutCompensation } from '../../src/complaint/may/work-out-compensation.js';
import { addDays } from '../../src/facts/days.js';
import type { CompensationHead, RemedyId, Working } from '../../src/facts/happened.js';
import { usualCompensation } from '../../src/store/compensation-settings.js';
import { filled, known, now, type Telling, take } from './play.js';
import type { RemedyScript, StaffKey, SumScript } from './script.js';

const { limits } = usualCompensation;

/** What the words of a head tell of; what nothing tells of is distress. */
const tells: readonly (readonly [RegExp, CompensationHead])[] = [
  [/estimate|your list|fares?|charge$|bill|receipt|wages|heater|mattress/i, 'loss'],
  [/without a (bath|secure door)|hardly usable|one room/i, 'loss-of-use'],
  [/time|trouble|calls|chas|e-mails/i, 'time-and-trouble'],
  [/complaint|handover|stage 1|answer/i, 'delay-handling'],
];

export function headsOf(heads: NonNullable<RemedyScript['heads']>): readonly HeadWorkedOut[] {
  return heads.map(([words, pounds]) => {
    const head = tells.find(([said]) => said.test(words))?.[1] ?? 'distress';
    const pence = Math.round(pounds * 100);
    const working: Working = head === 'loss' ? { is: 'receipts', pence: [pence] } : { is: 'sum', pence };
    return { head, working, note: words };
  });
}

/** Worked out by whoever tells the story; the id by which it is approved and paid. */
export function workOut(telling: Telling, script: SumScript): RemedyId {
  const { world, today: on } = telling;
  const text = filled(telling, script.words);
  const rent = script.rent;
  const use: readonly HeadWorkedOut[] =
    rent === undefined
      ? []
      : [
          {
            head: 'loss-of-use',
            working: {
              is: 'share-of-rent',
              rentPence: Math.round(rent.pounds * 100),
              every: 'week',
              percent: rent.percent,
              from: addDays(on, -rent.days),
              until: on,
            },
            note: rent.note,
          },
        ];
  const heads = [...headsOf(script.heads), ...use];
  take(telling, (x) =>
    mayWorkOutCompensation(
      now(telling),
      {
        on,
        remedy: null,
        stage: script.stage,
        points: script.points.map((key) => known(telling, telling.points, key)),
        text,
        heads,
        borneBy: script.borneBy === undefined ? 'landlord' : world.team(script.borneBy),
        dueOn: script.dueIn === undefined ? null : world.rules.calendar.addWorkingDays(on, script.dueIn),
        landlord: null,
        setOff: null,
        files: [],
      },
      x,
    ),
  );
  const id = now(telling).worksheets.at(-1)?.remedy;
  if (id === undefined) throw new Error(`${telling.story.key}: no sum was worked out`);
  telling.remedies.set(script.key, id);
  return id;
}

/** Somebody else than the teller, whose role reaches any sum of these stories. */
function secondPerson(telling: Telling): StaffKey {
  return telling.by === 'ruth' ? 'helen' : 'ruth';
}

export function approveSum(telling: Telling, remedy: RemedyId): void {
  const { by, today: on } = telling;
  telling.by = secondPerson(telling);
  take(telling, (x) =>
    mayApproveCompensation(now(telling), { on, remedy, answer: 'approved', reason: null, limits }, x),
  );
  telling.by = by;
}

export function sendBackSum(telling: Telling, remedy: RemedyId, reason: string): void {
  const { today: on } = telling;
  const text = filled(telling, reason);
  take(telling, (x) =>
    mayApproveCompensation(now(telling), { on, remedy, answer: 'sent-back', reason: text, limits }, x),
  );
}

export function paySum(telling: Telling, remedy: RemedyId, proof: string): void {
  const { today: on, reference } = telling;
  const how = /cheque/.test(proof) ? 'cheque' : 'bank-transfer';
  take(telling, (x) =>
    mayPayCompensation(now(telling), { on, remedy, how, reference: `OVH ${reference.replace(/\D/g, '')}` }, x),
  );
}
