/** Possible systemic risks: put to the senior lead by a person or a rule, answered, and kept as a list. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Refusal } from '../../complaint/refusals.js';
import type { Day } from '../../facts/days.js';
import type { StaffId } from '../../facts/happened.js';
import { type Grouping, groupings } from '../../reports/themes/kinds.js';
import type { Month } from '../../reports/themes/months.js';
import {
  type RiskSeen,
  risksInGroups,
  risksInWords,
  withoutGroupsOfCausesSeen,
} from '../../reports/themes/risk-rule.js';
import { answeredBefore, answersRisks, cannotLead, mayLead, notTheLead } from '../../reports/themes/senior-lead.js';
import { groupsOfCauses } from '../causes.js';
import { isUuid, type Trx } from '../database.js';
import { readSetting, writeSetting } from '../rules.js';
import { listStaff } from '../staff.js';
import { readTrends, readWordThemes } from './read-trends.js';

export const riskAnswers = ['systemic', 'watched', 'not-systemic'] as const;
export type RiskAnswer = (typeof riskAnswers)[number];
export type RiskTheme = Grouping | 'words' | 'other';

export interface Risk {
  readonly id: string;
  readonly theme: RiskTheme;
  readonly key: string | null;
  readonly called: string | null;
  readonly month: Day;
  readonly cases: number | null;
  readonly why: string;
  /** Null: the rule proposed it. */
  readonly raisedBy: string | null;
  readonly raisedAt: string;
  readonly answeredAs: RiskAnswer | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

const columns = sql.raw(`r.id, r.theme, r.key, r.called, r.month, r.cases, r.why, b.name as "raisedBy",
  r.raised_at as "raisedAt", r.answered_as as "answeredAs", r.answer, a.name as "answeredBy", r.answered_at as "answeredAt"
  from theme_risk r
  left join staff b on b.landlord_id = r.landlord_id and b.id = r.raised_by
  left join staff a on a.landlord_id = r.landlord_id and a.id = r.answered_by`);

/** Those that wait for an answer first, the newest on top. */
export async function listRisks(trx: Trx, most = 200): Promise<Risk[]> {
  const { rows } = await sql<Risk>`
    select ${columns} where r.landlord_id = ${trx.landlordId}
    order by r.answered_at is not null, r.raised_at desc, r.id limit ${most}`.execute(trx);
  return rows;
}

export async function findRisk(trx: Trx, id: string): Promise<Risk | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<Risk>`
    select ${columns} where r.landlord_id = ${trx.landlordId} and r.id = ${id}`.execute(trx);
  return rows[0] ?? null;
}

async function countOpenRisks(trx: Trx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from theme_risk
    where landlord_id = ${trx.landlordId} and answered_at is null`.execute(trx);
  return rows[0]?.n ?? 0;
}

export interface RiskRaised {
  readonly theme: RiskTheme;
  readonly key: string | null;
  readonly called: string | null;
  readonly month: Day;
  readonly cases: number | null;
  readonly why: string;
}

export async function raiseRisk(trx: Trx, risk: RiskRaised, by: StaffId): Promise<string> {
  const id = randomUUID();
  const { theme, key, called, month, cases, why } = risk;
  await sql`
    insert into theme_risk (landlord_id, id, theme, key, called, month, cases, why, raised_by)
    values (${trx.landlordId}, ${id}, ${theme}, ${key}, ${called}, ${month}, ${cases}, ${why}, ${by})`.execute(trx);
  return id;
}

/** The answer, which stands; or why it is not taken. */
export async function answerRisk(
  trx: Trx,
  id: string,
  { as, answer }: { readonly as: RiskAnswer; readonly answer: string },
  who: WhoAnswers,
): Promise<Refusal | null> {
  if (!answersRisks(await seniorLead(trx), who)) return notTheLead;
  const { rows } = await sql`
    update theme_risk set answered_as = ${as}, answer = ${answer}, answered_by = ${who.staff}, answered_at = now()
    where landlord_id = ${trx.landlordId} and id = ${id} and answered_at is null
    returning id`.execute(trx);
  return rows.length > 0 ? null : answeredBefore;
}

/** What the rule sees in the month that has ended is put to the senior lead, each thing of a month once. */
export async function proposeRisks(trx: Trx, latest: Month): Promise<number> {
  const seen: RiskSeen[] = [];
  for (const grouping of groupings) {
    seen.push(...risksInGroups(grouping, await readTrends(trx, grouping, latest), latest));
  }
  const groups = withoutGroupsOfCausesSeen(seen, await groupsOfCauses(trx));
  const words = await readWordThemes(trx, latest, { used: false });
  const put = [...groups, ...risksInWords(words.rising.shown, words.cases, words.span)];
  const { rows } = await sql`
    insert into theme_risk (landlord_id, id, theme, key, called, month, cases, why)
    select ${trx.landlordId}::uuid, gen_random_uuid(), s.theme, s.key, s.called, ${latest.month}::date, s.cases, s.why
    from jsonb_to_recordset(${JSON.stringify(put)}::jsonb)
      as s (theme text, key text, called text, cases integer, why text)
    on conflict do nothing
    returning id`.execute(trx);
  return rows.length;
}

const setting = 'senior-lead';

/** Who answers for complaints as senior lead (Code 9.4); null while nobody is named. */
export async function seniorLead(trx: Trx): Promise<StaffId | null> {
  return readSetting<StaffId>(trx, setting);
}

/** Names who it is; or why that person can't be. */
export async function nameSeniorLead(trx: Trx, staff: StaffId): Promise<Refusal | null> {
  const found = (await listStaff(trx, 'at-work')).find(({ id }) => id === staff);
  if (found === undefined || !mayLead(found.roles)) return cannotLead;
  await writeSetting(trx, setting, staff);
  return null;
}

type WhoAnswers = Parameters<typeof answersRisks>[1];

/** How many wait for this person's answer. */
export async function risksWaitingFor(trx: Trx, who: WhoAnswers): Promise<number> {
  return answersRisks(await seniorLead(trx), who) ? countOpenRisks(trx) : 0;
}
