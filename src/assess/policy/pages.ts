/** The pages of a landlord's policy on its site, and what each starts from. The words are ours, not the Ombudsman's. */

export const policyPages = ['policy', 'stages', 'adjustments', 'ombudsman', 'code', 'behaviour'] as const;
export type PolicyPage = (typeof policyPages)[number];

export interface PolicyPageFacts {
  readonly title: string;
  /** What belongs on it, for whoever writes it. */
  readonly asks: string;
  /** Provisions of the Code that it answers. */
  readonly provisions: readonly string[];
  /** It says something without a word of the landlord's: the product's own part of it. */
  readonly standsAlone: boolean;
}

export const policyPageFacts: Readonly<Record<PolicyPage, PolicyPageFacts>> = {
  policy: {
    title: 'Our complaints policy',
    asks: 'The whole policy. The Code’s definition of a complaint stands above it, word for word: you need not write it.',
    provisions: ['1.2', '2.1', '3.4', '3.5', '5.1'],
    standsAlone: false,
  },
  stages: {
    title: 'The two stages and their dates',
    asks: 'What happens at each stage here. The dates are worked out and shown above it.',
    provisions: ['3.4', '6.2', '6.3', '6.11', '6.14'],
    standsAlone: true,
  },
  adjustments: {
    title: 'Making it easier for you',
    asks: 'What you can do for people who need something in another way, and how they ask for it.',
    provisions: ['3.1', '5.10'],
    standsAlone: true,
  },
  ombudsman: {
    title: 'The Housing Ombudsman',
    asks: 'Anything about the Ombudsman beyond how to reach it, which stands above it.',
    provisions: ['3.5', '3.7'],
    standsAlone: true,
  },
  code: {
    title: 'The Complaint Handling Code',
    asks: 'How you follow the Code. What it is, the definition, and your self-assessments stand above it.',
    provisions: ['1.2', '3.5', '8.1', '8.2'],
    standsAlone: true,
  },
  behaviour: {
    title: 'When behaviour is unacceptable',
    asks: 'How you deal with behaviour that is unacceptable, how a restriction is decided, reviewed and appealed.',
    provisions: ['5.14', '5.15'],
    standsAlone: false,
  },
};

/** The page of that name in an address, or null. */
export function policyPageOf(name: string): PolicyPage | null {
  return policyPages.find((page) => page === name) ?? null;
}
