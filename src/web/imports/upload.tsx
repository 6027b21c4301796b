/** A register is sent: kept, and read at once, or by a job when it is large. Nothing is taken yet. */
import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { keepFile, largestFileUnlessSet, receiveFile, sweepFiles } from '../../store/documents.js';
import {
  beginReading,
  forgetOldRegisters,
  forgetRegister,
  keepRegister,
  readRegisterSent,
  whyNoRegister,
} from '../../store/registers-sent.js';
import { requiredText } from '../ui/fields.js';
import { FileField, Form, type FormState, readForm, Submit, startForm, TextField, withErrors } from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage } from './import-frame.js';

const form = z.object({ source: requiredText('Say which register it is', 120) });

async function get(visit: Visit): Promise<Answer> {
  return view(visit, startForm(visit, { source: 'Complaints register' }));
}

async function post(visit: Visit): Promise<Answer> {
  const read = readForm(form, visit.fields);
  const wrong = whatIsWrong(visit);
  const state = wrong === null ? read.form : withErrors(read.form, [{ field: 'register', words: wrong }]);
  const [file] = visit.files;
  if (!read.ok || wrong !== null || file === undefined) return view(visit, state);
  const other = await whyNoRegister(file.path, file.name);
  if (other !== null) return view(visit, withErrors(read.form, [{ field: 'register', words: other }]));
  const { db, files } = visit.house;
  const landlordId = visit.landlord.id;
  const received = await receiveFile(files, landlordId, createReadStream(file.path), {
    name: file.name,
    largest: largest(visit),
  });
  if (!received.ok) return view(visit, withErrors(read.form, [{ field: 'register', words: tooLarge(visit) }]));
  const { stored } = received;
  const id = await visit.db(async (trx) => {
    await forgetOldRegisters(trx, visit.today);
    const kept = await keepFile(trx, files, stored);
    return keepRegister(trx, {
      file: kept,
      fileName: stored.name,
      source: read.value.source,
      by: visit.staff.id,
    });
  });
  await beginReading({ db, landlordId, files }, { id, size: stored.size }, visit.today);
  const sent = await visit.db((trx) => readRegisterSent(trx, id));
  if (sent?.fault != null) {
    // A file that can't be read is not kept: it may be anything.
    await visit.db((trx) => forgetRegister(trx, id, 'too'));
    await sweepFiles(db, files, landlordId);
    return view(visit, withErrors(read.form, [{ field: 'register', words: sent.fault }]));
  }
  return redirect(`/imports/sent/${id}`);
}

function whatIsWrong(visit: Visit): string | null {
  const [file, another] = visit.files;
  if (file === undefined) return 'Choose the file of the register';
  if (another !== undefined) return 'Choose one file at a time';
  if (file.size === 0) return `${file.name} is empty. Choose a file with something in it`;
  return file.size > largest(visit) ? tooLarge(visit) : null;
}

function largest({ landlord }: Visit): number {
  const set = landlord.settings['largest-file'];
  return typeof set === 'number' ? set : largestFileUnlessSet;
}

function tooLarge(visit: Visit): string {
  return `The file is larger than ${Math.floor(largest(visit) / 1_000_000)} MB. Send it in parts, for example a file for each year`;
}

function view(visit: Visit, form: FormState): Answer {
  return importPage(
    visit,
    { title: 'Bring in a register', form },
    <>
      <p class="govuk-body">
        A spreadsheet of past complaints and contacts becomes cases with their dates, so that figures and reports can be
        made from them. You say how its columns are meant, see what would be taken, and only then confirm. Nothing is
        sent to anybody about cases that are brought in, and an import can be taken back.
      </p>
      <Form visit={visit} files>
        <FileField
          form={form}
          name="register"
          label="The register"
          hint={`A CSV file or an Excel workbook (.xlsx), up to ${Math.floor(largest(visit) / 1_000_000)} MB. Title rows above the headings and a total row below do no harm`}
        />
        <TextField
          form={form}
          name="source"
          label="Which register it is"
          hint="Use the same name each time: rows that were taken before are then known again, and not taken twice"
          autocomplete="off"
        />
        <Submit>Send the register</Submit>
      </Form>
    </>,
  );
}

export const uploadRegister = screen({ path: '/imports/new', access: importers, get, post });
