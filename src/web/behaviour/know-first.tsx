/** In a list of what leads to a call, a letter or a visit: whose contact is restricted, and who has a safety marker. */
import type { VNode } from 'preact';
import type { CaseId } from '../../facts/happened.js';
import type { Trx } from '../../store/database.js';
import { type KnownFirst, knowFirst } from '../../store/know-first.js';
import type { Visit } from '../visit.js';
import { maySeeMarkers } from './may-see-markers.js';

export type KnownOfCases = ReadonlyMap<CaseId, readonly KnownFirst[]>;

/** Of the cases that these rows belong to. */
export async function knownOfCases(
  trx: Trx,
  visit: Visit,
  rows: readonly { readonly caseId: CaseId | null }[],
): Promise<KnownOfCases> {
  const cases = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))];
  return knowFirst(trx, cases, { today: visit.today, markers: maySeeMarkers(visit) });
}

export function KnowFirst({
  known,
  caseId,
}: {
  readonly known: KnownOfCases;
  readonly caseId: CaseId | null;
}): VNode | null {
  const people = caseId === null ? undefined : known.get(caseId);
  if (people === undefined) return null;
  return (
    <>
      {people.map(({ person, restricted, marked }) => (
        <span key={person} class="app-know-first">
          {restricted ? (
            <a class="govuk-link" href={`/behaviour/people/${person}`}>
              Contact is restricted
            </a>
          ) : null}
          {restricted && marked ? ', ' : null}
          {marked ? (
            <a class="govuk-link" href={`/behaviour/people/${person}/markers`}>
              Safety marker
            </a>
          ) : null}
        </span>
      ))}
    </>
  );
}
