/** What the filled blanks of a known row do to its case. */
import { changesBetween, untoldTogether } from '../complaint/register/changed.js';
import { type Field, letterOf } from '../complaint/register/fields.js';
import { addedByRow, openedByRow } from '../complaint/register/happenings.js';
import { type RowFacts, readRow } from '../complaint/register/row.js';
import type { Happened, Words } from '../facts/happened.js';
import { restrictedTo } from './import-identity.js';
import { type Batch, bringing, type Pending, untoldIn } from './import-pending.js';
import type { Found } from './import-people.js';
import type { Sorted } from './import-sort.js';

type Changed = Extract<Sorted, { is: 'changed' }>;

/** Whether a row that was taken had one of these filled. */
export function had({ filled }: { readonly filled: string }, ...asked: readonly Field[]): boolean {
  return asked.some((field) => filled.includes(letterOf[field]));
}

/** What the filled blanks of a known row add to its case, and what of it they put right. */
export function changesOf(one: Changed, batch: Batch, at: Pending, found: Found | undefined): Happened[] {
  const { known, row, identity } = one;
  const c = at.case;
  const earlier = readRow(restrictedTo(row.cells, known.filled), batch.reading);
  if (c === null || !earlier.ok) throw new Error('a row that was known can’t be read any more');
  const texts = new Map<string, Words>();
  const keep = (text: string): Words => {
    const kept = texts.get(text) ?? at.keeper.keep(text);
    texts.set(text, kept);
    return kept;
  };
  const now: Found = {
    person: had(known, 'person') ? c.person : (found?.person ?? c.person),
    home: had(known, 'address', 'uprn') ? c.home : (found?.home ?? c.home),
  };
  const wasBringing = bringing(batch, known.digest, { person: c.person, home: c.home }, { keep });
  const isBringing = bringing(batch, identity.digest, now, { keep });
  const names = { area: one.facts.area, category: one.facts.category };
  const before = { ...earlier.facts, ...onlyHad(names, known) };
  const opened = known.firstSeq === 1;
  const was = opened ? openedByRow(before, wasBringing) : addedByRow(before, [], at.point, wasBringing);
  const is = opened ? openedByRow(one.facts, isBringing) : addedByRow(one.facts, [], at.point, isBringing);
  const reason = keep('The register was brought in again with this filled in.');
  // A later stage may have shown that the first was answered; the filled cell now says when.
  const answered = is.some(({ what }) => what.type === 'ResponseSent' && what.stage === 1);
  const unknown = untoldTogether(at.untold, untoldIn(was), untoldIn(is)).filter(
    (fact) => !(answered && fact === 'stage-1-response'),
  );
  return changesBetween(was, is, c.history, reason).map((each) =>
    each.what.type === 'Imported' ? { ...each, what: { ...each.what, unknown } } : each,
  );
}

/** The landlord's names as they are written now, where the earlier row had one. */
function onlyHad(names: Pick<RowFacts, 'area' | 'category'>, known: { readonly filled: string }) {
  return { area: had(known, 'area') ? names.area : null, category: had(known, 'category') ? names.category : null };
}
