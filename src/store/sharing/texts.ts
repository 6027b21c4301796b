/** Texts that tell others what was learned: written, let stand by a person, told, and the log of where and when. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../../facts/days.js';
import type { CaseId, StaffId } from '../../facts/happened.js';
import type { Audience, Way } from '../../reports/sharing/audiences.js';
import type { ItemWords } from '../../reports/sharing/starting-words.js';
import { isUuid, type Trx } from '../database.js';

export interface SharedText {
  readonly id: string;
  readonly audience: Audience;
  readonly title: string;
  readonly opening: string;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAt: string;
}

export interface SharedItem extends ItemWords {
  readonly id: string;
  readonly n: number;
  readonly caseId: CaseId | null;
  readonly seq: number | null;
  readonly improvement: string | null;
}

export interface SharedLog {
  readonly id: string;
  readonly textId: string;
  readonly audience: Audience;
  readonly way: Way;
  readonly place: string;
  readonly sharedOn: Day;
  readonly title: string;
  readonly opening: string;
  readonly items: readonly ItemWords[];
  readonly by: string;
  readonly takenDownOn: Day | null;
  readonly takenDownBecause: string | null;
}

export async function listTexts(trx: Trx): Promise<(SharedText & { readonly items: number; readonly told: number })[]> {
  const { rows } = await sql<SharedText & { items: number; told: number }>`
    select t.id, t.audience, t.title, t.opening, t.version, s.name as "madeBy", t.made_at as "madeAt",
      (select count(*)::int from shared_item i where i.landlord_id = t.landlord_id and i.text_id = t.id) as items,
      (select count(*)::int from shared_log l where l.landlord_id = t.landlord_id and l.text_id = t.id) as told
    from shared_text t join staff s on s.landlord_id = t.landlord_id and s.id = t.made_by
    where t.landlord_id = ${trx.landlordId}
    order by t.made_at desc, t.id
    limit 200`.execute(trx);
  return rows;
}

export async function findText(
  trx: Trx,
  id: string,
): Promise<(SharedText & { readonly items: readonly SharedItem[] }) | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<SharedText>`
    select t.id, t.audience, t.title, t.opening, t.version, s.name as "madeBy", t.made_at as "madeAt"
    from shared_text t join staff s on s.landlord_id = t.landlord_id and s.id = t.made_by
    where t.landlord_id = ${trx.landlordId} and t.id = ${id}`.execute(trx);
  const text = rows[0];
  if (text === undefined) return null;
  const items = await sql<SharedItem>`
    select id, n, area, said, did, case_id as "caseId", seq, improvement_id as improvement from shared_item
    where landlord_id = ${trx.landlordId} and text_id = ${id} order by n, id`.execute(trx);
  return { ...text, items: items.rows };
}

export async function makeText(
  trx: Trx,
  { audience, title, opening, by }: Pick<SharedText, 'audience' | 'title' | 'opening'> & { readonly by: StaffId },
): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into shared_text (landlord_id, id, audience, title, opening, made_by)
    values (${trx.landlordId}, ${id}, ${audience}, ${title}, ${opening}, ${by})`.execute(trx);
  return id;
}

/** Takes the text one version on; false when somebody else changed it meanwhile, or it is gone. */
async function touch(trx: Trx, id: string, expected: number): Promise<boolean> {
  const { rows } = await sql`
    update shared_text set version = version + 1
    where landlord_id = ${trx.landlordId} and id = ${id} and version = ${expected}
    returning id`.execute(trx);
  return rows.length > 0;
}

export async function saveOpening(
  trx: Trx,
  { id, version }: Pick<SharedText, 'id' | 'version'>,
  { title, opening }: Pick<SharedText, 'title' | 'opening'>,
): Promise<boolean> {
  if (!(await touch(trx, id, version))) return false;
  await sql`update shared_text set title = ${title}, opening = ${opening}
    where landlord_id = ${trx.landlordId} and id = ${id}`.execute(trx);
  return true;
}

export interface ItemSource {
  readonly caseId: CaseId | null;
  readonly seq: number | null;
  readonly improvement: string | null;
}

