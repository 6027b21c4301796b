/** The times that a policy promises, held against those of the edition. */
import { limits } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import type { Finding } from './findings.js';
import { excerptOf, type PolicyText } from './policy-text.js';
import { type About, type Promised, promisesIn, unitWords } from './promises.js';

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
