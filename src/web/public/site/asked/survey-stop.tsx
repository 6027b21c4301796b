/** Whoever wants no more questions about how complaints were handled says so once, and is sent none. */
import { hasStoppedSurveys, stopSurveys } from '../../../../store/resident-surveys.js';
import { Form, Submit } from '../../../ui/forms.js';
import { notFound, type ResidentVisit, redirect, screen } from '../../../visit.js';
import { sitePage } from '../site-page.js';

async function get(visit: ResidentVisit) {
  const { say } = visit;
  const { person } = visit.resident;
  if (person === null) return notFound;
  const stopped = await visit.db((trx) => hasStoppedSurveys(trx, person));
  return stopped
    ? sitePage(
        visit,
        { title: say('We will not send you such questions again') },
        <p class="govuk-body">
          {say('We still write to you about your complaints, and still ask whether what we promised has been done.')}
        </p>,
      )
    : sitePage(
        visit,
        { title: say('Do you want no more questions about how we handled complaints?') },
        <Form visit={visit}>
          <Submit>{say('Send me no more')}</Submit>
        </Form>,
      );
}

async function post(visit: ResidentVisit) {
  const { person } = visit.resident;
  if (person === null) return notFound;
  await visit.db((trx) => stopSurveys(trx, person, new Date(visit.now)));
  return redirect(visit.path);
}

export const surveyStop = screen({
  path: '/residents/:slug/survey/stop',
  access: 'resident',
  purposes: ['survey-stop', 'survey'],
  get,
  post,
});
