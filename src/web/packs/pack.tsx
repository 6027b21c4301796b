/** One pack as it was made: the document, who had it, the questions put to the landlord and the answers. */
import { z } from 'zod';
import { chartSvg } from '../../post/charts.js';
import { kindInWords } from '../../reports/packs/calendar.js';
import {
  answerTo,
  askOf,
  type ChallengeKept,
  challengesOf,
  findPack,
  noteReceived,
  type PackKept,
  receivedBy,
} from '../../store/packs.js';
import { InsetText } from '../ui/components.js';
import { DayText, InstantText } from '../ui/dates.js';
import { DocumentShown } from '../ui/document.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import { DateField, Form, type FormState, readForm, Submit, startForm, TextareaField, TextField } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { audiencesFor } from './may-see.js';

const question = (visit: Visit) =>
  z.object({
    question: requiredText('Enter the question', 4000),
    by: requiredText('Enter who asked it', 120),
    on: requiredDay('the day on which it was asked', { notAfter: visit.today }),
  });
const answer = (visit: Visit) =>
  z.object({
    answer: requiredText('Enter the answer', 8000),
    by: requiredText('Enter who answered', 120),
    on: requiredDay('the day of the answer', { notAfter: visit.today }),
  });

/** The pack of the address, for those whose pack it is; to everyone else it does not exist. */
async function withPack(visit: Visit, work: (pack: PackKept) => Promise<Answer>): Promise<Answer> {
  const pack = await visit.db((trx) => findPack(trx, visit.params.id ?? ''));
  return pack !== null && audiencesFor(visit).includes(pack.audience) ? work(pack) : notFound;
}

const get = (visit: Visit) =>
  withPack(visit, async (pack) => {
    await visit.db((trx) => noteReceived(trx, pack.id, visit.staff.id));
    return view(visit, pack, startForm(visit, { by: visit.staff.name, on: visit.today }));
  });

const ask = (visit: Visit) =>
  withPack(visit, async (pack) => {
    const read = readForm(question(visit), visit.fields);
    if (!read.ok) return view(visit, pack, read.form);
    await visit.db((trx) => askOf(trx, { ...read.value, pack: pack.id, staff: visit.staff.id }));
    return redirect(`/reports/packs/${pack.id}`, { done: 'The question is on record' });
  });

async function view(visit: Visit, pack: PackKept, state: FormState) {
  const { challenges, received } = await visit.db(async (trx) => ({
    challenges: await challengesOf(trx, pack.id),
    received: await receivedBy(trx, pack.id),
  }));
  return page(
    visit,
    {
      title: pack.document.title,
      caption: kindInWords(pack),
      section: 'reports',
      wide: true,
      form: state,
      back: { href: '/reports/packs', text: 'Packs' },
    },
    <>
      <p class="govuk-body app-no-print">
        <a class="govuk-link" href={`/reports/packs/${pack.id}/pdf`}>
          Download as PDF
        </a>{' '}
        or{' '}
        <a class="govuk-link" href={`/reports/packs/${pack.id}/docx`}>
          as a Word document
        </a>
      </p>
      <DocumentShown document={pack.document} draw={chartSvg} ownLinks />
      <h2 class="govuk-heading-m" id="challenge">
        Challenge and answer
      </h2>
      {challenges.length === 0 ? <p class="govuk-body">Nothing has been asked yet.</p> : null}
      {challenges.map((one) => (
        <Asked key={one.id} visit={visit} pack={pack.id} challenge={one} />
      ))}
      <h3 class="govuk-heading-s">Put a question</h3>
      <Form visit={visit} action={`/reports/packs/${pack.id}`}>
        <TextareaField form={state} name="question" label="Question" most={4000} rows={3} />
        <TextField form={state} name="by" label="Asked by" autocomplete="off" />
        <DateField form={state} name="on" legend="Asked on" />
        <Submit>Record the question</Submit>
      </Form>
      <h2 class="govuk-heading-m">Who has had it in front of them here</h2>
      <ul class="govuk-list">
        {received.map((one) => (
          <li key={one.at}>
            {one.name}, <InstantText at={one.at} />
          </li>
        ))}
      </ul>
    </>,
  );
}

