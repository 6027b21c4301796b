/**
 * Reminders of what an Ombudsman waits for: evidence by its date, orders with their proof. To whoever sees to it, else to
 * the officer of the case, else to managers; each once for each of its dates. References and dates alone leave the house.
 */
import { sql } from 'kysely';
import { type OmbudsmanReminder, ombudsmanReminderDue } from '../complaint/ombudsman-reminders.js';
import { addDays, type Day, inWords } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { papersDue } from './ombudsman-papers.js';
import { queueMessage } from './outbox.js';
import { readRules } from './rules.js';
import { listStaff } from './staff.js';
import { notAmong, notKeptFrom } from './staff-concerned.js';

interface Waiting {
  readonly caseId: CaseId;
  readonly reference: string;
  /** 'evidence HOS', or the order's id. */
  readonly about: string;
  readonly kind: 'evidence' | 'order' | 'proof' | 'recommendation';
  readonly dueOn: Day;
  readonly owner: StaffId | null;
  readonly handler: StaffId | null;
}

type Reminder = Waiting & { readonly step: OmbudsmanReminder };

/** Reminds on a day, in one message for each person; how many messages. Harmless when run again. */
export async function remindOfOmbudsman(trx: Trx, today: Day, address: string, now: Date): Promise<number> {
  const { calendar } = await readRules(trx);
  const due: Reminder[] = [];
  for (const one of await waiting(trx, today)) {
    const step = ombudsmanReminderDue(one.dueOn, today, calendar);
    if (step !== null && (await claim(trx, { ...one, step }))) due.push({ ...one, step });
  }
  if (due.length === 0) return 0;
  const staff = await listStaff(trx, 'at-work');
  const mine = new Map<StaffId, Reminder[]>();
  for (const one of due) {
    // A complaint about somebody is not told to them by way of what an Ombudsman waits for.
    const told = await notKeptFrom(trx, one.caseId, staff, today);
    const atWork = new Set(told.map(({ id }) => id));
    const managers = told.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
    const first = [one.owner, one.handler].find((id) => id !== null && atWork.has(id)) ?? null;
    const people = new Set([...(first === null ? managers : [first]), ...(one.step === -5 ? managers : [])]);
    for (const id of people) mine.set(id, [...(mine.get(id) ?? []), one]);
  }
  for (const [to, reminders] of mine) {
    const [one] = reminders;
    await queueMessage(trx, {
      // Each is claimed once, so the first of them tells this message from any other.
      key: `ombudsman ${today} ${to} ${one?.caseId} ${one?.about} ${one?.step}`,
      purpose: 'staff-alert',
      caseId: null,
      to: { staff: to },
      subject:
        reminders.length === 1
          ? 'The Ombudsman waits for something'
          : `The Ombudsman waits for ${reminders.length} things`,
      body: [
        'An Ombudsman set these dates. If one cannot be kept, ask the Ombudsman for more time before the day.',
        ...reminders.map(
          ({ reference, kind, dueOn }) =>
            `${reference}: ${kindWords[kind]}, ${dueOn < today ? 'was due on' : 'due on'} ${inWords(dueOn)}\n${address}/cases/${reference}/ombudsman`,
        ),
      ].join('\n\n'),
      now,
    });
  }
  return mine.size;
}

const kindWords: Readonly<Record<Waiting['kind'], string>> = {
  evidence: 'the evidence asked for',
  order: 'an order to comply with',
  proof: 'the proof of an order',
  recommendation: 'a recommendation to answer',
};

async function waiting(trx: Trx, today: Day): Promise<readonly Waiting[]> {
  const [from, until] = [addDays(today, -40), addDays(today, 20)];
  const { rows } = await sql<Waiting>`
    select o.case_id as "caseId", c.reference, 'evidence ' || o.ombudsman as about, 'evidence' as kind,
      o.evidence_due_on as "dueOn", null::uuid as owner, c.handler_id as handler
    from ombudsman_case o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${trx.landlordId} and o.counts and o.evidence_sent_on is null and o.state <> 'ended'
      and o.evidence_due_on between ${from} and ${until}
    union all
    select o.case_id, c.reference, o.order_id,
      case when not o.binding then 'recommendation' when o.complied_on is null then 'order' else 'proof' end,
      o.due_on, o.owner_id, c.handler_id
    from ombudsman_order o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${trx.landlordId} and o.outstanding and o.counts and o.due_on between ${from} and ${until}
    order by 5, 2, 3`.execute(trx);
  return rows;
}

/** False when it has been said already. */
async function claim(trx: Trx, { caseId, about, dueOn, step }: Reminder): Promise<boolean> {
  const { rows } = await sql`
    insert into ombudsman_reminder (landlord_id, case_id, about, due_on, days_before)
    values (${trx.landlordId}, ${caseId}, ${about}, ${dueOn}, ${step})
    on conflict do nothing
    returning about`.execute(trx);
  return rows.length > 0;
}

/** How many things an Ombudsman waits for that are late, or due within a week; with a handler, in their cases or theirs. */
export async function countForOmbudsman(
  trx: Trx,
  today: Day,
  whose: StaffId | null,
  hidden: readonly CaseId[] = [],
): Promise<number> {
  const until = addDays(today, 7);
  const seen = notAmong('o.case_id', hidden);
  const own = sql`(${whose}::uuid is null or c.handler_id = ${whose}::uuid)`;
  const { rows } = await sql<{ n: number }>`
    select (
      select count(*) from ombudsman_case o
      join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
      where o.landlord_id = ${trx.landlordId} and o.counts and o.state = 'evidence-asked'
        and o.evidence_due_on <= ${until} and ${own} and ${seen}
    )::int + (
      select count(*) from ombudsman_order o
      join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
      where o.landlord_id = ${trx.landlordId} and o.outstanding and o.counts and o.binding
        and (o.due_on is null or o.due_on <= ${until}) and (o.owner_id = ${whose}::uuid or ${own})
        and ${seen}
    )::int as n`.execute(trx);
  return (rows[0]?.n ?? 0) + (await papersDue(trx, until, whose));
}
