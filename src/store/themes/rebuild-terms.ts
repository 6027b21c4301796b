/** What cases are said to tell, against what is left of their words. What waits to be read is no difference. */
import { sql } from 'kysely';
import type { History } from '../case-file.js';
import type { Trx } from '../database.js';
import { putTerms, termsToldBy } from './read-terms.js';

export interface TermsDiffer {
  readonly reference: string;
  readonly why: string;
}

/** Says where they differ; with `fix`, all of these cases are read anew. */
export async function rebuildTerms(
  trx: Trx,
  histories: readonly History[],
  fix: boolean,
): Promise<readonly TermsDiffer[]> {
  const should = await termsToldBy(trx, histories);
  const { rows } = await sql<{ case_id: string; version: number; terms: string[] }>`
    select t.case_id, t.version, array(
      select k.term from theme_term k
      where k.landlord_id = t.landlord_id and k.id = any (t.terms) order by k.term) as terms
    from theme_case t
    where t.landlord_id = ${trx.landlordId} and t.case_id = any (${histories.map(({ id }) => id)}::uuid[])`.execute(
    trx,
  );
  const are = new Map(rows.map((row) => [row.case_id as string, row]));
  if (fix) await putTerms(trx, should);
  return should.flatMap(({ caseId, reference, version, terms }) => {
    const is = are.get(caseId);
    if (is === undefined || is.version !== version) return [];
    const told = new Set(is.terms);
    const [gone, missing] = [is.terms.filter((term) => !terms.includes(term)), terms.filter((term) => !told.has(term))];
    // The words themselves are residents': how many is enough to say.
    if (gone.length === 0 && missing.length === 0) return [];
    return [{ reference, why: `${gone.length} words too many, ${missing.length} missing` }];
  });
}
