/** Promises by team and contractor: what runs, what is late, and how much was kept by the date first promised. */
import { caseWorkers } from '../../complaint/roles.js';
import { together } from '../../store/database.js';
import { promisesByTeam } from '../../store/promises.js';
import { listTeams } from '../../store/teams.js';
import { InsetText, Table } from '../ui/components.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';
import { calledTeam } from './called-team.js';

async function get(visit: Visit) {
  const [rows, teams] = await visit.db((trx) => together(promisesByTeam(trx, visit.today), listTeams(trx, 'all')));
  const number = (n: number) => ({ text: n.toLocaleString('en-GB'), format: 'numeric' });
  const link = (n: number, href: string) => ({
    html: (
      <a class="govuk-link" href={href}>
        {n.toLocaleString('en-GB')}
      </a>
    ),
    format: 'numeric',
  });
  return page(
    visit,
    {
      title: 'Promises by team and contractor',
      section: 'puttingRight',
      wide: true,
      back: { href: '/promises', text: 'Promises' },
    },
    rows.length === 0 ? (
      <InsetText text="Nothing has been promised in the last year." />
    ) : (
      <Scroll label="Promises by team and contractor">
        <Table
          caption="What runs today, and of the last twelve months what was done by the date first promised"
          captionClasses="govuk-table__caption--s"
          head={[
            { text: 'Team or contractor' },
            { text: 'Open', format: 'numeric' },
            { text: 'Late', format: 'numeric' },
            { text: 'Said not done', format: 'numeric' },
            { text: 'Due in the year', format: 'numeric' },
            { text: 'Kept by the first date', format: 'numeric' },
          ]}
          rows={rows.map((row) => {
            const team = teams.find(({ id }) => id === row.team) ?? null;
            const filter = `team=${row.team ?? 'none'}`;
            return [
              {
                text: team === null ? 'No team' : calledTeam(team),
              },
              number(row.open),
              link(row.late, `/promises?state=late&${filter}`),
              link(row.notDone, `/promises?state=not-done&${filter}`),
              number(row.due),
              { text: row.due === 0 ? 'None due' : `${row.kept} of ${row.due}`, format: 'numeric' },
            ];
          })}
        />
      </Scroll>
    ),
  );
}

export const promisesOfTeams = screen({ path: '/promises/teams', access: caseWorkers, get });
