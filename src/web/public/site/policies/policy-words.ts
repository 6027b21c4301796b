/** What residents call the pages of the policy. */
import { type PolicyPage, policyPageFacts, policyPages } from '../../../../assess/policy/pages.js';
import { sentence } from '../say.js';

export const pageTitles: Readonly<Record<PolicyPage, string>> = {
  policy: sentence('Our complaints policy'),
  stages: sentence('The two stages and their dates'),
  adjustments: sentence('Making it easier for you'),
  ombudsman: sentence('The Housing Ombudsman'),
  code: sentence('The Complaint Handling Code'),
  behaviour: sentence('When behaviour is unacceptable'),
};

/** Those that residents can open: a page that says nothing without the landlord's words waits for them. */
export function pagesToRead(published: readonly PolicyPage[]): readonly PolicyPage[] {
  return policyPages.filter((page) => policyPageFacts[page].standsAlone || published.includes(page));
}
