/** The senior lead hears of what was put to them, each thing once. It stands on their first page either way. */
import type { Trx } from '../database.js';
import { queueMessage } from '../outbox.js';
import { listStaff } from '../staff.js';
import { listRisks, seniorLead } from './risks.js';

/** Queues a message for each risk that waits and was not told of; none says what the risk is about. */
export async function tellSeniorLead(trx: Trx, address: string, now: Date): Promise<void> {
  const lead = await seniorLead(trx);
  if (lead === null || !(await listStaff(trx, 'at-work')).some(({ id }) => id === lead)) return;
  for (const risk of await listRisks(trx)) {
    if (risk.answeredAs !== null) continue;
    await queueMessage(trx, {
      key: `theme-risk:${risk.id}:${lead}`,
      purpose: 'staff-alert',
      caseId: null,
      to: { staff: lead },
      subject: 'A possible systemic risk waits for your answer',
      body: `${risk.raisedBy === null ? 'The figures of a month propose' : `${risk.raisedBy} has put to you`} a possible systemic risk. You answer for complaints as senior lead, so it waits for your answer.\n\n${address}/themes/risks/${risk.id}`,
      now,
    });
  }
}
