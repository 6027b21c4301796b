/** One call that is owed: whom to ring and how safely, what was tried, and what came of it. */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Case } from '../../complaint/case.js';
import { contactScripts } from '../../complaint/contact-scripts.js';
import { mayNote } from '../../complaint/may/note.js';
import { mayReceiveMessage } from '../../complaint/may/receive-message.js';
import type { Context, Decision } from '../../complaint/refusals.js';
import { caseWorkers } from '../../complaint/roles.js';
import { actWithin } from '../../store/act.js';
import { type CallBack, endCall, readCallBack, triedCall } from '../../store/call-backs.js';
import type { Trx } from '../../store/database.js';
import { type Person, readPerson } from '../../store/people.js';
import { recordReading } from '../../store/reads.js';
import { isHidden } from '../../store/staff-concerned.js';
import { type Holds, HoldsFor, holdsFor } from '../behaviour/holds-for.js';
import { viewerOf } from '../cases/case-shown.js';
import { ownScripts } from '../settings/scripts.js';
import { Script } from '../staff/scripts.js';
import { Details, InsetText, SummaryList, WarningText } from '../ui/components.js';
import { Due, dueWords, InstantText } from '../ui/dates.js';
import { choice, optionalDay, optionalText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { endWords, tryWords } from './words.js';

const results = [
  'spoken',
  'no-answer',
  'left-a-message',
  'asked-for-later',
  'number-wrong',
  'written-instead',
  'no-longer-wanted',
] as const;

const schema = (visit: Visit) =>
  z.object({
    result: choice(results, 'Choose what came of it'),
    said: optionalText(50_000),
    again: optionalDay('the day on which to ring again', { notBefore: visit.today }),
  });

/** Who is rung, and what is to be known first. */
interface Called {
  readonly person: Person | null;
  readonly holds: Holds;
}

async function found(visit: Visit, work: (call: CallBack, person: Called) => Promise<Answer>): Promise<Answer> {
  const read = await visit.db(async (trx) => {
    const call = await readCallBack(trx, visit.params.id ?? '');
    if (call === null || (await isHidden(trx, call.caseId, viewerOf(visit)))) return null;
    await recordReading(trx, { staff: visit.staff.id, what: 'case', caseId: call.caseId });
    const person = call.person === null ? null : await readPerson(trx, call.person);
    return { call, person: { person, holds: await holdsFor(trx, visit, call.person) } };
  });
  return read === null ? notFound : work(read.call, read.person);
}

const get = (visit: Visit) => found(visit, async (call, person) => view(visit, call, person, startForm(visit)));

const post = (visit: Visit) =>
  found(visit, async (call, person) => {
    const read = readForm(schema(visit), visit.fields);
    if (!read.ok) return view(visit, call, person, read.form);
    const { result, said, again } = read.value;
    if (result === 'spoken' && said === null) {
      return view(visit, call, person, withErrors(read.form, [{ field: 'said', words: 'Write down what was said' }]));
    }
    if (result === 'asked-for-later' && again === null) {
      const words = 'Enter the day on which to ring again';
      return view(visit, call, person, withErrors(read.form, [{ field: 'again', words }]));
    }
    const first = await visit.db(async (trx) => {
      const now = new Date(visit.now);
      const by = visit.staff.id;
      if (result === 'written-instead' || result === 'no-longer-wanted') {
        if (!(await endCall(trx, call.id, { by, at: now, as: result }))) return false;
        const text = `The call that was promised was not made: ${endWords[result].toLowerCase()}.`;
        await recorded(trx, visit, call, (c, context) => mayNote(c, { on: visit.today, text, files: [] }, context));
        return true;
      }
      if (result === 'spoken' && !(await endCall(trx, call.id, { by, at: now, as: 'spoken' }))) return false;
      await triedCall(trx, call.id, { by, at: now, result, again });
      if (result !== 'spoken') return true;
      const message = { on: visit.today, channel: 'phone', from: call.person, text: said ?? '', files: [] } as const;
      await recorded(trx, visit, call, (c, context) => mayReceiveMessage(c, message, context));
      return true;
    });
    const done = first
      ? result === 'spoken'
        ? 'The call is made, and what was said is on the case'
        : 'Recorded'
      : null;
    if (result === 'spoken')
      return redirect(`/cases/${call.reference}`, { done: done ?? 'Somebody had made the call' });
    return redirect('/call-backs', { done: done ?? 'Somebody had seen to it already' });
  });

async function recorded(
  trx: Trx,
  visit: Visit,
  call: CallBack,
  decide: (c: Case, context: Context) => Decision,
): Promise<void> {
  const who = { landlordId: visit.landlord.id, staff: visit.staff.id, roles: visit.staff.roles };
  const request = { ref: call.caseId, expectedVersion: null, now: new Date(visit.now) };
  const outcome = await actWithin(trx, who, request, (file, context) => decide(file.case, context));
  if (outcome.is !== 'done') throw new Error('what came of a call could not be recorded');
}

function view(visit: Visit, call: CallBack, { person, holds }: Called, form: FormState) {
  const row = (key: string, html: unknown) => ({ key: { text: key }, value: { html: html as string } });
  const opening = contactScripts(ownScripts(visit.landlord.settings)).find(({ name }) => name === 'phone');
  return page(
    visit,
    {
      title: `Ring ${call.personName ?? 'them'} back`,
      section: 'arrivals',
      form,
      back: { href: '/call-backs', text: 'All calls that are owed' },
    },
    <>
      <HoldsFor holds={holds} name={call.personName ?? 'them'} />
      <Numbers person={person} />
      <SummaryList
        rows={[
          row(
            'Case',
            <a class="govuk-link" href={`/cases/${call.reference}`}>
              {call.reference}
            </a>,
          ),
          row('By when', <Due words={dueWords(call.dueOn, visit.today, visit.rules.calendar)} day={call.dueOn} />),
          row('Who rings', call.staffName ?? 'Whoever is there'),
          ...(call.bestTime === null ? [] : [row('The best time', call.bestTime)]),
          ...(call.about === null ? [] : [row('About', <span class="app-quote">{call.about}</span>)]),
        ]}
      />
      {call.tries.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Tried</h2>
          <ul class="govuk-list govuk-list--bullet">
            {call.tries.map((one) => (
              <li key={one.at}>
                <InstantText at={one.at} />, {one.by}: {tryWords[one.result]}
              </li>
            ))}
          </ul>
        </>
      )}
      {call.ended !== null ? (
        <InsetText>
          {endWords[call.ended.as]}, <InstantText at={call.ended.at} />
        </InsetText>
      ) : (
        <>
          {opening === undefined ? null : (
            <Details summaryText="What to say and ask">
              <Script words={opening.words} />
            </Details>
          )}
          <Form visit={visit}>
            <RadiosField
              form={form}
              name="result"
              legend="What came of it?"
              items={[
                {
                  value: 'spoken',
                  text: tryWords.spoken,
                  shows: (
                    <TextareaField
                      form={form}
                      name="said"
                      label="What did they say? In their own words"
                      hint="It goes on the case as their message. If they are not satisfied, the case says what follows"
                      rows={5}
                    />
                  ),
                },
                { value: 'no-answer', text: tryWords['no-answer'] },
                { value: 'left-a-message', text: tryWords['left-a-message'] },
                {
                  value: 'asked-for-later',
                  text: tryWords['asked-for-later'],
                  shows: <DateField form={form} name="again" legend="On which day?" />,
                },
                { value: 'number-wrong', text: tryWords['number-wrong'] },
                { value: 'written-instead', text: endWords['written-instead'] },
                { value: 'no-longer-wanted', text: endWords['no-longer-wanted'] },
              ]}
            />
            <Submit>Record it</Submit>
          </Form>
        </>
      )}
    </>,
  );
}

/** The numbers that may be rung; one that is not safe is never shown as a number. */
function Numbers({ person }: { readonly person: Person | null }): VNode {
  const phones = (person?.ways ?? []).filter(({ kind }) => kind === 'phone' || kind === 'text-message');
  const usable = phones.filter(({ standing }) => standing !== 'unsafe');
  const safe = usable.filter(({ standing }) => standing === 'safe');
  const unsafe = phones.length - usable.length;
  return (
    <>
      {usable.length === 0 ? (
        <InsetText text="No number is known that may be rung. Look at the case for another way." />
      ) : (
        <p class="govuk-body-l">{(safe.length > 0 ? safe : usable).map(({ value }) => value).join(', ')}</p>
      )}
      {unsafe > 0 ? (
        <WarningText
          text={`${unsafe === 1 ? 'One number' : `${unsafe} numbers`} of theirs must never be used, and ${unsafe === 1 ? 'is' : 'are'} not shown here. Leave no message that says who rings.`}
        />
      ) : null}
    </>
  );
}

export const oneCall = screen({ path: '/call-backs/:id', access: caseWorkers, get, post });
