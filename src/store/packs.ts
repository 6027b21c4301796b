/** Packs as they were made, who had them in front of them, what was asked of them and what was answered. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Document } from '../reports/document.js';
import type { Measured, Period } from '../reports/measured.js';
import type { PackAudience, PackKind } from '../reports/packs/calendar.js';
import type { Pack } from '../reports/packs/pack.js';
import type { Challenge } from '../reports/packs/pack-data.js';
import type { PeriodKind } from '../reports/period.js';
import type { Trx } from './database.js';
import type { HistoryHead } from './history-head.js';

export interface PackListed {
  readonly id: string;
  readonly every: PeriodKind;
  readonly audience: PackAudience;
  readonly periodName: string;
  readonly madeOn: Day;
  readonly questions: number;
  readonly unanswered: number;
}

export interface PackKept extends PackListed {
  readonly period: Period;
  readonly document: Document;
  readonly figures: KeptFigures;
  readonly head: string;
  readonly entries: number;
}

export interface KeptFigures {
  readonly now: readonly Measured[];
  readonly earlier: readonly Measured[];
}

const listed = sql.raw(`p.id, p.every, p.audience, p.period_name as "periodName", p.made_on as "madeOn",
  (select count(*) from pack_challenge c where c.landlord_id = p.landlord_id and c.pack_id = p.id)::integer as questions,
  (select count(*) from pack_challenge c where c.landlord_id = p.landlord_id and c.pack_id = p.id and not exists (
    select from pack_answer a where a.landlord_id = c.landlord_id and a.challenge_id = c.id))::integer as unanswered`);

/** The packs for some audiences, the latest period first. */
export async function listPacks(trx: Trx, audiences: readonly PackAudience[], most = 60): Promise<PackListed[]> {
  const { rows } = await sql<PackListed>`
    select ${listed} from pack p
    where p.landlord_id = ${trx.landlordId} and p.audience = any (${[...audiences]})
    order by p.period_until desc, p.every desc, p.audience
    limit ${most}`.execute(trx);
  return rows;
}

