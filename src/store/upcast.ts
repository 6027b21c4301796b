/**
 * Old shapes of what happened, read as today's. Each type has one current version; a shape that must change gets the
 * next number here and a step from the one before it. A golden sample of every version stays in tests/store/golden/.
 */
import type { Happening, HappeningType } from '../facts/happened.js';

type Body = Readonly<Record<string, unknown>>;
type Step = (body: Body) => Body;

/**
 * For each type whose shape has changed: the step from version n to n + 1 stands at index n - 1. A step adds what is not
 * there and leaves what is, since a replacement, which carries no version, goes through all of them.
 */
const steps: Partial<Record<HappeningType, readonly Step[]>> = {
  // 2: what the register did not tell is named.
  Imported: [(body) => ({ unknown: [], ...body })],
  // 2: why it takes longer, as a choice.
  Extended: [(body) => ({ because: null, ...body })],
  // 2: the evidence.
  BehaviourIncidentRecorded: [(body) => ({ files: [], ...body })],
  // 2: which Ombudsman it is; until then there was only the Housing Ombudsman.
  OmbudsmanEnquired: [(body) => ({ ombudsman: 'HOS', caseNumber: null, ...body })],
  EvidenceAsked: [(body) => ({ ombudsman: 'HOS', caseNumber: null, ...body })],
  // 3: which request.
  EvidenceDateExtended: [(body) => ({ ombudsman: 'HOS', ...body }), ofNoRequest],
  OmbudsmanDetermined: [(body) => ({ ombudsman: 'HOS', ...body })],
  ReviewOfDeterminationAsked: [(body) => ({ ombudsman: 'HOS', ...body })],
  // 2: which request.
  EvidenceExtensionAsked: [ofNoRequest],
  EvidenceExtensionRefused: [ofNoRequest],
  // 2: which requests it answers.
  BundleSent: [(body) => ({ answers: null, ...body })],
  // 2: also who owns it, and whether it is about more than the case.
  OrderMade: [(body) => ({ ombudsman: 'HOS', owner: null, wider: false, ...body })],
  // 2: the numbers that each head was worked out from, what is offered, and what goes against a debt.
  CompensationWorkedOut: [workedOutBefore],
  // 2: that it is an emergency stands apart from its kind; the points that tell of it.
  HazardNoticed: [(body) => ({ emergency: body.kind === 'emergency', points: [], ...body })],
  // 2: when it ended, and whether work has to follow: what is not said is taken as owed.
  HazardInvestigated: [(body) => ({ at: null, furtherWork: true, ...body })],
  // 2: what it puts in the place of an entry may be of a shape that has changed since: see replacementOf.
  EntryCorrected: [(body) => body],
};

/** Which request for evidence it is about was not said: it was the last one. */
function ofNoRequest(body: Body): Body {
  return { request: null, ...body };
}

function workedOutBefore(body: Body): Body {
  const heads = Array.isArray(body.heads) ? body.heads.map((head: Body) => ({ working: null, ...head })) : [];
  return { offer: null, setOff: null, files: [], ...body, heads };
}

/** A replacement carries no version of its own: what its shape lacks is added, and what it has stays. */
function replacementOf(becomes: unknown): unknown {
  if (becomes === null || typeof becomes !== 'object' || !('what' in becomes)) return becomes;
  let what = becomes.what as Body;
  for (const step of steps[what.type as HappeningType] ?? []) what = step(what);
  return { ...becomes, what };
}

/** The version in which a type is written today. */
export function currentVersion(type: HappeningType): number {
  return (steps[type]?.length ?? 0) + 1;
}

/** What a stored entry says, in today's shape. */
export function upcast(type: string, version: number, body: Body): Happening {
  const known = steps[type as HappeningType] ?? [];
  if (version > known.length + 1) throw new Error(`${type} of version ${version} was written by a newer release`);
  let shape = body;
  for (const step of known.slice(version - 1)) shape = step(shape);
  if (type === 'EntryCorrected') shape = { ...shape, becomes: replacementOf(shape.becomes) };
  return { type, ...shape } as unknown as Happening;
}
