/** What a sheet of benchmarks gave: its figures, what could not be read and why, and what is no measure of ours. */
import type { VNode } from 'preact';
import type { SheetRead } from '../../reports/benchmarks/sheet.js';
import { Details, Table } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { BenchmarkTable } from './benchmarks.js';

export function WhatWasRead({ read }: { readonly read: SheetRead }): VNode {
  const { figures, problems, leftOut } = read;
  return (
    <>
      <h2 class="govuk-heading-m">What was read</h2>
      {figures.length === 0 ? (
        <p class="govuk-body">No figure could be read yet.</p>
      ) : (
        <BenchmarkTable figures={figures} />
      )}
      {problems.length === 0 ? null : (
        <Scroll label="Problems, by line">
          <Table
            caption="Not read, by line of the file"
            captionClasses="govuk-table__caption--s"
            firstCellIsHeader
            head={[{ text: 'Line' }, { text: 'Column' }, { text: 'What is wrong, and how to mend it' }]}
            rows={problems
              .slice(0, 100)
              .map(({ line, column, reason }) => [
                { text: String(line) },
                { text: column ?? 'The row' },
                { text: reason },
              ])}
          />
        </Scroll>
      )}
      {leftOut.length === 0 ? null : (
        <Details summaryText={`Left out, since they are no measures of complaints: ${leftOut.length}`}>
          <ul class="govuk-list govuk-list--bullet">
            {leftOut.slice(0, 100).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
