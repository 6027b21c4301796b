/**
 * What the Code wants on the landlord's site, held against what is there: each thing found with its place, or missing
 * with its provision. The policy's own words are checked as any policy's are (check.ts); both are shown before a page is
 * published, and stand as a check afterwards.
 */
import type { Edition } from '../../law/words.js';
import { fromText } from '../read/from-text.js';
import { checkPolicy } from './check.js';
import { checkDefinition, definitions } from './definition.js';
import { type Finding, isOpen } from './findings.js';
import { type PolicyPage, policyPageFacts, policyPages } from './pages.js';
import { policyText } from './policy-text.js';

export interface SiteFacts {
  readonly edition: Edition;
  /** The texts that stand on each page, the landlord's own; a page without any is left out. */
  readonly pages: Readonly<Partial<Record<PolicyPage, string>>>;
  /** Published with this product, or noted to stand elsewhere: the reporting years of each, the latest first. */
  readonly selfAssessments: readonly string[];
  readonly annualReports: readonly string[];
  readonly governingBodyResponses: readonly string[];
  /** The reporting year whose documents are due by now. */
  readonly dueYear: string;
  /** Residents can reach the site. */
  readonly open: boolean;
}

export interface SiteFinding {
  readonly provisions: readonly string[];
  readonly title: string;
  readonly there: boolean;
  /** Where it stands, or what to do. */
  readonly because: string;
}

export interface SiteChecked {
  readonly site: readonly SiteFinding[];
  /** The policy's own words; null while nothing is published. */
  readonly policy: readonly Finding[] | null;
  /** How many things are missing, or must go. */
  readonly open: number;
}

/** Holds a site against the Code. */
export function checkSite(facts: SiteFacts): SiteChecked {
  const site = siteFindings(facts);
  const written = policyPages.flatMap((page) => facts.pages[page] ?? []);
  // The definition stands above the policy by itself, word for word.
  const text = [`A complaint is: ‘${definitions[facts.edition]}’.`, ...written].join('\n\n');
  const policy =
    written.length === 0
      ? null
      : [...checkPolicy(fromText(text), facts.edition).findings, ...ownDefinition(facts, written)];
  const open = site.filter(({ there }) => !there).length + (policy ?? []).filter(isOpen).length;
  return { site, policy, open };
}

/** A definition of the landlord's own, beside the Code's, must be the same words. */
function ownDefinition(facts: SiteFacts, written: readonly string[]): readonly Finding[] {
  const own = policyText(fromText(written.join('\n\n')));
  const found = checkDefinition(own, facts.edition);
  return found.verdict === 'partly'
    ? [{ ...found, rule: 'own-definition', title: 'A second definition of a complaint, in other words' }]
    : [];
}

function siteFindings(facts: SiteFacts): readonly SiteFinding[] {
  const { pages, dueYear } = facts;
  const published = (page: PolicyPage) => pages[page] !== undefined;
  const page = (one: PolicyPage): SiteFinding => {
    const { title, provisions, standsAlone } = policyPageFacts[one];
    return {
      provisions,
      title,
      there: published(one) || standsAlone,
      because: published(one)
        ? 'Published.'
        : standsAlone
          ? 'The site says what it must by itself; you have added nothing of your own.'
          : 'Nothing is published on this page. Write it and publish it.',
    };
  };
  const document = (title: string, provisions: readonly string[], years: readonly string[]): SiteFinding => ({
    provisions,
    title,
    there: years.some((year) => year >= dueYear),
    because: years.some((year) => year >= dueYear)
      ? `That of ${years[0]} is published.`
      : `That of ${dueYear} is not published here${years[0] === undefined ? '' : `; the latest is of ${years[0]}`}. Publish it.`,
  });
  return [
    {
      provisions: ['3.1', '3.4'],
      title: 'Residents can reach the site',
      there: facts.open,
      because: facts.open ? 'It is open.' : 'The site is closed. Open it in the settings of the residents’ site.',
    },
    ...policyPages.map(page),
    document('The self-assessment against the Code', ['8.1'], facts.selfAssessments),
    document('The annual complaints performance and service improvement report', ['8.1', '8.2'], facts.annualReports),
    document('What the governing body says of the report', ['8.2'], facts.governingBodyResponses),
  ];
}
