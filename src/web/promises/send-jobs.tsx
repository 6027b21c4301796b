/** A sheet out of the repairs system: which jobs are done. Sent, looked at, and taken only when somebody says so. */
import { keepSheets, readSmallSheets } from '../../store/sheets-kept.js';
import { FileField, Form, type FormState, Submit, startForm, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';

const largest = 10_000_000;

const get = async (visit: Visit): Promise<Answer> => view(visit, startForm(visit));

async function post(visit: Visit): Promise<Answer> {
  const [file, another] = visit.files;
  const wrong = (words: string) =>
    view(visit, withErrors({ values: visit.fields, errors: [] }, [{ field: 'sheet', words }]));
  if (file === undefined) return wrong('Choose the file');
  if (another !== undefined) return wrong('Choose one file at a time');
  if (file.size > largest) return wrong(`${file.name} is larger than 10 MB. Bring it in by parts`);
  const read = await readSmallSheets(file.path, file.name);
  if (!read.ok) return wrong(read.why);
  const id = await visit.db((trx) =>
    keepSheets(trx, {
      what: 'jobs',
      fileName: file.name.slice(-200),
      sheets: read.sheets.slice(0, 1),
      by: visit.staff.id,
    }),
  );
  return redirect(`/promises/jobs/${id}`);
}

function view(visit: Visit, form: FormState): Answer {
  return page(
    visit,
    {
      title: 'What the repairs system says',
      section: 'puttingRight',
      form,
      back: { href: '/promises', text: 'Promises' },
    },
    <>
      <p class="govuk-body">
        Jobs are found by their number, as it was recorded with a promise. A job that is finished shows that its promise
        is done; a visit for which nobody opened the door is recorded. Nobody is written to, and a row is taken once,
        however often it is sent.
      </p>
      <Form visit={visit} files>
        <FileField
          form={form}
          name="sheet"
          label="The jobs, a row for each"
          hint="A CSV file or an Excel workbook (.xlsx), up to 10 MB and 5,000 rows. You see what was read before anything is taken"
        />
        <Submit>Read the sheet</Submit>
      </Form>
    </>,
  );
}

export const sendJobs = screen({ path: '/promises/jobs', access: ['officer', 'manager'], get, post });
