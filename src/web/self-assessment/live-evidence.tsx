/** What the cases of a year show of one provision: counted, with the exceptions, a sample, and what stays for a person. */
import type { VNode } from 'preact';
import { besides, countedSentence, howCounted } from '../../assess/shown/sentence.js';
import { whyWords } from '../../assess/shown/why.js';
import { caseWorkers } from '../../complaint/roles.js';
import type { Day } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import type { Edition } from '../../law/words.js';
import type { Period } from '../../reports/measured.js';
import { exceptionsAndSample, type Sighting } from '../../store/cases-that-show.js';
import type { Trx } from '../../store/database.js';
import { evidenceOf, type ProvisionEvidence } from '../../store/evidence-of-cases.js';
import { casesRunningLate, type RunningLate } from '../../store/running-late.js';
import { BarTable } from '../ui/bar-table.js';
import { Details, InsetText, Table } from '../ui/components.js';
import { DayText } from '../ui/dates.js';
import { Scroll } from '../ui/scroll.js';
import type { Visit } from '../visit.js';

export interface LiveEvidenceAsked {
  readonly edition: Edition;
  readonly provision: string;
  readonly period: Period;
  readonly today: Day;
  /** What the sample is drawn by; null for the year's own. */
  readonly seed: string | null;
  /** Of the exceptions, from 1. */
  readonly page: number;
  readonly each: number;
  /** The cases that the viewer may not see: counted, and not named. */
  readonly hidden: readonly CaseId[];
}

export interface LiveEvidenceShown extends LiveEvidenceAsked {
  readonly seed: string;
  /** Null for a provision that cases can't show. */
  readonly evidence: ProvisionEvidence | null;
  readonly exceptions: readonly Sighting[];
  readonly sample: readonly Sighting[];
  /** The longest late first. */
  readonly late: readonly RunningLate[];
}

const sampled = 10;
const mostLate = 25;

/** Everything that the component shows. The seed stands in the address, so that the same sample can be drawn again. */
export async function readLiveEvidence(trx: Trx, asked: LiveEvidenceAsked): Promise<LiveEvidenceShown> {
  const { edition, provision, period, today, page, each, hidden } = asked;
  const seed = asked.seed ?? '1';
  const found = await evidenceOf(trx, edition, period, today);
  const evidence = found.byProvision.get(provision) ?? null;
  const seen = evidence !== null && evidence.cases + evidence.unknown > 0;
  const { exceptions, sample } = seen
    ? await exceptionsAndSample(
        trx,
        { edition, provision, period },
        { page, each },
        { seed: `${edition} ${provision} ${period.name} ${seed}`, n: sampled, hidden },
      )
    : { exceptions: [], sample: [] };
  const late =
    evidence === null || evidence.lateNow === 0
      ? []
      : await casesRunningLate(trx, { edition, period, today, hidden }, evidence.rule.late, mostLate);
  return { ...asked, seed, evidence, exceptions, sample, late };
}

/** The screen of one provision's cases; `seed` and `page` as they are asked for. */
export function evidenceHref(
  { edition, provision, period }: Pick<LiveEvidenceAsked, 'edition' | 'provision' | 'period'>,
  more: { readonly seed?: string; readonly page?: number } = {},
): string {
  const seed = more.seed === undefined || more.seed === '1' ? '' : `&seed=${encodeURIComponent(more.seed)}`;
  const page = more.page === undefined || more.page === 1 ? '' : `&page=${more.page}`;
  return `/self-assessment/evidence-of-cases/${edition}/${provision}?year=${period.from.slice(0, 4)}${seed}${page}`;
}

