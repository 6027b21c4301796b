/**
 * Safety markers of a person: read before a visit or a call, by the roles that the landlord has named, and each reading is
 * recorded. Set for a reason, with a review of its own; ended, never changed.
 */
import { z } from 'zod';
import { usualMarkerReview } from '../../complaint/behaviour/safety-marker.js';
import type { Refusal } from '../../complaint/refusals.js';
import { caseWorkers } from '../../complaint/roles.js';
import type { PersonId } from '../../facts/happened.js';
import { recordChange } from '../../store/change-trail.js';
import { isUuid, type Trx } from '../../store/database.js';
import { type Person, readPerson } from '../../store/people.js';
import {
  endMarker,
  eraseMarker,
  markerReadings,
  type ReadBefore,
  readMarkers,
  setMarker,
} from '../../store/safety-markers.js';
import { Button, Details, InsetText, WarningText } from '../ui/components.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withRefusals,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { beforeWords, MarkerFacts, Readings } from './marker-parts.js';
import { maySeeMarkers } from './may-see-markers.js';

const schema = z.object({
  whatToDo: requiredText('Write down what staff must do', 2000),
  reasons: requiredText('Write down what it rests on', 5000),
  told: requiredText('Write down that they were told, or why not', 2000),
  reviewOn: requiredDay('the day on which it is looked at again'),
});

const ending = z.object({ why: requiredText('Write down why it ends', 2000) });

/** Who has no role that may read markers is told nothing, not even whether there is one. */
async function about(visit: Visit): Promise<Person | null> {
  const id = visit.params.person ?? '';
  if (!isUuid(id) || !maySeeMarkers(visit)) return null;
  return visit.db((trx) => readPerson(trx, id as PersonId));
}

const pathOf = (person: Person) => `/behaviour/people/${person.id}/markers` as const;

/** What one says comes only after its reader said before what they read it: that is what is recorded. */
async function get(visit: Visit): Promise<Answer> {
  const person = await about(visit);
  if (person === null) return notFound;
  const asked = visit.query.before;
  const before = typeof asked === 'string' && Object.hasOwn(beforeWords, asked) ? (asked as ReadBefore) : null;
  if (before === null) return choose(visit, person);
  return view(visit, person, before, startForm(visit, { reviewOn: usualMarkerReview(visit.today) }));
}

function choose(visit: Visit, person: Person): Answer {
  return page(
    visit,
    {
      title: 'Safety markers',
      section: 'cases',
      back: { href: `/behaviour/people/${person.id}`, text: 'Before you contact them' },
    },
    <>
      <p class="govuk-body">
        What is on record for the safety of staff about {person.name ?? 'this person'} is read only by those who need
        it. That you read it is recorded.
      </p>
      <p class="govuk-body">Before what do you read it?</p>
      <div class="govuk-button-group">
        {(Object.keys(beforeWords) as ReadBefore[]).map((one) => (
          <Button
            key={one}
            href={`?before=${one}`}
            text={`Before ${beforeWords[one]}`}
            classes="govuk-button--secondary"
          />
        ))}
      </div>
    </>,
  );
}

async function post(visit: Visit): Promise<Answer> {
  const person = await about(visit);
  if (person === null) return notFound;
  const done = { staff: visit.staff.id, roles: visit.staff.roles, now: new Date(visit.now) };
  const marker = { person: person.id, id: String(visit.fields.marker) };
  switch (visit.fields.what) {
    case 'end': {
      const read = readForm(ending, visit.fields);
      if (!read.ok) return view(visit, person, 'review', read.form);
      const asked = { ...marker, why: read.value.why };
      const refusals = await changing(visit, person, 'A safety marker was ended', (trx) => endMarker(trx, asked, done));
      return redirect(pathOf(person), { done: refusals[0]?.words ?? 'It is ended' });
    }
    case 'erase': {
      const words = 'An ended safety marker was erased';
      const refusals = await changing(visit, person, words, (trx) => eraseMarker(trx, marker, done));
      return redirect(pathOf(person), { done: refusals[0]?.words ?? 'It is erased' });
    }
    default: {
      const read = readForm(schema, visit.fields);
      if (!read.ok) return view(visit, person, 'review', read.form);
      const asked = { ...read.value, person: person.id };
      const refusals = await changing(visit, person, 'A safety marker was set', (trx) => setMarker(trx, asked, done));
      if (refusals.length > 0) return view(visit, person, 'review', withRefusals(read.form, refusals));
      return redirect(pathOf(person), { done: 'The safety marker is set' });
    }
  }
}

