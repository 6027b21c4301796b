/** Where staff arrive. */
import { page } from '../ui/frame.js';
import { screen, type Visit } from '../visit.js';

async function get(visit: Visit) {
  return page(
    visit,
    { title: 'Home', section: 'home', heading: `Hello, ${visit.staff.name}` },
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/deadlines">
          Work out the Code’s dates
        </a>
      </li>
      {visit.may('administrator') ? (
        <li>
          <a class="govuk-link" href="/settings">
            Settings
          </a>
        </li>
      ) : null}
    </ul>,
  );
}

export const home = screen({ path: '/', access: 'signed-in', get });
