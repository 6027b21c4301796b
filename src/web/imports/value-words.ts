/** What the texts of a register's lists can be taken for, in the words of the screens. */
import { isValueField, type ValueField } from '../../complaint/register/fields.js';
import { valuesFor } from '../../complaint/register/values.js';
import { channelWords, findingWords, refusalGroundWords, tenureWords } from '../../complaint/standing-words.js';

/** Kinds of rows, as they are counted: 'stage-1', 'mp-enquiry'. */
export const rowKindWords: Readonly<Record<string, string>> = {
  complaint: 'Complaint',
  'stage-1': 'Stage 1 complaint',
  'stage-2': 'Stage 2 complaint',
  'stage-3': 'Stage 3 of an older procedure',
  'service-request': 'Service request',
  'mp-enquiry': 'MP’s enquiry',
  'councillor-enquiry': 'Councillor’s enquiry',
  compliment: 'Compliment',
  comment: 'Comment',
};

const statusWords: Readonly<Record<string, string>> = { open: 'Open', closed: 'Closed' };

function wordsOf(field: ValueField): Readonly<Record<string, string>> {
  switch (field) {
    case 'kind':
      return rowKindWords;
    case 'channel':
      return channelWords;
    case 'stage1Outcome':
    case 'stage2Outcome':
    case 'outcome':
      return findingWords;
    case 'refusedGround':
      return refusalGroundWords;
    case 'tenure':
      return tenureWords;
    case 'status':
      return statusWords;
    case 'area':
    case 'category':
      return {};
    default:
      return field satisfies never;
  }
}

export interface ValueChoice {
  readonly value: string;
  readonly text: string;
}

/** What a text may be taken for. For areas and categories: the landlord's own names, and every name that is proposed. */
export function choicesFor(field: ValueField, own: readonly string[], proposed: readonly string[]): ValueChoice[] {
  if (!isValueField(field)) return [];
  const known = valuesFor(field);
  if (known === null) return [...new Set([...own, ...proposed])].map((name) => ({ value: name, text: name }));
  const words = wordsOf(field);
  return known.map((value) => ({ value, text: words[value] ?? value }));
}
