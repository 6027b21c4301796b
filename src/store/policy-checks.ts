/** Checks of the complaints policy, each kept with its text, its day and which rules looked, so that the next can be compared. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { PolicyChecked } from '../assess/policy/findings.js';
import type { Day } from '../facts/days.js';
import type { StaffId } from '../facts/happened.js';
import type { Edition } from '../law/words.js';
import { noteChange } from './assessment-changes.js';
import type { Trx } from './database.js';

export interface PolicyCheck {
  readonly id: string;
  /** The first of a landlord is 1. */
  readonly number: number;
  /** The policy and its version, as the landlord calls it. */
  readonly title: string;
  readonly edition: Edition;
  readonly checkedOn: Day;
  readonly source: string | null;
  readonly rules: number;
  readonly checked: PolicyChecked;
  readonly madeBy: string | null;
}

export interface NewPolicyCheck {
  readonly title: string;
  readonly source: string | null;
  readonly text: string;
  readonly checked: PolicyChecked;
  readonly by: StaffId;
  readonly today: Day;
}

/** Keeps a check with the text that it looked at. */
export async function keepPolicyCheck(trx: Trx, made: NewPolicyCheck): Promise<string> {
  const id = randomUUID();
  const { checked } = made;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${trx.landlordId} policy check`}, 0))`.execute(trx);
  await sql`
    insert into policy_check (landlord_id, id, number, title, edition, checked_on, source, text, rules, findings, made_by)
    select ${trx.landlordId}, ${id}, coalesce(max(number), 0) + 1, ${made.title}, ${checked.edition}, ${made.today},
      ${made.source}, ${storable(made.text)}, ${checked.rules}, ${JSON.stringify(checked, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))}::jsonb, ${made.by}
    from policy_check
    where landlord_id = ${trx.landlordId}`.execute(trx);
  const words = `${made.title} was checked against the Code of ${checked.edition}`;
  await noteChange(trx, { by: made.by, about: 'assessment', subject: id, words });
  return id;
}

/** PostgreSQL holds neither NUL nor half a character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}

const columns = sql.raw(`c.id, c.number, c.title, c.edition, c.checked_on as "checkedOn", c.source, c.rules,
  c.findings as checked, s.name as "madeBy"`);

/** The latest first. */
export async function listPolicyChecks(trx: Trx): Promise<PolicyCheck[]> {
  const { rows } = await sql<PolicyCheck>`
    select ${columns}
    from policy_check c
    left join staff s on s.landlord_id = c.landlord_id and s.id = c.made_by
    where c.landlord_id = ${trx.landlordId}
    order by c.number desc
    limit 100`.execute(trx);
  return rows;
}

/** One check, with the one before it against the same edition. */
export async function findPolicyCheck(
  trx: Trx,
  id: string,
): Promise<{ readonly check: PolicyCheck; readonly before: PolicyCheck | null } | null> {
  const all = await listPolicyChecks(trx);
  const check = all.find((one) => one.id === id);
  if (check === undefined) return null;
  const before = all.find((one) => one.number < check.number && one.edition === check.edition);
  return { check, before: before ?? null };
}
