/** The times that a policy promises, held against those of the edition: by how many days, of which kind, at which stage. */
import { limits } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import type { Finding } from './findings.js';
import { excerptOf, type PolicyText, type Sentence } from './policy-text.js';

type About = 'acknowledge' | 'respond' | 'extend';

interface Promised {
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

function promisesIn(policy: PolicyText): Promised[] {
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

const unitWords: Readonly<Record<Promised['unit'], string>> = {
  working: 'working days',
  calendar: 'calendar days',
  unsaid: 'days',
  weeks: 'weeks',
  months: 'months',
};

interface Wanted {
  readonly rule: string;
  readonly title: string;
  readonly provision: string;
  readonly stage: 1 | 2;
  readonly about: About;
  readonly days: number;
}

/** What the edition itself sets, from its own provisions. */
function wantedOf(edition: Edition): readonly Wanted[] {
  const extensions: Readonly<Record<Edition, readonly [string, string]>> = {
    '2020': ['4.7', '4.7'],
    '2022': ['5.1', '5.13'],
    '2024': ['6.4', '6.15'],
  };
  return limits[edition].flatMap(({ stage, duty, provision, workingDays, longestExtension }) => {
    const name = `stage ${stage} ${duty}`;
    const about = duty === 'acknowledgement' ? ('acknowledge' as const) : ('respond' as const);
    const own = {
      rule: `time-${stage}-${about}`,
      title: `The time of the ${name}`,
      provision,
      stage,
      about,
      days: workingDays,
    };
    if (longestExtension === undefined) return [own];
    const more = {
      rule: `time-${stage}-extend`,
      title: `The longest extension at stage ${stage}`,
      provision: extensions[edition][stage - 1] ?? provision,
      stage,
      about: 'extend' as const,
      days: longestExtension,
    };
    return [own, more];
  });
}

/** Each time that the edition sets, as the policy tells it. */
export function checkTimes(policy: PolicyText, edition: Edition): readonly Finding[] {
  const promises = promisesIn(policy);
  return wantedOf(edition).map((wanted) => judge(wanted, promises));
}

function judge(wanted: Wanted, promises: readonly Promised[]): Finding {
  const { rule, title, provision, stage, about, days } = wanted;
  const base = {
    rule,
    kind: 'wanted' as const,
    title,
    provisions: [provision],
    lookedFor: `${days} working days${about === 'extend' ? ' at the most' : ' or fewer'}, said of ${verbs[about]} at stage ${stage}.`,
  };
  const of = promises.filter((one) => one.about === about && one.stage === stage);
  // A stage that no sentence names: the first acknowledgement is stage 1's.
  const some =
    of.length > 0 ? of : stage === 1 ? promises.filter((one) => one.about === about && one.stage === null) : [];
  const said = some.filter((one) => one.unit !== 'months' || about === 'respond');
  if (said.length === 0)
    return {
      ...base,
      verdict: 'missing',
      because: [`No time is said for ${verbs[about]} at stage ${stage}.`],
      excerpts: [],
    };
  const longer = said.filter((one) => !within(one, days));
  const shown = (longer.length > 0 ? longer : said).slice(0, 3);
  const excerpts = shown.map((one) => excerptOf(one.sentence, one.at));
  const told = [...new Set(shown.map((one) => `${one.days} ${unitWords[one.unit]}`))].join(', ');
  if (longer.length > 0) {
    // A longer time may be another thing's; that of the edition beside it speaks for that.
    const also = said.some((one) => within(one, days) && one.unit === 'working');
    return {
      ...base,
      verdict: 'partly',
      because: [
        `The policy says ${told}; the edition allows ${days} working days.`,
        ...(also ? [`Elsewhere it says ${days} working days or fewer: it must say one thing.`] : []),
      ],
      excerpts,
    };
  }
  const unsaid = said.every((one) => one.unit === 'unsaid');
  const least = Math.min(...said.map((one) => one.days));
  return {
    ...base,
    verdict: unsaid ? 'partly' : 'found',
    because: [
      unsaid
        ? `The policy says ${told} without saying that they are working days.`
        : least < days && about !== 'extend'
          ? `The policy says ${told}, which is stricter than the Code’s ${days} working days.`
          : `The policy says ${told}.`,
    ],
    excerpts,
  };
}

const verbs: Readonly<Record<About, string>> = {
  acknowledge: 'the acknowledgement',
  respond: 'the answer',
  extend: 'an extension',
};

/** Whether a promise is no longer than so many working days. */
function within({ days, unit }: Promised, most: number): boolean {
  switch (unit) {
    case 'working':
    case 'unsaid':
      return days <= most;
    // Seven calendar days hold five working days.
    case 'calendar':
      return (days * 5) / 7 <= most;
    case 'weeks':
      return days * 5 <= most;
    case 'months':
      return false;
    default:
      return unit satisfies never;
  }
}
