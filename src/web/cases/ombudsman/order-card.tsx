/** One order or recommendation: by when, whose, done or not, its proof, and what the Ombudsman said of it. */
import type { VNode } from 'preact';
import type { Order } from '../../../complaint/ombudsman-case.js';
import type { Act } from '../../../complaint/permitted.js';
import { pounds } from '../../../facts/money.js';
import { Tag } from '../../ui/components.js';
import { DayText, Due, dueWords } from '../../ui/dates.js';
import type { Visit } from '../../visit.js';
import { actPath, mayBegin } from '../acts.js';
import { type CaseShown, said, staffName } from '../case-shown.js';
import { orderWords } from './which.js';

export function OrderCard({
  order,
  shown,
  visit,
}: {
  readonly order: Order;
  readonly shown: CaseShown;
  readonly visit: Visit;
}): VNode {
  const acts: readonly { readonly act: Act; readonly words: string; readonly when: boolean }[] = [
    { act: 'comply-with-order', words: 'Record that it is done', when: order.compliedOn === null },
    {
      act: 'send-order-proof',
      words: 'Record that proof was sent',
      when: order.compliedOn !== null && order.proofSentOn === null && order.accepted !== true,
    },
    {
      act: 'answer-on-order',
      words: 'Record what the Ombudsman says of it',
      when: order.compliedOn !== null && order.accepted !== true,
    },
    {
      act: 'date-order',
      words: order.dueOn === null ? 'Record the date that the Ombudsman told' : 'Record a later date that it agreed to',
      when: order.compliedOn === null,
    },
    { act: 'give-order', words: 'Say who sees to it', when: order.compliedOn === null },
  ];
  return (
    <section class={order.outstanding ? 'app-point' : 'app-point app-point--gone'}>
      <p class="govuk-body">
        <strong>{orderWords(order)}</strong>
        {order.pence === null ? '' : `: ${pounds(order.pence)}`} <State order={order} />
      </p>
      <p class="govuk-body app-quote">{said(shown, order.words)}</p>
      {order.outstanding && order.dueOn !== null ? (
        <p class="govuk-body">
          <Due words={dueWords(order.dueOn, visit.today, visit.rules.calendar)} day={order.dueOn} />
        </p>
      ) : null}
      <p class="govuk-body">
        {order.owner === null ? 'Nobody sees to it yet.' : `${staffName(shown, order.owner)} sees to it.`} Made on{' '}
        <DayText day={order.madeOn} short />
        {order.statedDueOn === null ? (
          ', and it stated no date.'
        ) : (
          <>
            , for <DayText day={order.statedDueOn} short />.
          </>
        )}
        {order.dated.map((one) => (
          <span key={one.on}>
            {' '}
            {one.because === 'told' ? 'On' : 'Later, on'} <DayText day={one.on} short /> the Ombudsman told the date{' '}
            <DayText day={one.dueOn} short />.
          </span>
        ))}
      </p>
      {order.compliedOn === null ? null : (
        <p class="govuk-body">
          Done on <DayText day={order.compliedOn} short />: {said(shown, order.proof)}
          {order.proofSentOn === null ? null : (
            <>
              {' '}
              Proof sent on <DayText day={order.proofSentOn} short />.
            </>
          )}
        </p>
      )}
      <ul class="govuk-list">
        {acts
          .filter(({ act, when }) => when && mayBegin(shown, visit, act))
          .map(({ act, words }) => (
            <li key={act}>
              <a class="govuk-link" href={actPath(shown.case.reference, act, `?order=${order.id}`)}>
                {words}
              </a>
            </li>
          ))}
      </ul>
    </section>
  );
}

function State({ order }: { readonly order: Order }): VNode {
  if (order.accepted === true) return <Tag colour="green">The Ombudsman is satisfied</Tag>;
  if (order.compliedOn !== null && order.outstanding) return <Tag colour="orange">Done, proof not sent</Tag>;
  if (order.compliedOn !== null) return <Tag colour="green">{order.proofSentOn === null ? 'Done' : 'Proof sent'}</Tag>;
  if (order.accepted === false) return <Tag colour="red">The Ombudsman asks for more</Tag>;
  if (order.dueOn === null) return <Tag colour="orange">Date to be asked</Tag>;
  return <Tag colour="blue">To be done</Tag>;
}
