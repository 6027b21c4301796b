/** Bundles and their papers, as rows. Each choice about what goes out raises the version; what was made is of one version. */
import { sql } from 'kysely';
import type { Unseen } from '../complaint/bundle/as-seen.js';
import { type BundleState, mayChoose, nothingToChoose } from '../complaint/bundle/choosing.js';
import {
  type Audience,
  type BundleKind,
  bundleKinds,
  notAskedFor,
  type PieceStanding,
} from '../complaint/bundle/kinds.js';
import type { Trouble } from '../complaint/bundle/trouble-words.js';
import type { Refusal } from '../complaint/refusals.js';
import type { Day } from '../facts/days.js';
import type { CaseId, File, PersonId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface Bundle {
  readonly id: string;
  readonly audience: Audience;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly requestId: string | null;
  readonly person: PersonId | null;
  readonly asked: readonly BundleKind[];
  readonly madeBy: string | null;
  readonly madeAt: string;
  readonly version: number;
  readonly state: BundleState;
  readonly madeVersion: number | null;
  readonly volumesPlanned: number | null;
  readonly pages: number | null;
  readonly step: 'papers' | 'hiding' | 'volumes' | 'index' | 'again' | null;
  /** How far that step is, where it counts. */
  readonly stepDone: number | null;
  readonly stepOf: number | null;
  readonly trouble: Trouble | null;
  readonly begunAt: string | null;
  readonly endedAt: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly handedOver: number;
  /** Whether what was made last is what was handed over. */
  readonly madeHandedOver: boolean;
}

const bundleRow = sql`
  select b.id, b.audience, b.case_id as "caseId", h.reference, b.request_id as "requestId", r.person_id as person, b.asked,
    s.name as "madeBy", b.made_at as "madeAt", b.version, b.state, b.made_version as "madeVersion",
    b.volumes_planned as "volumesPlanned", b.pages, b.step, b.step_done as "stepDone", b.step_of as "stepOf", b.trouble, b.begun_at as "begunAt", b.ended_at as "endedAt",
    cs.name as "checkedBy", c.checked_at as "checkedAt",
    (select count(*)::int from bundle_handover o where o.landlord_id = b.landlord_id and o.bundle_id = b.id) as "handedOver",
    exists (select from bundle_handover o
      where o.landlord_id = b.landlord_id and o.bundle_id = b.id and o.version = b.made_version) as "madeHandedOver"
  from bundle b
  left join case_head h on h.landlord_id = b.landlord_id and h.case_id = b.case_id
  left join subject_request r on r.landlord_id = b.landlord_id and r.id = b.request_id
  left join staff s on s.landlord_id = b.landlord_id and s.id = b.made_by
  left join bundle_check c on c.landlord_id = b.landlord_id and c.bundle_id = b.id and c.version = b.version
  left join staff cs on cs.landlord_id = c.landlord_id and cs.id = c.checked_by`;

export async function readBundle(trx: Trx, id: string): Promise<Bundle | null> {
  const { rows } = await sql<Bundle>`${bundleRow}
    where b.landlord_id = ${trx.landlordId} and b.id::text = ${id}`.execute(trx);
  return rows[0] ?? null;
}

/** The bundles of a case, of a request, or all of them, the latest first. */
export async function listBundles(
  trx: Trx,
  of: { readonly caseId?: CaseId; readonly requestId?: string } = {},
  most = 100,
): Promise<Bundle[]> {
  const { rows } = await sql<Bundle>`${bundleRow}
    where b.landlord_id = ${trx.landlordId}
      and (${of.caseId ?? null}::uuid is null or b.case_id = ${of.caseId ?? null})
      and (${of.requestId ?? null}::uuid is null or b.request_id = ${of.requestId ?? null})
    order by b.made_at desc, b.id limit ${most}`.execute(trx);
  return rows;
}

/** What a bundle is about: one case, or one person's request for what is held of them. */
export type BundleOf = { readonly caseId: CaseId } | { readonly requestId: string };

export async function beginBundle(
  trx: Trx,
  about: {
    readonly of: BundleOf;
    readonly asked: readonly BundleKind[];
    readonly by: StaffId | null;
    readonly now: Date;
  },
): Promise<string> {
  const { of, asked, by, now } = about;
  const ombudsman = 'caseId' in of;
  const { rows } = await sql<{ id: string }>`
    insert into bundle (landlord_id, audience, case_id, request_id, asked, made_by, made_at)
    values (${trx.landlordId}, ${ombudsman ? 'ombudsman' : 'subject'}, ${ombudsman ? of.caseId : null},
      ${ombudsman ? null : of.requestId}, ${[...asked]}, ${by}, ${now.toISOString()})
    returning id`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the bundle was not written');
  return row.id;
}

/** A bundle that nobody else changes before the transaction ends. */
export async function holdBundle(trx: Trx, id: string): Promise<Bundle> {
  await sql`select from bundle where landlord_id = ${trx.landlordId} and id = ${id} for update`.execute(trx);
  const bundle = await readBundle(trx, id);
  if (bundle === null) throw new Error('there is no such bundle');
  return bundle;
}

/**
 * Notes what is asked for, unless something speaks against choosing it now. `leaveOut`: papers of other kinds do not go, as
 * far as nobody has decided about them; those that were left out so before and are asked for now go again.
 */
export async function askKinds(
  trx: Trx,
  id: string,
  asked: readonly BundleKind[],
  leaveOut: { readonly by: StaffId; readonly now: Date } | null = null,
): Promise<readonly Refusal[]> {
  if (!mayChoose(await holdBundle(trx, id))) return [nothingToChoose];
  const ofThem = sql`landlord_id = ${trx.landlordId} and bundle_id = ${id}`;
  await sql`update bundle_piece set standing = 'in', reason = null, marked_by = null, marked_at = null
    where ${ofThem} and standing = 'out' and reason = ${notAskedFor} and kind = any (${[...asked]}::text[])`.execute(
    trx,
  );
  if (leaveOut !== null)
    await sql`update bundle_piece set standing = 'out', reason = ${notAskedFor}, marked_by = ${leaveOut.by},
        marked_at = ${leaveOut.now.toISOString()}
      where ${ofThem} and standing = 'in' and marked_by is null and kind <> all (${[...asked]}::text[])`.execute(trx);
  await sql`update bundle set asked = ${[...asked]}, version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  return [];
}

/** Something about what goes out was changed: what was checked and made is of an earlier version now. */
export async function raiseVersion(trx: Trx, id: string): Promise<void> {
  await sql`update bundle set version = version + 1 where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
}

export interface Piece {
  readonly id: string;
  readonly key: string;
  readonly kind: BundleKind;
  readonly source: 'file' | 'words' | 'chronology' | 'policy' | 'record';
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly seq: number | null;
  readonly file: File | null;
  readonly title: string;
  readonly on: Day | null;
  readonly standing: PieceStanding;
  readonly reason: string | null;
  readonly markedBy: string | null;
  readonly lookedBy: string | null;
  readonly lookedAt: string | null;
  readonly madeFrom: string | null;
  readonly madeFile: File | null;
  readonly pages: number | null;
  readonly pageSize: number | null;
  readonly hiddenFrom: string | null;
  readonly hiddenFile: File | null;
  readonly hiddenSize: number | null;
  readonly trouble: string | null;
  readonly firstPage: number | null;
  readonly lastPage: number | null;
  readonly boxes: number;
  /** What its pages hold and don't show; null where nobody has looked yet. */
  readonly unseen: readonly Unseen[] | null;
  readonly asPictures: boolean;
  /** Pages of the bundle on which words stand again that are hidden on it. */
  readonly saidAgain: readonly number[] | null;
}

/** Papers in the order in which they are bound: by kind as it is asked for, then by day. */
export async function piecesOf(trx: Trx, bundle: string): Promise<Piece[]> {
  const { rows } = await sql<Piece>`
    select p.id, p.key, p.kind, p.source, p.case_id as "caseId", h.reference, p.seq, encode(p.file, 'hex') as file, p.title,
      p.on_day as "on", p.standing, p.reason, m.name as "markedBy", l.name as "lookedBy", p.looked_at as "lookedAt",
      encode(p.made_from, 'hex') as "madeFrom", encode(p.made_file, 'hex') as "madeFile", p.pages,
      p.page_size as "pageSize", encode(p.hidden_from, 'hex') as "hiddenFrom", encode(p.hidden_file, 'hex') as "hiddenFile",
      p.hidden_size as "hiddenSize", p.trouble, p.first_page as "firstPage", p.last_page as "lastPage",
      p.unseen, p.as_pictures as "asPictures", p.said_again as "saidAgain",
      (select count(*)::int from bundle_box b
        where b.landlord_id = p.landlord_id and b.bundle_id = p.bundle_id and b.piece_id = p.id) as boxes
    from bundle_piece p
    left join case_head h on h.landlord_id = p.landlord_id and h.case_id = p.case_id
    left join staff m on m.landlord_id = p.landlord_id and m.id = p.marked_by
    left join staff l on l.landlord_id = p.landlord_id and l.id = p.looked_by
    where p.landlord_id = ${trx.landlordId} and p.bundle_id::text = ${bundle}
    order by array_position(${[...bundleKinds]}::text[], p.kind),
      p.on_day nulls first, h.reference, p.seq nulls first, p.key`.execute(trx);
  return rows;
}

/** The cases that papers of these bundles are from, by bundle. */
export async function casesIn(trx: Trx, bundles: readonly string[]): Promise<ReadonlyMap<string, readonly CaseId[]>> {
  const { rows } = await sql<{ bundle: string; cases: CaseId[] }>`
    select bundle_id as bundle, array_agg(distinct case_id::text) as cases from bundle_piece
    where landlord_id = ${trx.landlordId} and bundle_id = any (${[...bundles]}::uuid[]) and case_id is not null
    group by bundle_id`.execute(trx);
  return new Map(rows.map(({ bundle, cases }) => [bundle, cases]));
}
