/**
 * What in a text might tell who somebody is. It names each thing with its reason and never says that a text is safe: a
 * person reads it. Some things may never stand; others may, when a person has looked and says why.
 */

import { withoutHidden } from '../../facts/hidden-characters.js';
import { commonWords } from '../themes/words-left-out.js';

export interface Passage {
  /** 'The title', 'Item 2, ‘We did’'. */
  readonly where: string;
  readonly text: string;
}

export interface KnownPeople {
  /** Of everybody on the cases that the text is written from. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly references: readonly string[];
  readonly staff: readonly string[];
  /** Words of the text that are somebody's name in the register of residents, in small letters. */
  readonly residentNames: ReadonlySet<string>;
  /** Places that the text names from which few complaints came in a year. */
  readonly fewFrom: readonly { readonly place: string; readonly complaints: number }[];
  /** How the landlord itself is reached. */
  readonly ours: readonly string[];
}

export interface Finding {
  readonly where: string;
  /** The words in the text. */
  readonly what: string;
  readonly why: string;
  /** False: it has to go. */
  readonly mayStand: boolean;
  /** The sentence that it stands in: letting it stand holds for that sentence alone. */
  readonly sentence: string;
}

/** Fewer complaints from a place than this, and neighbours may know whose they were. */
export const fewComplaints = 10;

interface Rule {
  readonly when: RegExp;
  readonly why: string;
  readonly mayStand: boolean;
}

const people =
  '(?:residents?|tenants?|leaseholders?|households?|famil(?:y|ies)|homes?|flats?|people|persons?|complaints?|cases?|neighbours?|mothers?|fathers?|women|woman|men|man|child(?:ren)?)';

