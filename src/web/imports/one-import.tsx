/** An import: how far it is while it goes on, what became of its rows when it has ended. */
import type { VNode } from 'preact';
import { enqueue } from '../../store/enqueue.js';
import type { ImportRecord } from '../../store/import-shapes.js';
import { readImport } from '../../store/imports.js';
import { takingBackAsked } from '../../store/registers-sent.js';
import { Button, InsetText, SummaryList } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { Form } from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { Notes } from './columns.js';
import { casesInWords, counted, importers, importPage, rowsInWords } from './import-frame.js';
import { isUnderWay, stateWords } from './import-words.js';

async function get(visit: Visit): Promise<Answer> {
  const found = await visit.db(async (trx) => {
    const record = await readImport(trx, visit.params.id ?? '');
    return record === null ? null : { record, asked: await takingBackAsked(trx, record.id) };
  });
  if (found === null) return notFound;
  const { record, asked } = found;
  // The job that takes it back may not have begun.
  const waitsToGo = asked !== null && record.state === 'taken';
  const underWay = isUnderWay(record) || waitsToGo;
  return importPage(
    visit,
    { title: titleOf(record, waitsToGo), caption: record.source },
    <>
      {underWay ? <UnderWay visit={visit} record={record} /> : <Ended record={record} />}
      <Facts record={record} underWay={underWay} />
      <Notes notes={record.notes} />
    </>,
  );
}

function titleOf(record: ImportRecord, waitsToGo: boolean): string {
  if (waitsToGo) return 'The import is being taken back';
  switch (record.state) {
    case 'waiting':
    case 'taking':
      return 'The register is being taken';
    case 'taken':
      return 'The register was taken';
    case 'refused':
      return 'Nothing was taken';
    case 'taking-back':
      return 'The import is being taken back';
    case 'taken-back':
      return 'The import was taken back';
    default:
      return record.state satisfies never;
  }
}

function UnderWay({ visit, record }: { readonly visit: Visit; readonly record: ImportRecord }): VNode {
  const whole = record.rowsInFile;
  return (
    <>
      <div data-live="yes">
        <p class="govuk-body">
          <label for="far">{howFar(record)}</label>
        </p>
        <p class="govuk-body">
          {whole === null || record.state === 'taking-back' ? (
            <progress class="app-progress" id="far" />
          ) : (
            <progress class="app-progress" id="far" max={whole} value={Math.min(record.line, whole)} />
          )}
        </p>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={visit.path}>
          See how far it is now
        </a>
      </p>
      <p class="govuk-body">You can leave this page: it goes on, and stands in the list of registers.</p>
      {Date.parse(visit.now) - Date.parse(record.begunAt) < patience ? null : (
        <Form visit={visit}>
          <p class="govuk-body">If nothing has moved for some minutes:</p>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Begin again where it was
          </Button>
        </Form>
      )}
    </>
  );
}

/** Before two minutes nobody need think that it stands still. */
const patience = 120_000;

function howFar(record: ImportRecord): string {
  if (record.state === 'taking-back') return `${casesInWords(record.takenBack)} of ${counted(record.cases)} taken back`;
  if (record.state === 'waiting') return 'It begins as soon as it can.';
  const of = record.rowsInFile === null ? '' : ` of ${counted(record.rowsInFile)}`;
  return `Line ${counted(record.line)}${of}: ${rowsInWords(record.taken)} taken so far`;
}

function Ended({ record }: { readonly record: ImportRecord }): VNode {
  const { state, id } = record;
  if (state === 'refused')
    return (
      <InsetText>
        You chose all or none, and {rowsInWords(record.refused)} can’t be taken.{' '}
        <a class="govuk-link" href={`/imports/${id}/rows?which=refused`}>
          See which, and how to mend them
        </a>
        , then bring in the file again.
      </InsetText>
    );
  return (
    <ul class="govuk-list">
      {state === 'taken-back' ? (
        <li>
          {casesInWords(record.takenBack)} taken back. They count nowhere, and may be brought in again.
          {record.keptCases === 0
            ? ''
            : ` ${casesInWords(record.keptCases)} stay, since people have worked on them since.`}
        </li>
      ) : null}
      <li>
        <a class="govuk-link" href={`/imports/${id}/rows`}>
          Every row, with its case
        </a>
      </li>
      {record.refused === 0 ? null : (
        <li>
          <a class="govuk-link" href={`/imports/${id}/rows?which=refused`}>
            {rowsInWords(record.refused)} that could not be taken
          </a>
        </li>
      )}
      {record.warned === 0 ? null : (
        <li>
          <a class="govuk-link" href={`/imports/${id}/rows?which=warned`}>
            {rowsInWords(record.warned)} with a fact unknown
          </a>
        </li>
      )}
      <li>
        <a class="govuk-link" href={`/imports/${id}/rows.csv`}>
          All rows as a CSV file
        </a>
      </li>
      {state === 'taken' ? (
        <li>
          <a class="govuk-link" href={`/imports/${id}/undo`}>
            Take this import back
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** While it goes on, the counts stand above, where they are looked at again. */
function Facts({ record, underWay }: { readonly record: ImportRecord; readonly underWay: boolean }): VNode {
  const rows: [string, string | VNode][] = [
    ['File', record.fileName],
    ...(underWay ? [] : countsOf(record)),
    [
      'Begun',
      <>
        {record.by ?? 'The command line'}, <InstantText at={record.begunAt} />
      </>,
    ],
    ...(record.endedAt === null ? [] : [['Ended', <InstantText at={record.endedAt} />] as [string, VNode]]),
  ];
  return (
    <SummaryList
      rows={rows.map(([key, value]) => ({
        key: { text: key },
        value: typeof value === 'string' ? { text: value } : { html: value },
      }))}
    />
  );
}

function countsOf(record: ImportRecord): [string, string][] {
  return [
    ['State', stateWords[record.state]],
    ['Cases made', casesInWords(record.cases)],
    ['Rows taken', rowsInWords(record.taken)],
    ['Taken before, and the same', rowsInWords(record.already)],
    ['Taken before, and fuller now', rowsInWords(record.changed)],
    ['Could not be taken', rowsInWords(record.refused)],
    ['Taken with a fact unknown', rowsInWords(record.warned)],
  ];
}

/** Begins again where it was: harmless while it goes on, since one import of a register is taken at a time. */
async function post(visit: Visit): Promise<Answer> {
  const found = await visit.db(async (trx) => {
    const record = await readImport(trx, visit.params.id ?? '');
    if (record === null) return null;
    const back = record.state === 'taking-back' || (await takingBackAsked(trx, record.id)) !== null;
    if (record.state === 'waiting' || record.state === 'taking')
      await enqueue(trx, null, null, [{ name: 'take-register', payload: { import: record.id } }]);
    else if (back && record.state !== 'taken-back')
      await enqueue(trx, null, null, [{ name: 'take-register-back', payload: { import: record.id } }]);
    return record;
  });
  return found === null ? notFound : redirect(`/imports/${found.id}`);
}

export const oneImport = screen({ path: '/imports/:id', access: importers, get, post });
