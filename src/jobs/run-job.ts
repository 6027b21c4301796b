/** From what the runner hands over to the handler's work: the landlord's transaction, once for each entry. */
import { type Database, inLandlord, type LandlordId } from '../store/database.js';
import type { JobName } from '../store/job-names.js';
import { noteDone, readTold } from '../store/job-runner.js';
import { allLandlords } from '../store/landlords.js';
import { type Handler, handlers, type Job, type LongHandler } from './handlers.js';

export async function runJob(
  db: Database,
  name: JobName,
  payload: unknown,
): Promise<'done' | 'done-before' | 'not-sent'> {
  const told = readTold(payload);
  // What is asked was typed when it was enqueued, and each name leads to the handler of its own type.
  const handler = handlers[name] as Handler<JobName> | LongHandler<JobName>;
  const job = { caseId: told.caseId, seq: told.seq, asked: told.asked } as unknown as Job<JobName>;
  if ('long' in handler) {
    await handler.run({ db, landlordId: told.landlord as LandlordId }, job.asked);
    return 'done';
  }
  if (handler.writesToResidents) {
    const landlord = (await allLandlords(db)).find((one) => one.id === told.landlord);
    if (landlord === undefined || landlord.demonstration) return 'not-sent';
  }
  return inLandlord(
    db,
    told.landlord,
    async (trx) => {
      if (told.caseId !== null && told.seq !== null && !(await noteDone(trx, name, told.caseId, told.seq))) {
        return 'done-before';
      }
      await handler.run(trx, job, db);
      return 'done';
    },
    { statementTimeoutMs: 60_000 },
  );
}
