/** Requests of people for what is held of them, by their dates; and a new one, from a case that names the person. */
import { z } from 'zod';
import { readCase } from '../../store/case-file.js';
import type { Trx } from '../../store/database.js';
import { readPeople } from '../../store/people.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { listRequests, noteRequest, readRequest, type SubjectRequest } from '../../store/subject-requests.js';
import { maySeeCase, viewerOf } from '../cases/case-shown.js';
import { InsetText, Table } from '../ui/components.js';
import { DayText, Due, dueWords } from '../ui/dates.js';
import { optionalText, requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { PartsOf } from '../ui/parts.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { answersRequests } from './answers-requests.js';

async function get(visit: Visit): Promise<Answer> {
  const all = await visit.db(async (trx) => listRequests(trx, await hiddenCases(trx, viewerOf(visit))));
  return page(
    visit,
    { title: 'Subject access requests', section: 'ombudsman', wide: true },
    <>
      <PartsOf section="ombudsman" at="/subject-requests" visit={visit} />
      <p class="govuk-body">
        <a class="govuk-link" href="/subject-requests/new">
          Note a request
        </a>
      </p>
      {all.length === 0 ? (
        <InsetText text="There is none yet." />
      ) : (
        <Scroll label="Subject access requests">
          <Table
            caption="Open ones first, by their dates"
            captionClasses="govuk-visually-hidden"
            head={[{ text: 'Person' }, { text: 'Received' }, { text: 'Due' }]}
            rows={all.map((one) => [
              {
                html: (
                  <a class="govuk-link" href={`/subject-requests/${one.id}`}>
                    {one.name ?? 'Name not known'}
                  </a>
                ),
              },
              { html: <DayText day={one.receivedOn} short /> },
              { html: dueOf(visit, one) },
            ])}
          />
        </Scroll>
      )}
    </>,
  );
}

function dueOf(visit: Visit, one: SubjectRequest) {
  if (one.answeredOn !== null)
    return (
      <>
        Answered <DayText day={one.answeredOn} short />
      </>
    );
  return <Due words={dueWords(one.dueOn, visit.today, visit.rules.calendar)} day={one.dueOn} />;
}

const form = (visit: Visit) =>
  z.object({
    reference: requiredText('Enter the reference of a case that names the person', 40),
    person: z.string().default(''),
    receivedOn: requiredDay('the date it was received', { notAfter: visit.today }),
    note: optionalText(300),
  });

async function getNew(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit, { receivedOn: visit.today }), []);
}

async function peopleIn(trx: Trx, visit: Visit, reference: string) {
  const file = await readCase(trx, reference);
  if (file === null || !(await maySeeCase(trx, visit, file.case.id))) return null;
  const { person, group, representatives } = file.case;
  const ids = new Set([...(person === null ? [] : [person]), ...group, ...representatives.map((one) => one.person)]);
  return [...(await readPeople(trx, [...ids])).values()];
}

async function postNew(visit: Visit): Promise<Answer> {
  const given = readForm(form(visit), visit.fields);
  const reference = String(visit.fields.reference ?? '');
  const people = reference === '' ? null : await visit.db((trx) => peopleIn(trx, visit, reference));
  if (!given.ok) return view(visit, given.form, people ?? []);
  if (people === null || people.length === 0) {
    const words =
      people === null
        ? 'There is no case of that reference: check it on one of our letters'
        : 'Nobody is named in that case yet: say who the resident is there first';
    return view(visit, withErrors(given.form, [{ field: 'reference', words }]), []);
  }
  const { receivedOn, note } = given.value;
  const one = people.length === 1 ? people[0] : people.find(({ id }) => id === given.value.person);
  if (one === undefined) {
    const words = 'Several people are named in that case: choose who asks';
    return view(visit, withErrors(given.form, [{ field: 'person', words }]), people);
  }
  const { id, theirs } = await visit.db(async (trx) => {
    const id = await noteRequest(trx, { person: one.id, receivedOn, note, by: visit.staff.id });
    return { id, theirs: (await readRequest(trx, id, await hiddenCases(trx, viewerOf(visit)))) !== null };
  });
  return theirs
    ? redirect(`/subject-requests/${id}`, { done: 'The request is noted' })
    : redirect('/subject-requests', { done: 'The request is noted. A manager answers it' });
}

function view(visit: Visit, state: FormState, people: readonly { id: string; name: string | null }[]): Answer {
  return page(
    visit,
    {
      title: 'Note a subject access request',
      section: 'ombudsman',
      back: { href: '/subject-requests', text: 'Subject access requests' },
      form: state,
    },
    <Form visit={visit}>
      <TextField
        form={state}
        name="reference"
        label="A case that names the person"
        hint="For example CMP-26-00123. What we hold is found in every case that names them."
        width={20}
        autocomplete="off"
      />
      {people.length < 2 ? null : (
        <RadiosField
          form={state}
          name="person"
          legend="Who asks"
          items={people.map(({ id, name }) => ({ value: id, text: name ?? 'Name not known' }))}
        />
      )}
      <DateField
        form={state}
        name="receivedOn"
        legend="When it was received"
        hint="By anybody here. It is due the same date next month."
      />
      <TextField
        form={state}
        name="note"
        label="Note (optional)"
        hint="How they showed who they are, what they ask for"
      />
      <Submit>Note the request</Submit>
    </Form>,
  );
}

export const subjectRequests = screen({ path: '/subject-requests', access: answersRequests, get });
export const newSubjectRequest = screen({
  path: '/subject-requests/new',
  access: answersRequests,
  get: getNew,
  post: postNew,
});
