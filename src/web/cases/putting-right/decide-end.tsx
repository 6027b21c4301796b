/** A manager agrees that something promised is not done after all, or lets it go on: another person than the one who asked. */
import { z } from 'zod';
import { mayDecideEnd } from '../../../complaint/may/decide-end.js';
import { endGroundWords } from '../../../complaint/standing-words.js';
import { choice, optionalText, tick } from '../../ui/fields.js';
import { RadiosField, TextareaField, TickField } from '../../ui/forms.js';
import { asked, beginning, dayItHappened, OnField } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import { type CaseShown, said, staffName } from '../case-shown.js';
import { PromiseField, whichPromise } from './which.js';

export const decideEnd = actScreen({
  act: 'decide-end',
  title: 'Decide whether a promise may end',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      agreed: choice(['yes', 'no'], 'Choose whether the promise may end'),
      reason: optionalText(5_000),
      residentTold: tick(),
      on: dayItHappened(visit, 'the day it was decided'),
    }),
  start: (shown, visit) => ({ on: visit.today, promise: asked(visit, 'promise', asking(shown)) }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={asking(shown)} />
      <RadiosField
        form={form}
        name="agreed"
        legend="May it end?"
        items={[
          {
            value: 'yes',
            text: 'Yes, it will not be done',
            shows: <TickField form={form} name="residentTold" label="The resident has been told, and why" />,
          },
          {
            value: 'no',
            text: 'No, it goes on',
            shows: <TextareaField form={form} name="reason" label="Why, for whoever asked" rows={3} />,
          },
        ]}
      />
      <OnField form={form} legend="When was this decided?" />
    </>
  ),
  decide: ({ agreed, ...value }, { file, context }) =>
    mayDecideEnd(file.case, { ...value, agreed: agreed === 'yes' }, context),
  button: 'Record the decision',
  done: (value) => (value.agreed === 'yes' ? 'The promise is ended' : 'The promise goes on'),
  next: '/promises',
});

/** Promises that somebody asks to end, with why. */
function asking(shown: CaseShown) {
  return shown.case.promises.flatMap(({ id, state, words, endAsked }) =>
    state !== 'open' || endAsked === null
      ? []
      : [
          {
            value: id as string,
            text: beginning(said(shown, words)),
            hint: `${staffName(shown, endAsked.by)} asks: ${endGroundWords[endAsked.ground].toLowerCase()}. ${said(shown, endAsked.reason)}`,
          },
        ],
  );
}
