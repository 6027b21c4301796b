/** A report as it was frozen: the document, its figures with their keys, where the history stood, and the very files. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import { type Change, changesSince } from '../reports/annual/rederived.js';
import type { Document } from '../reports/document.js';
import type { Measured } from '../reports/measured.js';
import { financialYear } from '../reports/period.js';
import { canonicalText } from './canonical-text.js';
import type { Trx } from './database.js';
import { type HistoryHead, historyHead } from './history-head.js';
import { measure } from './measures.js';
import { notAmong } from './staff-concerned.js';
import type { Findings } from './verify-findings.js';

export interface Frozen {
  readonly frozenOn: Day;
  readonly frozenAt: string;
  readonly by: string | null;
  readonly document: Document;
  readonly figures: readonly Measured[];
  /** sha256 over document and figures. */
  readonly digest: string;
  readonly head: { readonly digest: string; readonly cases: number; readonly entries: number };
  readonly pdf: string;
  readonly docx: string;
}

export async function readFrozen(trx: Trx, report: string): Promise<Frozen | null> {
  const { rows } = await sql<Omit<Frozen, 'head'> & { head: string; cases: number; entries: number }>`
    select f.frozen_on as "frozenOn", f.frozen_at as "frozenAt", s.name as by, f.document, f.figures, f.digest, f.head,
      f.head_cases as cases, f.head_entries as entries, encode(f.pdf, 'hex') as pdf, encode(f.docx, 'hex') as docx
    from report_frozen f left join staff s on s.landlord_id = f.landlord_id and s.id = f.frozen_by
    where f.landlord_id = ${trx.landlordId} and f.report_id::text = ${report}`.execute(trx);
  const [row] = rows;
  if (row === undefined) return null;
  const { head, cases, entries, ...rest } = row;
  return { ...rest, head: { digest: head, cases, entries } };
}

export interface ToFreeze {
  readonly report: string;
  readonly version: number;
  readonly on: Day;
  readonly by: StaffId;
  readonly document: Document;
  readonly figures: readonly Measured[];
  readonly before: readonly Measured[];
  readonly head: HistoryHead;
  /** Digests of files that have their rows. */
  readonly pdf: string;
  readonly docx: string;
}

/** Keeps it; the caller has moved the report's state in the same transaction, so that it happens once. */
export async function keepFrozen(trx: Trx, f: ToFreeze): Promise<void> {
  await sql`
    insert into report_frozen (landlord_id, report_id, frozen_on, frozen_by, version, document, figures, before, digest,
      head, head_cases, head_entries, pdf, docx)
    values (${trx.landlordId}, ${f.report}, ${f.on}, ${f.by}, ${f.version}, ${JSON.stringify(f.document)}::jsonb,
      ${JSON.stringify(f.figures)}::jsonb, ${JSON.stringify(f.before)}::jsonb, ${digestOf(f.document, f.figures)},
      ${f.head.digest}, ${f.head.cases}, ${f.head.entries}, decode(${f.pdf}, 'hex'), decode(${f.docx}, 'hex'))`.execute(
    trx,
  );
}

/** The same document with the same figures has the same digest, in whatever order a database gives their keys back. */
export function digestOf(document: Document, figures: readonly Measured[]): string {
  return createHash('sha256').update(canonicalText({ document, figures })).digest('hex');
}

export interface Compared {
  /** Whether what is kept is still what was frozen. */
  readonly whole: boolean;
  /** Whether the history stands where it stood. */
  readonly unmoved: boolean;
  readonly changes: readonly Change[];
  /** Cases of that year with entries recorded since, the newest first. */
  readonly because: readonly { readonly reference: string; readonly entries: number; readonly last: string }[];
  readonly becauseAll: number;
}

/**
 * The same figures worked out again, as seen on the day of the freezing: whatever differs was recorded since. What is
 * hidden from who looks is counted, and not named.
 */
export async function compareFrozen(
  trx: Trx,
  year: number,
  frozen: Frozen,
  hidden: readonly CaseId[] = [],
): Promise<Compared> {
  const period = financialYear(year);
  const head = await historyHead(trx);
  const now = await measure(trx, period, frozen.frozenOn);
  const since = await sql<{ reference: string; entries: number; last: string; all: number }>`
    select h.reference, count(*) as entries, max(e.recorded_at) as last, count(*) over () as all
    from case_event e
    join case_head h on h.landlord_id = e.landlord_id and h.case_id = e.case_id
    join complaint c on c.landlord_id = e.landlord_id and c.case_id = e.case_id
    where e.landlord_id = ${trx.landlordId} and e.recorded_at > ${frozen.frozenAt}
      and ${notAmong('e.case_id', hidden)}
      and (c.received_on between ${period.from} and ${period.until}
        or exists (select 1 from stage s where s.landlord_id = c.landlord_id and s.case_id = c.case_id
          and (s.started_on between ${period.from} and ${period.until}
            or s.responded_on between ${period.from} and ${period.until})))
    group by h.reference
    order by last desc, h.reference
    limit 50`.execute(trx);
  return {
    whole: digestOf(frozen.document, frozen.figures) === frozen.digest,
    unmoved: head.digest === frozen.head.digest,
    changes: changesSince(frozen.figures, now),
    because: since.rows.map(({ reference, entries, last }) => ({ reference, entries: Number(entries), last })),
    becauseAll: Number(since.rows[0]?.all ?? 0),
  };
}

/** Frozen reports whose document or figures are not what was frozen: what `verify` says of them. */
export async function checkFrozen(trx: Trx, findings: Findings): Promise<void> {
  const { rows } = await sql<{ year: number; document: Document; figures: Measured[]; digest: string }>`
    select r.year, f.document, f.figures, f.digest
    from report_frozen f
    join report r on r.landlord_id = f.landlord_id and r.id = f.report_id
    where f.landlord_id = ${trx.landlordId}
    order by r.year, r.round`.execute(trx);
  for (const { year, document, figures, digest } of rows) {
    if (digestOf(document, figures) === digest) continue;
    const ref = `annual report ${financialYear(year).name}`;
    findings.broken.push({ ref, seq: null, why: 'what is kept of it is not what was frozen' });
  }
}
