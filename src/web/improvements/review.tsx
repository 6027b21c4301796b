/** Did the complaints stop? A person judges, with the numbers before them; not whoever saw to it (9.2). */
import { z } from 'zod';
import { objectionToReview } from '../../complaint/improvements.js';
import { inWords } from '../../facts/days.js';
import { reviewImprovement } from '../../store/improve.js';
import { type Effect, effectOf } from '../../store/improvement-effect.js';
import type { Improvement } from '../../store/improvements.js';
import { InsetText } from '../ui/components.js';
import { choice, optionalDay, requiredText, wholeNumber } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { whoActs } from '../who-acts.js';
import { improvementAsked, improvementPage, reviewers } from './frame.js';
import { DidTheyStop } from './one.js';
import { afterImproving } from './outcome.js';
import { improvementHref } from './words.js';

const schema = (visit: Visit) =>
  z.object({
    version: wholeNumber('', { min: 1, max: 1_000_000 }),
    worked: choice(['yes', 'again', 'no'], 'Choose whether it worked'),
    againBy: optionalDay('the day by which it is tried again', { notBefore: visit.today }),
    words: requiredText('Write what the numbers say, and how you judge it', 5_000),
  });

async function asked(visit: Visit) {
  const one = await improvementAsked(visit);
  if (one === null || one.doneOn === null || one.state !== 'done') return null;
  const { aimed, doneOn, weeks } = one;
  return { one, doneOn, effect: await visit.db((trx) => effectOf(trx, { aimed, doneOn, weeks, today: visit.today })) };
}

type Found = NonNullable<Awaited<ReturnType<typeof asked>>>;

/** Why it can't be reviewed now by this person; null when it can. */
function whyNot(visit: Visit, { one, doneOn }: Found): string | null {
  return objectionToReview({ ...one, doneOn }, visit.staff.id, visit.today)?.words ?? null;
}

async function get(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const why = whyNot(visit, found);
  if (why !== null) return refused(visit, found.one, why);
  return view(visit, found.one, found.effect, startForm(visit, { version: found.one.version }));
}

async function post(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const why = whyNot(visit, found);
  if (why !== null) return refused(visit, found.one, why);
  const { one, effect } = found;
  const read = readForm(schema(visit), visit.fields);
  if (!read.ok) return view(visit, one, effect, read.form);
  const { version, worked, againBy, words } = read.value;
  if (worked === 'again' && againBy === null)
    return view(
      visit,
      one,
      effect,
      withErrors(read.form, [{ field: 'againBy', words: 'Enter the day by which it is tried again' }]),
    );
  const { now, today, house } = visit;
  const outcome = await reviewImprovement(house.db, whoActs(visit), {
    id: one.id,
    expected: version,
    said: { worked: worked === 'yes', words, againBy: worked === 'again' ? againBy : null },
    now: new Date(now),
    on: today,
  });
  if (outcome.is !== 'done') return view(visit, one, effect, afterImproving(read.form, outcome, { text: 'words' }));
  return redirect(improvementHref(one), { done: worked === 'again' ? 'Reviewed. It is tried again' : 'Reviewed' });
}

function refused(visit: Visit, one: Improvement, why: string) {
  return improvementPage(visit, one, { title: 'Review whether it worked', status: 409 }, <InsetText text={why} />);
}

function view(visit: Visit, one: Improvement, effect: Effect | null, form: FormState) {
  const early = one.reviewOn !== null && visit.today < one.reviewOn;
  return improvementPage(
    visit,
    one,
    { title: 'Review whether it worked', form },
    <>
      {early ? (
        <InsetText
          text={`It was to be reviewed on ${inWords(one.reviewOn ?? visit.today)}. The days that have gone are held against as many before.`}
        />
      ) : null}
      <p class="govuk-body app-quote">{one.proof}</p>
      <DidTheyStop one={one} effect={effect} />
      <Form visit={visit}>
        <Hidden name="version" value={typedIn(form, 'version')} />
        <RadiosField
          form={form}
          name="worked"
          legend="Did it work?"
          items={[
            { value: 'yes', text: 'Yes, such complaints stopped or became fewer because of it' },
            {
              value: 'again',
              text: 'No, and it is tried again',
              shows: <DateField form={form} name="againBy" legend="By when?" />,
            },
            { value: 'no', text: 'No, and nothing more is tried' },
          ]}
        />
        <TextareaField
          form={form}
          name="words"
          label="What do the numbers say, and how do you judge it?"
          hint="Without names. The numbers of today are kept beside it"
          rows={4}
          most={5000}
        />
        <Submit>Record the review</Submit>
      </Form>
    </>,
  );
}

export const reviewOne = screen({ path: '/improvements/:improvement/review', access: reviewers, get, post });
