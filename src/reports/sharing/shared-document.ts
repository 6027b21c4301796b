/** A text for an audience as a document: the same on the page, as plain text, in Word and as PDF. */
import { type Day, inWords } from '../../facts/days.js';
import type { Block, Document } from '../document.js';
import { type Audience, audienceWords } from './audiences.js';
import type { ItemWords } from './starting-words.js';

export interface SharedWords {
  readonly audience: Audience;
  readonly title: string;
  readonly opening: string;
  readonly items: readonly ItemWords[];
}

/** The text with its items, each under its heading. */
export function sharedDocument(
  { audience, title, opening, items }: SharedWords,
  { landlord, on }: { readonly landlord: string; readonly on: Day },
): Document {
  const { said, did, name } = audienceWords[audience];
  const blocks: Block[] = opening === '' ? [] : [{ block: 'paragraph', text: [opening] }];
  for (const [at, item] of items.entries()) {
    blocks.push(
      { block: 'heading', level: 2, text: item.area === '' ? `${at + 1}` : item.area, id: `item-${at + 1}` },
      {
        block: 'facts',
        rows: [
          { label: said, value: [item.said] },
          { label: did, value: [item.did] },
        ],
      },
    );
  }
  return {
    title,
    subtitle: null,
    landlord,
    language: 'en-GB',
    status: `For: ${name}. ${inWords(on)}`,
    blocks,
    provenance: [],
  };
}
