/** The resident is told of a new date, or that something will not be done: recorded when it happens after the change (6.6). */
import { z } from 'zod';
import type { Case } from '../../../complaint/case.js';
import { changeUntold } from '../../../complaint/change-told.js';
import { inTurn } from '../../../complaint/in-turn.js';
import { mayTellChange } from '../../../complaint/may/tell-change.js';
import { sendingWords } from '../../../complaint/standing-words.js';
import { sendings } from '../../../facts/happened.js';
import { choice } from '../../ui/fields.js';
import { RadiosField } from '../../ui/forms.js';
import { asked, beginning, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said } from '../case-shown.js';
import { changeText, thenSay, writeOnPage } from './tell-by-page.js';
import { PromiseField, whichPromise } from './which.js';

export const tellChange = actScreen({
  act: 'tell-change',
  title: 'Record that the resident was told of a change',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      how: choice(['write', ...sendings], 'Choose how they were told'),
      on: dayItHappened(visit, 'the day they were told'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', untold(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={untold(shown)} />
      <RadiosField
        form={form}
        name="how"
        legend="How do they hear of it?"
        items={[
          {
            value: 'write',
            text: 'Write to them now',
            hint: 'They read the change and the reason on their own page, and are told that it is there',
          },
          ...sendings.map((value) => ({ value, text: `They were told: ${sendingWords[value].toLowerCase()}` })),
        ]}
      />
      <OnField form={form} legend="When were they told?" />
    </>
  ),
  decide: ({ how, ...value }, { file, context, shown }) => {
    const { case: c } = file;
    const promise = c.promises.find(({ id }) => id === value.promise);
    if (how !== 'write') return mayTellChange(c, { ...value, how }, context);
    const tells = (now: Case) => mayTellChange(now, { ...value, on: context.today, how: 'portal' }, context);
    if (promise === undefined) return tells(c);
    const move = promise.moves.at(-1);
    const ended = promise.state === 'ended';
    const text = changeText(
      { dueOn: promise.moves.at(-2)?.newDate ?? promise.firstDueOn },
      {
        promised: said(shown, promise.words),
        reason: said(shown, ended ? (promise.endReason ?? promise.words) : (move?.reason ?? promise.words)),
        newDate: ended ? null : promise.dueOn,
      },
    );
    return inTurn(c, context, [tells, (now) => writeOnPage(now, text, context, 'how')]);
  },
  extras: ({ how }, visit) => thenSay(visit, how === 'write'),
  button: 'Record that they know',
  done: 'Recorded: the resident knows of the change',
  next: '/promises',
});

function untold(shown: CaseShown) {
  return shown.case.promises
    .filter(changeUntold)
    .map(({ id, words }) => ({ value: id as string, text: beginning(said(shown, words)) }));
}
