/** Complaints about the person who is signed in: that there are some, and the way to be heard on each. */
import { complaintsAbout } from '../../store/staff-concerned.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { screen, type Visit } from '../visit.js';

async function get(visit: Visit) {
  const all = await visit.db((trx) => complaintsAbout(trx, visit.staff.id));
  return page(
    visit,
    { title: 'Complaints about you', section: 'home' },
    <>
      <p class="govuk-body">
        You are heard on a complaint about you before anything is decided. You do not see the case itself; whoever looks
        into it shares with you what you need to answer.
      </p>
      {all.length === 0 ? <InsetText text="No complaint is about you." /> : null}
      <ul class="app-list">
        {all.map((one) => (
          <li key={one.caseId} class="app-list__item">
            <a class="govuk-link" href={`/about-you/${one.reference}`}>
              {one.reference}
            </a>
            , since <DayText day={one.namedOn} />
            {one.open ? '' : '. It has been answered'}
          </li>
        ))}
      </ul>
    </>,
  );
}

export const aboutYou = screen({ path: '/about-you', access: 'signed-in', get });
