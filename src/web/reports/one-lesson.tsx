/** One row of the learning table, with what in it might tell who somebody is. */
import { z } from 'zod';
import { identifyingIn } from '../../reports/annual/identifying.js';
import { recordReading } from '../../store/reads.js';
import { lessonsOf, namesBehind, type ReportLesson, saveLesson } from '../../store/report-items.js';
import type { Report } from '../../store/reports.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { InsetText } from '../ui/components.js';
import { optionalText, requiredText, tick, wholeNumber } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  TickField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { isOpen, reportAsked, reportHref, reportPage, writers } from './report-frame.js';

const schema = z.object({
  version: wholeNumber('', { min: 0, max: 100_000 }),
  area: optionalText(100),
  outline: requiredText('Say what the complaint was about', 2_000),
  response: requiredText('Say what the answer was', 2_000),
  learning: requiredText('Say what was learned and changed', 4_000),
  looked: tick(),
  included: tick(),
});

async function asked(visit: Visit) {
  return visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null || !isOpen(report)) return null;
    if (visit.params.lesson === 'new') return { report, lesson: null, names: [] };
    const lesson = (await lessonsOf(trx, report.id, await hiddenCases(trx, viewerOfRows(visit)))).find(
      (one) => one.id === visit.params.lesson,
    );
    if (lesson === undefined) return null;
    await recordReading(trx, {
      staff: visit.staff.id,
      what: 'export',
      about: `learning from ${lesson.reference ?? 'nowhere'}`,
    });
    return { report, lesson, names: await namesBehind(trx, report.id, lesson.id) };
  });
}

async function get(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const { lesson } = found;
  return view(visit, found, startForm(visit, { ...lesson, version: lesson?.version ?? 0 }));
}

async function post(visit: Visit) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const read = readForm(schema, visit.fields);
  if (!read.ok) return view(visit, found, read.form);
  const { version, looked, area, ...words } = read.value;
  const telling = words.included
    ? identifyingIn([words.outline, words.response, words.learning].join('\n'), found.names)
    : [];
  if (telling.length > 0 && !looked) {
    const list = telling.map((one) => `‘${one.found}’ (${one.words})`).join(', ');
    return view(
      visit,
      found,
      withErrors(read.form, [
        {
          field: 'looked',
          words: `This might tell who somebody is: ${list}. Write it otherwise, or say that you looked`,
        },
      ]),
    );
  }
  const which = found.lesson === null ? null : { id: found.lesson.id, expected: version };
  const saved = await visit.db((trx) => saveLesson(trx, found.report.id, which, { ...words, area: area ?? '' }));
  if (saved === 'conflict') {
    const current = (await asked(visit)) ?? found;
    const values = { ...read.form.values, version: String(current.lesson?.version ?? version) };
    const said = 'Somebody else changed this row meanwhile: theirs is below. Bring the two together, then save';
    return view(visit, current, withErrors({ values, errors: [] }, [{ field: null, words: said }]), current.lesson);
  }
  if (saved === 'closed') return notFound;
  return redirect(reportHref(found.report, '/learning'), { done: 'Saved' });
}

function view(
  visit: Visit,
  found: { readonly report: Report; readonly lesson: ReportLesson | null; readonly names: readonly string[] },
  form: FormState,
  theirs: ReportLesson | null = null,
) {
  const text = ['outline', 'response', 'learning'].map((name) => typedIn(form, name)).join('\n');
  const telling = identifyingIn(text, found.names);
  return reportPage(
    visit,
    found.report,
    { title: found.lesson === null ? 'Add a row of learning' : 'Learning from a complaint', tab: '/learning', form },
    <>
      {found.lesson?.reference ? (
        <p class="govuk-body">
          From{' '}
          <a class="govuk-link" href={`/cases/${found.lesson.reference}`}>
            {found.lesson.reference}
          </a>
          . The words below are as colleagues wrote them until you change them here; the case keeps its own.
        </p>
      ) : null}
      {theirs === null ? null : (
        <div class="app-words">{[theirs.area, theirs.outline, theirs.response, theirs.learning].join('\n')}</div>
      )}
      {telling.length === 0 ? null : (
        <InsetText>
          <p class="govuk-body">This might tell readers who somebody is:</p>
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
            {telling.map((one) => (
              <li key={`${one.what} ${one.found}`}>
                ‘{one.found}’: {one.words}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <Form visit={visit}>
        <Hidden name="version" value={typedIn(form, 'version')} />
        <TextField form={form} name="area" label="Service area (optional)" width={20} />
        <TextareaField form={form} name="outline" label="What the complaint was about" rows={3} most={2000} />
        <TextareaField form={form} name="response" label="What we answered" rows={3} most={2000} />
        <TextareaField form={form} name="learning" label="What we learned and changed" rows={4} most={4000} />
        <TickField
          form={form}
          name="looked"
          label="I have looked: nobody can be known by these words"
          hint="No list finds everything: a small place, a rare event or a date can be enough"
        />
        <TickField form={form} name="included" label="Take it into the report" />
        <Submit>Save</Submit>
      </Form>
    </>,
  );
}

export const oneLesson = screen({ path: '/reports/annual/:id/learning/:lesson', access: writers, get, post });
