/** The letters that are printed here: what is to be printed, what may not go, and which were posted on which day. */
import { z } from 'zod';
import { caseWorkers } from '../../complaint/roles.js';
import { letterKindWords } from '../../complaint/standing-words.js';
import { inWords } from '../../facts/days.js';
import { inTheWay } from '../../store/leaving.js';
import { type LetterSending, lockSending, sendingsIn } from '../../store/letter-sendings.js';
import { letterKinds } from '../../store/letters.js';
import { letterLeft } from '../../store/sending-day.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOf } from '../cases/case-shown.js';
import { InsetText, Tag } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { ids, requiredDay } from '../ui/fields.js';
import { CheckboxesField, DateField, Form, type FormState, readForm, Submit, startForm } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';

const schema = (visit: Visit) =>
  z.object({
    posted: ids('Choose which letters were posted'),
    on: requiredDay('the day they were posted', { notAfter: visit.today }),
  });

interface Listed {
  readonly sending: LetterSending;
  readonly kind: string;
  /** Why it may not be posted now; null when it may. */
  readonly why: string | null;
}

async function list(visit: Visit): Promise<readonly Listed[]> {
  return visit.db(async (trx) => {
    const hidden = await hiddenCases(trx, viewerOf(visit));
    const sendings = await sendingsIn(trx, ['to-print', 'held'], ['print'], { hidden });
    const kinds = await letterKinds(
      trx,
      sendings.map(({ letter }) => letter),
    );
    const listed: Listed[] = [];
    for (const sending of sendings) {
      const stands = await inTheWay(trx, sending, visit.today);
      const kind = kinds.get(sending.letter);
      listed.push({
        sending,
        kind: kind === undefined ? 'Letter' : letterKindWords[kind],
        why: stands?.why ?? null,
      });
    }
    return listed;
  });
}

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit, { on: visit.today }));
}

async function post(visit: Visit): Promise<Answer> {
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { posted, on } = read.value;
  const open = (await list(visit)).filter(({ sending, why }) => why === null && posted.includes(sending.letter));
  const n = await visit.db(async (trx) => {
    let done = 0;
    for (const { sending } of open) {
      const now = await lockSending(trx, sending.caseId, sending.seq);
      if (now?.state !== 'to-print') continue;
      await letterLeft(trx, sending, { on, state: 'posted', now: new Date(visit.now) });
      done += 1;
    }
    return done;
  });
  return redirect('/to-print', {
    done: `${n === 1 ? 'One letter' : `${n} letters`} recorded as posted on ${inWords(on)}`,
  });
}

async function view(visit: Visit, form: FormState): Promise<Answer> {
  const listed = await list(visit);
  const ready = listed.filter(({ why }) => why === null);
  const held = listed.filter(({ why }) => why !== null);
  const pdf = ({ sending }: Listed): `/${string}` => `/cases/${sending.reference}/documents/${sending.file ?? ''}`;
  return page(
    visit,
    { title: 'Letters to print', section: 'arrivals', form },
    <>
      <p class="govuk-body">Each letter counts as sent on the day you say it was posted. Until then its clock runs.</p>
      {ready.length === 0 ? (
        <InsetText text="No letter waits to be printed." />
      ) : (
        <>
          <ul class="app-list">
            {ready.map((one) => (
              <li key={one.sending.letter} class="app-list__item">
                <a class="govuk-link" href={pdf(one)}>
                  {one.kind} of {one.sending.reference} (PDF)
                </a>{' '}
                to {one.sending.recipient}, let go <InstantText at={one.sending.letGoAt} />
              </li>
            ))}
          </ul>
          <Form visit={visit}>
            <CheckboxesField
              form={form}
              name="posted"
              legend="Which of them were posted?"
              items={ready.map(({ sending, kind }) => ({
                value: sending.letter,
                text: `${sending.reference}: ${kind.toLowerCase()}, to ${sending.recipient}`,
              }))}
            />
            <DateField form={form} name="on" legend="On which day?" hint="For example, 27 3 2026" />
            <Submit>Record them as posted</Submit>
          </Form>
        </>
      )}
      {held.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">Not to be posted now</h2>
          <ul class="app-list">
            {held.map(({ sending, kind, why }) => (
              <li key={sending.letter} class="app-list__item">
                <a class="govuk-link" href={`/cases/${sending.reference}/letters`}>
                  {kind} of {sending.reference}
                </a>{' '}
                <Tag colour="yellow">Held</Tag>
                <span class="app-caption">{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

export const toPrint = screen({ path: '/to-print', access: caseWorkers, get, post });
