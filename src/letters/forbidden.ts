/**
 * What no letter may say: another due date than the live one, a date that doesn't exist, the routes that were
 * abolished, a third stage, an informal complaint. The resident's own words are theirs and are left alone.
 */
import { doorsClosed } from '../complaint/closing-words.js';
import { capital } from '../facts/capital.js';
import { type Day, dayFromNumber, inWords, parseDay, weekday } from '../facts/days.js';
import { everyBlock, textOf } from './blocks.js';
import { answerDue } from './closing.js';
import type { Against, Missing } from './must-say.js';
import { promisesOf, remediesOf } from './putting-right.js';
import type { Letter, LetterBlock } from './words.js';

export type Wrong = 'wrong-date' | 'no-such-date' | 'past-date' | 'abolished' | 'stage-names' | 'legal-words';

interface Forbidden {
  readonly element: Wrong;
  readonly provision: string | null;
  readonly says: RegExp;
  readonly words: string;
}

const always: readonly Forbidden[] = [
  {
    element: 'abolished',
    provision: null,
    says: /\bdesignated (person|persons|people|panel|tenant panel)\b|\btenant panel\b.{0,60}\bombudsman\b/i,
    words: 'The letter names the designated person. That route ended on 1 October 2022: take it out.',
  },
  {
    element: 'abolished',
    provision: null,
    says: /\b(8|eight)[\s-]+weeks?\b(?=[^.!?]{0,120}\bombudsman\b)|\bombudsman\b[^.!?]{0,120}\b(8|eight)[\s-]+weeks?\b/i,
    words:
      'The letter says that the resident must wait eight weeks for the Ombudsman. That rule ended on 1 October 2022: take it out.',
  },
];

const in2024: readonly Forbidden[] = [
  {
    element: 'stage-names',
    provision: '5.3',
    says: /\b(stage|tier)[\s-]+(3|three|iii|4|four)\b|\b(third|final|fourth) stage (3|panel)\b/i,
    words: 'The letter speaks of a stage 3. The Code allows two stages: after stage 2 comes the Ombudsman.',
  },
  {
    element: 'stage-names',
    provision: '5.2',
    says: /\b(in)?formal(ly)?[\s-]+(complaint|complain|stage|resolution)\b|\b(stage|tier)[\s-]+(0|zero)\b|\bpre[\s-]?complaint\b/i,
    words:
      'The letter speaks of a formal or informal complaint, or a stage before stage 1. There is only a complaint: say that.',
  },
];

/** Each thing in the letter that may not be said, with the words found. */
export function wrongWords(letter: Letter, against: Against): readonly Missing[] {
  const blocks = ours(letter);
  const texts = blocks.flatMap((text) => text.split(/\n+/));
  const rules = against.case.edition === '2024' ? [...always, ...in2024] : always;
  const closing = doorsClosed(against.case, 'letter', blocks).map((words) => wrong('legal-words', words));
  const found = rules
    .filter((r) => texts.some((t) => r.says.test(t)))
    .map((r) => ({ element: r.element, provision: r.provision, point: null, words: r.words }));
  return [...found, ...closing, ...datesOf(letter, texts, against), ...pastDates(letter, against)];
}

