/** One thing that a person makes before a letter may go: it is made, or something else was agreed with the resident. */
import { z } from 'zod';
import { caseWorkers } from '../../../complaint/roles.js';
import { adjustmentKindWords, letterKindWords } from '../../../complaint/standing-words.js';
import { inWords } from '../../../facts/days.js';
import { type AdjustmentTask, closeTask, readTask } from '../../../store/adjustment-tasks.js';
import { isUuid } from '../../../store/database.js';
import { letGo } from '../../../store/outbox.js';
import { InsetText } from '../../ui/components.js';
import { InstantText } from '../../ui/dates.js';
import { choice, requiredText } from '../../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, TextareaField } from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { IdentityBar } from '../case-frame.js';
import { type CaseShown, showCase } from '../case-shown.js';
import { letterPath } from './letter-of-visit.js';

const schema = z.object({
  as: choice(['done', 'agreed-otherwise'], 'Choose whether it is made, or something else was agreed'),
  words: requiredText('Write down what was made, or what was agreed and with whom', 2000),
});

interface Found {
  readonly shown: CaseShown;
  readonly task: AdjustmentTask;
}

async function find(visit: Visit): Promise<Found | null> {
  const shown = await showCase(visit);
  const id = visit.params.task ?? '';
  if (shown === null || !isUuid(id)) return null;
  const task = await visit.db((trx) => readTask(trx, id));
  return task === null || task.caseId !== shown.case.id ? null : { shown, task };
}

async function get(visit: Visit): Promise<Answer> {
  const found = await find(visit);
  return found === null ? notFound : view(visit, found, startForm(visit, {}));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await find(visit);
  if (found === null) return notFound;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { shown, task } = found;
  const first = await visit.db(async (trx) => {
    const closed = await closeTask(trx, task.id, { ...read.value, by: visit.staff.id, now: new Date(visit.now) });
    // A letter that was let go before is looked at again: it leaves when nothing else holds it.
    if (closed) await letGo(trx, shown.case.id);
    return closed;
  });
  return redirect(letterPath(shown.case.reference, task.letter), {
    done: first ? 'Recorded. The letter may go when nothing else holds it' : 'Somebody had recorded it already',
  });
}

async function view(visit: Visit, { shown, task }: Found, form: FormState): Promise<Answer> {
  const { reference } = shown.case;
  const kind = adjustmentKindWords[task.kind];
  const letter = task.letterKind === null ? 'a letter' : letterKindWords[task.letterKind].toLowerCase();
  return page(
    visit,
    {
      title: `${kind}: ${reference}`,
      heading: `To be made: ${kind.toLowerCase()}`,
      section: 'cases',
      back: { href: letterPath(reference, task.letter), text: 'Back to the letter' },
      form,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    task.state === 'open' ? (
      <>
        <p class="govuk-body">
          For the {letter}, by {inWords(task.dueOn)}. The letter waits until this is closed, and its clock runs
          meanwhile.
        </p>
        <Form visit={visit}>
          <RadiosField
            form={form}
            name="as"
            legend="Is it made?"
            items={[
              { value: 'done', text: 'Yes, it is made and goes with the letter' },
              { value: 'agreed-otherwise', text: 'No: something else was agreed with the resident' },
            ]}
          />
          <TextareaField
            form={form}
            name="words"
            label="What was made, or what was agreed and with whom"
            rows={3}
            most={2000}
          />
          <Submit>Record it</Submit>
        </Form>
      </>
    ) : (
      <InsetText>
        <p class="govuk-body">
          {task.state === 'done' ? 'It was made. ' : 'Something else was agreed. '}
          {task.words ?? ''}
        </p>
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          {task.closedByName ?? ''}, {task.closedAt === null ? null : <InstantText at={task.closedAt} />}
        </p>
      </InsetText>
    ),
  );
}

export const toMake = screen({ path: '/cases/:reference/to-make/:task', access: caseWorkers, get, post });
