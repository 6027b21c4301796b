/** A sheet out of the repairs system: which jobs are done. Sent, looked at, and taken only when somebody says so. */
import { whyNoJobs } from '../../complaint/job-rows.js';
import type { KeptSheet } from '../../store/sheets-kept.js';
import { sheetSent } from '../sheet-sent.js';
import { FileField, Form, type FormState, Submit, startForm } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';

const get = async (visit: Visit): Promise<Answer> => view(visit, startForm(visit));

async function post(visit: Visit): Promise<Answer> {
  const sent = await sheetSent(visit, { what: 'jobs', choose: sheetOfJobs });
  return sent.ok ? redirect(`/promises/jobs/${sent.id}`) : view(visit, sent.form);
}

/** The first that can be of jobs: a workbook may begin with a cover. */
function sheetOfJobs(sheets: readonly KeptSheet[], fileName: string): readonly KeptSheet[] | string {
  const found = sheets.find(({ rows }) => whyNoJobs(rows) === null);
  return found === undefined ? `${fileName} ${whyNoJobs(sheets[0]?.rows ?? []) ?? ''}` : [found];
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
