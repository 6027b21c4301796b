/** The calls of a case, on its summary: those still owed, those made, and the way to promise another. */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import type { CallBack } from '../../store/call-backs.js';
import { Due, dueWords } from '../ui/dates.js';
import type { Visit } from '../visit.js';
import { endWords, triesWords } from './words.js';

export function CallsOfCase(props: {
  readonly calls: readonly CallBack[];
  readonly reference: string;
  readonly visit: Visit;
}): VNode | null {
  const { calls, reference, visit } = props;
  if (!visit.may(...caseWorkers)) return null;
  return (
    <section aria-labelledby="calls">
      <h2 class="govuk-heading-m" id="calls">
        Calls
      </h2>
      {calls.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {calls.map((call) => (
            <li key={call.id}>
              <a class="govuk-link" href={`/call-backs/${call.id}`}>
                {call.ended === null ? 'Call back' : endWords[call.ended.as]} {call.personName ?? 'somebody'}
              </a>
              {call.ended === null ? (
                <>
                  . {triesWords(call)}.{' '}
                  <Due words={dueWords(call.dueOn, visit.today, visit.rules.calendar)} day={call.dueOn} />
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${reference}/call-back`}>
          Promise a call
        </a>
      </p>
    </section>
  );
}
