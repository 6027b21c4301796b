/** For the member responsible for complaints: how many, how soon, with what end. Nobody is named and no words are shown. */
import type { ComponentChildren, VNode } from 'preact';
import type { Standing } from '../../complaint/case.js';
import { findingWords, kindWords, refusalGroundWords, standingWords } from '../../complaint/standing-words.js';
import type { Stage } from '../../facts/happened.js';
import { grantsTo } from '../../store/case-grants.js';
import { type InTime, type Oversight, readOversight } from '../../store/oversight.js';
import { BarTable } from '../ui/bar-table.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { screen, type Visit } from '../visit.js';
import { type ReportYear, yearAsked, yearsBack } from './period.js';

async function get(visit: Visit) {
  const year = yearAsked(visit);
  const { figures, grants } = await visit.db(async (trx) => ({
    figures: await readOversight(trx, year),
    grants: await grantsTo(trx, visit.staff.id, visit.today),
  }));
  return page(
    visit,
    { title: 'Complaints in figures', section: 'oversight', wide: true },
    <>
      <p class="govuk-body">
        What is counted is said above each table. Nobody is named here, and nobody’s words are shown.
      </p>
      {grants.length === 0 ? null : (
        <section aria-labelledby="granted">
          <h2 class="govuk-heading-m" id="granted">
            Opened to you
          </h2>
          <ul class="govuk-list">
            {grants.map((grant) => (
              <li key={grant.id}>
                <a class="govuk-link" href={`/cases/${grant.reference}`}>
                  {grant.reference}
                </a>
                , until <DayText day={grant.until} />: {grant.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Now figures={figures} />
      <Years visit={visit} year={year} />
      <InItsYear figures={figures} year={year} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/oversight/cases?year=${year.begins}`}>
          The cases, without names
        </a>
      </p>
    </>,
  );
}

function Now({ figures }: { readonly figures: Oversight }): VNode {
  const open = figures.standing.reduce((sum, { n }) => sum + n, 0);
  const { promises } = figures;
  return (
    <>
      <h2 class="govuk-heading-m">Now</h2>
      <div class="app-two">
        <BarTable
          title={`Complaints that are open: ${open}`}
          heads={['Where they stand', 'Complaints']}
          drawn="of all that are open"
          rows={figures.standing.map(({ of, stage, n }) => ({
            label: standingIn(of, stage),
            cells: [String(n)],
            of: { n, whole: open },
          }))}
        />
        <BarTable
          title="Promised actions that are not done yet"
          heads={['Promises', 'Number']}
          drawn="of all open promises"
          rows={[
            { label: 'Open', cells: [String(promises.open)], of: { n: promises.open, whole: promises.open } },
            { label: 'Late today', cells: [String(promises.late)], of: { n: promises.late, whole: promises.open } },
            {
              label: 'Moved at least once',
              cells: [String(promises.moved)],
              of: { n: promises.moved, whole: promises.open },
            },
          ]}
        />
      </div>
    </>
  );
}

const inTimeWords: Record<InTime['kind'], string> = {
  'stage-1-acknowledgement': 'Stage 1 acknowledged',
  'stage-1-response': 'Stage 1 answered',
  'stage-2-acknowledgement': 'Stage 2 acknowledged',
  'stage-2-response': 'Stage 2 answered',
};

function InItsYear({ figures, year }: { readonly figures: Oversight; readonly year: ReportYear }): VNode {
  const { escalation } = figures;
  const most = (list: readonly { n: number }[]) => list.reduce((top, { n }) => Math.max(top, n), 0);
  const received = figures.themes.reduce((sum, theme) => sum + theme.received, 0);
  return (
    <>
      <BarTable
        title="In time"
        about="By the day on which the stage began, and by the date that held, an extension that counts included. What is not yet due, and what was withdrawn, is left out."
        heads={['Step', 'In time', 'Of', 'Share', 'Not yet due']}
        drawn="the share in time"
        rows={(Object.keys(inTimeWords) as InTime['kind'][]).map((kind) => {
          const found = figures.inTime.find((one) => one.kind === kind);
          const inTime = found?.inTime ?? 0;
          const whole = inTime + (found?.late ?? 0);
          return {
            label: inTimeWords[kind],
            cells: [String(inTime), String(whole), share(inTime, whole), String(found?.notYetDue ?? 0)],
            of: { n: inTime, whole },
          };
        })}
      />
      <BarTable
        title="Themes"
        about={`The ${received} complaints received in the year that were not refused, by category`}
        heads={['Category', 'Received', 'Stage 1 answered', 'Upheld or partly', 'Went to stage 2']}
        drawn="received, of the largest"
        rows={figures.themes.map((theme) => ({
          label: theme.category ?? 'No category yet',
          cells: [theme.received, theme.answered, theme.upheld, theme.stage2].map(String),
          of: { n: theme.received, whole: Math.max(...figures.themes.map((one) => one.received)) },
        }))}
      />
      <div class="app-two">
        <BarTable
          title="The same complaints, by area"
          heads={['Area', 'Complaints']}
          drawn="of the largest"
          rows={figures.areas.map(({ of, n }) => ({
            label: of ?? 'No area yet',
            cells: [String(n)],
            of: { n, whole: most(figures.areas) },
          }))}
        />
        <BarTable
          title="Every contact received in the year, by what it is"
          heads={['Kind', 'Contacts']}
          drawn="of the largest"
          rows={figures.kinds.map(({ of, n }) => ({
            label: of === null ? 'Not decided yet' : kindWords[of],
            cells: [String(n)],
            of: { n, whole: most(figures.kinds) },
          }))}
        />
        <BarTable
          title="Answers sent in the year, by outcome"
          heads={['Outcome', 'Answers']}
          drawn="of the largest"
          rows={figures.outcomes.map(({ stage, of, n }) => ({
            label: `Stage ${stage}: ${findingWords[of].toLowerCase()}`,
            cells: [String(n)],
            of: { n, whole: most(figures.outcomes) },
          }))}
        />
        <BarTable
          title="Complaints refused in the year, by ground"
          heads={['Ground', 'Refused']}
          drawn="of the largest"
          rows={figures.refusals.map(({ of, n }) => ({
            label: refusalGroundWords[of],
            cells: [String(n)],
            of: { n, whole: most(figures.refusals) },
          }))}
        />
        <BarTable
          title="Stage 2"
          about="Requests in the year, beside the stage 1 complaints received in it"
          heads={['What', 'Number', 'Of', 'Share']}
          drawn="the share"
          rows={[
            {
              label: 'Asked for stage 2',
              cells: [
                String(escalation.requested),
                String(escalation.stage1),
                share(escalation.requested, escalation.stage1),
              ],
              of: { n: escalation.requested, whole: escalation.stage1 },
            },
            {
              label: 'Stage 2 refused',
              cells: [
                String(escalation.refused),
                String(escalation.requested),
                share(escalation.refused, escalation.requested),
              ],
              of: { n: escalation.refused, whole: escalation.requested },
            },
          ]}
        />
      </div>
      {received === 0 ? <InsetText text={`No complaint was received in ${year.words}.`} /> : null}
    </>
  );
}

/** Nothing is 0% when there is no denominator. */
export function share(n: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.round((n * 1000) / whole) / 10}%`;
}

function Years({ visit, year }: { readonly visit: Visit; readonly year: ReportYear }): VNode {
  const others: ComponentChildren = yearsBack(visit.today)
    .filter(({ begins }) => begins !== year.begins)
    .map(({ begins, words }) => (
      <li key={begins}>
        <a class="govuk-link" href={`/oversight?year=${begins}`}>
          {words}
        </a>
      </li>
    ));
  return (
    <>
      <h2 class="govuk-heading-m">
        In {year.words} (1 April {year.begins} to 31 March {year.begins + 1})
      </h2>
      <nav aria-label="Other years">
        <ul class="govuk-list app-years">{others}</ul>
      </nav>
    </>
  );
}

/** Where a case stands, from a row that holds its stage apart. */
export function standingIn(is: Standing['is'], stage: Stage | null): string {
  switch (is) {
    case 'to-acknowledge':
    case 'investigating':
      return standingWords({ is, stage: stage === 2 ? 2 : 1 });
    case 'answered':
      return `Stage ${stage ?? 1}: answered`;
    default:
      return standingWords({ is } as Standing);
  }
}

export const oversightFigures = screen({ path: '/oversight', access: ['member-responsible', 'manager'], get });
