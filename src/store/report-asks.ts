/** Who was asked for which words of a report, by when, and of what they were reminded. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';

export interface Ask {
  readonly id: string;
  readonly report: string;
  readonly year: number;
  readonly place: string;
  readonly asked: StaffId;
  readonly askedName: string;
  readonly askedBy: string | null;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly note: string;
  readonly state: 'open' | 'answered' | 'taken-back';
  readonly remindedOn: Day | null;
}

const columns = sql.raw(`a.id, a.report_id as report, r.year, a.place, a.asked, w.name as "askedName",
  b.name as "askedBy", a.asked_on as "askedOn", a.due_on as "dueOn", a.note, a.state,
  (select max(m.on_day) from report_reminder m where m.landlord_id = a.landlord_id and m.ask_id = a.id) as "remindedOn"`);
const from = sql.raw(`report_ask a
  join report r on r.landlord_id = a.landlord_id and r.id = a.report_id
  join staff w on w.landlord_id = a.landlord_id and w.id = a.asked
  left join staff b on b.landlord_id = a.landlord_id and b.id = a.asked_by`);

export async function asksOf(trx: Trx, report: string): Promise<Ask[]> {
  const { rows } = await sql<Ask>`
    select ${columns} from ${from}
    where a.landlord_id = ${trx.landlordId} and a.report_id::text = ${report}
    order by a.state <> 'open', a.due_on, a.id`.execute(trx);
  return rows;
}

/** What somebody still owes to reports that are being written: for their home page, and for the right to write. */
export async function openAsksOf(trx: Trx, staff: StaffId): Promise<Ask[]> {
  const { rows } = await sql<Ask>`
    select ${columns} from ${from}
    where a.landlord_id = ${trx.landlordId} and a.asked = ${staff} and a.state = 'open'
      and r.state in ('draft', 'in-comment')
    order by a.due_on, a.id`.execute(trx);
  return rows;
}

/** Asks somebody; whoever is already asked for that place of that report is not asked twice. */
export async function ask(
  trx: Trx,
  asked: {
    readonly report: string;
    readonly place: string;
    readonly whom: StaffId;
    readonly by: StaffId;
    readonly on: Day;
    readonly dueOn: Day;
    readonly note: string;
  },
): Promise<string | null> {
  const known = await sql`
    select 1 from report_ask
    where landlord_id = ${trx.landlordId} and report_id::text = ${asked.report} and place = ${asked.place}
      and asked = ${asked.whom} and state = 'open'`.execute(trx);
  if (known.rows.length > 0) return null;
  const id = randomUUID();
  await sql`
    insert into report_ask (landlord_id, report_id, id, place, asked, asked_by, asked_on, due_on, note)
    values (${trx.landlordId}, ${asked.report}, ${id}, ${asked.place}, ${asked.whom}, ${asked.by}, ${asked.on},
      ${asked.dueOn}, ${asked.note})`.execute(trx);
  return id;
}

/** What they were asked for is written: their ask is done. */
export async function answerAsks(trx: Trx, report: string, place: string, by: StaffId): Promise<void> {
  await sql`
    update report_ask set state = 'answered'
    where landlord_id = ${trx.landlordId} and report_id::text = ${report} and place = ${place} and asked = ${by}
      and state = 'open'`.execute(trx);
}

export async function takeAskBack(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    update report_ask set state = 'taken-back'
    where landlord_id = ${trx.landlordId} and id::text = ${id} and state = 'open' returning id`.execute(trx);
  return rows.length > 0;
}

export interface Due extends Ask {
  readonly email: string;
}

/** Open asks of which a notice is due: at once, three days before, on the day, and each week after. None twice a day. */
export async function remindersDue(trx: Trx, today: Day): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select ${columns}, w.email from ${from}
    where a.landlord_id = ${trx.landlordId} and a.state = 'open' and w.deactivated_at is null
      and r.state in ('draft', 'in-comment')
      and (not exists (select 1 from report_reminder f where f.landlord_id = a.landlord_id and f.ask_id = a.id)
        or a.due_on - ${today}::date in (3, 0) or (${today}::date > a.due_on and (${today}::date - a.due_on) % 7 = 0))
      and not exists (select 1 from report_reminder m
        where m.landlord_id = a.landlord_id and m.ask_id = a.id and m.on_day = ${today})
    order by a.id`.execute(trx);
  return rows;
}

/** False when it was already noted: then nothing more is sent. */
export async function noteReminder(trx: Trx, askId: string, today: Day, byMail: boolean): Promise<boolean> {
  const { rows } = await sql`
    insert into report_reminder (landlord_id, ask_id, on_day, by_mail)
    values (${trx.landlordId}, ${askId}, ${today}, ${byMail})
    on conflict do nothing returning ask_id`.execute(trx);
  return rows.length > 0;
}
