/**
 * Reminders of what an Ombudsman waits for: evidence by its date, orders with their proof, papers about the landlord as a
 * whole that ask for something; and what states no date, so that it is asked for. To whoever sees to it, else to the officer
 * of the case, else to managers; each once for each of its dates. References and dates alone leave the house.
 */
import { sql } from 'kysely';
import { askingKinds } from '../complaint/ombudsman-paper.js';
import {
  managersHear,
  type OmbudsmanReminder,
  ombudsmanReminderDue,
  ombudsmanSoonDays,
  remindedOf,
} from '../complaint/ombudsman-reminders.js';
import { capital } from '../facts/capital.js';
import { addDays, type Day, inWords } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { papersDue } from './ombudsman-papers.js';
import { queueMessage } from './outbox.js';
import { readRules } from './rules.js';
import { listStaff } from './staff.js';
import { notAmong, whoIsTold } from './staff-concerned.js';

interface Waiting {
  /** Null for a paper that is about no case. */
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  /** 'evidence HOS 7' with the entry that asked for it, or the id of the order or the paper. */
  readonly about: string;
  /** What it was claimed by when a request went by its Ombudsman alone; that stands for the first due on its day. */
  readonly formerly: string | null;
  readonly kind: 'evidence' | 'order' | 'proof' | 'recommendation' | 'paper';
  readonly dueOn: Day | null;
  /** When it was asked, made or received. */
  readonly since: Day;
  readonly owner: StaffId | null;
  readonly handler: StaffId | null;
}

type Reminder = Waiting & { readonly step: OmbudsmanReminder };

/** Reminds on a day, in one message for each person; how many messages. Harmless when run again. */
export async function remindOfOmbudsman(trx: Trx, today: Day, address: string, now: Date): Promise<number> {
  const { calendar } = await readRules(trx);
  const due = (await waiting(trx, today)).flatMap((one): Reminder[] => {
    const step = ombudsmanReminderDue(one.dueOn, today, calendar);
    return step === null ? [] : [{ ...one, step }];
  });
  if (due.length === 0) return 0;
  const whom = await recipients(trx, due, today);
  const mine = new Map<StaffId, Reminder[]>();
  // Nothing is said to be said before there is somebody to say it to.
  const told = due.filter((one) => whom(one).length > 0);
  for (const one of await claim(trx, told)) for (const id of whom(one)) mine.set(id, [...(mine.get(id) ?? []), one]);
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
        'An Ombudsman set these dates, or is still to be asked for them. If one cannot be kept, ask the Ombudsman for more time before the day.',
        ...reminders.map((reminder) => lineOf(reminder, today, address)),
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
  paper: 'what was asked of us as a whole',
};

function lineOf({ reference, kind, dueOn, since }: Reminder, today: Day, address: string): string {
  // Two requests of one Ombudsman may be due on the same day.
  const asked = kind === 'paper' || kind === 'evidence';
  const what = `${kind === 'paper' ? '' : `${reference}: `}${kindWords[kind]}${asked ? ` on ${inWords(since)}` : ''}`;
  const made = asked ? '' : ` made on ${inWords(since)}`;
  const when =
    dueOn === null
      ? `${made}, which states no date: ask the Ombudsman for it, and put it down`
      : `, ${dueOn < today ? 'was due on' : 'due on'} ${inWords(dueOn)}`;
  const where = kind === 'paper' ? '/ombudsman/published' : `/cases/${reference}/ombudsman`;
  return `${capital(what)}${when}\n${address}${where}`;
}

/** Whoever sees to it, else whose case it is, else managers; never those from whom the case is kept. */
async function recipients(
  trx: Trx,
  due: readonly Reminder[],
  today: Day,
): Promise<(one: Reminder) => readonly StaffId[]> {
  const staff = await listStaff(trx, 'at-work');
  const toldOf = await whoIsTold(
    trx,
    due.map(({ caseId }) => caseId),
    staff,
    today,
  );
  return ({ caseId, owner, handler, step }) => {
    const may = toldOf(caseId);
    const managers = may.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
    const first = [owner, handler].find((id) => may.some((one) => one.id === id)) ?? null;
    return [...new Set([...(first === null ? managers : [first]), ...(managersHear(step) ? managers : [])])];
  };
}

