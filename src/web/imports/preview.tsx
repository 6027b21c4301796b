/** What taking the register would do: counts, kinds, months, and every row's problem with how to mend it. Nothing is taken yet. */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ImportRecord, Preview, RowProblem } from '../../store/import-shapes.js';
import { listImports } from '../../store/imports.js';
import { mostListed } from '../../store/registers-sent.js';
import { csvFile } from '../csv.js';
import { InsetText, SummaryList, Table, WarningText } from '../ui/components.js';
import { choice } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm } from '../ui/forms.js';
import { otherPage, Pages, pageAsked } from '../ui/pages.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, download, redirect, screen, type Visit } from '../visit.js';
import { Notes } from './columns.js';
import { counted, importers, importPage, type ReadSent, registerOf, rowsInWords } from './import-frame.js';
import { PreviewCounts } from './preview-counts.js';
import { RemoveRegister } from './sent.js';

const size = 50;
const form = z.object({ mode: choice(['good-rows', 'all-or-none'], 'Choose which rows are taken') });

async function previewed(
  visit: Visit,
): Promise<{ ok: true; sent: ReadSent; preview: Preview } | { ok: false; answer: Answer }> {
  const found = await registerOf(visit);
  if (!found.ok) return found;
  const { preview } = found.sent;
  if (preview === null) return { ok: false, answer: redirect(`/imports/sent/${found.sent.id}/dates`) };
  return { ok: true, sent: found.sent, preview };
}

async function get(visit: Visit): Promise<Answer> {
  const found = await previewed(visit);
  if (!found.ok) return found.answer;
  return view(visit, found.sent, found.preview, startForm(visit), await takenElsewhere(visit, found.sent));
}

/** The same file, taken under another name: its rows would not be known again, and every case would be there twice. */
async function takenElsewhere(visit: Visit, { proposal, source }: ReadSent): Promise<ImportRecord | null> {
  const known = await visit.db((trx) => listImports(trx, 200));
  const same = (one: string) => one.trim().toLowerCase().replace(/\s+/g, ' ');
  return (
    known.find(
      (one) =>
        one.fileDigest === proposal.file.digest &&
        same(one.source) !== same(source) &&
        (one.state === 'taken' || one.state === 'taking'),
    ) ?? null
  );
}

async function post(visit: Visit): Promise<Answer> {
  const found = await previewed(visit);
  if (!found.ok) return found.answer;
  const { sent, preview } = found;
  const read = readForm(form, preview.refused === 0 ? { ...visit.fields, mode: 'good-rows' } : visit.fields);
  if (!read.ok) return view(visit, sent, preview, read.form, await takenElsewhere(visit, sent));
  return redirect(`/imports/sent/${sent.id}/confirm?mode=${read.value.mode}`);
}

function view(
  visit: Visit,
  sent: ReadSent,
  preview: Preview,
  state: FormState,
  elsewhere: ImportRecord | null,
): Answer {
  const none = preview.taken + preview.changed === 0;
  return importPage(
    visit,
    { title: 'What would be taken', form: state, wide: true, step: 'preview', caption: sent.source },
    <>
      <p class="govuk-body">
        {sent.fileName}. Nothing has been taken yet. To change how it is read, go back to{' '}
        <a class="govuk-link" href={`/imports/sent/${sent.id}/columns`}>
          the columns
        </a>
        ,{' '}
        <a class="govuk-link" href={`/imports/sent/${sent.id}/values`}>
          the words
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={`/imports/sent/${sent.id}/dates`}>
          the dates
        </a>
        .
      </p>
      {elsewhere === null ? null : (
        <WarningText
          text={`This very file was taken before as ‘${elsewhere.source}’. Under another name its rows are not known again, and every case would be there twice. Throw this file away, or send it again under that name.`}
          iconFallbackText="Warning"
        />
      )}
      <SummaryList
        rows={[
          ['Rows in the register', rowsInWords(preview.rows)],
          ['Would be taken', rowsInWords(preview.taken)],
          ['Taken before, and the same', rowsInWords(preview.already)],
          ['Taken before, and fuller now', rowsInWords(preview.changed)],
          ['Can’t be taken', rowsInWords(preview.refused)],
          ['Taken with a fact unknown', rowsInWords(preview.warned)],
        ].map(([key, text]) => ({ key: { text: key ?? '' }, value: { text: text ?? '' } }))}
      />
      <Notes notes={preview.notes} />
      <PreviewCounts preview={preview} />
      <Problems sent={sent} preview={preview} visit={visit} />
      <h2 class="govuk-heading-m">What now</h2>
      {none ? (
        <InsetText text="There is nothing to take: every row was taken before, or can’t be taken." />
      ) : (
        <Form visit={visit}>
          {preview.refused === 0 ? null : (
            <RadiosField
              form={state}
              name="mode"
              legend={`${rowsInWords(preview.refused)} can’t be taken. Which rows are taken?`}
              items={[
                {
                  value: 'good-rows',
                  text: 'The others',
                  hint: 'Mend the rest in the file and bring it in again: what was taken is not taken twice',
                },
                { value: 'all-or-none', text: 'All or none', hint: 'Nothing is taken while one row can’t be' },
              ]}
            />
          )}
          <Submit>Go on</Submit>
        </Form>
      )}
      <RemoveRegister visit={visit} id={sent.id} fileName={sent.fileName} />
    </>,
  );
}

