/** The heads of a table's columns. What stands over numbers stands to the right, as they do. */
import type { ComponentChildren, VNode } from 'preact';

/** What a column is called; over a column of numbers it says so. */
export type ColumnHead = string | { readonly number: string };

export function overNumbers(heads: readonly string[]): readonly ColumnHead[] {
  return heads.map((number) => ({ number }));
}

/** `children` is a last column that is called nothing that is seen: a drawing, a button. */
export function TableHead({
  heads,
  children,
}: {
  readonly heads: readonly ColumnHead[];
  readonly children?: ComponentChildren;
}): VNode {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {heads.map((head) =>
          typeof head === 'string' ? (
            <th key={head} scope="col" class="govuk-table__header">
              {head}
            </th>
          ) : (
            <th key={head.number} scope="col" class="govuk-table__header govuk-table__header--numeric">
              {head.number}
            </th>
          ),
        )}
        {children}
      </tr>
    </thead>
  );
}
