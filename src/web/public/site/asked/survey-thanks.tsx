/** After the five answers: what they are, what they are not, and what somebody who is not satisfied can do. */
import { isLow } from '../../../../complaint/asking/survey.js';
import { wayOn } from '../../../../complaint/asking/what-follows.js';
import type { Case } from '../../../../complaint/case.js';
import { mayBeWrong } from '../../../../complaint/following/choose-to-complain.js';
import { Form, Hidden, Submit } from '../../../ui/forms.js';
import type { Page, ResidentVisit } from '../../../visit.js';
import { sitePage } from '../site-page.js';
import { NotSatisfied } from './not-satisfied.js';

/** Whoever rated something low is offered to complain; nobody is asked twice. */
export function thanksForAnswers(visit: ResidentVisit, c: Case): Page {
  const { say } = visit;
  const { person } = visit.resident;
  const mine = c.history.findLast(
    ({ what, recordedBy }) =>
      what.type === 'SurveyAnswered' && (!('person' in recordedBy) || recordedBy.person === person),
  );
  const low =
    mine?.what.type === 'SurveyAnswered' &&
    isLow(Object.fromEntries(mine.what.answers.map(({ question, answer }) => [question, answer])) as never);
  const way = wayOn(c);
  const offered = low && (way === 'stage-2' || mayBeWrong(c) === null);
  return sitePage(
    visit,
    { title: say('Thank you. We have your answers') },
    <>
      <p class="govuk-body">{say('We do not ask about this complaint again.')}</p>
      {low ? (
        <>
          <h2 class="govuk-heading-m">{say('You were not satisfied with something')}</h2>
          <p class="govuk-body">
            {way === 'stage-2'
              ? say.legal(
                  'Your ratings are not a complaint by themselves. If you want to complain about how we handled it, you can: somebody who did not answer it before looks at all of it again, at stage 2.',
                )
              : offered
                ? say.legal(
                    'Your ratings are not a complaint by themselves. If you want to complain about how we handled it, you can, and we will answer you.',
                  )
                : say.legal('Your ratings are not a complaint by themselves.')}
          </p>
          {offered ? (
            <Form visit={visit} id="complain">
              <Hidden name="next" value="complain" />
              <Submit>{say('Complain about how it was handled')}</Submit>
            </Form>
          ) : null}
        </>
      ) : null}
      <NotSatisfied visit={visit} way={way} asks={!offered} />
    </>,
  );
}
