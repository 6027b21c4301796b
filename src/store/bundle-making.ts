/** How far the making of a bundle is: what is finished stays finished, whatever becomes of the rest. */
import { sql } from 'kysely';
import type { Unseen } from '../complaint/bundle/as-seen.js';
import type { Trouble } from '../complaint/bundle/trouble-words.js';
import type { File } from '../facts/happened.js';
import type { Bundle } from './bundles.js';
import type { Trx } from './database.js';
import { removeFiles, type Stored } from './documents.js';
import { enqueue } from './enqueue.js';
import { isoInstant } from './today.js';

/** Has a bundle made, in the transaction that wants it. */
export async function askToMake(trx: Trx, bundle: string, now: Date): Promise<void> {
  if (await beginMaking(trx, bundle, now))
    await enqueue(trx, null, null, [{ name: 'make-bundle', payload: { bundle } }]);
}

/**
 * From now on it is being made: by whoever says so, or by the worker (`askToMake`). What was made before stays as it is,
 * with its check and its links: what is made now is another version, even where no paper is new. False while somebody
 * else is making it.
 */
export async function beginMaking(trx: Trx, bundle: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update bundle set state = 'making',
      version = version + case when state = 'making' or (state = 'choosing' and begun_at is null) then 0 else 1 end,
      step = 'papers', trouble = null, begun_at = ${now.toISOString()}, ended_at = null, volumes_planned = null
    where landlord_id = ${trx.landlordId} and id = ${bundle}
      and not (state = 'making' and begun_at > ${new Date(now.getTime() - patienceMs).toISOString()})
    returning id`.execute(trx);
  if (rows.length > 0)
    await sql`update bundle_piece set trouble = null
      where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and trouble = 'failed'`.execute(trx);
  return rows.length > 0;
}

/**
 * Whether what was begun is still wanted: nobody has erased words of it or chosen otherwise since. Until the transaction
 * ends nobody does; and whoever looks sees that it moves on.
 */
export async function stillMaking(trx: Trx, bundle: string, version: number, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update bundle set begun_at = greatest(begun_at, ${now.toISOString()})
    where landlord_id = ${trx.landlordId} and id = ${bundle} and state = 'making' and version = ${version}
    returning id`.execute(trx);
  return rows.length > 0;
}

/** So long a making may seem to stand still before anybody begins it again where it was: longer than one step may take. */
const patienceMs = 300_000;

/** Whether it is being made, as far as can be told: whatever made it may have died. */
export function isUnderWay({ state, begunAt }: Pick<Bundle, 'state' | 'begunAt'>, now: Date): boolean {
  return state === 'making' && begunAt !== null && now.getTime() - Date.parse(isoInstant(begunAt)) < patienceMs;
}

/** It can't go on by itself, and why. */
export async function stopMaking(trx: Trx, bundle: string, trouble: Trouble, now: Date): Promise<void> {
  await sql`update bundle set state = 'stopped', step = null, trouble = ${trouble}, ended_at = ${now.toISOString()}
    where landlord_id = ${trx.landlordId} and id = ${bundle} and state = 'making'`.execute(trx);
}

/**
 * A paper has become pages, or can't: the file of its pages, how many, and from what. Where they are others than before,
 * nobody has looked through them yet; and the places that were hidden on them may lie beside what they were to hide.
 */
export async function notePages(
  trx: Trx,
  bundle: string,
  piece: string,
  made: {
    readonly from: string;
    /** Null: its own file is the pages. */
    readonly file: File | null;
    readonly pages: number | null;
    readonly size: number | null;
    readonly trouble: string | null;
    readonly unseen: readonly Unseen[];
  },
): Promise<void> {
  await dropped(trx, bundle, piece, 'made_file', made.file);
  const others = sql`(p.made_from is distinct from decode(${made.from}, 'hex') or p.pages is distinct from ${made.pages}::int)`;
  await sql`
    update bundle_piece p set made_from = decode(${made.from}, 'hex'), made_file = decode(${made.file}, 'hex'), pages = ${made.pages},
      page_size = ${made.size}, unseen = ${[...made.unseen]}, looked_by = case when ${others} then null else p.looked_by end,
      looked_at = case when ${others} then null else p.looked_at end,
      trouble = case when ${made.pages}::int is not null and p.made_from is not null and ${others} and exists (
        select 1 from bundle_box b where b.landlord_id = p.landlord_id and b.bundle_id = p.bundle_id and b.piece_id = p.id)
        then 'moved' else ${made.trouble} end
    where p.landlord_id = ${trx.landlordId} and p.bundle_id = ${bundle} and p.id = ${piece}`.execute(trx);
}

/** It could not be made into pages this time, and nobody knows why: nothing is said about the paper itself. */
export async function noteFailed(trx: Trx, bundle: string, piece: string): Promise<void> {
  await sql`update bundle_piece set trouble = 'failed'
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and id = ${piece} and trouble is distinct from 'moved'`.execute(
    trx,
  );
}

/** A paper with what is hidden painted over; null takes it away. */
export async function noteHidden(
  trx: Trx,
  bundle: string,
  piece: string,
  hidden: { readonly from: string; readonly file: File; readonly size: number } | null,
): Promise<void> {
  await dropped(trx, bundle, piece, 'hidden_file', hidden?.file ?? null);
  await sql`
    update bundle_piece set hidden_from = decode(${hidden?.from ?? null}, 'hex'), hidden_file = decode(${hidden?.file ?? null}, 'hex'),
      hidden_size = ${hidden?.size ?? null}
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and id = ${piece}`.execute(trx);
}

