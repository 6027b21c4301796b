/**
 * The evidence that only people can judge: policies, registers, publicity, roles, minutes. A piece serves many provisions,
 * has versions with their digests, an owner who is reminded, and counts for as long as it holds.
 * It is longer than 250 lines because pieces, their versions, reviews and links are read and written together.
 */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EvidenceKind, EvidenceRole } from '../assess/evidence-pieces.js';
import type { Day } from '../facts/days.js';
import type { File, StaffId } from '../facts/happened.js';
import { noteChange } from './assessment-changes.js';
import type { Trx } from './database.js';

export interface PieceWritten {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly role: EvidenceRole | null;
  readonly holder: string | null;
  readonly ownerId: StaffId | null;
  /** An office, where the owner does not sign in here. */
  readonly ownerWords: string;
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  readonly reviewOn: Day | null;
}

export interface Piece extends PieceWritten {
  readonly id: string;
  readonly owner: string;
  readonly retiredOn: Day | null;
  readonly version: number;
  /** The last version of what it says. */
  readonly says: PieceVersion | null;
  readonly lastReviewedOn: Day | null;
  readonly lastReviewHolds: boolean | null;
}

export interface PieceVersion {
  readonly number: number;
  readonly file: File | null;
  readonly fileName: string | null;
  /** Hex sha256 of the bytes, the text or the address. */
  readonly content: string;
  readonly link: string | null;
  readonly text: string | null;
  readonly note: string;
  readonly addedBy: string | null;
  readonly addedAt: string;
}

const pieceColumns = sql.raw(`p.id, p.kind, p.title, p.role, p.holder, p.owner_id as "ownerId",
  p.owner_words as "ownerWords", coalesce(o.name, p.owner_words) as owner, p.effective_on as "effectiveOn",
  p.expires_on as "expiresOn", p.review_on as "reviewOn", p.retired_on as "retiredOn", p.version,
  (select r.reviewed_on from evidence_review r where r.landlord_id = p.landlord_id and r.piece_id = p.id
    order by r.id desc limit 1) as "lastReviewedOn",
  (select r.still_holds from evidence_review r where r.landlord_id = p.landlord_id and r.piece_id = p.id
    order by r.id desc limit 1) as "lastReviewHolds"`);

const versionColumns = sql.raw(`v.piece_id as "pieceId", v.number, encode(v.file, 'hex') as file, f.name as "fileName",
  encode(v.content, 'hex') as content, v.link, v.text, v.note, s.name as "addedBy", v.added_at as "addedAt"`);

type Bare = Omit<Piece, 'says'>;
type VersionOfPiece = PieceVersion & { readonly pieceId: string };

async function withVersions(trx: Trx, pieces: readonly Bare[]): Promise<Piece[]> {
  if (pieces.length === 0) return [];
  const { rows } = await sql<VersionOfPiece>`
    select distinct on (v.piece_id) ${versionColumns}
    from evidence_version v
    left join file f on f.landlord_id = v.landlord_id and f.digest = v.file
    left join staff s on s.landlord_id = v.landlord_id and s.id = v.added_by
    where v.landlord_id = ${trx.landlordId} and v.piece_id = any (${pieces.map(({ id }) => id)}::uuid[])
    order by v.piece_id, v.number desc`.execute(trx);
  const last = new Map(rows.map((row) => [row.pieceId, row]));
  return pieces.map((piece) => ({ ...piece, says: last.get(piece.id) ?? null }));
}

export async function listPieces(trx: Trx): Promise<Piece[]> {
  const { rows } = await sql<Bare>`
    select ${pieceColumns}
    from evidence_piece p
    left join staff o on o.landlord_id = p.landlord_id and o.id = p.owner_id
    where p.landlord_id = ${trx.landlordId}
    order by p.retired_on is not null, p.kind, p.title, p.id`.execute(trx);
  return withVersions(trx, rows);
}

