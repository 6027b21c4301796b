/**
 * What in a text might tell readers who somebody is. It names what a person should look at again; it decides nothing, and
 * it cannot know everything: a small place and a rare event identify without any name.
 */
import { escaped } from '../sharing/identifies.js';

export interface Identifying {
  readonly what: 'name' | 'address' | 'postcode' | 'contact' | 'reference' | 'date' | 'age' | 'health';
  /** As it stands in the text. */
  readonly found: string;
  readonly words: string;
}

const patterns: readonly { readonly what: Identifying['what']; readonly pattern: RegExp; readonly words: string }[] = [
  { what: 'contact', pattern: /\b[^\s@<>()]{1,64}@[^\s@<>()]+\.[a-z]{2,}\b/gi, words: 'an email address' },
  { what: 'contact', pattern: /\b0\d(?:[\s-]?\d){8,9}\b/g, words: 'a telephone number' },
  { what: 'postcode', pattern: /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi, words: 'a postcode' },
  {
    what: 'address',
    pattern:
      /\b(?:flat\s+)?\d{1,4}[a-z]?,?\s+(?:[A-Z][\p{L}’'-]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Close|Court|Crescent|Drive|Lane|Gardens|Grove|House|Place|Row|Square|Terrace|Tower|Walk|Way|View|Green|Hill|Rise)\b/gu,
    words: 'an address',
  },
  { what: 'address', pattern: /\b(?:flat|room|apartment)\s+\d{1,4}[a-z]?\b/gi, words: 'the number of a flat' },
  {
    what: 'name',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\.?\s+\p{Lu}[\p{L}’'-]+/gu,
    words: 'a title with a name',
  },
  { what: 'reference', pattern: /\b[A-Z]{2,5}[-/]\d{2,4}[-/]\d{2,6}\b/g, words: 'the reference of a case' },
  {
    what: 'date',
    pattern:
      /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g,
    words: 'the day of a single event',
  },
  {
    what: 'age',
    pattern: /\b(?:aged?\s+\d{1,3}|\d{1,3}[\s-]years?[\s-]old|\d{1,3}[\s-]year[\s-]old)\b/gi,
    words: 'an age',
  },
  {
    what: 'health',
    pattern:
      /\b(?:cancer|asthma|autis\w+|dementia|depress\w+|disab\w+|wheelchair|pregnan\w+|mental health|bereave\w+|domestic abuse|suicid\w+|stroke|epilep\w+|diabet\w+|addict\w+|deceased|died|death)\b/gi,
    words: 'somebody’s health or circumstances',
  },
];

/** `names` are those of people in the case it began from: each is looked for, whole and by its parts. */
export function identifyingIn(text: string, names: readonly string[] = []): readonly Identifying[] {
  const found: Identifying[] = [];
  const add = (one: Identifying) => {
    if (!found.some((known) => known.found === one.found && known.what === one.what)) found.push(one);
  };
  for (const name of names) {
    for (const part of [name, ...name.split(/\s+/)]) {
      if (part.length < 3 || !wordIn(text, part)) continue;
      add({ what: 'name', found: part, words: 'the name of somebody in the case' });
      if (part === name) break;
    }
  }
  for (const { what, pattern, words } of patterns) {
    for (const [match] of text.matchAll(pattern)) add({ what, found: match, words });
  }
  return found;
}

function wordIn(text: string, word: string): boolean {
  return new RegExp(`(?<!\\p{L})${escaped(word)}(?!\\p{L})`, 'iu').test(text);
}
