/** An answer in the making: findings, what puts it right, what was learnt, and the letter up to its approval. */
import { noFailing } from '../../src/complaint/cause-list.js';
import { mayCheckLetter } from '../../src/complaint/may/check-letter.js';
import { mayDecidePoint } from '../../src/complaint/may/decide-point.js';
import { mayOfferRemedy } from '../../src/complaint/may/offer-remedy.js';
import { mayPromiseAction } from '../../src/complaint/may/promise-action.js';
import { mayRecordLearning } from '../../src/complaint/may/record-learning.js';
import { inBrief, missing } from '../../src/letters/must-say.js';
import { readability } from '../../src/letters/readability.js';
import type { Matter } from '../../src/letters/words.js';
import { themeOf } from './causes.js';
import { begin, draftOf, write } from './letters.js';
import { filled, known, now, type Telling, take } from './play.js';
import type { AnswerScript, RemedyScript, SumScript } from './script.js';
import { approveSum, workOut } from './sums.js';

/** How it is known that nothing failed, where the lesson is about something else. */
const lookedAt = 'Both sides were heard, and the papers of the day agree with what was done.';

export function writeAnswer(telling: Telling, script: AnswerScript): void {
  const { world, today: on } = telling;
  const { stage } = script;
  const text = (words: string): string => filled(telling, words);
  const workingDays = (n: number) => world.rules.calendar.addWorkingDays(on, n);
  const points = (keys: readonly string[]) => keys.map((key) => known(telling, telling.points, key));

  for (const [key, { finding, reasons, reliedOn }] of Object.entries(script.decisions)) {
    const point = known(telling, telling.points, key);
    const on_ = reliedOn.map(relied);
    take(telling, (x) =>
      mayDecidePoint(now(telling), { on, stage, point, finding, reasons: text(reasons), reliedOn: on_ }, x),
    );
  }
  for (const remedy of script.remedies ?? []) {
    const { key, kind, pounds, dueIn } = remedy;
    if (remedy.heads !== undefined && remedy.heads.length > 0) {
      approveSum(telling, workOut(telling, sumOf(remedy, remedy.heads, stage)));
      continue;
    }
    const pence = pounds === undefined ? null : Math.round(pounds * 100);
    const dueOn = dueIn === undefined ? null : workingDays(dueIn);
    const request = { on, stage, kind, points: points(remedy.points), text: text(remedy.words), pence, dueOn };
    take(telling, (x) => mayOfferRemedy(now(telling), request, x));
    const id = now(telling).remedies.at(-1)?.id;
    if (id !== undefined) telling.remedies.set(key, id);
  }
  for (const { key, points: about, words, team, owner, dueIn } of script.promises ?? []) {
    const whose = {
      owner: owner === undefined ? null : world.staff(owner),
      team: team === undefined ? null : world.team(team),
    };
    const request = { on, stage, points: points(about), text: text(words), ...whose, dueOn: workingDays(dueIn) };
    take(telling, (x) => mayPromiseAction(now(telling), { ...request, agreedWithResident: true }, x));
    const id = now(telling).promises.at(-1)?.id;
    if (id !== undefined) telling.promises.set(key, id);
  }
  const decided = points(Object.keys(script.decisions));
  const none = typeof script.learning === 'string' ? null : text(script.learning.none);
  const cause = { points: decided, cause: script.cause, text: script.cause === noFailing ? (none ?? lookedAt) : null };
  const learning =
    typeof script.learning === 'string'
      ? { learning: themeOf(script.cause), text: text(script.learning), cause }
      : { learning: null, text: none ?? '', cause };
  take(telling, (x) => mayRecordLearning(now(telling), { on, stage, ...learning }, x));
  writeLetter(telling, script);
}

function writeLetter(telling: Telling, script: AnswerScript): void {
  const { today: on } = telling;
  const { stage } = script;
  const matter: Matter = { kind: stage === 1 ? 'stage-1-response' : 'final-response' };
  const id = begin(telling, matter);
  const { letter, input, edits, to } = write(telling, matter, placesOf(script));
  const readingEase = Math.round(readability(letter).readingEase ?? 0);
  const lacks = missing(letter, input).map(inBrief);
  take(telling, (x) => mayCheckLetter(now(telling), { on, letter: id, missing: lacks, readingEase }, x));
  const draft = draftOf(telling, id, matter, edits, to);
  telling.drafts.push(draft);
  telling.answers.set(stage, { letter: id, script, draft });
}

export function placesOf({ letter }: AnswerScript): Readonly<Record<string, string>> {
  return {
    opening: letter.opening,
    // 'I am sorry' alone says less than what the product has composed there.
    ...(letter.apology === undefined || letter.apology.length < 25 ? {} : { sorry: letter.apology }),
    ...(letter.closing === undefined ? {} : { closing: letter.closing }),
  };
}

/** Money is told by its heads: the letter itself names the sum and the day. */
/** The heads themselves stand in the letter with their sums; the words say what they answer. */
function sumOf(
  { key, points, words, borneBy, dueIn }: RemedyScript,
  heads: NonNullable<RemedyScript['heads']>,
  stage: 1 | 2,
): SumScript {
  const told = heads
    .map(([head], i) => (i === 0 ? head : `${head.charAt(0).toLowerCase()}${head.slice(1)}`))
    .join('; ');
  return {
    key,
    stage,
    points,
    words: `${told}. ${words}`.trim(),
    heads,
    ...(borneBy === undefined ? {} : { borneBy }),
    ...(dueIn === undefined ? {} : { dueIn }),
  };
}

const kinds = { policy: 'policy', law: 'law', practice: 'good-practice' } as const;

function relied(line: string): { readonly kind: (typeof kinds)[keyof typeof kinds]; readonly text: string } {
  const [kind, text] = line.split('|');
  if (kind === undefined || text === undefined || !(kind in kinds)) throw new Error(`relied on what? ${line}`);
  return { kind: kinds[kind as keyof typeof kinds], text };
}
