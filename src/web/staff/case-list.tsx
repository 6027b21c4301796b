/** Rows of cases as every list shows them: the reference leads in, what is due next in words, tags last. */
import type { VNode } from 'preact';
import type { Standing } from '../../complaint/case.js';
import { kindWords, standingWords } from '../../complaint/standing-words.js';
import type { CaseRow } from '../../store/register.js';
import { Tag } from '../ui/components.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import type { Visit } from '../visit.js';

export interface Names {
  readonly staff: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
}

export interface Column {
  readonly name: string;
  readonly heading: VNode | string;
  readonly sort?: 'ascending' | 'descending' | 'none';
}

/** The words of a row's standing: a row holds its kind and stage apart. */
export function rowStanding(row: CaseRow): string {
  const { standing, stage } = row;
  switch (standing) {
    case 'to-acknowledge':
    case 'investigating':
      return standingWords({ is: standing, stage: stage === 2 ? 2 : 1 });
    case 'answered':
      return standingWords({ is: 'answered', stage: stage ?? 1, on: row.lastOn });
    case 'noted':
      return row.kind === null ? 'Noted' : kindWords[row.kind];
    default:
      return standingWords({ is: standing } as Standing);
  }
}

function marks(row: CaseRow): readonly { words: string; colour: 'red' | 'purple' | 'grey' | 'orange' }[] {
  return [
    ...(row.atRisk ? [{ words: 'At risk', colour: 'red' as const }] : []),
    ...(row.hazard ? [{ words: 'Hazard', colour: 'orange' as const }] : []),
    ...(row.vulnerable ? [{ words: 'Vulnerability', colour: 'purple' as const }] : []),
    ...(row.adjusted ? [{ words: 'Adjustment', colour: 'purple' as const }] : []),
    ...(row.represented ? [{ words: 'Representative', colour: 'purple' as const }] : []),
    ...(row.imported ? [{ words: 'Imported', colour: 'grey' as const }] : []),
  ];
}

const plainColumns: readonly Column[] = [
  { name: 'reference', heading: 'Case' },
  { name: 'next', heading: 'Next' },
  { name: 'received', heading: 'Received' },
  { name: 'with', heading: 'With' },
  { name: 'standing', heading: 'Where it stands' },
];

/** A table of cases. On a phone it scrolls in its own box. */
export function CaseTable({
  rows,
  names,
  visit,
  caption,
  columns = plainColumns,
  found,
}: {
  readonly rows: readonly CaseRow[];
  readonly names: Names;
  readonly visit: Visit;
  readonly caption: string;
  readonly columns?: readonly Column[];
  /** What was found about a row, for a search: shown below its reference. */
  readonly found?: (row: CaseRow) => string | null;
}): VNode {
  return (
    <table class="govuk-table app-cases">
      <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ name, heading, sort }) => (
            <th key={name} scope="col" class="govuk-table__header" {...(sort ? { 'aria-sort': sort } : {})}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <Row key={row.caseId} row={row} names={names} visit={visit} found={found?.(row) ?? null} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  names,
  visit,
  found,
}: {
  readonly row: CaseRow;
  readonly names: Names;
  readonly visit: Visit;
  readonly found: string | null;
}): VNode {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={`/cases/${row.reference}`}>
          {row.reference}
        </a>
        <span class="app-cases__who">{row.personName ?? 'Name not known yet'}</span>
        {row.address ? <span class="app-cases__home">{row.address}</span> : null}
        {found ? <span class="app-cases__home">{found}</span> : null}
      </th>
      <td class="govuk-table__cell">
        {row.nextDueOn ? (
          <>
            <span class="app-cases__what">{row.nextWhat}</span>
            <Due words={dueWords(row.nextDueOn, visit.today, visit.rules.calendar)} day={row.nextDueOn} />
          </>
        ) : (
          'Nothing due'
        )}
        {row.askedDueOn ? (
          <span class="app-cases__home">
            Waiting for {row.askedTeam === null ? 'an answer' : (names.teams.get(row.askedTeam) ?? 'an answer')}:{' '}
            {dueWords(row.askedDueOn, visit.today, visit.rules.calendar).words.toLowerCase()}
          </span>
        ) : null}
      </td>
      <td class="govuk-table__cell">
        <DayText day={row.receivedOn} short />
      </td>
      <td class="govuk-table__cell">
        {row.handler === null ? 'Nobody yet' : (names.staff.get(row.handler) ?? 'Somebody who has left')}
        {row.team === null ? null : <span class="app-cases__home">{names.teams.get(row.team)}</span>}
      </td>
      <td class="govuk-table__cell">
        <Tag colour={row.open ? 'blue' : 'grey'}>{rowStanding(row)}</Tag>
        {marks(row).map(({ words, colour }) => (
          <span key={words}>
            {' '}
            <Tag colour={colour}>{words}</Tag>
          </span>
        ))}
      </td>
    </tr>
  );
}
