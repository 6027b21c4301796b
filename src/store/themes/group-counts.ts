/** Complaints by what they have in common, month by month. A question of theme is one statement, counted when it is asked. */
import { type RawBuilder, sql } from 'kysely';
import { inNoGroup } from '../../complaint/cause-list.js';
import type { Day } from '../../facts/days.js';
import type { CaseId } from '../../facts/happened.js';
import type { Counted } from '../../reports/themes/group-trends.js';
import type { Grouping } from '../../reports/themes/kinds.js';
import { groupsOfCauses } from '../causes.js';
import { countedComplaint } from '../counted-cases.js';
import type { Trx } from '../database.js';

export interface Between {
  readonly from: Day;
  readonly until: Day;
}

/** A group's key: an address holds it in the place of the name, which may be somebody's home. */
const keyOf = sql.raw('left(md5(m.called), 12)');

/** Each case once for each group that it is of, by the day on which it counts: `case_id`, `called`, `on_day`. */
function membersOf(
  trx: Trx,
  grouping: Grouping,
  { from, until }: Between,
  groupOf: ReadonlyMap<string, string>,
): RawBuilder<unknown> {
  const received = sql`c.landlord_id = ${trx.landlordId} and c.received_on between ${from} and ${until}
    and ${countedComplaint}`;
  switch (grouping) {
    case 'area':
    case 'category': {
      const column = sql.ref(grouping);
      return sql`
        select case_id, called, on_day from (
          select c.case_id, c.${column} as called, c.received_on as on_day from complaint c where ${received}
          union all
          select distinct c.case_id, p.${column}, c.received_on
          from complaint c
          join point p on p.landlord_id = c.landlord_id and p.case_id = c.case_id and p.state in ('raised', 'defined')
          where ${received} and p.${column} is distinct from c.${column}) m
        where called <> ''`;
    }
    case 'block':
    case 'ward': {
      const column = sql.ref(grouping);
      return sql`
        select c.case_id, h.${column} as called, c.received_on as on_day
        from complaint c
        join home h on h.landlord_id = c.landlord_id and h.id = c.home_id
        where ${received} and h.${column} <> ''`;
    }
    case 'cause':
      return sql`
        select l.case_id, l.what as called, min(l.found_on) as on_day
        from lesson l
        join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
        where l.landlord_id = ${trx.landlordId} and l.kind = 'cause' and l.found_on between ${from} and ${until}
          and ${countedComplaint}
        group by l.case_id, l.what`;
    case 'cause-group': {
      const listed = [...groupOf].map(([cause, group]) => ({ cause, group_name: group }));
      return sql`
        select l.case_id, coalesce(g.group_name, ${inNoGroup}::text) as called, min(l.found_on) as on_day
        from lesson l
        join complaint c on c.landlord_id = l.landlord_id and c.case_id = l.case_id
        left join jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as g (cause text, group_name text)
          on g.cause = l.what
        where l.landlord_id = ${trx.landlordId} and l.kind = 'cause' and l.found_on between ${from} and ${until}
          and ${countedComplaint}
        group by 1, 2`;
    }
    case 'contractor':
      return sql`
        select d.case_id, d.called, min(d.on_day) as on_day
        from (
          select a.case_id, o.name as called, a.asked_on as on_day from asked a
          join team o on o.landlord_id = a.landlord_id and o.id = a.team_id
          where a.landlord_id = ${trx.landlordId} and a.contractor
          union all
          select p.case_id, o.name, p.promised_on from promise p
          join team o on o.landlord_id = p.landlord_id and o.id = p.team_id and o.contractor
          where p.landlord_id = ${trx.landlordId}
          union all
          select h.case_id, o.name, h.handed_over_on from hazard h
          join team o on o.landlord_id = h.landlord_id and o.id = h.handed_over_to and o.contractor
          where h.landlord_id = ${trx.landlordId}
          union all
          select m.case_id, o.name, m.approved_on from compensation m
          join team o on o.landlord_id = m.landlord_id and o.id::text = m.borne_by and o.contractor
          where m.landlord_id = ${trx.landlordId} and m.counts and m.approved_on is not null) d
        join complaint c on c.landlord_id = ${trx.landlordId} and c.case_id = d.case_id
        where ${countedComplaint}
        group by d.case_id, d.called
        having min(d.on_day) between ${from} and ${until}`;
    default:
      return grouping satisfies never;
  }
}

/** The groups of causes, where a question needs them. */
async function groupsFor(trx: Trx, grouping: Grouping): Promise<ReadonlyMap<string, string>> {
  return grouping === 'cause-group' ? groupsOfCauses(trx) : new Map();
}

/** How many complaints of each group there were in each month. */
export async function groupCounts(trx: Trx, grouping: Grouping, between: Between): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select ${keyOf} as key, m.called, to_char(m.month, 'YYYY-MM-01') as month, m.n
    from (
      select called, date_trunc('month', on_day::timestamp) as month, count(*)::int as n
      from (${membersOf(trx, grouping, between, await groupsFor(trx, grouping))}) told
      group by 1, 2) m`.execute(trx);
  return rows;
}

/** The cases of one group, the newest first: for the month and as many as are shown. */
export async function casesOfGroup(
  trx: Trx,
  grouping: Grouping,
  key: string,
  between: Between,
): Promise<readonly CaseId[]> {
  const { rows } = await sql<{ case_id: CaseId }>`
    select case_id from (${membersOf(trx, grouping, between, await groupsFor(trx, grouping))}) m
    where ${keyOf} = ${key}
    order by on_day desc, case_id
    limit 1000`.execute(trx);
  return rows.map((row) => row.case_id);
}
