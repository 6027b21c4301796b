/** Whether the first words of a request voiced dissatisfaction already: then the complaint about it was received that day. */
import { z } from 'zod';
import { mayDateFromFirstWords } from '../../../complaint/may/date-from-first-words.js';
import { settleArrival, waitingArrivals } from '../../../store/arrivals.js';
import { readCase } from '../../../store/case-file.js';
import { InsetText } from '../../ui/components.js';
import { DayText } from '../../ui/dates.js';
import { choice, requiredText } from '../../ui/fields.js';
import { RadiosField, TextareaField } from '../../ui/forms.js';
import { actScreen } from '../act-screen.js';
import { casePath } from '../case-frame.js';
import { maySeeCase } from '../case-shown.js';

export const dateFromFirstWords = actScreen({
  act: 'date-from-first-words',
  title: 'Did the first words voice dissatisfaction already?',
  asks: ['choice'],
  reads: async (trx, { case: c }, visit) => {
    const behind = c.links.find(({ relation }) => relation === 'request-behind-this-complaint');
    const request =
      behind === undefined || !(await maySeeCase(trx, visit, behind.to)) ? null : await readCase(trx, behind.to);
    return request === null
      ? null
      : {
          reference: request.case.reference,
          receivedOn: request.case.receivedOn,
          words: request.say(request.case.words),
        };
  },
  schema: z.object({
    voiced: choice(['yes', 'no'], 'Choose yes or no'),
    reason: requiredText('Write down which words show it, or why none do', 5_000),
  }),
  fields: ({ form, shown, more }) => (
    <>
      {more === null ? null : (
        <>
          <p class="govuk-body">
            The resident told us on <DayText day={shown.case.receivedOn} /> that this should have been a complaint. On{' '}
            <DayText day={more.receivedOn} /> they said, in{' '}
            <a class="govuk-link" href={casePath(more.reference)}>
              {more.reference}
            </a>
            :
          </p>
          <div class="app-words">{more.words ?? '[These words have been erased]'}</div>
        </>
      )}
      <InsetText>
        The word ‘complaint’ is not needed: any expression of dissatisfaction with a service, an action or the lack of
        one will do.
      </InsetText>
      <RadiosField
        form={form}
        name="voiced"
        legend="Did these words voice dissatisfaction?"
        items={[
          {
            value: 'yes',
            text: 'Yes',
            hint: 'The complaint was received on the day of these words, and its dates are counted from there',
          },
          {
            value: 'no',
            text: 'No',
            hint: 'The complaint was received on the day on which they said that we were wrong',
          },
        ]}
      />
      <TextareaField
        form={form}
        name="reason"
        label="Which words show it? Or why do none?"
        hint="It stays with the case"
        rows={3}
      />
    </>
  ),
  decide: ({ voiced, reason }, { file, context, more }) =>
    mayDateFromFirstWords(
      file.case,
      {
        on: context.today,
        voiced: voiced === 'yes',
        firstWordsOn: more?.receivedOn ?? file.case.receivedOn,
        reason,
      },
      context,
    ),
  extras: (_value, visit) => ({
    also: async (trx, done) => {
      const waiting = await waitingArrivals(trx, { caseId: done.caseId, kinds: ['chose-to-complain'] });
      for (const { id } of waiting)
        await settleArrival(trx, id, { by: visit.staff.id, how: 'acted', at: new Date(visit.now) });
    },
  }),
  button: 'Record it',
  done: 'Recorded. Now say what this is, as a complaint',
});