export async function findPiece(trx: Trx, id: string): Promise<Piece | null> {
  const { rows } = await sql<Bare>`
    select ${pieceColumns}
    from evidence_piece p
    left join staff o on o.landlord_id = p.landlord_id and o.id = p.owner_id
    where p.landlord_id = ${trx.landlordId} and p.id::text = ${id}`.execute(trx);
  return (await withVersions(trx, rows))[0] ?? null;
}

/** All versions of what a piece says, the latest first. */
export async function versionsOfPiece(trx: Trx, id: string): Promise<PieceVersion[]> {
  const { rows } = await sql<VersionOfPiece>`
    select ${versionColumns}
    from evidence_version v
    left join file f on f.landlord_id = v.landlord_id and f.digest = v.file
    left join staff s on s.landlord_id = v.landlord_id and s.id = v.added_by
    where v.landlord_id = ${trx.landlordId} and v.piece_id = ${id}
    order by v.number desc`.execute(trx);
  return rows;
}

export async function addPiece(trx: Trx, piece: PieceWritten, by: StaffId | null): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into evidence_piece (landlord_id, id, kind, title, role, holder, owner_id, owner_words, effective_on,
      expires_on, review_on, made_by)
    values (${trx.landlordId}, ${id}, ${piece.kind}, ${piece.title}, ${piece.role}, ${piece.holder}, ${piece.ownerId},
      ${piece.ownerWords}, ${piece.effectiveOn}, ${piece.expiresOn}, ${piece.reviewOn}, ${by})`.execute(trx);
  await noteChange(trx, { about: 'evidence', subject: id, words: `Added ${piece.title}`, by });
  return id;
}

/** False when somebody else changed it meanwhile: then nothing was written. */
export async function changePiece(
  trx: Trx,
  id: string,
  to: PieceWritten & { readonly expected: number },
  by: StaffId | null,
): Promise<boolean> {
  const was = await findPiece(trx, id);
  const { rows } = await sql`
    update evidence_piece set kind = ${to.kind}, title = ${to.title}, role = ${to.role}, holder = ${to.holder},
      owner_id = ${to.ownerId}, owner_words = ${to.ownerWords}, effective_on = ${to.effectiveOn},
      expires_on = ${to.expiresOn}, review_on = ${to.reviewOn}, version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${id} and version = ${to.expected}
    returning id`.execute(trx);
  if (rows.length === 0 || was === null) return false;
  const names = {
    kind: 'kind',
    title: 'title',
    role: 'role',
    holder: 'who has it',
    ownerId: 'owner',
    ownerWords: 'owner',
    effectiveOn: 'first day',
    expiresOn: 'last day',
    reviewOn: 'day of review',
  } as const;
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    if (was[key] === to[key]) continue;
    const [before, after] = key === 'ownerId' ? ['', ''] : [was[key] ?? 'none', to[key] ?? 'none'];
    const words =
      before === after ? `The ${names[key]} changed` : `The ${names[key]} changed from ‘${before}’ to ‘${after}’`;
    await noteChange(trx, { about: 'evidence', subject: id, words, by });
  }
  return true;
}

export async function retirePiece(trx: Trx, id: string, on: Day | null, by: StaffId | null): Promise<boolean> {
  const { rows } = await sql`
    update evidence_piece set retired_on = ${on}, version = version + 1
    where landlord_id = ${trx.landlordId} and id::text = ${id} and (retired_on is null) = ${on !== null}
    returning id`.execute(trx);
  if (rows.length === 0) return false;
  const words = on === null ? 'Taken into use again' : 'Taken out of use';
  await noteChange(trx, { about: 'evidence', subject: id, words, by });
  return true;
}

export type Says =
  | { readonly file: File; readonly content: string }
  | { readonly link: string }
  | { readonly text: string };

/** What a piece says from now on; the versions before stay. */
export async function addVersion(
  trx: Trx,
  id: string,
  says: Says & { readonly note: string },
  by: StaffId | null,
): Promise<number> {
  const text = 'text' in says ? says.text : null;
  const link = 'link' in says ? says.link : null;
  const file = 'file' in says ? says.file : null;
  const content =
    'content' in says
      ? says.content
      : createHash('sha256')
          .update(text ?? link ?? '')
          .digest('hex');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} evidence ${id}`}, 0))`.execute(trx);
  const { rows } = await sql<{ number: number }>`
    insert into evidence_version (landlord_id, piece_id, number, file, content, link, text, note, added_by)
    select ${trx.landlordId}, ${id}, coalesce(max(number), 0) + 1, decode(${file}, 'hex'), decode(${content}, 'hex'),
      ${link}, ${text}, ${says.note}, ${by}
    from evidence_version where landlord_id = ${trx.landlordId} and piece_id = ${id}
    returning number`.execute(trx);
  const number = rows[0]?.number ?? 1;
  await noteChange(trx, { about: 'evidence', subject: id, words: `Version ${number} added`, by });
  return number;
}

export interface Review {
  readonly reviewedOn: Day;
  readonly by: string | null;
  readonly stillHolds: boolean;
  readonly note: string;
}

export async function reviewsOf(trx: Trx, id: string): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select r.reviewed_on as "reviewedOn", s.name as by, r.still_holds as "stillHolds", r.note
    from evidence_review r
    left join staff s on s.landlord_id = r.landlord_id and s.id = r.by_staff_id
    where r.landlord_id = ${trx.landlordId} and r.piece_id = ${id}
    order by r.id desc`.execute(trx);
  return rows;
}

