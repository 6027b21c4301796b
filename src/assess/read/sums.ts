/** What was counted by hand and printed, held against what the rows themselves add up to. */
import type { Edition } from '../../law/words.js';
import { sizeOf } from './actions.js';
import { oneLine } from './plain.js';
import type { Counts, Disagreement, GivenAnswer, ReadRow, Written } from './shape.js';

const noAnswers: Readonly<Record<GivenAnswer, number>> = { yes: 0, no: 0, partly: 0, na: 0, text: 0, unknown: 0 };

/** The rows counted: by strength, by answer, by section. */
export function countsOf(rows: readonly ReadRow[]): Counts {
  const byAnswer = { ...noAnswers };
  const bySection: Record<string, Record<string, number>> = {};
  for (const { provision, answer, strength } of rows) {
    byAnswer[answer] += 1;
    const section = provision.split('.')[0] ?? '';
    bySection[section] ??= { must: 0, should: 0, may: 0, total: 0, ...noAnswers };
    const counted = bySection[section];
    counted[strength] = (counted[strength] ?? 0) + 1;
    counted.total = (counted.total ?? 0) + 1;
    counted[answer] = (counted[answer] ?? 0) + 1;
  }
  const must = rows.filter(({ strength }) => strength === 'must').length;
  const should = rows.filter(({ strength }) => strength === 'should').length;
  return { must, should, total: rows.length, byAnswer, bySection };
}

export interface Printed {
  readonly printed: Readonly<Record<string, number>>;
  /** The sections' own numbers in a table of the outcome, added up. */
  readonly added: { readonly must: number; readonly should: number; readonly sections: number } | null;
}

/** Sums that the document prints: 'Compliant 44' under 'Mandatory requirements', '70 of 72 provisions'. */
export function printedIn(written: Written): Printed {
  const printed: Record<string, number> = {};
  let under: 'must' | 'should' | 'total' | null = null;
  let [must, should, sections] = [0, 0, 0];
  for (const block of written) {
    if (block.is !== 'row') {
      if (block.text.length < 80) under = groupNamed(block.text) ?? under;
      const of =
        /\b(\d{1,2})\s+(?:out\s+)?of\s+(?:the\s+)?(\d{2})\s+(?:provisions|requirements|criteria|elements|questions)\b/i.exec(
          block.text,
        );
      if (of !== null && printed.met === undefined) {
        printed.met = Number(of[1]);
        printed.of = Number(of[2]);
      }
      continue;
    }
    const cells = block.cells.map(oneLine);
    if (under !== null && cells.length >= 2 && cells.length <= 4 && /^\d{1,3}$/.test(cells[1] ?? '')) {
      const kind = /^compliant$/i.test(cells[0] ?? '')
        ? ''
        : /^partial/i.test(cells[0] ?? '')
          ? 'Partly'
          : /^non/i.test(cells[0] ?? '')
            ? 'No'
            : null;
      if (kind !== null) printed[`${under}${kind}`] = Number(cells[1]);
    }
    // A section's row of the table of the outcome: its number, how many must, …, how many should.
    if (
      cells.length >= 6 &&
      /^partial/i.test(cells[2] ?? '') &&
      /^\d+$/.test(cells[1] ?? '') &&
      /^\d+$/.test(cells[4] ?? '')
    ) {
      must += Number(cells[1]);
      should += Number(cells[4]);
      sections += 1;
    }
  }
  return { printed, added: sections > 2 ? { must, should, sections } : null };
}

function groupNamed(text: string): 'must' | 'should' | 'total' | null {
  if (/^mandatory\b/i.test(text)) return 'must';
  if (/^(?:discretionary|advisory|recommended)\b/i.test(text)) return 'should';
  if (/^(?:overall|total|summary)\b/i.test(text)) return 'total';
  return null;
}

/** Where print and rows disagree, in sentences. */
export function disagreementsOf(
  { printed, added }: Printed,
  rows: readonly ReadRow[],
  edition: Edition,
): readonly Disagreement[] {
  const counts = countsOf(rows);
  const size = sizeOf(edition);
  const found: Disagreement[] = [];
  for (const what of ['must', 'should', 'total'] as const) {
    const [one, partly, no] = [printed[what], printed[`${what}Partly`] ?? 0, printed[`${what}No`] ?? 0];
    if (one === undefined) continue;
    const stated = one + partly + no;
    const computed = counts[what];
    if (stated === computed || computed === 0) continue;
    const name = { must: 'mandatory requirements', should: 'recommended requirements', total: 'requirements in all' }[
      what
    ];
    const sections =
      added === null || what === 'total' ? '' : ` The sections’ own numbers add up to ${added[what]} as well.`;
    found.push({
      what,
      printed: stated,
      computed,
      words: `The document prints ${stated} ${name}; its rows are ${computed}, of ${size[what]} in the edition.${added !== null && what !== 'total' && added[what] === computed ? sections : ''}`,
    });
  }
  const { must, should, total } = printed;
  if (must !== undefined && should !== undefined && total !== undefined && must + should !== total)
    found.push({
      what: 'must + should',
      printed: total,
      computed: must + should,
      words: `The document prints ${total} in all, and its own ${must} and ${should} add up to ${must + should}.`,
    });
  if (printed.met !== undefined && printed.met !== counts.byAnswer.yes && counts.total > 0)
    found.push({
      what: 'met',
      printed: printed.met,
      computed: counts.byAnswer.yes,
      words: `The document says that ${printed.met} are met; ${counts.byAnswer.yes} of its rows say yes${lostWords(counts.byAnswer.unknown)}.`,
    });
  return found;
}

function lostWords(n: number): string {
  return n === 0 ? '' : n === 1 ? ', and 1 answer is lost' : `, and ${n} answers are lost`;
}
