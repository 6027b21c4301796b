/** What people put down for a report and no case says, and its table of learning. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { noFailing, notOnTheList } from '../complaint/cause-list.js';
import type { Day } from '../facts/days.js';
import type { CaseId, StaffId } from '../facts/happened.js';
import type { Item, Lesson } from '../reports/annual/data.js';
import type { Period } from '../reports/measured.js';
import { notTakenBack } from './counted-cases.js';
import type { Trx } from './database.js';
import { touchReport } from './reports.js';
import { notAmong } from './staff-concerned.js';

export interface ReportItem extends Item {
  readonly id: string;
}

export async function itemsOf(trx: Trx, report: string): Promise<ReportItem[]> {
  const { rows } = await sql<ReportItem>`
    select id, part, title, address, on_day as "on", words from report_item
    where landlord_id = ${trx.landlordId} and report_id::text = ${report} and removed_at is null
    order by part, on_day nulls last, title, id`.execute(trx);
  return rows;
}

/** False when the report is closed. */
export async function addItem(trx: Trx, report: string, item: Item, by: StaffId): Promise<boolean> {
  if (!(await touchReport(trx, report))) return false;
  await sql`
    insert into report_item (landlord_id, report_id, id, part, title, address, on_day, words, noted_by)
    values (${trx.landlordId}, ${report}, ${randomUUID()}, ${item.part}, ${item.title}, ${item.address}, ${item.on},
      ${item.words}, ${by})`.execute(trx);
  return true;
}

export async function removeItem(trx: Trx, report: string, id: string, by: StaffId): Promise<boolean> {
  if (!(await touchReport(trx, report))) return false;
  const { rows } = await sql`
    update report_item set removed_at = now(), removed_by = ${by}
    where landlord_id = ${trx.landlordId} and report_id::text = ${report} and id::text = ${id} and removed_at is null
    returning id`.execute(trx);
  return rows.length > 0;
}

export interface ReportLesson extends Lesson {
  readonly id: string;
  readonly included: boolean;
  readonly version: number;
  /** The case it began from; null when somebody put it in by hand. */
  readonly reference: string | null;
}

/**
 * The rows of the table. Until a person has written one, its learning is read from the case: nothing of a case's words is
 * copied, so that what is erased there is gone here too.
 */
export async function lessonsOf(trx: Trx, report: string, hidden: readonly CaseId[] = []): Promise<ReportLesson[]> {
  const { rows } = await sql<ReportLesson>`
    select l.id, l.area, l.outline, l.response,
      case when l.version = 1 and l.case_id is not null then coalesce(w.text, '') else l.learning end as learning,
      l.included, l.version, c.reference
    from report_lesson l
    left join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
    left join case_event e on e.landlord_id = l.landlord_id and e.case_id = l.case_id and e.seq = l.seq
    left join words w on w.landlord_id = l.landlord_id and w.digest = decode(e.body->>'words', 'hex')
    where l.landlord_id = ${trx.landlordId} and l.report_id::text = ${report}
      and (l.case_id is null or ${notAmong('l.case_id', hidden)})
    order by not l.included, l.area, l.id`.execute(trx);
  return rows;
}

interface Found {
  readonly caseId: string;
  readonly seq: number;
  readonly area: string;
  readonly category: string;
  readonly outcome: string | null;
  /** What lay behind it, where it is on the list: what somebody wrote themselves stays with the case. */
  readonly causes: readonly string[];
  /** What was changed because of it. */
  readonly improvements: readonly string[];
}

/**
 * Brings in what the year's cases taught that the table does not have yet, none of it included: a person reads each, puts
 * it into words that name nobody, and takes it in. Gives how many came.
 */
export async function gatherLessons(trx: Trx, report: string, year: Period): Promise<number> {
  const { rows } = await sql<Found>`
    select e.case_id as "caseId", e.seq, coalesce(c.area, '') as area, coalesce(c.category, '') as category,
      (select s.outcome from stage s where s.landlord_id = e.landlord_id and s.case_id = e.case_id
        and s.stage = (e.body->>'stage')::int) as outcome,
      coalesce((select array_agg(distinct l.what) from lesson l where l.landlord_id = e.landlord_id
        and l.case_id = e.case_id and l.kind = 'cause' and l.what not in ${sql`(${notOnTheList}, ${noFailing})`}), '{}') as causes,
      coalesce((select array_agg(i.title order by i.title) from improvement m
        join improvement_plan i on i.landlord_id = m.landlord_id and i.id::text = m.improvement_id
        where m.landlord_id = e.landlord_id and m.case_id = e.case_id), '{}') as improvements
    from case_event e
    join complaint c on c.landlord_id = e.landlord_id and c.case_id = e.case_id
    where e.landlord_id = ${trx.landlordId} and e.type = 'LearningRecorded'
      and e.happened_on between ${year.from} and ${year.until}
      and e.case_id in (select case_id from lesson where landlord_id = ${trx.landlordId} and kind = 'learning'
        and found_on between ${year.from} and ${year.until})
      and ${notTakenBack}
      and not exists (select 1 from case_event k where k.landlord_id = e.landlord_id and k.case_id = e.case_id
        and k.type = 'EntryCorrected' and (k.body->>'seq')::int = e.seq)
      and not exists (select 1 from report_lesson l where l.landlord_id = e.landlord_id
        and l.report_id::text = ${report} and l.case_id = e.case_id and l.seq = e.seq)
    order by e.happened_on, e.case_id, e.seq
    limit 500`.execute(trx);
  const lessons = rows.map(({ caseId, seq, area, category, outcome, causes, improvements }) => ({
    id: randomUUID(),
    caseId,
    seq,
    area,
    outline: [
      ...(category === '' ? [] : [`A complaint about ${category.toLowerCase()}.`]),
      ...(causes.length === 0 ? [] : [`What lay behind it: ${causes.join(', ')}.`]),
    ].join(' '),
    response: [
      ...(outcomeWords[outcome ?? ''] === undefined ? [] : [outcomeWords[outcome ?? '']]),
      ...(improvements.length === 0 ? [] : [`Because of it we change something: ${improvements.join('; ')}.`]),
    ].join(' '),
  }));
  await sql`
    insert into report_lesson (landlord_id, report_id, id, case_id, seq, area, outline, response)
    select ${trx.landlordId}::uuid, ${report}::uuid, l.id, l."caseId", l.seq, l.area, l.outline, l.response
    from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb)
      as l (id uuid, "caseId" uuid, seq integer, area text, outline text, response text)
    on conflict do nothing`.execute(trx);
  return rows.length;
}

