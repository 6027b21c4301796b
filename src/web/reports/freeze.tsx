/** Freezing: from then on nothing in the report moves. What the Code asks of it stands on the card before. */
import { z } from 'zod';
import { freezeReport } from '../../post/freeze-report.js';
import { InterruptionCard } from '../ui/components.js';
import { wholeNumber } from '../ui/fields.js';
import { Form, type FormState, Hidden, readForm, startForm, typedIn, withErrors } from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { reportAsked, reportHref, reportPage, writers } from './report-frame.js';

const schema = z.object({ version: wholeNumber('', { min: 1, max: 1_000_000 }) });

async function get(visit: Visit) {
  const report = await visit.db((trx) => reportAsked(trx, visit));
  return report === null ? notFound : view(visit, startForm(visit, { version: report.version }));
}

async function post(visit: Visit) {
  const read = readForm(schema, visit.fields);
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  if (!read.ok) return view(visit, read.form);
  const { db, files } = visit.house;
  const outcome = await freezeReport({
    db,
    files,
    landlordId: visit.landlord.id,
    report: report.id,
    expected: read.value.version,
    by: visit.staff.id,
    today: visit.today,
    address: visit.address,
  });
  if (outcome.ok) return redirect(reportHref(report, '/published'), { done: 'Frozen: it can be published' });
  return view(
    visit,
    withErrors(
      read.form,
      outcome.words.map((words) => ({ field: null, words })),
    ),
  );
}

async function view(visit: Visit, form: FormState) {
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return notFound;
  return reportPage(
    visit,
    report,
    { title: 'Freeze the report', tab: '', form, heading: null },
    <Form visit={visit}>
      <Hidden name="version" value={typedIn(form, 'version')} />
      <InterruptionCard
        heading="Freeze the report?"
        primaryAction={{ text: 'Freeze it' }}
        secondaryAction={{ text: 'Go back', href: reportHref(report) }}
      >
        <p>
          Its words and figures are kept as they are now, with where the history stands and the files themselves. This
          can’t be undone: a mistake found later is put right by another round of the report.
        </p>
        <p>
          The Code asks that the report has its six parts (8.1), that it goes to the governing body, and that it is
          published with the governing body’s response (8.2).
        </p>
        <p>Entries recorded later move today’s figures, never these. You can compare the two at any time.</p>
      </InterruptionCard>
    </Form>,
  );
}

export const freezeScreen = screen({ path: '/reports/annual/:id/freeze', access: writers, get, post });
