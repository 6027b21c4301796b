/**
 * Several years in one file: what was not yet met in the year before with what was done since, and what is called met
 * while more is planned.
 */
import { provisionOf } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import { provisionsNamed } from './actions.js';
import type { TableRecord } from './records.js';
import { type EarlierAnswer, placeWords, type ReadRow, type Written } from './shape.js';

interface Context {
  readonly is: 'earlier' | 'planned';
  readonly year: string;
  readonly answer: 'partly' | 'no';
  /** Whether a heading says which of the two it was. */
  readonly headed: boolean;
}

/** Under which sentence each list of provisions stands. */
function contextsOf(written: Written): ReadonlyMap<string, Context | null> {
  const found = new Map<string, Context | null>();
  let context = null as Context | null;
  for (const block of written) {
    if (block.is === 'row') {
      found.set(placeWords(block.place), context);
      continue;
    }
    const year = /\b(?:assessment|review)\s+(?:in|of|for)\s+(20\d\d)\b/i.exec(block.text)?.[1];
    if (year !== undefined && /\bfollowing\b.{0,60}\b(?:partial|non.?compli)/i.test(block.text))
      context = { is: 'earlier', year, answer: 'partly', headed: false };
    else if (/\bcompliant\b.{0,120}\bplan(?:ned)?\b.{0,60}\b(?:changes|improvements)/i.test(block.text))
      context = { is: 'planned', year: '', answer: 'partly', headed: true };
    else if (context?.is === 'earlier' && /^(?:[a-z]\W+)?non.?compliant\b/i.test(block.text))
      context = { ...context, answer: 'no', headed: true };
    else if (context?.is === 'earlier' && /^(?:[a-z]\W+)?partial(?:ly)?\b/i.test(block.text))
      context = { ...context, answer: 'partly', headed: true };
  }
  return found;
}

export interface OtherYears {
  readonly earlier: readonly EarlierAnswer[];
  /** What the lists add to the answers of the form itself. */
  readonly rows: readonly ReadRow[];
}

/** Takes the lists beside the form: earlier answers out, and what they say of today into the rows. */
export function otherYears(
  records: readonly TableRecord[],
  rows: readonly ReadRow[],
  written: Written,
  edition: Edition,
): OtherYears {
  const contexts = contextsOf(written);
  const earlier: EarlierAnswer[] = [];
  const added = new Map<string, { text: string; why: string | null }>();
  for (const record of records) {
    const provision = record.number;
    if (record.kind !== 'list' || provision === null || provisionOf(edition, provision) === null) continue;
    const context = contexts.get(placeWords(record.place)) ?? null;
    const words = record.cells.evidence ?? '';
    if (context === null || words === '') continue;
    if (context.is === 'planned') {
      const why = `The document calls it met and names further changes: “${words.slice(0, 300)}”.`;
      added.set(provision, { text: words, why });
      continue;
    }
    const { before, change } = splitAtUpdate(words);
    const now = rows.find((row) => row.provision === provision)?.answer === 'yes' ? 'yes' : 'unknown';
    earlier.push({
      year: context.year,
      provision,
      answer: context.answer,
      evidence: before,
      change,
      now,
      place: placeWords(record.place),
      why: context.headed
        ? []
        : [
            'No heading says whether it was met in part or not at all; before the list of what was not met, it is taken as partly.',
          ],
    });
    if (change !== '') added.set(provision, { text: change, why: null });
  }
  return {
    earlier,
    rows: rows.map((row) => {
      const more = added.get(row.provision);
      if (more === undefined) return row;
      const why = more.why === null || row.answer !== 'yes' ? row.why : [...row.why, more.why];
      return {
        ...row,
        evidence: `${row.evidence}\n${more.text}`.trim(),
        why,
        needsPerson: row.needsPerson || why.length > 0,
      };
    }),
  };
}

function splitAtUpdate(words: string): { before: string; change: string } {
  const found = /\b20\d\d\s+update\s*:?\s*/i.exec(words);
  if (found === null) return { before: words, change: '' };
  return { before: words.slice(0, found.index).trim(), change: words.slice(found.index + found[0].length).trim() };
}

/** What a paper says of new requirements: how each will be met is evidence, and no answer. */
export function newRequirements(records: readonly TableRecord[], edition: Edition): readonly ReadRow[] {
  return records.flatMap((record) => {
    const provision = record.number;
    const known = provision === null ? null : provisionOf(edition, provision);
    if (record.kind !== 'new' || provision === null || known === null) return [];
    return [
      {
        provision,
        answer: 'text' as const,
        evidence: record.cells['how-met'] ?? '',
        strength: known.strength,
        confidence: 0.6,
        needsPerson: true,
        place: placeWords(record.place),
        why: ['The document says how it will be met, and does not answer yes or no.'],
        said: '',
      },
    ];
  });
}

/** The provisions that a paper lists as not met, with the reason. */
export function unmetRows(records: readonly TableRecord[], edition: Edition): readonly ReadRow[] {
  return records.flatMap((record) => {
    if (record.kind !== 'unmet') return [];
    return provisionsNamed(record.number ?? '', edition).map((provision) => ({
      provision,
      answer: 'no' as const,
      evidence: record.cells.reason ?? '',
      strength: provisionOf(edition, provision)?.strength ?? 'must',
      confidence: 0.95,
      needsPerson: false,
      place: placeWords(record.place),
      why: [],
      said: 'listed as not met',
      reason: record.cells.reason ?? '',
    }));
  });
}
