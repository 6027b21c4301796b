/** Answers to surveys of others, after a repair or a call: sent as a sheet, looked at, then brought in. */
import { keepSheets, readSmallSheets } from '../../store/sheets-kept.js';
import { listSurveys } from '../../store/surveys-brought-in.js';
import { InsetText, Table } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { FileField, Form, type FormState, Submit, startForm, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';

const largest = 10_000_000;
/** What people write in a survey is longer than a figure. */
const longestCell = 5_000;

const get = async (visit: Visit): Promise<Answer> => view(visit, startForm(visit));

async function post(visit: Visit): Promise<Answer> {
  const [file, another] = visit.files;
  const wrong = (words: string) =>
    view(visit, withErrors({ values: visit.fields, errors: [] }, [{ field: 'sheet', words }]));
  if (file === undefined) return wrong('Choose the file');
  if (another !== undefined) return wrong('Choose one file at a time');
  if (file.size > largest) return wrong(`${file.name} is larger than 10 MB. Bring it in by parts`);
  const read = await readSmallSheets(file.path, file.name, longestCell);
  if (!read.ok) return wrong(read.why);
  const id = await visit.db((trx) =>
    keepSheets(trx, {
      what: 'survey-rows',
      fileName: file.name.slice(-200),
      sheets: read.sheets.slice(0, 1),
      by: visit.staff.id,
    }),
  );
  return redirect(`/survey-answers/${id}`);
}

async function view(visit: Visit, form: FormState): Promise<Answer> {
  const before = await visit.db(listSurveys);
  return page(
    visit,
    { title: 'Bring in survey answers', section: 'arrivals', form, wide: true },
    <>
      <p class="govuk-body">
        For surveys after a repair, a call or a visit. Whoever was dissatisfied is offered to complain; nothing here is
        counted as satisfaction in your figures, and nobody is written to by themselves.
      </p>
      <Form visit={visit} files>
        <FileField
          form={form}
          name="sheet"
          label="The answers, a row for each person"
          hint="A CSV file or an Excel workbook (.xlsx), up to 10 MB and 5,000 rows. You see what was read before anything is taken"
        />
        <Submit>Read the sheet</Submit>
      </Form>
      {before.length === 0 ? (
        <InsetText text="No survey was brought in yet." />
      ) : (
        <Scroll label="Surveys that were brought in">
          <Table
            caption="Brought in before"
            captionClasses="govuk-table__caption--m"
            head={[
              { text: 'Survey' },
              { text: 'Rows', format: 'numeric' },
              { text: 'Offers', format: 'numeric' },
              { text: 'Nobody to reach', format: 'numeric' },
              { text: 'By' },
            ]}
            rows={before.map((one) => [
              { text: one.name },
              { text: String(one.rows), format: 'numeric' },
              { text: String(one.offers), format: 'numeric' },
              { text: String(one.unmatched), format: 'numeric' },
              {
                html: (
                  <>
                    {one.by}, <InstantText at={one.at} />
                  </>
                ),
              },
            ])}
          />
        </Scroll>
      )}
    </>,
  );
}

export const sendSurvey = screen({ path: '/survey-answers', access: ['officer', 'manager'], get, post });
