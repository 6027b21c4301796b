/** What stands beside the answer to a provision: what it asks, last year, what is to be done, who wrote what. */
import type { VNode } from 'preact';
import { answerWords } from '../../assess/answers.js';
import { inShortWords } from '../../facts/days.js';
import { relationWords } from '../../law/mapping/words.js';
import { isOverdue } from '../../store/assessment-actions.js';
import { Details, Tag } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import type { Visit } from '../visit.js';
import type { ProvisionShown } from './provision.js';
import { ProvisionAnswer } from './provision-answer.js';
import { assessmentHref, assessmentTitle, provisionTag } from './words.js';

/** What the Code asks, in our words, beside the official text. */
export function AboutProvision({ found }: { readonly found: ProvisionShown }): VNode {
  const { provision, state } = found;
  return (
    <>
      {state === undefined ? null : (
        <p class="govuk-body">
          <Tag colour={provisionTag(state.state).colour}>{provisionTag(state.state).words}</Tag> {state.because}
        </p>
      )}
      <section class="app-code">
        <h2 class="govuk-heading-s">What the Code asks ({found.number})</h2>
        <p class="govuk-body">{provision.duty}</p>
        {provision.strength === 'must' ? null : (
          <p class="govuk-body">This edition advises it and does not order it.</p>
        )}
        {provision.judgedBy === 'clock' ? null : <p class="govuk-body">What to look at: {provision.evidence}</p>}
        <p class="govuk-body">
          In our own words.{' '}
          <a class="govuk-link" href={found.officialText}>
            The Ombudsman’s text
          </a>
        </p>
      </section>
      {found.wording === null ? null : (
        <Details summaryText="The official wording, from your own copy">
          <p class="govuk-body app-quote">{found.wording}</p>
        </Details>
      )}
    </>
  );
}

export function LastYear({
  found,
  offerWords,
}: {
  readonly found: ProvisionShown;
  readonly offerWords: boolean;
}): VNode | null {
  if (found.lastYearOf === null) return null;
  const { lastYear, lastYearOf, assessment, number, isNew } = found;
  return (
    <section>
      <h2 class="govuk-heading-m">Last year’s answer</h2>
      <p class="govuk-body">
        From {assessmentTitle(lastYearOf)}. It is shown, not taken over.
        {isNew ? ` The Code of ${lastYearOf.edition} has no such provision.` : ''}
      </p>
      {lastYear.length === 0 && !isNew ? <p class="govuk-body">Nothing was answered there.</p> : null}
      {lastYear.map((row) => (
        <div key={row.provision} class="app-point">
          <h3 class="govuk-heading-s">
            {row.provision} of the {lastYearOf.edition} Code: {answerWords[row.answer].toLowerCase()}
          </h3>
          {found.pairs
            .filter(({ earlier }) => earlier === row.provision)
            .map(({ earlier, is, changed }) => (
              <p key={earlier} class="govuk-body">
                {relationWords[is]} now. {changed}
              </p>
            ))}
          <ProvisionAnswer row={row} />
        </div>
      ))}
      {offerWords && lastYear.some((row) => row.evidence !== '' || row.commentary !== '') ? (
        <p class="govuk-body">
          <a class="govuk-link" href={assessmentHref(assessment, `/provisions/${number}?words=last-year`)}>
            Begin with last year’s evidence and commentary
          </a>{' '}
          (the answer stays to be given)
        </p>
      ) : null}
    </section>
  );
}

export function ProvisionActions({
  found,
  mayAdd,
  visit,
}: {
  readonly found: ProvisionShown;
  readonly mayAdd: boolean;
  readonly visit: Visit;
}): VNode {
  return (
    <section>
      <h2 class="govuk-heading-m">Action plan</h2>
      {found.actions.length === 0 ? <p class="govuk-body">Nothing is planned for this provision.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {found.actions.map((one) => (
          <li key={one.id}>
            <a class="govuk-link" href={`/self-assessment/actions/${one.id}`}>
              {one.action}
            </a>
            {`: ${one.state === 'open' ? (isOverdue(one, visit.today) ? 'overdue' : 'open') : one.state}, ${
              one.targetOn === null ? one.targetWords || 'no day' : inShortWords(one.targetOn)
            }`}
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <p class="govuk-body">
          <a class="govuk-link" href={assessmentHref(found.assessment, `/actions/add?provision=${found.number}`)}>
            Add an action
          </a>
        </p>
      ) : null}
    </section>
  );
}

export function Versions({ found }: { readonly found: ProvisionShown }): VNode | null {
  if (found.versions.length === 0) return null;
  return (
    <Details summaryText="Who wrote what, and when">
      <ul class="app-list">
        {found.versions.map(({ version, at, by, written }) => (
          <li key={version} class="app-list__item">
            <p class="govuk-body govuk-!-margin-bottom-1">
              {answerWords[written.answer ?? 'unknown']}
              {written.reason ? `: ${written.reason}` : ''}
            </p>
            {written.evidence ? <p class="govuk-body-s app-quote">Evidence: {written.evidence}</p> : null}
            {written.commentary ? <p class="govuk-body-s app-quote">Commentary: {written.commentary}</p> : null}
            <p class="govuk-body-s govuk-!-margin-bottom-0">
              {by ?? 'The command line'}, <InstantText at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** To the provisions before and after it. */
export function Neighbours({ found }: { readonly found: ProvisionShown }): VNode {
  const { assessment, before, next } = found;
  return (
    <nav aria-label="Other provisions">
      <p class="govuk-body">
        {before === null ? null : (
          <>
            <a class="govuk-link" href={assessmentHref(assessment, `/provisions/${before}`)}>
              Back to {before}
            </a>
            {' · '}
          </>
        )}
        {next === null ? (
          <a class="govuk-link" href={assessmentHref(assessment, '/check')}>
            Check answers
          </a>
        ) : (
          <a class="govuk-link" href={assessmentHref(assessment, `/provisions/${next}`)}>
            On to {next}
          </a>
        )}
      </p>
    </nav>
  );
}