async function waiting(trx: Trx, today: Day): Promise<readonly Waiting[]> {
  const { from, until } = remindedOf(today);
  const { rows } = await sql<Waiting>`
    select e.case_id as "caseId", c.reference, concat_ws(' ', 'evidence', e.ombudsman, e.seq) as about,
      'evidence' as kind, e.due_on as "dueOn", e.asked_on as since, null::uuid as owner, c.handler_id as handler,
      case when not exists (
        select from evidence_request f
        where f.landlord_id = e.landlord_id and f.case_id = e.case_id and f.ombudsman = e.ombudsman
          and f.due_on = e.due_on and f.seq < e.seq)
      then 'evidence ' || e.ombudsman end as formerly
    from evidence_request e
    join complaint c on c.landlord_id = e.landlord_id and c.case_id = e.case_id
    where e.landlord_id = ${trx.landlordId} and e.waits and e.counts and e.due_on between ${from} and ${until}
    union all
    select o.case_id, c.reference, o.order_id,
      case when not o.binding then 'recommendation' when o.complied_on is null then 'order' else 'proof' end,
      o.due_on, o.made_on, o.owner_id, c.handler_id, null
    from ombudsman_order o
    join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
    where o.landlord_id = ${trx.landlordId} and o.outstanding and o.counts
      and (o.due_on between ${from} and ${until} or (o.due_on is null and o.binding and o.complied_on is null))
    union all
    select p.case_id, null, p.id::text, 'paper', p.due_on, p.received_on, p.owner_id, null, null
    from ombudsman_paper p
    where p.landlord_id = ${trx.landlordId} and p.removed_at is null and p.done_on is null
      and (p.due_on between ${from} and ${until} or (p.due_on is null and p.asks is not null and p.kind = any (${[...askingKinds]})))
    order by 5, 2, 3`.execute(trx);
  return rows;
}

/** Those of them that were not said before. What states no date is known by the day it was made. */
async function claim(trx: Trx, reminders: readonly Reminder[]): Promise<readonly Reminder[]> {
  const day = ({ dueOn, since }: Reminder): Day => dueOn ?? since;
  const columns = (all: readonly Reminder[]) => sql`
    ${all.map(({ about }) => about)}::text[], ${all.map(day)}::date[], ${all.map(({ step }) => step)}::smallint[]`;
  const [papers, others] = [reminders.filter(isPaper), reminders.filter((one) => !isPaper(one))];
  const { rows } = await sql<{ key: string }>`
    with of_cases as (
      insert into ombudsman_reminder (landlord_id, case_id, about, due_on, days_before)
      select ${trx.landlordId}::uuid, r.case_id, r.about, r.due_on, r.step
      from unnest(${others.map(({ caseId }) => caseId)}::uuid[], ${columns(others)},
        ${others.map(({ formerly }) => formerly)}::text[]) as r (case_id, about, due_on, step, formerly)
      where not exists (
        select from ombudsman_reminder k
        where k.landlord_id = ${trx.landlordId} and k.case_id = r.case_id and k.about = r.formerly
          and k.due_on = r.due_on and k.days_before = r.step)
      on conflict do nothing
      returning case_id, about, due_on, days_before),
    of_papers as (
      insert into ombudsman_paper_reminder (landlord_id, paper_id, due_on, days_before)
      select ${trx.landlordId}::uuid, r.about::uuid, r.due_on, r.step
      from unnest(${columns(papers)}) as r (about, due_on, step)
      on conflict do nothing
      returning paper_id, due_on, days_before)
    select concat_ws(' ', case_id, about, due_on, days_before) as key from of_cases
    union all
    select concat_ws(' ', 'paper', paper_id, due_on, days_before) from of_papers`.execute(trx);
  const ours = new Set(rows.map(({ key }) => key));
  return reminders.filter((one) =>
    ours.has(`${isPaper(one) ? 'paper' : one.caseId} ${one.about} ${day(one)} ${one.step}`),
  );
}

const isPaper = ({ kind }: Waiting): boolean => kind === 'paper';

/** How many things an Ombudsman waits for that are late, or due within a week; with a handler, in their cases or theirs. */
export async function countForOmbudsman(
  trx: Trx,
  today: Day,
  whose: StaffId | null,
  hidden: readonly CaseId[] = [],
): Promise<number> {
  const until = addDays(today, ombudsmanSoonDays);
  const seen = notAmong('o.case_id', hidden);
  const own = sql`(${whose}::uuid is null or c.handler_id = ${whose}::uuid)`;
  const { rows } = await sql<{ n: number }>`
    select (
      select count(*) from evidence_request o
      join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
      where o.landlord_id = ${trx.landlordId} and o.waits and o.counts and o.due_on <= ${until} and ${own} and ${seen}
    )::int + (
      select count(*) from ombudsman_order o
      join complaint c on c.landlord_id = o.landlord_id and c.case_id = o.case_id
      where o.landlord_id = ${trx.landlordId} and o.outstanding and o.counts and o.binding
        and (o.due_on is null or o.due_on <= ${until}) and (o.owner_id = ${whose}::uuid or ${own})
        and ${seen}
    )::int as n`.execute(trx);
  return (rows[0]?.n ?? 0) + (await papersDue(trx, until, whose));
}
