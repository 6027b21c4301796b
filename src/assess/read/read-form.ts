/**
 * `assess import`, the reading itself: an old self-assessment, whatever its form, as proposed answers that a person
 * confirms. It never fills a yes: what the document lost is unknown, and what it doubts is said.
 */
import { codes, provisionOf } from '../../law/in-force.js';
import { type Edition, editions } from '../../law/words.js';
import { actionsIn } from './actions.js';
import { newRequirements, otherYears, unmetRows } from './earlier.js';
import { rank } from './match.js';
import { readNarrative } from './narrative.js';
import { notesIn } from './notes.js';
import { oneLine } from './plain.js';
import { questionOf, recordsIn, type TableRecord } from './records.js';
import { oneEach, rowOf } from './rows.js';
import type { FormReading, ReadAction, ReadRow, Written } from './shape.js';
import { countsOf, disagreementsOf, printedIn } from './sums.js';

/** Reads a document as a self-assessment of an edition, for a year if one is named. */
export function readForm(written: Written, edition: Edition, year: string | null): FormReading {
  const records = recordsIn(written, edition);
  const forms = records.filter(({ kind }) => kind === 'form');
  const notes = notesIn(written);
  const filled = oneEach(forms.flatMap((record) => rowOf(record, edition, notes) ?? []));
  const unread = forms.filter((record) => rowOf(record, edition, notes) === null && hasWords(record));
  const warnings = [...wrongEdition(forms, edition), ...unread.map((record) => unreadWords(record))];
  const told = filled.length === 0 ? readNarrative(written, edition) : null;
  const listed = [...unmetRows(records, edition), ...newRequirements(records, edition)];
  const { earlier, rows: known } = otherYears(records, joined(filled, listed), written, edition);
  const rows = inOrder(known.length > 0 ? known : (told?.rows ?? []), edition);
  const all = Object.keys(provisionsOf(edition));
  const there = new Set(rows.map(({ provision }) => provision));
  // A form with most of its rows has lost the rest; a paper that lists three speaks of three.
  const actions = actionsIn(records, written, edition);
  const proposed = filled.length * 2 >= all.length ? inOrder([...rows, ...lost(all, there, edition)], edition) : rows;
  const whole = withActions(proposed, actions);
  const printed = printedIn(written);
  const form =
    filled.length > 0 ? 'table' : listed.length > 0 ? 'list-of-unmet' : told !== null ? 'narrative' : 'nothing';
  return {
    edition,
    year,
    form,
    rows: whole,
    actions,
    counts: countsOf(whole),
    printed: printed.printed,
    disagreements: disagreementsOf(printed, rows, edition),
    notes,
    sections: known.length > 0 ? [] : (told?.sections ?? []),
    earlier,
    missing: all.filter((provision) => !there.has(provision)),
    warnings: [...warnings, ...(form === 'nothing' ? ['No self-assessment was found in this document.'] : [])],
  };
}

function provisionsOf(edition: Edition) {
  return Object.assign({}, ...codes[edition].sections.map(({ provisions }) => provisions)) as Record<string, unknown>;
}

function hasWords({ cells }: TableRecord): boolean {
  return (cells.requirement ?? '').length > 15 || (cells.answer ?? '') !== '' || (cells.evidence ?? '') !== '';
}

function unreadWords({ cells, numberSaid, place }: TableRecord): string {
  const words = questionOf(cells.requirement ?? cells.evidence ?? '').slice(0, 80);
  return `${place.page === null ? '' : `Page ${place.page}, `}${place.unit} ${place.line}: no provision was found for “${numberSaid === '' ? words : `${numberSaid} ${words}`.trim()}”.`;
}

/** Rows of the form itself first; a list beside it adds evidence, and what it says is not met stands. */
function joined(filled: readonly ReadRow[], listed: readonly ReadRow[]): readonly ReadRow[] {
  const rows = new Map(filled.map((row) => [row.provision, row]));
  for (const row of listed) {
    const before = rows.get(row.provision);
    if (before === undefined) rows.set(row.provision, row);
    else {
      const contradicts = row.answer === 'no' && before.answer === 'yes';
      rows.set(row.provision, {
        ...before,
        evidence: `${before.evidence}\n${row.evidence}`.trim(),
        answer: contradicts ? 'unknown' : before.answer,
        needsPerson: before.needsPerson || contradicts,
        why: contradicts ? [...before.why, `It says yes, and ${row.place} lists it as not met.`] : before.why,
      });
    }
  }
  return [...rows.values()];
}

/** A yes for which the plan holds an action that it calls mandatory. */
function withActions(rows: readonly ReadRow[], actions: readonly ReadAction[]): readonly ReadRow[] {
  return rows.map((row) => {
    const action = actions.find(({ mandatory, provisions }) => mandatory && provisions.includes(row.provision));
    if (row.answer !== 'yes' || action === undefined) return row;
    const words = oneLine(action.action).slice(0, 160);
    return {
      ...row,
      needsPerson: true,
      why: [...row.why, `It says yes, and the plan holds a mandatory action: “${words}”.`],
    };
  });
}

function lost(all: readonly string[], there: ReadonlySet<string>, edition: Edition): ReadRow[] {
  return all
    .filter((provision) => !there.has(provision))
    .map((provision) => ({
      provision,
      answer: 'unknown' as const,
      evidence: '',
      strength: provisionOf(edition, provision)?.strength ?? 'must',
      confidence: 0,
      needsPerson: true,
      place: '',
      why: ['The document has no row for it, or lost it.'],
      said: '',
    }));
}

function inOrder(rows: readonly ReadRow[], edition: Edition): readonly ReadRow[] {
  const order = codes[edition].sections.flatMap(({ provisions }) => Object.keys(provisions)).sort(byNumber);
  return [...rows].sort((a, b) => order.indexOf(a.provision) - order.indexOf(b.provision));
}

/** 4.2 before 4.10. */
export function byNumber(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0);
}

/** Said when the words under the numbers are another edition's. */
function wrongEdition(forms: readonly TableRecord[], edition: Edition): string[] {
  const worded = forms.filter(({ number, cells }) => number !== null && (cells.requirement ?? '').length > 30);
  if (worded.length < 8) return [];
  const fit = (one: Edition) =>
    worded.reduce((sum, { number, cells }) => {
      const found = rank(one, questionOf(cells.requirement ?? '')).find(({ provision }) => provision === number);
      return sum + (found?.score ?? 0);
    }, 0) / worded.length;
  const fits = editions.map((one) => ({ one, fit: fit(one) })).sort((a, b) => b.fit - a.fit);
  const [best] = fits;
  const own = fits.find(({ one }) => one === edition)?.fit ?? 0;
  return best !== undefined && best.one !== edition && best.fit > own * 1.25 + 0.05
    ? [
        `The words of this form are more like those of the Code of ${best.one} than of ${edition}: is it the right edition?`,
      ]
    : [];
}