/** That somebody looked, and when it is looked at next. */
export async function addReview(
  trx: Trx,
  id: string,
  review: { readonly on: Day; readonly stillHolds: boolean; readonly note: string; readonly nextOn: Day | null },
  by: StaffId,
): Promise<void> {
  await sql`
    insert into evidence_review (landlord_id, piece_id, reviewed_on, by_staff_id, still_holds, note)
    values (${trx.landlordId}, ${id}, ${review.on}, ${by}, ${review.stillHolds}, ${review.note})`.execute(trx);
  await sql`
    update evidence_piece set review_on = ${review.nextOn}, version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

export interface Linked {
  readonly provision: string;
  readonly pieceId: string;
  readonly carried: boolean;
}

/** Which pieces stand behind which provision of an assessment. */
export async function linkedEvidence(trx: Trx, assessment: string): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    select provision, piece_id as "pieceId", carried from assessment_evidence
    where landlord_id = ${trx.landlordId} and assessment_id = ${assessment}`.execute(trx);
  return rows;
}

/**
 * These pieces stand behind one answer. What the person had before them and left out is taken away; a piece that somebody
 * else added meanwhile stays.
 */
export async function linkEvidence(
  trx: Trx,
  to: { readonly assessment: string; readonly provision: string },
  pieces: readonly string[],
  by: StaffId,
  had: readonly string[] = [],
): Promise<void> {
  await sql`
    delete from assessment_evidence
    where landlord_id = ${trx.landlordId} and assessment_id = ${to.assessment} and provision = ${to.provision}
      and piece_id = any (${[...had]}::uuid[]) and piece_id <> all (${[...pieces]}::uuid[])`.execute(trx);
  await sql`
    insert into assessment_evidence (landlord_id, assessment_id, provision, piece_id, linked_by)
    select landlord_id, ${to.assessment}, ${to.provision}, id, ${by} from evidence_piece
    where landlord_id = ${trx.landlordId} and id = any (${[...pieces]}::uuid[])
    on conflict (landlord_id, assessment_id, provision, piece_id) do update set carried = false`.execute(trx);
}

export interface Served {
  readonly assessment: string;
  readonly edition: string;
  readonly year: number;
  readonly provision: string;
}

/** Which provisions a piece serves, in which assessments. */
export async function servedBy(trx: Trx, piece: string): Promise<Served[]> {
  const { rows } = await sql<Served>`
    select a.id as assessment, a.edition, a.year, e.provision
    from assessment_evidence e
    join self_assessment a on a.landlord_id = e.landlord_id and a.id = e.assessment_id
    where e.landlord_id = ${trx.landlordId} and e.piece_id = ${piece}
    order by a.year desc, a.edition desc, a.round desc`.execute(trx);
  return rows;
}
