/** Bank holidays proclaimed after this release. One that is entered moves every open clock at once, and says how many. */
import { z } from 'zod';
import { englandAndWales } from '../../facts/calendar.js';
import { type Day, inWords, parseDay } from '../../facts/days.js';
import { recordChange } from '../../store/change-trail.js';
import { addHoliday, readHolidays, removeHoliday } from '../../store/rules.js';
import { Button, Table } from '../ui/components.js';
import { requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { settingsPage } from './settings-page.js';

const form = z.object({
  day: requiredDay('the day', { notBefore: englandAndWales.knownFrom, notAfter: englandAndWales.knownUntil }),
  name: requiredText('Enter what it is called', 120),
});

async function get(visit: Visit) {
  return view(visit, startForm(visit));
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { day, name } = read.value;
  if (!visit.rules.calendar.isWorkingDay(day)) {
    return view(visit, withErrors(read.form, [{ field: 'day', words: `${inWords(day)} is no working day already` }]));
  }
  const { recomputed } = await visit.db(async (trx) => {
    await recordChange(trx, {
      about: 'holiday',
      words: `Entered the bank holiday ${name} on ${inWords(day)}`,
      by: visit.staff.id,
    });
    return addHoliday(trx, day, name);
  });
  return redirect('/settings/holidays', { done: `${name} entered. ${workedOutAgain(recomputed)}` });
}

async function remove(visit: Visit) {
  const day = parseDay(visit.fields.day);
  if (day === null) return notFound;
  const { recomputed } = await visit.db(async (trx) => {
    await recordChange(trx, {
      about: 'holiday',
      words: `Removed the bank holiday on ${inWords(day)}`,
      by: visit.staff.id,
    });
    return removeHoliday(trx, day);
  });
  return redirect('/settings/holidays', { done: `Removed. ${workedOutAgain(recomputed)}` });
}

const workedOutAgain = (n: number) =>
  n === 0 ? 'No case was affected' : `The dates of ${n === 1 ? '1 case were' : `${n} cases were`} worked out again`;

async function view(visit: Visit, state: FormState) {
  const own = await visit.db((trx) => readHolidays(trx));
  const coming = visit.rules.calendar.holidays.filter(({ on }) => on >= visit.today && on < laterYear(visit.today));
  return settingsPage(
    visit,
    { title: 'Bank holidays', form: state, about: ['holiday'] },
    <>
      <p class="govuk-body">
        The bank holidays of England and Wales to {inWords(visit.rules.calendar.knownUntil)} are known already. Enter
        one that has been proclaimed since, as for a coronation or a state funeral. Every open clock follows at once;
        figures already published do not move. Days on which only you are closed do not count: the Code’s clocks run on
        them.
      </p>
      <Form visit={visit} action="/settings/holidays">
        <DateField form={state} name="day" legend="Day" />
        <TextField form={state} name="name" label="What it is called" autocomplete="off" />
        <Submit>Enter the bank holiday</Submit>
      </Form>
      {own.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">Entered here</h2>
          <ul class="app-list">
            {own.map((holiday) => (
              <li key={holiday.day} class="app-list__item">
                <Form visit={visit} action="/settings/holidays/remove" id={`remove-${holiday.day}`} class="app-line">
                  <span class="govuk-body govuk-!-margin-bottom-0">
                    {inWords(holiday.day)}: {holiday.name}
                  </span>
                  <Hidden name="day" value={holiday.day} />
                  <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
                    Remove <span class="govuk-visually-hidden">{holiday.name}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Table
        caption="The next twelve months"
        captionClasses="govuk-table__caption--m"
        head={[{ text: 'Day' }, { text: 'Bank holiday' }]}
        rows={coming.map(({ on, title }) => [{ text: inWords(on) }, { text: title }])}
      />
    </>,
  );
}

function laterYear(day: Day): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

export const holidays = screen({ path: '/settings/holidays', access: ['administrator'], get, post });
export const holidayRemove = screen({ path: '/settings/holidays/remove', access: ['administrator'], post: remove });
