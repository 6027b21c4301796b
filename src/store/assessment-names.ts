/** Short names of self-assessments, for the command line. */
import { yearFrom, yearName } from '../assess/answers.js';
import { editions } from '../law/words.js';
import { assessmentOf, listAssessments, type SelfAssessment } from './assessments.js';
import type { Trx } from './database.js';

/**
 * The assessment that a short name means: '2023-24' is the one that stands for that year, '2022/2023-24' that of an
 * edition, '2022/2023-24/2' its second round. Null when there is none.
 */
export async function assessmentNamed(trx: Trx, name: string): Promise<SelfAssessment | null> {
  const parts = name.split('/');
  const edition = parts.length > 1 ? editions.find((one) => one === parts[0]) : undefined;
  const year = yearFrom(parts[parts.length > 1 ? 1 : 0] ?? '');
  if (year === null || (parts.length > 1 && edition === undefined)) return null;
  if (parts[2] === undefined) return assessmentOf(trx, year, edition);
  return (
    (await listAssessments(trx)).find(
      (one) => one.year === year && one.edition === edition && String(one.round) === parts[2],
    ) ?? null
  );
}

/** Its short name, by which the command line finds it again. */
export function nameOf({ edition, year, round }: Pick<SelfAssessment, 'edition' | 'year' | 'round'>): string {
  return `${edition}/${yearName(year)}${round === 1 ? '' : `/${round}`}`;
}
