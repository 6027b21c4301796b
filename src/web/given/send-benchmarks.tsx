/** A sheet of benchmarks is sent: read at once, kept for its sender, and taken only when it has been looked at. */
import { keepSheets, readSmallSheets } from '../../store/sheets-kept.js';
import { FileField, Form, type FormState, Submit, startForm, withErrors } from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { givenPage, writers } from './given-page.js';

const largest = 10_000_000;

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const [file, another] = visit.files;
  const wrong = (words: string) =>
    view(visit, withErrors({ values: visit.fields, errors: [] }, [{ field: 'sheet', words }]));
  if (file === undefined) return wrong('Choose the file with the benchmarks');
  if (another !== undefined) return wrong('Choose one file at a time');
  if (file.size === 0) return wrong(`${file.name} is empty. Choose a file with something in it`);
  if (file.size > largest) return wrong(`${file.name} is larger than 10 MB. Keep the sheet with the figures only`);
  const read = await readSmallSheets(file.path, file.name);
  if (!read.ok) return wrong(read.why);
  const id = await visit.db((trx) =>
    keepSheets(trx, { fileName: file.name.slice(-200), sheets: read.sheets, by: visit.staff.id }),
  );
  return redirect(`/figures/given/benchmarks/sheets/${id}`);
}

function view(visit: Visit, form: FormState): Promise<Answer> {
  return givenPage(
    visit,
    { title: 'Load benchmarks', form, under: { text: 'Benchmarks', href: '/figures/given/benchmarks' } },
    <>
      <p class="govuk-body">
        A sheet with a row for each measure and its quartiles, as the regulator and benchmarking clubs print it, or a
        sheet with a row for each landlord, of which the quartiles are worked out. You see what was read before anything
        is taken.
      </p>
      <Form visit={visit} files>
        <FileField
          form={form}
          name="sheet"
          label="File with the benchmarks"
          hint="A CSV file or an Excel workbook (.xlsx), up to 10 MB"
        />
        <Submit>Read the sheet</Submit>
      </Form>
    </>,
  );
}

export const sendBenchmarks = screen({ path: '/figures/given/benchmarks/load', access: writers, get, post });
