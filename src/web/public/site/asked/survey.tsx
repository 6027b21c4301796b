/** How did we handle it? Five questions, once, when a complaint has closed. A low rating alone brings the offer to complain (1.6). */
import { z } from 'zod';
import {
  type Rating,
  ratings,
  type SurveyAnswers,
  type SurveyQuestion,
  surveyQuestions,
} from '../../../../complaint/asking/survey.js';
import { ratingsInWords } from '../../../../complaint/asking/survey-words.js';
import { surveySeenAs, wayOn } from '../../../../complaint/asking/what-follows.js';
import type { Case } from '../../../../complaint/case.js';
import { mayBeWrong, mayChooseToComplain } from '../../../../complaint/following/choose-to-complain.js';
import { mayRecordSurvey } from '../../../../complaint/may/record-survey.js';
import { suggestKind } from '../../../../post/suggest-kind.js';
import { noteArrival } from '../../../../store/arrivals.js';
import { type CaseFile, readCase } from '../../../../store/case-file.js';
import { noteSurveyAnswered, stopSurveys, surveyOf } from '../../../../store/resident-surveys.js';
import { optionalChoice, optionalText } from '../../../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  RadiosField,
  readForm,
  Submit,
  startForm,
  TextareaField,
  withRefusals,
} from '../../../ui/forms.js';
import { notFound, type ResidentVisit, redirect, screen } from '../../../visit.js';
import { sentence } from '../say.js';
import { sitePage } from '../site-page.js';
import { askStage2, takeUpOffers } from './ask-stage-2.js';
import { thanksForAnswers } from './survey-thanks.js';

const questions: Readonly<Record<SurveyQuestion, string>> = {
  easy: sentence('How easy was it to complain to us?'),
  informed: sentence('How well did we keep you informed?'),
  fair: sentence('How fairly and respectfully did we treat you?'),
  handled: sentence('All in all, how well did we handle your complaint?'),
  outcome: sentence('How satisfied are you with what came of it?'),
};

const ratingWords: Readonly<Record<Rating, string>> = {
  5: sentence('Very satisfied'),
  4: sentence('Fairly satisfied'),
  3: sentence('Neither satisfied nor dissatisfied'),
  2: sentence('Fairly dissatisfied'),
  1: sentence('Very dissatisfied'),
};

const values = ['5', '4', '3', '2', '1'] as const;
const rating = () => optionalChoice(values);
const form = z.object({
  easy: rating(),
  informed: rating(),
  fair: rating(),
  handled: rating(),
  outcome: rating(),
  text: optionalText(20_000),
});

async function caseOf(visit: ResidentVisit): Promise<Case | null> {
  const { caseId } = visit.resident;
  if (caseId === null) return null;
  return (await visit.db((trx) => readCase(trx, caseId)))?.case ?? null;
}

async function get(visit: ResidentVisit) {
  const c = await caseOf(visit);
  const { person, caseId } = visit.resident;
  if (c === null || caseId === null || person === null) return notFound;
  const asked = await visit.db((trx) => surveyOf(trx, caseId, person));
  if (asked?.answeredOn != null) return thanksForAnswers(visit, c);
  return view(visit, c, startForm(visit));
}

async function post(visit: ResidentVisit) {
  const c = await caseOf(visit);
  const { person, caseId } = visit.resident;
  if (c === null || caseId === null || person === null) return notFound;
  const { say } = visit;
  const { next } = visit.fields;
  if (next === 'stage-2') return askedForStage2(visit);
  if (next === 'complain') return choseToComplain(visit, c);
  if (next === 'stop') {
    await visit.db((trx) => stopSurveys(trx, person, new Date(visit.now)));
    return redirect(`${visit.base}/survey/stop`);
  }
  const asked = await visit.db((trx) => surveyOf(trx, caseId, person));
  // Sent twice: the first answer stands.
  if (asked?.answeredOn != null) return redirect(visit.path);
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, c, read.form);
  const { text, ...chosen } = read.value;
  const answers = answersOf(chosen);
  if (surveyQuestions.every((question) => answers[question] === null) && text === null)
    return view(visit, c, {
      ...read.form,
      errors: [{ field: 'easy', words: say('Answer at least one question') }],
    });
  const on = visit.today;
  const said = { words: text !== null, dissatisfied: text !== null && suggestKind('', text, null).dissatisfied };
  const outcome = await visit.act(null, (file, context) => mayRecordSurvey(file.case, { on, answers, text }, context), {
    also: async (trx, done) => {
      await noteSurveyAnswered(trx, { caseId, person, on, how: 'link' });
      const entry = done.case.entries.findLast(({ what }) => what.type === 'SurveyAnswered');
      const seq = entry?.seq ?? null;
      for (const kind of surveySeenAs(done.case, answers, said))
        await noteArrival(trx, {
          key: `survey ${kind} ${caseId} ${seq}`,
          kind,
          caseId,
          seq,
          person,
          channel: 'survey',
          arrivedOn: on,
          note: [entry?.what.type === 'SurveyAnswered' ? ratingsInWords(entry.what.answers) : null, text]
            .filter((one) => one !== null)
            .join('. '),
        });
    },
  });
  if (outcome.is === 'refused') return view(visit, c, withRefusals(read.form, outcome.refusals));
  if (outcome.is !== 'done') return notFound;
  return redirect(visit.path);
}