/** What the landlord says, by its blocks; what the resident said is left out, quoted or kept word for word. */
function ours(letter: Letter): readonly string[] {
  const theirs = (b: LetterBlock): boolean =>
    b.block === 'quote' || b.says?.element === 'definition' || b.says?.element === 'outcome-sought';
  return everyBlock(letter.body)
    .filter((b) => !theirs(b))
    .map(textOf);
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const written =
  /(?:\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+(?:the\s+)?)?\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?,?(?:\s+(\d{4}))?/gi;
const inFigures = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/g;
const inIso = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

interface Named {
  readonly text: string;
  readonly day: Day | null;
  readonly weekday: string | null;
}

/** Every date that a text names, in any of the forms people write. A date without a year is taken as near the letter. */
function datesIn(text: string, today: Day): readonly Named[] {
  const day = (y: number, m: number, d: number): Day | null =>
    parseDay(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
  const year = Number(today.slice(0, 4));
  const named: Named[] = [];
  for (const m of text.matchAll(written)) {
    const month = monthNames.findIndex((name) => name.startsWith((m[3] ?? '').toLowerCase().slice(0, 3))) + 1;
    const inYear = (y: number): Day | null => day(y, month, Number(m[2]));
    // 'by 5 January' in a letter of December is next year's.
    const near = inYear(year);
    const on = m[4]
      ? inYear(Number(m[4]))
      : near !== null && near < today && month < Number(today.slice(5, 7)) - 6
        ? inYear(year + 1)
        : near;
    named.push({ text: m[0].trim(), day: on, weekday: m[1]?.toLowerCase() ?? null });
  }
  for (const m of text.matchAll(inFigures)) {
    const y = Number(m[3]);
    named.push({ text: m[0], day: day(y < 100 ? 2000 + y : y, Number(m[2]), Number(m[1])), weekday: null });
  }
  for (const m of text.matchAll(inIso)) named.push({ text: m[0], day: parseDay(m[0]), weekday: null });
  return named;
}

/** Speaks of our answer to come, not of works or of a visit. */
const ofOurAnswer =
  /\b(answer|answers|respond|response|reply|decision|outcome|write back|write to you|get back to you|hear from us|conclude|complete (our|the) (investigation|review))\b/i;

/** One live due date per stage: a letter that names another is stopped (5.9 and the two-date trap). */
function datesOf(letter: Letter, texts: readonly string[], against: Against): readonly Missing[] {
  const { case: c, clocks, today } = against;
  const stage = letter.stage === 2 || (letter.stage === null && c.stages[2] !== null) ? 2 : 1;
  const live = letter.matter.kind === 'extension' ? letter.matter.newDate : answerDue(clocks, stage);
  // An answer that goes out has no date to come; the ways on are counted in days, not dates.
  const allowed = new Set<Day | null>([
    live,
    ...c.promises.map((p) => p.dueOn),
    ...c.remedies.flatMap((r) => r.dueOn ?? []),
    ...(letter.matter.kind === 'extension' ? [letter.matter.dueBefore] : []),
    ...(letter.matter.kind === 'update' && letter.matter.nextUpdateOn ? [letter.matter.nextUpdateOn] : []),
    ...(letter.matter.kind === 'clarification' && letter.matter.replyBy ? [letter.matter.replyBy] : []),
  ]);
  const problems: Missing[] = [];
  for (const text of texts.flatMap((t) => t.split(/(?<=[.!?])\s+/))) {
    for (const named of datesIn(text, today)) {
      if (named.day === null) {
        problems.push(wrong('no-such-date', `There is no such date as ${named.text}: correct it.`));
      } else if (named.weekday !== null && named.weekday !== weekdays[weekday(named.day)]) {
        problems.push(
          wrong('no-such-date', `${named.text} is not a ${capital(named.weekday)}: it is ${inWords(named.day)}.`),
        );
      } else if (named.day >= today && !allowed.has(named.day) && ofOurAnswer.test(text) && named.day !== letter.on) {
        problems.push(
          wrong(
            'wrong-date',
            live === null
              ? `The letter gives ${inWords(named.day)} as a date for our answer, but no such date is running: take it out.`
              : `The letter gives ${inWords(named.day)} as a date for our answer, but the live date is ${inWords(live)}. Two dates must never stand.`,
          ),
        );
      }
    }
  }
  return unique(problems);
}

/** A response that promises what should have been done already. */
function pastDates(letter: Letter, { case: c, say, today }: Against): readonly Missing[] {
  if (letter.kind !== 'stage-1-response' && letter.kind !== 'final-response') return [];
  const stage = letter.kind === 'final-response' ? 2 : 1;
  const late = [
    ...promisesOf(c, stage).filter((p) => p.stage === stage && p.state === 'open' && p.dueOn < today),
    ...remediesOf(c, stage).filter(
      (r) => r.stage === stage && r.state !== 'done' && r.dueOn !== null && r.dueOn < today,
    ),
  ];
  return late.map((l) =>
    wrong(
      'past-date',
      `'${(say(l.words) ?? '').slice(0, 60)}' was due on ${inWords(l.dueOn ?? dayFromNumber(0))}, which is past: record it as done, or agree a new date first.`,
    ),
  );
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function wrong(element: Wrong, words: string): Missing {
  return { element, provision: null, point: null, words };
}

function unique(all: readonly Missing[]): readonly Missing[] {
  return [...new Map(all.map((m) => [m.words, m])).values()];
}
