/**
 * What may be said in public about somebody's post: nothing that tells who they are, that they are our resident, or what
 * they came to us with. The check is of plain rules; whoever writes confirms the rest in their own name.
 */
import { withoutHidden } from '../facts/hidden-characters.js';

export interface KnownHere {
  /** Names of people and of the post's author, as the case holds them. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly references: readonly string[];
  /** How the landlord itself may be reached: these may stand in public. */
  readonly ours: readonly string[];
}

interface Rule {
  readonly when: RegExp;
  readonly words: string;
}

const rules: readonly Rule[] = [
  {
    when: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i,
    words: 'It holds a postcode.',
  },
  {
    when: /\b[A-Z]{2,5}-\d{2}-\d{4,6}\b/i,
    words: 'It holds a reference.',
  },
  {
    when: /\b\d{1,4}[a-z]? +(?:\p{L}+ +){1,3}(road|street|avenue|close|lane|court|drive|way|place|row|terrace|gardens|crescent|house|rd|st|ave)\b/iu,
    words: 'It holds an address.',
  },
  {
    when: /\b(flat|apartment|unit) \d+/i,
    words: 'It holds an address.',
  },
  {
    when: /\b(asthma\w*|cancer|pregnan\w*|disab\w*|wheelchair|mental(ly)?|depress\w*|anxi\w*|hospital\w*|doctor|medic\w*|illness\w*|\bill\b|sick\w*|autis\w*|adhd|diabet\w*|dementia|breathing|condition|health|vulnerab\w*|surger\w*|injur\w*)\b/i,
    words: 'It speaks of health or of somebody being vulnerable.',
  },
  {
    when: /\byour (case|complaint|repair|repairs|tenancy|rent|arrears|account|home|flat|house|property|neighbour\w*|landlord|visit|appointment|boiler|kitchen|bathroom|message|e-?mail|call|letter|son|daughter|child\w*|partner|husband|wife|mother|father)\b/i,
    words:
      'It tells that they are our resident, or what they came with: leave out ‘your case’, ‘your repair’, ‘your home’.',
  },
  {
    when: /\b(we (have )?(visited|inspected|repaired|refused|told you|spoke|wrote|attended|answered)|our records|you (reported|told us|rang|complained|refused|have not let|did not let|owe))\b/i,
    words: 'It tells what happened between them and us.',
  },
  {
    when: /\b(\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}(st|nd|rd|th)? (january|february|march|april|may|june|july|august|september|october|november|december)|(last|on) (monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/i,
    words: 'It holds a date that belongs to them.',
  },
  { when: /£ ?\d/, words: 'It holds a sum of money.' },
];

const contact = /[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()-]{8,}\d/g;

/** What a public answer would reveal, one sentence for each; empty when the rules find nothing. */
export function whatItReveals(text: string, known: KnownHere): readonly string[] {
  const plain = withoutHidden(text.normalize('NFKC'));
  const found = new Set<string>();
  // Our own number or address is said first, so that it is not taken for theirs.
  const without = known.ours.reduce(
    (rest, own) => (own.trim() === '' ? rest : rest.replaceAll(own.trim(), ' ')),
    plain,
  );
  for (const { when, words } of rules) if (when.test(without)) found.add(words);
  if (known.names.some((name) => partsOf(name).some((part) => wordIn(without, part)))) found.add('It names somebody.');
  if (known.addresses.some((address) => address.length > 4 && includes(without, address)))
    found.add('It holds an address.');
  if (known.references.some((reference) => includes(without, reference))) found.add('It holds a reference.');
  if (contact.test(without)) found.add('It holds a number or an e-mail address that is not one of ours.');
  contact.lastIndex = 0;
  return [...found];
}

function partsOf(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 2);
}

function wordIn(text: string, word: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.includes(word.toLowerCase());
}

function includes(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** Words to begin with, which reveal nothing: a thank-you and a private way. */
export function plainPublicAnswer(ways: readonly string[]): string {
  const reach = ways.length === 0 ? 'privately' : `privately: ${ways.join(', or ')}`;
  return `Thank you for raising this. We never talk about anybody in public, so please contact us ${reach}. We want to hear what happened and put it right.`;
}

/** The address of a public post, as text: http or https, without anything that could be taken for more. Null when it is none. */
export function postLink(typed: string): string | null {
  const text = typed.trim();
  if (!/^https?:\/\/[^\s<>"'`\\]{3,1990}$/i.test(text)) return null;
  // No name and password before the host, and a host of letters, digits, dots and hyphens.
  return /^https?:\/\/[\p{L}\p{N}.-]+(:\d+)?([/?#]|$)/iu.test(text) ? text : null;
}
