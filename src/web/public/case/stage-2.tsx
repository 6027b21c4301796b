/** Stage 2: asked for at any time, of all points or some, without a reason. Received the moment it is sent. */
import { z } from 'zod';
import { mayEscalate } from '../../../complaint/may/escalate.js';
import { mayWidenEscalation } from '../../../complaint/may/widen-escalation.js';
import { isOurs } from '../../../complaint/points.js';
import type { PointId } from '../../../facts/happened.js';
import { housingOmbudsman } from '../../../letters/ombudsman.js';
import { choices, optionalText } from '../../ui/fields.js';
import { CheckboxesField, TextareaField } from '../../ui/forms.js';
import { type Before, residentScreen } from './resident-screen.js';

/** The points that may go to stage 2 and do not yet. */
function pointsLeft({ file }: Before) {
  return file.case.points.filter((point) => isOurs(point) && !(file.case.stages[2] !== null && point.escalated));
}

function pointWords(before: Before, id: PointId): string {
  const { file, say } = before;
  const point = file.seen.points.find((one) => one.id === id);
  const words = point === undefined ? null : (file.text(point.understanding) ?? file.text(point.ownWords));
  return words === null
    ? say('Point {n}', { n: point?.number ?? '' })
    : say('Point {n}: {words}', { n: point?.number ?? '', words });
}

export const askForStage2 = residentScreen({
  path: '/stage-2',
  title: ({ say, ways }) =>
    ways.stage2 === 'more' ? say('Ask us to look again at more points') : say('Ask us to look at it again (stage 2)'),
  shows: ({ points }) => points,
  notNow: ({ say, ways, file }) => {
    if (ways.stage2 !== null) return null;
    if (ways.ombudsman === 'after-final')
      return say.legal('We have sent our final answer. If you are not satisfied, you can go to the Housing Ombudsman.');
    if (file.seen.standing.is === 'escalation-refused')
      return say.legal(
        'We did not take your complaint to stage 2, and told you why. If you think that is wrong, you can ask the Housing Ombudsman to look at our refusal.',
      );
    if (file.seen.standing.is === 'investigating' || file.seen.standing.is === 'to-acknowledge')
      return say('We are looking again already, at all your points.');
    return say('This can’t go to stage 2 as it stands. If you are unhappy with it, send us a message and say so.');
  },
  above: ({ say, ways }) => (
    <>
      <p class="govuk-body">
        {say('Somebody who did not deal with it before looks at it again. You need not give a reason.')}
      </p>
      {ways.stage2 === 'early' ? (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            {say(
              'We have not answered you yet. You can ask for stage 2 now all the same: we then owe you both answers.',
            )}
          </p>
          <p class="govuk-body">
            {say.legal(
              'If we are late, you can also go to the Housing Ombudsman without waiting for us: phone {phone}, {website}.',
              { phone: housingOmbudsman.phone ?? '', website: housingOmbudsman.website },
            )}
          </p>
        </div>
      ) : null}
    </>
  ),
  schema: (before) => {
    const ids = pointsLeft(before).map(({ id }) => id as string);
    return z.object({ points: choices(ids.length === 0 ? ['none'] : ids), text: optionalText(20_000) });
  },
  start: (before) => ({ points: pointsLeft(before).map(({ id }) => id) }),
  fields: ({ form, say, visit, file, ways }) => (
    <>
      <CheckboxesField
        form={form}
        name="points"
        legend={say('Which points shall we look at again?')}
        hint={say('Untick what you are satisfied with.')}
        items={pointsLeft({ visit, say, file, ways }).map(({ id }) => ({
          value: id,
          text: pointWords({ visit, say, file, ways }, id),
        }))}
      />
      <TextareaField form={form} name="text" label={say('Do you want to tell us why? (optional)')} rows={5} />
    </>
  ),
  inViewOf: 'case',
  decide: ({ points, text }, { file, context, person }) => {
    const { case: c } = file;
    const chosen = points as PointId[];
    const on = context.today;
    if (c.stages[2] !== null && c.escalation?.refusedOn == null)
      return mayWidenEscalation(c, { on, points: chosen, text }, context);
    const all = c.points.filter(isOurs).every(({ id }) => chosen.includes(id));
    return mayEscalate(
      c,
      { on, channel: 'web-form', from: person, points: all && chosen.length > 0 ? 'all' : chosen, text },
      context,
    );
  },
  arrives: ({ text }) => ({ kind: 'stage-2-request', note: text }),
  button: (say) => say('Ask us to look again'),
  done: (say) => say('We have your request. We write to you about it within five working days'),
});
