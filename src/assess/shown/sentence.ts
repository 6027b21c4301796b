/** What the cases show of a provision, in counted sentences: the same on a screen, in a report and in a file. */
import type { CasesShow } from '../state.js';
import type { Rule } from './words.js';
import { countedBy } from './words.js';

const number = (n: number): string => n.toLocaleString('en-GB');
const were = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** How many kept it, of how many that show it; where none does, that. */
export function countedSentence(rule: Rule, { met, exceptions }: CasesShow, periodName: string): string {
  const shown = met + exceptions;
  if (shown === 0)
    return `No case of ${periodName} shows it: there were no ${rule.among}, or none of them has come to it yet.`;
  if (exceptions === 0) return `All ${number(shown)} ${rule.among} ${rule.did}.`;
  return `${number(met)} of ${number(shown)} ${rule.among} ${rule.did}.`;
}

/** What else is to be known of them: exceptions, late today, not on record. Empty when there is nothing. */
export function besides({ exceptions, unknown, lateNow }: CasesShow): readonly string[] {
  return [
    ...(exceptions > 0 ? [`${number(exceptions)} ${were(exceptions, 'is an exception', 'are exceptions')}.`] : []),
    ...(lateNow > 0
      ? [
          `${number(lateNow)} ${were(lateNow, 'is past its day today and not done', 'are past their day today and not done')}.`,
        ]
      : []),
    ...(unknown > 0
      ? [
          `Of ${number(unknown)} more it is not on record: ${were(unknown, 'it counts', 'they count')} neither for nor against.`,
        ]
      : []),
  ];
}

/** 'How was this counted?' */
export function howCounted(rule: Rule): readonly string[] {
  return [
    `Counted are ${rule.among}, each case once: an exception before what is not on record, and that before what was kept.`,
    `A case counts in the year that holds ${countedBy[rule.by]}, under the Code in force on the day of its receipt.`,
    ...(rule.late.length > 0
      ? ['What is late today is read from what is still to be done; it becomes an exception when it is done late.']
      : []),
    ...(rule.whys.length === 0 ? ['Cases can show that this was kept, and nothing against it.'] : []),
    'What was imported from an older register shows only what that register told.',
  ];
}