function Asked({
  visit,
  pack,
  challenge,
}: {
  readonly visit: Visit;
  readonly pack: string;
  readonly challenge: ChallengeKept;
}) {
  return (
    <InsetText>
      <p class="govuk-body app-quote">{challenge.question}</p>
      <p class="app-caption">
        Asked by {challenge.by}, <DayText day={challenge.on} />
      </p>
      {challenge.answer === null ? (
        <p class="govuk-body">Not answered yet.</p>
      ) : (
        <>
          <p class="govuk-body app-quote">{challenge.answer.text}</p>
          <p class="app-caption">
            Answered by {challenge.answer.by}, <DayText day={challenge.answer.on} />
            {challenge.earlierAnswers === 0
              ? ''
              : `. ${challenge.earlierAnswers} earlier ${challenge.earlierAnswers === 1 ? 'answer is' : 'answers are'} kept`}
          </p>
        </>
      )}
      {visit.may('manager') ? (
        <p class="govuk-body app-no-print">
          <a class="govuk-link" href={`/reports/packs/${pack}/questions/${challenge.id}`}>
            {challenge.answer === null ? 'Answer' : 'Answer again'}
            <span class="govuk-visually-hidden">: {challenge.question}</span>
          </a>
        </p>
      ) : null}
    </InsetText>
  );
}

async function withChallenge(visit: Visit, work: (pack: PackKept, one: ChallengeKept) => Promise<Answer>) {
  return withPack(visit, async (pack) => {
    const all = await visit.db((trx) => challengesOf(trx, pack.id));
    const found = all.find(({ id }) => id === visit.params.question);
    return found ? work(pack, found) : notFound;
  });
}

const getAnswer = (visit: Visit) =>
  withChallenge(visit, async (pack, one) =>
    answerView(visit, pack, one, startForm(visit, { by: visit.staff.name, on: visit.today })),
  );

const postAnswer = (visit: Visit) =>
  withChallenge(visit, async (pack, one) => {
    const read = readForm(answer(visit), visit.fields);
    if (!read.ok) return answerView(visit, pack, one, read.form);
    const { value } = read;
    const kept = await visit.db((trx) =>
      answerTo(trx, { ...value, pack: pack.id, challenge: one.id, staff: visit.staff.id }),
    );
    return kept ? redirect(`/reports/packs/${pack.id}#challenge`, { done: 'The answer is on record' }) : notFound;
  });

async function answerView(visit: Visit, pack: PackKept, one: ChallengeKept, state: FormState) {
  return page(
    visit,
    {
      title: 'Answer a question',
      caption: pack.document.title,
      section: 'reports',
      form: state,
      back: { href: `/reports/packs/${pack.id}`, text: 'The pack' },
    },
    <>
      <InsetText>
        <p class="govuk-body app-quote">{one.question}</p>
        <p class="app-caption">
          Asked by {one.by}, <DayText day={one.on} />
        </p>
      </InsetText>
      <Form visit={visit} action={`/reports/packs/${pack.id}/questions/${one.id}`}>
        <TextareaField form={state} name="answer" label="Answer" most={8000} rows={6} />
        <TextField form={state} name="by" label="Answered by" autocomplete="off" />
        <DateField form={state} name="on" legend="Answered on" />
        <Submit>Record the answer</Submit>
      </Form>
    </>,
  );
}

export const pack = screen({ path: '/reports/packs/:id', access: ['manager', 'member-responsible'], get, post: ask });
export const packAnswer = screen({
  path: '/reports/packs/:id/questions/:question',
  access: ['manager'],
  get: getAnswer,
  post: postAnswer,
});
