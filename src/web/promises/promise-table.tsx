/** Promises as rows: the case leads in, when it is due in words, who sees to it, and what the resident says. */
import type { VNode } from 'preact';
import { endGroundWords } from '../../complaint/standing-words.js';
import type { PromiseRow, PromiseState } from '../../store/promises.js';
import type { Staff } from '../../store/staff.js';
import type { Team } from '../../store/teams.js';
import { KnowFirst, type KnownOfCases } from '../behaviour/know-first.js';
import { beginning } from '../cases/act-fields.js';
import { Tag } from '../ui/components.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import type { Visit } from '../visit.js';
import { calledTeam } from './called-team.js';
import { stateWords } from './state-words.js';

export function PromiseTable({
  rows,
  state,
  staff,
  teams,
  known,
  visit,
}: {
  readonly rows: readonly PromiseRow[];
  readonly state: PromiseState;
  readonly staff: readonly Staff[];
  readonly teams: readonly Team[];
  /** What is to be known before anybody rings or visits. */
  readonly known: KnownOfCases;
  readonly visit: Visit;
}): VNode {
  const name = (id: string | null) => staff.find((one) => one.id === id)?.name ?? null;
  return (
    <table class="govuk-table app-cases app-cases--fewer">
      <caption class="govuk-table__caption govuk-visually-hidden">{stateWords[state]}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Case', 'Promised for', 'Who sees to it', 'The resident'].map((heading) => (
            <th key={heading} scope="col" class="govuk-table__header">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => {
          const team = teams.find((one) => one.id === row.team) ?? null;
          return (
            <tr key={row.promiseId} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={`/cases/${row.reference}/promises`}>
                  {row.reference}
                </a>
                {row.text === null ? null : <span class="app-cases__who">{beginning(row.text)}</span>}
                <span class="app-cases__home">Case of {name(row.handler) ?? 'nobody yet'}</span>
                <KnowFirst known={known} caseId={row.caseId} />
              </th>
              <td class="govuk-table__cell">
                <When row={row} visit={visit} />
              </td>
              <td class="govuk-table__cell">
                {team === null ? (name(row.owner) ?? 'Nobody') : calledTeam(team)}
                {team !== null && row.owner !== null ? <span class="app-cases__home">{name(row.owner)}</span> : null}
              </td>
              <td class="govuk-table__cell">
                <Said row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function When({ row, visit }: { readonly row: PromiseRow; readonly visit: Visit }): VNode {
  return (
    <>
      {row.state === 'open' ? (
        <Due words={dueWords(row.dueOn, visit.today, visit.rules.calendar)} day={row.dueOn} />
      ) : (
        <>
          <DayText day={row.dueOn} short />
          <span class="app-cases__home">
            {row.doneOn === null ? (
              'Ended with a reason'
            ) : (
              <>
                Done on <DayText day={row.doneOn} short />
              </>
            )}
          </span>
        </>
      )}
      {row.moves === 0 ? null : (
        <span class="app-cases__home">
          {row.moves === 1 ? 'Moved once' : `Moved ${row.moves} times`}, first for{' '}
          <DayText day={row.firstDueOn} short />
        </span>
      )}
    </>
  );
}

function Said({ row }: { readonly row: PromiseRow }): VNode {
  return (
    <>
      {row.residentSays === 'not-done' ? (
        <Tag colour="red">Says not done</Tag>
      ) : row.residentSays === 'done' ? (
        <Tag colour="green">Says done</Tag>
      ) : row.waitingSince === null ? (
        'Not asked yet'
      ) : (
        <>
          Asked on <DayText day={row.waitingSince} short />
        </>
      )}
      {row.endAskedOn === null || row.state !== 'open' ? null : (
        <span class="app-cases__home">
          To be ended{row.endGround === null ? '' : `: ${endGroundWords[row.endGround].toLowerCase()}`}
        </span>
      )}
      {row.untold ? <span class="app-cases__home">Not told of the change</span> : null}
    </>
  );
}