const rules: readonly Rule[] = [
  { when: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi, why: 'a postcode', mayStand: false },
  { when: /\b[A-Z]{2,5}-\d{2}-\d{4,6}\b/gi, why: 'a case’s reference', mayStand: false },
  {
    when: /\b\d{1,4}[a-z]? +(?:\p{L}+ +){1,3}(?:road|street|avenue|close|lane|court|drive|way|place|row|terrace|gardens|crescent|house|rd|st|ave)\b/giu,
    why: 'an address',
    mayStand: false,
  },
  { when: /\b(?:flat|apartment|unit) \d+\w?\b/gi, why: 'part of an address', mayStand: false },
  { when: /[\w.+-]+@[\w-]+\.[\w.-]+/g, why: 'an e-mail address', mayStand: false },
  { when: /(?<!\d)(?:\+44|0)[\d ()-]{9,13}\d/g, why: 'a phone number', mayStand: false },
  { when: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr)\.? +\p{Lu}[\p{L}'’-]+/gu, why: 'somebody’s name', mayStand: false },
  {
    when: new RegExp(`\\b(?:one|two|three|four|only one|a single|[1-4]) (?:\\p{L}+ ){0,2}?${people}\\b`, 'giu'),
    why: 'a small number: they may be known',
    mayStand: true,
  },
  {
    when: /\b(?:\d{1,3}[- ]year[- ]old|aged \d{1,3}|in (?:her|his|their) (?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b/gi,
    why: 'somebody’s age',
    mayStand: true,
  },
  {
    when: /\b(?:asthma\w*|cancer|pregnan\w*|disab\w*|wheelchair|depress\w*|anxiety|hospital\w*|autis\w*|adhd|diabet\w*|dementia|oxygen|dialysis|bereave\w*|refugee|domestic abuse|widow\w*|blind|deaf)\b/gi,
    why: 'somebody’s health or circumstances',
    mayStand: true,
  },
  {
    when: /\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gi,
    why: 'a day by which a case may be known',
    mayStand: true,
  },
  { when: /£ ?\d[\d,.]*\d|£ ?\d/g, why: 'a sum of money that somebody was given or owes', mayStand: true },
];

/** Everything in these passages that might tell who somebody is, in the order of the text. */
export function whatMightIdentify(passages: readonly Passage[], known: KnownPeople): readonly Finding[] {
  return passages.flatMap((passage) => findingsIn(passage, known));
}

function findingsIn({ where, text }: Passage, known: KnownPeople): readonly Finding[] {
  const plain = withoutHidden(text.normalize('NFC'));
  const found: (Finding & { readonly at: number })[] = [];
  const add = (at: number, what: string, why: string, mayStand: boolean) => {
    // One thing is named once where it stands, by the first rule that knows it; what has to go comes first.
    if (found.some((one) => at < one.at + one.what.length && one.at < at + what.length)) return;
    found.push({ at, where, what, why, mayStand, sentence: sentenceAt(plain, at) });
  };
  const ours = known.ours.filter((own) => own.trim() !== '').map((own) => own.trim().toLowerCase());
  const each = (when: RegExp, then: (what: string, at: number) => void) => {
    for (const match of plain.matchAll(when)) then(match[0], match.index);
  };
  for (const reference of known.references)
    each(exactly(reference), (what, at) => add(at, what, 'a case’s reference', false));
  for (const address of known.addresses)
    for (const part of partsOfAddress(address))
      each(exactly(part), (what, at) => add(at, what, 'the address of somebody on these cases', false));
  for (const name of known.names)
    for (const part of partsOfName(name))
      each(exactly(part), (what, at) => {
        // A name that is a word of every day, and one of two letters, only with its capital.
        const capital = /^\p{Lu}/u.test(what);
        const everyday = part.length < 3 || commonWords.has(part.toLowerCase());
        // Without its capital it may be a word like ‘bill’ or ‘rose’: a person looks.
        if (capital || !everyday) add(at, what, 'the name of somebody on these cases', !capital);
      });
  for (const name of known.staff) each(exactly(name), (what, at) => add(at, what, 'a colleague’s name', false));
  for (const { when, why, mayStand } of rules)
    each(when, (what, at) => {
      if (!ours.includes(what.trim().toLowerCase())) add(at, what, why, mayStand);
    });
  each(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+/gu, (what, at) => {
    // A capital at the beginning of a sentence tells nothing of words that everybody uses.
    const words = [what, ...what.split(/['’-]/)].map((word) => word.toLowerCase());
    if (words.some((word) => known.residentNames.has(word) && !commonWords.has(word)))
      add(at, what, 'a name that some resident has', true);
  });
  for (const { place, complaints } of known.fewFrom)
    each(exactly(place), (what, at) =>
      add(
        at,
        what,
        `a place from which ${complaints === 1 ? 'one complaint' : `${complaints} complaints`} came in a year: neighbours may know whose`,
        true,
      ),
    );
  return found.toSorted((a, b) => a.at - b.at).map(({ at: _, ...finding }) => finding);
}

/** Words as a pattern that means only themselves. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The words as they stand between other words. */
function exactly(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words.trim())}(?![\\p{L}\\p{N}])`, 'giu');
}

const titles = /^(?:mrs?|ms|mx|miss|dr|cllr|and)$/i;

function partsOfName(name: string): readonly string[] {
  const noCapital = name === name.toLowerCase();
  return name
    .split(/[^\p{L}'’-]+/u)
    .filter((part) => part.length > 1 && (noCapital || /^\p{Lu}/u.test(part)) && !titles.test(part));
}

/** '12 Larkspur Way' and 'Larkspur Way': a street alone tells more than a town. */
function partsOfAddress(address: string): readonly string[] {
  const [first = ''] = address.split(',').map((part) => part.trim());
  const street = first.replace(/^\S*\d\S*\s+/, '');
  return [...new Set([first, street])].filter((part) => part.length > 4);
}

function sentenceAt(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at), -1) + 1;
  const ends = /[.!?](?:\s|$)|\n/.exec(text.slice(at));
  return text.slice(from, ends === null ? text.length : at + ends.index + 1).trim();
}
