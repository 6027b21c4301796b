/** What public pages of published documents share: whose they are, and a frame that is the same for everybody. */
import type { ComponentChildren } from 'preact';
import { inLandlord, type LandlordId, type Trx } from '../../store/database.js';
import { landlordAt, type PublicationFormat, type PublicationKind } from '../../store/publications.js';
import { readSettings } from '../../store/rules.js';
import { shown } from '../serve.js';
import { type PageOptions, page } from '../ui/frame.js';
import type { LandlordShown, Page, PublicVisit } from '../visit.js';

export const kindTitles: Readonly<Record<PublicationKind, string>> = {
  'annual-report': 'Annual complaints performance and service improvement reports',
  'self-assessment': 'Self-assessments against the Complaint Handling Code',
  'governing-body-response': 'What our governing body says',
  'tsm-return': 'Tenant satisfaction measures',
  pack: 'Reports to our board and committees',
  policy: 'Complaints policy',
  figures: 'Our complaints in figures',
};

export const formatWords: Readonly<Record<PublicationFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word document',
  csv: 'CSV, for machines',
  json: 'JSON, for machines',
};

export interface PublicHouse {
  readonly slug: string;
  readonly landlord: LandlordShown;
  readonly db: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>;
}

/** The landlord that the address names, or null. */
export async function houseAt(visit: PublicVisit): Promise<PublicHouse | null> {
  const slug = visit.params.slug ?? '';
  const found = await landlordAt(visit.house.db, slug);
  if (found === null) return null;
  const db = <T,>(work: (trx: Trx) => Promise<T>) =>
    inLandlord(visit.house.db, found.id as LandlordId, work, { readOnly: true });
  const settings = Object.fromEntries(await db(readSettings));
  return { slug, db, landlord: shown(found.id, found, settings) };
}

/** The same bytes for everybody, so that it may be kept on the way: nobody is signed in here. */
export function publicPage(
  visit: PublicVisit,
  house: PublicHouse,
  options: PageOptions,
  body: ComponentChildren,
): Page {
  const forAll = { ...visit, staff: null, landlord: house.landlord, done: null, restored: null, csrf: '' };
  return { ...page(forAll, options, body), keptFor: 300 };
}

/** '/published/meadow-homes/annual-report/2023-24/2' */
export function addressOf(slug: string, one: { kind: string; period: string; version: number }): string {
  return `/published/${slug}/${one.kind}/${one.period}/${one.version}`;
}
