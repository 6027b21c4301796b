/** The calls that residents were promised and nobody has made yet, those due longest first. */
import { caseWorkers } from '../../complaint/roles.js';
import { callsOwed } from '../../store/call-backs.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { KnowFirst, knownOfCases } from '../behaviour/know-first.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, Table } from '../ui/components.js';
import { Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { triesWords } from './words.js';

async function get(visit: Visit) {
  const mine = visit.query.whose === 'mine';
  const { calls, known } = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    const owed = await callsOwed(trx, mine ? visit.staff.id : null, hidden);
    return { calls: owed, known: await knownOfCases(trx, visit, owed) };
  });
  const late = calls.filter(({ dueOn }) => dueOn < visit.today).length;
  return page(
    visit,
    { title: 'Call back', section: 'arrivals', wide: true },
    <>
      <p class="govuk-body">
        {mine ? 'Those that are yours. ' : 'Everybody’s. '}
        <a class="govuk-link" href={mine ? '/call-backs' : '/call-backs?whose=mine'}>
          {mine ? 'Show everybody’s' : 'Show only mine'}
        </a>
      </p>
      {calls.length === 0 ? (
        <InsetText text="Nobody waits for a call." />
      ) : (
        <>
          <p class="govuk-body">
            {calls.length === 1 ? 'One person waits' : `${calls.length} people wait`} for a call
            {late === 0 ? '.' : late === 1 ? ', one of them late.' : `, ${late} of them late.`}
          </p>
          <Scroll label="Calls that are owed">
            <Table
              caption="Calls that are owed"
              captionClasses="govuk-visually-hidden"
              head={[
                { text: 'Who waits' },
                { text: 'Case' },
                { text: 'By when' },
                { text: 'Who rings' },
                { text: 'Tried' },
              ]}
              rows={calls.map((call) => [
                {
                  html: (
                    <>
                      <a class="govuk-link" href={`/call-backs/${call.id}`}>
                        {call.personName ?? 'Name not known yet'}
                        <span class="govuk-visually-hidden"> about {call.reference}</span>
                      </a>
                      <KnowFirst known={known} caseId={call.caseId} />
                    </>
                  ),
                },
                { text: call.reference },
                { html: <Due words={dueWords(call.dueOn, visit.today, visit.rules.calendar)} day={call.dueOn} /> },
                { text: call.staffName ?? 'Nobody yet' },
                { text: triesWords(call) },
              ])}
            />
          </Scroll>
        </>
      )}
    </>,
  );
}

export const callBacks = screen({ path: '/call-backs', access: caseWorkers, get });
