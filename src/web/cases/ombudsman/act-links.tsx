/** What may be done next, as links that lead back to the page of the Ombudsman. */
import type { VNode } from 'preact';
import { type Act, acts } from '../../../complaint/permitted.js';
import type { Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import type { CaseShown } from '../case-shown.js';

export function Links({
  shown,
  visit,
  acts: offered,
  query = '',
  bundle = false,
}: {
  readonly shown: CaseShown;
  readonly visit: Visit;
  readonly acts: readonly Act[];
  readonly query?: string;
  /** With the way to a bundle of what is asked for. */
  readonly bundle?: boolean;
}): VNode | null {
  const may = offered
    .map((act) => ({ act, words: actWords[act] ?? acts[act].words }))
    .filter(({ act }) => mayBegin(shown, visit, act));
  if (may.length === 0) return null;
  return (
    <ul class="govuk-list">
      {bundle ? (
        <li>
          <a class="govuk-link" href={`/cases/${shown.case.reference}/bundle`}>
            Put the bundle together
          </a>
        </li>
      ) : null}
      {may.map(({ act, words }) => (
        <li key={act}>
          <a class="govuk-link" href={actPath(shown.case.reference, act, query)}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}

const actWords: Partial<Record<Act, string>> = {
  'take-enquiry': 'Record what an Ombudsman asks',
  'take-evidence-request': 'Record that evidence is asked for',
  'take-failure-notice': 'Record a failure order or notice',
  'ask-more-time': 'Ask for more time',
  'answer-more-time': 'Record the answer on more time',
  'send-evidence': 'Record that the evidence was sent',
  'begin-investigation': 'Record that the investigation has begun',
  'take-determination': 'Record a determination',
  'take-order': 'Record an order or recommendation',
  'ask-review': 'Record that a review is asked for',
  'answer-review': 'Record what came of the review',
  'end-ombudsman-case': 'Record that it ended there',
  'record-learning': 'Record what we learnt from it',
};
