/** How a check of the policy says what it decided: words, the colour beside them. */
import type { Finding, Verdict } from '../../../assess/policy/findings.js';
import type { TagColour } from '../../ui/components.js';

export const verdictTags: Readonly<Record<Verdict, { readonly words: string; readonly colour: TagColour }>> = {
  found: { words: 'Found', colour: 'green' },
  partly: { words: 'Not quite', colour: 'yellow' },
  missing: { words: 'Missing', colour: 'red' },
  there: { words: 'Must go', colour: 'red' },
  absent: { words: 'Not there, rightly', colour: 'green' },
  look: { words: 'For a person to judge', colour: 'yellow' },
};

export const checkersOfPolicy = ['manager', 'administrator'] as const;
export const readersOfPolicy = ['manager', 'administrator', 'member-responsible', 'officer', 'reviewer'] as const;

export function policyHref(id: string): string {
  return `/self-assessment/policy-check/${id}`;
}

/** '28 of 37 found; 3 must go'. */
export function summedUp(findings: readonly Finding[]): string {
  const wanted = findings.filter(({ kind }) => kind === 'wanted');
  const found = wanted.filter(({ verdict }) => verdict === 'found').length;
  const count = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict).length;
  return [
    `${found} of ${wanted.length} found`,
    ...(count('partly') > 0 ? [`${count('partly')} not quite`] : []),
    ...(count('missing') > 0 ? [`${count('missing')} missing`] : []),
    ...(count('there') > 0 ? [`${count('there')} must go`] : []),
    ...(count('look') > 0 ? [`${count('look')} to judge`] : []),
  ].join('; ');
}
