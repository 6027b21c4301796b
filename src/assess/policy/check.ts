/**
 * The complaints policy held against an edition of the Code: what it wants is found with its place or missing, what must
 * not be there is found or absent. The same text always gives the same answer, and each rule says what it looked for.
 */
import type { Edition } from '../../law/words.js';
import type { Written } from '../read/shape.js';
import { checkDefinition } from './definition.js';
import { type Finding, isOpen, type PolicyChecked, rulesVersion, type Verdict } from './findings.js';
import { policyText } from './policy-text.js';
import { lookForUnwanted, lookForWanted } from './rule.js';
import { checkTimes } from './times.js';
import { unwantedRules } from './unwanted.js';
import { wantedRules } from './wanted.js';

/** Checks a policy against an edition. */
export function checkPolicy(written: Written, edition: Edition): PolicyChecked {
  const policy = policyText(written);
  const findings = [
    checkDefinition(policy, edition),
    ...wantedRules.flatMap((rule) => lookForWanted(rule, policy, edition) ?? []),
    ...checkTimes(policy, edition),
    ...unwantedRules.flatMap((rule) => lookForUnwanted(rule, policy, edition) ?? []),
  ].sort(byKindAndProvision);
  const counts: Record<Verdict, number> = { found: 0, partly: 0, missing: 0, there: 0, absent: 0, look: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return { edition, rules: rulesVersion, findings, counts };
}

function byKindAndProvision(a: Finding, b: Finding): number {
  if (a.kind !== b.kind) return a.kind === 'wanted' ? -1 : 1;
  return order(a.provisions[0]) - order(b.provisions[0]);
}

function order(provision: string | undefined): number {
  const [section = 0, number = 0] = (provision ?? '').split('.').map(Number);
  return section * 100 + number;
}

export interface Changed {
  readonly rule: string;
  readonly title: string;
  readonly before: Verdict;
  readonly now: Verdict;
  readonly better: boolean;
}

/** What became of each thing since the check before: only what changed. */
export function changedSince(before: readonly Finding[], now: readonly Finding[]): readonly Changed[] {
  return now.flatMap((one) => {
    const then = before.find(({ rule }) => rule === one.rule);
    if (then === undefined || then.verdict === one.verdict) return [];
    const better = isOpen(then) && (!isOpen(one) || one.verdict === 'partly');
    return [{ rule: one.rule, title: one.title, before: then.verdict, now: one.verdict, better }];
  });
}
