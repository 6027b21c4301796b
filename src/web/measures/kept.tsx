/** A figure that was kept: the answer as it was given, derived again from the history of then, and what has changed since. */
import type { ComponentChildren, VNode } from 'preact';
import { caseReaders } from '../../complaint/roles.js';
import { inWords } from '../../facts/days.js';
import type { Measured } from '../../reports/measured.js';
import { grouped, inFigures } from '../../reports/rounding.js';
import { type Again, again } from '../../store/measures/again.js';
import { keptFigure as findKept, type KeptFigure, keptFigures as listKept } from '../../store/measures/kept.js';
import { hiddenCases } from '../../store/staff-concerned.js';
import { viewerOfRows } from '../cases/case-shown.js';
import { Details, InsetText, SummaryList, Table, WarningText } from '../ui/components.js';
import { InstantText } from '../ui/dates.js';
import { Form, Submit } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import { Scroll } from '../ui/scroll.js';
import { type Answer, notFound, screen, type Visit } from '../visit.js';
import { figureHref } from './asked.js';

async function list(visit: Visit): Promise<Answer> {
  const kept = await visit.db((trx) => listKept(trx));
  return page(
    visit,
    {
      title: 'Answers that were kept',
      section: 'oversight',
      wide: true,
      back: { href: '/figures/measures', text: 'Measures' },
    },
    kept.length === 0 ? (
      <InsetText text="None yet. A figure’s own page keeps its answer." />
    ) : (
      <Scroll label="Answers that were kept">
        <Table
          caption="Answers that were kept"
          captionClasses="govuk-visually-hidden"
          firstCellIsHeader
          head={['Figure', 'Period', 'Answer', 'Kept'].map((text) => ({ text }))}
          rows={kept.map((one) => [
            {
              html: (
                <a class="govuk-link" href={`/figures/measures/kept/${one.id}`}>
                  {one.given.words}
                </a>
              ),
            },
            { text: one.period.name },
            { text: inFigures(one.given) },
            { html: <InstantText at={one.askedAt} /> },
          ])}
        />
      </Scroll>
    ),
  );
}

async function get(visit: Visit): Promise<Answer> {
  const kept = await visit.db((trx) => findKept(trx, visit.params.key ?? ''));
  return kept === null ? notFound : view(visit, kept, null);
}

async function post(visit: Visit): Promise<Answer> {
  const found = await visit.db(async (trx) => {
    const kept = await findKept(trx, visit.params.key ?? '');
    return kept === null
      ? null
      : { kept, derived: await again(trx, kept, await hiddenCases(trx, viewerOfRows(visit))) };
  });
  return found === null ? notFound : view(visit, found.kept, found.derived);
}

function view(visit: Visit, kept: KeptFigure, derived: Again | null): Answer {
  const rows: readonly [string, ComponentChildren][] = [
    ['Period', `${inWords(kept.period.from)} to ${inWords(kept.period.until)}`],
    ['Worked out on', inWords(kept.today)],
    [
      'Kept',
      <>
        <InstantText at={kept.askedAt} />
        {kept.askedBy === null ? '' : `, by ${kept.askedBy}`}
      </>,
    ],
    ...(kept.area === null ? [] : [['Service area', kept.area] as [string, ComponentChildren]]),
    [
      'From the history',
      <>
        {grouped(kept.headEntries)} entries of {grouped(kept.headCases)} cases,{' '}
        <span class="app-digest">{kept.head}</span>
      </>,
    ],
  ];
  return page(
    visit,
    {
      title: kept.given.words,
      caption: kept.period.name,
      section: 'oversight',
      back: { href: '/figures/measures/kept', text: 'Answers that were kept' },
    },
    <>
      <p class="govuk-heading-l">{inFigures(kept.given)}</p>
      <Left figure={kept.given} />
      {kept.given.note === null ? null : <InsetText text={kept.given.note} />}
      <SummaryList rows={rows.map(([key, value]) => ({ key: { text: key }, value: { html: <>{value}</> } }))} />
      <Details summaryText="The query, as the database was asked">
        <Scroll label="The query">
          <pre class="app-query">
            <code>{kept.query}</code>
          </pre>
        </Scroll>
      </Details>
      {derived === null ? (
        <>
          <h2 class="govuk-heading-m">The same answer again</h2>
          <p class="govuk-body">
            It can be derived again from the history as it stood then: everything that was recorded later is left out.
            For many cases that takes a minute.
          </p>
          <Form visit={visit}>
            <Submit>Derive it again</Submit>
          </Form>
        </>
      ) : (
        <Derived kept={kept} derived={derived} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={figureHref(kept.key, kept.period, kept.area)}>
          The same figure as it is today
        </a>
      </p>
    </>,
  );
}

function Left({ figure }: { readonly figure: Measured }): VNode | null {
  if (figure.unknown + figure.notYetDue === 0) return null;
  return (
    <p class="govuk-body">
      Left out: {grouped(figure.unknown)} of which a fact is not known, {grouped(figure.notYetDue)} not yet due.
    </p>
  );
}

function Derived({ kept, derived }: { readonly kept: KeptFigure; readonly derived: Again }): VNode {
  return (
    <>
      <h2 class="govuk-heading-m">Derived again from the history of then</h2>
      {derived.sameHistory ? (
        <p class="govuk-body">The history up to that moment is the one that was counted: its digest is the same.</p>
      ) : (
        <WarningText
          text="The history up to that moment is not quite the one that was counted: something carries an earlier time and came later, or was altered. The command verify says which."
          iconFallbackText="Warning"
        />
      )}
      <p class="govuk-body">
        {derived.same
          ? `It gives the same answer: ${inFigures(kept.given)}.`
          : `It gives ${derived.figure === null ? 'no answer' : inFigures(derived.figure)}, where ${inFigures(kept.given)} was kept. If the history is the same, a newer release counts it otherwise: docs/measures.md says how each is defined.`}
      </p>
      <h2 class="govuk-heading-m">What has changed since</h2>
      <p class="govuk-body">
        {derived.entriesSince === 0
          ? 'Nothing has been recorded since.'
          : `${grouped(derived.entriesSince)} entries have been recorded since, about ${grouped(derived.casesSince)} cases. Counted from the history of today, the figure of that day is ${derived.now === null ? 'none' : inFigures(derived.now)}.`}
      </p>
      <Moved words="Counted now, and not then" references={derived.cameIn} />
      <Moved words="Counted then, and not now" references={derived.wentOut} />
    </>
  );
}

function Moved({
  words,
  references,
}: {
  readonly words: string;
  readonly references: readonly string[];
}): VNode | null {
  if (references.length === 0) return null;
  return (
    <p class="govuk-body">
      {words}: {references.join(', ')}
    </p>
  );
}

export const keptFigures = screen({ path: '/figures/measures/kept', access: caseReaders, get: list });
export const keptFigure = screen({ path: '/figures/measures/kept/:key', access: caseReaders, get, post });
