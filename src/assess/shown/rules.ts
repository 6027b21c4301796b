/** Every rule by edition and provision. A provision without one is for a person alone. */
import type { Edition } from '../../law/words.js';
import { code2020 } from './code-2020.js';
import { code2022 } from './code-2022.js';
import { section1 } from './code-2024/1-definition.js';
import { section2 } from './code-2024/2-exclusions.js';
import { section3, section4 } from './code-2024/3-accessibility.js';
import { section5 } from './code-2024/5-process.js';
import { section6 } from './code-2024/6-stages.js';
import { section7 } from './code-2024/7-putting-right.js';
import { section9 } from './code-2024/9-oversight.js';
import type { Rule, Rules } from './words.js';

export const rules: Readonly<Record<Edition, Rules>> = {
  '2020': code2020,
  '2022': code2022,
  '2024': { ...section1, ...section2, ...section3, ...section4, ...section5, ...section6, ...section7, ...section9 },
};

const listOf = (edition: Edition): readonly (readonly [string, Rule])[] => Object.entries(rules[edition]);
const listed = { '2020': listOf('2020'), '2022': listOf('2022'), '2024': listOf('2024') } as const;

/** The provisions of an edition that cases can show, each with its rule. */
export function rulesOf(edition: Edition): readonly (readonly [provision: string, rule: Rule])[] {
  return listed[edition];
}

/** Null when cases can't show anything of it. */
export function ruleOf(edition: Edition, provision: string): Rule | null {
  return rules[edition][provision] ?? null;
}
