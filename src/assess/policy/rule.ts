/** One thing that is looked for in a policy by its words, and the looking itself. */
import type { Edition } from '../../law/words.js';
import type { Finding, Verdict } from './findings.js';
import { excerptOf, type PolicyText, type Sentence } from './policy-text.js';

export type Provisions = Readonly<Partial<Record<Edition, readonly string[]>>>;

/** A part of what is wanted: any of its patterns in one sentence (or in the sentence that introduces a list, and the item). */
export interface Part {
  readonly name: string;
  readonly patterns: readonly RegExp[];
}

export interface WantedRule {
  readonly rule: string;
  readonly title: string;
  readonly provisions: Provisions;
  readonly lookedFor: string;
  readonly parts: readonly Part[];
  /** How many parts are enough; all of them unless it says. */
  readonly enough?: number;
}

export interface UnwantedRule {
  readonly rule: string;
  readonly title: string;
  readonly provisions: Provisions;
  readonly lookedFor: string;
  readonly patterns: readonly RegExp[];
  /** What takes the harm out of a sentence, beside a plain denial of the thing itself. */
  readonly unless: readonly RegExp[];
  /** What its being there means. */
  readonly means: string;
  /** A person has to judge, since it may be there rightly. */
  readonly look?: boolean;
}

interface Hit {
  readonly at: number;
  readonly length: number;
}

function hit({ text, before }: Sentence, patterns: readonly RegExp[]): Hit | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return { at: found.index, length: found[0].length };
  }
  if (before === '') return null;
  // An item of a list is read with the line that introduces it, and must hold a part of what was found.
  for (const pattern of patterns) {
    const found = pattern.exec(`${before} ${text}`);
    if (found !== null && found.index + found[0].length > before.length + 1) return { at: 0, length: text.length };
  }
  return null;
}

const denies =
  /\b(?:no|never|without|neither|nor|no longer|(?:do|does|did)\s?(?:not|n[’']t)\s+(?:\w+\s+)?(?:have|need|operate|use|offer|require|run|accept)|(?:is|are)\s?(?:not|n[’']t)\s+(?:an?|any|needed|part))\b[^,;]{0,60}$/i;
const ended = /^[^,;.]{0,50}\b(?:abolished|removed|ended|stopped|withdrawn|no longer|does not exist|do not exist)\b/i;

/** Whether what was found is named only to say that it is not so. */
function isDenied(text: string, { at, length }: Hit): boolean {
  const before = text.slice(Math.max(0, at - 90), at + Math.min(length, 12));
  if (/\b(?:if|where|when|unless|until)\b[^,]*$/i.test(before)) return false;
  return denies.test(before) || ended.test(text.slice(at + length));
}

/** Looks for what the Code wants in a policy. */
export function lookForWanted(rule: WantedRule, policy: PolicyText, edition: Edition): Finding | null {
  const provisions = rule.provisions[edition];
  if (provisions === undefined) return null;
  const found = rule.parts.map((part) => {
    for (const sentence of policy.sentences) {
      const found = sentence.isHeading ? null : hit(sentence, part.patterns);
      if (found !== null) return { part, sentence, at: found.at };
    }
    return { part, sentence: null, at: 0 };
  });
  const there = found.filter(({ sentence }) => sentence !== null);
  const enough = rule.enough ?? rule.parts.length;
  const verdict: Verdict = there.length >= enough ? 'found' : there.length > 0 ? 'partly' : 'missing';
  const gone = found.filter(({ sentence }) => sentence === null).map(({ part }) => part.name);
  const excerpts = there.flatMap(({ sentence, at }) => (sentence === null ? [] : [excerptOf(sentence, at)]));
  return {
    rule: rule.rule,
    kind: 'wanted',
    title: rule.title,
    provisions,
    lookedFor: rule.lookedFor,
    verdict,
    because:
      verdict === 'missing'
        ? ['None of its words were found.']
        : [
            `Found: ${there.map(({ part }) => part.name).join('; ')}.`,
            ...(gone.length === 0 ? [] : [`Not found: ${gone.join('; ')}.`]),
          ],
    excerpts: excerpts.filter((one, at) => excerpts.findIndex(({ quote }) => quote === one.quote) === at).slice(0, 4),
  };
}

/** Looks for what must not be in a policy. */
export function lookForUnwanted(rule: UnwantedRule, policy: PolicyText, edition: Edition): Finding | null {
  const provisions = rule.provisions[edition];
  if (provisions === undefined) return null;
  const passed: Sentence[] = [];
  const found: { sentence: Sentence; at: number }[] = [];
  for (const sentence of policy.sentences) {
    const seen = hit(sentence, rule.patterns);
    if (seen === null) continue;
    if (isDenied(sentence.text, seen) || rule.unless.some((pattern) => pattern.test(sentence.text)))
      passed.push(sentence);
    else found.push({ sentence, at: seen.at });
  }
  const base = { rule: rule.rule, kind: 'unwanted' as const, title: rule.title, provisions, lookedFor: rule.lookedFor };
  if (found.length > 0)
    return {
      ...base,
      verdict: rule.look === true ? 'look' : 'there',
      because: [rule.means],
      excerpts: found.slice(0, 4).map(({ sentence, at }) => excerptOf(sentence, at)),
    };
  return {
    ...base,
    verdict: 'absent',
    because: [passed.length > 0 ? 'It is named only to say that it is not so.' : 'None of its words were found.'],
    excerpts: passed.slice(0, 2).map((sentence) => excerptOf(sentence)),
  };
}