/** Whether the pack of that kind and period has been made. */
export async function packIsMade(trx: Trx, kind: PackKind, period: Period): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pack where landlord_id = ${trx.landlordId} and every = ${kind.every}
      and audience = ${kind.audience} and period_from = ${period.from}`.execute(trx);
  return rows.length > 0;
}

/** Keeps a pack. Null when that pack was made in the meantime: it stays as it is. */
export async function keepPack(
  trx: Trx,
  made: {
    readonly kind: PackKind;
    readonly period: Period;
    readonly madeOn: Day;
    readonly pack: Pack;
    readonly figures: KeptFigures;
    readonly head: HistoryHead;
  },
): Promise<string | null> {
  const id = randomUUID();
  const { rows } = await sql<{ id: string }>`
    insert into pack (landlord_id, id, every, audience, period_name, period_from, period_until, made_on, document,
      figures, history_head, history_entries)
    values (${trx.landlordId}, ${id}, ${made.kind.every}, ${made.kind.audience}, ${made.period.name},
      ${made.period.from}, ${made.period.until}, ${made.madeOn}, ${JSON.stringify(made.pack.document)}::jsonb,
      ${JSON.stringify(made.figures)}::jsonb, ${made.head.digest}, ${made.head.entries})
    on conflict (landlord_id, every, audience, period_from) do nothing
    returning id`.execute(trx);
  return rows[0]?.id ?? null;
}

export async function findPack(trx: Trx, id: string): Promise<PackKept | null> {
  const { rows } = await sql<Omit<PackKept, 'period'> & { readonly from: Day; readonly until: Day }>`
    select ${listed}, p.period_from as "from", p.period_until as "until", p.document, p.figures,
      p.history_head as head, p.history_entries::integer as entries
    from pack p where p.landlord_id = ${trx.landlordId} and p.id::text = ${id}`.execute(trx);
  const [row] = rows;
  return row ? { ...row, period: { name: row.periodName, from: row.from, until: row.until } } : null;
}

/** The pack of the same kind before this one, or null. */
export async function packBefore(trx: Trx, kind: PackKind, from: Day): Promise<{ readonly id: string } | null> {
  const { rows } = await sql<{ id: string }>`
    select id from pack
    where landlord_id = ${trx.landlordId} and every = ${kind.every} and audience = ${kind.audience}
      and period_from < ${from}
    order by period_from desc limit 1`.execute(trx);
  return rows[0] ?? null;
}

/** Notes that somebody opened a pack; the first time counts. */
export async function noteReceived(trx: Trx, pack: string, staff: StaffId): Promise<void> {
  await sql`insert into pack_received (landlord_id, pack_id, staff_id) values (${trx.landlordId}, ${pack}, ${staff})
    on conflict do nothing`.execute(trx);
}

export interface Received {
  readonly name: string;
  /** An instant, ISO 8601. */
  readonly at: string;
}

export async function receivedBy(trx: Trx, pack: string): Promise<Received[]> {
  const { rows } = await sql<Received>`
    select s.name, r.first_at as at from pack_received r
    join staff s on s.landlord_id = r.landlord_id and s.id = r.staff_id
    where r.landlord_id = ${trx.landlordId} and r.pack_id = ${pack}
    order by r.first_at`.execute(trx);
  return rows;
}

/** A question with the answer that holds and how many stood before it. */
export interface ChallengeKept extends Challenge {
  readonly id: string;
  readonly earlierAnswers: number;
}

export async function challengesOf(trx: Trx, pack: string): Promise<ChallengeKept[]> {
  const { rows } = await sql<{
    id: string;
    question: string;
    by: string;
    on: Day;
    answer: string | null;
    answeredBy: string | null;
    answeredOn: Day | null;
    answers: number;
  }>`
    select c.id, c.question, c.asked_by as by, c.asked_on as "on", a.answer, a.answered_by as "answeredBy",
      a.answered_on as "answeredOn", coalesce(a.answers, 0)::integer as answers
    from pack_challenge c
    left join lateral (
      select answer, answered_by, answered_on, count(*) over () as answers from pack_answer
      where landlord_id = c.landlord_id and challenge_id = c.id
      order by entered_at desc, id limit 1) a on true
    where c.landlord_id = ${trx.landlordId} and c.pack_id::text = ${pack}
    order by c.asked_on, c.entered_at`.execute(trx);
  return rows.map(({ id, question, by, on, answer, answeredBy, answeredOn, answers }) => ({
    id,
    question,
    by,
    on,
    answer:
      answer === null || answeredBy === null || answeredOn === null
        ? null
        : { text: answer, by: answeredBy, on: answeredOn },
    earlierAnswers: Math.max(0, answers - 1),
  }));
}

export async function askOf(
  trx: Trx,
  asked: {
    readonly pack: string;
    readonly question: string;
    readonly by: string;
    readonly on: Day;
    readonly staff: StaffId;
  },
): Promise<void> {
  await sql`insert into pack_challenge (landlord_id, id, pack_id, question, asked_by, asked_on, entered_by)
    values (${trx.landlordId}, ${randomUUID()}, ${asked.pack}, ${asked.question}, ${asked.by}, ${asked.on}, ${asked.staff})`.execute(
    trx,
  );
}

/** Adds an answer. False when there is no such question in that pack. */
export async function answerTo(
  trx: Trx,
  answered: {
    readonly pack: string;
    readonly challenge: string;
    readonly answer: string;
    readonly by: string;
    readonly on: Day;
    readonly staff: StaffId;
  },
): Promise<boolean> {
  const { rows } = await sql`
    insert into pack_answer (landlord_id, id, challenge_id, answer, answered_by, answered_on, entered_by)
    select ${trx.landlordId}, ${randomUUID()}, id, ${answered.answer}, ${answered.by}, ${answered.on}, ${answered.staff}
    from pack_challenge
    where landlord_id = ${trx.landlordId} and id::text = ${answered.challenge} and pack_id::text = ${answered.pack}
    returning 1`.execute(trx);
  return rows.length > 0;
}
