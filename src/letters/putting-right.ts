/** Remedies and promises as letters tell them: what, how much, by when. */
import type { Case, Point, PromiseMade, Remedy } from '../complaint/case.js';
import { headsForLetter, worksheetOf } from '../complaint/compensation.js';
import { type Day, inWords } from '../facts/days.js';
import type { RemedyKind, Stage } from '../facts/happened.js';
import { pounds } from '../facts/money.js';
import { sentence } from './blocks.js';
import type { LetterInput } from './words.js';

type Told = Pick<LetterInput, 'case' | 'say' | 'today'>;

/** What is offered at this stage, and what was offered before and still stands. */
export function remediesOf(c: Case, stage: Stage): readonly Remedy[] {
  return c.remedies.filter(
    (r) => r.state !== 'declined' && (r.stage === stage || (r.stage < stage && r.state !== 'done')),
  );
}

/** What all the sums come to that an answer offers; null for fewer than two. What is paid already is offered no more. */
export function offeredInAll(c: Case, stage: Stage): number | null {
  const sums = remediesOf(c, stage).flatMap(({ pence, state }) => (pence === null || state === 'done' ? [] : [pence]));
  return sums.length < 2 ? null : sums.reduce((all, one) => all + one, 0);
}

/** The sums may stand under several points: nobody has to add them up. */
export function inAllWords(pence: number): string {
  return `All the money that we offer you in this letter comes to ${pounds(pence)}.`;
}

/** What was promised at this stage, and what was promised before and is still to do. */
export function promisesOf(c: Case, stage: Stage): readonly PromiseMade[] {
  return c.promises.filter(
    (p) => p.state !== 'ended' && (p.stage === stage || (p.stage < stage && p.state === 'open')),
  );
}

const remedyNames: Readonly<Record<RemedyKind, string>> = {
  apology: 'An apology',
  acknowledgement: 'Where we went wrong',
  explanation: 'An explanation',
  'action-on-delay': 'Action on the delay',
  'decision-changed': 'A changed decision',
  'record-amended': 'Your record put right',
  financial: 'Money',
  'policy-changed': 'A change in how we work',
};

/** A remedy as one sentence or two: what, how much in pounds, by when or since when (7.3). */
export function remedyWords(r: Remedy, { case: c, say, today }: Told): string {
  const open = r.dueOn !== null && r.state !== 'done' && r.dueOn >= today ? r.dueOn : null;
  if (r.pence !== null && open !== null) {
    return `${remedyNames[r.kind]}: ${sentence(say(r.words) ?? '')}${whatItMeant(r, say)} We offer you ${pounds(r.pence)} and will pay it by ${inWords(open)}.${byHead(r, c)}${alsoFor(r.points, c)}`;
  }
  if (r.pence !== null && r.state === 'done' && r.doneOn !== null)
    return `${remedyNames[r.kind]}: ${sentence(say(r.words) ?? '')}${whatItMeant(r, say)} We paid you ${pounds(r.pence)} on ${inWords(r.doneOn)}.${byHead(r, c)}${alsoFor(r.points, c)}`;
  const money = r.pence === null ? '' : ` We offer you ${pounds(r.pence)}.${byHead(r, c)}`;
  const by =
    r.state === 'done' && r.doneOn
      ? ` Done on ${inWords(r.doneOn)}.`
      : r.dueOn === null
        ? ''
        : r.dueOn < today
          ? ` ${late(r.dueOn)}`
          : ` By ${inWords(r.dueOn)}.`;
  return `${remedyNames[r.kind]}: ${sentence(say(r.words) ?? '')}${whatItMeant(r, say)}${money}${by}${alsoFor(r.points, c)}`;
}

function whatItMeant({ impact }: Remedy, say: Told['say']): string {
  const words = impact === null ? '' : (say(impact)?.trim() ?? '');
  return words === '' ? '' : ` It answers what this meant for you: ${sentence(words)}`;
}

/** What the sum is made of, in plain words, and what of it goes against a debt with their consent. */
function byHead(r: Remedy, c: Case): string {
  const worksheet = worksheetOf(c, r.id);
  if (worksheet === null || worksheet.approved === null) return '';
  const { heads, setOff, totalPence } = worksheet;
  const made = `${heads.length === 0 ? '' : ` This is ${headsForLetter(heads)}.`} Taking it ends none of your rights.`;
  return setOff === null
    ? made
    : `${made} As you agreed, ${pounds(setOff.pence)} of it goes towards what you owe us, and we pay you ${pounds(totalPence - setOff.pence)}.`;
}

/** A claim goes its own way; the complaint was answered without waiting for it. */
export function claimWords({ claim, handedTo }: Case['claims'][number], { say }: Pick<Told, 'say'>): string {
  const about = {
    injury: 'that somebody was hurt or became ill',
    belongings: 'about damage that insurance may pay for',
    other: 'of a claim beside your complaint',
  }[claim];
  const with_ = handedTo === null ? '' : say(handedTo)?.trim();
  const who = with_
    ? `It is with ${with_}, who will write to you about it.`
    : 'It will be looked at apart from this answer.';
  return `You also told us ${about}. ${who} This answer to your complaint does not decide it, and takes nothing from it.`;
}

/** A promised action: what will be done and by when (6.6, 7.3). */
export function promiseWords(p: PromiseMade, { case: c, say, today }: Told): string {
  const by =
    p.state === 'done' && p.doneOn
      ? `Done on ${inWords(p.doneOn)}.`
      : p.dueOn < today
        ? late(p.dueOn)
        : `By ${inWords(p.dueOn)}.`;
  return `${sentence(say(p.words) ?? '')} ${by}${alsoFor(p.points, c)}`;
}

/** What was promised at stage 1 and is overdue when stage 2 is answered is said to be so. */
function late(dueOn: Day): string {
  return `This was due by ${inWords(dueOn)}. It is late, and we are sorry.`;
}

function alsoFor(points: readonly Point['id'][], c: Case): string {
  const others = points.slice(1).flatMap((id) => c.points.find((p) => p.id === id)?.number ?? []);
  return others.length === 0 ? '' : ` This is for point ${others.join(' and ')} too.`;
}
