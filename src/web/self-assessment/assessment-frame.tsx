/** The frame of every screen of one self-assessment: which it is, how it stands, and the ways to its other screens. */
import type { ComponentChildren } from 'preact';
import { findAssessment, type SelfAssessment } from '../../store/assessments.js';
import type { Trx } from '../../store/database.js';
import { SubNavigation, Tag } from '../ui/components.js';
import { type PageOptions, page } from '../ui/frame.js';
import type { Page, Visit } from '../visit.js';
import { assessmentHref, assessmentTitle, stateTags } from './words.js';

export const writers = ['manager', 'administrator'] as const;
export const responders = ['member-responsible', 'manager', 'administrator'] as const;

/** The assessment that the path names. */
export function assessmentAsked(trx: Trx, visit: Visit): Promise<SelfAssessment | null> {
  return findAssessment(trx, visit.params.assessment ?? '');
}

const tabs = [
  { below: '', text: 'Provisions' },
  { below: '/check', text: 'Check answers' },
  { below: '/compare', text: 'Compare' },
  { below: '/new', text: 'New in this Code' },
  { below: '/actions', text: 'Action plan' },
  { below: '/governing-body', text: 'Governing body' },
  { below: '/publication', text: 'Publication' },
] as const;
export type AssessmentTab = (typeof tabs)[number]['below'];

interface Options extends Pick<PageOptions, 'form' | 'wide' | 'heading' | 'status'> {
  readonly title: string;
  /** Which of its screens this is; a screen below one of them names that one. */
  readonly tab: AssessmentTab;
  readonly under?: { readonly text: string; readonly href: string };
}

export function assessmentPage(
  visit: Visit,
  assessment: SelfAssessment,
  { tab, under, ...options }: Options,
  body: ComponentChildren,
): Page {
  const state = stateTags[assessment.state];
  return page(
    visit,
    {
      ...options,
      section: 'assessment',
      crumbs: [
        { text: 'Self-assessments', href: '/self-assessment' },
        { text: assessmentTitle(assessment), href: assessmentHref(assessment) },
        ...(under ? [under] : []),
      ],
      above: (
        <>
          <p class="govuk-body">
            {assessmentTitle(assessment)} <Tag colour={state.colour}>{state.words}</Tag>
          </p>
          <SubNavigation
            label="Parts of the self-assessment"
            items={tabs.map(({ below, text }) => ({
              text,
              href: assessmentHref(assessment, below),
              active: below === tab,
            }))}
          />
        </>
      ),
    },
    body,
  );
}
