/** How a point is told, so that every letter tells all of them and none in two ways. */
import type { Case, Point } from '../complaint/case.js';
import { decisionAt, standingPoints } from '../complaint/points.js';
import type { Finding, Stage, Words } from '../facts/happened.js';
import { heading, list, paragraph, place, sentence } from './blocks.js';
import { quoted } from './closing.js';
import { promisesOf, promiseWords, remediesOf, remedyWords } from './putting-right.js';
import { furtherRoutesOf, whose } from './who-can-look.js';
import type { LetterBlock, LetterInput, PointSection } from './words.js';

type Say = (words: Words) => string | null;

/** Points that are not decided here, each with the sentence that says what became of it: none may just vanish. */
export function otherPoints(c: Case, stage: Stage): readonly { point: Point; words: string }[] {
  const numberOf = (id: Point['id'] | null): string => String(c.points.find((p) => p.id === id)?.number ?? '?');
  return c.points.flatMap((point) => {
    const n = `Point ${point.number}`;
    switch (point.state) {
      case 'withdrawn':
        return [{ point, words: `${n}: you asked us to take this out of your complaint, so we have not decided it.` }];
      case 'joined':
        return [
          {
            point,
            words: `${n}: this is about the same thing as point ${numberOf(point.joinedInto)}. We look at both together there.`,
          },
        ];
      case 'split':
        return [
          {
            point,
            words: `${n}: this was about more than one thing. We have made separate points of it, so that none is lost.`,
          },
        ];
      case 'split-off':
        return [
          { point, words: `${n}: we have opened a new complaint for this. We will write to you about it separately.` },
        ];
      case 'raised':
      case 'defined':
      case 'not-ours': {
        if (stage === 1 || point.escalated) return [];
        const finding = point.decisions.findLast((d) => d.stage === 1)?.finding;
        const stands = finding
          ? ` Our answer at stage 1 stands: ${stood[finding]}.`
          : ' What we told you at stage 1 stands.';
        return [{ point, words: `${n}: you did not ask us to look at this again.${stands}` }];
      }
      default:
        return point.state satisfies never;
    }
  });
}

const stood: Readonly<Record<Finding, string>> = {
  upheld: 'we upheld it',
  'partly-upheld': 'we partly upheld it',
  'not-upheld': 'we did not uphold it',
};

export const decisionWords: Readonly<Record<Finding, string>> = {
  upheld: 'We uphold this point. That means we agree with you: we got this wrong.',
  'partly-upheld': 'We partly uphold this point. That means we agree with some of it, but not all.',
  'not-upheld': 'We do not uphold this point. That means we looked into it and do not think we got it wrong.',
};

const outcomeWords: Readonly<Record<Finding, string>> = {
  upheld: 'upheld',
  'partly-upheld': 'partly upheld',
  'not-upheld': 'not upheld',
};

/** 'We upheld 1 of your 3 points, …': the answer in short, on top of a response. */
export function inShort(c: Case, stage: Stage): string {
  const decided = standingPoints(c, stage).flatMap((p) => decisionAt(p, stage)?.finding ?? []);
  const count = (f: Finding): number => decided.filter((d) => d === f).length;
  const all = decided.length;
  if (all === 1) return `Our decision: your complaint is ${outcomeWords[decided[0] as Finding]}.`;
  const parts = (['upheld', 'partly-upheld', 'not-upheld'] as const)
    .filter((f) => count(f) > 0)
    .map((f) => `${count(f)} ${outcomeWords[f]}`);
  return `Our decision on the ${all} points we can decide: ${parts.join(', ')}.`;
}

/** 'Point 2', or 'Your complaint' where it is the only one. */
function pointHeading(point: Point, c: Case): string {
  return c.points.length === 1 ? 'Your complaint' : `Point ${point.number}`;
}

function toldUs(point: Point, say: Say): readonly LetterBlock[] {
  const words = say(point.words)?.trim() ?? '';
  if (words === '') return [];
  // Long messages are cut: our understanding of all of it follows.
  return [heading('What you told us', 3), quoted(words)];
}

function understood(point: Point, say: Say): readonly LetterBlock[] {
  const clarified = point.clarifications.flatMap((w) => say(w)?.trim() || []);
  return [
    heading('What we understand', 3),
    ...(point.definition
      ? [paragraph(sentence(say(point.definition.understanding) ?? ''), 'definition', point.id)]
      : []),
    ...(clarified.length > 0 ? [paragraph(`You also told us: ${sentence(clarified.join(' '))}`)] : []),
    heading('What you want to happen', 3),
    ...(point.definition
      ? [paragraph(sentence(say(point.definition.outcomeSought) ?? ''), 'outcome-sought', point.id)]
      : []),
  ].filter((b) => b.block !== 'paragraph' || b.text !== '');
}

/** A point as an acknowledgement sets it out. */
export function pointSetOut(point: Point, c: Case, say: Say): PointSection {
  return {
    block: 'point',
    point: point.id,
    heading: pointHeading(point, c),
    says: null,
    blocks: [...understood(point, say), heading('Who can put it right', 3), ...whose(point, say)],
  };
}

/** A point as a response answers it. */
export function pointAnswered(point: Point, input: LetterInput, stage: 1 | 2): PointSection {
  const { case: c, say } = input;
  const decision = decisionAt(point, stage);
  const remedies = remediesOf(c, stage).filter((r) => r.points[0] === point.id);
  const promises = promisesOf(c, stage).filter((p) => p.points[0] === point.id);
  const reliedOn = decision?.reliedOn ?? [];
  const before = stage === 2 ? decisionAt(point, 1) : undefined;
  return {
    block: 'point',
    point: point.id,
    heading: pointHeading(point, c),
    says: null,
    blocks: [
      ...toldUs(point, say),
      ...understood(point, say),
      ...(point.whose === 'ours' ? [] : [heading('Who can put it right', 3), ...whose(point, say)]),
      ...(point.whose === 'ours' && furtherRoutesOf(point).length > 0
        ? [heading('Who else can look at this', 3), ...furtherRoutesOf(point)]
        : []),
      ...(decision
        ? [
            heading('Our decision', 3),
            ...(before ? [paragraph(`At stage 1, ${stood[before.finding]}.`)] : []),
            paragraph(decisionWords[decision.finding], 'decision', point.id),
            heading('What we found and why', 3),
            place(
              `reasons:${point.id}`,
              `Point ${point.number}: what we found and why`,
              'Say what you looked at, what you found and how that led to the decision. Use plain words.',
              say(decision.reasons) ?? '',
              'reasons',
              point.id,
            ),
            ...(reliedOn.length > 0
              ? [
                  paragraph('We based this on:'),
                  list(
                    reliedOn.map((r) => `${reliedOnWords[r.kind]}: ${sentence(say(r.words) ?? '')}`),
                    'relied-on',
                    point.id,
                  ),
                ]
              : []),
          ]
        : []),
      ...(remedies.length > 0
        ? [
            heading('How we will put this right', 3),
            list(
              remedies.map((r) => remedyWords(r, input)),
              'remedy',
              point.id,
            ),
          ]
        : []),
      ...(promises.length > 0
        ? [
            heading('What we still have to do', 3),
            list(
              promises.map((p) => promiseWords(p, input)),
              'actions',
              point.id,
            ),
          ]
        : []),
    ],
  };
}

const reliedOnWords = { policy: 'Our policy', law: 'The law', 'good-practice': 'Good practice' } as const;
