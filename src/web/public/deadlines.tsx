/** Works out the Code's dates from a few facts and shows its working. Dates are all it takes, so its address can be shared. */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ClockRules } from '../../complaint/clocks.js';
import { type ClocksOfFacts, clocksOfFacts } from '../../complaint/clocks-of-facts.js';
import { englandAndWales } from '../../facts/calendar.js';
import { inWords } from '../../facts/days.js';
import { inLandlord } from '../../store/database.js';
import { plainRules, readRules } from '../../store/rules.js';
import { Button, Tag } from '../ui/components.js';
import { clockWords, Due } from '../ui/dates.js';
import { optionalDay, requiredDay } from '../ui/fields.js';
import { DateField, type FormState, readForm, startForm, withErrors } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { type PublicVisit, screen } from '../visit.js';
import { factsOf, type ToldDates, wrongOrders } from './told-dates.js';

function formFor(visit: PublicVisit) {
  const past = { notAfter: visit.today };
  return z.object({
    received: requiredDay('the day it was received', { ...past, notBefore: englandAndWales.knownFrom }),
    acknowledged: optionalDay('the day it was acknowledged', past),
    extensionTold: optionalDay('the day the resident was told', past),
    extendedTo: optionalDay('the new date', { notAfter: englandAndWales.knownUntil }),
    answered: optionalDay('the day it was answered', past),
    requested: optionalDay('the day stage 2 was requested', past),
    acknowledged2: optionalDay('the day the request was acknowledged', past),
    extensionTold2: optionalDay('the day the resident was told', past),
    extendedTo2: optionalDay('the new date', { notAfter: englandAndWales.knownUntil }),
    answered2: optionalDay('the day it was answered at stage 2', past),
  });
}

async function get(visit: PublicVisit) {
  if (visit.query['received-year'] === undefined) return view(visit, startForm(visit));
  const read = readForm(formFor(visit), visit.query);
  if (!read.ok) return view(visit, read.form);
  const told: ToldDates = read.value;
  const wrong = wrongOrders(told);
  if (wrong.length > 0) return view(visit, withErrors(read.form, wrong));
  const rules = await rulesFor(visit);
  const worked = clocksOfFacts(factsOf(told, visit.today), rules);
  if (!worked.ok) return view(visit, withErrors(read.form, [{ field: 'received', words: worked.words }]));
  return view(visit, read.form, <Working worked={worked} visit={visit} rules={rules} />);
}

/** The Code's own dates, with any bank holiday that this landlord has entered; its targets are its own affair. */
async function rulesFor({ landlord, house }: PublicVisit): Promise<ClockRules> {
  if (!landlord) return plainRules;
  const rules = await inLandlord(house.db, landlord.id, readRules);
  return { ...rules, targets: plainRules.targets };
}

type Worked = Extract<ClocksOfFacts, { ok: true }>;

function Working({ worked, visit, rules }: { worked: Worked; visit: PublicVisit; rules: ClockRules }): VNode {
  return (
    <section aria-labelledby="dates">
      <h2 class="govuk-heading-m" id="dates">
        The dates
      </h2>
      {worked.because.map((sentence) => (
        <p key={sentence} class="govuk-body">
          {sentence}
        </p>
      ))}
      <p class="govuk-body">As of {inWords(visit.today)}.</p>
      {worked.clocks.map((clock) => (
        <article key={clock.kind} class="app-clock">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
            {clock.what} <Tag colour="grey">Stage {clock.stage}</Tag>
          </h3>
          <p class="govuk-body">
            <Due words={clockWords(clock, visit.today, rules.calendar)} day={clock.due} />
          </p>
          <ul class="govuk-list govuk-list--bullet app-because">
            {clock.because.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

function view(visit: PublicVisit, state: FormState, working?: VNode) {
  return page(
    visit,
    { title: 'Work out the Code’s dates', form: state, wide: working !== undefined },
    <div class={working ? 'app-two' : undefined}>
      {working ?? (
        <p class="govuk-body-l">
          When must a complaint be acknowledged and answered? Enter what has happened so far, and see each date and how
          it was counted.
        </p>
      )}
      <form method="get" action="/deadlines" id="form" noValidate>
        {working ? <h2 class="govuk-heading-m">Change the facts</h2> : null}
        <DateField
          form={state}
          name="received"
          legend="When was the complaint received?"
          hint="The day on which anyone at the landlord, or a contractor, first heard it. For example, 27 3 2026"
        />
        <p class="govuk-body">Leave empty what has not happened.</p>
        <h2 class="govuk-heading-m">Stage 1</h2>
        <DateField
          form={state}
          name="acknowledged"
          legend="Acknowledged"
          hint="The complaint as understood, and the outcomes sought, set out"
        />
        <DateField
          form={state}
          name="extensionTold"
          legend="The resident was told of an extension"
          hint="In writing, with the reason and the Ombudsman’s contact details"
        />
        <DateField form={state} name="extendedTo" legend="The new date they were given" hint="" />
        <DateField form={state} name="answered" legend="Answered at stage 1" hint="" />
        <h2 class="govuk-heading-m">Stage 2</h2>
        <DateField
          form={state}
          name="requested"
          legend="Stage 2 was requested"
          hint="By any way, without a reason having to be given"
        />
        <DateField form={state} name="acknowledged2" legend="The request was acknowledged" hint="" />
        <DateField
          form={state}
          name="extensionTold2"
          legend="The resident was told of an extension at stage 2"
          hint=""
        />
        <DateField form={state} name="extendedTo2" legend="The new date they were given at stage 2" hint="" />
        <DateField form={state} name="answered2" legend="Answered at stage 2" hint="" />
        <Button text="Work out the dates" />
      </form>
    </div>,
  );
}

export const deadlines = screen({ path: '/deadlines', access: 'public', get });
