/** What was told so far, point by point: each can be changed or taken away, and there may be more. */
import { z } from 'zod';
import { nextAfter } from '../../../complaint/telling/questions.js';
import { mostPoints, type Told } from '../../../complaint/telling/told.js';
import { suggestHazards, tellsOfEmergency } from '../../../post/suggest-hazards.js';
import { choice } from '../../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit } from '../../ui/forms.js';
import { type Answer, notFound, redirect, type SiteVisit, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { Aside, notHere } from './asking.js';
import { answerQuestion, draftOf, pathTo } from './draft.js';
import { InDanger } from './in-danger.js';

async function get(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  if (draft.told.points.length === 0) return redirect(pathTo(visit, 'points/1'));
  return listView(visit, draft.told, { values: {}, errors: [] });
}

async function post(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  const remove = Number(visit.fields.remove);
  if (Number.isSafeInteger(remove) && draft.told.points[remove - 1] !== undefined) {
    await answerQuestion(visit, 'points', ({ points }) => ({ points: points.filter((_, i) => i !== remove - 1) }));
    return redirect(pathTo(visit, 'points'), { done: say('Removed') });
  }
  const read = readForm(
    z.object({ more: choice(['yes', 'no'], say('Choose whether there is anything else')) }),
    visit.fields,
  );
  if (!read.ok) return listView(visit, draft.told, read.form);
  if (read.value.more === 'yes' && draft.told.points.length < mostPoints)
    return redirect(pathTo(visit, `points/${draft.told.points.length + 1}`));
  return redirect(pathTo(visit, nextAfter(draft.told, 'points')));
}

function listView(visit: SiteVisit, told: Told, form: FormState) {
  const { say } = visit;
  const many = told.points.length;
  const danger = told.risk !== 'now' && told.points.some(({ what }) => tellsOfEmergency(suggestHazards(what)));
  return sitePage(
    visit,
    {
      title: many === 1 ? say('You have told us one thing') : say('You have told us {many} things', { many }),
      form,
      back: { href: pathTo(visit, `points/${many}`) },
    },
    <>
      {danger ? <InDanger visit={visit} link /> : null}
      <Form visit={visit}>
        <ol class="app-list app-points">
          {told.points.map((point, i) => (
            <li key={`${i}-${point.what}`} class="app-list__item">
              <p class="govuk-body app-quote">{point.what}</p>
              {point.right === '' ? null : (
                <p class="govuk-body">
                  <strong>{say('What would put it right:')}</strong> {point.right}
                </p>
              )}
              {point.since === null && point.sinceWords === '' ? null : (
                <p class="govuk-body">
                  <strong>{say('Since:')}</strong> {point.sinceWords || (point.since ? say.day(point.since) : '')}
                </p>
              )}
              <p class="govuk-body">
                <a class="govuk-link" href={pathTo(visit, `points/${i + 1}`)}>
                  {say('Change')}
                  <span class="govuk-visually-hidden"> {say('number {n}', { n: i + 1 })}</span>
                </a>
              </p>
              <Submit secondary name="remove" value={String(i + 1)}>
                {say('Remove')}
                <span class="govuk-visually-hidden"> {say('number {n}', { n: i + 1 })}</span>
              </Submit>
            </li>
          ))}
        </ol>
        <RadiosField
          form={form}
          name="more"
          legend={say('Is there anything else?')}
          legendSize="m"
          inline
          items={[
            { value: 'yes', text: say('Yes') },
            { value: 'no', text: say('No') },
          ]}
        />
        <Submit>{say('Continue')}</Submit>
      </Form>
      <Aside visit={visit} told={told} />
    </>,
  );
}

export const pointsRoutes = screen({
  path: '/residents/:slug/complain/points',
  access: 'site',
  purposes: ['draft'],
  get,
  post,
});