/** Does it and notes it in the trail, where nothing speaks against it. */
async function changing(
  visit: Visit,
  person: Person,
  words: string,
  change: (trx: Trx) => Promise<readonly Refusal[]>,
): Promise<readonly Refusal[]> {
  return visit.db(async (trx) => {
    const refusals = await change(trx);
    if (refusals.length === 0)
      await recordChange(trx, { about: 'person', words, by: visit.staff.id, subject: person.id });
    return refusals;
  });
}

async function view(visit: Visit, person: Person, before: ReadBefore, form: FormState): Promise<Answer> {
  const [markers, readings] = await visit.db(async (trx) => {
    const reader = { staff: visit.staff.id, before, now: new Date(visit.now) };
    return [await readMarkers(trx, person.id, reader), await markerReadings(trx, person.id)] as const;
  });
  const standing = markers.filter(({ endedAt }) => endedAt === null);
  const over = markers.filter(({ endedAt }) => endedAt !== null);
  return page(
    visit,
    {
      title: 'Safety markers',
      heading: `Safety markers: ${person.name ?? 'name not known'}`,
      section: 'cases',
      form,
      back: { href: `/behaviour/people/${person.id}`, text: 'Before you contact them' },
    },
    <>
      {standing.length === 0 ? <InsetText text="Nothing is on record for the safety of staff." /> : null}
      {standing.map((one) => (
        <div key={one.id}>
          <WarningText text={one.whatToDo} iconFallbackText="Before you go or ring" />
          <MarkerFacts marker={one} />
          {one.reviewOn <= visit.today ? (
            <InsetText text="Its review is due. End it, or end it and set it again with what is known now." />
          ) : null}
          <Details summaryText="End it">
            <Form visit={visit} id={`end-${one.id}`}>
              <Hidden name="marker" value={one.id} />
              <Hidden name="what" value="end" />
              <TextareaField form={form} name="why" label="Why does it end?" rows={2} />
              <Submit secondary>End it</Submit>
            </Form>
          </Details>
        </div>
      ))}
      <Details summaryText="Set a safety marker" open={form.errors.some(({ field }) => field !== 'why')}>
        <Form visit={visit}>
          <TextareaField
            form={form}
            name="whatToDo"
            label="What must staff do before they visit or ring?"
            hint="For example: go in twos, meet at the office, keep away from the dog"
            rows={3}
          />
          <TextareaField
            form={form}
            name="reasons"
            label="What does it rest on?"
            hint="What happened and who saw it; not what somebody believes of them"
            rows={4}
          />
          <TextareaField
            form={form}
            name="told"
            label="Were they told of it? If not, why not?"
            hint="They are told, unless telling them would put somebody at risk"
            rows={2}
          />
          <DateField form={form} name="reviewOn" legend="When is it looked at again?" hint="Within a year" />
          <Submit>Set it</Submit>
        </Form>
      </Details>
      {over.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Ended</h2>
          {over.map((one) => (
            <div key={one.id}>
              <p class="govuk-body">{one.whatToDo}</p>
              <MarkerFacts marker={one} />
              {visit.may('manager') ? (
                <Form visit={visit} id={`erase-${one.id}`}>
                  <Hidden name="marker" value={one.id} />
                  <Hidden name="what" value="erase" />
                  <Submit warning>Erase it for good</Submit>
                </Form>
              ) : null}
            </div>
          ))}
        </>
      )}
      <p class="govuk-body">
        If they ask for their data, what stands here is part of it, unless telling them would put somebody at risk.
      </p>
      <Readings readings={readings} />
    </>,
  );
}

export const safetyMarkers = screen({ path: '/behaviour/people/:person/markers', access: caseWorkers, get, post });
