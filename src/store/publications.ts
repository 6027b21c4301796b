/**
 * What a landlord has published for anybody to read: the document as it was, with its files. Nothing published is ever
 * changed: it is followed by another version, or taken down with the reason; both stay told.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Document } from '../reports/document.js';
import { acrossLandlords, type Database, type LandlordId, type Trx } from './database.js';
import { type DocumentFound, findFile } from './documents.js';

export const publicationKinds = [
  'annual-report',
  'self-assessment',
  'governing-body-response',
  'tsm-return',
  'pack',
  'policy',
  'figures',
] as const;
export type PublicationKind = (typeof publicationKinds)[number];

export type PublicationFormat = 'pdf' | 'docx' | 'csv' | 'json';

export interface ToPublish {
  readonly kind: PublicationKind;
  /** A part of the address: '2023-24'. */
  readonly period: string;
  readonly document: Document;
  /** Bytes that already lie in the landlord's folder and have their row (store/documents.ts, keepFile). */
  readonly files: readonly { readonly format: PublicationFormat; readonly name: string; readonly file: string }[];
  readonly on: Day;
  readonly by: StaffId | null;
  /** Why it is published again; null for the first version. */
  readonly because: string | null;
}

export interface Published {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly period: string;
  readonly version: number;
  readonly title: string;
  readonly publishedOn: Day;
  readonly because: string | null;
  readonly takenDownOn: Day | null;
  readonly takenDownBecause: string | null;
  /** The version that holds now, when it is not this one. */
  readonly supersededBy: number | null;
}

export interface PublishedWhole extends Published {
  readonly document: Document;
  readonly files: readonly { readonly format: PublicationFormat; readonly name: string; readonly file: string }[];
}

/** Gives the id. The version counts on from the one before of the same kind and period. */
export async function publish(trx: Trx, what: ToPublish): Promise<string> {
  const id = randomUUID();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publish ${trx.landlordId}`}, 0))`.execute(trx);
  await sql`
    insert into publication (landlord_id, id, kind, period, version, title, document, published_on, published_by, because)
    select ${trx.landlordId}, ${id}, ${what.kind}, ${what.period}, coalesce(max(version), 0) + 1, ${what.document.title},
      ${JSON.stringify(what.document)}::jsonb, ${what.on}, ${what.by}, ${what.because}
    from publication
    where landlord_id = ${trx.landlordId} and kind = ${what.kind} and period = ${what.period}`.execute(trx);
  for (const { format, name, file } of what.files) {
    await sql`
      insert into publication_file (landlord_id, publication_id, format, name, file)
      values (${trx.landlordId}, ${id}, ${format}, ${name}, decode(${file}, 'hex'))`.execute(trx);
  }
  await publicSlug(trx);
  return id;
}

const columns = sql.raw(`p.id, p.kind, p.period, p.version, p.title, p.published_on as "publishedOn", p.because,
  p.taken_down_on as "takenDownOn", p.taken_down_because as "takenDownBecause",
  (select max(q.version) from publication q where q.landlord_id = p.landlord_id and q.kind = p.kind
    and q.period = p.period and q.version > p.version and q.taken_down_on is null) as "supersededBy"`);

/** Everything that was ever published here, the newest first; what was taken down and superseded is marked. */
export async function listPublications(
  trx: Trx,
  which: { readonly kind?: PublicationKind; readonly period?: string } = {},
): Promise<Published[]> {
  const { rows } = await sql<Published>`
    select ${columns} from publication p
    where p.landlord_id = ${trx.landlordId}
      and (${which.kind ?? null}::text is null or p.kind = ${which.kind ?? null})
      and (${which.period ?? null}::text is null or p.period = ${which.period ?? null})
    order by p.published_on desc, p.kind, p.period desc, p.version desc`.execute(trx);
  return rows;
}

