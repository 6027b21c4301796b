/**
 * Reminders of promises: to whoever sees to them before the day and when it has passed, to managers when it passed a week
 * ago. Each promise once for each of its dates, and anew when the resident said since that it was not done. References, job
 * numbers and dates alone leave the house.
 */
import { sql } from 'kysely';
import { replay } from '../complaint/case.js';
import { promisesRemindedOf, type ReminderStep, reminderDue } from '../complaint/promise-reminders.js';
import { type Day, inWords } from '../facts/days.js';
import type { CaseId, PromiseId, StaffId, TeamId } from '../facts/happened.js';
import { readHistories } from './case-file.js';
import type { Trx } from './database.js';
import { type MessageAsked, queueMessage } from './outbox.js';
import { readRules } from './rules.js';
import { listStaff, type Staff } from './staff.js';
import { whoIsTold } from './staff-concerned.js';
import { listTeams, type Team } from './teams.js';

interface Running {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly promise: PromiseId;
  readonly dueOn: Day;
  /** Since when it is late to the resident: its date, or the day of their no where that came later. */
  readonly countedFrom: Day;
  readonly owner: StaffId | null;
  readonly team: TeamId | null;
  readonly handler: StaffId | null;
  readonly jobs: readonly string[];
  readonly said: readonly ReminderStep[];
}

type Reminder = Running & { readonly step: ReminderStep };

/** Reminds whoever is to be reminded on a day, in one message for each of them; how many messages. Harmless when run again. */
export async function remindOfPromises(trx: Trx, today: Day, address: string, now: Date): Promise<number> {
  const { calendar } = await readRules(trx);
  const due = (await running(trx, today)).flatMap((one): Reminder[] => {
    // On the day of a no the managers hear of it by itself.
    if (one.countedFrom > one.dueOn && today <= one.countedFrom) return [];
    const step = reminderDue(one.countedFrom, today, calendar);
    return step === null || one.said.includes(step) ? [] : [{ ...one, step }];
  });
  if (due.length === 0) return 0;
  const staff = await listStaff(trx, 'at-work');
  const cases = due.map(({ caseId }) => caseId);
  const house = { toldOf: await whoIsTold(trx, cases, staff, today), teams: await listTeams(trx, 'open') };
  // Nothing is said to be said before there is somebody to say it to.
  const to = new Map(due.map((reminder) => [reminder, recipients(reminder, house)]));
  const claimed = await claim(
    trx,
    due.filter((reminder) => to.get(reminder)?.length !== 0),
  );
  const gathered = new Map<string, Gathered>();
  for (const reminder of claimed) {
    for (const one of to.get(reminder) ?? []) {
      const key = `${reminder.step === 'soon' ? 'soon' : 'late'} ${JSON.stringify(one)}`;
      const kept = gathered.get(key) ?? { to: one, reminders: [] };
      kept.reminders.push(reminder);
      gathered.set(key, kept);
    }
  }
  for (const { to, reminders } of gathered.values())
    await queueMessage(trx, messageOf(to, reminders, today, address, now));
  return gathered.size;
}

