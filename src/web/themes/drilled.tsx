/** The cases behind a theme, those alone that the viewer may open. */
import type { VNode } from 'preact';
import type { CaseId } from '../../facts/happened.js';
import { grouped } from '../../reports/rounding.js';
import type { Trx } from '../../store/database.js';
import { type CaseRow, caseRows } from '../../store/register.js';
import { casesOpenTo } from '../cases/case-shown.js';
import { CaseTable, type Names } from '../staff/case-list.js';
import { InsetText } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import type { Visit } from '../visit.js';

const shown = 50;

export interface Drilled {
  readonly rows: readonly CaseRow[];
  /** How many cases there are in all, whoever may open them. */
  readonly all: number;
  /** Of them, how many the viewer may not open. */
  readonly closed: number;
}

/** The first of these cases that the viewer may open. */
export async function drill(trx: Trx, visit: Visit, ids: readonly CaseId[]): Promise<Drilled> {
  const open = await casesOpenTo(trx, visit, ids);
  const first = ids.filter((id) => open.has(id)).slice(0, shown);
  const rows = await caseRows(trx, first);
  return { rows: first.flatMap((id) => rows.get(id) ?? []), all: ids.length, closed: ids.length - open.size };
}

export function CasesBehind({
  drilled,
  names,
  visit,
  caption,
}: {
  readonly drilled: Drilled;
  readonly names: Names;
  readonly visit: Visit;
  readonly caption: string;
}): VNode {
  const { rows, all, closed } = drilled;
  const hidden =
    closed === 1
      ? 'One of them is a case that you may not open.'
      : `${grouped(closed)} of them are cases that you may not open.`;
  return (
    <>
      <h2 class="govuk-heading-m">{caption}</h2>
      {rows.length === 0 ? (
        <InsetText text={all === 0 ? 'There is none.' : 'You may open none of the cases behind this.'} />
      ) : (
        <>
          <p class="govuk-body">
            {rows.length < all - closed
              ? `The latest ${rows.length} of ${grouped(all)}.`
              : all === 1
                ? 'One case.'
                : `${grouped(all)} cases.`}
            {closed > 0 ? ` ${hidden}` : ''}
          </p>
          <Scroll label={caption}>
            <CaseTable rows={rows} names={names} visit={visit} caption={caption} />
          </Scroll>
        </>
      )}
    </>
  );
}
