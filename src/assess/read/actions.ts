/** The plan of actions: what, for which provision, who leads, by when, how far. Words stay as printed. */
import { codes, provisionOf } from '../../law/in-force.js';
import type { Edition } from '../../law/words.js';
import { footnoteIn, oneLine } from './plain.js';
import type { TableRecord } from './records.js';
import { placeWords, type ReadAction, type Written } from './shape.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that a text names in full, as YYYY-MM-DD; null for 'December 2021 (tbc)' and all that is not one day. */
export function dayNamed(text: string): string | null {
  if (/\btb[ca]\b|\?/i.test(text)) return null;
  const numbers = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(text);
  if (numbers) return dayOf(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const words =
    /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(text) ??
    /\b()([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  if (words === null) return null;
  const month = months.indexOf((words[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return words[1] === ''
    ? dayOf(Number(words[4]), month, Number(words[3]))
    : dayOf(Number(words[3]), month, Number(words[1]));
}

function dayOf(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || year < 2000 || year > 2100) return null;
  const days = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (date < 1 || date > days) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Every provision that a cell names: '3.6; 6.1; 6.2'. */
export function provisionsNamed(text: string, edition: Edition): string[] {
  return [...text.matchAll(/(?<![\d.])(\d\.\d{1,2})(?!\d)/g)]
    .map(([, number]) => number ?? '')
    .filter((number) => provisionOf(edition, number) !== null);
}

/** The rows of the document's action plans, and what is proposed where a provision is not met. */
export function actionsIn(records: readonly TableRecord[], written: Written, edition: Edition): readonly ReadAction[] {
  return records
    .filter(({ kind, cells }) => kind === 'actions' || (kind === 'unmet' && (cells.proposal ?? '') !== ''))
    .map((record) => (record.kind === 'actions' ? planned(record, written, edition) : proposed(record, edition)));
}

function planned({ cells, place }: TableRecord, written: Written, edition: Edition): ReadAction {
  const said = oneLine(cells.provision ?? '');
  const { words: target, note } = footnoteIn(oneLine(cells.target ?? ''));
  const footnote = note === null ? '' : footnoteOf(written, note);
  return {
    provision: said.replace(/\s*\*+$/, ''),
    provisions: provisionsNamed(said, edition),
    action: cells.action ?? '',
    lead: oneLine(cells.lead ?? ''),
    target,
    targetOn: dayNamed(target),
    progress: [cells.progress ?? '', footnote].filter((text) => text !== '').join('\n'),
    mandatory: said.includes('*') || /^(?:yes|y|√|✓|must|mandatory)/iu.test(oneLine(cells.mandatory ?? '')),
    place: placeWords(place),
  };
}

function proposed({ number, numberSaid, cells, place }: TableRecord, edition: Edition): ReadAction {
  const provisions = number === null ? [] : provisionsNamed(number, edition);
  return {
    provision: number ?? numberSaid,
    provisions,
    action: cells.proposal ?? '',
    lead: oneLine(cells.lead ?? ''),
    target: oneLine(cells.target ?? ''),
    targetOn: dayNamed(cells.target ?? ''),
    progress: oneLine(cells.progress ?? ''),
    mandatory: provisions.some((one) => provisionOf(edition, one)?.strength === 'must'),
    place: placeWords(place),
  };
}

function footnoteOf(written: Written, note: string): string {
  const found = written.find((block) => block.is === 'paragraph' && block.text.startsWith(note));
  return found !== undefined && found.is === 'paragraph' ? found.text.slice(note.length).trim() : '';
}

/** How many provisions an edition has of each strength. */
export function sizeOf(edition: Edition): { must: number; should: number; total: number } {
  const all = codes[edition].sections.flatMap(({ provisions }) => Object.values(provisions));
  return {
    must: all.filter(({ strength }) => strength !== 'should').length,
    should: all.filter(({ strength }) => strength === 'should').length,
    total: all.length,
  };
}
