/** The two stages with their dates worked out: if you complain today, or on another day. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { type PromisedDates, promisedDates } from '../../../../complaint/promised-dates.js';
import { englandAndWales } from '../../../../facts/calendar.js';
import { type Day, day } from '../../../../facts/days.js';
import { plainRules, readRules } from '../../../../store/rules.js';
import { Button } from '../../../ui/components.js';
import { requiredDay } from '../../../ui/fields.js';
import { DateField, type FormState, readForm } from '../../../ui/forms.js';
import type { SiteVisit } from '../../../visit.js';
import type { Say } from '../say.js';

export interface StagesShown {
  readonly form: FormState;
  readonly body: VNode;
}

const codeFrom = day('2024-04-01');

/** What was asked in the address: a day and nothing else. */
export async function stagesShown(visit: SiteVisit): Promise<StagesShown> {
  const { say, query, today } = visit;
  const asked = query['on-year'] !== undefined;
  const form = z.object({
    on: requiredDay(say('the day'), { notBefore: codeFrom, notAfter: englandAndWales.knownUntil }),
  });
  const read = asked ? readForm(form, query) : null;
  const on = read === null ? today : read.ok ? read.value.on : null;
  const rules = { ...(await visit.db(readRules)), targets: plainRules.targets };
  const dates = on === null ? null : promisedDates(on, rules);
  const state: FormState =
    read === null
      ? { values: {}, errors: [] }
      : read.ok
        ? read.form
        : {
            values: read.form.values,
            errors: [{ field: 'on', words: say('Enter a day from 1 April 2024 on, such as 27 3 2026') }],
          };
  return {
    form: state,
    body: (
      <>
        <p class="govuk-body">
          {say.legal('Every complaint has two stages, and no other stage before, between or after them.')}
        </p>
        {dates === null || on === null ? null : <Dates say={say} on={on} dates={dates} isToday={on === today} />}
        <form method="get" action={`${visit.base}/policies/stages`} id="form" noValidate>
          <DateField
            form={state}
            name="on"
            legend={say('Work the dates out for another day')}
            hint={say('For example, 27 3 2026')}
          />
          <Button text={say('Work out the dates')} />
        </form>
      </>
    ),
  };
}

function Dates({
  say,
  on,
  dates,
  isToday,
}: {
  readonly say: Say;
  readonly on: Day;
  readonly dates: PromisedDates;
  readonly isToday: boolean;
}): VNode {
  const { stage1, stage2 } = dates;
  return (
    <>
      <h2 class="govuk-heading-m">
        {isToday ? say('If you complain today') : say('If you complain on {date}', { date: say.day(on) })}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {say('By {date} we tell you that we have your complaint, and how we understand it.', {
            date: say.day(stage1.acknowledgeBy),
          })}
        </li>
        <li>
          {say('By {date} at the latest you have our answer: ten working days after we told you that we have it.', {
            date: say.day(stage1.answerBy),
          })}
        </li>
        <li>
          {say(
            'If we need longer we write to you before then, say why, and give you a new date: without a good reason no later than {date}.',
            { date: say.day(stage1.extendedTo) },
          )}
        </li>
      </ul>
      <h2 class="govuk-heading-m">
        {isToday ? say('If you ask for stage 2 today') : say('If you ask for stage 2 on {date}', { date: say.day(on) })}
      </h2>
      <p class="govuk-body">
        {say.legal('You can ask for stage 2 when you are not satisfied with our answer. You do not have to say why.')}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say('By {date} we tell you that we have your request.', { date: say.day(stage2.acknowledgeBy) })}</li>
        <li>
          {say('By {date} at the latest you have our final answer, from somebody who did not answer stage 1.', {
            date: say.day(stage2.answerBy),
          })}
        </li>
        <li>
          {say(
            'If we need longer we write to you before then, say why, and give you a new date: without a good reason no later than {date}.',
            { date: say.day(stage2.extendedTo) },
          )}
        </li>
      </ul>
      <p class="govuk-body">
        {say(
          'We count working days: Monday to Friday, without the bank holidays of England and Wales. The day on which you complain is not counted; on a weekend or bank holiday the next working day stands for it.',
        )}
      </p>
    </>
  );
}
