/** How we understand a point, what outcome the resident seeks, and whose it is: one point after the other (5.6, 5.7). */
import { z } from 'zod';
import type { Point } from '../../../complaint/case.js';
import { mayDefinePoint } from '../../../complaint/may/define-point.js';
import { runningStage } from '../../../complaint/permitted.js';
import { standingPoints } from '../../../complaint/points.js';
import { answererWords } from '../../../complaint/standing-words.js';
import { answerers, type PointId } from '../../../facts/happened.js';
import { choice, optionalText, requiredId, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { AreaAndCategory, dayItHappened, OnField, offTheLists, readLists } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { said } from '../case-shown.js';
import { firstPoint, OtherPoints, stageOf, ThisPoint } from './this-point.js';

const isToDefine = (point: Point) => point.state === 'raised';

export const definePoint = actScreen({
  act: 'define-point',
  title: 'Define a point',
  asks: ['definition', 'whose-it-is'],
  reads: (trx) => readLists(trx),
  schema: (_shown, visit) =>
    z.object({
      point: requiredId('Choose the point'),
      understanding: requiredText('Write how you understand this point', 20_000),
      outcomeSought: requiredText('Write the outcome that the resident seeks; if you don’t know it, ask them', 20_000),
      area: optionalText(120),
      category: optionalText(120),
      whose: choice(answerers, 'Choose whose it is to answer'),
      on: dayItHappened(visit, 'the day it was defined'),
    }),
  start: (shown, visit) => {
    const point = firstPoint(visit, standingPoints(shown.case, stageOf(shown)), isToDefine);
    const definition = point?.definition ?? null;
    return {
      on: visit.today,
      point: point?.id ?? null,
      understanding: definition === null ? null : said(shown, definition.understanding),
      outcomeSought: definition === null ? null : said(shown, definition.outcomeSought),
      area: definition?.area ?? shown.case.area ?? shown.home?.area ?? null,
      category: definition?.category ?? shown.case.category,
      whose: point?.whose ?? 'ours',
    };
  },
  fields: ({ form, shown, more }) => (
    <>
      <ThisPoint form={form} shown={shown} />
      <TextareaField
        form={form}
        name="understanding"
        label="How we understand it"
        hint="The resident reads this in the acknowledgement"
        rows={4}
      />
      <TextareaField form={form} name="outcomeSought" label="What they want us to do" rows={3} />
      <AreaAndCategory form={form} lists={more} />
      <RadiosField
        form={form}
        name="whose"
        legend="Whose is it to answer?"
        hint="Where it is not ours, also say on its own page where they can take it"
        small
        items={answerers.map((value) => ({ value, text: answererWords[value] }))}
      />
      <OnField form={form} legend="When was it defined?" />
    </>
  ),
  beside: ({ form, shown }) => <OtherPoints form={form} shown={shown} act="define-point" ends={() => true} />,
  decide: (value, { file, context, shown, more }) =>
    offTheLists(value, more, shown) ??
    mayDefinePoint(file.case, { ...value, stage: stageOf(shown), point: value.point as PointId }, context),
  button: 'Save the definition',
  done: (value, outcome) => {
    const defined = outcome.case.points.find(({ id }) => id === value.point);
    const left = pointsLeft(outcome.case);
    const what = `Point ${defined?.number ?? ''} is defined`;
    return left[0] === undefined ? what : `${what}. Now point ${left[0].number}`;
  },
  next: (_value, outcome) => {
    const [next] = pointsLeft(outcome.case);
    return next === undefined ? '/points' : `/define-point?point=${next.id}`;
  },
});

function pointsLeft(c: Parameters<typeof standingPoints>[0]): readonly Point[] {
  const stage = runningStage(c);
  return stage === null ? [] : standingPoints(c, stage).filter(isToDefine);
}
