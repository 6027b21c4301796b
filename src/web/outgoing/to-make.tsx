/** What is to be made for residents before their letters go: the most pressing first. */
import { caseWorkers } from '../../complaint/roles.js';
import { adjustmentKindWords, letterKindWords } from '../../complaint/standing-words.js';
import { openTasks } from '../../store/adjustment-tasks.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, Table } from '../ui/components.js';
import { Due, dueWords } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';

async function get(visit: Visit) {
  const tasks = await visit.db(async (trx) => openTasks(trx, await hiddenCases(trx, viewerOf(visit))));
  return page(
    visit,
    { title: 'To be made for residents', section: 'arrivals', wide: true },
    <>
      <p class="govuk-body">
        A letter waits until this is made, or until something else was agreed with the resident. Its clock runs
        meanwhile.
      </p>
      {tasks.length === 0 ? (
        <InsetText text="Nothing is to be made." />
      ) : (
        <Scroll label="To be made">
          <Table
            caption="To be made for residents"
            captionClasses="govuk-visually-hidden"
            head={[{ text: 'What' }, { text: 'For the letter' }, { text: 'Case' }, { text: 'By' }]}
            rows={tasks.map(({ id, kind, letterKind, reference, dueOn }) => [
              {
                html: (
                  <a class="govuk-link" href={`/cases/${reference}/to-make/${id}`}>
                    {adjustmentKindWords[kind]}
                  </a>
                ),
              },
              { text: letterKind === null ? 'A letter' : letterKindWords[letterKind] },
              { text: reference },
              { html: <Due words={dueWords(dueOn, visit.today, visit.rules.calendar)} day={dueOn} /> },
            ])}
          />
        </Scroll>
      )}
    </>,
  );
}

export const toMakeList = screen({ path: '/to-make', access: caseWorkers, get });
