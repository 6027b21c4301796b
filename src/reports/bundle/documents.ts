/** What the product itself writes into a bundle, as documents: a chronology, an entry's words, a policy, a person's record. */
import type { ChronologyLine } from '../../complaint/bundle/chronology.js';
import { type Day, inShortWords, inWords } from '../../facts/days.js';
import type { Block, Document } from '../document.js';

export interface About {
  readonly landlord: string;
  /** The reference of its case, where it is of one. */
  readonly reference: string | null;
}

function document(about: About, title: string, status: string, blocks: readonly Block[]): Document {
  return {
    title,
    subtitle: about.reference === null ? null : `Case ${about.reference}`,
    landlord: about.landlord,
    language: 'en-GB',
    status,
    blocks,
    provenance: [],
  };
}

/** Paragraphs of a text, as it was written. */
function paragraphs(text: string): readonly Block[] {
  const found = text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return found.map((one) => ({ block: 'paragraph', text: [one] }));
}

/** The chronology of a case. `who` names who recorded an entry; null says it of nobody. */
export function chronologyDocument(
  about: About,
  lines: readonly (ChronologyLine & { readonly who: string | null })[],
  recordedOn: Day,
): Document {
  const said = (line: ChronologyLine): string => {
    const words = line.said.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`));
    return [line.what, ...words, ...(line.leftOut ? ['Words that belong here are not handed over.'] : [])].join('\n');
  };
  const named = lines.some(({ who }) => who !== null);
  return document(
    about,
    'Chronology',
    `Written from the record of the case, whose last entry was made on ${inWords(recordedOn)}`,
    [
      {
        block: 'table',
        caption: 'What happened, in the order of its days',
        head: [{ text: ['Day'] }, { text: ['What happened'] }, ...(named ? [{ text: ['Recorded by'] }] : [])],
        rows: lines.map((line) => [
          { text: [inShortWords(line.on)] },
          { text: [said(line)] },
          ...(named ? [{ text: [line.who ?? ''] }] : []),
        ]),
        rowHeads: false,
        foot: null,
      },
    ],
  );
}

/** The words of one entry, with who said them to whom. */
export function wordsDocument(
  about: About,
  entry: {
    readonly title: string;
    readonly on: Day;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly said: readonly { readonly label: string; readonly text: string }[];
  },
): Document {
  return document(about, entry.title, inWords(entry.on), [
    ...(entry.facts.length === 0
      ? []
      : [
          {
            block: 'facts' as const,
            rows: entry.facts.map(({ label, value }) => ({ label, value: [value] })),
          },
        ]),
    ...entry.said.flatMap(({ label, text }): readonly Block[] => [
      ...(label === '' ? [] : [{ block: 'paragraph' as const, text: [{ strong: label }] }]),
      ...paragraphs(text),
    ]),
  ]);
}

/** A text that was read out of a file which has no pages of its own. */
export function textDocument(about: About, title: string, text: string): Document {
  return document(about, title, 'The words of a file that has no pages of its own', paragraphs(text));
}

/** A page of the landlord's policy, as it was published then. */
export function policyDocument(about: About, page: { title: string; body: string; publishedOn: Day; version: number }) {
  const status = `Version ${page.version}, published on ${inWords(page.publishedOn)}`;
  return document(about, page.title, status, paragraphs(page.body.replace(/^#+\s*/gm, '')));
}

/** What is held of a person beside cases. */
export function recordDocument(
  about: About,
  person: {
    readonly rows: readonly { readonly label: string; readonly value: string }[];
    readonly cases: readonly {
      readonly reference: string;
      readonly receivedOn: Day;
      readonly part: string;
      readonly home: string | null;
    }[];
  },
): Document {
  return document(about, 'What we hold about you', 'As our records stand', [
    { block: 'facts', rows: person.rows.map(({ label, value }) => ({ label, value: [value] })) },
    {
      block: 'table',
      caption: 'Cases that name you',
      head: [{ text: ['Reference'] }, { text: ['Received'] }, { text: ['Your part'] }, { text: ['Home'] }],
      rows: person.cases.map((one) => [
        { text: [one.reference] },
        { text: [inShortWords(one.receivedOn)] },
        { text: [one.part] },
        { text: [one.home ?? ''] },
      ]),
      rowHeads: true,
      foot: null,
    },
  ]);
}
