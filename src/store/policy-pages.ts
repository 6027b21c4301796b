/** The pages of the policy on the site: a draft that is written in, and versions that stay as they were published. */
import { sql } from 'kysely';
import type { PolicyPage } from '../assess/policy/pages.js';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface PolicyDraft {
  readonly page: PolicyPage;
  readonly title: string;
  readonly body: string;
  /** Counts each saving: who saves must have read the one before. */
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: string;
}

export interface PolicyVersion {
  readonly page: PolicyPage;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly publishedOn: Day;
  readonly publishedBy: string | null;
  /** Why it changed; null for the first. */
  readonly because: string | null;
}

/** PostgreSQL holds neither NUL nor half a character. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', ' ');

export async function readPolicyDraft(trx: Trx, page: PolicyPage): Promise<PolicyDraft | null> {
  const { rows } = await sql<PolicyDraft>`
    select d.page, d.title, d.body, d.version, s.name as "savedBy", d.saved_at as "savedAt"
    from policy_page_draft d
    left join staff s on s.landlord_id = d.landlord_id and s.id = d.saved_by
    where d.landlord_id = ${trx.landlordId} and d.page = ${page}`.execute(trx);
  return rows[0] ?? null;
}

/** False when somebody has saved since `version` was read (0: there was none). */
export async function savePolicyDraft(
  trx: Trx,
  draft: Pick<PolicyDraft, 'page' | 'title' | 'body'> & { readonly version: number; readonly by: StaffId },
): Promise<boolean> {
  const { page, title, body, version, by } = draft;
  const { rows } = await sql`
    insert into policy_page_draft as d (landlord_id, page, title, body, version, saved_by, saved_at)
    select ${trx.landlordId}, ${page}, ${storable(title)}, ${storable(body)}, 1, ${by}, now()
    where ${version} = 0 or exists (
      select from policy_page_draft where landlord_id = ${trx.landlordId} and page = ${page})
    on conflict (landlord_id, page) do update
      set title = excluded.title, body = excluded.body, version = d.version + 1, saved_by = excluded.saved_by,
        saved_at = excluded.saved_at
      where d.version = ${version}
    returning d.version`.execute(trx);
  return rows.length > 0;
}

export async function dropPolicyDraft(trx: Trx, page: PolicyPage): Promise<void> {
  await sql`delete from policy_page_draft where landlord_id = ${trx.landlordId} and page = ${page}`.execute(trx);
}

/** Publishes the next version and gives its number; the draft is done with. */
export async function publishPolicyPage(
  trx: Trx,
  publish: Pick<PolicyVersion, 'page' | 'title' | 'body' | 'because'> & { readonly on: Day; readonly by: StaffId },
): Promise<number> {
  const { page, title, body, because, on, by } = publish;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} policy page ${page}`}, 0))`.execute(trx);
  const { rows } = await sql<{ version: number }>`
    insert into policy_page (landlord_id, page, version, title, body, published_on, published_at, published_by, because)
    select ${trx.landlordId}, ${page}, coalesce(max(version), 0) + 1, ${storable(title)}, ${storable(body)}, ${on}, now(),
      ${by}, ${because === null ? null : storable(because)}
    from policy_page where landlord_id = ${trx.landlordId} and page = ${page}
    returning version`.execute(trx);
  await dropPolicyDraft(trx, page);
  return rows[0]?.version ?? 0;
}

const columns = sql.raw(
  `p.page, p.version, p.title, p.body, p.published_on as "publishedOn", s.name as "publishedBy", p.because`,
);
const publisher = sql.raw('left join staff s on s.landlord_id = p.landlord_id and s.id = p.published_by');

/** The pages as they hold now. */
export async function publishedPages(trx: Trx): Promise<PolicyVersion[]> {
  const { rows } = await sql<PolicyVersion>`
    select distinct on (p.page) ${columns} from policy_page p ${publisher}
    where p.landlord_id = ${trx.landlordId}
    order by p.page, p.version desc`.execute(trx);
  return rows;
}

/** Every version of a page, the latest first. */
export async function versionsOfPage(trx: Trx, page: PolicyPage): Promise<PolicyVersion[]> {
  const { rows } = await sql<PolicyVersion>`
    select ${columns} from policy_page p ${publisher}
    where p.landlord_id = ${trx.landlordId} and p.page = ${page}
    order by p.version desc`.execute(trx);
  return rows;
}
