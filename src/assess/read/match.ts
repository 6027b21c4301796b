/**
 * Which provision a text is about, when its number is lost: by the words they share, the rarer the heavier. Nothing is
 * learnt and nothing is random: the same text always gives the same answer, with how sure it is.
 */
import { codes } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import { questionWords } from './question-words.js';

export interface Match {
  readonly provision: string;
  /** From 0 to 1: how much of what marks the provision is in the text. */
  readonly score: number;
  /** How far ahead of the next one it is. */
  readonly lead: number;
}

const common = new Set(
  'a an and are as at be been being by can complaint complaints could do does did for from had has have how i if in into is it its may must not of on one or our other resident residents landlord landlords s shall should so such than that the their them then there these they this to was we were what when where which who will with would you your about any all also code policy'.split(
    ' ',
  ),
);

/** A word without its ending, so that 'escalated' and 'escalate' are one. */
function stem(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/(?:ations?|ings?|ments?)$/, '')
    .replace(/(?:ied|ies)$/, 'y')
    .replace(/(?:ed|es|s|ly|al)$/, '')
    .replace(/e$/, '');
}

/** The words of a text that mean something, without their endings. */
export function stemsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !common.has(word))
    .map(stem)
    .filter((word) => word !== '');
}

interface Signature {
  readonly provision: string;
  readonly section: number;
  /** Each marking word with its parts: any of them is enough. */
  readonly own: readonly (readonly string[])[];
  readonly summary: readonly string[];
}

function signaturesOf(edition: Edition): readonly Signature[] {
  return codes[edition].sections.flatMap((section) =>
    Object.entries(section.provisions).map(([provision, { duty }]) => ({
      provision,
      section: section.number,
      own: (questionWords[edition][provision] ?? '')
        .split(' ')
        .map((word) => word.split('/').flatMap((part) => keep(part)))
        .filter((parts) => parts.length > 0),
      summary: [...new Set(stemsOf(duty))],
    })),
  );
}

/** A marking word keeps its meaning even where it is common elsewhere. */
function keep(word: string): string[] {
  const lower = word.toLowerCase();
  return lower === '' ? [] : lower.split('-').map(stem);
}

/** How rare each word is among the provisions of an edition. */
function weightsOf(signatures: readonly Signature[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { own, summary } of signatures)
    for (const word of new Set([...own.flat(), ...summary])) seen.set(word, (seen.get(word) ?? 0) + 1);
  return new Map([...seen].map(([word, n]) => [word, Math.log(1 + signatures.length / n)]));
}

const known: Readonly<Record<Edition, { signatures: readonly Signature[]; weights: ReadonlyMap<string, number> }>> = {
  '2020': prepare('2020'),
  '2022': prepare('2022'),
  '2024': prepare('2024'),
};

function prepare(edition: Edition) {
  const signatures = signaturesOf(edition);
  return { signatures, weights: weightsOf(signatures) };
}

function scoreOf(
  words: ReadonlySet<string>,
  { own, summary }: Signature,
  weights: ReadonlyMap<string, number>,
): number {
  const weigh = (word: string) => weights.get(word) ?? 0;
  let [whole, met] = [0, 0];
  for (const parts of own) {
    const weight = Math.max(...parts.map(weigh));
    whole += weight;
    if (parts.some((part) => words.has(part))) met += weight;
  }
  const ours = whole === 0 ? null : met / whole;
  let [all, shared] = [0, 0];
  for (const word of summary) {
    all += weigh(word);
    if (words.has(word)) shared += weigh(word);
  }
  const theirs = all === 0 ? 0 : shared / all;
  return ours === null ? theirs : ours * 0.75 + theirs * 0.25;
}

/** The provisions of an edition, the best first, with how much of each is in the text. */
export function rank(edition: Edition, text: string, section?: number | null): readonly Match[] {
  const { signatures, weights } = known[edition];
  const words = new Set(
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '')
      .map(stem),
  );
  const scored = signatures
    .filter((one) => section === undefined || section === null || one.section === section)
    .map((one) => ({ provision: one.provision, score: scoreOf(words, one, weights) }))
    .sort((a, b) => b.score - a.score);
  return scored.map((one, at) => ({ ...one, lead: one.score - (scored[at + 1]?.score ?? 0) }));
}

/** The provision that a text is about, or null when its words do not say. */
export function matchProvision(edition: Edition, text: string, section?: number | null): Match | null {
  const [best] = rank(edition, text, section);
  return best !== undefined && best.score >= 0.34 ? best : null;
}
