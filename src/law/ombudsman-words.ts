/**
 * What the Ombudsmen call things, as data: their kinds of finding with the days on which each is used, and the kinds of
 * complaint handling failure orders and notices. A new kind is one line; none is taken away, since history keeps it.
 */
import { type Day, day } from '../facts/days.js';
import type { WhichOmbudsman } from '../facts/happened.js';

export const ombudsmanNames: Readonly<Record<WhichOmbudsman, string>> = {
  HOS: 'Housing Ombudsman',
  LGSCO: 'Local Government and Social Care Ombudsman',
  joint: 'Housing Ombudsman and Local Government and Social Care Ombudsman together',
};

/** As a table has room for it. */
export const ombudsmanShort: Readonly<Record<WhichOmbudsman, string>> = {
  HOS: 'Housing Ombudsman',
  LGSCO: 'LGSCO',
  joint: 'Both, together',
};

export interface FindingKind {
  readonly id: string;
  readonly words: string;
  readonly ombudsman: 'HOS' | 'LGSCO';
  /** The first and last days of decisions that use it; null where it has always been, or still is, used. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** In the Housing Ombudsman’s rate: counted as maladministration, considered, or left out. Null: in no rate. */
  readonly rate: 'maladministration' | 'considered' | 'left-out' | null;
}

const hos = (id: string, words: string, rate: FindingKind['rate'], until: Day | null = null): FindingKind => ({
  id,
  words,
  ombudsman: 'HOS',
  from: null,
  until,
  rate,
});

const lgsco = (id: string, words: string, from: Day | null = null, until: Day | null = null): FindingKind => ({
  id: `lgsco-${id}`,
  words,
  ombudsman: 'LGSCO',
  from,
  until,
  rate: null,
});

/** No source tells the last decision with the older label; it stands in none that were read from after the 2024 Code began. */
const olderLabelsUntil = day('2024-03-31');

export const findingKinds: readonly FindingKind[] = [
  hos('severe-maladministration', 'Severe maladministration', 'maladministration'),
  hos('maladministration', 'Maladministration', 'maladministration'),
  hos('service-failure', 'Service failure', 'maladministration'),
  hos('mediation', 'Mediation', 'considered'),
  hos('redress', 'Reasonable redress', 'considered'),
  hos('no-maladministration', 'No maladministration', 'considered'),
  hos('outside-jurisdiction', 'Outside jurisdiction', 'left-out'),
  hos('withdrawn', 'Withdrawn', 'left-out'),
  hos('resolved-with-intervention', 'Resolved with intervention (older label)', 'considered', olderLabelsUntil),
  lgsco('upheld', 'Upheld: fault and injustice'),
  lgsco('upheld-no-injustice', 'Upheld: fault, no injustice'),
  lgsco('upheld-already-remedied', 'Upheld: already put right'),
  lgsco('not-upheld', 'Not upheld: no fault'),
  lgsco('discontinued', 'Investigation discontinued'),
  lgsco('closed-after-initial-enquiries', 'Closed after initial enquiries'),
  lgsco('outside-jurisdiction', 'Outside jurisdiction'),
];

const byId: ReadonlyMap<string, FindingKind> = new Map(findingKinds.map((kind) => [kind.id, kind]));

/** 'Service failure' and 'service-failure' are one label. */
function findingId(label: string): string {
  return label.trim().toLowerCase().replaceAll(' ', '-');
}

/** The kinds that an Ombudsman used on a day; a joint investigation uses those of both. */
export function findingsOf(ombudsman: WhichOmbudsman, on: Day): readonly FindingKind[] {
  return findingKinds.filter(
    (kind) =>
      (ombudsman === 'joint' || kind.ombudsman === ombudsman) &&
      (kind.from === null || kind.from <= on) &&
      (kind.until === null || on <= kind.until),
  );
}

/** As people read it; a label that no list has, as it was written. */
export function ombudsmanFindingWords(label: string): string {
  return byId.get(findingId(label))?.words ?? label;
}

/** Whose label it is: one that no list has was the Housing Ombudsman’s, as long as that was the only one. */
export function whoseFinding(label: string): 'HOS' | 'LGSCO' {
  return byId.get(findingId(label))?.ombudsman ?? 'HOS';
}

/**
 * The Housing Ombudsman’s word for a whole case. Null where nothing was considered, or where the issues have one and the
 * same finding, which then is the case’s.
 */
export function overallFinding(labels: readonly string[]): string | null {
  const kinds = labels.flatMap((label) => byId.get(findingId(label)) ?? []).filter((kind) => kind.ombudsman === 'HOS');
  const considered = kinds.filter((kind) => kind.rate === 'maladministration' || kind.rate === 'considered');
  const wrong = considered.filter((kind) => kind.rate === 'maladministration');
  return wrong.length > 0 && wrong.length < considered.length ? 'Partial maladministration' : null;
}

export interface FailureKind {
  readonly id: string;
  readonly words: string;
  readonly is: 'order' | 'notice';
  /** From the day on which it is used; null: always. */
  readonly from: Day | null;
}

/** Complaint handling failure orders by type, and the notice for what was not submitted (in use since 2025-26). */
export const failureKinds: readonly FailureKind[] = [
  { id: 'type-1', words: 'Failure order, type 1: take in the complaint or move it on', is: 'order', from: null },
  { id: 'type-2', words: 'Failure order, type 2: give information or evidence', is: 'order', from: null },
  { id: 'type-3', words: 'Failure order, type 3: keep to the Code', is: 'order', from: null },
  {
    id: 'notice-not-submitted',
    words: 'Failure notice: the yearly submission was not made',
    is: 'notice',
    from: day('2025-04-01'),
  },
  { id: 'notice', words: 'Failure notice, for another reason', is: 'notice', from: day('2025-04-01') },
];

/** The kind of order or notice of that id, if it was in use on the day. */
export function failureKindOn(id: string | null, on: Day): FailureKind | null {
  return failureKinds.find((one) => one.id === id && (one.from === null || one.from <= on)) ?? null;
}

/** A kind of order or notice, as people read it; one that no list has, as it was written. */
export function failureKindWords(kind: string): string {
  return failureKinds.find((one) => one.id === findingId(kind))?.words ?? kind;
}
