/** Which cases count, wherever they are listed or counted: conditions on the case c. */
import { sql } from 'kysely';
import type { Standing } from '../complaint/case.js';

const takenBack: Standing['is'] = 'import-taken-back';

/** What an import brought, and was taken back, is no case of anybody. */
export const notTakenBack = sql.raw(`c.standing <> '${takenBack}'`);

/** A complaint that counts: none whose import was taken back, none that was refused and stayed so. */
export const countedComplaint = sql`c.kind = 'complaint' and ${notTakenBack}
  and (c.refused_on is null or c.refusal_overturned_on is not null)`;
