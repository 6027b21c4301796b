/** Who can come in to a case from outside, by which codes and links, and when each was last used: for its staff. */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, PersonId } from '../facts/happened.js';
import type { Trx } from './database.js';
import type { LinkPurpose } from './resident-sessions.js';

export interface CodeKept {
  readonly person: PersonId;
  readonly madeAt: string;
  readonly lastUsedAt: string | null;
  readonly endedAt: string | null;
  readonly endedBecause: string | null;
}

export interface LinkKept {
  readonly person: PersonId | null;
  readonly purpose: LinkPurpose;
  readonly madeAt: string;
  readonly until: Day;
  readonly lastUsedAt: string | null;
  readonly spentAt: string | null;
  readonly revokedAt: string | null;
}

export interface BrowsersIn {
  readonly person: PersonId;
  readonly open: number;
  readonly lastSeenAt: string;
}

export interface WaysIn {
  readonly codes: readonly CodeKept[];
  readonly links: readonly LinkKept[];
  readonly browsers: readonly BrowsersIn[];
}

/** Every code and the last links of a case, and the browsers that came in. No secret of any of them. */
export async function waysInTo(trx: Trx, caseId: CaseId): Promise<WaysIn> {
  const codes = await sql<CodeKept>`
    select distinct on (person_id) person_id as person, made_at as "madeAt", last_used_at as "lastUsedAt",
      ended_at as "endedAt", ended_because as "endedBecause"
    from access_code
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}
    order by person_id, ended_at is not null, made_at desc`.execute(trx);
  const links = await sql<LinkKept>`
    select person_id as person, purpose, made_at as "madeAt", until, last_used_at as "lastUsedAt", spent_at as "spentAt",
      revoked_at as "revokedAt"
    from resident_link
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}
    order by made_at desc
    limit 50`.execute(trx);
  const browsers = await sql<BrowsersIn>`
    select person_id as person, count(*) filter (where ended_at is null and last_seen_at > now() - interval '1 hour')::int as open,
      max(last_seen_at) as "lastSeenAt"
    from resident_session
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and person_id is not null
    group by person_id`.execute(trx);
  return { codes: codes.rows, links: links.rows, browsers: browsers.rows };
}
