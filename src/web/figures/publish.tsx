/** What everybody may see of the figures: looked at first, without small numbers, and published when a person says so. */
import { z } from 'zod';
import { inWords } from '../../facts/days.js';
import { chartSvg } from '../../post/charts.js';
import { publishFigures } from '../../post/publish-figures.js';
import { publicFigures } from '../../reports/dashboards/public-figures.js';
import type { Trx } from '../../store/database.js';
import { historyHead } from '../../store/history-head.js';
import { listPublications, publicSlug } from '../../store/publications.js';
import { InsetText, WarningText } from '../ui/components.js';
import { DocumentShown } from '../ui/document.js';
import { optionalText } from '../ui/fields.js';
import {
  Form,
  type FormState,
  Hidden,
  readForm,
  Submit,
  startForm,
  TextareaField,
  typedIn,
  withErrors,
} from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { redirect, screen, type Visit } from '../visit.js';
import { Chooser } from './dashboard-parts.js';
import { askedOf, readDashboard } from './read-dashboard.js';

const form = z.object({ period: optionalText(40), because: optionalText(500) });

async function readFor(trx: Trx, visit: Visit, period: string) {
  const asked = await askedOf(trx, 'public', { period }, visit.today);
  const figures = await readDashboard(trx, asked, visit.today, () => null);
  const head = await historyHead(trx);
  const made = publicFigures(figures, {
    landlord: visit.landlord.name,
    status: `Counted on ${inWords(visit.today)}`,
    provenance: [`Counted from ${head.cases} cases. The history stood at ${head.digest}.`],
  });
  const before = await listPublications(trx, { kind: 'figures', period: asked.chosen.code });
  return { asked, figures, made, before: before.filter((one) => one.takenDownOn === null) };
}

async function get(visit: Visit) {
  const asked = visit.query.period;
  return view(
    visit,
    startForm(visit, { period: typeof asked === 'string' ? asked : lastWholeYear(visit.today), because: '' }),
  );
}

function lastWholeYear(today: string): string {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 2 : 1);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

async function post(visit: Visit) {
  const read = readForm(form, visit.fields);
  if (!read.ok) return view(visit, read.form);
  const { period, because } = read.value;
  const refused = await visit.db(async (trx) => {
    const { asked, figures, made, before } = await readFor(trx, visit, period ?? '');
    if (asked.chosen.code !== period || !figures.chosen.ended) return 'Only a period that has ended can be published';
    if (figures.counted.months.length === 0) return 'There is nothing to publish: no complaint was counted';
    if (before.length > 0 && because === null) return 'Say why it is published again';
    await publishFigures(trx, {
      files: visit.house.files,
      period,
      document: made.document,
      on: visit.today,
      by: visit.staff.id,
      because,
    });
    return null;
  });
  if (refused === null) return redirect(`/figures/public?period=${period}`, { done: 'Published for everybody' });
  return view(visit, withErrors(read.form, [{ field: refused.startsWith('Say') ? 'because' : null, words: refused }]));
}

async function view(visit: Visit, state: FormState) {
  const period = typedIn(state, 'period');
  const { asked, figures, made, before, address } = await visit.db(async (trx) => {
    const read = await readFor(trx, visit, period);
    if (read.before.length === 0) return { ...read, address: '' };
    return { ...read, address: `/published/${await publicSlug(trx)}/figures/${read.asked.chosen.code}` };
  });
  return page(
    visit,
    {
      title: 'Figures for everybody',
      section: 'oversight',
      wide: true,
      form: state,
      back: { href: '/figures', text: 'Figures' },
    },
    <>
      <p class="govuk-body">
        What anybody will read once it is published. Numbers so small that somebody could be known by them are not in
        it.
      </p>
      <Chooser asked={asked} today={visit.today} />
      {before.length === 0 ? null : (
        <InsetText>
          <p class="govuk-body">
            Published already:{' '}
            <a class="govuk-link" href={address}>
              {address}
            </a>
          </p>
        </InsetText>
      )}
      {made.leftOut.length === 0 ? null : (
        <p class="govuk-body">Left out, since small numbers stand in them: {made.leftOut.join('; ')}.</p>
      )}
      <section class="app-to-publish" aria-label="What will be published">
        <h2 class="govuk-heading-m">{made.document.title}</h2>
        <DocumentShown document={made.document} draw={(chart) => chartSvg(chart)} />
      </section>
      {figures.chosen.ended ? (
        <Form visit={visit}>
          <Hidden name="period" value={asked.chosen.code} />
          {before.length === 0 ? null : (
            <TextareaField form={state} name="because" label="Why it is published again" most={500} rows={2} />
          )}
          <WarningText
            text="Once published, anybody can read it. It can be taken down, and it stays told that it was there."
            iconFallbackText="Warning"
          />
          <Submit>Publish these figures</Submit>
        </Form>
      ) : (
        <InsetText text="This period has not ended: its figures can be published from the day after its last." />
      )}
    </>,
  );
}

export const publishScreen = screen({ path: '/figures/public', access: ['manager'], get, post });