/**
 * They chose to complain about how it was handled. After a stage 1 answer that is a request for stage 2; of what is no
 * complaint it opens one; after the final response the page says how to reach the Ombudsman.
 */
async function choseToComplain(visit: ResidentVisit, c: Case) {
  const { say } = visit;
  const { person } = visit.resident;
  if (wayOn(c) === 'stage-2') return askedForStage2(visit);
  if (person === null || mayBeWrong(c) !== null) return redirect(visit.path);
  const on = visit.today;
  const outcome = await visit.act(
    null,
    (file, context) => mayChooseToComplain(file.case, { on, from: person, text: ownWords(file), files: [] }, context),
    {
      also: async (trx, { caseId, opened }) => {
        const [complaint] = opened;
        if (complaint === undefined) return;
        await noteArrival(trx, {
          key: `survey chose-to-complain ${caseId} ${person}`,
          kind: 'chose-to-complain',
          caseId: complaint.caseId,
          seq: complaint.version,
          person,
          channel: 'survey',
          arrivedOn: on,
          note: null,
        });
        await takeUpOffers(trx, visit, caseId);
      },
    },
  );
  return redirect(
    visit.path,
    outcome.is === 'done' ? { done: say('It is a complaint now, with a reference of its own') } : {},
  );
}

async function askedForStage2(visit: ResidentVisit) {
  const outcome = await askStage2(visit, 'survey');
  return redirect(
    visit.path,
    outcome.is === 'done'
      ? { done: visit.say('We have your request for stage 2. We will write to you within five working days') }
      : {},
  );
}

/** What they wrote in the survey; else what the button says that they pressed. */
function ownWords(file: CaseFile): string {
  const said = file.case.history.findLast(({ what }) => what.type === 'SurveyAnswered')?.what;
  const words = said?.type === 'SurveyAnswered' && said.words !== null ? file.say(said.words) : null;
  return words ?? 'I want to complain about how it was handled.';
}

function answersOf(chosen: Readonly<Record<SurveyQuestion, string | null>>): SurveyAnswers {
  const of = (question: SurveyQuestion) => (chosen[question] === null ? null : (Number(chosen[question]) as Rating));
  return {
    easy: of('easy'),
    informed: of('informed'),
    fair: of('fair'),
    handled: of('handled'),
    outcome: of('outcome'),
  };
}

function view(visit: ResidentVisit, c: Case, state: FormState) {
  const { say } = visit;
  return sitePage(
    visit,
    { title: say('How did we handle your complaint?'), caption: c.reference, form: state },
    <>
      <p class="govuk-body">
        {say(
          'Five questions, about two minutes. Leave out any that you like. We want to know how we handled it, whatever came of it.',
        )}
      </p>
      <p class="govuk-body">
        {say(
          'Your answers are kept with your complaint. We count them together with those of others and publish the counts, never who said what.',
        )}
      </p>
      <Form visit={visit}>
        {surveyQuestions.map((question) => (
          <RadiosField
            key={question}
            form={state}
            name={question}
            legend={say(questions[question])}
            small
            items={ratings.map((value) => ({ value: String(value), text: say(ratingWords[value]) }))}
          />
        ))}
        <TextareaField
          form={state}
          name="text"
          label={say('Is there anything you want to tell us? (optional)')}
          hint={say(
            'If you are not satisfied with our answer and say so here, we read it as we would read a letter from you.',
          )}
          rows={4}
        />
        <Submit>{say('Send my answers')}</Submit>
      </Form>
      <Form visit={visit} id="stop">
        <Hidden name="next" value="stop" />
        <Submit secondary>{say('Do not send me such questions again')}</Submit>
      </Form>
    </>,
  );
}

export const survey = screen({ path: '/residents/:slug/survey', access: 'resident', purposes: ['survey'], get, post });
