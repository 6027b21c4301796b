/** A request for evidence: by when, whether more time was asked for and agreed, and when it was sent. */
import type { VNode } from 'preact';
import { type EvidenceRequest, evidenceIsOpen } from '../../../complaint/ombudsman-case.js';
import { Tag } from '../../ui/components.js';
import { DayText, Due, dueWords } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';
import { type CaseShown, said } from '../case-shown.js';
import { Links } from './act-links.js';

export function Evidence({
  request,
  shown,
  visit,
}: {
  readonly request: EvidenceRequest;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const waits = evidenceIsOpen(request);
  return (
    <section class={waits ? 'app-point' : 'app-point app-point--gone'}>
      <h3 class="govuk-heading-s">Evidence asked for on {<DayText day={request.askedOn} />}</h3>
      <p class="govuk-body app-quote">{said(shown, request.words)}</p>
      <p class="govuk-body">
        {request.replacedOn !== null ? (
          <>
            It was due on <DayText day={request.dueOn} short />, and was asked for anew on{' '}
            <DayText day={request.replacedOn} short />.
          </>
        ) : request.sentOn === null ? (
          <Due words={dueWords(request.dueOn, visit.today, visit.rules.calendar)} day={request.dueOn} />
        ) : (
          <>
            <Tag colour={request.sentOn > request.dueOn ? 'red' : 'green'}>
              {request.sentOn > request.dueOn ? 'Sent late' : 'Sent in time'}
            </Tag>{' '}
            <DayText day={request.sentOn} />, {request.pages?.toLocaleString('en-GB')} pages. It was due on{' '}
            <DayText day={request.dueOn} short />.
          </>
        )}
      </p>
      {request.extensions.map((extension) => (
        <p key={`${extension.askedOn}-${extension.to}-${extension.newDate}`} class="govuk-body">
          {extension.askedOn === null || extension.to === null ? null : (
            <>
              On <DayText day={extension.askedOn} short /> we asked for <DayText day={extension.to} short />:{' '}
              {said(shown, extension.reason)}{' '}
            </>
          )}
          <strong>
            {extension.answer === null ? (
              'Not answered yet: the date stands.'
            ) : extension.answer === 'refused' ? (
              'Refused: the date stands.'
            ) : (
              <>Agreed: {extension.newDate === null ? '' : <DayText day={extension.newDate} short />}.</>
            )}
          </strong>
        </p>
      ))}
      {waits ? (
        <Links
          shown={shown}
          visit={visit}
          bundle
          acts={['send-evidence', 'ask-more-time', 'answer-more-time']}
          query={`?request=${request.seq}`}
        />
      ) : null}
    </section>
  );
}
