/**
 * Public posts about us: where each stands, what was answered in public and in private. Its case names nobody until they
 * come by a private way.
 */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export const privateWays = ['email', 'phone', 'in-person', 'letter', 'web-form', 'private-message'] as const;
export type PrivateWay = (typeof privateWays)[number];

export const answerKinds = ['public', 'private-invitation'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface PublicPost {
  readonly id: string;
  readonly caseId: CaseId;
  readonly network: string;
  /** Shown as text alone. */
  readonly link: string;
  /** As the network shows them; nobody is taken for anybody by it. */
  readonly author: string | null;
  readonly seenOn: Day;
  readonly cameOn: Day | null;
  readonly cameBy: PrivateWay | null;
  readonly answers: readonly {
    readonly id: string;
    readonly kind: AnswerKind;
    readonly words: string;
    readonly on: Day;
    readonly by: string;
  }[];
}

function digestOf(link: string): Buffer {
  const same = link
    .trim()
    .replace(/[#].*$/, '')
    .replace(/\/+$/, '');
  return createHash('sha256').update(same, 'utf8').digest();
}

/** The reference of the case that this post has already; null when it is new. */
export async function caseOfPost(trx: Trx, link: string): Promise<string | null> {
  const found = await sql<{ reference: string }>`
    select h.reference
    from public_post p
    join case_head h on h.landlord_id = p.landlord_id and h.case_id = p.case_id
    where p.landlord_id = ${trx.landlordId} and p.link_digest = ${digestOf(link)}`.execute(trx);
  return found.rows[0]?.reference ?? null;
}

/** Keeps where a post stands, in the transaction that opened its case. */
export async function keepPost(
  trx: Trx,
  post: Pick<PublicPost, 'caseId' | 'network' | 'link' | 'author' | 'seenOn'> & { readonly by: StaffId },
): Promise<void> {
  await sql`
    insert into public_post (landlord_id, id, case_id, network, link, link_digest, author, seen_on, logged_by)
    values (${trx.landlordId}, ${randomUUID()}, ${post.caseId}, ${post.network}, ${post.link}, ${digestOf(post.link)},
      ${post.author}, ${post.seenOn}, ${post.by})`.execute(trx);
}

/** The post that a case came from; null when it came in another way. */
export async function postOfCase(trx: Trx, caseId: CaseId): Promise<PublicPost | null> {
  const found = await sql<PublicPost>`
    select p.id, p.case_id as "caseId", p.network, p.link, p.author, p.seen_on as "seenOn",
      p.came_privately_on as "cameOn", p.came_privately_by as "cameBy",
      coalesce((
        select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'words', a.words, 'on', a.said_on, 'by', s.name)
          order by a.said_on, a.recorded_at)
        from public_post_answer a
        join staff s on s.landlord_id = a.landlord_id and s.id = a.by_staff_id
        where a.landlord_id = p.landlord_id and a.public_post_id = p.id), '[]'::json) as answers
    from public_post p
    where p.landlord_id = ${trx.landlordId} and p.case_id = ${caseId}`.execute(trx);
  return found.rows[0] ?? null;
}

/** Records what was said, in public or to them alone. */
export async function keepAnswer(
  trx: Trx,
  post: string,
  answer: {
    readonly kind: AnswerKind;
    readonly words: string;
    readonly seq: number;
    readonly on: Day;
    readonly by: StaffId;
  },
): Promise<void> {
  await sql`
    insert into public_post_answer (landlord_id, public_post_id, id, kind, words, seq, said_on, by_staff_id)
    values (${trx.landlordId}, ${post}, ${randomUUID()}, ${answer.kind}, ${answer.words}, ${answer.seq}, ${answer.on},
      ${answer.by})`.execute(trx);
}

/** From now on the case may name them. False when that was said before. */
export async function camePrivately(trx: Trx, post: string, by: PrivateWay, on: Day): Promise<boolean> {
  const found = await sql`
    update public_post set came_privately_by = ${by}, came_privately_on = ${on}
    where landlord_id = ${trx.landlordId} and id = ${post} and came_privately_on is null
    returning id`.execute(trx);
  return found.rows.length > 0;
}

/** Whether a case came from a public post whose author has not come by a private way yet. */
export async function isStillPublic(trx: Trx, caseId: CaseId): Promise<boolean> {
  const found = await sql`
    select 1 from public_post
    where landlord_id = ${trx.landlordId} and case_id = ${caseId} and came_privately_on is null`.execute(trx);
  return found.rows.length > 0;
}

/** Takes away what was answered, with the words of the entries that tell of it. */
export async function forgetAnswers(trx: Trx, caseId: CaseId, entries: readonly number[]): Promise<void> {
  await sql`
    update public_post_answer a set words = '[erased]'
    from public_post p
    where a.landlord_id = ${trx.landlordId} and p.landlord_id = a.landlord_id and p.id = a.public_post_id
      and p.case_id = ${caseId} and a.seq = any (${[...entries]}::int[])`.execute(trx);
}

/** Takes away who wrote it and where, with the contact's own words. */
export async function forgetPost(trx: Trx, caseId: CaseId): Promise<void> {
  await sql`
    update public_post set author = null, link = '[erased]'
    where landlord_id = ${trx.landlordId} and case_id = ${caseId}`.execute(trx);
}