/** One by its id, or by its address: without a version the one that holds. */
export async function readPublication(
  trx: Trx,
  which:
    | { readonly id: string }
    | { readonly kind: string; readonly period: string; readonly version: number | 'holds' },
): Promise<PublishedWhole | null> {
  const { rows } = await sql<Omit<PublishedWhole, 'files'>>`
    select ${columns}, p.document from publication p
    where p.landlord_id = ${trx.landlordId} and ${
      'id' in which
        ? sql`p.id::text = ${which.id}`
        : sql`p.kind = ${which.kind} and p.period = ${which.period} and ${
            which.version === 'holds' ? sql`true` : sql`p.version = ${which.version}`
          }`
    }
    order by p.taken_down_on is not null, p.version desc
    limit 1`.execute(trx);
  const [found] = rows;
  if (found === undefined) return null;
  const files = await sql<PublishedWhole['files'][number]>`
    select format, name, encode(file, 'hex') as file from publication_file
    where landlord_id = ${trx.landlordId} and publication_id = ${found.id}
    order by array_position(array['pdf', 'docx', 'csv', 'json'], format)`.execute(trx);
  return { ...found, files: files.rows };
}

/** A file of something that is published now: what was taken down is not given out. */
export async function publishedFile(
  trx: Trx,
  which: { readonly kind: string; readonly period: string; readonly version: number; readonly format: string },
): Promise<(DocumentFound & { readonly publishedName: string }) | null> {
  const { rows } = await sql<{ file: string; name: string }>`
    select encode(f.file, 'hex') as file, f.name
    from publication p
    join publication_file f on f.landlord_id = p.landlord_id and f.publication_id = p.id
    where p.landlord_id = ${trx.landlordId} and p.kind = ${which.kind} and p.period = ${which.period}
      and p.version = ${which.version} and f.format = ${which.format} and p.taken_down_on is null`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const found = await findFile(trx, row.file);
  return found === null ? null : { ...found, publishedName: row.name };
}

/** From then on the address says that it was taken down, when and why. False when it was already. */
export async function takeDown(
  trx: Trx,
  id: string,
  down: { readonly on: Day; readonly because: string; readonly by: StaffId },
): Promise<boolean> {
  const { rows } = await sql`
    update publication set taken_down_on = ${down.on}, taken_down_because = ${down.because}, taken_down_by = ${down.by}
    where landlord_id = ${trx.landlordId} and id::text = ${id} and taken_down_on is null
    returning id`.execute(trx);
  return rows.length > 0;
}

export interface PlaceNoted {
  readonly address: string;
  readonly publishedOn: Day;
  /** How one can see that it was there: 'screenshot in the shared folder, 3 July'. */
  readonly evidence: string;
}

/** Where else it stands. */
export async function notePlace(trx: Trx, id: string, place: PlaceNoted, by: StaffId): Promise<void> {
  await sql`
    insert into publication_place (landlord_id, publication_id, address, published_on, evidence, noted_by)
    values (${trx.landlordId}, ${id}, ${place.address}, ${place.publishedOn}, ${place.evidence}, ${by})`.execute(trx);
}

export async function placesOf(trx: Trx, id: string): Promise<(PlaceNoted & { readonly by: string | null })[]> {
  const { rows } = await sql<PlaceNoted & { by: string | null }>`
    select p.address, p.published_on as "publishedOn", p.evidence, s.name as by
    from publication_place p
    left join staff s on s.landlord_id = p.landlord_id and s.id = p.noted_by
    where p.landlord_id = ${trx.landlordId} and p.publication_id::text = ${id}
    order by p.published_on, p.id`.execute(trx);
  return rows;
}

/** This landlord's part of the public address: made from its name the first time, and kept from then on. */
export async function publicSlug(trx: Trx): Promise<string> {
  const { rows } = await sql<{ slug: string | null; name: string }>`
    select slug, name from landlord where id = ${trx.landlordId}`.execute(trx);
  const [own] = rows;
  if (own?.slug) return own.slug;
  const plain = slugOf(own?.name ?? '');
  for (let n = 1; ; n++) {
    const slug = n === 1 ? plain : `${plain}-${n}`;
    const done = await sql`
      update landlord set slug = ${slug}
      where id = ${trx.landlordId} and not exists (select 1 from landlord where slug = ${slug})
      returning id`.execute(trx);
    if (done.rows.length > 0) return slug;
  }
}

function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain === '' ? 'landlord' : plain;
}

/** The landlord at a public address, or null. */
export async function landlordAt(
  db: Database,
  slug: string,
): Promise<{ readonly id: LandlordId; readonly name: string; readonly demonstration: boolean } | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null;
  return acrossLandlords(db, async (trx) => {
    const { rows } = await sql<{ id: LandlordId; name: string; demonstration: boolean }>`
      select id, name, demonstration from landlord where slug = ${slug}`.execute(trx);
    return rows[0] ?? null;
  });
}
