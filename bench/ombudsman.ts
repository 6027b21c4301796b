/**
 * The list of the Ombudsman's orders, the overdue first. A landlord of 100,000 complaints with an order for every fiftieth
 * has far more of them than any real one: half of them done, some without a date, the rest spread around today.
 */
import { join } from 'node:path';
import { sql } from 'kysely';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { must } from './client.js';
import type { Made } from './data.js';
import { repeat, type Times } from './figures.js';
import type { Measured } from './measured.js';

/** Written into the copy that is measured, as the projection would. */
export async function prepare(made: Made, folder: string): Promise<void> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1 });
  await inLandlord(db, made.landlordId, async (trx) => {
    await sql`
      insert into ombudsman_order (landlord_id, case_id, order_id, binding, made_on, due_on, pence, complied_on, ombudsman,
        wider, owner_id, proof_sent_on, accepted, outstanding, counts)
      select c.landlord_id, c.case_id, 'order-' || n || '-' || c.reference, n < 3, current_date - 60,
        case when c.i % 50 = 0 and n = 2 then null else current_date - 60 + (c.i * 7 + n * 13)::int % 120 end,
        case when n = 1 then 25000 end, case when c.i % 2 = 0 then current_date - 20 end, 'HOS', false, c.handler_id,
        case when c.i % 2 = 0 then current_date - 15 end, null, c.i % 2 = 1, true
      from (select landlord_id, case_id, reference, handler_id, row_number() over (order by case_id) as i
        from complaint where landlord_id = ${trx.landlordId}) c
      cross join generate_series(1, 3) as n
      where c.i % 50 < 2
      on conflict do nothing`.execute(trx);
  });
  const owner = openDatabase(cluster.url('putright_owner', 'putright'), 'owner', { connections: 1 });
  await inLandlord(owner, made.landlordId, (trx) => sql`analyze ombudsman_order`.execute(trx));
  await owner.close();
  await db.close();
}

export async function measure({ processorMs, client }: Measured): Promise<readonly Times[]> {
  const list = (what: string, path: string) =>
    repeat(what, { times: 200, processorMs }, async () => must(await client.get(path), 200, '</table>').ms);
  return [
    await list('the Ombudsman’s orders, overdue first', '/ombudsman/orders'),
    await list('the Ombudsman’s orders, all', '/ombudsman/orders?show=all'),
  ];
}
