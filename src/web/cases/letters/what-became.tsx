/** What staff know of a letter that left, or has not: posted on a day, arrived after all, or not to go this way. */
import { z } from 'zod';
import { caseWorkers } from '../../../complaint/roles.js';
import { letterKindWords } from '../../../complaint/standing-words.js';
import { inWords } from '../../../facts/days.js';
import { isUuid, type Trx } from '../../../store/database.js';
import {
  type LetterSending,
  lockSending,
  type SendingState as State,
  sendingsOf,
} from '../../../store/letter-sendings.js';
import { letterFailed, letterLeft } from '../../../store/sending-day.js';
import { londonDay } from '../../../store/today.js';
import { choice, optionalDay } from '../../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  RadiosField,
  readForm,
  Submit,
  startForm,
  withErrors,
} from '../../ui/forms.js';
import { page } from '../../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../../visit.js';
import { actPath } from '../acts.js';
import { casePath, IdentityBar } from '../case-frame.js';
import { type CaseShown, showCase } from '../case-shown.js';
import { SendingState, wayWords } from './sending-words.js';

/** Whether staff can say more of a letter than is known. */
export function mayTellOf(state: State): boolean {
  return inHouse.includes(state) || inDoubt.includes(state);
}

const inHouse: readonly State[] = ['held', 'waiting', 'to-print', 'with-supplier'];
const inDoubt: readonly State[] = ['unsure', 'failed'];

const schema = (visit: Visit) =>
  z.object({
    what: choice(['left', 'not-this-way'], 'Choose what became of it'),
    on: optionalDay('the day it left', { notAfter: visit.today }),
  });

interface Found {
  readonly shown: CaseShown;
  readonly sending: LetterSending;
}

async function find(visit: Visit): Promise<Found | null> {
  const shown = await showCase(visit);
  const letter = visit.params.letter ?? '';
  if (shown === null || !isUuid(letter)) return null;
  const sending = (await visit.db((trx) => sendingsOf(trx, shown.case.id))).find((one) => one.letter === letter);
  return sending !== undefined && mayTellOf(sending.state) ? { shown, sending } : null;
}

async function get(visit: Visit): Promise<Answer> {
  const found = await find(visit);
  return found === null ? notFound : view(visit, found, startForm(visit, { on: visit.today }));
}

async function post(visit: Visit): Promise<Answer> {
  const found = await find(visit);
  if (found === null) return notFound;
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { what, on } = read.value;
  const { shown, sending } = found;
  if (what === 'left' && on === null) {
    return view(visit, found, withErrors(read.form, [{ field: 'on', words: 'Enter the day it left' }]));
  }
  const recorded = shown.case.entries.find(({ seq }) => seq === sending.seq)?.recordedAt;
  const letGo = recorded === undefined ? shown.case.receivedOn : londonDay(new Date(recorded));
  if (on !== null && what === 'left' && on < letGo) {
    const words = `It was only let go on ${inWords(letGo)}. Enter that day or a later one`;
    return view(visit, found, withErrors(read.form, [{ field: 'on', words }]));
  }
  const done = await visit.db((trx) => tell(trx, sending, { what, on }, new Date(visit.now)));
  if (!done) {
    const words = 'Its state has changed meanwhile. Look at it again';
    return view(visit, found, withErrors(read.form, [{ field: null, words }]));
  }
  return redirect(casePath(shown.case.reference, '/letters'), {
    done:
      what === 'left'
        ? `Recorded: it left on ${inWords(on ?? visit.today)}`
        : 'Taken back. The letter is open again: choose another way',
  });
}

async function tell(
  trx: Trx,
  { caseId, seq, state }: LetterSending,
  { what, on }: { readonly what: 'left' | 'not-this-way'; readonly on: ReturnType<typeof londonDay> | null },
  now: Date,
): Promise<boolean> {
  const sending = await lockSending(trx, caseId, seq);
  // A job may be sending it at this moment.
  if (sending === null || sending.state !== state) return false;
  if (what === 'left' && on !== null) await letterLeft(trx, sending, { on, state: 'posted', now });
  else await letterFailed(trx, sending, { state: 'stopped', why: 'Staff took it back to send it another way.', now });
  return true;
}

async function view(visit: Visit, { shown, sending }: Found, form: FormState): Promise<Answer> {
  const entry = shown.case.entries.find(({ seq }) => seq === sending.seq)?.what;
  const kind = entry?.type === 'LetterSent' ? letterKindWords[entry.kind] : 'Letter';
  const title = `What became of it: ${kind.toLowerCase()}`;
  const { reference } = shown.case;
  return page(
    visit,
    {
      title: `${title}: ${reference}`,
      heading: title,
      section: 'cases',
      back: { href: casePath(reference, '/letters'), text: 'Back to the letters' },
      form,
      above: <IdentityBar shown={shown} visit={visit} />,
    },
    <>
      <p class="govuk-body">
        {sending.way === null ? '' : `${wayWords[sending.way]}: `}
        <SendingState sending={sending} />
      </p>
      <p class="govuk-body">
        If the post brought it back,{' '}
        <a class="govuk-link" href={actPath(reference, 'return-letter')}>
          record that it came back
        </a>{' '}
        instead.
      </p>
      <Form visit={visit}>
        <RadiosField
          form={form}
          name="what"
          legend="What became of it?"
          items={[
            {
              value: 'left',
              text: inDoubt.includes(sending.state) ? 'It did reach the resident' : 'It is in the post',
              hint: 'The letter, and what it does, then stand on the day it left',
              shows: (
                <DateField form={form} name="on" legend="On which day did it leave?" hint="For example, 27 3 2026" />
              ),
            },
            ...(sending.state === 'failed' || sending.state === 'unsure'
              ? []
              : [
                  {
                    value: 'not-this-way',
                    text: 'It does not go this way',
                    hint: 'It is taken back, and can be sent another way',
                  },
                ]),
          ]}
        />
        <Submit>Record it</Submit>
      </Form>
    </>,
  );
}

export const whatBecame = screen({
  path: '/cases/:reference/letters/:letter/what-became',
  access: caseWorkers,
  get,
  post,
});
