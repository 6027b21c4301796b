/** Where an assessment stands with the governing body: put to it, its response, its approval. */
import { stepsOf } from '../../store/assessment-steps.js';
import { Button, SummaryList } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { notFound, screen, type Visit } from '../visit.js';
import { assessmentAsked, assessmentPage, responders, writers } from './assessment-frame.js';
import { OutstandingList, outstandingOf } from './outstanding.js';
import { assessmentHref, stepWords } from './words.js';

async function get(visit: Visit) {
  const found = await visit.db(async (trx) => {
    const assessment = await assessmentAsked(trx, visit);
    if (assessment === null) return null;
    const settled = assessment.readFrom !== null;
    return {
      assessment,
      steps: (await stepsOf(trx, assessment.id)).filter(({ did }) => did !== 'began' && did !== 'read'),
      outstanding: settled ? null : await outstandingOf(trx, assessment, visit.today),
    };
  });
  if (found === null) return notFound;
  const { assessment, steps, outstanding } = found;
  const { state } = assessment;
  const ways = [
    ...(state === 'draft' && visit.may(...writers) ? [{ below: '/put', text: 'Put it to the governing body' }] : []),
    ...(state === 'put' && visit.may(...responders) ? [{ below: '/approve', text: 'Record its approval' }] : []),
    ...((state === 'put' || state === 'approved' || state === 'published') && visit.may(...responders)
      ? [{ below: '/respond', text: 'Record its response' }]
      : []),
    ...(state === 'put' && visit.may(...writers) ? [{ below: '/take-back', text: 'Take it back to change it' }] : []),
    ...(state === 'approved' && visit.may(...writers) ? [{ below: '/publication', text: 'Publish it' }] : []),
  ];
  return assessmentPage(
    visit,
    assessment,
    { title: 'Governing body', tab: '/governing-body' },
    <>
      {outstanding === null || (state !== 'draft' && state !== 'put') ? null : (
        <OutstandingList assessment={assessment} outstanding={outstanding} />
      )}
      {steps.length === 0 ? <p class="govuk-body">It has not been put to the governing body yet.</p> : null}
      {steps.map((step) => (
        <section key={step.at} class="app-point">
          <h2 class="govuk-heading-s">{stepWords[step.did]}</h2>
          <SummaryList
            rows={[
              { key: { text: 'Day' }, value: { html: <DayText day={step.on} /> } },
              ...(step.body === null ? [] : [{ key: { text: 'Governing body' }, value: { text: step.body } }]),
              ...(step.minutes === null ? [] : [{ key: { text: 'Minutes' }, value: { text: step.minutes } }]),
              ...(step.saidBy === null ? [] : [{ key: { text: 'Said by' }, value: { text: step.saidBy } }]),
              ...(step.words === null
                ? []
                : [{ key: { text: 'Words' }, value: { html: <span class="app-quote">{step.words}</span> } }]),
              ...(step.outstanding.length === 0
                ? []
                : [{ key: { text: 'Open at that time' }, value: { text: step.outstanding.join('. ') } }]),
              ...(step.by === null ? [] : [{ key: { text: 'Recorded by' }, value: { text: step.by } }]),
            ]}
          />
        </section>
      ))}
      {ways.length === 0 ? null : (
        <div class="govuk-button-group">
          {ways.map(({ below, text }, at) => (
            <Button
              key={below}
              href={assessmentHref(assessment, below)}
              {...(at === 0 ? {} : { classes: 'govuk-button--secondary' })}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
    </>,
  );
}

export const governingBody = screen({ path: '/self-assessment/:assessment/governing-body', access: 'signed-in', get });
