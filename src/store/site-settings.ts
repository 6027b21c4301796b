/** The residents' site of a landlord: how it looks, where it stands, and whom to ring when it can't wait. */
import { sql } from 'kysely';
import { acrossLandlords, type Database, type LandlordId, type Trx } from './database.js';
import { publicSlug } from './publications.js';
import { readSetting, writeSetting } from './rules.js';

/** Typefaces that can be chosen: one is shipped, the others are on the reader's own device and cost no download. */
export const typefaces = ['atkinson', 'sans', 'serif'] as const;
export type Typeface = (typeof typefaces)[number];

export interface SiteSettings {
  readonly open: boolean;
  /** What residents call the landlord; null: its own name. */
  readonly name: string | null;
  /** '#rrggbb', at least 4.5:1 on white; null: the letters' colour. */
  readonly colour: string | null;
  readonly typeface: Typeface;
  /** What to ring at any hour when somebody is at risk. */
  readonly emergency: { readonly phone: string; readonly hours: string };
  /** For whoever writes by post; no lines: the letters' address. */
  readonly address: readonly string[];
}

export interface Site extends SiteSettings {
  /** Somebody has set it up: only then do letters lead to it. */
  readonly setUp: boolean;
}

/** What holds until somebody sets it. */
export const plainSite: SiteSettings = {
  open: true,
  name: null,
  colour: null,
  typeface: 'atkinson',
  emergency: { phone: '', hours: '' },
  address: [],
};

/** As stored among the landlord's settings. */
export function siteIn(settings: Readonly<Record<string, unknown>>): Site {
  const stored = settings.site as Partial<SiteSettings> | undefined;
  return { ...plainSite, ...stored, setUp: stored !== undefined };
}

export async function readSite(trx: Trx): Promise<Site> {
  return siteIn({ site: (await readSetting(trx, 'site')) ?? undefined });
}

export async function writeSite(trx: Trx, site: SiteSettings): Promise<void> {
  await writeSetting(trx, 'site', site);
}

/** The landlord's own name on the web, or null. */
export async function readOwnHost(trx: Trx): Promise<string | null> {
  const { rows } = await sql<{ host: string | null }>`
    select own_host as host from landlord where id = ${trx.landlordId}`.execute(trx);
  return rows[0]?.host ?? null;
}

/** False when another landlord of this installation has that name; then nothing is written. */
export async function writeOwnHost(trx: Trx, host: string | null): Promise<boolean> {
  const taken = await sql`select 1 from landlord where own_host = ${host} and id <> ${trx.landlordId}`.execute(trx);
  if (taken.rows.length > 0) return false;
  await sql`update landlord set own_host = ${host} where id = ${trx.landlordId}`.execute(trx);
  return true;
}

/** Where residents find it, for letters and messages: 'https://complaints.example.org/residents/meadow-homes'. */
export async function siteAddress(trx: Trx, house: string): Promise<string> {
  const host = await readOwnHost(trx);
  const at = host === null ? house : `https://${host}`;
  return `${at}/residents/${await publicSlug(trx)}`;
}

/** Where letters send residents; null until somebody has set the site up, and while it is closed. */
export async function siteOnLetters(trx: Trx, house: string): Promise<string | null> {
  const site = await readSite(trx);
  return site.setUp && site.open ? siteAddress(trx, house) : null;
}

/** The site that stands under a name of its own; null for any other name. */
export async function slugOfHost(db: Database, host: string): Promise<string | null> {
  return acrossLandlords(db, async (trx) => {
    const { rows } = await sql<{ slug: string | null }>`
      select slug from landlord where own_host = ${host.toLowerCase()}`.execute(trx);
    return rows[0]?.slug ?? null;
  });
}

const known = new WeakMap<Database, Map<string, LandlordId>>();

/** The landlord of a slug. A slug is kept for ever once it is given, so it is asked for once in a process. */
export async function landlordOfSlug(db: Database, slug: string): Promise<LandlordId | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null;
  const slugs = known.get(db) ?? new Map<string, LandlordId>();
  known.set(db, slugs);
  const cached = slugs.get(slug);
  if (cached !== undefined) return cached;
  return acrossLandlords(db, async (trx) => {
    const { rows } = await sql<{ id: LandlordId }>`select id from landlord where slug = ${slug}`.execute(trx);
    const found = rows[0]?.id ?? null;
    if (found !== null) slugs.set(slug, found);
    return found;
  });
}

export interface SiteFound {
  readonly name: string;
  readonly demonstration: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The landlord with its settings, in one query. */
export async function findSite(trx: Trx): Promise<SiteFound | null> {
  const { rows } = await sql<SiteFound>`
    select l.name, l.demonstration,
      coalesce((select jsonb_object_agg(x.name, x.value) from landlord_setting x where x.landlord_id = l.id), '{}')
        as settings
    from landlord l
    where l.id = ${trx.landlordId}`.execute(trx);
  return rows[0] ?? null;
}
