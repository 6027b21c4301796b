/** The complaints that an improvement is to stop, counted from the same rows as every figure of complaints. */
import { type RawBuilder, sql } from 'kysely';
import { causesMeant } from '../complaint/cause-list.js';
import { addDays, type Day } from '../facts/days.js';
import type { CaseId } from '../facts/happened.js';
import { type EffectCounts, type EffectSpans, effectSpans, type Span } from '../reports/improvement-effect.js';
import { readAllCauses } from './causes.js';
import type { Trx } from './database.js';

/** Which complaints: each that is named must fit. All null fits every complaint. */
export interface Aimed {
  readonly cause: string | null;
  readonly category: string | null;
  readonly area: string | null;
  readonly block: string | null;
}

/** The case's own category or area counts, and that of any of its points. */
function fits({ category, area, block }: Aimed, causes: readonly string[] | null): RawBuilder<boolean> {
  return sql<boolean>`(
    (${category}::text is null or s.category = ${category} or exists (select 1 from point p
      where p.landlord_id = s.landlord_id and p.case_id = s.case_id and p.category = ${category}))
    and (${area}::text is null or s.area = ${area} or exists (select 1 from point p
      where p.landlord_id = s.landlord_id and p.case_id = s.case_id and p.area = ${area}))
    and (${block}::text is null or exists (select 1 from complaint c
      join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
      where c.landlord_id = s.landlord_id and c.case_id = s.case_id and lower(h.block) = lower(${block})))
    and (${causes}::text[] is null or exists (select 1 from lesson l
      where l.landlord_id = s.landlord_id and l.case_id = s.case_id and l.kind = 'cause'
        and l.what = any (${causes}::text[]))))`;
}

/** A whole group means all that ever stood in it, also what was taken out of the list since. */
async function meant(trx: Trx, { cause }: Aimed): Promise<readonly string[] | null> {
  return cause === null ? null : causesMeant(await readAllCauses(trx), cause);
}

/** Stage 1 in a span of days: what counts as a complaint there is what counts in the figures. */
const between = (from: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`s.stage = 1 and not s.undecided and not s.start_untold and s.day between ${from} and ${until}`;
const inSpan = ({ from, until }: Span): RawBuilder<boolean> => between(sql`${from}`, sql`${until}`);

export interface Effect {
  readonly spans: EffectSpans;
  readonly counts: EffectCounts;
  /** Since it was done: complaints that would fit but for the cause, which nobody has found yet. */
  readonly causeNotFoundYet: number;
}

/** Null until a day has gone since it was done. */
export async function effectOf(
  trx: Trx,
  {
    aimed,
    doneOn,
    weeks,
    today,
  }: { readonly aimed: Aimed; readonly doneOn: Day; readonly weeks: number; readonly today: Day },
): Promise<Effect | null> {
  const spans = effectSpans(doneOn, weeks, today);
  if (spans === null) return null;
  const causes = await meant(trx, aimed);
  const asked = [spans.before, spans.after, ...spans.parts];
  const { rows } = await sql<{ n: number; fit: number; all: number }>`
    select a.n, count(s.case_id) filter (where ${fits(aimed, causes)})::int as fit, count(s.case_id)::int as all
    from unnest(${asked.map(({ from }) => from)}::date[], ${asked.map(({ until }) => until)}::date[])
      with ordinality as a (from_on, until_on, n)
    left join counted_stage s on s.landlord_id = ${trx.landlordId}
      and ${between(sql`a.from_on`, sql`least(a.until_on, ${addDays(today, -1)}::date)`)}
    group by a.n order by a.n`.execute(trx);
  const at = (i: number) => ({ n: rows[i]?.fit ?? 0, all: rows[i]?.all ?? 0 });
  const counts = { before: at(0), after: at(1), parts: spans.parts.map((_, i) => at(i + 2).n) };
  return { spans, counts, causeNotFoundYet: await withoutCause(trx, aimed, spans.after) };
}

async function withoutCause(trx: Trx, aimed: Aimed, span: Span): Promise<number> {
  if (aimed.cause === null) return 0;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from counted_stage s
    where s.landlord_id = ${trx.landlordId} and ${inSpan(span)} and ${fits(aimed, null)}
      and not exists (select 1 from lesson l
        where l.landlord_id = s.landlord_id and l.case_id = s.case_id and l.kind = 'cause')`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** The cases behind a number, the newest first. */
export async function aimedCases(trx: Trx, aimed: Aimed, span: Span, most = 200): Promise<CaseId[]> {
  const causes = await meant(trx, aimed);
  const { rows } = await sql<{ id: CaseId }>`
    select s.case_id as id from counted_stage s
    where s.landlord_id = ${trx.landlordId} and ${inSpan(span)} and ${fits(aimed, causes)}
    order by s.day desc, s.case_id
    limit ${most}`.execute(trx);
  return rows.map(({ id }) => id);
}

/** The blocks in which this landlord has homes, as they are written. */
export async function listBlocks(trx: Trx, most = 500): Promise<string[]> {
  const { rows } = await sql<{ block: string }>`
    select distinct block from home where landlord_id = ${trx.landlordId} and block <> ''
    order by block limit ${most}`.execute(trx);
  return rows.map(({ block }) => block);
}
