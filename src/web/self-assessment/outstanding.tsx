/** What a governing body should know before it approves: what nobody answered, and what the cases contradict. */
import type { VNode } from 'preact';
import type { Day } from '../../facts/days.js';
import type { SelfAssessment } from '../../store/assessments.js';
import type { Trx } from '../../store/database.js';
import { type ProvisionState, provisionStates } from '../../store/provision-states.js';
import { WarningText } from '../ui/components.js';
import { assessmentHref } from './words.js';

export interface Outstanding {
  readonly unanswered: readonly string[];
  readonly contradicted: readonly string[];
  readonly notShown: readonly string[];
}

export async function outstandingOf(trx: Trx, assessment: SelfAssessment, today: Day): Promise<Outstanding> {
  const states = [...(await provisionStates(trx, assessment, today))];
  const those = (state: ProvisionState) => states.filter(([, is]) => is.state === state).map(([number]) => number);
  return { unanswered: those('unanswered'), contradicted: those('contradicted'), notShown: those('not-shown') };
}

/** As it is kept with the step: 'Not answered: 1.2, 1.3'. */
export function outstandingWords({ unanswered, contradicted, notShown }: Outstanding): readonly string[] {
  return [
    ...(unanswered.length === 0 ? [] : [`Not answered: ${unanswered.join(', ')}`]),
    ...(contradicted.length === 0 ? [] : [`Contradicted by the cases: ${contradicted.join(', ')}`]),
    ...(notShown.length === 0 ? [] : [`Not shown by cases or evidence: ${notShown.join(', ')}`]),
  ];
}

export function OutstandingList({
  assessment,
  outstanding,
}: {
  readonly assessment: SelfAssessment;
  readonly outstanding: Outstanding;
}): VNode {
  const groups = [
    { words: 'Nobody has answered', list: outstanding.unanswered },
    { words: 'Answered yes, while the cases say otherwise', list: outstanding.contradicted },
    { words: 'Answered yes, and nothing shows it', list: outstanding.notShown },
  ].filter(({ list }) => list.length > 0);
  if (groups.length === 0) return <p class="govuk-body">Every provision is answered, and nothing contradicts it.</p>;
  return (
    <>
      <WarningText text="The governing body should know these before it decides." iconFallbackText="Warning" />
      {groups.map(({ words, list }) => (
        <p key={words} class="govuk-body">
          {words} ({list.length}):{' '}
          {list.map((number, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <a class="govuk-link" href={assessmentHref(assessment, `/provisions/${number}`)}>
                {number}
              </a>
            </>
          ))}
        </p>
      ))}
    </>
  );
}
