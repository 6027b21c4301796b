/**
 * Reminders of promises: to whoever sees to them before the day and when it has passed, to managers when it passed a week
 * ago. Each promise once for each of its dates. References, job numbers and dates alone leave the house.
 */
import { sql } from 'kysely';
import { type ReminderStep, reminderDue, toldWithin } from '../complaint/promise-reminders.js';
import { addDays, type Day, inWords } from '../facts/days.js';
import type { CaseId, PromiseId, StaffId, TeamId } from '../facts/happened.js';
import type { Trx } from './database.js';
import { type MessageAsked, queueMessage } from './outbox.js';
import { readRules } from './rules.js';
import { listStaff, type Staff } from './staff.js';
import { hiddenCases } from './staff-concerned.js';
import { listTeams, type Team } from './teams.js';

interface Running {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly promise: PromiseId;
  readonly dueOn: Day;
  readonly owner: StaffId | null;
  readonly team: TeamId | null;
  readonly handler: StaffId | null;
  readonly jobs: readonly string[];
  readonly said: readonly ReminderStep[];
}

type Reminder = Running & { readonly step: ReminderStep };

/** Twice the working days, with room for holidays. */
const farEnough = 2 * toldWithin;

/** Reminds whoever is to be reminded on a day, in one message for each of them; how many messages. Harmless when run again. */
export async function remindOfPromises(trx: Trx, today: Day, address: string, now: Date): Promise<number> {
  const { calendar } = await readRules(trx);
  const due = (await running(trx, today)).flatMap((one): Reminder[] => {
    const step = reminderDue(one.dueOn, today, calendar);
    return step === null || one.said.includes(step) ? [] : [{ ...one, step }];
  });
  const mine: Reminder[] = [];
  for (const reminder of due) if (await claim(trx, reminder)) mine.push(reminder);
  if (mine.length === 0) return 0;
  const house = { staff: await listStaff(trx, 'at-work'), teams: await listTeams(trx, 'all') };
  let sent = 0;
  for (const { to, reminders: all } of byRecipient(mine, house).values()) {
    const person = 'staff' in to ? house.staff.find(({ id }) => id === to.staff) : undefined;
    // A complaint about somebody is not told to them by way of its promises.
    const viewer = person && { staff: person.id, manager: person.roles.includes('manager'), today };
    const hidden = viewer === undefined ? [] : await hiddenCases(trx, viewer);
    const reminders = all.filter(({ caseId }) => !hidden.includes(caseId));
    if (reminders.length === 0) continue;
    await queueMessage(trx, messageOf(to, reminders, today, address, now));
    sent += 1;
  }
  return sent;
}

async function running(trx: Trx, today: Day): Promise<readonly Running[]> {
  const { rows } = await sql<Running>`
    select m.case_id as "caseId", c.reference, m.promise_id as promise, m.due_on as "dueOn", m.owner_id as owner,
      m.team_id as team, c.handler_id as handler,
      array(select j.job from promise_job j where j.landlord_id = m.landlord_id and j.case_id = m.case_id
        and j.promise_id = m.promise_id order by j.job) as jobs,
      array(select r.step from promise_reminder r where r.landlord_id = m.landlord_id and r.case_id = m.case_id
        and r.promise_id = m.promise_id and r.due_on = m.due_on) as said
    from promise m
    join complaint c on c.landlord_id = m.landlord_id and c.case_id = m.case_id
    where m.landlord_id = ${trx.landlordId} and m.counts and m.state = 'open'
      and m.due_on between ${addDays(today, -farEnough)} and ${addDays(today, 14)}
    order by m.due_on, c.reference`.execute(trx);
  return rows;
}

/** False when somebody else has it said already. */
async function claim(trx: Trx, { caseId, promise, dueOn, step }: Reminder): Promise<boolean> {
  const { rows } = await sql`
    insert into promise_reminder (landlord_id, case_id, promise_id, due_on, step)
    values (${trx.landlordId}, ${caseId}, ${promise}, ${dueOn}, ${step})
    on conflict do nothing
    returning step`.execute(trx);
  return rows.length > 0;
}

type To = MessageAsked['to'];
interface Gathered {
  readonly to: To;
  readonly reminders: Reminder[];
}

function byRecipient(
  reminders: readonly Reminder[],
  house: { readonly staff: readonly Staff[]; readonly teams: readonly Team[] },
): ReadonlyMap<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  const atWork = new Set(house.staff.map(({ id }) => id));
  const managers = house.staff.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id);
  for (const reminder of reminders) {
    const team = house.teams.find(({ id }) => id === reminder.team) ?? null;
    const people = new Set<StaffId>();
    if (reminder.step === 'escalated') for (const id of managers) people.add(id);
    if (reminder.owner !== null) people.add(reminder.owner);
    const mailbox = team?.email ?? null;
    if (team !== null && mailbox === null) for (const id of team.members) people.add(id);
    if (reminder.handler !== null && (reminder.step !== 'soon' || (people.size === 0 && mailbox === null)))
      people.add(reminder.handler);
    const to: To[] = [...people].filter((id) => atWork.has(id)).map((staff) => ({ staff }));
    if (mailbox !== null) to.push({ way: { kind: 'email', value: mailbox } });
    for (const one of to) {
      const key = `${reminder.step === 'soon' ? 'soon' : 'late'} ${JSON.stringify(one)}`;
      const kept = gathered.get(key) ?? { to: one, reminders: [] };
      kept.reminders.push(reminder);
      gathered.set(key, kept);
    }
  }
  return gathered;
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
