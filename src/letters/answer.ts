/** The body that both responses share: every point with its answer, what went wrong, remedies, promises. */

import type { Remedy } from '../complaint/case.js';
import { decisionAt, standingPoints } from '../complaint/points.js';
import { heading, list, paragraph, place } from './blocks.js';
import { stillUnhappy } from './closing.js';
import { inShort, otherPoints, pointAnswered } from './points.js';
import {
  claimWords,
  inAllWords,
  offeredInAll,
  promisesOf,
  promiseWords,
  remediesOf,
  remedyWords,
} from './putting-right.js';
import type { LetterBlock, LetterInput } from './words.js';

export function answer(input: LetterInput, stage: 1 | 2, opening: string): readonly LetterBlock[] {
  const { case: c } = input;
  const points = standingPoints(c, stage);
  const others = otherPoints(c, stage);
  const decisions = points.flatMap((p) => decisionAt(p, stage) ?? []);
  const wrong = decisions.some((d) => d.finding !== 'not-upheld');
  const shown = new Set(points.map((p) => p.id));
  // What isn't under a point of this letter belongs to the complaint as a whole, so that nothing is left out.
  const wholeRemedies = remediesOf(c, stage).filter((r) => r.points[0] === undefined || !shown.has(r.points[0]));
  const promises = promisesOf(c, stage);
  const wholePromises = promises.filter((p) => p.points[0] === undefined || !shown.has(p.points[0]));
  return [
    place('opening', 'Opening', 'A sentence or two of your own, as you would say it to them.', opening),
    paragraph(
      stage === 1
        ? 'This is our answer at stage 1 of our complaints process.'
        : 'This is our answer at stage 2 of our complaints process. It is our final answer.',
      'stage',
    ),
    ...(decisions.length > 0 ? [paragraph(inShort(c, stage))] : []),
    ...(stage === 2 ? stillUnhappy(input) : []),
    ...(wrong
      ? [
          heading('We are sorry'),
          place(
            'sorry',
            'What went wrong, and our apology',
            'Say plainly what we got wrong and what it meant for them. Say sorry for that, not for how they feel.',
            'We got things wrong, and we are sorry. You should not have had to put up with this, or to complain to get it put right.',
            'what-went-wrong',
          ),
        ]
      : []),
    ...points.map((p) => pointAnswered(p, input, stage)),
    ...(others.length > 0 ? [heading('The other points'), list(others.map((o) => o.words))] : []),
    ...puttingRight(input, stage, { wrong, wholeRemedies }),
    ...(c.claims.length === 0
      ? []
      : [heading('Your claim'), ...c.claims.map((claim) => paragraph(claimWords(claim, input)))]),
    heading('What is still to be done'),
    ...(promises.length === 0
      ? [paragraph('There is nothing left for us to do on this complaint.', 'actions')]
      : [
          ...(wholePromises.length > 0
            ? [
                list(
                  wholePromises.map((p) => promiseWords(p, input)),
                  'actions',
                ),
              ]
            : []),
          paragraph(
            'We will keep to every date in this letter. We will tell you when each thing is done, and ask you if it is done well. If a date has to change, we will tell you why.',
          ),
        ]),
    place(
      'closing',
      'Anything else',
      'What we have learned and will do differently, or a kind word. It may stay empty.',
      '',
    ),
  ];
}

interface Whole {
  /** Whether anything was found wrong. */
  readonly wrong: boolean;
  /** What is under no point of this letter. */
  readonly wholeRemedies: readonly Remedy[];
}

/** What is offered for the complaint as a whole, what all the sums of the letter come to, or that nothing is offered. */
function puttingRight(input: LetterInput, stage: 1 | 2, { wrong, wholeRemedies }: Whole): readonly LetterBlock[] {
  const { case: c } = input;
  if (remediesOf(c, stage).length === 0) {
    const nothing = wrong
      ? 'We have nothing further to offer beyond this apology.'
      : 'We did not find that we got things wrong, so we are not offering anything to put right.';
    return [heading('Putting things right'), paragraph(nothing, 'remedy')];
  }
  const inAll = offeredInAll(c, stage);
  if (wholeRemedies.length === 0 && inAll === null) return [];
  const fromBefore = wholeRemedies.length > 0 && wholeRemedies.every((r) => r.stage < stage);
  const told = wholeRemedies.map((r) => remedyWords(r, input));
  return [
    heading(fromBefore ? 'What we offered at stage 1 still stands' : 'Putting things right'),
    ...(told.length === 0 ? [] : [list(told, 'remedy')]),
    ...(inAll === null ? [] : [paragraph(inAllWords(inAll), 'remedy')]),
  ];
}
