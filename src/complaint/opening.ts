/** A case that opens out of another: the same people, home and ways of being reached, with a link on both sides. */
import type { Day } from '../facts/days.js';
import type {
  AdjustmentId,
  CaseId,
  CaseRelation,
  Channel,
  File,
  Happened,
  Hearer,
  PointId,
  Words,
} from '../facts/happened.js';
import type { Case } from './case.js';
import type { Context, Opening } from './refusals.js';
import { actingFor } from './who.js';

interface Start {
  readonly on: Day;
  readonly channel: Channel;
  readonly firstHeardBy: Hearer;
  readonly words: Words;
  readonly files: readonly File[];
  /** How the new case calls the old one. */
  readonly relation: CaseRelation;
}

/**
 * The new case: received on the day given, of the same people and home, with whoever acts for them and their
 * adjustments.
 */
export function openedFrom(c: Case, start: Start, context: Context, then: readonly Happened[] = []): Opening {
  const { on, channel, firstHeardBy, words, files } = start;
  const id = context.newId<CaseId>();
  const received: Happened = {
    what: {
      type: 'Received',
      channel,
      firstHeardBy,
      words,
      files,
      person: c.person,
      home: c.home,
      tenure: c.tenure,
      group: c.group,
      hazards: [],
    },
    on,
  };
  const link: Happened = { what: { type: 'CaseLinked', to: c.id, relation: start.relation, reason: null }, on };
  return { id, happened: [received, link, ...whoComesAlong(c, on, context), ...then] };
}

function whoComesAlong(c: Case, on: Day, context: Context): readonly Happened[] {
  const representatives = actingFor(c, on).map(
    ({ person, role, authority, until }): Happened => ({
      what: { type: 'RepresentativeAuthorised', person, role, authority, evidence: null, until, note: null },
      on,
    }),
  );
  const adjustments = c.adjustments
    .filter((a) => a.endedOn === null)
    .map(
      ({ kind, reviewOn, words }): Happened => ({
        what: {
          type: 'AdjustmentAgreed',
          adjustment: context.newId<AdjustmentId>(),
          kind,
          reviewOn: reviewOn ?? on,
          words,
        },
        on,
      }),
    );
  return [...representatives, ...adjustments];
}

/** The points of a complaint as it is logged; when none is named, the resident's own words are the one point. */
export function pointsRaised(
  parts: readonly { readonly words: Words; readonly since: Day | null }[],
  c: { readonly words: Words; readonly person: Case['person'] },
  on: Day,
  context: Context,
): readonly Happened[] {
  const raised = parts.length > 0 ? parts : [{ words: c.words, since: null }];
  return raised.map(({ words, since }) => ({
    what: { type: 'PointRaised', point: context.newId<PointId>(), words, since, by: c.person, stage: 1 },
    on,
  }));
}
