/** One point: what happened, what would put it right, and since when. */
import { z } from 'zod';
import { nextAfter } from '../../../complaint/telling/questions.js';
import { mostPoints, nothingTold, type Told, type ToldPoint } from '../../../complaint/telling/told.js';
import { optionalDay, optionalText, requiredText } from '../../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../../ui/forms.js';
import { type Answer, notFound, redirect, type SiteVisit, screen } from '../../visit.js';
import { sitePage } from '../site/site-page.js';
import { Aside, notHere, tooMany } from './asking.js';
import { answerQuestion, draftOf, pathTo } from './draft.js';
import { PrivacyNotice } from './privacy.js';

const longest = 20_000;

function schemaOf({ say, today }: SiteVisit) {
  return z.object({
    what: requiredText(say('Write what happened, in your own words'), longest),
    right: optionalText(longest),
    since: optionalDay('the day on which it began', { notAfter: today }),
    sinceWords: optionalText(200),
  });
}

/** Which point the address names, from 1; the one after the last is a new one. */
function numberIn(visit: SiteVisit, told: Told): number | null {
  const n = Number(visit.params.number);
  return Number.isSafeInteger(n) && n >= 1 && n <= Math.min(told.points.length + 1, mostPoints) ? n : null;
}

async function getPoint(visit: SiteVisit): Promise<Answer> {
  const draft = await draftOf(visit);
  const elsewhere = notHere(visit, draft);
  if (elsewhere !== null || draft === null) return elsewhere ?? notFound;
  const n = numberIn(visit, draft.told);
  if (n === null) return redirect(pathTo(visit, 'points'));
  const point = draft.told.points[n - 1];
  return pointView(visit, draft.told, n, startForm(visit, point === undefined ? {} : { ...point }));
}

async function postPoint(visit: SiteVisit): Promise<Answer> {
  const { say } = visit;
  const draft = await draftOf(visit);
  const told = draft?.told ?? { ...nothingTold, wish: 'wrong' as const };
  const n = numberIn(visit, told) ?? told.points.length + 1;
  const read = readForm(schemaOf(visit), visit.fields);
  if (!read.ok) return pointView(visit, told, n, read.form);
  const { what, right, since, sinceWords } = read.value;
  const point: ToldPoint = { what, right: right ?? '', since, sinceWords: sinceWords ?? '' };
  const done = await answerQuestion(visit, 'points', (now) => {
    const points = [...now.points];
    points[Math.min(n - 1, points.length)] = point;
    return { points: points.slice(0, mostPoints) };
  });
  switch (done.is) {
    case 'saved':
      return redirect(pathTo(visit, done.told.wish === 'thank' ? nextAfter(done.told, 'points') : 'points'));
    case 'begun':
      return redirect(pathTo(visit, 'points'), {
        resident: done.resident,
        done: say('We begin again with what you just wrote'),
      });
    case 'sent':
      return redirect(pathTo(visit, 'sent'));
    case 'wait':
      return pointView(visit, told, n, withErrors(read.form, [{ field: null, words: tooMany(say, done.wait) }]));
    default:
      return done satisfies never;
  }
}

function pointView(visit: SiteVisit, told: Told, n: number, form: FormState) {
  const { say } = visit;
  const title =
    told.wish === 'thank'
      ? say('What do you want to thank us for?')
      : told.wish === 'ask'
        ? say('What do you want us to do?')
        : n === 1
          ? say('What is wrong?')
          : say('What else is wrong?');
  const back = told.points.length > 0 ? pathTo(visit, 'points') : `${visit.base}/complain`;
  return sitePage(
    visit,
    { title, form, back: { href: back } },
    <>
      <Form visit={visit}>
        <TextareaField
          form={form}
          name="what"
          label={told.wish === 'wrong' ? say('What happened?') : say('In your own words')}
          hint={
            told.wish === 'thank'
              ? say('If you can, say who it was')
              : say('One thing at a time: you can add more after this. You do not have to use any special words.')
          }
          rows={7}
        />
        {told.wish === 'thank' ? null : (
          <>
            {told.wish === 'ask' ? null : (
              <TextareaField
                form={form}
                name="right"
                label={say('What would put it right?')}
                hint={say('Leave it empty if you do not know yet')}
                rows={4}
              />
            )}
            <DateField
              form={form}
              name="since"
              legend={say('Since when?')}
              hint={say('As near as you know, for example 27 3 2026. Leave it empty if you can’t say')}
            />
            <TextField
              form={form}
              name="sinceWords"
              label={say('Or in words')}
              hint={say('For example: since before Christmas')}
              width="two-thirds"
            />
          </>
        )}
        <Submit>{say('Continue')}</Submit>
      </Form>
      <PrivacyNotice visit={visit} />
      <Aside visit={visit} told={told} />
    </>,
  );
}

export const pointRoutes = screen({
  path: '/residents/:slug/complain/points/:number',
  access: 'site',
  purposes: ['draft'],
  get: getPoint,
  post: postPoint,
});
