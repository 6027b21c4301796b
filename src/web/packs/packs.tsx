/** The packs that were made, for whoever opens this; for managers also the calendar on which they are made. */
import { z } from 'zod';
import { kindInWords, nameOfKind, packKinds } from '../../reports/packs/calendar.js';
import { recordChange } from '../../store/change-trail.js';
import { makePacksDue } from '../../store/make-packs.js';
import { chosenKinds, readPackCalendar, writePackCalendar } from '../../store/pack-calendar.js';
import { listPacks, type PackListed } from '../../store/packs.js';
import { Table, Tag } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choices, wholeNumber } from '../ui/fields.js';
import { CheckboxesField, Form, type FormState, readForm, Submit, startForm, TextField } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { redirect, screen, type Visit } from '../visit.js';
import { audiencesFor } from './may-see.js';

const names = packKinds.map(nameOfKind);
const form = z.object({
  kinds: choices(names as [string, ...string[]]),
  daysAfter: wholeNumber('Enter how many days after the period a pack is made, from 1 to 28', { min: 1, max: 28 }),
});

async function get(visit: Visit) {
  const packs = await visit.db((trx) => listPacks(trx, audiencesFor(visit)));
  return page(
    visit,
    { title: 'Packs', section: 'reports', wide: true, back: { href: '/reports', text: 'Reports' } },
    <>
      <p class="govuk-body">
        A pack says what the figures were, what changed, and what to ask. It is kept as it was made, with the questions
        that were put and the answers.
      </p>
      {packs.length === 0 ? (
        <p class="govuk-body">None has been made yet. The first comes when its period has ended.</p>
      ) : (
        <PackTable packs={packs} />
      )}
      {visit.may('manager') ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/reports/packs/calendar">
            Which packs are made, and when
          </a>
        </p>
      ) : null}
    </>,
  );
}

function PackTable({ packs }: { readonly packs: readonly PackListed[] }) {
  return (
    <Scroll label="Packs">
      <Table
        head={[{ text: 'Period' }, { text: 'Pack' }, { text: 'Made' }, { text: 'Asked' }]}
        rows={packs.map((pack) => [
          {
            html: (
              <a class="govuk-link" href={`/reports/packs/${pack.id}`}>
                {pack.periodName}
                <span class="govuk-visually-hidden">, {kindInWords(pack)}</span>
              </a>
            ),
          },
          { text: kindInWords(pack) },
          { html: <DayText day={pack.madeOn} /> },
          {
            html:
              pack.unanswered > 0 ? (
                <Tag colour="yellow">{pack.unanswered} not answered</Tag>
              ) : (
                `${pack.questions === 0 ? 'Nothing yet' : `${pack.questions}, all answered`}`
              ),
          },
        ])}
      />
    </Scroll>
  );
}

async function getCalendar(visit: Visit) {
  const calendar = await visit.db((trx) => readPackCalendar(trx));
  return calendarView(
    visit,
    startForm(visit, { kinds: chosenKinds(calendar).map(nameOfKind), daysAfter: calendar.daysAfter }),
  );
}

async function postCalendar(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return calendarView(visit, read.form);
  const { kinds, daysAfter } = read.value;
  const made = await visit.db(async (trx) => {
    await writePackCalendar(trx, { off: names.filter((name) => !kinds.includes(name)), daysAfter });
    await recordChange(trx, {
      about: 'packs',
      words: `Packs are made ${daysAfter} ${daysAfter === 1 ? 'day' : 'days'} after their period: ${kinds.length === 0 ? 'none' : kinds.join(', ')}`,
      by: visit.staff.id,
    });
    return makePacksDue(trx, visit.today);
  });
  return redirect('/reports/packs', {
    done:
      made === 0
        ? 'Calendar saved'
        : `Calendar saved. ${made === 1 ? '1 pack was' : `${made} packs were`} due and made`,
  });
}

function calendarView(visit: Visit, state: FormState) {
  return page(
    visit,
    {
      title: 'Which packs are made, and when',
      section: 'reports',
      form: state,
      back: { href: '/reports/packs', text: 'Packs' },
    },
    <Form visit={visit} action="/reports/packs/calendar">
      <CheckboxesField
        form={state}
        name="kinds"
        legend="Packs to make"
        hint="The Code asks that the governing body and the member responsible receive theirs regularly (9.6, 9.7)."
        items={packKinds.map((kind) => ({ value: nameOfKind(kind), text: kindInWords(kind) }))}
      />
      <TextField
        form={state}
        name="daysAfter"
        label="How many days after the period ends"
        hint="1 is the day after. Later gives answers and records time to come in."
        width={2}
        inputmode="numeric"
      />
      <Submit>Save the calendar</Submit>
    </Form>,
  );
}

export const packs = screen({ path: '/reports/packs', access: ['manager', 'member-responsible'], get });
export const packCalendar = screen({
  path: '/reports/packs/calendar',
  access: ['manager'],
  get: getCalendar,
  post: postCalendar,
});