const outcomeWords: Readonly<Record<string, string>> = {
  upheld: 'We upheld it.',
  'partly-upheld': 'We upheld it in part.',
  'not-upheld': 'We did not uphold it.',
};

export interface LessonWritten extends Lesson {
  readonly included: boolean;
}

/** 'conflict' when somebody else changed it meanwhile; a row by hand has no id yet. */
export async function saveLesson(
  trx: Trx,
  report: string,
  which: { readonly id: string; readonly expected: number } | null,
  lesson: LessonWritten,
): Promise<'saved' | 'conflict' | 'closed'> {
  if (!(await touchReport(trx, report))) return 'closed';
  const { area, outline, response, learning, included } = lesson;
  if (which === null) {
    await sql`
      insert into report_lesson (landlord_id, report_id, id, area, outline, response, learning, included)
      values (${trx.landlordId}, ${report}, ${randomUUID()}, ${area}, ${outline}, ${response}, ${learning}, ${included})`.execute(
      trx,
    );
    return 'saved';
  }
  const { rows } = await sql`
    update report_lesson set area = ${area}, outline = ${outline}, response = ${response}, learning = ${learning},
      included = ${included}, version = version + 1
    where landlord_id = ${trx.landlordId} and report_id::text = ${report} and id::text = ${which.id}
      and version = ${which.expected}
    returning id`.execute(trx);
  return rows.length > 0 ? 'saved' : 'conflict';
}

/** The people of the case that a lesson began from: their names are looked for in its words. */
export async function namesBehind(trx: Trx, report: string, lesson: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct p.name
    from report_lesson l
    join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
    join person p on p.landlord_id = c.landlord_id and (p.id = c.person_id or exists (
      select 1 from party q where q.landlord_id = c.landlord_id and q.case_id = c.case_id and q.person_id = p.id))
    where l.landlord_id = ${trx.landlordId} and l.report_id::text = ${report} and l.id::text = ${lesson}
      and p.name is not null`.execute(trx);
  return rows.map(({ name }) => name);
}

/** The Ombudsman's decisions and notices of failure in a year, as the histories have them. */
export async function ombudsmanIn(
  trx: Trx,
  year: Period,
): Promise<{
  readonly determined: { readonly on: Day; readonly findings: readonly string[] }[];
  readonly notices: { readonly on: Day; readonly kind: string }[];
}> {
  const determined = await sql<{ on: Day; findings: string[] }>`
    select d.determined_on as "on", array_agg(d.finding order by d.n) as findings
    from determination d
    join complaint c on c.landlord_id = d.landlord_id and c.case_id = d.case_id and ${notTakenBack}
    where d.landlord_id = ${trx.landlordId} and d.determined_on between ${year.from} and ${year.until}
    group by d.determined_on, d.case_id order by d.determined_on, d.case_id`.execute(trx);
  const notices = await sql<{ on: Day; kind: string }>`
    select n.received_on as "on", n.kind from failure_notice n
    join complaint c on c.landlord_id = n.landlord_id and c.case_id = n.case_id and ${notTakenBack}
    where n.landlord_id = ${trx.landlordId} and n.received_on between ${year.from} and ${year.until}
    order by n.received_on, n.case_id, n.n`.execute(trx);
  return { determined: determined.rows, notices: notices.rows };
}

/** What was begun, tried out and ended in a year because of complaints, as the figures count it: each improvement once. */
export async function improvementsIn(
  trx: Trx,
  year: Period,
): Promise<{ readonly opened: number; readonly tested: number; readonly closed: number }> {
  const { rows } = await sql<{ opened: number; tested: number; closed: number }>`
    select count(*) filter (where what = 'improvement-opened')::int as opened,
      count(*) filter (where what in ('improvement-worked', 'improvement-failed'))::int as tested,
      count(*) filter (where what = 'improvement-closed')::int as closed
    from figure_learning
    where landlord_id = ${trx.landlordId} and day between ${year.from} and ${year.until}
      and starts_with(what, 'improvement-')`.execute(trx);
  return rows[0] ?? { opened: 0, tested: 0, closed: 0 };
}
