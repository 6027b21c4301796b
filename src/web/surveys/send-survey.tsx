/** Answers to surveys of others, after a repair or a call: sent as a sheet, looked at, then brought in. */

import { listSurveys } from '../../store/surveys-brought-in.js';
import { sheetSent } from '../sheet-sent.js';
import { InsetText, Table } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { FileField, Form, type FormState, Submit, startForm } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';

/** What people write in a survey is longer than a figure. */
const longestCell = 5_000;

const get = async (visit: Visit): Promise<Answer> => view(visit, startForm(visit));

async function post(visit: Visit): Promise<Answer> {
  const sent = await sheetSent(visit, {
    what: 'survey-rows',
    longest: longestCell,
    choose: ([first]) => (first === undefined ? [] : [first]),
  });
  return sent.ok ? redirect(`/survey-answers/${sent.id}`) : view(visit, sent.form);
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
