/** A request for what is held of one person: its clock, its extension, and the bundles that answer it. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { beginAndMake } from '../../store/bundle-begin.js';
import { type Bundle, listBundles } from '../../store/bundles.js';
import type { Trx } from '../../store/database.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { extendRequest, readRequest, type SubjectRequest } from '../../store/subject-requests.js';
import { viewerOf } from '../cases/case-shown.js';
import { SummaryList, Tag } from '../ui/components.js';
import { DayText, Due, dueWords, InstantText } from '../ui/dates.js';
import { choice, optionalText } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, TextareaField, withRefusals } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { answersRequests } from './answers-requests.js';
import { begunWords, stateOf } from './bundle-words.js';
import { bundlesOpenTo } from './open-bundle.js';

const form = z.object({ do: choice(['make', 'extend'], 'Choose what to do'), because: optionalText(500) });

interface Found {
  readonly request: SubjectRequest;
  readonly bundles: readonly Bundle[];
}

/** Null too where a case of the person is kept from whoever looks: the two look the same. */
async function requestAsked(trx: Trx, visit: Visit): Promise<SubjectRequest | null> {
  return readRequest(trx, visit.params.id ?? '', await hiddenCases(trx, viewerOf(visit)));
}

async function read(visit: Visit): Promise<Found | null> {
  return visit.db(async (trx) => {
    const request = await requestAsked(trx, visit);
    if (request === null) return null;
    const bundles = await listBundles(trx, { requestId: request.id });
    return { request, bundles: await bundlesOpenTo(trx, visit, bundles) };
  });
}

async function get(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  return found === null ? notFound : view(visit, found, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await read(visit);
  if (found === null) return notFound;
  const given = readForm(form, visit.fields);
  if (!given.ok) return view(visit, found, given.form);
  const { request } = found;
  if (given.value.do === 'extend') {
    const { because } = given.value;
    const wrong = await visit.db((trx) => extendRequest(trx, request.id, { on: visit.today, because }));
    if (wrong !== null) return view(visit, found, withRefusals(given.form, [wrong]));
    return redirect(visit.path, { done: 'Extended by two months' });
  }
  const made = await visit.db(async (trx) => {
    // Whom a complaint is about may have been named since the page was read.
    if ((await requestAsked(trx, visit)) === null) return null;
    const of = { requestId: request.id };
    return beginAndMake(trx, { of, asked: [], by: visit.staff.id, now: new Date(visit.now) });
  });
  return made === null ? notFound : redirect(`/bundles/${made.id}`, { done: begunWords(made) });
}

function view(visit: Visit, { request, bundles }: Found, state: FormState): Answer {
  const due = request.dueOn;
  return page(
    visit,
    {
      title: `Subject access: ${request.name ?? 'name not known'}`,
      section: 'ombudsman',
      back: { href: '/subject-requests', text: 'Subject access requests' },
      form: state,
    },
    <>
      <SummaryList
        rows={[
          { key: { text: 'Received' }, value: { html: <DayText day={request.receivedOn} /> } },
          {
            key: { text: 'Due' },
            value: {
              html:
                request.answeredOn === null ? (
                  <Due words={dueWords(due, visit.today, visit.rules.calendar)} day={due} />
                ) : (
                  <Answered due={due} on={request.answeredOn} />
                ),
            },
          },
          ...(request.extendedToldOn === null
            ? []
            : [
                {
                  key: { text: 'Extended' },
                  value: {
                    html: (
                      <>
                        Told on <DayText day={request.extendedToldOn} />: {request.extendedBecause}
                      </>
                    ),
                  },
                },
              ]),
          ...(request.note === null ? [] : [{ key: { text: 'Note' }, value: { text: request.note } }]),
          { key: { text: 'Noted by' }, value: { text: request.madeBy } },
        ]}
      />
      <p class="govuk-body">
        Everything about this person, across every case that names them. What is about others has to be hidden before it
        goes. Safety markers are not in it: whoever may read them looks whether there is one, and adds what may be told
        to the case as a document.
      </p>
      {bundles.length === 0 ? (
        <Form visit={visit} id="make">
          <Hidden name="do" value="make" />
          <Submit>Put together what we hold</Submit>
        </Form>
      ) : (
        <ul class="govuk-list">
          {bundles.map((one) => (
            <li key={one.id}>
              <a class="govuk-link" href={`/bundles/${one.id}`}>
                Bundle begun <InstantText at={one.madeAt} />
              </a>{' '}
              <Tag colour={stateOf(one).colour}>{stateOf(one).text}</Tag>
            </li>
          ))}
        </ul>
      )}
      {request.answeredOn === null && request.extendedToldOn === null ? (
        <Form visit={visit} id="extend">
          <h2 class="govuk-heading-m">If it needs longer</h2>
          <Hidden name="do" value="extend" />
          <TextareaField
            form={state}
            name="because"
            label="Why, as told to the person"
            hint="Two further months, for what is complex or for many requests, told within the first month (UK GDPR, article 12(3))."
            rows={3}
            most={500}
          />
          <Submit secondary>Record that it was extended</Submit>
        </Form>
      ) : null}
    </>,
  );
}

function Answered({ due, on }: { readonly due: SubjectRequest['dueOn']; readonly on: SubjectRequest['dueOn'] }): VNode {
  return (
    <>
      Answered <DayText day={on} />, {on > due ? 'late' : 'in time'} (due <DayText day={due} />)
    </>
  );
}

export const subjectRequest = screen({ path: '/subject-requests/:id', access: answersRequests, get, post });
