/** What the rows of a register are: by kind, by year and by month of receipt. */
import type { VNode } from 'preact';
import type { Preview } from '../../store/import-shapes.js';
import { BarTable } from '../ui/bar-table.js';
import { counted } from './import-frame.js';
import { monthRows, yearRows } from './months.js';
import { rowKindWords } from './value-words.js';

export function PreviewCounts({ preview }: { readonly preview: Preview }): VNode {
  const kinds = Object.entries(preview.kinds);
  const whole = kinds.reduce((sum, [, n]) => sum + n, 0);
  const bar = (rows: readonly (readonly [string, number])[]) => {
    const most = rows.reduce((top, [, n]) => Math.max(top, n), 0);
    return rows.map(([label, n]) => ({ label, cells: [counted(n)], of: { n, whole: most } }));
  };
  return (
    <>
      <h2 class="govuk-heading-m">What the rows are</h2>
      <div class="app-two">
        <div>
          <BarTable
            title="By kind"
            heads={['Kind', 'Rows']}
            drawn="of all rows"
            rows={kinds.map(([kind, n]) => ({
              label: rowKindWords[kind] ?? kind,
              cells: [counted(n)],
              of: { n, whole },
            }))}
          />
          <BarTable
            title="By year of receipt, April to March"
            heads={['Year', 'Rows']}
            drawn="of the largest"
            rows={bar(yearRows(preview.months))}
          />
        </div>
        <BarTable
          title="By month of receipt"
          heads={['Month', 'Rows']}
          drawn="of the largest"
          rows={bar(monthRows(preview.months))}
        />
      </div>
    </>
  );
}
