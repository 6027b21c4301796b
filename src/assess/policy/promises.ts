/** The times that a policy promises: how many days, of which kind, at which stage, for what. */
import type { PolicyText, Sentence } from './policy-text.js';

export type About = 'acknowledge' | 'respond' | 'extend';

/** One time that the policy names. */
export interface Promised {
  readonly stage: 1 | 2 | null;
  readonly about: About;
  readonly days: number;
  readonly unit: 'working' | 'calendar' | 'unsaid' | 'weeks' | 'months';
  readonly sentence: Sentence;
  readonly at: number;
}

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  'twenty-five': 25,
  'twenty-eight': 28,
  thirty: 30,
};

const amount = new RegExp(
  `\\b(\\d{1,3}|${Object.keys(numbers).reverse().join('|')})(?:\\s*\\(\\d{1,3}\\))?[\\s-]+(?:(?:further|additional|extra|more)\\s+)?(working|business|calendar)?[\\s-]*(days?|weeks?|months?)\\b`,
  'gi',
);

function stageIn(text: string): 1 | 2 | null {
  const one = /\bstage\s*(?:1|one|i)\b|\bfirst stage\b/i.test(text);
  const two = /\bstage\s*(?:2|two|ii)\b|\bsecond stage\b|\bescalat\w+|\breview\b|\bappeal\b|\bfinal response\b/i.test(
    text,
  );
  return one === two ? null : one ? 1 : 2;
}

function aboutWhat(text: string, at: number): About | null {
  // What is said nearest to the number, before it first.
  const around = `${text.slice(Math.max(0, at - 160), at)} § ${text.slice(at, at + 110)}`;
  if (
    /\bexten(?:d|sion|ded|ding)\w*|\b(?:no more than|up to|beyond|exceed\w*)\s+(?:a\s+)?(?:further|additional)|\b(?:further|additional|extra|more time)\b/i.test(
      around,
    )
  )
    return 'extend';
  const before = text.slice(0, at);
  const acknowledges = Math.max(
    before.toLowerCase().lastIndexOf('acknowledge'),
    before.toLowerCase().lastIndexOf('logged'),
  );
  const responds = Math.max(
    ...['respond', 'response', 'reply', 'answer', 'decision', 'resolve'].map((word) =>
      before.toLowerCase().lastIndexOf(word),
    ),
  );
  if (acknowledges >= 0 || responds >= 0) return acknowledges > responds ? 'acknowledge' : 'respond';
  const after = text.slice(at).toLowerCase();
  // 'Within 10 working days of the acknowledgement we respond': what it counts from is not what is promised.
  const rest = after.replace(
    /\b(?:of|from|after)\s+(?:the\s+|our\s+|your\s+|being\s+|it\s+being\s+)?(?:date\s+of\s+)?(?:acknowledg\w+|receipt|logged)\b/g,
    '',
  );
  if (/acknowledg/.test(rest)) return 'acknowledge';
  return /respon|reply|answer|decision|resolve/.test(rest) ? 'respond' : null;
}

/** Every time that a policy promises a resident. */
export function promisesIn(policy: PolicyText): Promised[] {
  const found: Promised[] = [];
  let last: 1 | 2 | null = null;
  let paragraph = -1;
  for (const sentence of policy.sentences) {
    if (sentence.isHeading || aboutTheOmbudsman(sentence.text)) continue;
    const named = stageIn(sentence.text) ?? stageIn(sentence.heading);
    if (named !== null) last = named;
    else if (sentence.paragraph !== paragraph && sentence.before === '') last = null;
    paragraph = sentence.paragraph;
    for (const match of sentence.text.matchAll(amount)) {
      const about = aboutWhat(sentence.text, match.index);
      if (about === null || isTheResidents(sentence.text, match.index)) continue;
      // One sentence may tell both stages: 'ten days at stage 1'; else the stage named last before the number.
      const before = sentence.text.slice(0, match.index);
      const after = /^[^.,;]{0,40}\b(?:at|for|of)\s+stage\s*(?:1|2|one|two)\b/i.exec(
        sentence.text.slice(match.index + match[0].length),
      );
      const nearest =
        stageIn(after?.[0] ?? '') ??
        stageIn(before.slice(Math.max(0, before.toLowerCase().lastIndexOf('stage')))) ??
        stageIn(before) ??
        named ??
        last;
      found.push({
        stage: nearest,
        about,
        days: numbers[(match[1] ?? '').toLowerCase()] ?? Number(match[1]),
        unit: unitOf(match[2], match[3] ?? ''),
        sentence,
        at: match.index,
      });
    }
  }
  return found;
}

/** The time that the resident has is not one that the landlord promises. */
function isTheResidents(text: string, at: number): boolean {
  return /\b(?:you|residents?|they|customers?|tenants?)\b[^.]{0,60}\b(?:request|ask|escalate|appeal|contact|tell us|let us know|complain)\b(?![^.]*\bwe\b)[^.]*$/i.test(
    text.slice(0, at),
  );
}

function aboutTheOmbudsman(text: string): boolean {
  return /\bombudsman\b/i.test(text) && !/\bexten\w+|\bstage\b/i.test(text);
}

function unitOf(kind: string | undefined, unit: string): Promised['unit'] {
  if (/^week/i.test(unit)) return 'weeks';
  if (/^month/i.test(unit)) return 'months';
  if (kind === undefined) return 'unsaid';
  return /calendar/i.test(kind) ? 'calendar' : 'working';
}

export const unitWords: Readonly<Record<Promised['unit'], string>> = {
  working: 'working days',
  calendar: 'calendar days',
  unsaid: 'days',
  weeks: 'weeks',
  months: 'months',
};
