/** The frame of every screen of one annual report: which it is, where it stands, and the ways to its other screens. */
import type { ComponentChildren } from 'preact';
import { financialYear } from '../../reports/period.js';
import type { Trx } from '../../store/database.js';
import { findReport, type Report, type ReportState } from '../../store/reports.js';
import { SubNavigation, Tag } from '../ui/components.js';
import type { FormState } from '../ui/forms.js';
import { page } from '../ui/frame.js';
import type { Page, Visit } from '../visit.js';

export const writers = ['manager'] as const;
/** Who reads a draft, comments on it and approves it. */
export const readers = ['manager', 'member-responsible'] as const;

export const stateTags: Readonly<
  Record<ReportState, { words: string; colour: 'blue' | 'yellow' | 'green' | 'purple' }>
> = {
  draft: { words: 'Being written', colour: 'blue' },
  'in-comment': { words: 'Out for comment', colour: 'yellow' },
  approved: { words: 'Approved', colour: 'purple' },
  frozen: { words: 'Frozen', colour: 'purple' },
  published: { words: 'Published', colour: 'green' },
};

/** The report that the path names. */
export function reportAsked(trx: Trx, visit: Visit): Promise<Report | null> {
  return findReport(trx, visit.params.id ?? '');
}

export function yearWords(report: Pick<Report, 'year'>): string {
  return financialYear(report.year).name;
}

export function reportTitle(report: Pick<Report, 'year' | 'round'>): string {
  return `Annual report ${yearWords(report)}${report.round > 1 ? `, round ${report.round}` : ''}`;
}

export function reportHref(report: Pick<Report, 'id'>, below = ''): string {
  return `/reports/annual/${report.id}${below}`;
}

/** Whether its words can still be changed. */
export function isOpen(report: Report): boolean {
  return report.state === 'draft' || report.state === 'in-comment';
}

const tabs = [
  { below: '', text: 'Where it stands' },
  { below: '/draft', text: 'The report' },
  { below: '/words', text: 'Words' },
  { below: '/learning', text: 'Learning' },
  { below: '/items', text: 'From the Ombudsman' },
  { below: '/comments', text: 'Comments' },
  { below: '/published', text: 'Publication' },
] as const;
export type ReportTab = (typeof tabs)[number]['below'];

interface Options {
  readonly title: string;
  readonly tab: ReportTab;
  readonly form?: FormState;
  readonly wide?: boolean;
  readonly heading?: null;
}

export function reportPage(visit: Visit, report: Report, { tab, ...options }: Options, body: ComponentChildren): Page {
  const state = stateTags[report.state];
  return page(
    visit,
    {
      ...options,
      section: 'reports',
      crumbs: [
        { text: 'Reports', href: '/reports' },
        { text: reportTitle(report), href: reportHref(report) },
      ],
      above: (
        <>
          <p class="govuk-body app-no-print">
            {reportTitle(report)} <Tag colour={state.colour}>{state.words}</Tag>
          </p>
          {visit.may(...readers) ? (
            <SubNavigation
              label="Parts of the report"
              items={tabs.map(({ below, text }) => ({ text, href: reportHref(report, below), active: below === tab }))}
            />
          ) : null}
        </>
      ),
    },
    body,
  );
}
