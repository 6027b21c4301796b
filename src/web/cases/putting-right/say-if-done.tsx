/** What the resident says of a promise. When it was not done for them, it is open again (6.6). */
import { z } from 'zod';
import { noAsksForStage2 } from '../../../complaint/asking/what-follows.js';
import { maySayIfDone } from '../../../complaint/may/say-if-done.js';
import { type Arrival, settleArrival } from '../../../store/arrivals.js';
import { tellNotDone } from '../../../store/promise-answered.js';
import { choice, optionalText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import type { Visit } from '../../visit.js';
import { asked, dayItHappened, OnField, promiseChoices } from '../act-fields.js';
import { actScreen } from '../act-screen.js';
import type { CaseShown } from '../case-shown.js';
import { PromiseField, whichPromise } from './which.js';

export const sayIfDone = actScreen({
  act: 'say-if-done',
  title: 'Record what the resident says',
  asks: ['promise'],
  schema: (_shown, visit) =>
    z.object({
      promise: whichPromise(),
      done: choice(['yes', 'no'], 'Choose what they say'),
      text: optionalText(20_000),
      on: dayItHappened(visit, 'the day they said so'),
    }),
  start: (shown, visit) => ({
    on: visit.today,
    promise: inMail(shown, visit) ?? asked(visit, 'promise', promiseChoices(shown, 'all')),
  }),
  fields: ({ form, shown }) => (
    <>
      <PromiseField form={form} items={promiseChoices(shown, 'all')} />
      <RadiosField
        form={form}
        name="done"
        legend="Was it done for them?"
        items={[
          { value: 'yes', text: 'Yes, they say it was done' },
          {
            value: 'no',
            text: 'No, they say it was not done',
            hint: 'The promise is open again. If it was ended, a manager looks at that',
          },
        ]}
      />
      <TextareaField form={form} name="text" label="What they said, in their own words (optional)" rows={3} />
      <OnField form={form} legend="When did they say so?" />
    </>
  ),
  decide: (value, { file, context }) =>
    maySayIfDone(
      file.case,
      { on: value.on, promise: value.promise, done: value.done === 'yes', text: value.text },
      context,
    ),
  extras: (value, visit, shown) => ({
    also: async (trx, { caseId, reference, case: c }) => {
      const now = new Date(visit.now);
      // What came by e-mail is on record now; the managers were told of it when it came.
      const mails = mailed(shown).filter(({ proposal }) => (proposal?.promise ?? value.promise) === value.promise);
      for (const { id } of mails) await settleArrival(trx, id, { by: visit.staff.id, how: 'acted', at: now });
      if (value.done === 'yes') return;
      const promise = c.promises.find(({ id }) => id === value.promise);
      await tellNotDone(trx, {
        caseId,
        reference,
        seq: c.entries.findLast(({ what }) => what.type === 'ResidentSaidNotDone')?.seq ?? c.version,
        person: c.person,
        channel: null,
        on: value.on,
        promise: value.promise,
        promisedFor: promise?.dueOn ?? null,
        words: value.text,
        possibleStage2: noAsksForStage2(c) && !shown.arrivals.some(({ kind }) => kind === 'possible-stage-2'),
        recordedOf: promise?.state === 'ended' ? 'ended' : 'open',
        managersKnow: mails.length > 0,
        address: visit.address,
        now,
      });
    },
  }),
  button: 'Record what they say',
  done: (value) => (value.done === 'yes' ? 'Recorded: it was done' : 'Recorded: it was not done'),
  next: '/promises',
});

/** What answers our question by e-mail and that nobody has recorded yet. */
function mailed({ arrivals }: CaseShown): readonly Arrival[] {
  return arrivals.filter(({ kind, channel }) => kind === 'promise-not-done' && channel === 'email');
}

/** The promise that we had asked about in the message which is answered. */
function inMail(shown: CaseShown, visit: Visit): string | null {
  const promise = mailed(shown).find(({ id }) => id === visit.query.arrival)?.proposal?.promise;
  return promiseChoices(shown, 'all').find(({ value }) => value === promise)?.value ?? null;
}
