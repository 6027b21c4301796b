/** The definition of a complaint, which the Code orders word for word: found in the policy and held against it, word by word. */
import type { Edition } from '../../law/words.js';
import type { Finding, WordDifference } from './findings.js';
import { excerptOf, type PolicyText } from './policy-text.js';

const older =
  'an expression of dissatisfaction, however made, about the standard of service, actions or lack of action by the organisation, its own staff, or those acting on its behalf, affecting an individual resident or group of residents';

/** The one sentence of each Code that landlords must use as it is. */
export const definitions: Readonly<Record<Edition, string>> = {
  '2020': older,
  '2022': older,
  '2024':
    'an expression of dissatisfaction, however made, about the standard of service, actions or lack of action by the landlord, its own staff, or those acting on its behalf, affecting a resident or group of residents',
};

function wordsOf(text: string): string[] {
  return text
    .replace(/[‘’“”"']/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The longest common words of two texts, and what each has besides. */
export function differencesOf(code: string, policy: string): readonly WordDifference[] {
  const [a, b] = [wordsOf(code), wordsOf(policy)];
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = bare(a[i] ?? '') === bare(b[j] ?? '') ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const found: { is: WordDifference['is']; words: string }[] = [];
  const push = (is: WordDifference['is'], word: string) => {
    const last = found.at(-1);
    if (last?.is === is) last.words += ` ${word}`;
    else found.push({ is, words: word });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && bare(a[i] ?? '') === bare(b[j] ?? '')) {
      push('same', b[j] ?? '');
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) push('left-out', a[i++] ?? '');
    else push('added', b[j++] ?? '');
  }
  return found;
}

function sameWords(a: string, b: string): boolean {
  return differencesOf(a, b).every(({ is }) => is === 'same');
}

/** From 'expression of dissatisfaction' to the end of what reads as the definition. */
function definitionIn(text: string): string | null {
  const start = /\b(?:an\s+)?expression of dissatisfaction\b/i.exec(text);
  if (start === null) return null;
  const rest = text.slice(start.index);
  const ends = /group of residents|[’”"]\s*$|[.;]\s*$|[.;]\s/i.exec(rest);
  if (ends === null) return rest;
  return rest.slice(0, ends.index + (/^group/i.test(ends[0]) ? ends[0].length : 0));
}

const provisions: Readonly<Record<Edition, string>> = { '2020': '1.1', '2022': '1.2', '2024': '1.2' };

/** Holds the policy's definition against that of the edition. */
export function checkDefinition(policy: PolicyText, edition: Edition): Finding {
  const code = definitions[edition];
  const base = {
    rule: 'definition',
    kind: 'wanted' as const,
    title: 'The definition of a complaint, word for word',
    provisions: [provisions[edition]],
    lookedFor: `The Code’s own definition: “${code}”. Capital letters, quotation marks and commas may differ.`,
  };
  const tried = policy.sentences.flatMap((sentence) => {
    const text = definitionIn(sentence.text);
    if (text === null) return [];
    const differences = differencesOf(code, text);
    const same = differences.filter(({ is }) => is === 'same').reduce((n, { words }) => n + wordsOf(words).length, 0);
    return [{ sentence, text, differences, same }];
  });
  const [best] = tried.sort((a, b) => b.same - a.same);
  if (best === undefined)
    return {
      ...base,
      verdict: 'missing',
      because: ['The words “expression of dissatisfaction” stand nowhere in the policy.'],
      excerpts: [],
    };
  const excerpts = [excerptOf(best.sentence, best.sentence.text.search(/expression of dissatisfaction/i))];
  if (sameWords(code, best.text))
    return { ...base, verdict: 'found', because: ['It is the Code’s definition, word for word.'], excerpts };
  const other = edition === '2024' && sameWords(definitions['2022'], best.text);
  return {
    ...base,
    verdict: 'partly',
    because: [
      other
        ? 'It is the definition of the Codes of 2020 and 2022 (“the organisation”, “an individual resident”), which that of 2024 replaced.'
        : `It differs from the Code’s: ${differenceWords(best.differences)}.`,
    ],
    excerpts,
    differences: best.differences,
  };
}

function differenceWords(differences: readonly WordDifference[]): string {
  const quoted = (is: WordDifference['is']) =>
    differences.filter((one) => one.is === is).map(({ words }) => `“${words}”`);
  const [added, left] = [quoted('added'), quoted('left-out')];
  return [
    ...(left.length > 0 ? [`it leaves out ${left.join(', ')}`] : []),
    ...(added.length > 0 ? [`it adds ${added.join(', ')}`] : []),
  ].join('; ');
}