/** Puts a person's words in the place of an item, or at the end as a new one. */
export async function saveItem(
  trx: Trx,
  { id, version }: Pick<SharedText, 'id' | 'version'>,
  item: string | null,
  { area, said, did, source }: ItemWords & { readonly source: ItemSource },
): Promise<boolean> {
  if (!(await touch(trx, id, version))) return false;
  if (item !== null) {
    await sql`update shared_item set area = ${area}, said = ${said}, did = ${did}
      where landlord_id = ${trx.landlordId} and text_id = ${id} and id = ${item}`.execute(trx);
    return true;
  }
  await sql`
    insert into shared_item (landlord_id, text_id, id, n, area, said, did, case_id, seq, improvement_id)
    select ${trx.landlordId}::uuid, ${id}::uuid, ${randomUUID()}::uuid,
      coalesce((select max(n) from shared_item where landlord_id = ${trx.landlordId} and text_id = ${id}), 0) + 1,
      ${area}, ${said}, ${did}, ${source.caseId}::uuid, ${source.seq}::integer, ${source.improvement}::uuid`.execute(
    trx,
  );
  return true;
}

export async function removeItem(trx: Trx, text: Pick<SharedText, 'id' | 'version'>, item: string): Promise<boolean> {
  if (!(await touch(trx, text.id, text.version))) return false;
  await sql`delete from shared_item
    where landlord_id = ${trx.landlordId} and text_id = ${text.id} and id = ${item}`.execute(trx);
  return true;
}

/** The log of one text, or of all: the newest first. */
export async function readLog(trx: Trx, which: { readonly text?: string; readonly site?: boolean } = {}) {
  const { rows } = await sql<SharedLog>`
    select l.id, l.text_id as "textId", t.audience, l.way, l.place, l.shared_on as "sharedOn", l.title, l.opening, l.items,
      s.name as by, l.taken_down_on as "takenDownOn", l.taken_down_because as "takenDownBecause"
    from shared_log l
    join shared_text t on t.landlord_id = l.landlord_id and t.id = l.text_id
    join staff s on s.landlord_id = l.landlord_id and s.id = l.by_staff_id
    where l.landlord_id = ${trx.landlordId} and (${which.text ?? null}::uuid is null or l.text_id = ${which.text ?? null}::uuid)
      and (not ${which.site ?? false} or (l.way = 'site' and l.taken_down_on is null))
    order by l.shared_on desc, l.at desc
    limit 200`.execute(trx);
  return rows;
}

/** Puts down that the text was told as it stands; on the site it takes the place of what the same text said before. */
export async function logShared(
  trx: Trx,
  text: SharedText & { readonly items: readonly SharedItem[] },
  { way, place, on, by }: { readonly way: Way; readonly place: string; readonly on: Day; readonly by: StaffId },
): Promise<void> {
  if (way === 'site') {
    await sql`
      update shared_log set taken_down_on = ${on}, taken_down_because = 'A newer version took its place'
      where landlord_id = ${trx.landlordId} and text_id = ${text.id} and way = 'site' and taken_down_on is null`.execute(
      trx,
    );
  }
  const items = text.items.map(({ area, said, did }) => ({ area, said, did }));
  await sql`
    insert into shared_log (landlord_id, text_id, id, way, place, shared_on, version, title, opening, items, by_staff_id)
    values (${trx.landlordId}, ${text.id}, ${randomUUID()}, ${way}, ${place}, ${on}, ${text.version}, ${text.title},
      ${text.opening}, ${JSON.stringify(items)}::jsonb, ${by})`.execute(trx);
}

/** False when it does not stand on the site. */
export async function takeDown(trx: Trx, text: string, log: string, on: Day, because: string): Promise<boolean> {
  const { rows } = await sql`
    update shared_log set taken_down_on = ${on}, taken_down_because = ${because}
    where landlord_id = ${trx.landlordId} and text_id = ${text} and id = ${log} and way = 'site' and taken_down_on is null
    returning id`.execute(trx);
  return rows.length > 0;
}

/** Whether the residents' site has anything to show. */
export async function standsOnSite(trx: Trx): Promise<boolean> {
  const { rows } = await sql`
    select 1 from shared_log
    where landlord_id = ${trx.landlordId} and way = 'site' and taken_down_on is null limit 1`.execute(trx);
  return rows.length > 0;
}