/** What was made before of the same paper goes. */
async function dropped(
  trx: Trx,
  bundle: string,
  piece: string,
  column: 'made_file' | 'hidden_file',
  next: File | null,
): Promise<void> {
  const { rows } = await sql<{ file: string }>`
    select encode(${sql.ref(column)}, 'hex') as file from bundle_piece
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and id = ${piece} and ${sql.ref(column)} is not null`.execute(
    trx,
  );
  await removeFiles(
    trx,
    rows.map(({ file }) => file).filter((file) => file !== next),
  );
}

export interface Made {
  readonly what: 'volume' | 'index' | 'manifest' | 'enclosure';
  readonly n: number;
  readonly plan: string;
  readonly name: string;
  readonly file: File;
  readonly content: string;
  readonly size: number;
  readonly firstPage: number | null;
  readonly lastPage: number | null;
  readonly versions: readonly number[];
}

/** What tells one thing that was made from another. */
export type Kept = Pick<Made, 'what' | 'n' | 'plan'>;

export function sameThing(one: Kept, other: Kept): boolean {
  return one.what === other.what && one.n === other.n && one.plan === other.plan;
}

/** Everything that was made for a bundle; with a version, what belongs to that one. */
export async function madeOf(trx: Trx, bundle: string, version: number | null = null): Promise<Made[]> {
  const { rows } = await sql<Made>`
    select what, n, encode(plan, 'hex') as plan, name, encode(file, 'hex') as file, encode(content, 'hex') as content, size,
      first_page as "firstPage", last_page as "lastPage", versions
    from bundle_volume
    where landlord_id = ${trx.landlordId} and bundle_id::text = ${bundle} and (${version}::int is null or ${version} = any (versions))
    order by array_position(array['index', 'volume', 'enclosure', 'manifest'], what), n, plan`.execute(trx);
  return rows;
}

/** Keeps one thing that is finished. */
export async function keepMade(
  trx: Trx,
  bundle: string,
  made: Omit<Made, 'content' | 'size' | 'versions'> & { readonly stored: Stored; readonly version: number },
): Promise<void> {
  const { what, n, plan, name, file, stored, firstPage, lastPage, version } = made;
  await sql`
    insert into bundle_volume (landlord_id, bundle_id, what, n, plan, name, file, content, size, first_page, last_page, versions)
    values (${trx.landlordId}, ${bundle}, ${what}, ${n}, decode(${plan}, 'hex'), ${name}, decode(${file}, 'hex'),
      decode(${stored.content}, 'hex'), ${stored.size}, ${firstPage}, ${lastPage}, array[${version}::int])
    on conflict (landlord_id, bundle_id, what, n, plan) do update
      set versions = bundle_volume.versions || excluded.versions`.execute(trx);
}

/** What was finished for an earlier version is part of this one too: nothing in it has changed. False where there is none. */
export async function takeOver(
  trx: Trx,
  bundle: string,
  made: Pick<Made, 'what' | 'n' | 'plan'>,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    update bundle_volume set versions = case when ${version} = any (versions) then versions else versions || ${version}::int end
    where landlord_id = ${trx.landlordId} and bundle_id = ${bundle} and what = ${made.what} and n = ${made.n}
      and plan = decode(${made.plan}, 'hex')
    returning n`.execute(trx);
  return rows.length > 0;
}

/** All of a version is made. What is part of no version that was handed over, and not of this one, goes. */
export async function finishMaking(
  trx: Trx,
  bundle: string,
  done: {
    readonly version: number;
    readonly pages: number;
    readonly places: readonly { readonly piece: string; readonly first: number; readonly last: number }[];
    /** All that belongs to it: an earlier try at the same version may have kept other things. */
    readonly kept: readonly Kept[];
    readonly now: Date;
  },
): Promise<void> {
  const { version, pages, places, kept, now } = done;
  await sql`
    update bundle set state = 'made', step = null, trouble = null, made_version = ${version}, pages = ${pages},
      ended_at = ${now.toISOString()}
    where landlord_id = ${trx.landlordId} and id = ${bundle}`.execute(trx);
  await sql`
    update bundle_piece p set first_page = l.first, last_page = l.last
    from bundle_piece was
    left join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as l(piece uuid, first integer, last integer)
      on l.piece = was.id
    where p.landlord_id = ${trx.landlordId} and p.bundle_id = ${bundle} and was.landlord_id = p.landlord_id
      and was.bundle_id = p.bundle_id and was.id = p.id`.execute(trx);
  await sql`
    update bundle_volume v set versions = array_remove(v.versions, ${version}::int)
    where v.landlord_id = ${trx.landlordId} and v.bundle_id = ${bundle} and ${version} = any (v.versions)
      and not exists (select 1 from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k(what text, n integer, plan text)
        where k.what = v.what and k.n = v.n and decode(k.plan, 'hex') = v.plan)`.execute(trx);
  const { rows } = await sql<{ file: string }>`
    delete from bundle_volume v
    where v.landlord_id = ${trx.landlordId} and v.bundle_id = ${bundle} and ${version} <> all (v.versions)
      and not exists (select 1 from bundle_handover o where o.landlord_id = v.landlord_id and o.bundle_id = v.bundle_id
        and o.version = any (v.versions))
    returning encode(file, 'hex') as file`.execute(trx);
  await removeFiles(
    trx,
    rows.map(({ file }) => file),
  );
}
