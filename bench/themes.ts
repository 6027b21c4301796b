/**
 * Themes: the words of every complaint read for the first time, then each page over HTTP as a manager opens it. Landlords
 * that were made before had no causes, contractors, blocks and wards: they are given some here, in the copy that is measured.
 */
import { join } from 'node:path';
import { sql } from 'kysely';
import { inLandlord, openDatabase } from '../src/store/database.js';
import { runningCluster } from '../src/store/embedded.js';
import { readTerms } from '../src/store/themes/read-terms.js';
import { must } from './client.js';
import type { Made } from './data.js';
import type { Figure } from './figures.js';
import type { Measured } from './measured.js';

const pages = {
  'themes, what is news': '/themes',
  'themes by category': '/themes/by/category',
  'themes by block': '/themes/by/block',
  'themes by cause': '/themes/by/cause',
  'themes by contractor': '/themes/by/contractor',
  'words that rise': '/themes/words',
} as const;

export async function measure(made: Made, folder: string, { manager }: Measured): Promise<readonly Figure[]> {
  const cluster = await runningCluster(join(folder, 'postgres'));
  if (cluster === undefined) throw new Error('the database does not answer');
  const db = openDatabase(cluster.url('putright_app', 'putright'), 'app', { connections: 1, statementTimeoutMs: 0 });
  await inLandlord(
    db,
    made.landlordId,
    async (trx) => {
      const spread = (of: string, many: number) =>
        sql.raw(`(('x' || substr(md5(${of}::text), 1, 6))::bit(24)::int % ${many})`);
      await sql`
        update home set block = 'Block ' || ${spread('id', 300)}, ward = 'Ward ' || ${spread('id', 20)}
        where landlord_id = ${trx.landlordId} and block is null`.execute(trx);
      await sql`
        insert into lesson (landlord_id, case_id, n, kind, stage, found_on, what)
        select c.landlord_id, c.case_id, 100, 'cause', 1, c.received_on + 10, 'Cause ' || ${spread('c.case_id', 25)}
        from complaint c where c.landlord_id = ${trx.landlordId}
        on conflict do nothing`.execute(trx);
      await sql`
        with contractors as (
          insert into team (landlord_id, id, name, contractor)
          select ${trx.landlordId}::uuid, gen_random_uuid(), 'Contractor ' || n, true from generate_series(1, 12) n
          returning id, name)
        insert into asked (landlord_id, case_id, request_id, stage, team_id, contractor, asked_on, due_on, chased)
        select c.landlord_id, c.case_id, gen_random_uuid()::text, 1, t.id, true, c.received_on + 2, c.received_on + 7, 0
        from complaint c
        join contractors t on t.name = 'Contractor ' || (1 + ${spread('c.case_id', 12)})
        where c.landlord_id = ${trx.landlordId}`.execute(trx);
    },
    { statementTimeoutMs: 0 },
  );
  const begun = performance.now();
  await readTerms(db, made.landlordId);
  const seconds = (performance.now() - begun) / 1_000;
  await db.close();
  const figures: Figure[] = [{ what: 'the words of every complaint read for themes', value: seconds, unit: 's' }];
  for (const [what, path] of Object.entries(pages)) {
    const taken: number[] = [];
    for (let i = 0; i < 5; i++) taken.push(must(await manager.get(path), 200, '<h1').ms);
    figures.push({ what: `${what}, the slowest of five`, value: Math.max(...taken), unit: 'ms', atMost: 2_000 });
  }
  return figures;
}
