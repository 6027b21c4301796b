/** Taking an import back: why, then a last look at what it means. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import type { ImportRecord } from '../../store/import-shapes.js';
import { readImport } from '../../store/imports.js';
import { askToTakeBack } from '../../store/registers-sent.js';
import { InterruptionCard } from '../ui/components.js';
import { requiredText } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, Submit, startForm, TextareaField } from '../ui/forms.js';
import { type Answer, notFound, redirect, screen, type Visit } from '../visit.js';
import { casesInWords, importers, importPage } from './import-frame.js';

const form = z.object({ reason: requiredText('Say why it is taken back', 1000) });

async function recordOf(visit: Visit): Promise<ImportRecord | null> {
  return visit.db((trx) => readImport(trx, visit.params.id ?? ''));
}

async function get(visit: Visit): Promise<Answer> {
  const record = await recordOf(visit);
  if (record === null) return notFound;
  if (record.state !== 'taken') return redirect(`/imports/${record.id}`);
  return view(visit, record, startForm(visit));
}

async function post(visit: Visit): Promise<Answer> {
  const record = await recordOf(visit);
  if (record === null) return notFound;
  if (record.state !== 'taken') return redirect(`/imports/${record.id}`);
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, record, read.form);
  const { reason } = read.value;
  if (visit.fields.sure !== 'yes') return lastLook(visit, record, reason);
  await visit.db(async (trx) => {
    await askToTakeBack(trx, record.id, reason, visit.staff.id);
    await recordChange(trx, {
      about: 'import',
      words: `Asked for the import of ${record.source} from ${record.fileName} to be taken back: ${reason}`,
      by: visit.staff.id,
    });
  });
  return redirect(`/imports/${record.id}`);
}

function view(visit: Visit, record: ImportRecord, state: FormState): Answer {
  return importPage(
    visit,
    { title: 'Take this import back', form: state, caption: record.source },
    <>
      <p class="govuk-body">
        {casesInWords(record.cases)} from {record.fileName}. Cases that people have worked on since stay; you will see
        which.
      </p>
      <Form visit={visit}>
        <TextareaField
          form={state}
          name="reason"
          label="Why it is taken back"
          hint="It is kept in the history of every case. Do not name a resident."
          rows={3}
          most={1000}
        />
        <Submit>Go on</Submit>
      </Form>
    </>,
  );
}

function lastLook(visit: Visit, record: ImportRecord, reason: string): Answer {
  return importPage(
    visit,
    { title: 'Take this import back', heading: null },
    <Form visit={visit}>
      <Hidden name="reason" value={reason} />
      <Hidden name="sure" value="yes" />
      <InterruptionCard
        heading="Take this import back?"
        primaryAction={{ text: 'Take it back' }}
        secondaryAction={{ text: 'Leave it as it is', href: `/imports/${record.id}` }}
      >
        <p>
          {casesInWords(record.cases)} will count nowhere any more and leave every list. Their history stays, with the
          reason and your name.
        </p>
        <p>Figures that were published stay as they were published. The register may be brought in again.</p>
      </InterruptionCard>
    </Form>,
  );
}

export const undoImport = screen({ path: '/imports/:id/undo', access: importers, get, post });
