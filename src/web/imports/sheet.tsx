/** Which sheet of a workbook, in which line its headings stand, and whether a row tells a case or a stage of one. */
import { z } from 'zod';
import { rowForms } from '../../complaint/register/fields.js';
import { beginReading, readRegisterSent, sayOfRegister } from '../../store/registers-sent.js';
import { choice, optionalText, optionalWholeNumber } from '../ui/fields.js';
import { Form, type FormState, RadiosField, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage } from './import-frame.js';

const form = z.object({
  sheet: optionalText(200),
  headerRow: optionalWholeNumber({ min: 1, max: 1000 }),
  rows: choice(rowForms, 'Choose what a row tells'),
});

async function sentOf(visit: Visit) {
  return visit.db((trx) => readRegisterSent(trx, visit.params.id ?? ''));
}

async function get(visit: Visit): Promise<Answer> {
  const sent = await sentOf(visit);
  if (sent === null) return notFound;
  if (sent.reading !== null || sent.proposal === null) return redirect(`/imports/sent/${sent.id}`);
  const { map, sheets } = { map: sent.map ?? sent.proposal.map, sheets: sent.proposal.sheets };
  const state = startForm(visit, { sheet: map.sheet ?? sheets[0], headerRow: map.headerRow, rows: map.rows });
  return view(visit, state, sheets, sent.source);
}

async function post(visit: Visit): Promise<Answer> {
  const sent = await sentOf(visit);
  if (sent === null) return notFound;
  if (sent.reading !== null || sent.proposal === null) return redirect(`/imports/sent/${sent.id}`);
  const { sheets, map: proposed } = sent.proposal;
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form, sheets, sent.source);
  const { sheet, headerRow, rows } = read.value;
  if (sheet !== null && !sheets.includes(sheet))
    return view(visit, withErrors(read.form, [{ field: 'sheet', words: 'Choose a sheet' }]), sheets, sent.source);
  const was = sent.map ?? proposed;
  // Other headings: what was said of the columns no longer fits, so it is proposed anew.
  const map = {
    columns: {},
    values: {},
    dates: was.dates,
    rows,
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
  };
  const place = { db: visit.house.db, landlordId: visit.landlord.id, files: visit.house.files };
  await visit.db((trx) => sayOfRegister(trx, sent.id, { map, next: 'columns' }));
  await beginReading(place, sent, visit.today);
  return redirect(`/imports/sent/${sent.id}`);
}

function view(visit: Visit, form: FormState, sheets: readonly string[], source: string): Answer {
  return importPage(
    visit,
    { title: 'Where the rows are', form, caption: source },
    <Form visit={visit}>
      {sheets.length < 2 ? null : (
        <RadiosField
          form={form}
          name="sheet"
          legend="Which sheet holds the register"
          items={sheets.map((name) => ({ value: name, text: name }))}
        />
      )}
      <TextField
        form={form}
        name="headerRow"
        label="In which line the headings stand"
        hint="Counted from 1. Leave empty to have it found"
        width={4}
        inputmode="numeric"
        autocomplete="off"
      />
      <RadiosField
        form={form}
        name="rows"
        legend="What a row tells"
        items={[
          { value: 'case', text: 'A whole complaint', hint: 'Stage 1 and stage 2 stand in columns of the same row' },
          {
            value: 'stage',
            text: 'One stage of a complaint',
            hint: 'A stage 2 has a row of its own, which names the reference of its stage 1',
          },
        ]}
      />
      <Submit>Read it again</Submit>
    </Form>,
  );
}

export const registerSheet = screen({ path: '/imports/sent/:id/sheet', access: importers, get, post });
