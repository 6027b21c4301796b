/** What was promised and offered, by when, and what became of it. Promises live on after the stage has ended (6.6). */
import type { VNode } from 'preact';
import type { Remedy } from '../../../complaint/case.js';
import { isPaid, worksheetOf } from '../../../complaint/compensation.js';
import type { Act } from '../../../complaint/permitted.js';
import { beyondStage1 } from '../../../complaint/remedies.js';
import { caseReaders } from '../../../complaint/roles.js';
import { remedyKindWords } from '../../../complaint/standing-words.js';
import { pounds } from '../../../facts/money.js';
import { jobKey, saidOfJobs } from '../../../store/promise-jobs.js';
import { InsetText, Tag } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { casePage } from '../case-frame.js';
import { type CaseShown, said, showCase } from '../case-shown.js';
import { WorksheetCards } from '../putting-right/worksheet-cards.js';
import { PromiseCard } from './promise-card.js';
import { StillOpen } from './still-open.js';

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const { promises, remedies } = shown.case;
  const numbers = promises.flatMap((promise) => promise.jobs.map((job) => jobKey(said(shown, job))));
  const jobs = numbers.length === 0 ? new Map() : await visit.db((trx) => saidOfJobs(trx, numbers));
  return casePage(
    visit,
    shown,
    { tab: 'promises' },
    <>
      <h2 class="govuk-heading-m">Promised actions</h2>
      <StillOpen c={shown.case} visit={visit} />
      {promises.length === 0 ? <InsetText text="Nothing has been promised yet." /> : null}
      {promises.map((promise) => (
        <PromiseCard key={promise.id} promise={promise} jobs={jobs} shown={shown} visit={visit} />
      ))}
      <h2 class="govuk-heading-m">Remedies</h2>
      {remedies.length === 0 ? <InsetText text="No remedy has been offered yet." /> : null}
      {remedies.map((remedy) => (
        <RemedyCard key={remedy.id} remedy={remedy} shown={shown} visit={visit} />
      ))}
      <WorksheetCards shown={shown} visit={visit} />
    </>,
  );
}

const remedyStates = { offered: 'Offered', accepted: 'Accepted', declined: 'Declined', done: 'Done' } as const;

function RemedyCard({
  remedy,
  shown,
  visit,
}: {
  readonly remedy: Remedy;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const { reference } = shown.case;
  const beyond = beyondStage1(shown.case, remedy);
  const acts: readonly { act: Act; words: string }[] = [
    ...(remedy.state === 'offered' ? [{ act: 'answer-remedy' as const, words: 'Record the resident’s answer' }] : []),
    ...(remedy.state === 'declined'
      ? [{ act: 'answer-remedy' as const, words: 'Record that they accept it after all' }]
      : []),
    ...(remedy.state === 'done' || worksheetOf(shown.case, remedy.id) !== null
      ? []
      : !isPaid(shown.case, remedy.id)
        ? [{ act: 'complete-remedy' as const, words: 'Record that it is done' }]
        : remedy.state === 'declined'
          ? []
          : [{ act: 'pay-compensation' as const, words: 'Record that it is paid' }]),
  ];
  return (
    <section class={remedy.state === 'done' ? 'app-point app-point--gone' : 'app-point'}>
      <p class="govuk-body">
        <strong>{remedyKindWords[remedy.kind]}</strong>
        {remedy.pence === null ? null : `: ${pounds(remedy.pence)}`}{' '}
        <Tag colour={remedy.state === 'done' ? 'green' : 'blue'}>{remedyStates[remedy.state]}</Tag>
      </p>
      <p class="govuk-body app-quote">{said(shown, remedy.words)}</p>
      {remedy.impact === null ? null : (
        <p class="govuk-body">It answers what it meant for them: {said(shown, remedy.impact)}</p>
      )}
      {beyond !== null ? (
        <p class="govuk-body">
          <strong>
            {beyond === 'more' ? 'Stage 1 offered less, or found nothing wrong.' : 'Stage 1 did not offer this.'}
          </strong>{' '}
          What stage 1 missed is something to learn from.
        </p>
      ) : null}
      <p class="govuk-body">
        Offered on <DayText day={remedy.offeredOn} short /> at stage {remedy.stage}
        {remedy.dueOn ? (
          <>
            , for <DayText day={remedy.dueOn} short />
          </>
        ) : null}
        .
      </p>
      <ul class="govuk-list">
        {acts
          .filter(({ act }) => mayBegin(shown, visit, act))
          .map(({ act, words }) => (
            <li key={act}>
              <a class="govuk-link" href={actPath(reference, act, `?remedy=${remedy.id}`)}>
                {words}
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}

export const casePromises = screen({ path: '/cases/:reference/promises', access: caseReaders, get });
