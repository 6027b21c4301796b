/**
 * Programs that may send contacts, each with a token that can write and never read. The token is shown once: what stands
 * here is its digest. It names its landlord, since nothing can be looked up before the landlord is known.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CaseId, Channel, StaffId } from '../facts/happened.js';
import { type Database, inLandlord, isUuid, type LandlordId, type Trx } from './database.js';

/** How a contact from a program may have reached us. */
export const sourceChannels = [
  'web-chat',
  'app',
  'web-form',
  'text-message',
  'survey',
  'feedback-form',
  'other',
] as const satisfies readonly Channel[];
export type SourceChannel = (typeof sourceChannels)[number];

export interface ContactSource {
  readonly id: string;
  readonly name: string;
  readonly channel: SourceChannel;
  readonly perHour: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly lastUsedAt: string | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

const columns = sql.raw(`s.id, s.name, s.channel, s.per_hour as "perHour", s.made_at as "madeAt", m.name as "madeBy",
  s.last_used_at as "lastUsedAt", s.ended_at as "endedAt", e.name as "endedBy"
  from contact_source s
  join staff m on m.landlord_id = s.landlord_id and m.id = s.made_by
  left join staff e on e.landlord_id = s.landlord_id and e.id = s.ended_by`);

/** Every source, those that hold first. */
export async function listSources(trx: Trx): Promise<ContactSource[]> {
  const { rows } = await sql<ContactSource>`
    select ${columns}
    where s.landlord_id = ${trx.landlordId}
    order by s.ended_at is not null, s.name, s.made_at`.execute(trx);
  return rows;
}

/** One source; null when this landlord has none of that id. */
export async function findSource(trx: Trx, id: string): Promise<ContactSource | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<ContactSource>`
    select ${columns} where s.landlord_id = ${trx.landlordId} and s.id = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** Makes a source and gives its token, this once; null when one that holds has the name already. */
export async function makeSource(
  trx: Trx,
  about: { readonly name: string; readonly channel: SourceChannel; readonly perHour: number; readonly by: StaffId },
): Promise<{ readonly id: string; readonly token: string } | null> {
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  const token = `putright.${Buffer.from(trx.landlordId.replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`;
  const { rows } = await sql`
    insert into contact_source (landlord_id, id, name, channel, token_digest, per_hour, made_by)
    values (${trx.landlordId}, ${id}, ${about.name}, ${about.channel}, ${digestOf(secret)}, ${about.perHour}, ${about.by})
    on conflict (landlord_id, lower(name)) where ended_at is null do nothing
    returning id`.execute(trx);
  return rows.length === 1 ? { id, token } : null;
}

/** Ends a source at once; false when it had ended. */
export async function endSource(trx: Trx, id: string, by: StaffId): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`
    update contact_source set ended_at = now(), ended_by = ${by}
    where landlord_id = ${trx.landlordId} and id = ${id} and ended_at is null
    returning id`.execute(trx);
  return rows.length === 1;
}

export interface SourceAdmitted {
  readonly landlordId: LandlordId;
  readonly id: string;
}

/** The source whose token this is, while it holds. A token of no landlord, or of another, is as unknown as any. */
export async function admitSource(db: Database, token: string): Promise<SourceAdmitted | null> {
  const found = /^putright\.([\w-]{22})\.([\w-]{43})$/.exec(token);
  if (found === null) return null;
  const hex = Buffer.from(found[1] ?? '', 'base64url').toString('hex');
  const landlordId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (!isUuid(landlordId)) return null;
  return inLandlord(
    db,
    landlordId,
    async (trx) => {
      const { rows } = await sql<{ id: string }>`
        select id from contact_source
        where landlord_id = ${trx.landlordId} and token_digest = ${digestOf(found[2] ?? '')} and ended_at is null`.execute(
        trx,
      );
      return rows[0] === undefined ? null : { landlordId: trx.landlordId, id: rows[0].id };
    },
    { readOnly: true },
  );
}

export interface SourceHeld {
  readonly name: string;
  readonly channel: SourceChannel;
  /** Whether it has sent as much as it may for now. */
  readonly full: boolean;
}

/** The most bytes that one source may send in a day. */
export const mostBytesADay = 1_000_000_000;

/** Holds a source until the transaction ends, so that its calls are taken one after the other; null once it has ended. */
export async function holdSource(trx: Trx, id: string, now: Date): Promise<SourceHeld | null> {
  const { rows } = await sql<{ name: string; channel: SourceChannel; per_hour: number }>`
    select name, channel, per_hour from contact_source
    where landlord_id = ${trx.landlordId} and id = ${id} and ended_at is null
    for update`.execute(trx);
  const held = rows[0];
  if (held === undefined) return null;
  const sent = await sql<{ hour: number; bytes: string }>`
    select count(*) filter (where taken_at > ${now.toISOString()}::timestamptz - interval '1 hour')::int as hour,
      coalesce(sum(size), 0)::text as bytes
    from contact_sent
    where landlord_id = ${trx.landlordId} and source_id = ${id}
      and taken_at > ${now.toISOString()}::timestamptz - interval '1 day'`.execute(trx);
  const { hour = 0, bytes = '0' } = sent.rows[0] ?? {};
  return { name: held.name, channel: held.channel, full: hour >= held.per_hour || Number(bytes) >= mostBytesADay };
}

export interface ContactSent {
  readonly receipt: string;
  readonly reference: string;
  readonly takenAt: string;
  readonly sameBody: boolean;
}

/** What a source sent before with this key. */
export async function sentBefore(trx: Trx, source: string, key: string, body: string): Promise<ContactSent | null> {
  const { rows } = await sql<ContactSent>`
    select c.receipt, h.reference, c.taken_at as "takenAt", c.body_digest = ${digestOf(body)} as "sameBody"
    from contact_sent c
    join complaint h on h.landlord_id = c.landlord_id and h.case_id = c.case_id
    where c.landlord_id = ${trx.landlordId} and c.source_id = ${source} and c.key_digest = ${digestOf(key)}`.execute(
    trx,
  );
  return rows[0] ?? null;
}

/** Remembers what became of a contact, in the transaction that opened its case. */
export async function rememberSent(
  trx: Trx,
  sent: {
    readonly source: string;
    readonly key: string;
    readonly body: string;
    readonly size: number;
    readonly caseId: CaseId;
    readonly now: Date;
  },
): Promise<string> {
  const receipt = randomUUID();
  await sql`
    insert into contact_sent (landlord_id, source_id, key_digest, body_digest, receipt, case_id, size, taken_at)
    values (${trx.landlordId}, ${sent.source}, ${digestOf(sent.key)}, ${digestOf(sent.body)}, ${receipt}, ${sent.caseId},
      ${sent.size}, ${sent.now.toISOString()})`.execute(trx);
  await sql`
    update contact_source set last_used_at = ${sent.now.toISOString()}
    where landlord_id = ${trx.landlordId} and id = ${sent.source}`.execute(trx);
  return receipt;
}

/** The name of the source that a case came by; null when none sent it. */
export async function sourceOfCase(trx: Trx, caseId: CaseId): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select s.name
    from contact_sent c
    join contact_source s on s.landlord_id = c.landlord_id and s.id = c.source_id
    where c.landlord_id = ${trx.landlordId} and c.case_id = ${caseId}`.execute(trx);
  return rows[0]?.name ?? null;
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