export function LiveEvidence({ visit, shown }: { readonly visit: Visit; readonly shown: LiveEvidenceShown }): VNode {
  const { evidence, period, provision } = shown;
  if (evidence === null)
    return (
      <section>
        <h2 class="govuk-heading-m">What the cases show</h2>
        <p class="govuk-body">Cases can’t show this provision: a person judges it, by the documents beside it.</p>
      </section>
    );
  const { rule } = evidence;
  const mayOpen = visit.may(...caseWorkers);
  return (
    <section>
      <h2 class="govuk-heading-m">What the cases show</h2>
      <p class="govuk-body">
        <strong>{countedSentence(rule, evidence, period.name)}</strong> {besides(evidence).join(' ')}
      </p>
      {evidence.cases + evidence.unknown + evidence.lateNow === 0 ? null : <Drawn evidence={evidence} />}
      {rule.showsOnly === null ? null : <InsetText text={rule.showsOnly} />}
      <Exceptions shown={shown} mayOpen={mayOpen} />
      <Late shown={shown} mayOpen={mayOpen} />
      <Sample shown={shown} mayOpen={mayOpen} />
      <Details summaryText={`How was this counted? (${provision})`}>
        <ul class="govuk-list govuk-list--bullet">
          {howCounted(rule).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Details>
    </section>
  );
}

function Drawn({ evidence }: { readonly evidence: ProvisionEvidence }): VNode {
  const whole = evidence.cases + evidence.unknown + evidence.lateNow;
  const row = (label: string, n: number) => ({
    label,
    cells: [n.toLocaleString('en-GB')],
    of: { n, whole },
  });
  return (
    <BarTable
      title="In figures"
      heads={['What they show', 'Cases']}
      drawn="cases"
      rows={[
        row('Kept', evidence.met),
        ...evidence.whys.map(({ why, cases }) => row(`Exception: ${whyWords[why]}`, cases)),
        ...(evidence.lateNow > 0 ? [row('Late today, and not done', evidence.lateNow)] : []),
        ...(evidence.unknown > 0 ? [row('Not on record', evidence.unknown)] : []),
      ]}
    />
  );
}

function Cases({
  caption,
  rows,
  mayOpen,
}: {
  readonly caption: string;
  readonly rows: readonly Sighting[];
  readonly mayOpen: boolean;
}): VNode {
  const said = { met: 'Kept', exception: 'Exception', unknown: 'Not on record' } as const;
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        captionClasses="govuk-visually-hidden"
        head={[{ text: 'Case' }, { text: 'Day' }, { text: 'What it shows' }]}
        rows={rows.map(({ reference, on, verdict, why }) => [
          caseCell(reference, mayOpen),
          { html: <DayText day={on} /> },
          { text: why === null ? said[verdict] : whyWords[why] },
        ])}
      />
    </Scroll>
  );
}

function Exceptions({
  shown,
  mayOpen,
}: {
  readonly shown: LiveEvidenceShown;
  readonly mayOpen: boolean;
}): VNode | null {
  const { evidence, exceptions, page, each } = shown;
  if (evidence === null || evidence.exceptions === 0 || (exceptions.length === 0 && page === 1)) return null;
  const pages = Math.ceil(evidence.exceptions / each);
  const more = { ...(shown.seed === '1' ? {} : { seed: shown.seed }) };
  return (
    <>
      <h3 class="govuk-heading-s" id="exceptions">
        The exceptions
      </h3>
      <Cases caption="The exceptions, in the order of their days" rows={exceptions} mayOpen={mayOpen} />
      {pages < 2 ? null : (
        <p class="govuk-body">
          Page {page} of {pages}.{' '}
          {page > 1 ? (
            <a class="govuk-link" href={`${evidenceHref(shown, { ...more, page: page - 1 })}#exceptions`}>
              The {each} before
            </a>
          ) : null}{' '}
          {page < pages ? (
            <a class="govuk-link" href={`${evidenceHref(shown, { ...more, page: page + 1 })}#exceptions`}>
              The next {each} exceptions
            </a>
          ) : null}
        </p>
      )}
      {mayOpen ? null : <p class="govuk-body">To read a whole case, ask an officer or a manager to open it to you.</p>}
    </>
  );
}

function Late({ shown, mayOpen }: { readonly shown: LiveEvidenceShown; readonly mayOpen: boolean }): VNode | null {
  const { evidence, late } = shown;
  if (evidence === null || late.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">Late today, and not done</h3>
      {evidence.lateNow > late.length ? (
        <p class="govuk-body">
          The {late.length} that are latest, of {evidence.lateNow.toLocaleString('en-GB')}.
        </p>
      ) : null}
      <Scroll label="Late today, and not done">
        <Table
          caption="Late today, and not done"
          captionClasses="govuk-visually-hidden"
          head={[{ text: 'Case' }, { text: 'Was due' }]}
          rows={late.map(({ reference, dueOn }) => [caseCell(reference, mayOpen), { html: <DayText day={dueOn} /> }])}
        />
      </Scroll>
    </>
  );
}

function caseCell(reference: string, mayOpen: boolean) {
  return mayOpen
    ? {
        html: (
          <a class="govuk-link" href={`/cases/${reference}`}>
            {reference}
          </a>
        ),
      }
    : { text: reference };
}

function Sample({ shown, mayOpen }: { readonly shown: LiveEvidenceShown; readonly mayOpen: boolean }): VNode | null {
  const { sample, seed } = shown;
  if (sample.length === 0) return null;
  const another = /^\d{1,6}$/.test(seed) ? String(Number(seed) + 1) : '2';
  return (
    <>
      <h3 class="govuk-heading-s" id="sample">
        A sample to read
      </h3>
      <p class="govuk-body">
        Drawn at random by the seed {seed}: whoever draws by it again finds the same cases.{' '}
        <a class="govuk-link" href={`${evidenceHref(shown, { seed: another })}#sample`}>
          Draw another, by the seed {another}
        </a>
      </p>
      <Cases caption={`A sample drawn by the seed ${seed}`} rows={sample} mayOpen={mayOpen} />
    </>
  );
}
