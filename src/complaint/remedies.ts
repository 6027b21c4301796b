/** What a remedy of stage 2 says about stage 1. */
import type { Case, Remedy } from './case.js';

/**
 * How stage 2 gives what stage 1 did not ('more' of the same kind, or what was not offered at all), or null: it answers a point in which stage 1 found nothing wrong, or is of a kind
 * that stage 1 had not offered for it, or is more money. What an Ombudsman would ask about is seen before they do.
 */
export function beyondStage1(c: Case, remedy: Remedy): 'not-offered' | 'more' | null {
  if (remedy.stage !== 2 || (c.stages[1]?.respondedOn ?? null) === null) return null;
  const points = c.points.filter((p) => remedy.points.includes(p.id));
  const notUpheld = points.some((p) => p.decisions.findLast((d) => d.stage === 1)?.finding === 'not-upheld');
  const before = c.remedies.filter(
    (one) =>
      one.stage === 1 &&
      one.kind === remedy.kind &&
      (one.points.length === 0 || points.length === 0 || one.points.some((id) => remedy.points.includes(id))),
  );
  if (before.length === 0) return 'not-offered';
  if (notUpheld) return 'more';
  return remedy.pence !== null && remedy.pence > before.reduce((sum, one) => sum + (one.pence ?? 0), 0) ? 'more' : null;
}
