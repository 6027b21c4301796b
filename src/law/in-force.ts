/** Which Code applies, and what its provisions say. */
import type { Day } from '../facts/days.js';
import { code2020 } from './code-2020/code.js';
import { code2022 } from './code-2022/code.js';
import { code2024 } from './code-2024/code.js';
import type { Code, Edition, Provision, TimeLimit } from './words.js';

export const codes: Readonly<Record<Edition, Code>> = { '2020': code2020, '2022': code2022, '2024': code2024 };

/** The first day on which any edition was in force: complaints received earlier have no clocks. */
export const firstEditionFrom: Day = code2020.from;

/** The edition in force on the day of receipt, which is the one for the whole life of the case. */
export function editionOn(receivedOn: Day): Edition | null {
  if (receivedOn >= code2024.from) return '2024';
  if (receivedOn >= code2022.from) return '2022';
  return receivedOn >= code2020.from ? '2020' : null;
}

/** The provision of an edition by its number as printed; null when that edition has none such. */
export function provisionOf(edition: Edition, number: string): Provision | null {
  for (const section of codes[edition].sections) {
    const provision = section.provisions[number];
    if (provision !== undefined) return provision;
  }
  return null;
}

/** What a provision asks, in our own words, for a screen that shows the rule beside the act; null when there is none. */
export function provisionWords(edition: Edition, number: string): string | null {
  return provisionOf(edition, number)?.duty ?? null;
}

/** One limit that an edition sets, with the provision that sets it and the stage that it is about. */
export interface Limit extends TimeLimit {
  readonly edition: Edition;
  readonly provision: string;
  readonly stage: 1 | 2;
  readonly duty: 'acknowledgement' | 'response';
  /** The limit whose end starts this one: until then its due date is provisional. */
  readonly after: Limit | null;
}

function limitsIn(code: Code): readonly Limit[] {
  const found: Limit[] = [];
  for (const { provisions } of code.sections) {
    for (const [provision, p] of Object.entries(provisions)) {
      if (p.judgedBy !== 'clock') continue;
      for (const limit of [p, ...(p.also ?? [])]) {
        const stage = limit.until[0]?.stage === 2 ? 2 : 1;
        const duty = limit.until.some((m) => m.event === 'ResponseSent') ? 'response' : 'acknowledgement';
        const { from, until, workingDays } = limit;
        const after = found.find((l) => from.event === 'Acknowledged' && l.stage === stage) ?? null;
        found.push({
          edition: code.edition,
          provision,
          stage,
          duty,
          after,
          from,
          until,
          workingDays,
          ...(limit.extendedBy === undefined ? {} : { extendedBy: limit.extendedBy }),
          ...(limit.longestExtension === undefined ? {} : { longestExtension: limit.longestExtension }),
          ...(limit.reading === undefined ? {} : { reading: limit.reading }),
        });
      }
    }
  }
  return found.sort((a, b) => a.stage - b.stage);
}

/** The limits that the product counts, by edition: stage 1 first, the acknowledgement before the response. */
export const limits: Readonly<Record<Edition, readonly Limit[]>> = {
  '2020': limitsIn(code2020),
  '2022': limitsIn(code2022),
  '2024': limitsIn(code2024),
};
