/** Writing for one place of a report: managers, and whoever was asked. Two who write at once see each other's words. */
import { z } from 'zod';
import { identifyingIn } from '../../reports/annual/identifying.js';
import { placeOf } from '../../reports/annual/places.js';
import type { Trx } from '../../store/database.js';
import { answerAsks, openAsksOf } from '../../store/report-asks.js';
import { type Report, type ReportText, saveText, versionsOf } from '../../store/reports.js';
import { Details, InsetText } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { optionalText, requiredText, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { isOpen, reportAsked, reportHref, reportPage } from './report-frame.js';

const longest = 100_000;

const schema = z.object({
  version: wholeNumber('', { min: 0, max: 100_000 }),
  text: requiredText('Write something, or leave the page as it is', longest),
  saidBy: requiredText('Enter the name it stands under', 200),
  office: optionalText(200),
});

async function get(visit: Visit) {
  const found = await mayWrite(visit);
  if (found === null) return notFound;
  const [now] = await visit.db((trx) => versionsOf(trx, found.report.id, visit.params.place ?? ''));
  const response = visit.params.place === 'governing-body';
  const form = startForm(visit, {
    version: now?.version ?? 0,
    text: now?.text ?? '',
    saidBy: now?.saidBy ?? (response ? '' : visit.staff.name),
    office: now?.office ?? '',
  });
  return view(visit, found.report, form, null);
}

async function post(visit: Visit) {
  const found = await mayWrite(visit);
  if (found === null) return notFound;
  const { report } = found;
  const place = visit.params.place ?? '';
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, report, read.form, null);
  const { version, text, saidBy, office } = read.value;
  const saved = await visit.db(async (trx) => {
    const written = { report: report.id, place, expected: version, text, saidBy, office: office ?? '' };
    const outcome = await saveText(trx, { ...written, by: visit.staff.id, on: visit.today });
    if (outcome.is === 'saved') await answerAsks(trx, report.id, place, visit.staff.id);
    return outcome;
  });
  if (saved.is === 'saved') {
    const to = visit.may('manager', 'member-responsible') ? reportHref(report, '/words') : '/';
    return redirect(to, { done: 'Saved' });
  }
  if (saved.is === 'closed') {
    const words =
      'The report is no longer being written, so this could not be saved. Your words stand below: copy them';
    return view(visit, report, withErrors(read.form, [{ field: null, words }]), null);
  }
  // With what is theirs before their eyes they may send it again.
  const values = { ...read.form.values, version: String(saved.now.version) };
  const words = 'Somebody else wrote here while you were writing. Both texts are below: bring them together, then save';
  return view(visit, report, withErrors({ values, errors: [] }, [{ field: 'text', words }]), saved.now);
}

/** Managers may always; others for the place that they were asked for, while it is being written. */
async function mayWrite(visit: Visit): Promise<{ report: Report } | null> {
  const place = visit.params.place ?? '';
  if (placeOf(place) === null) return null;
  const report = await visit.db((trx) => reportAsked(trx, visit));
  if (report === null) return null;
  if (visit.may('manager')) return { report };
  return (await visit.db((trx) => isAsked(trx, visit, report.id, place))) ? { report } : null;
}

async function isAsked(trx: Trx, visit: Visit, report: string, place: string): Promise<boolean> {
  return (await openAsksOf(trx, visit.staff.id)).some((one) => one.report === report && one.place === place);
}

async function view(visit: Visit, report: Report, form: FormState, theirs: ReportText | null) {
  const place = placeOf(visit.params.place ?? '');
  if (place === null) return notFound;
  const { versions, asks } = await visit.db(async (trx) => ({
    versions: await versionsOf(trx, report.id, place.place),
    asks: (await openAsksOf(trx, visit.staff.id)).filter(
      (one) => one.report === report.id && one.place === place.place,
    ),
  }));
  return reportPage(
    visit,
    report,
    { title: place.title, tab: '/words', form },
    <>
      <p class="govuk-body">{place.asks}</p>
      {asks.map((one) => (
        <InsetText key={one.id}>
          {one.askedBy ?? 'A manager'} asks for this by <DayText day={one.dueOn} />.
          {one.note === '' ? null : <span class="app-quote"> {one.note}</span>}
        </InsetText>
      ))}
      <Telling text={typedIn(form, 'text')} />
      {theirs === null ? null : (
        <>
          <h2 class="govuk-heading-m">What {theirs.writtenBy ?? 'somebody else'} wrote meanwhile</h2>
          <div class="app-words">{theirs.text}</div>
        </>
      )}
      {isOpen(report) || form.errors.length > 0 ? (
        <Form visit={visit}>
          <Hidden name="version" value={typedIn(form, 'version')} />
          <TextareaField
            form={form}
            name="text"
            label={theirs === null ? 'Words for the report' : 'Your words'}
            hint="Anybody may read this later. Name no resident, and nothing by which one could be known. An empty line begins a new paragraph."
            rows={14}
          />
          <TextField
            form={form}
            name="saidBy"
            label={
              place.place === 'governing-body'
                ? 'Who says it? (the board, cabinet or committee)'
                : 'Whose words are they?'
            }
            width="two-thirds"
          />
          <TextField form={form} name="office" label="Their office (optional)" width="two-thirds" />
          <Submit>Save</Submit>
        </Form>
      ) : (
        <div class="app-words">{typedIn(form, 'text')}</div>
      )}
      {versions.length < 2 ? null : (
        <Details summaryText={`Earlier versions (${versions.length - 1})`}>
          {versions.slice(1).map((one) => (
            <div key={one.version}>
              <p class="govuk-body-s govuk-!-margin-bottom-1">
                Version {one.version}, {one.writtenBy ?? 'unknown'}, <DayText day={one.writtenOn} />
              </p>
              <div class="app-words">{one.text}</div>
            </div>
          ))}
        </Details>
      )}
    </>,
  );
}

/** A hint, no more: what is written here is for everybody to read. */
function Telling({ text }: { readonly text: string }) {
  const telling = identifyingIn(text);
  if (telling.length === 0) return null;
  return (
    <InsetText>
      This might tell readers who somebody is: {telling.map((one) => `‘${one.found}’ (${one.words})`).join(', ')}.
    </InsetText>
  );
}

export const writeWords = screen({ path: '/reports/annual/:id/words/:place', access: 'signed-in', get, post });
