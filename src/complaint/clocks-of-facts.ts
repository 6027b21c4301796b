/** The clocks of a complaint of which only a few facts are given: for the command line and the public page of dates. */
import type { Day } from '../facts/days.js';
import type { Words } from '../facts/happened.js';
import { editionOn, firstEditionFrom } from '../law/in-force.js';
import type { Edition } from '../law/words.js';
import type { ExtensionTold, StageRecord } from './case.js';
import { inFull } from './clock-words.js';
import { type Clock, type ClockRules, type Counted, clocksOrWhyNot } from './clocks.js';
import { newStage } from './draft.js';
import { refusalIsOfStage2 } from './facts-in-order.js';
import type { GivenFacts } from './given-facts.js';

export type ClocksOfFacts =
  | {
      readonly ok: true;
      readonly edition: Edition | null;
      readonly clocks: readonly Clock[];
      /** What is to be said of the whole: why this Code, or why none. */
      readonly because: readonly string[];
    }
  | { readonly ok: false; readonly words: string };

/**
 * The clocks of a complaint that is only told in dates, by the edition asked for or the one in force on the day of
 * receipt (facts 10.2).
 */
export function clocksOfFacts(f: GivenFacts, rules: ClockRules): ClocksOfFacts {
  const inForce = editionOn(f.received);
  const edition = f.code ?? inForce;
  if (edition === null)
    return {
      ok: true,
      edition,
      clocks: [],
      because: [
        `It was received on ${inFull(f.received)}, before the first Code came into force on ${inFull(firstEditionFrom)}, so no Code applies and there are no clocks.`,
      ],
    };
  const answer = clocksOrWhyNot(countedOf(f, edition), rules, f.today);
  if (!answer.ok) return answer;
  const which =
    f.code === null || f.code === inForce
      ? `The Code of ${edition} was in force on the day of receipt, ${inFull(f.received)}, and applies for the life of the complaint.`
      : `The Code of ${edition} is applied because the facts ask for it; by the day of receipt, ${inFull(f.received)}, ${inForce === null ? 'none would apply' : `it would be that of ${inForce}`}.`;
  return { ok: true, edition, clocks: answer.clocks.map((clock) => withUntold(clock, f)), because: [which] };
}

/** An extension that no one knows to have been told is no extension; the clock that it was meant for says so. */
function withUntold(clock: Clock, f: GivenFacts): Clock {
  if (!clock.kind.endsWith('response')) return clock;
  const untold = f.extensions.filter((e) => e.stage === clock.stage && e.toldOn === null);
  if (untold.length === 0) return clock;
  const said = untold.map(
    (e) =>
      `The extension to ${inFull(e.newDate)} changes nothing: there is no day on which the resident was told of it.`,
  );
  return { ...clock, because: [...clock.because, ...said] };
}

function countedOf(f: GivenFacts, edition: Edition): Counted {
  const ofStage2 = refusalIsOfStage2(f);
  const { refusedOn, overturnedOn } = f;
  const startedOn = overturnedOn !== null && !ofStage2 ? overturnedOn : f.received;
  const first: StageRecord = {
    ...newStage(1, startedOn),
    acknowledgedOn: f.acknowledged,
    definedOn: f.defined,
    respondedOn: f.stage1Response,
    extensions: told(f, 1),
  };
  const requestedOn = f.escalationRequested;
  const second: StageRecord | null =
    requestedOn === null
      ? null
      : {
          ...newStage(2, overturnedOn !== null && ofStage2 ? overturnedOn : requestedOn),
          acknowledgedOn: f.stage2Acknowledged,
          definedOn: f.stage2Defined,
          respondedOn: f.stage2Response,
          extensions: told(f, 2),
        };
  return {
    edition,
    receivedOn: f.received,
    kind: 'complaint',
    loggedOn: f.logged,
    imported: false,
    untold: [],
    importTakenBack: false,
    refusal:
      refusedOn === null || ofStage2
        ? null
        : { on: refusedOn, ground: 'other', overturnedOn, overturnedBy: overturnedOn === null ? null : 'landlord' },
    withdrawal: f.withdrawnOn === null ? null : { on: f.withdrawnOn, during: null, confirmed: true },
    escalation:
      requestedOn === null || refusedOn === null || !ofStage2
        ? null
        : {
            requestedOn,
            channel: 'other',
            points: [],
            words: null,
            refusedOn: overturnedOn === null ? refusedOn : null,
            refusedGround: overturnedOn === null ? 'other' : null,
            overturned: overturnedOn === null ? null : { refusedOn, on: overturnedOn, by: 'landlord' },
          },
    stages: { 1: first, 2: second, 3: null },
    promises: [],
    requests: [],
  };
}

/** Words are kept apart in a case; here it only matters whether there are any. */
const some = 'given' as Words;
const nothing = '' as Words;

function told(f: GivenFacts, stage: 1 | 2): readonly ExtensionTold[] {
  return f.extensions.flatMap((e, seq) => {
    const toldOn: Day | null = e.toldOn;
    if (e.stage !== stage || toldOn === null) return [];
    const { newDate, agreed, ombudsmanDetails, inWriting } = e;
    return [
      {
        toldOn,
        seq,
        newDate,
        reason: e.reason === null ? nothing : some,
        goodReason: e.goodReason ? { words: some, approvedBy: null } : null,
        agreed,
        ombudsmanDetails,
        inWriting,
        because: null,
      },
    ];
  });
}
