/**
 * Every hazard that somebody has to see to: what the law sets a time for, the late first and to the hour where it counts
 * hours; what nobody was given yet; what may be a hazard and nobody has looked at; and those flagged without a limit.
 */
import type { VNode } from 'preact';
import { lateWords } from '../../complaint/hazard-clock-words.js';
import { dueMinute, owedInstead } from '../../complaint/hazard-clocks.js';
import { hazardWords } from '../../complaint/hazards.js';
import { caseWorkers } from '../../complaint/roles.js';
import type { CaseId } from '../../facts/happened.js';
import { minuteOf } from '../../facts/instants.js';
import { hazardDuties, numberToBeChecked } from '../../law/hazards.js';
import { together } from '../../store/database.js';
import {
  type FlaggedHazard,
  flaggedHazards,
  possibleHazardCases,
  type RunningDuty,
  runningDuties,
} from '../../store/hazard-duties.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { KnowFirst, type KnownOfCases, knownOfCases } from '../behaviour/know-first.js';
import { viewerOf } from '../cases/case-shown.js';
import { HazardDue } from '../cases/hazards/hazard-due.js';
import { readNames } from '../staff/names.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { page } from '../ui/frame.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { screen, type Visit } from '../visit.js';

const size = 50;
const numbersRead = hazardDuties.every(({ numberRead }) => numberRead);
const whats = new Map(hazardDuties.map(({ name, duty }) => [name, duty]));

async function get(visit: Visit) {
  const at = pageAsked(visit);
  const { running, alone, possible, without, names, known } = await visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    const [duties, notGiven, perhaps, flagged, found] = await together(
      runningDuties(trx, { page: at, size }, hidden),
      flaggedHazards(trx, 'not-handed-over', hidden),
      possibleHazardCases(trx, hidden),
      flaggedHazards(trx, 'without-limits', hidden),
      readNames(trx),
    );
    const all = [...duties.rows, ...notGiven, ...perhaps, ...flagged];
    return {
      running: duties,
      alone: notGiven,
      possible: perhaps,
      without: flagged,
      names: found,
      known: await knownOfCases(trx, visit, all),
    };
  });
  const team = (id: string | null) => (id === null ? 'Nobody yet' : (names.teams.get(id) ?? 'A team that was closed'));
  return page(
    visit,
    { title: 'Hazards', section: 'puttingRight', wide: true },
    <>
      <PartsOf section="putting-right" at="/hazards" visit={visit} />
      <p class="govuk-body">
        The law’s time for a hazard runs from when anybody of ours knew of it. It does not wait for the complaint.
      </p>
      {alone.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Not handed over yet</h2>
          <Flagged rows={alone} team={null} known={known} />
        </>
      )}
      <h2 class="govuk-heading-m" id="running">
        What the law sets a time for
      </h2>
      {running.rows.length > 0 && !numbersRead ? <p class="govuk-body-s">{numberToBeChecked}</p> : null}
      {running.rows.length === 0 ? (
        <InsetText text="No time runs for any hazard." />
      ) : (
        <Scroll label="What the law sets a time for">
          <table class="govuk-table">
            <caption class="govuk-visually-hidden">Duties that run, the late first</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['Case', 'What is to be done', 'Due', 'With'].map((head) => (
                  <th key={head} scope="col" class="govuk-table__header">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {running.rows.map((row) => (
                <tr key={`${row.hazard}-${row.duty}`} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    <CaseLink one={row} known={known} />
                  </th>
                  <td class="govuk-table__cell">
                    {whats.get(row.duty)}
                    <span class="app-cases__home">
                      {hazardWords(row)}: {row.regulation}
                    </span>
                    {owesElsewhere(row, visit) ? (
                      <span class="app-cases__home">Other accommodation is owed until it is safe</span>
                    ) : null}
                  </td>
                  <td class="govuk-table__cell">
                    <HazardDue clock={asClock(row, visit)} visit={visit} />
                  </td>
                  <td class="govuk-table__cell">{team(row.handedOverTo)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages at={at} size={size} total={running.total} what="duties" href={otherPage(visit, '/hazards')} />
      {possible.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">It may be a hazard, and nobody has looked</h2>
          <ul class="govuk-list">
            {possible.map((one) => (
              <li key={one.caseId}>
                <CaseLink one={one} known={known} /> Received <DayText day={one.receivedOn} short />
              </li>
            ))}
          </ul>
        </>
      )}
      {without.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Flagged, without a time set by law</h2>
          <Flagged rows={without} team={team} known={known} />
        </>
      )}
    </>,
  );
}

function owesElsewhere(row: RunningDuty, visit: Visit): boolean {
  const late = asClock(row, visit).state === 'overdue';
  return owedInstead(row.duty, { late, moved: row.movedOn !== null }) !== null;
}

function asClock(row: RunningDuty, visit: Visit) {
  const now = minuteOf(visit.now);
  const counted = { due: row.dueOn, dueAt: row.dueAt };
  const late = now > dueMinute(counted);
  return {
    ...counted,
    state: late ? ('overdue' as const) : ('running' as const),
    lateBy: late ? lateWords(counted, now, visit.rules.calendar) : null,
  };
}

function CaseLink({
  one,
  known,
}: {
  readonly one: { readonly caseId: CaseId; readonly reference: string; readonly address: string | null };
  /** What is to be known before anybody visits. */
  readonly known: KnownOfCases;
}): VNode {
  return (
    <>
      <a class="govuk-link" href={`/cases/${one.reference}`}>
        {one.reference}
      </a>
      {one.address === null ? null : <span class="app-cases__home">{one.address}</span>}
      <KnowFirst known={known} caseId={one.caseId} />
    </>
  );
}

function Flagged({
  rows,
  team,
  known,
}: {
  readonly known: KnownOfCases;
  readonly rows: readonly FlaggedHazard[];
  readonly team: ((id: string | null) => string) | null;
}): VNode {
  return (
    <ul class="govuk-list">
      {rows.map((row) => (
        <li key={row.hazard}>
          <CaseLink one={row} known={known} /> {hazardWords(row)}, known since <DayText day={row.noticedOn} short />
          {team === null ? '' : `. With: ${team(row.handedOverTo)}`}
        </li>
      ))}
    </ul>
  );
}

export const hazardList = screen({ path: '/hazards', access: caseWorkers, get });
