/** What the product itself holds of an item of the submission: the frozen report, the approved assessment, their pages. */
import type { VNode } from 'preact';
import type { Day } from '../../facts/days.js';
import type { Period } from '../../reports/measured.js';
import { yearOf } from '../../reports/period.js';
import type { SubmissionItem } from '../../reports/returns/submission.js';
import { assessmentOf } from '../../store/assessments.js';
import type { Trx } from '../../store/database.js';
import { listPublications, type PublicationKind, publicSlug } from '../../store/publications.js';
import { reportOf, textsOf } from '../../store/reports.js';
import { DayText } from '../ui/dates.js';

export interface StandsHere {
  readonly words: string;
  /** The screen on which it is worked at; null when there is none. */
  readonly href: string | null;
  readonly published: { readonly href: string; readonly on: Day } | null;
}

/** Null for items that stand outside the product. */
export async function standsHere(trx: Trx, year: Period, item: SubmissionItem): Promise<StandsHere | null> {
  switch (item) {
    case 'annual-report': {
      const report = await reportOf(trx, yearOf(year.from));
      const published = await publishedAs(trx, year, 'annual-report');
      if (report === null) return { words: 'No report of this year is begun here.', href: '/reports', published };
      const frozen = report.state === 'frozen' || report.state === 'published';
      const words = frozen ? 'The report is frozen here.' : 'The report is not frozen yet.';
      return { words, href: `/reports/annual/${report.id}`, published };
    }
    case 'self-assessment': {
      const assessment = await assessmentOf(trx, yearOf(year.from));
      const published = await publishedAs(trx, year, 'self-assessment');
      if (assessment === null)
        return { words: 'No self-assessment of this year is begun here.', href: '/self-assessment', published };
      const approved = assessment.state === 'approved' || assessment.state === 'published';
      const words = approved
        ? 'The governing body has approved the self-assessment.'
        : 'The governing body has not approved the self-assessment yet.';
      return { words, href: `/self-assessment/${assessment.id}`, published };
    }
    case 'governing-body-response': {
      const report = await reportOf(trx, yearOf(year.from));
      const texts = report === null ? [] : await textsOf(trx, report.id);
      const response = texts.find(({ place }) => place === 'governing-body');
      return {
        words:
          response === undefined
            ? 'No response is in the report yet.'
            : `${response.saidBy} has responded in the report.`,
        href: report === null ? null : `/reports/annual/${report.id}`,
        published: await publishedAs(trx, year, 'annual-report'),
      };
    }
    case 'complaints-policy':
      return {
        words: 'Hold the policy against the Code before it is sent.',
        href: '/self-assessment/policy-check',
        published: null,
      };
    case 'evidence-of-publication':
    case 'submitted':
      return null;
    default:
      return item satisfies never;
  }
}

async function publishedAs(trx: Trx, year: Period, kind: PublicationKind): Promise<StandsHere['published']> {
  const all = await listPublications(trx, { kind, period: year.name });
  const holds = all.find((one) => one.takenDownOn === null && one.supersededBy === null);
  if (holds === undefined) return null;
  return {
    href: `/published/${await publicSlug(trx)}/${kind}/${holds.period}/${holds.version}`,
    on: holds.publishedOn,
  };
}

export function StandsHereShown({ stands }: { readonly stands: StandsHere }): VNode {
  return (
    <p class="govuk-body">
      {stands.words}{' '}
      {stands.href === null ? null : (
        <a class="govuk-link" href={stands.href}>
          Look at it here
        </a>
      )}
      {stands.published === null ? null : (
        <>
          {' '}
          Published on <DayText day={stands.published.on} />:{' '}
          <a class="govuk-link" href={stands.published.href}>
            its public page
          </a>
        </>
      )}
    </p>
  );
}
