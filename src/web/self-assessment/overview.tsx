/** One self-assessment as a task list: its provisions by section, each with how it stands. */
import type { VNode } from 'preact';
import { provisionsOf } from '../../assess/answers.js';
import { assessmentStates } from '../../assess/state.js';
import { codes } from '../../law/in-force.js';
import { stepsOf } from '../../store/assessment-steps.js';
import type { SelfAssessment } from '../../store/assessments.js';
import { type ProvisionState, provisionStates } from '../../store/provision-states.js';
import { Details, InsetText, TaskList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { notFound, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage } from './assessment-frame.js';
import { assessmentHref, provisionStateHints, provisionTag, stepWords, triggerWords } from './words.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    return {
      assessment,
      states: await provisionStates(trx, assessment, visit.today),
      steps: await stepsOf(trx, assessment.id),
    };
  });
  if (found === null) return notFound;
  const { assessment, states, steps } = found;
  const all = provisionsOf(assessment.edition);
  return assessmentPage(
    visit,
    assessment,
    { title: 'Provisions', tab: '', wide: true },
    <>
      <States states={[...states.values()].map(({ state }) => state)} />
      {assessment.disagreements === null || assessment.disagreements.length === 0 ? null : (
        <InsetText>
          <p class="govuk-body">The document from which this was read printed sums that its own rows do not give:</p>
          <ul class="govuk-list govuk-list--bullet">
            {assessment.disagreements.map(({ what, words }) => (
              <li key={what}>{words}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {codes[assessment.edition].sections.map(({ number, title }) => (
        <Section
          key={number}
          heading={`${number} ${title}`}
          assessment={assessment}
          rows={all
            .filter((one) => one.section === number)
            .map((one) => ({ ...one, state: states.get(one.number)?.state ?? 'unanswered' }))}
        />
      ))}
      <h2 class="govuk-heading-m">What became of it</h2>
      <ul class="app-list">
        <li class="app-list__item">
          {triggerWords[assessment.trigger]}
          {assessment.triggerNote === null ? '' : `: ${assessment.triggerNote}`}
        </li>
        {steps.map((step) => (
          <li key={step.at} class="app-list__item">
            {stepWords[step.did]}, <DayText day={step.on} />
            {step.body === null ? '' : `, ${step.body}`}
            {step.minutes === null ? '' : `, minutes ${step.minutes}`}
            {step.by === null ? '' : ` (${step.by})`}
            {step.did === 'read' && step.words !== null ? `: ${step.words}` : ''}
          </li>
        ))}
      </ul>
    </>,
  );
}

function Section({
  heading,
  assessment,
  rows,
}: {
  readonly heading: string;
  readonly assessment: SelfAssessment;
  readonly rows: readonly (ReturnType<typeof provisionsOf>[number] & { readonly state: ProvisionState })[];
}): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">{heading}</h2>
      <TaskList
        classes="app-states"
        idPrefix={`section-${rows[0]?.section ?? 0}`}
        items={rows.map(({ number, provision, state }) => ({
          title: { text: `${number} ${provision.duty}` },
          href: assessmentHref(assessment, `/provisions/${number}`),
          ...(provision.strength === 'must' ? {} : { hint: { text: 'Advised, not ordered' } }),
          status: { tag: { text: provisionTag(state).words, classes: `govuk-tag--${provisionTag(state).colour}` } },
        }))}
      />
    </section>
  );
}

function States({ states }: { readonly states: readonly ProvisionState[] }): VNode {
  const kinds = assessmentStates.map((kind) => ({
    kind,
    n: states.filter((state) => state === kind).length,
  }));
  return (
    <>
      <p class="govuk-body">
        {kinds
          .filter(({ n }) => n > 0)
          .map(({ kind, n }) => `${provisionTag(kind).words}: ${n}`)
          .join(' · ')}{' '}
        of {states.length}.
      </p>
      <Details summaryText="What these words mean">
        <ul class="govuk-list govuk-list--bullet">
          {kinds.map(({ kind }) => (
            <li key={kind}>
              {provisionTag(kind).words}: {provisionStateHints[kind]}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

export const assessmentOverview = screen({ path: '/self-assessment/:assessment', access: 'signed-in', get });
