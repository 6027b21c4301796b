/** The Ombudsman's side of a case: what was asked and by when, what was found, ordered and done, and what was learnt. */
import type { VNode } from 'preact';
import { type OmbudsmanCase, ombudsmanCasesOf } from '../../../complaint/ombudsman-case.js';
import type { Act } from '../../../complaint/permitted.js';
import { caseReaders } from '../../../complaint/roles.js';
import { failureKindWords, ombudsmanNames } from '../../../law/ombudsman-words.js';
import { stateTag } from '../../ombudsman/state-words.js';
import { InsetText } from '../../ui/components.js';
import { DayText, Due, dueWords } from '../../ui/dates.js';
import { notFound, screen, type Visit } from '../../visit.js';
import { casePage } from '../case-frame.js';
import { type CaseShown, entriesOf, said, showCase } from '../case-shown.js';
import { Links } from './act-links.js';
import { Decided, Learnt } from './decided.js';
import { Evidence } from './evidence-asked.js';
import { OrderCard } from './order-card.js';

async function get(visit: Visit) {
  const shown = await showCase(visit);
  if (shown === null) return notFound;
  const theirs = ombudsmanCasesOf(shown.case);
  const notices = entriesOf(shown, 'FailureNoticeReceived');
  return casePage(
    visit,
    shown,
    { tab: 'ombudsman' },
    <>
      {theirs.length === 0 ? <InsetText text="No Ombudsman has written about this case." /> : null}
      {theirs.map((one) => (
        <TheirCase key={one.ombudsman} one={one} shown={shown} visit={visit} />
      ))}
      {notices.length === 0 ? null : <h2 class="govuk-heading-m">Failure orders and notices</h2>}
      {notices.map(({ seq, what, happenedOn }) => (
        <section key={seq} class="app-point">
          <p class="govuk-body">
            <strong>{failureKindWords(what.kind)}</strong>, <DayText day={happenedOn} />
          </p>
          <p class="govuk-body app-quote">{said(shown, what.words)}</p>
        </section>
      ))}
      <Links shown={shown} visit={visit} acts={['take-enquiry', 'take-evidence-request', 'take-failure-notice']} />
    </>,
  );
}

function TheirCase({
  one,
  shown,
  visit,
}: {
  readonly one: OmbudsmanCase;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const determined = one.determinations.length > 0;
  const acts: Act[] = [
    ...(one.investigationOn === null && !determined ? (['begin-investigation'] as const) : []),
    'take-determination',
    ...(determined ? (['take-order', 'ask-review', 'answer-review'] as const) : []),
    ...(one.state === 'ended' ? [] : (['end-ombudsman-case'] as const)),
  ];
  return (
    <section aria-labelledby={`of-${one.ombudsman}`}>
      <h2 class="govuk-heading-m" id={`of-${one.ombudsman}`}>
        {ombudsmanNames[one.ombudsman]}
        {one.caseNumber === null ? '' : `, ${one.caseNumber}`} {stateTag(one.state)}
      </h2>
      {one.next?.dueOn ? (
        <p class="govuk-body">
          <Due words={dueWords(one.next.dueOn, visit.today, visit.rules.calendar)} day={one.next.dueOn} />
        </p>
      ) : null}
      {one.enquiries.map((enquiry) => (
        <p key={`${enquiry.on}-${enquiry.words}`} class="govuk-body">
          Asked on <DayText day={enquiry.on} short />: <span class="app-quote">{said(shown, enquiry.words)}</span>
        </p>
      ))}
      {one.evidence.map((request) => (
        <Evidence key={request.seq} request={request} shown={shown} visit={visit} />
      ))}
      {one.investigationOn === null ? null : (
        <p class="govuk-body">
          The investigation began on <DayText day={one.investigationOn} />.
        </p>
      )}
      <Decided one={one} shown={shown} />
      {one.orders.length === 0 ? null : <h3 class="govuk-heading-s">Orders and recommendations</h3>}
      {one.orders.map((order) => (
        <OrderCard key={order.id} order={order} shown={shown} visit={visit} />
      ))}
      {one.reviews.map((review) => (
        <p key={`${review.askedOn}-${review.by}`} class="govuk-body">
          {review.by === 'resident' ? 'The resident' : 'We'} asked for a review on{' '}
          <DayText day={review.askedOn} short />: {said(shown, review.words)}{' '}
          <strong>
            {review.answeredOn === null ? 'Not answered yet.' : review.changed ? 'It was changed.' : 'It stands.'}
          </strong>
        </p>
      ))}
      {one.ended === null ? null : (
        <p class="govuk-body">
          It ended there on <DayText day={one.ended.on} />: {said(shown, one.ended.words)}
        </p>
      )}
      <Links shown={shown} visit={visit} acts={acts} query={`?ombudsman=${one.ombudsman}`} />
      {determined ? <Learnt one={one} shown={shown} visit={visit} /> : null}
    </section>
  );
}

export const caseOmbudsman = screen({ path: '/cases/:reference/ombudsman', access: caseReaders, get });
