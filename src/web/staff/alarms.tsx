/** Emergencies, however they were told: they ring whoever is on call until somebody here says that they have it. */
import type { VNode } from 'preact';
import { caseWorkers } from '../../complaint/roles.js';
import { type Alarm, countRinging, listAlarms, takeAlarm } from '../../store/alarms.js';
import { together } from '../../store/database.js';
import { listOnCallWays } from '../../store/on-call.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, WarningText } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { Form, Submit } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';

async function get(visit: Visit) {
  const [alarms, ways, all] = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return together(listAlarms(trx, hidden), listOnCallWays(trx), countRinging(trx));
  });
  const ringing = alarms.filter(({ takenAt }) => takenAt === null);
  const taken = alarms.filter(({ takenAt }) => takenAt !== null);
  return page(
    visit,
    { title: 'Emergencies', section: 'home' },
    <>
      {ways.length === 0 ? (
        <InsetText text="Nobody is on call here yet, so every manager is written to by email. An administrator can say who is." />
      ) : null}
      {all > ringing.length ? (
        <WarningText text="An emergency waits in a case that you may not open. Ring a manager now: they take it." />
      ) : null}
      {all === 0 ? (
        <p class="govuk-body">No emergency waits for anybody.</p>
      ) : ringing.length === 0 ? null : (
        <ul class="app-list">
          {ringing.map((alarm) => (
            <li key={alarm.id} class="app-list__item">
              <CaseLine alarm={alarm} />
              <p class="govuk-body">
                Told at <InstantText at={alarm.raisedAt} />. Rung {alarm.rung === 1 ? 'once' : `${alarm.rung} times`} so
                far; it goes on until somebody has taken it.
              </p>
              {alarm.failed === 0 ? null : (
                <WarningText
                  text={`${alarm.failed === 1 ? 'A message' : `${alarm.failed} messages`} to whoever is on call did not get through: ${alarm.trouble ?? 'nobody can say why.'} Every manager is written to instead.`}
                />
              )}
              <Form visit={visit} action={`/alarms/${alarm.id}/take`} id={`take-${alarm.id}`}>
                <Submit warning>
                  I have taken it
                  <span class="govuk-visually-hidden">: {alarm.reference}</span>
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {taken.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Taken lately</h2>
          <ul class="app-list">
            {taken.map((alarm) => (
              <li key={alarm.id} class="app-list__item">
                <CaseLine alarm={alarm} />
                <p class="govuk-body">
                  {alarm.takenBy ?? 'Somebody who has left'} took it at <InstantText at={alarm.takenAt ?? ''} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

function CaseLine({ alarm }: { readonly alarm: Alarm }): VNode {
  return (
    <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
      <a class="govuk-link" href={`/cases/${alarm.reference}`}>
        {alarm.reference}
      </a>
    </p>
  );
}

async function take(visit: Visit) {
  const taken = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return takeAlarm(trx, visit.params.id ?? '', visit.staff.id, new Date(visit.now), hidden);
  });
  if (taken === null) return notFound;
  if (!taken.first) return redirect('/alarms', { done: 'Somebody has it already' });
  return redirect('/alarms', { done: `You have taken it: ${taken.reference}. Ring them now` });
}

export const alarms = [
  ...screen({ path: '/alarms', access: caseWorkers, get }),
  ...screen({ path: '/alarms/:id/take', access: caseWorkers, post: take }),
];
