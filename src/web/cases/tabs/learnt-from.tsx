/** What lay behind a case, whether something was learnt of it, and what is changed because of it. */
import type { VNode } from 'preact';
import type { Improvement } from '../../../store/improvements.js';
import { improvementHref, nextWords, StateOf } from '../../improvements/words.js';
import type { Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import type { CaseShown } from '../case-shown.js';

const learningWords = { recorded: 'Learning is on record', 'none-with-reason': 'Nothing to learn, with the reason' };

export function LearntFrom({
  shown,
  improvements,
  visit,
}: {
  readonly shown: CaseShown;
  readonly improvements: readonly Improvement[];
  readonly visit: Visit;
}): VNode | null {
  const stages = ([1, 2] as const).flatMap((n) => shown.case.stages[n] ?? []);
  const told = stages.filter(({ causes, learning }) => causes.length > 0 || learning !== null);
  if (told.length === 0 && improvements.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Cause and learning</h2>
      <ul class="govuk-list">
        {told.map(({ stage, causes, learning }) => (
          <li key={stage}>
            Stage {stage}: {causes.length === 0 ? 'no cause on record' : causes.map(({ cause }) => cause).join(', ')}
            {learning === null ? '' : `. ${learningWords[learning]}`}
          </li>
        ))}
        {improvements.map((one) => (
          <li key={one.id}>
            Improvement:{' '}
            <a class="govuk-link" href={improvementHref(one)}>
              {one.title}
            </a>{' '}
            <StateOf one={one} today={visit.today} /> {one.ownerName}. {nextWords(one)}
          </li>
        ))}
      </ul>
      {mayBegin(shown, visit, 'open-improvement') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={actPath(shown.case.reference, 'open-improvement')}>
            {improvements.length === 0 ? 'Open an improvement because of this' : 'Open another improvement'}
          </a>
        </p>
      ) : null}
    </>
  );
}
