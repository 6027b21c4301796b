/** Which measure a published sheet means by its words: 'CH01 (1)', 'Stage one complaints relative to the size of the landlord'. */
import { comparedMeasures } from '../given-figures.js';

export interface Recognised {
  readonly measure: string;
  /** LCRA or LCHO when the words say so. */
  readonly group: 'LCRA' | 'LCHO' | null;
}

/** The measure that some words mean, with the kind of homes they name; null when it is none of ours. */
export function recognise(text: string): Recognised | null {
  const measure = measureIn(plain(text));
  return measure === null ? null : { measure, group: homesIn(text) };
}

/** LCRA or LCHO, when a text names one of them and not both. */
export function homesIn(text: string): 'LCRA' | 'LCHO' | null {
  const rental = /\blcra\b|low[- ]cost rent/i.test(text);
  const ownership = /\blcho\b|low[- ]cost home ownership|shared owner/i.test(text);
  return rental === ownership ? null : rental ? 'LCRA' : 'LCHO';
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\bone\b/g, '1')
    .replaceAll(/\btwo\b/g, '2')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

function measureIn(text: string): string | null {
  const exact = comparedMeasures.find(({ id, words }) => text === plain(id) || text === plain(words));
  if (exact) return exact.id;
  const code = /\bch ?0?([12])(?: (?:part )?([12])\b)?/.exec(text);
  const stage = code?.[2] ?? /\bstage ([12])\b/.exec(text)?.[1];
  if (code && stage) return `ch0${code[1]}.${stage}`;
  if (/\btp ?0?9\b/.test(text)) return 'tp09';
  if (/satisf/.test(text) && /complaint/.test(text) && /handling|approach/.test(text)) return 'tp09';
  if (/maladministration rate/.test(text)) return 'ombudsman.maladministration-rate';
  if (/escalat/.test(text)) return 'escalation-rate';
  if (/acknowledged/.test(text) && /time|5 working days/.test(text)) return 'acknowledged-in-time';
  if (stage === undefined || !/complaint/.test(text)) return null;
  if (/per 1 ?000|1 ?000 (?:homes|properties|units)|relative to the size/.test(text)) return `ch01.${stage}`;
  if (/respond|answered|timescale|in time|on time/.test(text)) return `ch02.${stage}`;
  return null;
}
