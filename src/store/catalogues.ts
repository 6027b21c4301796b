/**
 * The sentences of residents' pages in other languages, version by version as they were loaded. A version is offered to
 * residents from the day on which somebody who reads the language has reviewed it, until it is withdrawn or followed.
 */
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface CatalogueVersion {
  readonly language: string;
  readonly version: number;
  readonly translated: number;
  readonly fileName: string;
  readonly loadedBy: string | null;
  readonly loadedAt: string;
  /** Null while nobody has reviewed it. */
  readonly review: {
    /** Who read it, as the landlord names them. */
    readonly by: string;
    readonly on: Day;
    /** A person translated what states the law. */
    readonly legalByPerson: boolean;
    readonly notedBy: string | null;
  } | null;
  readonly withdrawn: boolean;
}

const columns =
  sql.raw(`c.language, c.version, (select count(*)::int from jsonb_object_keys(c.sentences)) as translated,
  c.file_name as "fileName", l.name as "loadedBy", c.loaded_at as "loadedAt",
  case when c.reviewed_by is null then null else json_build_object('by', c.reviewed_by, 'on', c.reviewed_on,
    'legalByPerson', c.legal_by_person, 'notedBy', n.name) end as review,
  c.withdrawn_at is not null as withdrawn`);
const people = sql.raw(`left join staff l on l.landlord_id = c.landlord_id and l.id = c.loaded_by
  left join staff n on n.landlord_id = c.landlord_id and n.id = c.review_noted_by`);

/** Every version of every language, or of one; the latest of each first. */
export async function listCatalogues(trx: Trx, language: string | null = null): Promise<CatalogueVersion[]> {
  const { rows } = await sql<CatalogueVersion>`
    select ${columns} from catalogue c ${people}
    where c.landlord_id = ${trx.landlordId} and (${language}::text is null or c.language = ${language})
    order by c.language, c.version desc`.execute(trx);
  return rows;
}

export interface Offered {
  readonly language: string;
  readonly version: number;
}

/** The languages that residents are offered, each in the version that holds. */
export async function languagesOffered(trx: Trx): Promise<Offered[]> {
  const { rows } = await sql<Offered>`
    select language, max(version) as version from catalogue
    where landlord_id = ${trx.landlordId} and reviewed_by is not null and withdrawn_at is null
    group by language order by language`.execute(trx);
  return rows;
}

export interface CatalogueWords {
  readonly sentences: Readonly<Record<string, string>>;
  readonly legalByPerson: boolean;
}

/** What a version says; null when there is none. What was loaded never changes under its number. */
export async function catalogueWords(trx: Trx, { language, version }: Offered): Promise<CatalogueWords | null> {
  const { rows } = await sql<CatalogueWords>`
    select sentences, coalesce(legal_by_person, false) as "legalByPerson" from catalogue
    where landlord_id = ${trx.landlordId} and language = ${language} and version = ${version}`.execute(trx);
  return rows[0] ?? null;
}

export interface NewCatalogue {
  readonly language: string;
  readonly sentences: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly by: StaffId;
}

/** Keeps the next version and gives its number; what residents are offered stays until this one is reviewed. */
export async function keepCatalogue(trx: Trx, { language, sentences, fileName, by }: NewCatalogue): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} catalogue ${language}`}, 0))`.execute(
    trx,
  );
  const { rows } = await sql<{ version: number }>`
    insert into catalogue (landlord_id, language, version, sentences, file_name, loaded_by, loaded_at)
    select ${trx.landlordId}, ${language}, coalesce(max(version), 0) + 1, ${JSON.stringify(sentences)}::jsonb,
      ${fileName}, ${by}, now()
    from catalogue where landlord_id = ${trx.landlordId} and language = ${language}
    returning version`.execute(trx);
  return rows[0]?.version ?? 0;
}

export interface Review extends Offered {
  readonly by: string;
  readonly on: Day;
  readonly legalByPerson: boolean;
  readonly notedBy: StaffId;
}

/** From then on residents are offered the language. False when that version is reviewed already, or another came after it. */
export async function noteReview(trx: Trx, review: Review): Promise<boolean> {
  const { rows } = await sql`
    update catalogue c
    set reviewed_by = ${review.by}, reviewed_on = ${review.on}, legal_by_person = ${review.legalByPerson},
      review_noted_by = ${review.notedBy}, review_noted_at = now()
    where c.landlord_id = ${trx.landlordId} and c.language = ${review.language} and c.version = ${review.version}
      and c.reviewed_by is null and not exists (
        select from catalogue later where later.landlord_id = c.landlord_id and later.language = c.language
          and later.version > c.version)
    returning c.version`.execute(trx);
  return rows.length > 0;
}

/** Residents are offered the language no more, until a later version is reviewed. False when it was not offered. */
export async function withdrawLanguage(trx: Trx, language: string, by: StaffId): Promise<boolean> {
  const { rows } = await sql`
    update catalogue set withdrawn_at = now(), withdrawn_by = ${by}
    where landlord_id = ${trx.landlordId} and language = ${language} and reviewed_by is not null
      and withdrawn_at is null
    returning version`.execute(trx);
  return rows.length > 0;
}
