/** One thing that arrived: what it says, what follows from it, the acts that answer it, and that somebody has seen it. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { arrivalWords, needReason } from '../../complaint/arriving.js';
import { caseWorkers } from '../../complaint/roles.js';
import { channelWords } from '../../complaint/standing-words.js';
import { type Arrival, readArrival, settleArrival } from '../../store/arrivals.js';
import { isUuid } from '../../store/database.js';
import { recordReading } from '../../store/reads.js';
import { staffNames } from '../../store/staff.js';
import { isHidden } from '../../store/staff-concerned.js';
import { HoldsFor, holdsFor } from '../behaviour/holds-for.js';
import { viewerOf } from '../cases/case-shown.js';
import { Button, InsetText, SummaryList } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { choice, optionalText } from '../ui/fields.js';
import { Form, type FormState, readForm, startForm, TextareaField, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { actLinks, casesOf, Follows, saidWhenDone } from './arrival-parts.js';

const form = z.object({
  how: choice(['seen', 'acted', 'not-so'] as const, 'Choose what you have done'),
  why: optionalText(2000),
});

/** The email that it came by; null when it came in another way. */
function mailOf({ key }: Arrival): string | null {
  return /^mail ([0-9a-f-]{36}) /.exec(key)?.[1] ?? null;
}

async function find(visit: Visit): Promise<Arrival | null> {
  const id = visit.params.id ?? '';
  if (!isUuid(id)) return null;
  return visit.db(async (trx) => {
    const found = await readArrival(trx, id);
    return found?.caseId && (await isHidden(trx, found.caseId, viewerOf(visit))) ? null : found;
  });
}

async function get(visit: Visit): Promise<Answer> {
  const arrival = await find(visit);
  return arrival === null ? notFound : view(visit, arrival, startForm(visit, {}));
}

async function post(visit: Visit): Promise<Answer> {
  const arrival = await find(visit);
  if (arrival === null) return notFound;
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, arrival, read.form);
  const { how, why } = read.value;
  const unsaid = how === 'acted' && saidWhenDone.has(arrival.kind) ? false : needReason.has(arrival.kind);
  if (unsaid && (why === null || why.trim() === ''))
    return view(
      visit,
      arrival,
      withErrors(read.form, [
        { field: 'why', words: 'Write down why nothing follows from it, or choose what to do with it' },
      ]),
    );
  const first = await visit.db((trx) =>
    settleArrival(trx, arrival.id, { by: visit.staff.id, how, why, at: new Date(visit.now) }),
  );
  return redirect('/arrivals', { done: first ? 'Marked as seen' : 'Somebody had seen to it already' });
}

async function view(visit: Visit, arrival: Arrival, state: FormState): Promise<Answer> {
  const { cases, names, holds } = await visit.db(async (trx) => {
    await recordReading(trx, { staff: visit.staff.id, what: 'case', caseId: arrival.caseId });
    return {
      cases: await casesOf(trx, [arrival]),
      names: await staffNames(trx),
      holds: await holdsFor(trx, visit, arrival.person),
    };
  });
  const links = actLinks(arrival, cases, visit);
  const reasoned = needReason.has(arrival.kind);
  return page(
    visit,
    {
      title: arrivalWords[arrival.kind],
      section: 'arrivals',
      form: state,
      back: { href: '/arrivals', text: 'Back to what arrived' },
    },
    <>
      <Follows arrival={arrival} cases={cases} visit={visit} />
      <HoldsFor holds={holds} name={arrival.personName ?? 'them'} />
      <About arrival={arrival} names={names} />
      <h2 class="govuk-heading-m">What was said or noted</h2>
      {arrival.note === null ? (
        <p class="govuk-body">Nothing is written here. The case’s history says what happened.</p>
      ) : (
        <div class="app-words">{arrival.note}</div>
      )}
      {mailOf(arrival) === null ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/post/${mailOf(arrival)}`}>
            Read the email
          </a>
        </p>
      )}
      {arrival.settled === null ? (
        <>
          {links.length === 0 ? null : (
            <>
              <h2 class="govuk-heading-m">What to do about it</h2>
              <div class="govuk-button-group">
                {links.map(({ href, words }, i) => (
                  <Button
                    key={href}
                    href={href}
                    classes={i === 0 ? undefined : 'govuk-button--secondary'}
                    text={words}
                  />
                ))}
              </div>
              <p class="govuk-body">
                {saidWhenDone.has(arrival.kind)
                  ? 'Ask them by a way that was on record before whether it was they who asked. When it is changed, say so here.'
                  : links.some(({ href }) => href.startsWith('/cases/'))
                    ? 'When that is recorded, this comes off the list by itself.'
                    : 'When you have seen it, say so here.'}
              </p>
            </>
          )}
          {saidWhenDone.has(arrival.kind) ? (
            <Form visit={visit} id="changed">
              <Button name="how" value="acted" preventDoubleClick>
                I have changed it
              </Button>
            </Form>
          ) : null}
          <Form visit={visit}>
            {reasoned ? (
              <TextareaField form={state} name="why" label="Or: nothing follows from it, because" most={2000} />
            ) : null}
            <Button
              name="how"
              value={reasoned ? 'not-so' : 'seen'}
              classes={links.length === 0 ? undefined : 'govuk-button--secondary'}
              preventDoubleClick
            >
              {reasoned ? 'Put it aside' : 'I have seen it'}
            </Button>
          </Form>
        </>
      ) : (
        <InsetText text="This has been seen to." />
      )}
    </>,
  );
}

const howWords = {
  acted: 'Answered by an act on the case',
  seen: 'Seen',
  'not-so': 'Put aside: nothing follows from it',
  'taken-back': 'The resident took it back',
} as const;

function About({ arrival, names }: { readonly arrival: Arrival; readonly names: ReadonlyMap<string, string> }): VNode {
  const { settled } = arrival;
  const row = (key: string, html: VNode | string | null) =>
    html === null ? [] : [{ key: { text: key }, value: { html } }];
  return (
    <SummaryList
      rows={[
        ...row(
          'Case',
          arrival.reference === null ? null : (
            <a class="govuk-link" href={`/cases/${arrival.reference}/messages`}>
              {arrival.reference}
            </a>
          ),
        ),
        ...row('From', arrival.personName),
        ...row('How', arrival.channel === null ? null : channelWords[arrival.channel]),
        ...row('Received', <DayText day={arrival.arrivedOn} />),
        ...row('Noted', <InstantText at={arrival.notedAt} />),
        ...row(
          'Seen to',
          settled === null ? null : (
            <>
              {howWords[settled.how]}, <InstantText at={settled.at} />
              {settled.by === null ? null : `, ${names.get(settled.by) ?? 'somebody who has left'}`}
              {settled.why === null ? null : (
                <>
                  <br />
                  {settled.why}
                </>
              )}
            </>
          ),
        ),
      ]}
    />
  );
}

export const oneArrival = screen({ path: '/arrivals/:id', access: caseWorkers, get, post });