async function running(trx: Trx, today: Day): Promise<readonly Running[]> {
  const { from, until } = promisesRemindedOf(today);
  const { rows } = await sql<Omit<Running, 'countedFrom' | 'said'> & { saysNo: boolean }>`
    select m.case_id as "caseId", c.reference, m.promise_id as promise, m.due_on as "dueOn", m.owner_id as owner,
      m.team_id as team, c.handler_id as handler,
      array(select j.job from promise_job j where j.landlord_id = m.landlord_id and j.case_id = m.case_id
        and j.promise_id = m.promise_id order by j.job) as jobs,
      m.resident_says is not distinct from 'not-done' as "saysNo"
    from promise m
    join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
    where m.landlord_id = ${trx.landlordId} and m.counts and m.state = 'open'
      and (m.due_on between ${from} and ${until}
        or (m.due_on < ${today} and m.resident_says = 'not-done' and c.last_on >= ${from}))
    order by m.due_on, c.reference`.execute(trx);
  const noOn = await daysOfNo(
    trx,
    rows.filter(({ saysNo }) => saysNo).map(({ caseId }) => caseId),
  );
  const said = await saidBefore(
    trx,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map(({ saysNo, ...row }): Running => {
    const no = saysNo ? noOn.get(row.promise) : undefined;
    const countedFrom = no !== undefined && no > row.dueOn ? no : row.dueOn;
    return { ...row, countedFrom, said: said.get(`${row.promise} ${countedFrom}`) ?? [] };
  });
}

/** When the resident last said of a promise that it was not done. */
async function daysOfNo(trx: Trx, cases: readonly CaseId[]): Promise<ReadonlyMap<PromiseId, Day>> {
  const days = new Map<PromiseId, Day>();
  if (cases.length === 0) return days;
  for (const { id, reference, entries } of await readHistories(trx, [...new Set(cases)]))
    for (const { what, happenedOn } of replay(id, reference, entries).history)
      if (what.type === 'ResidentSaidNotDone') days.set(what.promise, happenedOn);
  return days;
}

/** Which steps were said of these cases, by the promise and the day from which they were counted. */
async function saidBefore(trx: Trx, cases: readonly CaseId[]): Promise<ReadonlyMap<string, ReminderStep[]>> {
  const { rows } = await sql<{ promise: PromiseId; from: Day; steps: ReminderStep[] }>`
    select promise_id as promise, due_on as "from", array_agg(step) as steps from promise_reminder
    where landlord_id = ${trx.landlordId} and case_id = any (${[...new Set(cases)]}::uuid[])
    group by promise_id, due_on`.execute(trx);
  return new Map(rows.map(({ promise, from, steps }) => [`${promise} ${from}`, steps]));
}

/** Those of them that nobody else has said already. */
async function claim(trx: Trx, reminders: readonly Reminder[]): Promise<readonly Reminder[]> {
  const { rows } = await sql<{ key: string }>`
    insert into promise_reminder (landlord_id, case_id, promise_id, due_on, step)
    select ${trx.landlordId}::uuid, r.* from unnest(
      ${reminders.map(({ caseId }) => caseId)}::uuid[], ${reminders.map(({ promise }) => promise)}::text[],
      ${reminders.map(({ countedFrom }) => countedFrom)}::date[], ${reminders.map(({ step }) => step)}::text[]) as r
    on conflict do nothing
    returning concat_ws(' ', case_id, promise_id, due_on, step) as key`.execute(trx);
  const ours = new Set(rows.map(({ key }) => key));
  return reminders.filter((one) => ours.has(`${one.caseId} ${one.promise} ${one.countedFrom} ${one.step}`));
}

type To = MessageAsked['to'];
interface Gathered {
  readonly to: To;
  readonly reminders: Reminder[];
}

interface House {
  /** Who is at work and hears of a case: a complaint about somebody is not told to them by way of its promises. */
  readonly toldOf: (caseId: CaseId) => readonly Staff[];
  /** Not closed. */
  readonly teams: readonly Team[];
}

/** Whoever sees to it and may be told; where there is nobody, whose case it is; where they are not here either, managers. */
function recipients(reminder: Reminder, { toldOf, teams }: House): readonly To[] {
  const { caseId, step, owner, handler } = reminder;
  const team = teams.find(({ id }) => id === reminder.team) ?? null;
  const mailbox = team?.email ?? null;
  const may = toldOf(caseId);
  const told = (ids: readonly (StaffId | null)[]) => may.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const managers = may.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  const people = new Set(told([owner, ...(mailbox === null ? (team?.members ?? []) : [])]));
  if (step !== 'soon' || (people.size === 0 && mailbox === null)) for (const id of told([handler])) people.add(id);
  if (step === 'escalated' || (people.size === 0 && mailbox === null)) for (const id of managers) people.add(id);
  const to: To[] = [...people].map((id) => ({ staff: id }));
  return mailbox === null ? to : [...to, { way: { kind: 'email', value: mailbox } }];
}

function messageOf(to: To, reminders: readonly Reminder[], today: Day, address: string, now: Date): MessageAsked {
  const soon = reminders[0]?.step === 'soon';
  const n = reminders.length;
  const inside = 'staff' in to;
  const whom = 'staff' in to ? to.staff : 'way' in to ? to.way.value.toLowerCase() : '';
  const lines = reminders.map(({ reference, dueOn, jobs }) => {
    const job = jobs.length === 0 ? '' : `, job ${jobs.join(' and ')}`;
    const link = inside ? `\n${address}/cases/${reference}/promises` : '';
    return `${reference}${job}: promised for ${inWords(dueOn)}${link}`;
  });
  return {
    // A promise is claimed once for each date and step, so the first of them tells this message from any other.
    key: `promises ${soon ? 'soon' : 'late'} ${today} ${whom} ${reminders[0]?.caseId} ${reminders[0]?.promise} ${reminders[0]?.step}`,
    purpose: 'staff-alert',
    caseId: null,
    to,
    subject: soon
      ? n === 1
        ? 'A promise to a resident is due'
        : `${n} promises to residents are due`
      : n === 1
        ? 'A promise to a resident is late'
        : `${n} promises to residents are late`,
    body: [
      soon
        ? 'We promised residents that this will be done. When it is done, tell us what shows it. If it cannot be done by then, tell us before the day, so that the resident hears of it first.'
        : 'We promised residents that this would be done by now, and nothing shows that it was. Tell us when it is done, or agree a new date with the resident and tell them why.',
      ...lines,
    ].join('\n\n'),
    now,
  };
}