function Problems(props: { readonly sent: ReadSent; readonly preview: Preview; readonly visit: Visit }): VNode | null {
  const { sent, preview, visit } = props;
  const { refusals, warnings } = preview;
  if (refusals.length + warnings.length === 0) return null;
  const which = visit.query.which === 'warnings' || refusals.length === 0 ? 'warnings' : 'refusals';
  const listed = which === 'refusals' ? refusals : warnings;
  const at = Math.min(pageAsked(visit), Math.max(1, Math.ceil(listed.length / size)));
  const path = `/imports/sent/${sent.id}/preview`;
  const otherOf = otherPage(visit, path);
  return (
    <>
      <h2 class="govuk-heading-m" id="problems">
        {which === 'refusals' ? 'Rows that can’t be taken' : 'Facts that stay unknown'}
      </h2>
      <p class="govuk-body">
        {refusals.length > 0 && warnings.length > 0 ? (
          <>
            <a class="govuk-link" href={`${path}?which=${which === 'refusals' ? 'warnings' : 'refusals'}#problems`}>
              {which === 'refusals' ? 'Show the facts that stay unknown' : 'Show the rows that can’t be taken'}
            </a>
            {'. '}
          </>
        ) : null}
        <a class="govuk-link" href={`/imports/sent/${sent.id}/problems.csv`}>
          Download all of them as a CSV file
        </a>
      </p>
      {refusals.length < preview.refused || refusals.length + warnings.length >= mostListed ? (
        <p class="govuk-body">
          There are more than can be listed here, so only the first {counted(listed.length)} are. When the register has
          been taken, every row stands with its problems on the page of the import.
        </p>
      ) : null}
      <ProblemTable problems={listed.slice((at - 1) * size, at * size)} />
      <Pages at={at} size={size} total={listed.length} what="problems" href={(n) => `${otherOf(n)}#problems`} />
    </>
  );
}

function ProblemTable({ problems }: { readonly problems: readonly RowProblem[] }): VNode {
  return (
    <Scroll label="Problems, by line">
      <Table
        caption="Problems, by line of the file"
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ text: 'Line' }, { text: 'Column' }, { text: 'What is wrong, and how to mend it' }]}
        rows={problems.map(({ line, column, reason }) => [
          { text: counted(line) },
          { text: column ?? 'The row' },
          { text: reason },
        ])}
      />
    </Scroll>
  );
}

async function getProblems(visit: Visit): Promise<Answer> {
  const found = await previewed(visit);
  if (!found.ok) return found.answer;
  const { refusals, warnings } = found.preview;
  const line = (what: string) => (problem: RowProblem) => [
    String(problem.line),
    what,
    problem.column ?? '',
    problem.reason,
  ];
  const rows = [...refusals.map(line('Can’t be taken')), ...warnings.map(line('Fact unknown'))];
  rows.sort(([a], [b]) => Number(a) - Number(b));
  return download('problems.csv', 'text/csv; charset=utf-8', csvFile([['Line', 'What', 'Column', 'Problem'], ...rows]));
}

export const registerPreview = screen({ path: '/imports/sent/:id/preview', access: importers, get, post });
export const registerProblems = screen({
  path: '/imports/sent/:id/problems.csv',
  access: importers,
  get: getProblems,
});
