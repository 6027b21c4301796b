/** Who complains, as people choose to say it. Small numbers are not shown, nor what would give them away. */
import { entry, type LibraryMeasure } from './shape.js';

export interface Characteristic {
  readonly id: string;
  readonly words: string;
  readonly answers: Readonly<Record<string, string>>;
}

const yesNo = { yes: 'Yes', no: 'No' };

/** What is asked, in broad bands: a finer answer would name people. 'Prefers not to say' is an answer to each. */
export const characteristics: readonly Characteristic[] = [
  {
    id: 'age',
    words: 'Age',
    answers: { 'under-25': 'Under 25', '25-44': '25 to 44', '45-64': '45 to 64', '65-over': '65 or over' },
  },
  { id: 'disability', words: 'Disability or long-term condition', answers: yesNo },
  {
    id: 'ethnicity',
    words: 'Ethnic group',
    answers: { asian: 'Asian', black: 'Black', mixed: 'Mixed', white: 'White', other: 'Another group' },
  },
  { id: 'sex', words: 'Sex', answers: { female: 'Female', male: 'Male' } },
  {
    id: 'religion',
    words: 'Religion or belief',
    answers: {
      none: 'None',
      christian: 'Christian',
      muslim: 'Muslim',
      hindu: 'Hindu',
      sikh: 'Sikh',
      jewish: 'Jewish',
      buddhist: 'Buddhist',
      other: 'Another',
    },
  },
  {
    id: 'sexual-orientation',
    words: 'Sexual orientation',
    answers: { heterosexual: 'Heterosexual', 'gay-lesbian': 'Gay or lesbian', bisexual: 'Bisexual', other: 'Another' },
  },
  { id: 'english', words: 'English is the first language', answers: yesNo },
];

export const prefersNotToSay = 'prefers-not-to-say';
export const notAsked = 'not-told';
const neither = { [prefersNotToSay]: 'Prefers not to say', [notAsked]: 'Not told' };

/** What is asked and what was answered, as people read it; what an earlier or a later release asked stands as it is. */
export function answerInWords(id: string, answer: string): { readonly asked: string; readonly answer: string } {
  const asked = characteristics.find((one) => one.id === id);
  const answers: Readonly<Record<string, string>> = { ...asked?.answers, ...neither };
  return { asked: asked?.words ?? id, answer: answers[answer] ?? answer };
}

export const equality: readonly LibraryMeasure[] = characteristics.map(({ id, words, answers }) =>
  entry({
    id: `equality.${id}`,
    words: `Who complains: ${words.toLowerCase()}`,
    definition:
      'Stage 1 complaints of the year, by what the resident chose to say of themselves. A number under 5 is not shown, nor any other from which it could be worked out; the cases behind it are shown to nobody.',
    source: 'Equality Act 2010, s.149',
    unit: 'count',
    numerator: 'Complaints whose resident gave that answer',
    parts: 'the answer',
    fixedParts: [...Object.keys(answers), prefersNotToSay, notAsked],
    partWords: { ...answers, ...neither },
  }),
);

const smallest = 5;

/**
 * Which parts of one whole are shown: null in the place of a count under 5. At least two are then hidden, and together
 * they are never under 5, so that neither the total nor the sum of the rest gives one away.
 */
export function suppressed(parts: ReadonlyMap<string, number>): Map<string, number | null> {
  const hidden = new Set([...parts].filter(([, n]) => n < smallest).map(([part]) => part));
  const rest = [...parts].filter(([part]) => !hidden.has(part)).sort((a, b) => a[1] - b[1]);
  const together = () => [...hidden].reduce((sum, part) => sum + (parts.get(part) ?? 0), 0);
  while (hidden.size > 0 && (hidden.size < 2 || together() < smallest)) {
    const next = rest.shift();
    if (next === undefined) break;
    hidden.add(next[0]);
  }
  return new Map([...parts].map(([part, n]) => [part, hidden.has(part) ? null : n]));
}
