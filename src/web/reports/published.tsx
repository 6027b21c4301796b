/** Publication: on a page of its own for anybody, where else it stands, and taking it down with the reason. */
import { z } from 'zod';
import { publishReport } from '../../post/freeze-report.js';
import { recordChange } from '../../store/change-trail.js';
import { listPublications, notePlace, placesOf, publicSlug, takeDown } from '../../store/publications.js';
import { InsetText, Table } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { choice, optionalText, requiredDay, requiredText } from '../ui/fields.js';
import {
  DateField,
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  TextField,
  withErrors,
} from '../ui/forms.js';
import { Scroll } from '../ui/scroll.js';
import { notFound, redirect, screen, type Visit } from '../visit.js';
import { readers, reportAsked, reportHref, reportPage, writers, yearWords } from './report-frame.js';

const publishForm = z.object({ because: optionalText(1_000) });
const placeForm = (visit: Visit) =>
  z.object({
    address: requiredText('Enter where it stands', 500),
    on: requiredDay('the day on which it was published there', { notAfter: visit.today }),
    evidence: optionalText(1_000),
  });
const downForm = z.object({ because: requiredText('Say why it is taken down: anybody can read it', 1_000) });

async function asked(visit: Visit) {
  return visit.db(async (trx) => {
    const report = await reportAsked(trx, visit);
    if (report === null) return null;
    const all = await listPublications(trx, { kind: 'annual-report', period: yearWords(report) });
    const own = all.find((one) => one.id === report.publicationId) ?? null;
    return {
      report,
      all,
      own,
      places: own === null ? [] : await placesOf(trx, own.id),
      slug: all.length === 0 ? null : await publicSlug(trx),
    };
  });
}

async function get(visit: Visit) {
  return view(visit, startForm(visit, { on: visit.today }));
}

async function post(visit: Visit) {
  const which = choice(['publish', 'place'], '').safeParse(visit.fields.which);
  const found = await asked(visit);
  if (found === null || !which.success || !visit.may('manager')) return notFound;
  const { report, own } = found;
  if (which.data === 'publish') {
    const read = readForm(publishForm, visit.fields);
    if (!read.ok) return view(visit, read.form);
    const { because } = read.value;
    if (found.all.length > 0 && because === null) {
      return view(visit, withErrors(read.form, [{ field: 'because', words: 'Say why it is published again' }]));
    }
    const how = { by: visit.staff.id, today: visit.today, because: found.all.length > 0 ? because : null };
    const id = await visit.db((trx) => publishReport(trx, report.id, how));
    if (id === null)
      return view(visit, withErrors(read.form, [{ field: null, words: 'Only a frozen report can be published' }]));
    return redirect(reportHref(report, '/published'), { done: 'Published' });
  }
  const read = readForm(placeForm(visit), visit.fields);
  if (!read.ok) return view(visit, read.form);
  if (own === null) return notFound;
  const { address, on, evidence } = read.value;
  await visit.db((trx) =>
    notePlace(trx, own.id, { address, publishedOn: on, evidence: evidence ?? '' }, visit.staff.id),
  );
  return redirect(reportHref(report, '/published'), { done: 'On record' });
}

async function view(visit: Visit, form: FormState) {
  const found = await asked(visit);
  if (found === null) return notFound;
  const { report, all, own, places, slug } = found;
  return reportPage(
    visit,
    report,
    { title: 'Publication', tab: '/published', form },
    <>
      {all.length === 0 ? <InsetText text="Nothing is published for this year yet." /> : null}
      <ul class={all.length === 0 ? 'govuk-list' : 'app-list'}>
        {all.map((one) => (
          <li key={one.id} class="app-list__item">
            <a class="govuk-link" href={`/published/${slug}/annual-report/${one.period}/${one.version}`}>
              {one.title}, version {one.version}
            </a>
            , published on <DayText day={one.publishedOn} />
            {one.takenDownOn === null ? '' : `, taken down: ${one.takenDownBecause}`}
            {one.takenDownOn === null && one.supersededBy !== null ? `, followed by version ${one.supersededBy}` : ''}
          </li>
        ))}
      </ul>
      {report.state === 'frozen' && visit.may('manager') ? (
        <Form visit={visit} id="publish">
          <Hidden name="which" value="publish" />
          {all.length === 0 ? null : (
            <TextareaField form={form} name="because" label="Why is it published again?" rows={2} most={1000} />
          )}
          <p class="govuk-body">It gets an address that anybody can read, without signing in.</p>
          <Submit>Publish it</Submit>
        </Form>
      ) : null}
      {own === null || own.takenDownOn !== null ? null : (
        <>
          <h2 class="govuk-heading-m">Where else it is published</h2>
          {places.length === 0 ? (
            <p class="govuk-body">
              Nowhere that is noted. The Code wants it in the complaints section of your website (8.2).
            </p>
          ) : (
            <Scroll label="Where else it is published">
              <Table
                caption="Where else it is published"
                captionClasses="govuk-visually-hidden"
                head={['Where', 'When', 'How one can see it'].map((text) => ({ text }))}
                rows={places.map((one) => [
                  { text: one.address },
                  { html: <DayText day={one.publishedOn} /> },
                  { text: one.evidence },
                ])}
              />
            </Scroll>
          )}
          {visit.may('manager') ? (
            <>
              <Form visit={visit} id="place">
                <Hidden name="which" value="place" />
                <TextField
                  form={form}
                  name="address"
                  label="Where does it stand?"
                  hint="An address on the web, a newsletter, a noticeboard"
                />
                <DateField form={form} name="on" legend="Since when?" />
                <TextField form={form} name="evidence" label="How can one see that it was there? (optional)" />
                <Submit secondary>Note it</Submit>
              </Form>
              <p class="govuk-body">
                <a class="govuk-link" href={reportHref(report, '/take-down')}>
                  Take it down
                </a>
              </p>
            </>
          ) : null}
        </>
      )}
      {report.state === 'frozen' || report.state === 'published' ? (
        <p class="govuk-body">
          <a class="govuk-link" href={reportHref(report, '/compare')}>
            What the figures would be now
          </a>
        </p>
      ) : null}
    </>,
  );
}

async function getDown(visit: Visit) {
  return downView(visit, startForm(visit));
}

async function postDown(visit: Visit) {
  const found = await asked(visit);
  if (found === null || found.own === null) return notFound;
  const read = readForm(downForm, visit.fields);
  if (!read.ok) return downView(visit, read.form);
  const { own, report } = found;
  const done = await visit.db(async (trx) => {
    if (!(await takeDown(trx, own.id, { on: visit.today, because: read.value.because, by: visit.staff.id })))
      return false;
    await recordChange(trx, { about: 'publication', words: `Took down ${own.title}`, by: visit.staff.id });
    return true;
  });
  return redirect(reportHref(report, '/published'), { done: done ? 'Taken down' : 'It was taken down already' });
}

async function downView(visit: Visit, form: FormState) {
  const found = await asked(visit);
  if (found === null || found.own === null) return notFound;
  return reportPage(
    visit,
    found.report,
    { title: 'Take the report down', tab: '/published', form },
    <Form visit={visit}>
      <p class="govuk-body">Its address stays and says that it was taken down, when and why.</p>
      <TextareaField form={form} name="because" label="Why? Anybody can read this" rows={3} most={1000} />
      <Submit warning>Take it down</Submit>
    </Form>,
  );
}

export const reportPublished = [
  ...screen({ path: '/reports/annual/:id/published', access: readers, get, post }),
  ...screen({ path: '/reports/annual/:id/take-down', access: writers, get: getDown, post: postDown }),
];
