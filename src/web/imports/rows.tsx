/** What became of each row of an import: its case, or what is wrong with it. */
import type { VNode } from 'preact';
import type { ImportedRow, RowBecame, RowsRequest } from '../../store/import-shapes.js';
import { readImport, readImportRows } from '../../store/imports.js';
import { recordReading } from '../../store/reads.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { csvFile } from '../csv.js';
import { InsetText, Table } from '../ui/components.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, download, notFound, screen, type Visit } from '../visit.js';
import { counted, importers, importPage } from './import-frame.js';

const size = 100;

const whichWords: Readonly<Record<RowsRequest['which'], string>> = {
  all: 'All rows',
  taken: 'Taken',
  already: 'Taken before',
  changed: 'Fuller now',
  refused: 'Not taken',
  warned: 'With a fact unknown',
};
const becameWords: Readonly<Record<RowBecame, string>> = {
  taken: 'Taken',
  already: 'Taken before, the same',
  changed: 'Taken before, fuller now',
  refused: 'Not taken',
};
const whiches = Object.keys(whichWords) as RowsRequest['which'][];

async function get(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? '';
  const which = whiches.find((one) => one === visit.query.which) ?? 'all';
  const after = Number(visit.query.after);
  const afterLine = Number.isSafeInteger(after) && after > 0 && after < 2 ** 31 ? after : 0;
  const found = await visit.db(async (trx) => {
    const record = await readImport(trx, id);
    if (record === null) return null;
    const hidden = await hiddenCases(trx, viewerOf(visit));
    return {
      record,
      rows: await readImportRows(trx, { importId: record.id, which, afterLine, most: size + 1, hidden }),
    };
  });
  if (found === null) return notFound;
  const rows = found.rows.slice(0, size);
  const last = found.rows.length > size ? rows.at(-1) : undefined;
  const link = (list: string, from = 0) => `/imports/${id}/rows?which=${list}${from > 0 ? `&after=${from}` : ''}`;
  return importPage(
    visit,
    { title: 'Rows of the register', wide: true, caption: found.record.source },
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`/imports/${id}`}>
          Back to the import
        </a>
      </p>
      <nav aria-label="Which rows">
        <ul class="govuk-list app-years">
          {whiches.map((one) => (
            <li key={one}>
              {one === which ? (
                <strong>{whichWords[one]}</strong>
              ) : (
                <a class="govuk-link" href={link(one)}>
                  {whichWords[one]}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? <InsetText text="There is none." /> : <Rows rows={rows} />}
      <ul class="govuk-list app-years">
        {afterLine > 0 ? (
          <li>
            <a class="govuk-link" href={link(which)}>
              From the first line
            </a>
          </li>
        ) : null}
        {last === undefined ? null : (
          <li>
            <a class="govuk-link" href={link(which, last.line)} rel="next">
              Next {size} rows
            </a>
          </li>
        )}
      </ul>
    </>,
  );
}

function Rows({ rows }: { readonly rows: readonly ImportedRow[] }): VNode {
  return (
    <Scroll label="Rows of the register">
      <Table
        caption="Rows of the register"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={['Line', 'Its own reference', 'What became of it', 'Case', 'Problems'].map((text) => ({ text }))}
        rows={rows.map((row) => [
          { text: counted(row.line) },
          { text: row.reference ?? '' },
          { text: becameWords[row.became] },
          row.caseReference === null
            ? { text: '' }
            : {
                html: (
                  <a class="govuk-link app-nowrap" href={`/cases/${row.caseReference}`}>
                    {row.caseReference}
                  </a>
                ),
              },
          { html: <RowProblems problems={row.problems} /> },
        ])}
      />
    </Scroll>
  );
}

function RowProblems({ problems }: { readonly problems: ImportedRow['problems'] }): VNode | null {
  if (problems.length === 0) return null;
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {problems.map(({ column, reason }) => (
        <li key={`${column} ${reason}`}>{column === null ? reason : `${column}: ${reason}`}</li>
      ))}
    </ul>
  );
}

async function getFile(visit: Visit): Promise<Answer> {
  const id = visit.params.id ?? '';
  const rows = await visit.db(async (trx) => {
    const record = await readImport(trx, id);
    if (record === null) return null;
    await recordReading(trx, { staff: visit.staff.id, what: 'export', about: `rows of an import` });
    const all: ImportedRow[] = [];
    const hidden = await hiddenCases(trx, viewerOf(visit));
    for (;;) {
      const afterLine = all.at(-1)?.line ?? 0;
      const some = await readImportRows(trx, { importId: record.id, which: 'all', afterLine, most: 5000, hidden });
      all.push(...some);
      if (some.length < 5000) return all;
    }
  });
  if (rows === null) return notFound;
  const lines = rows.map((row) => [
    String(row.line),
    row.reference ?? '',
    becameWords[row.became],
    row.caseReference ?? '',
    row.problems.map(({ column, reason }) => (column === null ? reason : `${column}: ${reason}`)).join(' '),
  ]);
  const heads = ['Line', 'Its own reference', 'What became of it', 'Case', 'Problems'];
  return download('rows.csv', 'text/csv; charset=utf-8', csvFile([heads, ...lines]));
}

export const importRows = screen({ path: '/imports/:id/rows', access: importers, get });
export const importRowsFile = screen({ path: '/imports/:id/rows.csv', access: importers, get: getFile });
