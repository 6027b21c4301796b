/** What we shared: texts by audience, and the log of where and when each was told. */
import { z } from 'zod';
import { caseReaders, caseWorkers } from '../../complaint/roles.js';
import { audiences, audienceWords, wayWords } from '../../reports/sharing/audiences.js';
import { listTexts, makeText, readLog } from '../../store/sharing/texts.js';
import { InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm } from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import { redirect, screen, type Visit } from '../visit.js';
import { sharingPage, textHref } from './sharing-frame.js';

async function get(visit: Visit) {
  const { texts, log } = await visit.db(async (trx) => ({ texts: await listTexts(trx), log: await readLog(trx) }));
  return sharingPage(
    visit,
    { title: 'What we shared', wide: true },
    <>
      <p class="govuk-body">
        What complaints taught is told to residents, their panel, staff and the board. A person writes each text; a
        check names what might tell who somebody is; and where and when it was told is kept here and in the history of
        the cases behind it.
      </p>
      {visit.may(...caseWorkers) ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/sharing/new">
            Write a new text
          </a>
        </p>
      ) : null}
      {texts.length === 0 ? (
        <InsetText text="No text has been written yet." />
      ) : (
        <ul class="app-list govuk-!-margin-bottom-6">
          {texts.map((text) => (
            <li key={text.id} class="app-list__item">
              <p class="govuk-body govuk-!-margin-bottom-1">
                <a class="govuk-link" href={textHref(text)}>
                  {text.title}
                </a>
              </p>
              <p class="govuk-body-s govuk-!-margin-bottom-0">
                For: {audienceWords[text.audience].name}. {text.items === 1 ? 'One item' : `${text.items} items`}.{' '}
                {text.told === 0 ? 'Not told yet' : text.told === 1 ? 'Told once' : `Told ${text.told} times`}. Begun by{' '}
                {text.madeBy}.
              </p>
            </li>
          ))}
        </ul>
      )}
      {log.length === 0 ? null : (
        <Scroll label="Where and when it was told">
          <table class="govuk-table">
            <caption class="govuk-table__caption govuk-table__caption--m">Where and when it was told</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {['What', 'Whom', 'Where', 'When', 'By'].map((head) => (
                  <th key={head} scope="col" class="govuk-table__header">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {log.map((one) => (
                <tr key={one.id} class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">
                    <a class="govuk-link" href={`${textHref({ id: one.textId })}#log`}>
                      {one.title}
                    </a>
                  </th>
                  <td class="govuk-table__cell">{audienceWords[one.audience].name}</td>
                  <td class="govuk-table__cell">
                    {wayWords[one.way]}
                    {one.place === '' ? '' : `: ${one.place}`}
                    {one.takenDownOn === null ? null : (
                      <>
                        , taken down on <DayText day={one.takenDownOn} short />: {one.takenDownBecause}
                      </>
                    )}
                  </td>
                  <td class="govuk-table__cell">
                    <DayText day={one.sharedOn} short />
                  </td>
                  <td class="govuk-table__cell">{one.by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>,
  );
}

const form = z.object({ audience: choice(audiences, 'Choose whom it is for') });

async function getNew(visit: Visit) {
  return viewNew(visit, startForm(visit, { audience: '' }));
}

async function postNew(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return viewNew(visit, read.form);
  const { audience } = read.value;
  const { title, opening } = audienceWords[audience];
  const id = await visit.db((trx) => makeText(trx, { audience, title, opening, by: visit.staff.id }));
  return redirect(textHref({ id }), { done: 'Begun. Take up what it is to tell' });
}

function viewNew(visit: Visit, state: FormState) {
  return sharingPage(
    visit,
    { title: 'Write a new text', form: state, back: { href: '/sharing', text: 'What we shared' } },
    <Form visit={visit}>
      <RadiosField
        form={state}
        name="audience"
        legend="Whom is it for?"
        items={audiences.map((value) => ({
          value,
          text: audienceWords[value].name,
          hint: `${audienceWords[value].said}, ${audienceWords[value].did.charAt(0).toLowerCase()}${audienceWords[value].did.slice(1)}`,
        }))}
      />
      <Submit>Begin</Submit>
    </Form>,
  );
}

export const sharedTexts = [
  ...screen({ path: '/sharing', access: caseReaders, get }),
  ...screen({ path: '/sharing/new', access: caseWorkers, get: getNew, post: postNew }),
];
