/** The last look before a register is taken: what will happen, and that nobody is written to. */
import { z } from 'zod';
import { recordChange } from '../../store/change-trail.js';
import { pathOf } from '../../store/documents.js';
import { enqueue } from '../../store/enqueue.js';
import { beginImport, readImport } from '../../store/imports.js';
import { forgetRegister } from '../../store/registers-sent.js';
import { InterruptionCard } from '../ui/components.js';
import { choice } from '../ui/fields.js';
import { Form, Hidden, readForm, withErrors } from '../ui/forms.js';
import { type Answer, redirect, screen, type Visit } from '../visit.js';
import { importers, importPage, type ReadSent, registerOf, rowsInWords } from './import-frame.js';

const form = z.object({ mode: choice(['good-rows', 'all-or-none'], 'Choose which rows are taken') });
type Mode = z.output<typeof form>['mode'];

async function get(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const read = readForm(form, visit.query);
  if (!read.ok || found.sent.preview === null) return redirect(`/imports/sent/${found.sent.id}`);
  return view(visit, found.sent, read.value.mode);
}

async function post(visit: Visit): Promise<Answer> {
  const found = await registerOf(visit);
  if (!found.ok) return found.answer;
  const { sent } = found;
  const read = readForm(form, visit.fields);
  if (!read.ok || sent.preview === null) return redirect(`/imports/sent/${sent.id}`);
  const begun = await beginImport(visit.house.db, visit.landlord.id, {
    file: { path: pathOf(visit.house.files, visit.landlord.id, sent.content), name: sent.fileName },
    map: sent.map,
    source: sent.source,
    mode: read.value.mode,
    by: visit.staff.id,
    now: new Date(visit.now),
    keptFile: sent.file,
  });
  if (!begun.ok) return view(visit, sent, read.value.mode, begun.why);
  await visit.db(async (trx) => {
    await enqueue(trx, null, null, [{ name: 'take-register', payload: { import: begun.importId } }]);
    // The same file may have been confirmed by somebody else a moment ago: then its import keeps its own.
    const record = await readImport(trx, begun.importId);
    await forgetRegister(trx, sent.id, record?.keptFile === sent.file ? 'stays' : 'too');
    await recordChange(trx, {
      about: 'import',
      words: `Confirmed the import of ${sent.source} from ${sent.fileName}: ${rowsInWords(sent.proposal.rows)}`,
      by: visit.staff.id,
    });
  });
  return redirect(`/imports/${begun.importId}`);
}

function view(visit: Visit, sent: ReadSent, mode: Mode, fault?: string): Answer {
  const { preview } = sent;
  const state = withErrors({ values: {}, errors: [] }, fault === undefined ? [] : [{ field: null, words: fault }]);
  const refused = preview?.refused ?? 0;
  return importPage(
    visit,
    { title: 'Take this register', heading: null, form: state },
    <Form visit={visit}>
      <Hidden name="mode" value={mode} />
      <InterruptionCard
        heading="Take this register?"
        primaryAction={{ text: 'Take it' }}
        secondaryAction={{ text: 'Go back', href: `/imports/sent/${sent.id}/preview` }}
      >
        <p>
          {rowsInWords((preview?.taken ?? 0) + (preview?.changed ?? 0))} of ‘{sent.source}’ become cases, or are added
          to cases that were taken from it before.
        </p>
        {refused === 0 ? null : mode === 'good-rows' ? (
          <p>
            {rowsInWords(refused)} can’t be taken, and {refused === 1 ? 'is' : 'are'} left out.
          </p>
        ) : (
          <p>{rowsInWords(refused)} can’t be taken, so as the file stands nothing will be.</p>
        )}
        <p>
          Nothing is sent to anybody: no resident and no colleague gets a letter or an email about a case that is
          brought in. It can be taken back, as long as nobody has worked on the cases.
        </p>
      </InterruptionCard>
    </Form>,
  );
}

export const confirmImport = screen({ path: '/imports/sent/:id/confirm', access: importers, get, post });
